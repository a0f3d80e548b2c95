// Documents over HTTP: uploads that are cut and go on, rights of folders for every route, what is hidden stays hidden,
// the cascade, undo, files that lie about themselves, kill -9 in the middle.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { carnet, changeDatabase, people, serve, Server, workspace } from './kit.mjs';

const sum = (bytes) => createHash('sha256').update(bytes).digest('hex');
const binary = { 'Content-Type': 'application/octet-stream' };
const pdf = Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n', 'latin1');
const zip = Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(60)]);

async function announce(person, name, size, more = {}) {
    return person.post('/api/uploads', { name, size, ...more });
}
const put = (person, id, offset, bytes) => person.send('PUT', `/api/uploads/${id}?offset=${offset}`, bytes, binary);

async function upload(person, name, content) {
    const bytes = Buffer.from(content);
    const begun = await announce(person, name, bytes.length);
    assert.equal(begun.status, 201, begun.text);
    const sent = await put(person, begun.json.id, 0, bytes);
    assert.equal(sent.status, 200, sent.text);
    assert.equal(sent.json.done, true);
    return begun.json.id;
}
async function add(person, client, name, content, folder) {
    const answer = await person.post(`/api/clients/${client}/documents`, { folder_id: folder ?? null, files: [{ upload: await upload(person, name, content) }] });
    assert.equal(answer.status, 201, answer.text);
    return answer.json.documents[0];
}
async function make(person, client, name, parent) {
    const answer = await person.post(`/api/clients/${client}/folders`, { name, parent_id: parent ?? null });
    assert.equal(answer.status, 201, answer.text);
    return answer.json.folder.id;
}
const listed = async (person, client, query = '') => (await person.get(`/api/clients/${client}/documents?${query}`)).json;
const names = (rows) => rows.map((row) => row.name).sort();
const right = (person, folder, ...rights) => person.send('PUT', `/api/folders/${folder}/rights`, { rights });
function stored(folder) {
    const files = [];
    try {
        for (const first of readdirSync(join(folder, 'files'))) for (const rest of readdirSync(join(folder, 'files', first))) files.push(first + rest);
    } catch { /* no file yet */ }
    return files;
}

test('a file is sent in pieces, cut anywhere, and goes on where it stopped', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const before = stored(server.folder);
    const bytes = Buffer.from(Array.from({ length: 3000 }, (_, i) => i % 251));
    for (const cut of [0, 1, 1499, 2999]) {
        const { id } = (await announce(lea, `cut ${cut}.bin`, bytes.length)).json;
        assert.equal((await put(lea, id, 0, bytes.subarray(0, cut))).json.received, cut);
        const wrong = await put(lea, id, cut + 1, bytes.subarray(cut));
        assert.equal(wrong.status, 409);
        assert.equal(wrong.json.received, cut);
        assert.equal((await lea.get(`/api/uploads/${id}`)).json.received, cut);
        assert.equal((await put(lea, id, cut, bytes.subarray(cut))).json.done, true);
    }
    assert.deepEqual(stored(server.folder).filter((one) => !before.includes(one)), [sum(bytes)], 'the same bytes are stored once');
});

test('what was not announced so is refused with a reason', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const other = await server.signIn(people.owner);
    const before = stored(server.folder).sort();
    const { id } = (await announce(lea, 'short.txt', 3)).json;
    assert.equal((await put(lea, id, 0, 'long')).status, 422, 'longer than announced');
    assert.equal((await put(other, id, 0, 'abc')).status, 404, 'somebody else’s');
    assert.equal((await put(server.nobody(), id, 0, 'abc')).status, 401);
    assert.equal((await lea.post('/api/clients/1/documents', { files: [{ upload: id }] })).status, 422, 'unfinished');
    const { id: damaged } = (await announce(lea, 'damaged.txt', 3, { sha256: sum('abc') })).json;
    const refused = await put(lea, damaged, 0, 'abd');
    assert.equal(refused.status, 422);
    assert.match(refused.json.detail, /abîmé/);
    assert.equal((await lea.delete(`/api/uploads/${id}`)).status, 204);
    assert.equal((await put(lea, id, 0, 'abc')).status, 404);
    assert.deepEqual(stored(server.folder).sort(), before);
});

