// CF-20 and X-02: nothing leaves before its preview, a link works once, for its address and in its time.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Mailbox, addContact, address, arrived, placeOf, serveWithMail, tokenIn } from './portal_kit.mjs';

let mailbox, server, lea, ines;
const path = (made, what) => `/api/client-contacts/${made.link.id}/${what}`;

before(async (t) => {
    mailbox = await new Mailbox().start();
    server = await serveWithMail(t, mailbox);
    t.after(() => mailbox.stop());
    lea = await server.signIn('lea@mistral.example');
    ines = await server.signIn('ines@mistral.example');
});

test('the preview is the mail: same words, only the secret of the link is missing, and nothing left (CF-20)', async () => {
    const made = await addContact(lea, 'Apercue');
    const shown = await lea.post(path(made, 'invite'), { preview: true });
    assert.equal(shown.status, 200);
    assert.equal(shown.json.ready, true);
    assert.equal((await placeOf(lea, made)).portal.status, 'never');
    assert.equal(mailbox.to(address('apercue')).length, 0);
    const sent = await lea.post(path(made, 'invite'), {});
    assert.equal(sent.status, 200);
    assert.equal(sent.json.link.portal.status, 'invited');
    const [mail] = await arrived(mailbox, address('apercue'));
    const hide = (text) => text.replace(/\/portal\/invite\/[\w-]{43}/g, '/portal/invite/…');
    assert.equal(mail.subject, shown.json.mail.subject);
    assert.equal(hide(mail.text).trim(), shown.json.mail.text.trim());
    assert.equal(hide(mail.html).trim(), shown.json.mail.html.trim());
    assert.deepEqual(shown.json.rights, ['Voir les projets et les jalons', 'Voir les tâches', 'Voir les documents', 'Approuver les livrables']);
    assert.ok(mail.text.includes(server.url + '/portal/invite/'));
});

test('who cannot be invited: without an address, inactive, or with somebody else’s', async () => {
    const made = await addContact(lea, 'Muette');
    await lea.change(`/api/contacts/${made.contact.id}`, { email: null });
    const mute = await lea.post(path(made, 'invite'), { preview: true });
    assert.equal(mute.status, 422);
    assert.equal(mute.json.fields[0].field, 'email');
    await lea.change(`/api/contacts/${made.contact.id}`, { email: address('muette') });
    await lea.change(`/api/client-contacts/${made.link.id}`, { is_active: false });
    assert.equal((await lea.post(path(made, 'invite'), {})).json.fields[0].field, 'is_active');
    assert.equal((await lea.post('/api/client-contacts/999999/invite', {})).status, 404);
    // Somebody signs in with this address already, whatever its case: two people would share one password.
    const other = await addContact(lea, 'Homonyme');
    await lea.change(`/api/contacts/${other.contact.id}`, { email: 'Claire@Fontaine.example' });
    for (const body of [{ preview: true }, {}]) {
        const taken = await lea.post(path(other, 'invite'), body);
        assert.deepEqual([taken.status, taken.json.fields[0].field], [422, 'email'], taken.text);
        assert.match(taken.json.fields[0].message, /Claire Fontaine/);
    }
    assert.equal((await placeOf(lea, other)).portal.status, 'never');
});

test('inviting opens the access by the roles’ preset and shows in history; it is not undone, it is revoked (CF-20)', async () => {
    const made = await addContact(lea, 'Ouverte', { roles: ['billing'] });
    const { json } = await lea.post(path(made, 'invite'), {});
    assert.equal(json.link.has_portal, true);
    assert.equal(json.link.portal_invoices, true);
    assert.equal((await lea.post('/api/undo', { action: json.action })).status, 409);
    const history = (await lea.get(`/api/clients/${made.client.id}/history`)).json.actions;
    assert.ok(history.some((action) => action.kind === 'portal_invite' && /Claire Ouverte/.test(action.label)));
    const revoked = await lea.post(path(made, 'revoke'));
    assert.equal(revoked.status, 200);
    assert.equal(revoked.json.link.portal.status, 'revoked');
    assert.equal(revoked.json.link.portal.invitation_ends_at, null);
    assert.equal((await lea.post(path(made, 'revoke'))).status, 422);
    const again = await lea.post(path(made, 'invite'), {});
    assert.equal(again.json.link.portal.status, 'invited');
});

test('an access that was never set up begins with the preset; switches put off by hand stay off when the mail is sent again (CF-18, CF-19, CF-20)', async () => {
    const off = Object.fromEntries(['tasks', 'comment', 'approve', 'documents', 'invoices'].map((word) => [`portal_${word}`, false]));
    const made = await addContact(lea, 'Eteinte', { roles: ['technical'] });
    const putOff = async () => assert.equal((await lea.change(`/api/client-contacts/${made.link.id}`, off)).status, 200);
    await putOff();
    const invited = async () => {
        const { json: { rights } } = await lea.post(path(made, 'invite'), { preview: true });
        const { link } = (await lea.post(path(made, 'invite'), {})).json;
        return [rights, Object.keys(off).filter((word) => link[word])];
    };
    assert.deepEqual(await invited(), [['Voir les projets et les jalons', 'Voir les tâches', 'Voir les documents', 'Commenter'], ['portal_tasks', 'portal_comment', 'portal_documents']]);
    await putOff();
    assert.deepEqual(await invited(), [['Voir les projets et les jalons'], []], 'as the mail’s preview said');
});

test('a second invitation replaces the first', async () => {
    const made = await addContact(lea, 'Relancee');
    await lea.post(path(made, 'invite'), {});
    const [first] = await arrived(mailbox, address('relancee'));
    await lea.post(path(made, 'invite'), {});
    const [, second] = await arrived(mailbox, address('relancee'), 2);
    assert.notEqual(tokenIn(first), tokenIn(second));
});

test('the preview of the portal is read-only, its opener’s alone, and logged', async () => {
    const made = await addContact(lea, 'Regardee');
    const opened = await lea.post(path(made, 'view-as'));
    assert.equal(opened.status, 200);
    assert.match(opened.json.url, /^\/portal\/preview\//);
    const entered = await lea.get(opened.json.url);
    assert.equal(entered.status, 303);
    assert.match(entered.headers.get('set-cookie'), /^carnet_portal=.+HttpOnly.+SameSite=Lax/);
    const karim = await server.signIn('karim@mistral.example');
    assert.equal((await karim.get(opened.json.url)).status, 404);
    assert.equal((await ines.get(opened.json.url)).status, 403);
    assert.equal((await server.nobody().get(opened.json.url)).status, 401);
    const journal = (await karim.get('/api/journal')).json.actions;
    assert.ok(journal.some((action) => action.kind === 'portal_view_as' && /Claire Regardee/.test(action.label)));
});
