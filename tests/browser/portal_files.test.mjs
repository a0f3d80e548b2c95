// The portal in Chromium, between people: files a contact adds by button and by drop, who read what, unread messages, two
// answers at the same moment, an invitation opened by somebody of the team.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addVersion, linkOf, ok } from '../server/portal_world.mjs';
import { byRole, clickNode, fill, gone, houseOf, seen, seenText, settle, test, textOf, until } from './app.mjs';
import { phone, scenesOf } from './portal_scene.mjs';

const house = houseOf();
const { host, invited, beside, entered } = scenesOf(house);

const contactOf = async (scene) => ok(await scene.lea.get(`/api/clients/${scene.client.id}`)).contacts.find((one) => one.id === scene.link).contact_id;
const mayWrite = async (scene, access = 'full') =>
    ok(await scene.lea.send('PUT', `/api/folders/${scene.folder.id}/rights`, { rights: [{ contact_id: await contactOf(scene), access }] }));
const filesOf = async (scene) => ok(await scene.lea.get(`/api/clients/${scene.client.id}/documents?folder=${scene.folder.id}`)).files;

test('a contact adds files by button and by drop; the team sees them come, and from whom', async (t) => {
    const scene = await invited();
    await mayWrite(scene);
    const folder = await mkdtemp(join(tmpdir(), 'carnet-portal-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, 'Bon pour accord été.txt'), 'Bonjour');
    await writeFile(join(folder, 'grand.bin'), Buffer.alloc((9 << 20) + 17, 'é ça'));
    const team = await house.page(t, `/clients/${scene.client.id}?tab=documents&folder=${scene.folder.id}`, { as: 'manager' });
    const page = await entered(t, scene, {}, `/portal/documents?folder=${scene.folder.id}`);
    const chosen = page.waitForEvent('filechooser');
    await clickNode(page, 'button', 'Ajouter des fichiers');
    await (await chosen).setFiles([join(folder, 'Bon pour accord été.txt'), join(folder, 'grand.bin')]);
    await seenText(page, '2 fichiers ajoutés');
    for (const name of ['Bon pour accord été.txt', 'grand.bin']) {
        await seen(page, 'group', name);
        await seen(team, 'row', name);
    }
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['Posé ici'], 'glissé.txt', { type: 'text/plain' }));
        for (const name of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true, clientX: 500, clientY: 400 }));
    });
    await seen(page, 'group', 'glissé.txt');
    await seen(team, 'row', 'glissé.txt');
    const files = await filesOf(scene);
    assert.deepEqual(files.filter((one) => one.by === 'Claire Fontaine').map((one) => one.size_bytes).sort((a, b) => a - b), [7, 9, (9 << 20) + 17]);
    await team.goto(`/clients/${scene.client.id}`);
    await seenText(team, 'Bon pour accord été.txt et un autre fichier déposés');
});

test('who may only read has no button, and a drop does nothing', async (t) => {
    const scene = await invited(), page = await entered(t, scene, phone, `/portal/documents?folder=${scene.folder.id}`);
    await seen(page, 'group', `contrat-${scene.word}.pdf`);
    assert.equal(await byRole(page, 'button', 'Ajouter des fichiers').count(), 0);
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'refusé.txt'));
        for (const name of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true, clientX: 100, clientY: 400 }));
    });
    await settle(page);
    assert.equal((await filesOf(scene)).length, 1);
});

// The team's page with the dialog that tells who read the contact's document.
const readersOf = async (t, scene) => {
    const team = await house.page(t, `/clients/${scene.client.id}?tab=documents&folder=${scene.folder.id}`, { as: 'manager' });
    await clickNode(team, 'button', `Actions sur contrat-${scene.word}.pdf`);
    await clickNode(team, 'menuitem', 'Versions et lectures…');
    await seenText(team, 'Pas encore lu');
    return team;
};
const download = async (page, scene) => {
    const waiting = page.waitForEvent('download');
    await clickNode(page, 'button', `Télécharger contrat-${scene.word}.pdf`);
    await waiting;
    await until(async () => ok(await scene.lea.get(`/api/documents/${scene.document.id}`)).readings.length === 1, 'the proof');
};
const told = async (team) => /Lu par Claire Fontaine le .+ \(version 1\)/.test(await textOf(team));

test('a document is new until it is opened; the team reads who did', async (t) => {
    const scene = await invited(), team = await readersOf(t, scene), page = await entered(t, scene);
    await seenText(page, 'Un document est nouveau.');
    await seenText(page, 'Nouveau');
    await download(page, scene);
    // The open dialog follows by itself.
    await until(() => told(team), 'who read it');
});

test('who was away while a document was read is told on coming back', async (t) => {
    const scene = await invited(), team = await readersOf(t, scene), page = await entered(t, scene);
    await team.context().setOffline(true);
    await until(() => team.evaluate(() => !navigator.onLine), 'the browser knows that it is away');
    await download(page, scene);
    assert.ok(!await told(team), 'not while away');
    await team.context().setOffline(false);
    await until(() => told(team), 'who read it', 12000);
});

// 64 by 48 pixels of one red.
const red = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAQ0lEQVR42u3PQQkAAAgEsItw/VMZyQp+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBqwUSvUCmTMap4AAAAABJRU5ErkJggg==', 'base64');