test('hostile names get a clear answer', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    for (const name of ['../../etc/passwd', 'a/b.txt', 'a\\b.txt', '.', '..', '', 'x'.repeat(256), 'a\u0000b', 'facture\u202efdp.exe', 'facture\u2066fdp.exe', 'plan\u200b.pdf', 'plan\u2060.pdf', 'pl\ufeffan.pdf']) {
        const answer = await announce(lea, name, 1);
        assert.ok([400, 422].includes(answer.status), `${JSON.stringify(name)}: ${answer.status}`);
    }
    for (const name of ['x'.repeat(255), '📷 été.jpg', '.env', 'Plan "final" ; v2.pdf', '%2e%2e%2f.txt']) {
        const document = await add(lea, 1, name, name);
        assert.equal(document.name, name);
        const file = await lea.get(`/api/document-versions/${document.version_id}/file`);
        assert.equal(file.text, name);
        const star = /filename\*=UTF-8''([^;]+)$/.exec(file.headers.get('content-disposition'))[1];
        assert.equal(decodeURIComponent(star), name);
    }
    const twice = await add(lea, 1, '.env', 'other');
    assert.equal(twice.name, '.env (2)');
});

test('the content says what a file is; only pictures and PDF are shown', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const cases = [
        ['contrat.pdf', pdf, 'application/pdf', true], ['faux.pdf', zip, 'application/zip', false],
        ['page.png', '<!DOCTYPE html><script>alert(1)</script>', 'text/html', false],
        ['dessin.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml', false],
        ['photo.txt', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'image/png', true],
    ];
    for (const [name, bytes, type, shown] of cases) {
        const document = await add(lea, 1, name, bytes);
        assert.equal(document.media_type, type, name);
        assert.equal(document.inline, shown, name);
        const file = await lea.get(`/api/document-versions/${document.version_id}/file?inline=1`);
        assert.equal(file.headers.get('content-disposition').startsWith('inline'), shown, name);
        assert.equal(file.headers.get('x-content-type-options'), 'nosniff');
        assert.match(file.headers.get('content-security-policy'), /default-src 'none'/);
        if (!shown) assert.doesNotMatch(file.headers.get('content-type'), /html|svg/);
    }
});

test('a file is given in parts and not twice', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const { version_id } = await add(lea, 1, 'chiffres.txt', '0123456789');
    const path = `/api/document-versions/${version_id}/file`;
    const whole = await lea.get(path);
    assert.equal(whole.text, '0123456789');
    assert.equal(whole.headers.get('content-length'), '10');
    const part = await lea.get(path, { Range: 'bytes=2-4' });
    assert.equal(part.status, 206);
    assert.equal(part.text, '234');
    assert.equal(part.headers.get('content-range'), 'bytes 2-4/10');
    assert.equal((await lea.get(path, { Range: 'bytes=99-' })).status, 416);
    assert.equal((await lea.get(path, { 'If-None-Match': whole.headers.get('etag') })).status, 304);
    const head = await lea.send('HEAD', path);
    assert.equal(head.headers.get('content-length'), '10');
});

