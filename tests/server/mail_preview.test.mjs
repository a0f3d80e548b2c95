// No e-mail leaves unseen: a write of the team is shown the letters it would cause and changes nothing; the same
// write then says that it sends them, or happens without.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { Person } from './kit.mjs';
import { Mailbox, arrived, serveWithMail, until } from './portal_kit.mjs';
import { addContact, cookieOf, fullClient, join_portal, ok, upload } from './portal_world.mjs';

// A write of the program says nothing the first time.
const none = { 'Carnet-Mails': 'none' }, send = { 'Carnet-Mails': 'send' };
const shared = (body) => ({ body, visibility: 'shared' });

// News that wait for their mail, in the database.
const waiting = (server) => JSON.parse(execFileSync('python3', ['-c', 'import json, sqlite3, sys\n'
    + 'print(json.dumps(sqlite3.connect(sys.argv[1]).execute("SELECT contact_id, subject FROM mail_event").fetchall()))',
join(server.folder, 'carnet.db')], { encoding: 'utf8' }));

async function start(t) {
    const mailbox = await new Mailbox().start();
    t.after(() => mailbox.stop());
    const server = await serveWithMail(t, mailbox, { CARNET_MAIL_DIGEST_SECONDS: '2' });
    const lea = await server.signIn('lea@mistral.example');
    lea.mails = '';
    const { rows: [client] } = await lea.find('q=' + encodeURIComponent('Ateliers Fontaine'));
    return { mailbox, server, lea, path: `/api/clients/${client.id}/messages` };
}

test('a shared message shows its letters and is not written; sent, it sends just those (X-02)', async (t) => {
    const { mailbox, server, lea, path } = await start(t);
    const before = await lea.position(), key = { 'Idempotency-Key': 'one-and-the-same-key' };
    const asked = await lea.post(path, shared('Zut, relisez'), key);
    assert.equal(asked.status, 428, asked.text);
    assert.equal(asked.headers.get('content-type'), 'application/problem+json');
    assert.equal(asked.json.ready, true);
    const letter = asked.json.mails.find((one) => one.to_address === 'claire@fontaine.example');
    assert.equal(letter.subject, 'Nouveau message de Léa Martin');
    assert.deepEqual(asked.json.mails.map((one) => one.to_address).sort(), ['claire@fontaine.example', 'rault@fontaine.example']);
    // What only the reader may follow is not shown.
    assert.ok(letter.text.includes('/mail/off/…/message') && !/off\/[\w-]{20}/.test(asked.text));
    assert.equal(await lea.position(), before);
    assert.ok(!(await lea.get(path)).text.includes('Zut, relisez'));
    // Nothing waits to be sent either, and asking is no outcome that the key would keep.
    assert.deepEqual(waiting(server), []);
    assert.equal((await lea.post(path, shared('Zut, relisez'), key)).status, 428);
    const written = ok(await lea.post(path, shared('Zut, relisez'), { ...send, ...key }), 201);
    // Once it happened the key gives the same answer, whatever it says of mails.
    for (const again of [key, { ...none, ...key }]) assert.deepEqual(ok(await lea.post(path, shared('Zut, relisez'), again), 201), written);
    const [mail] = await arrived(mailbox, 'claire@fontaine.example');
    assert.equal(mail.subject, letter.subject);
    const words = (text) => text.replace(/off\/[\w-]+\//, 'off/…/').replace(/\s+/g, ' ').trim();
    assert.equal(words(mail.text), words(letter.text));
});

test('without e-mail it happens and nobody hears of it; what mails nobody happens at once', async (t) => {
    const { mailbox, server, lea, path } = await start(t);
    ok(await lea.post(path, { body: 'Entre nous' }), 201);
    ok(await lea.post(path, shared('Sans bruit'), none), 201);
    assert.ok((await lea.get(path)).text.includes('Sans bruit'));
    // One piece of news keeps its own subject: what was written without a mail is in none.
    const karim = await server.signIn('karim@mistral.example');
    ok(await karim.post(path, shared('Avec'), send), 201);
    const [mail] = await arrived(mailbox, 'claire@fontaine.example');
    assert.match(mail.subject, /^Nouveau message de Karim/);
    const wrong = await lea.post(path, shared('Faux'), { 'Carnet-Mails': 'maybe' });
    assert.equal(wrong.status, 422);
    assert.equal(wrong.json.fields[0].field, 'Carnet-Mails');
    assert.ok(!(await lea.get(path)).text.includes('Faux'));
});

test('documents and deliverables are shown, too, and the upload is still there afterwards', async (t) => {
    const { mailbox, server, lea } = await start(t);
    const world = await fullClient(lea, 'Aperçu');
    const link = await addContact(lea, world.client, { first_name: 'Zoé', last_name: 'Petit', email: 'zoe@apercu.example' }, { roles: ['decision_maker'] });
    await join_portal(server, lea, link.id, 'zoe@apercu.example');
    const file = await upload(lea, 'devis.pdf');
    const documents = `/api/clients/${world.client.id}/documents`, body = { files: [{ upload: file }] };
    const asked = await lea.post(documents, body);
    assert.equal(asked.status, 428, asked.text);
    assert.match(asked.json.mails[0].text, /devis\.pdf/);
    ok(await lea.post(documents, body, send), 201);
    const version = { upload: await upload(lea, 'plan.pdf', Buffer.from('%PDF-1.4 autre')) };
    const versions = `/api/deliverables/${world.deliverable.id}/versions`;
    const second = await lea.post(versions, version);
    assert.equal(second.status, 428, second.text);
    assert.match(second.json.mails[0].subject, /Livrable Aperçu/);
    // The document that waits is a mail of its own to look at.
    assert.ok(!second.json.mails[0].text.includes('devis.pdf'));
    ok(await lea.post(versions, version, send), 201);
    const mails = await until(() => mailbox.to('zoe@apercu.example').length >= 2 && mailbox.to('zoe@apercu.example'), 'the news');
    assert.match(mails.at(-1).text, /devis\.pdf/);
    assert.match(mails.at(-1).text, /Livrable Aperçu/);
});

test('nobody and a member who does not see the client are shown nothing', async (t) => {
    const { server, path } = await start(t);
    const stranger = await server.signIn('maelle@mistral.example');
    stranger.mails = '';
    assert.equal((await stranger.post(path, shared('Zut, relisez'))).status, 404);
    assert.equal((await server.nobody().post(path, shared('Zut, relisez'))).status, 401);
});

test('a contact in the portal writes without being asked', async (t) => {
    const { mailbox, server, path, lea } = await start(t);
    const entered = await server.nobody().post('/api/portal/session', { email: 'claire@fontaine.example', password: 'mistral-demonstration' });
    const claire = new Person(server, cookieOf(entered));
    const { clients: [{ id }] } = ok(await claire.get('/api/portal/session'));
    ok(await claire.post(`/api/portal/clients/${id}/messages`, { body: 'De ma part' }), 201);
    assert.ok((await lea.get(path)).text.includes('De ma part'));
    await arrived(mailbox, 'rault@fontaine.example');
});

test('who would hear of it but has no address any more is no reason to ask', async (t) => {
    const { lea, path } = await start(t);
    for (const { contact } of ok(await lea.get(path.replace('/messages', ''))).contacts)
        ok(await lea.change(`/api/contacts/${contact.id}`, { email: '' }));
    ok(await lea.post(path, shared('Sans destinataire')), 201);
});
