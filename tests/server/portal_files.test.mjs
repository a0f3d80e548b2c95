// Files and contacts: the proof that somebody read a document, and files that contacts deposit.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { carnet, people, serve } from './kit.mjs';
import { Mailbox, serveWithMail, until } from './portal_kit.mjs';
import { addContact, cookieOf, fullClient, join_portal, ok, pdf, switches, upload } from './portal_world.mjs';

let server, lea, stranger;
const links = {};
const everything = { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true };
const invite = async (client, key, roles) => {
    const link = await addContact(lea, client, { first_name: key, last_name: 'Portail', email: `${key}@client.example` }, { roles });
    links[key] = link.id;
    return join_portal(server, lea, link.id, `${key}@client.example`);
};
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn(people.manager);
    const theirs = await fullClient(lea, 'Omega');
    stranger = await invite(theirs.client, 'stranger', ['decision_maker', 'technical']);
    await switches(lea, links.stranger, everything);
});

test('proof of reading: once per contact and version, never in a preview, told to the team', async () => {
    const all = await fullClient(lea, 'Lecture');
    const reader = await invite(all.client, 'lectrice', ['decision_maker']);
    await switches(lea, links.lectrice, everything);
    const other = await invite(all.client, 'autrelecteur', ['decision_maker']);
    await switches(lea, links.autrelecteur, everything);
    const readings = async () => ok(await lea.get(`/api/documents/${all.document.id}`)).readings;
    const path = (version) => `/api/portal/document-versions/${version}/file`;
    const version = all.document.version_id;
    // Nobody, the team, a stranger, a preview, a look at the headers, nothing of the file: no proof.
    assert.equal((await server.nobody().get(path(version))).status, 401);
    assert.equal((await stranger.get(path(version))).status, 404);
    assert.equal((await lea.get(`/api/document-versions/${version}/file`)).status, 200);
    const { url } = ok(await lea.post(`/api/client-contacts/${links.lectrice}/view-as`));
    const opened = await lea.get(url);
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(opened) });
    assert.equal((await preview.get(path(version))).status, 200);
    assert.equal((await reader.send('HEAD', path(version))).status, 200);
    assert.equal((await reader.get(path(version), { Range: 'bytes=99999-' })).status, 416);
    assert.deepEqual(await readings(), []);
    // Bytes from anywhere are read; a program that fetches piece by piece reads once.
    for (const range of ['bytes=1-', 'bytes=0-0', 'bytes=2-3', 'bytes=-4', 'bytes=0-'])
        assert.equal((await reader.get(path(version), { Range: range })).status, 206, range);
    const [first] = await readings();
    assert.deepEqual([first.name, first.number, first.times, first.first_at === first.last_at], ['lectrice Portail', 1, 1, true]);
    await until(async () => (await reader.get(`${path(version)}?inline=1`)) && (await readings())[0].last_at > first.first_at, 'a later reading');
    const [again, ...rest] = await readings();
    assert.deepEqual(rest, []);
    assert.equal(again.first_at, first.first_at);
    // Another version is another proof, another person too; a refused one is none.
    const added = ok(await lea.post(`/api/documents/${all.document.id}/versions`, { upload: await upload(lea, 'contrat-2.pdf', Buffer.concat([pdf, Buffer.from('2')])) }), 201);
    const second = added.document.version_id;
    assert.equal((await reader.get(path(version))).status, 404, 'older versions are the team’s');
    const page = await other.get(`/portal/plain/documents?folder=${all.folder.id}`);
    assert.ok(page.text.includes(path(second)), 'the plain page leads to the same address');
    assert.equal((await other.get(path(second))).status, 200);
    assert.deepEqual((await readings()).map((one) => [one.name, one.number]).sort(), [['autrelecteur Portail', 2], ['lectrice Portail', 1]]);
});