test('folders, versions, names, moving, the bin, and undo', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const client = (await lea.create({ kind: 'company', legal_name: 'Documents de Léa' })).id;
    const plans = await make(lea, client, 'Plans');
    const old = await make(lea, client, 'Anciens', plans);
    assert.equal((await lea.post(`/api/clients/${client}/folders`, { name: 'plans' })).status, 422, 'the name is taken');
    const document = await add(lea, client, 'Plan.pdf', pdf, plans);
    const version = await lea.post(`/api/documents/${document.id}/versions`, { upload: await upload(lea, 'Plan v2.pdf', '%PDF-2') });
    assert.equal(version.json.document.number, 2);
    const detail = (await lea.get(`/api/documents/${document.id}`)).json;
    assert.deepEqual(detail.versions.map((v) => [v.number, v.file_name]), [[2, 'Plan v2.pdf'], [1, 'Plan.pdf']]);
    assert.equal((await lea.change(`/api/documents/${document.id}`, { name: 'Plan définitif.pdf', folder_id: old })).status, 200);
    assert.deepEqual(names((await listed(lea, client, `folder=${old}`)).files), ['Plan définitif.pdf']);
    assert.deepEqual(names((await listed(lea, client, 'q=definitif')).files), ['Plan définitif.pdf'], 'search without accents');
    assert.equal((await lea.change(`/api/folders/${plans}`, { parent_id: old })).status, 422, 'not into itself');
    assert.equal((await lea.delete(`/api/folders/${plans}`)).status, 200);
    assert.deepEqual((await listed(lea, client)).folders, []);
    assert.equal((await listed(lea, client)).count, 0);
    assert.equal((await lea.get(`/api/document-versions/${document.version_id}/file`)).status, 404, 'in the bin');
    assert.deepEqual(names((await listed(lea, client, 'bin')).folders), ['Plans']);
    assert.equal((await lea.post('/api/undo')).status, 200);
    assert.deepEqual(names((await listed(lea, client)).folders), ['Anciens', 'Plans']);
    assert.equal((await lea.post(`/api/clients/${client}/documents/bulk`, { documents: [document.id], bin: true })).status, 200);
    assert.deepEqual(names((await listed(lea, client, 'bin')).files), ['Plan définitif.pdf']);
    assert.equal((await lea.post(`/api/documents/${document.id}/restore`)).status, 200);
    // The whole of an addition goes with one undo, its event on the timeline too, and comes back with one redo.
    const added = await lea.post(`/api/clients/${client}/documents`, { files: [{ upload: await upload(lea, 'a.txt', 'a') }, { upload: await upload(lea, 'b.txt', 'b') }] });
    const events = async () => (await lea.get(`/api/clients/${client}/timeline?kinds=file`)).json.activities.map((a) => a.body);
    assert.equal((await events())[0], 'a.txt et un autre fichier déposés');
    assert.equal((await lea.post('/api/undo', { action: added.json.action })).status, 200);
    assert.deepEqual((await listed(lea, client)).files, []);
    assert.equal((await events()).length, 2);
    assert.equal((await lea.post('/api/redo')).status, 200);
    assert.deepEqual(names((await listed(lea, client)).files), ['a.txt', 'b.txt']);
    assert.equal((await carnet('check', '--data', server.folder)).code, 0);
});

test('nobody, the wrong person and the right person at every route', async (t) => {
    const server = await serve(t);
    const [camille, lea, ines] = await Promise.all([people.admin, people.manager, people.member].map((email) => server.signIn(email)));
    const client = (await lea.create({ kind: 'company', legal_name: 'Rien pour Inès' })).id;
    const folder = await make(lea, client, 'Dossier');
    const document = await add(lea, client, 'secret.txt', 'secret', folder);
    const routes = [
        ['GET', `/api/clients/${client}/documents`], ['POST', `/api/clients/${client}/documents`, { folder_id: folder, files: [{ upload: 'x' }] }],
        ['GET', `/api/documents/${document.id}`], ['PATCH', `/api/documents/${document.id}`, { fields: { name: { value: 'x', version: 1 } } }],
        ['POST', `/api/documents/${document.id}/versions`, { upload: 'x' }], ['DELETE', `/api/documents/${document.id}`],
        ['POST', `/api/documents/${document.id}/restore`, {}], ['GET', `/api/document-versions/${document.version_id}/file`],
        ['POST', `/api/clients/${client}/folders`, { name: 'x', parent_id: folder }], ['PATCH', `/api/folders/${folder}`, { fields: { name: { value: 'x', version: 1 } } }],
        ['DELETE', `/api/folders/${folder}`], ['POST', `/api/folders/${folder}/restore`, {}],
        ['POST', `/api/clients/${client}/documents/bulk`, { documents: [document.id], bin: true }],
        ['GET', `/api/clients/${client}/documents/rights`], ['GET', `/api/folders/${folder}/rights`],
        ['PUT', `/api/folders/${folder}/rights`, { rights: [] }], ['POST', `/api/folders/${folder}/cascade`, { dry_run: true }],
        ['GET', `/api/clients/${client}/documents/seen-by?user=${lea.me.user.id}`],
    ];
    for (const [method, path, body] of routes) {
        assert.equal((await server.nobody().send(method, path, body)).status, 401, `${method} ${path} as nobody`);
        const answer = await ines.send(method, path, body);
        assert.equal(answer.status, 404, `${method} ${path} as a member who does not see the client`);
        assert.doesNotMatch(answer.text, /secret|Dossier/);
    }
    // Read only: sees, does not write.
    assert.equal((await right(lea, folder, { user_id: camille.me.user.id, access: 'read' })).status, 200);
    assert.equal((await camille.get(`/api/document-versions/${document.version_id}/file`)).text, 'secret');
    const writes = routes.filter(([method, path, body]) => method !== 'GET' && !path.endsWith('restore') && !body?.dry_run);
    for (const [method, path, body] of writes.filter(([, path]) => !path.includes('bulk')))
        assert.equal((await camille.send(method, path, body)).status, 403, `${method} ${path} as a reader`);
    assert.equal((await camille.post(`/api/clients/${client}/documents/bulk`, { documents: [document.id], bin: true })).status, 403);
    assert.equal((await listed(camille, client, `folder=${folder}`)).folders[0].access, 'read');
});

