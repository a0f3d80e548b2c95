// The eye beside every item the portal can show: the same question in the menu or the row of each, the same dialog,
// and its answer follows when rights change. On the other side the bell, which leads to what waits.
import assert from 'node:assert/strict';
import { join_portal, ok, switches } from '../server/portal_world.mjs';
import { byRole, clickNode, gone, houseOf, seen, seenText, test, textOf, until } from './app.mjs';
import { phone, scenesOf } from './portal_scene.mjs';

const house = houseOf();
const { host, invited, entered } = scenesOf(house);
const question = 'Qui voit cet élément\u00A0?';
const mirror = (page) => page.locator('#mirror');
const eyeIn = (page, role, name) => mirror(page).getByRole(role, { name, exact: true }).getByRole('button', { name: question }).first().click({ force: true });
async function answered(page, words) {
    await seen(page, 'dialog', question);
    await until(async () => (await textOf(page)).replaceAll('\u00A0', ' ').includes(words), words);
}
async function closed(page) {
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', question);
}

test('each item of a client says who sees it and why, and follows a change', async (t) => {
    const scene = await invited(), { word } = scene;
    await join_portal(host(), scene.lea, scene.link, scene.email);
    await switches(scene.lea, scene.link, { portal_tasks: true, portal_documents: true });
    const page = await house.page(t, `/projects/${scene.project.id}`, { as: 'manager' });
    await seen(page, 'listitem', `Tâche ${word}`);
    await clickNode(page, 'button', 'Actions du projet');
    await clickNode(page, 'menuitem', question);
    await answered(page, 'Claire Fontaine le voit : le projet est visible au portail et « Voir les tâches » est allumé.');
    await closed(page);
    await clickNode(page, 'button', `Actions de la tâche Tâche ${word}`);
    await clickNode(page, 'menuitem', question);
    await answered(page, 'Claire Fontaine la voit : la tâche est partagée et « Voir les tâches » est allumé.');
    // The open dialog follows what somebody else changes.
    ok(await scene.lea.change(`/api/tasks/${scene.task.id}`, { visibility: 'internal' }));
    await answered(page, 'Claire Fontaine ne la voit pas : la tâche est interne.');
    await closed(page);
    await eyeIn(page, 'listitem', `Jalon ${word}`);
    await answered(page, 'Claire Fontaine le voit : le projet est visible');
    await closed(page);
    await clickNode(page, 'button', `Actions du livrable Livrable ${word}`);
    await clickNode(page, 'menuitem', question);
    await answered(page, 'Claire Fontaine le voit : une version a été remise');
    await closed(page);

    // The project's card on the client's sheet, by the keyboard.
    await page.goto(`/clients/${scene.client.id}?tab=projects`);
    await seen(page, 'listitem', `Projet ${word}`);
    await mirror(page).getByRole('listitem', { name: `Projet ${word}`, exact: true }).getByRole('button', { name: question }).focus();
    await page.keyboard.press('Enter');
    await answered(page, 'Claire Fontaine le voit : le projet est visible au portail');
    await closed(page);

    await page.goto(`/clients/${scene.client.id}?tab=messages`);
    await seenText(page, `Message ${word}`);
    await eyeIn(page, 'listitem', 'Léa Martin');
    await answered(page, 'Claire Fontaine le voit : le message est partagé');
    await closed(page);

    await page.goto(`/clients/${scene.client.id}?tab=documents&folder=${scene.folder.id}`);
    for (const name of [`Dossier ${word}`, `contrat-${word}.pdf`]) {
        await clickNode(page, 'button', `Actions sur ${name}`);
        await clickNode(page, 'menuitem', question);
        await answered(page, 'Claire Fontaine le voit : « Voir les documents » est allumé.');
        await closed(page);
    }
});

test('who may not change a project asks from the rows, by keyboard too', async (t) => {
    const scene = await invited(), member = await house.api('member');
    ok(await scene.lea.change(`/api/projects/${scene.project.id}`, { team_ids: [member.me.user.id] }));
    const page = await house.page(t, `/projects/${scene.project.id}`, { as: 'member', ...phone });
    await seen(page, 'listitem', `Tâche ${scene.word}`);
    for (const name of [`Tâche ${scene.word}`, `Jalon ${scene.word}`, `Livrable ${scene.word}`]) {
        const item = mirror(page).getByRole('listitem', { name, exact: true });
        const eye = item.getByRole('button', { name: question });
        if (await eye.count()) await eye.first().click({ force: true });
        else {
            await item.getByRole('button', { name: /^Actions/ }).first().click({ force: true });
            await clickNode(page, 'menuitem', question);
        }
        await answered(page, 'accès au portail jamais ouvert');
        await closed(page);
    }
});

test('the bell of the portal: a number, a list that leads to each, empty once everything is dealt with', async (t) => {
    const scene = await invited(), { word } = scene, lea = (await house.api('manager')).me.user;
    ok(await scene.lea.change(`/api/clients/${scene.client.id}`, { owner_id: lea.id }));
    for (const view of [{}, phone]) {
        const page = await entered(t, scene, view), { width } = page.viewportSize();
        // Whom to ask has a number to call.
        if (view !== phone) await seen(page, 'button', 'Appeler Léa Martin au 02 61 91 42 03');
        await seen(page, 'button', '3 nouveautés');
        await clickNode(page, 'button', '3 nouveautés');
        await seen(page, 'dialog', 'Nouveautés');
        for (const name of [`À valider\u00A0: Livrable ${word}`, `Nouveau document\u00A0: contrat-${word}.pdf`, 'Message de Léa Martin']) await seen(page, 'link', name);
        const box = await byRole(page, 'link', 'Message de Léa Martin').boundingBox();
        assert.ok(box.x >= 0 && box.x + box.width <= width, `within ${width}: ${JSON.stringify(box)}`);
        await page.keyboard.press('Escape');
        await gone(page, 'dialog', 'Nouveautés');
        if (view === phone) continue;
        await clickNode(page, 'button', '3 nouveautés');
        await clickNode(page, 'link', `À valider\u00A0: Livrable ${word}`);
        await until(() => new URL(page.url()).pathname === `/portal/projects/${scene.project.id}`, 'the project');
        await clickNode(page, 'button', '3 nouveautés');
        await clickNode(page, 'link', `Nouveau document\u00A0: contrat-${word}.pdf`);
        await until(() => new URL(page.url()).searchParams.get('folder') === String(scene.folder.id), 'the folder');
    }
    // By keyboard: Enter opens, Tab and Enter follow. Reading takes the message off the number.
    const page = await entered(t, scene);
    await byRole(page, 'button', '3 nouveautés').first().focus();
    await page.keyboard.press('Enter');
    await seen(page, 'dialog', 'Nouveautés');
    await clickNode(page, 'link', 'Message de Léa Martin');
    await until(() => new URL(page.url()).pathname === '/portal/messages', 'the messages');
    await seen(page, 'button', '2 nouveautés');
});