test('a reading is told at once to who of the team sees the client and the folder, and to nobody else', async (t) => {
    const all = await fullClient(lea, 'Direct');
    const reader = await invite(all.client, 'directe', ['decision_maker']);
    await switches(lea, links.directe, everything);
    const [camille, ines] = await Promise.all([people.admin, people.member].map((email) => server.signIn(email)));
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [{ user_id: camille.me.user.id, access: 'none' }] }));
    const streams = await Promise.all([lea, camille, ines].map(async (one) => one.follow(await one.position())));
    t.after(() => streams.forEach((stream) => stream.close()));
    const position = await lea.position();
    assert.equal((await reader.get(`/api/portal/document-versions/${all.document.version_id}/file`)).status, 200);
    const told = await streams[0].wait((event) => event.name === 'changed');
    assert.deepEqual(told.data, { touched: [{ client: all.client.id, entity: 'document' }] });
    assert.equal(await lea.position(), position, 'no change of the workspace');
    // The next thing everybody may know arrives, and nothing came before it.
    ok(await lea.post(`/api/clients/${all.client.id}/projects`, { name: 'Ensuite', team_ids: [ines.me.user.id] }), 201);
    for (const stream of streams.slice(1)) {
        await stream.wait((event) => event.name === 'rows');
        assert.deepEqual(stream.events.filter((event) => event.name === 'changed'), []);
    }
});

test('a reading is told to a browser that was away, when it comes back, and again to nobody else', async (t) => {
    const all = await fullClient(lea, 'Absence');
    const reader = await invite(all.client, 'absente', ['decision_maker']);
    await switches(lea, links.absente, everything);
    const [camille, ines] = await Promise.all([people.admin, people.member].map((email) => server.signIn(email)));
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [{ user_id: camille.me.user.id, access: 'none' }] }));
    const away = await lea.position();
    assert.equal((await reader.get(`/api/portal/document-versions/${all.document.version_id}/file`)).status, 200);
    // Presence ends what a stream begins with.
    const heard = async (person, since) => {
        const stream = await person.follow(since);
        t.after(() => stream.close());
        await stream.wait((event) => event.name === 'presence');
        return stream.events.filter((event) => event.name === 'changed').map((event) => [event.id, event.data.touched]);
    };
    const told = [[undefined, [{ client: all.client.id, entity: 'document' }]]];
    assert.deepEqual(await heard(lea, away), told);
    assert.deepEqual([await heard(camille, away), await heard(ines, away)], [[], []], 'neither without the folder nor without the client');
    // Something else happens while another browser is away: it hears of both; one that comes later of neither.
    ok(await lea.post(`/api/clients/${all.client.id}/projects`, { name: 'Entre-temps' }), 201);
    assert.deepEqual(await heard(lea, away), told);
    assert.deepEqual(await heard(lea, await lea.position()), []);
});

const binary = { 'Content-Type': 'application/octet-stream' };
const announce = (person, name, size, more = {}) => person.post('/api/portal/uploads', { name, size, ...more });
const put = (person, id, offset, bytes) => person.send('PUT', `/api/portal/uploads/${id}?offset=${offset}`, bytes, binary);
async function sent(person, name, bytes = pdf) {
    const { id } = ok(await announce(person, name, bytes.length), 201);
    assert.equal(ok(await put(person, id, 0, bytes)).done, true);
    return id;
}
const deposit = (person, client, folder, ...uploads) =>
    person.post(`/api/portal/clients/${client.id}/documents`, { folder: folder.id, files: uploads.map((id) => ({ upload: id })) });

// A client whose first contact may write in the folder, the second read it, and the third not even see it.
async function folderOfThree(word) {
    const all = await fullClient(lea, word), key = word.toLowerCase();
    const [writer, reader, shut] = [`${key}e`, `${key}l`, `${key}n`];
    const session = {};
    for (const name of [writer, reader, shut]) {
        session[name] = await invite(all.client, name, ['observer']);
        await switches(lea, links[name], everything);
    }
    const { contacts } = ok(await lea.get(`/api/clients/${all.client.id}`));
    const idOf = (name) => contacts.find((one) => one.id === links[name]).contact_id;
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [
        { contact_id: idOf(writer), access: 'full' }, { contact_id: idOf(reader), access: 'read' }, { contact_id: idOf(shut), access: 'none' }] }));
    return { ...all, writer: session[writer], reader: session[reader], shut: session[shut], writerId: idOf(writer), writerLink: links[writer] };
}