test('a folder with the right none is not there: lists, counts, search, timeline, history, undo and live changes', async (t) => {
    const server = await serve(t);
    const [camille, lea] = await Promise.all([people.admin, people.manager].map((email) => server.signIn(email)));
    const client = (await lea.create({ kind: 'company', legal_name: 'Cachettes' })).id;
    const outer = await make(lea, client, 'Zone Licorne');
    const inner = await make(lea, client, 'Sous Licorne', outer);
    const open = await make(lea, client, 'Visible quand même', inner);
    const document = await add(lea, client, 'Licorne.txt', 'secret', inner);
    await add(lea, client, 'ouvert.txt', 'open', open);
    const before = (await camille.get(`/api/clients/${client}`)).json.counts;
    assert.equal(before.documents, 2);
    assert.equal((await right(lea, outer, { user_id: camille.me.user.id, access: 'none' })).status, 200);
    assert.equal((await right(lea, open, { user_id: camille.me.user.id, access: 'read' })).status, 200);

    const stream = await camille.follow(await camille.position());
    const all = [];
    for (const path of [`documents`, `documents?q=licorne`, `documents?bin`, `documents/rights`, `timeline`, `history`, `documents/seen-by?user=${lea.me.user.id}`])
        all.push((await camille.get(`/api/clients/${client}/${path}`)).text);
    all.push((await camille.get('/api/journal?limit=50')).text);
    for (const text of all) assert.doesNotMatch(text, /licorne/i);
    const tree = (await listed(camille, client)).folders;
    assert.deepEqual(tree.map((f) => [f.name, f.parent_id]), [['Visible quand même', null]], 'a seen folder hangs on no hidden one');
    const counts = (await camille.get(`/api/clients/${client}`)).json.counts;
    assert.equal(counts.documents, 1);
    assert.equal(counts.activities, before.activities - 1);
    for (const path of [`/api/clients/${client}/documents?folder=${inner}`, `/api/documents/${document.id}`, `/api/document-versions/${document.version_id}/file`, `/api/folders/${inner}/rights`])
        assert.equal((await camille.get(path)).status, 404, path);
    assert.equal((await camille.post(`/api/clients/${client}/folders`, { name: 'x', parent_id: inner })).status, 404);
    assert.equal((await camille.delete(`/api/documents/${document.id}`)).status, 404);

    // Somebody works in there: not a byte for Camille, though the next visible change arrives.
    const hidden = await lea.change(`/api/documents/${document.id}`, { name: 'Licorne 2.txt' });
    assert.equal(hidden.status, 200);
    assert.equal((await camille.post('/api/undo', { action: hidden.json.action })).status, 404);
    await add(lea, client, 'ouvert aussi.txt', 'open too', open);
    const told = await stream.wait((e) => e.name === 'rows');
    assert.equal(stream.events.filter((e) => e.name === 'rows').length, 1);
    assert.ok(told.data.touched.some((touch) => touch.entity === 'document'));
    stream.close();

    // The owner always sees, and nobody takes that away.
    const karim = await server.signIn(people.owner);
    assert.equal((await right(lea, outer, { user_id: karim.me.user.id, access: 'none' })).status, 422);
});

