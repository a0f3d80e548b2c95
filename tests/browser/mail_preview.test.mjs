// No e-mail leaves unseen: whatever is shared with contacts who would hear of it shows their letters first.
import assert from 'node:assert/strict';
import { join_portal, ok } from '../server/portal_world.mjs';
import { byRole, clickNode, fill, gone, seen, seenText, test, until, valueOf } from './app.mjs';
import { mailHouse } from './mail_house.mjs';
import { scenesOf } from './portal_scene.mjs';

const { house, mailbox } = mailHouse({ CARNET_MAIL_DIGEST_SECONDS: '1' });
const { host, invited } = scenesOf(house);

// A client with a contact who has an account.
async function joined() {
    const scene = await invited();
    await join_portal(host(), scene.lea, scene.link, scene.email);
    return scene;
}
const dialog = 'Des e-mails vont partir';
const messagesOf = async (scene) => ok(await scene.lea.get(`/api/clients/${scene.client.id}/messages`)).items.map((one) => one.body);

test('a message shared with the client shows its e-mail first: taken back, without, sent (X-02)', async (t) => {
    const scene = await joined();
    const page = await house.page(t, `/clients/${scene.client.id}?tab=messages`, { as: 'manager' });
    const write = async (body) => {
        await fill(page, 'Votre message', body);
        if (await byRole(page, 'switch', 'Partager avec le client').first().getAttribute('aria-checked') === 'false')
            await clickNode(page, 'switch', 'Partager avec le client');
        await clickNode(page, 'button', 'Envoyer au client');
        await seen(page, 'dialog', dialog);
    };
    await write('Première ébauche');
    await seenText(page, /Nouveau message de Léa Martin/);
    await seenText(page, /Claire .*@/);
    // Taken back: nothing is written, nothing is lost.
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', dialog);
    assert.ok(!(await messagesOf(scene)).includes('Première ébauche'));
    await until(async () => (await valueOf(page, 'Votre message')) === 'Première ébauche', 'the text kept');
    await write('Sans déranger');
    await clickNode(page, 'button', 'Sans e-mail');
    await gone(page, 'dialog', dialog);
    await until(async () => (await messagesOf(scene)).includes('Sans déranger'), 'the message without a mail');
    await until(async () => (await valueOf(page, 'Votre message')) === '', 'an empty field');
    await write('Bonjour à vous');
    await clickNode(page, 'button', 'Envoyer');
    await gone(page, 'dialog', dialog);
    await until(async () => (await messagesOf(scene)).includes('Bonjour à vous'), 'the message');
    const mail = await until(() => mailbox.mails.find((one) => one.subject === 'Nouveau message de Léa Martin'), 'its mail');
    assert.match(mail.to[0], /@/);
    assert.equal(mailbox.mails.filter((one) => /Nouveau message/.test(one.subject)).length, 1);
});

test('asking again for an approval shows its e-mail first; a reload with the question open asks again', async (t) => {
    const scene = await joined();
    ok(await scene.lea.post(`/api/deliverables/${scene.deliverable.id}/withdraw`));
    const page = await house.page(t, `/projects/${scene.project.id}`, { as: 'manager' });
    const state = async () => ok(await scene.lea.get(`/api/projects/${scene.project.id}`)).deliverables[0];
    await clickNode(page, 'button', `Actions du livrable Livrable ${scene.word}`);
    await clickNode(page, 'menuitem', 'Soumettre à validation');
    await seen(page, 'dialog', dialog);
    await seenText(page, new RegExp(`Livrable ${scene.word}`));
    await page.reload();
    await seen(page, 'dialog', dialog);
    assert.equal(JSON.stringify(await state()).includes('"to_approve"'), false);
    await clickNode(page, 'button', 'Envoyer');
    await gone(page, 'dialog', dialog);
    await until(async () => JSON.stringify(await state()).includes('"to_approve"'), 'the state');
});