test('a contact adds files where they may write: nobody, the wrong ones, the right one', async (t) => {
    const all = await folderOfThree('Depot'), { client, folder, writer, reader, shut } = all;
    const page = async (person) => person.get(`/api/portal/clients/${client.id}/documents?folder=${folder.id}`);
    assert.equal(ok(await page(writer)).may_add, true);
    assert.equal(ok(await page(reader)).may_add, false);
    assert.equal((await page(shut)).status, 404);
    // Nobody, the team's own session, and who may write nowhere.
    assert.equal((await announce(server.nobody(), 'a.pdf', 3)).status, 401);
    assert.equal((await announce(lea, 'a.pdf', 3)).status, 401);
    assert.equal((await announce(reader, 'a.pdf', 3)).status, 403);
    assert.equal((await announce(stranger, 'a.pdf', 3)).status, 403);
    const heard = await lea.follow(await lea.position());
    t.after(() => heard.close());
    const id = await sent(writer, 'Bon de commande.pdf');
    // Somebody else's upload is nobody's; the contact's is not the team's either.
    assert.equal((await put(stranger, id, 0, 'x')).status, 404);
    assert.equal((await lea.get(`/api/uploads/${id}`)).status, 404);
    assert.equal((await lea.post(`/api/clients/${client.id}/documents`, { folder_id: folder.id, files: [{ upload: id }] })).status, 422);
    assert.equal((await deposit(server.nobody(), client, folder, id)).status, 401);
    const hidden = await deposit(stranger, client, folder, id), absent = await deposit(stranger, { id: 99999999 }, { id: 99999999 }, id);
    assert.equal(hidden.status, 404);
    assert.equal(hidden.text, absent.text);
    assert.equal((await deposit(reader, client, folder, id)).status, 403);
    assert.equal((await deposit(shut, client, folder, id)).status, 404);
    assert.equal((await deposit(writer, client, { id: 0 }, id)).status, 403, 'the top is only read');
    const { files } = ok(await deposit(writer, client, folder, id), 201);
    assert.deepEqual(Object.keys(files[0]), ['id', 'name']);
    assert.equal((await deposit(writer, client, folder, id)).status, 422, 'an upload is used once');
    // The team sees it at once, and whose it is: in the list, its versions, the timeline, the history.
    await heard.wait((event) => JSON.stringify(event.data).includes('document'));
    const listed = ok(await lea.get(`/api/clients/${client.id}/documents?folder=${folder.id}`)).files.find((one) => one.id === files[0].id);
    assert.deepEqual([listed.name, listed.by, listed.media_type], ['Bon de commande.pdf', 'depote Portail', 'application/pdf']);
    const detail = ok(await lea.get(`/api/documents/${files[0].id}`));
    assert.equal(detail.versions[0].created_by_contact_id, all.writerId);
    assert.equal(detail.versions[0].by, 'depote Portail');
    assert.deepEqual(detail.readings, [], 'adding is not reading');
    const [event] = ok(await lea.get(`/api/clients/${client.id}/timeline?kinds=file`)).activities;
    assert.match(event.body, /Bon de commande\.pdf/);
    assert.deepEqual([event.contact_ids, event.direction], [[all.writerId], 'incoming']);
    // It is not new to who brought it, and is to who may read it.
    const newFor = async (person) => ok(await page(person)).files.find((one) => one.id === files[0].id).is_new;
    assert.deepEqual([await newFor(writer), await newFor(reader)], [false, true]);
});