test('the cascade says what it changes, changes that in one action, and undo takes it back', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager);
    const { client, contacts } = (await lea.post('/api/clients', {
        client: { kind: 'company', legal_name: 'Cascade' },
        contacts: [{ contact: { last_name: 'Claire' }, has_portal: true, portal_documents: true }, { contact: { last_name: 'Marc' }, portal_documents: true }],
    })).json;
    const [claire, marc] = contacts.map((link) => link.contact.id);
    const top = await make(lea, client.id, '02 Projets');
    const child = await make(lea, client.id, 'Refonte', top);
    const kept = await make(lea, client.id, 'Notes de chantier', top);
    await right(lea, top, { contact_id: marc, access: 'read' });
    await right(lea, child, { contact_id: claire, access: 'full' }, { contact_id: marc, access: 'none' });
    await right(lea, kept, { contact_id: claire, access: 'none' });
    assert.equal((await lea.change(`/api/folders/${kept}`, { outside_cascade: true })).status, 200);
    const plan = (await lea.post(`/api/folders/${top}/cascade`, { dry_run: true })).json;
    assert.deepEqual(plan.changes.map((c) => [c.name, c.folder, c.before, c.after]), [['Claire', 'Refonte', 'full', 'read'], ['Marc', 'Refonte', 'none', 'read']]);
    assert.deepEqual([plan.gains, plan.losses, plan.closed, plan.untouched], [1, 1, ['Marc'], ['Notes de chantier']]);
    const access = async () => Object.fromEntries((await lea.get(`/api/folders/${child}/rights`)).json.rights.map((r) => [r.name, r.access]));
    assert.equal((await access()).Claire, 'full', 'a dry run changes nothing');
    await right(lea, child, { contact_id: claire, access: 'none' });
    assert.equal((await lea.post(`/api/folders/${top}/cascade`, { version: plan.position })).status, 409, 'another list than the one shown');
    const again = (await lea.post(`/api/folders/${top}/cascade`, { dry_run: true })).json;
    const done = await lea.post(`/api/folders/${top}/cascade`, { version: again.position });
    assert.equal(done.status, 200, done.text);
    assert.deepEqual([(await access()).Claire, (await access()).Marc], ['read', 'read']);
    assert.equal((await lea.post('/api/undo')).status, 200);
    assert.deepEqual([(await access()).Claire, (await access()).Marc], ['none', 'none']);
    // The eye: what each sees now. Marc has no portal yet.
    const eye = async (who) => (await lea.get(`/api/clients/${client.id}/documents/seen-by?${who}`)).json;
    assert.deepEqual([(await eye(`contact=${claire}`)).visible, (await eye(`contact=${claire}`)).hidden], [1, 2]);
    assert.equal((await eye(`contact=${marc}`)).visible, 0);
    assert.equal((await lea.get(`/api/clients/${client.id}/documents/seen-by?contact=999999`)).status, 404);
    // A member may write in folders and not say who else may.
    const ines = await server.signIn(people.member);
    const theirs = (await ines.find('limit=1')).rows[0].id;
    const own = await make(ines, theirs, 'À moi');
    assert.equal((await ines.send('PUT', `/api/folders/${own}/rights`, { rights: [{ user_id: lea.me.user.id, access: 'none' }] })).status, 403);
});

test('killed in the middle: what was acknowledged is there, the rest leaves no trace', async (t) => {
    const folder = await workspace();
    let server = await Server.start(folder);
    let lea = await server.signIn(people.manager);
    const bytes = Buffer.alloc(3 << 20, 7);
    const { id } = (await announce(lea, 'gros.bin', bytes.length)).json;
    assert.equal((await put(lea, id, 0, bytes.subarray(0, 1 << 20))).json.received, 1 << 20);
    const kept = await add(lea, 1, 'gardé.txt', 'gardé');
    const racing = put(lea, id, 1 << 20, bytes.subarray(1 << 20)).catch(() => null);
    await server.kill();
    await racing;
    const check = await carnet('check', '--data', folder);
    assert.equal(check.code, 0, check.stdout);
    // What dies between the database and the disk leaves files that no row knows: gone with the next announcement.
    const stray = 's'.repeat(43), orphan = '0'.repeat(64), inStore = join(folder, 'files', orphan.slice(0, 2), orphan.slice(2));
    writeFileSync(join(folder, 'uploads', stray), 'reste');
    mkdirSync(dirname(inStore), { recursive: true });
    writeFileSync(inStore, 'reste');
    utimesSync(inStore, 0, 0);
    server = await Server.start(folder);
    t.after(() => server.stop());
    lea = await server.signIn(people.manager);
    assert.equal((await announce(lea, 'suite.txt', 3)).status, 201);
    assert.ok(!readdirSync(join(folder, 'uploads')).includes(stray));
    assert.ok(!stored(folder).includes(orphan) && stored(folder).includes(sum('gardé')));
    assert.equal((await lea.get(`/api/document-versions/${kept.version_id}/file`)).text, 'gardé');
    const { received, done } = (await lea.get(`/api/uploads/${id}`)).json;
    if (!done) assert.equal((await put(lea, id, received, bytes.subarray(received))).json.done, true);
    const added = await lea.post('/api/clients/1/documents', { files: [{ upload: id }] });
    assert.equal(added.status, 201);
    const back = await lea.get(`/api/document-versions/${added.json.documents[0].version_id}/file`);
    assert.equal(sum(back.bytes), sum(bytes));
});

