// A disk that is full: uploads of the team and of contacts get a clear answer in the middle of a file, what was there stays,
// nothing is left over, and when there is room again the upload goes on. A limit on the size of files stands for the disk
// (the server is told "no more" at the same place); with the rights to mount one, a small file system that really is full.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { carnet, people, Server, workspace } from './kit.mjs';
import { addContact, fullClient, join_portal, ok, switches } from './portal_world.mjs';

const MB = 1 << 20;
const binary = { 'Content-Type': 'application/octet-stream' };
const announce = (person, base, name, size) => person.post(base, { name, size });
const put = (person, base, id, offset, bytes) => person.send('PUT', `${base}/${id}?offset=${offset}`, bytes, binary);
const leftOver = (folder) => readdirSync(join(folder, 'uploads'));
const clean = async (folder) => {
    const checked = await carnet('check', '--data', folder);
    assert.equal(checked.code, 0, checked.stdout + checked.stderr);
};

// Somebody of the team and a contact who may add files.
async function two(server) {
    const lea = await server.signIn(people.manager), all = await fullClient(lea, 'Plein');
    const link = await addContact(lea, all.client, { first_name: 'Claire', last_name: 'Plein', email: 'claire@client.example' }, { roles: ['observer'] });
    await switches(lea, link.id, { portal_documents: true });
    const contact = ok(await lea.get(`/api/clients/${all.client.id}`)).contacts.find((one) => one.id === link.id).contact_id;
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, { rights: [{ contact_id: contact, access: 'full' }] }));
    const claire = await join_portal(server, lea, link.id, 'claire@client.example');
    return { lea, claire, ...all };
}

test('no more room in the middle of a file: said, kept, and no orphan', async (t) => {
    const folder = await workspace();
    const limit = Math.ceil(statSync(join(folder, 'carnet.db')).size / MB) + 24;
    // The server hears of the limit as an error, not as a signal that ends it.
    let server = await Server.start(folder, {}, `trap '' XFSZ; ulimit -f ${limit * 1024}`);
    t.after(() => server.stop());
    const scene = await two(server);
    const size = (limit + 4) * MB, piece = Buffer.alloc(4 * MB, 'plein');
    const begun = {};
    for (const [who, person, base] of [['team', scene.lea, '/api/uploads'], ['contact', scene.claire, '/api/portal/uploads']]) {
        const { id } = ok(await announce(person, base, `grand-${who}.bin`, size), 201);
        let sent = 0, answer;
        while ((answer = await put(person, base, id, sent, piece)).status === 200) sent = answer.json.received;
        assert.ok([503, 507].includes(answer.status), `${answer.status} ${answer.text}`);
        assert.match(answer.json.detail, /pas assez de place sur le disque/);
        const { received } = ok(await person.get(`${base}/${id}`));
        assert.ok(received >= sent && received < size, `${received}`);
        begun[who] = { id, received };
        // Everything else goes on.
        ok(await scene.lea.post(`/api/clients/${scene.client.id}/messages`, { body: 'Le disque est plein', visibility: 'shared' }), 201);
        assert.equal((await scene.claire.get('/api/portal/session')).status, 200);
    }
    const listed = ok(await scene.lea.get(`/api/clients/${scene.client.id}/documents?folder=${scene.folder.id}`)).files;
    assert.equal(listed.length, 1);
    assert.equal((await scene.claire.delete(`/api/portal/uploads/${begun.contact.id}`)).status, 204);
    assert.deepEqual(leftOver(folder), [begun.team.id], 'what was given up is gone, what may go on is not');
    assert.equal(await server.stop(), 0);
    await clean(folder);
    // Room again: the upload goes on where it was.
    server = await Server.start(folder);
    const lea = await server.signIn(people.manager);
    const { id } = begun.team;
    let { received } = ok(await lea.get(`/api/uploads/${id}`)), answer;
    do {
        answer = ok(await put(lea, '/api/uploads', id, received, piece.subarray(0, Math.min(piece.length, size - received))));
        ({ received } = answer);
    } while (!answer.done);
    ok(await lea.post(`/api/clients/${scene.client.id}/documents`, { folder_id: scene.folder.id, files: [{ upload: id }] }), 201);
    assert.deepEqual(leftOver(folder), []);
    await server.stop();
    await clean(folder);
});

// Only where this may be done (a container of its own usually may not): the rest is above.
const mounted = () => {
    if (process.getuid() !== 0) return '';
    const point = mkdtempSync(join(tmpdir(), 'carnet-small-'));
    try {
        execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m', 'tmpfs', point], { stdio: 'pipe' });
        return point;
    } catch {
        rmSync(point, { recursive: true });
        return '';
    }
};
test('a file system that is really full', async (t) => {
    const point = mounted();
    if (!point) return t.skip('no right to mount a small file system');
    t.after(() => { execFileSync('umount', ['-l', point]); rmSync(point, { recursive: true, force: true }); });
    const folder = join(point, 'data'), ballast = join(point, 'ballast');
    mkdirSync(folder);
    cpSync(await workspace(), folder, { recursive: true });
    const server = await Server.start(folder);
    t.after(() => server.stop());
    const scene = await two(server), piece = Buffer.alloc(4 * MB, 'plein');
    assert.equal((await announce(scene.claire, '/api/portal/uploads', 'trop.bin', 500 * MB)).status, 503, 'said before a byte is sent');
    const { id } = ok(await announce(scene.claire, '/api/portal/uploads', 'grand.bin', 40 * MB), 201);
    assert.equal(ok(await put(scene.claire, '/api/portal/uploads', id, 0, piece)).received, 4 * MB);
    // Somebody else fills the disk.
    try { for (let i = 0; ; ++i) writeFileSync(`${ballast}${i}`, Buffer.alloc(MB)); } catch (error) { assert.equal(error.code, 'ENOSPC'); }
    const refused = await put(scene.claire, '/api/portal/uploads', id, 4 * MB, piece);
    assert.ok([503, 507].includes(refused.status), `${refused.status} ${refused.text}`);
    // Changes are taken as long as the log has room, then refused in words too; what is refused is not there, and reading
    // goes on.
    let message, sent = 0;
    while ((message = await scene.lea.post(`/api/clients/${scene.client.id}/messages`, { body: `n° ${sent} ${'x'.repeat(4000)}` })).status === 201 && sent < 1000) ++sent;
    assert.equal(message.status, 503, message.text);
    assert.match(message.json.detail, /disque/);
    const { items: messages } = ok(await scene.lea.get(`/api/clients/${scene.client.id}/messages?limit=100`));
    assert.ok(!messages.some((one) => one.body.startsWith(`n° ${sent} `)) && (sent === 0 || messages.some((one) => one.body.startsWith(`n° ${sent - 1} `))));
    assert.equal((await scene.claire.get(`/api/portal/clients/${scene.client.id}/documents`)).status, 200);
    for (const name of readdirSync(point)) if (name.startsWith('ballast')) rmSync(join(point, name));
    const { received } = ok(await scene.claire.get(`/api/portal/uploads/${id}`));
    ok(await put(scene.claire, '/api/portal/uploads', id, received, piece));
    assert.equal((await scene.claire.delete(`/api/portal/uploads/${id}`)).status, 204);
    assert.deepEqual(leftOver(folder), []);
    await server.stop();
    await clean(folder);
});