test('the same rules as for the team: names, length, pieces, sums, type by content, no name twice', async () => {
    const { client, folder, writer } = await folderOfThree('Regles');
    for (const name of ['../../etc/passwd', 'a/b.txt', 'a\\b.txt', '.', '..', '', 'x'.repeat(256), 'a\u0000b', 'facture\u202efdp.exe', 'facture\u2066fdp.exe', 'plan\u200b.pdf', 'plan\u2060.pdf', 'pl\ufeffan.pdf'])
        assert.ok([400, 422].includes((await announce(writer, name, 1)).status), JSON.stringify(name));
    assert.equal((await announce(writer, 'a', -1)).status, 422);
    assert.equal((await announce(writer, 'a', 21 * 2 ** 30)).status, 422);
    assert.equal((await announce(writer, 'a', 3, { user_id: 1 })).status, 422);
    const { id } = ok(await announce(writer, 'morceaux.txt', 6), 201);
    assert.equal(ok(await put(writer, id, 0, 'abc')).received, 3);
    const wrong = await put(writer, id, 5, 'f');
    assert.deepEqual([wrong.status, wrong.json.received], [409, 3]);
    assert.equal((await put(writer, id, 3, 'trop long')).status, 422);
    assert.equal((await deposit(writer, client, folder, id)).status, 422, 'unfinished');
    assert.equal(ok(await put(writer, id, 3, 'def')).done, true);
    const liar = await sent(writer, `contrat-Regles.pdf`, Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]));
    const { files } = ok(await deposit(writer, client, folder, id, liar), 201);
    assert.deepEqual(files.map((one) => one.name), ['morceaux.txt', 'contrat-Regles (2).pdf']);
    const shown = ok(await writer.get(`/api/portal/clients/${client.id}/documents?folder=${folder.id}`)).files;
    assert.equal(shown.find((one) => one.id === files[1].id).media_type, 'application/zip');
    const cancelled = ok(await announce(writer, 'non.txt', 5), 201).id;
    assert.equal((await stranger.delete(`/api/portal/uploads/${cancelled}`)).status, 404);
    assert.equal((await writer.delete(`/api/portal/uploads/${cancelled}`)).status, 204);
    assert.ok(!readdirSync(join(server.folder, 'uploads')).includes(cancelled));
});

test('a preview adds nothing, and a right that was taken away counts at once', async () => {
    const { client, folder, writer, writerLink } = await folderOfThree('Retrait');
    const { url } = ok(await lea.post(`/api/client-contacts/${writerLink}/view-as`));
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) });
    assert.equal(ok(await preview.get(`/api/portal/clients/${client.id}/documents?folder=${folder.id}`)).may_add, false);
    assert.equal((await announce(preview, 'a.pdf', 3)).status, 403);
    const id = await sent(writer, 'a.pdf');
    assert.equal((await deposit(preview, client, folder, id)).status, 403);
    await switches(lea, writerLink, { portal_documents: false });
    assert.equal((await deposit(writer, client, folder, id)).status, 404);
    assert.equal((await announce(writer, 'b.pdf', 3)).status, 403);
    await switches(lea, writerLink, { portal_documents: true });
    ok(await deposit(writer, client, folder, id), 201);
    const checked = await carnet('check', '--data', server.folder);
    assert.equal(checked.code, 0, checked.stdout + checked.stderr);
});

test('a folder that opens to contacts is told in the timeline, to whom the folder is open', async () => {
    const all = await fullClient(lea, 'Ouverture');
    await invite(all.client, 'ouverte', ['observer']);
    await switches(lea, links.ouverte, everything);
    const contact = ok(await lea.get(`/api/clients/${all.client.id}`)).contacts.find((one) => one.id === links.ouverte).contact_id;
    const set = async (folder, access) => ok(await lea.send('PUT', `/api/folders/${folder.id}/rights`, { rights: [{ contact_id: contact, access }] }));
    const told = async (person = lea) => ok(await person.get(`/api/clients/${all.client.id}/timeline?kinds=file`)).activities.map((one) => one.body).filter((body) => body.includes('ouvert à'));
    await set(all.folder, 'none');
    assert.deepEqual(await told(), [], 'closing is not opening');
    await set(all.folder, 'read');
    const line = 'Dossier «\u00a0Dossier Ouverture\u00a0» ouvert à ouverte Portail';
    assert.deepEqual(await told(), [line]);
    await set(all.folder, 'full');
    assert.deepEqual(await told(), [line], 'more is not open again');
    // By the cascade, the folder below that was closed; an empty one has nothing to tell of.
    const below = ok(await lea.post(`/api/clients/${all.client.id}/folders`, { name: 'Plans', parent_id: all.folder.id }), 201).folder;
    const empty = ok(await lea.post(`/api/clients/${all.client.id}/folders`, { name: 'Vide', parent_id: all.folder.id }), 201).folder;
    ok(await lea.post(`/api/clients/${all.client.id}/documents`, { folder_id: below.id, files: [{ upload: await upload(lea, 'coupe.pdf') }] }), 201);
    for (const folder of [below, empty]) await set(folder, 'none');
    const { position } = ok(await lea.post(`/api/folders/${all.folder.id}/cascade`, { dry_run: true }));
    ok(await lea.post(`/api/folders/${all.folder.id}/cascade`, { version: position }));
    assert.deepEqual(await told(), ['Dossier «\u00a0Plans\u00a0» ouvert à ouverte Portail', line]);
    // A colleague who does not see the folder does not read its name.
    const sophie = await server.signIn(people.other_manager);
    ok(await lea.send('PUT', `/api/folders/${below.id}/rights`, { rights: [{ user_id: sophie.me.user.id, access: 'none' }] }));
    assert.deepEqual(await told(sophie), [line]);
});