test('the check finds damaged and missing files; a backup holds them', async (t) => {
    const folder = await workspace();
    const server = await Server.start(folder);
    const lea = await server.signIn(people.manager);
    const one = await add(lea, 1, 'un.txt', 'un');
    await add(lea, 1, 'deux.txt', 'deux');
    const copy = `${folder}-backup`, back = `${folder}-back`, unknown = `${folder}-unknown`;
    t.after(() => [copy, back, unknown].forEach((path) => rmSync(path, { recursive: true, force: true })));
    assert.equal((await carnet('backup', copy, '--data', folder)).code, 0);
    await server.stop();
    const path = (content) => join(folder, 'files', sum(content).slice(0, 2), sum(content).slice(2));
    chmodSync(path('deux'), 0o600);
    writeFileSync(path('deux'), 'DEUX');
    rmSync(path('un'));
    const check = await carnet('check', '--data', folder);
    assert.equal(check.code, 1);
    assert.match(check.stdout, new RegExp(`${sum('un')}.*absent`));
    assert.match(check.stdout, new RegExp(`${sum('deux')}.*abîmé`));
    assert.equal((await carnet('restore', copy, '--data', unknown)).code, 0);
    changeDatabase(unknown, `PRAGMA foreign_keys = OFF; DELETE FROM stored_file WHERE sha256 = '${sum('un')}'`);
    const found = await carnet('check', '--data', unknown);
    assert.equal(found.code, 1);
    assert.match(found.stdout, new RegExp(`document_version ${one.version_id}.*${sum('un')} n’est pas connu`));
    assert.equal((await carnet('restore', copy, '--data', back)).code, 0);
    assert.equal((await carnet('check', '--data', back)).code, 0);
    const restored = await Server.start(back);
    t.after(() => restored.stop());
    const again = await restored.signIn(people.manager);
    assert.equal((await again.get(`/api/document-versions/${one.version_id}/file`)).text, 'un');
    assert.equal(statSync(join(copy, 'files')).isDirectory(), true);
});

test('a right of a folder tells first whom it lets in or shuts out, and is applied only to what was shown (X-07)', async (t) => {
    const server = await serve(t);
    const lea = await server.signIn(people.manager), ines = await server.signIn(people.member);
    const client = (await lea.create({ legal_name: 'Simulateur SARL', owner_id: ines.me.user.id })).id;
    const top = await make(lea, client, '03 Facturation'), child = await make(lea, client, 'Devis', top), other = await make(lea, client, 'Contrats', top);
    assert.equal((await right(lea, other, { user_id: ines.me.user.id, access: 'full' })).status, 200);
    const rights = [{ user_id: ines.me.user.id, access: 'none' }], path = `/api/folders/${top}/rights`;
    const before = await lea.position();
    const plan = (await lea.send('PUT', path, { rights, dry_run: true })).json;
    assert.deepEqual(plan.changes.map((one) => [one.folder, one.after]), [['03 Facturation', 'none'], ['Devis', 'none']], 'a folder with a right of its own keeps it');
    assert.equal(plan.losses, 2);
    assert.equal(await lea.position(), before);
    assert.equal((await ines.get(`/api/folders/${child}/rights`)).status, 200);
    // Somebody changes rights in between: what was shown is no longer true.
    assert.equal((await right(lea, child, { user_id: ines.me.user.id, access: 'read' })).status, 200);
    assert.equal((await lea.send('PUT', path, { rights, version: plan.position })).status, 409);
    assert.equal((await lea.send('PUT', path, { rights, version: 'x' })).status, 422);
    const again = (await lea.send('PUT', path, { rights, dry_run: true })).json;
    assert.deepEqual(again.changes.map((one) => one.folder), ['03 Facturation']);
    assert.equal((await lea.send('PUT', path, { rights, version: again.position })).status, 200);
    assert.equal((await ines.get(path)).status, 404);
    // The list is for those who may set rights: not for a member, not for nobody.
    assert.equal((await ines.send('PUT', `/api/folders/${child}/rights`, { rights, dry_run: true })).status, 403);
    assert.equal((await server.nobody().send('PUT', path, { rights, dry_run: true })).status, 401);
});