test('a deliverable that is a picture shows itself, on the home page and in the project; another file has none', async (t) => {
    const scene = await invited();
    await addVersion(scene.lea, scene.deliverable.id, 'façade.png', red);
    const page = await entered(t, scene);
    const shown = async () => {
        await seen(page, 'img', 'Aperçu de façade.png');
        const box = await byRole(page, 'img', 'Aperçu de façade.png').first().boundingBox();
        await until(async () => {
            const picture = await page.screenshot({ clip: { x: box.x + box.width / 2 - 4, y: box.y + box.height / 2 - 4, width: 8, height: 8 } });
            const dot = await page.evaluate(async (source) => {
                const image = new Image(), canvas = document.createElement('canvas');
                image.src = source;
                await image.decode();
                canvas.getContext('2d').drawImage(image, 0, 0);
                return [...canvas.getContext('2d').getImageData(4, 4, 1, 1).data];
            }, `data:image/png;base64,${picture.toString('base64')}`);
            return dot[0] > 180 && dot[1] < 60 && dot[2] < 60;
        }, 'the red of the picture');
    };
    await shown();
    await clickNode(page, 'link', `Projet ${scene.word}`);
    await seen(page, 'heading', 'Livrables');
    await shown();
    // The answer belongs to the version that waits, above the earlier ones.
    const top = async (found) => (await found.first().boundingBox()).y;
    assert.ok(await top(byRole(page, 'button', 'Approuver')) < await top(page.locator('#mirror').getByText('Version 1', { exact: true })));
    await addVersion(scene.lea, scene.deliverable.id, 'façade.pdf');
    await seenText(page, 'façade.pdf');
    await gone(page, 'img', 'Aperçu de façade.png');
});

test('unread messages are counted, per project, until they are read', async (t) => {
    const scene = await invited();
    const write = async (body, more = {}) => ok(await scene.lea.post(`/api/clients/${scene.client.id}/messages`, { body, visibility: 'shared', ...more }), 201);
    const page = await entered(t, scene);
    await seenText(page, '1 message non lu');
    await write('Sur le projet', { project_id: scene.project.id });
    await seenText(page, '2 messages non lus');
    await clickNode(page, 'link', 'Messages');
    await seenText(page, 'Sur le projet');
    await seenText(page, `À propos de Projet ${scene.word}`);
    await until(async () => !(await page.evaluate(() => document.getElementById('mirror').textContent)).includes('non lu'), 'everything is read');
    // What is written under a project belongs to it.
    await clickNode(page, 'link', `Projet ${scene.word}`);
    await until(() => new URL(page.url()).searchParams.get('project') === String(scene.project.id), 'the place of the conversation');
    await fill(page, 'Écrire à l’équipe', 'Ma réponse sur le projet');
    await clickNode(page, 'button', 'Envoyer');
    await seenText(page, 'Ma réponse sur le projet');
    const { items } = ok(await scene.lea.get(`/api/clients/${scene.client.id}/messages`));
    assert.equal(items.at(-1).project_id, scene.project.id);
});

test('two contacts answer at the same moment: one outcome, both see it', async (t) => {
    const scene = await invited(), other = await beside(scene, 'Denis');
    const [claire, denis] = [await entered(t, scene), await entered(t, other)];
    await clickNode(claire, 'button', 'Approuver');
    await seen(claire, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`);
    await clickNode(denis, 'button', 'Demander des corrections');
    await seen(denis, 'button', 'Envoyer la demande');
    await fill(denis, 'Commentaire', 'Plus à droite');
    // Both press before either hears of the other.
    const approve = byRole(claire, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`).getByRole('button', { name: 'Approuver', exact: true });
    await Promise.all([approve.click({ force: true }), byRole(denis, 'button', 'Envoyer la demande').first().click({ force: true })]);
    const deliverable = await until(async () => {
        const [one] = ok(await scene.lea.get(`/api/projects/${scene.project.id}`)).deliverables;
        return one.approvals.length && one;
    }, 'an answer');
    assert.equal(deliverable.approvals.length, 1);
    const approved = deliverable.state === 'approved';
    const [winner, loser, name] = approved ? [claire, denis, 'Claire Fontaine'] : [denis, claire, 'Denis Fontaine'];
    await seenText(winner, approved ? 'Livrable approuvé' : 'Demande de corrections envoyée');
    await seenText(loser, `La réponse est déjà donnée\u00a0: ${name}`);
});

test('an invitation opened by somebody of the team says whose it is and leaves them signed in', async (t) => {
    const scene = await invited(['observer']);
    ok(await scene.lea.post(`/api/client-contacts/${scene.link}/invite`));
    const page = await house.page(t, '/clients', { as: 'manager' });
    await page.evaluate((path) => { location.href = path; }, linkOf(host(), scene.email));
    await page.waitForURL('**/portal/invite/*');
    const words = await page.locator('main').innerText();
    assert.ok(words.includes(scene.email) && words.includes('Léa Martin'), words);
    await page.goto('/clients');
    await seen(page, 'button', 'Nouveau client');
    assert.equal(await page.evaluate(async () => (await fetch('/api/session')).status), 200);
});