test('the eye says why a folder is visible or hidden', async () => {
    const all = await fullClient(lea, 'Pourquoi');
    await invite(all.client, 'curieuse', ['observer']);
    await switches(lea, links.curieuse, everything);
    const contact = ok(await lea.get(`/api/clients/${all.client.id}`)).contacts.find((one) => one.id === links.curieuse).contact_id;
    const below = ok(await lea.post(`/api/clients/${all.client.id}/folders`, { name: 'Plans', parent_id: all.folder.id }), 201).folder;
    const why = async () => {
        const { folders } = ok(await lea.get(`/api/clients/${all.client.id}/documents/seen-by?contact=${contact}`));
        return Object.fromEntries(folders.map((one) => [one.id, one.why]));
    };
    let said = await why();
    assert.match(said[all.folder.id], /curieuse Portail\u00a0: .+, droit d’origine/);
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [{ contact_id: contact, access: 'none' }] }));
    said = await why();
    assert.match(said[all.folder.id], /droit posé sur ce dossier/);
    assert.match(said[below.id], /hérité de «\sDossier Pourquoi\s»/);
    await switches(lea, links.curieuse, { portal_documents: false });
    assert.match((await why())[below.id], /«\sVoir les documents\s» est désactivé/);
    await switches(lea, links.curieuse, { portal_documents: true, has_portal: false });
    assert.match((await why())[below.id], /accès au portail est fermé/);
    assert.equal((await server.nobody().get(`/api/clients/${all.client.id}/documents/seen-by?contact=${contact}`)).status, 401);
});

test('a new document is told by mail to the contacts who see its folder, and to nobody else', async (t) => {
    const mailbox = await new Mailbox().start();
    t.after(() => mailbox.stop());
    const other = await serveWithMail(t, mailbox);
    const staff = await other.signIn(people.manager), all = await fullClient(staff, 'Courrier');
    const join = async (key) => {
        const link = await addContact(staff, all.client, { first_name: key, last_name: 'Courrier', email: `${key}@client.example` }, { roles: ['observer'] });
        await switches(staff, link.id, { portal_documents: true });
        return { link, session: await join_portal(other, staff, link.id, `${key}@client.example`) };
    };
    const open = await join('ouvert'), shut = await join('ferme'), writer = await join('auteur');
    const { contacts } = ok(await staff.get(`/api/clients/${all.client.id}`));
    const idOf = ({ link }) => contacts.find((one) => one.id === link.id).contact_id;
    ok(await staff.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [{ contact_id: idOf(shut), access: 'none' }, { contact_id: idOf(writer), access: 'full' }] }));
    const news = (key) => mailbox.to(`${key}@client.example`).filter((mail) => /portal\/documents/.test(mail.text));
    ok(await staff.post(`/api/clients/${all.client.id}/documents`, { folder_id: all.folder.id, files: [{ upload: await upload(staff, 'Devis secret.pdf') }] }), 201);
    await until(() => news('ouvert').length && news('auteur').length, 'the news');
    assert.match(news('ouvert')[0].text, new RegExp(`Devis secret\\.pdf[\\s\\S]*/portal/documents\\?folder=${all.folder.id}`));
    assert.deepEqual(mailbox.to('ferme@client.example').filter((mail) => /Devis/.test(mail.text + mail.html)), []);
    // What a contact brings is told to the others.
    ok(await deposit(writer.session, all.client, all.folder, await sent(writer.session, 'Bon signé.pdf')), 201);
    await until(() => news('ouvert').some((mail) => mail.text.includes('Bon signé.pdf')), 'the news of the contact’s file');
    assert.ok(!news('auteur').some((mail) => mail.text.includes('Bon signé.pdf')));
    assert.ok(!mailbox.to('ferme@client.example').some((mail) => mail.text.includes('Bon signé')));
});
