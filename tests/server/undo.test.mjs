// Undo, redo and history: every kind of write can be taken back, and what changed since is never trampled.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, owner, admin, manager;
before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    admin = await server.signIn('camille@mistral.example');
    manager = await server.signIn('lea@mistral.example');
});

// A sheet without what tells when and by whom it was last touched.
const sheet = async (id) => {
    const answer = await admin.get(`/api/clients/${id}`);
    if (answer.status !== 200) return answer.status;
    const { client, contacts, addresses, projects } = answer.json;
    const timeline = (await admin.get(`/api/clients/${id}/timeline`)).json.activities;
    return JSON.parse(JSON.stringify({ client, contacts, addresses, projects, timeline },
        (key, value) => (['version', 'updated_at', 'updated_by'].includes(key) ? undefined : value)));
};
const row = async (id) => (await admin.find('limit=1000')).rows.find((r) => r.id === id);

test('every write of a sheet is undone and done again', async () => {
    const created = await admin.post('/api/clients', {
        client: { legal_name: 'Annulable SAS' }, contacts: [{ contact: { last_name: 'Durand' } }], addresses: [{ city: 'Lyon' }],
    });
    const { client, contacts, addresses } = created.json;
    const project = (await admin.post(`/api/clients/${client.id}/projects`, { name: 'P', budget_cents: 1000 })).json.project;
    const note = (await admin.post(`/api/clients/${client.id}/activities`, { kind: 'note', body: 'N' })).json.activity;
    const writes = {
        field: () => admin.change(`/api/clients/${client.id}`, { notes: 'Bonjour', siren: '732829320', tag_ids: [1, 2] }),
        state: () => admin.change(`/api/clients/${client.id}`, { state: 'active' }),
        contact: () => admin.change(`/api/contacts/${contacts[0].contact.id}`, { first_name: 'Zoé' }),
        link: () => admin.change(`/api/client-contacts/${contacts[0].id}`, { roles: ['technical'], is_active: false }),
        contact_and_link: async () => {
            const version = await admin.position();
            return admin.patch(`/api/client-contacts/${contacts[0].id}`, {
                fields: { job_title: { value: 'Gérante', version } }, contact: { email: { value: 'zoe@durand.example', version } },
            });
        },
        contact_added_with_fields: async () => admin.patch(`/api/clients/${client.id}`, {
            fields: { trade_name: { value: 'Annulable', version: await admin.position() } }, contacts: [{ contact: { last_name: 'Trois' } }],
        }),
        second_contact: () => admin.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: 'Deux' }, is_main: true }),
        unlink: () => admin.delete(`/api/client-contacts/${contacts[0].id}`),
        address: () => admin.post(`/api/clients/${client.id}/addresses`, { city: 'Metz', is_main: true }),
        address_gone: () => admin.delete(`/api/addresses/${addresses[0].id}`),
        project: () => admin.change(`/api/projects/${project.id}`, { state: 'done', progress: 100 }),
        activity: () => admin.change(`/api/activities/${note.id}`, { body: 'Autre' }),
        activity_gone: () => admin.delete(`/api/activities/${note.id}`),
        archive: () => admin.post(`/api/clients/${client.id}/archive`),
        bin: () => admin.post(`/api/clients/${client.id}/bin`),
        bulk: () => admin.post('/api/clients/bulk', { ids: [client.id], fields: { state: 'suspended' }, tags_add: [3] }),
    };
    for (const [name, write] of Object.entries(writes)) {
        const before = await sheet(client.id), row_before = await row(client.id);
        const written = await write();
        assert.ok(written.status < 300, `${name}: ${written.status} ${written.text}`);
        const after = await sheet(client.id);
        assert.notDeepEqual(after, before, name);
        const undone = await admin.post('/api/undo');
        assert.equal(undone.status, 200, `${name}: ${undone.text}`);
        assert.equal(undone.json.undone, written.json.action, name);
        assert.deepEqual(await sheet(client.id), before, `${name}: undone`);
        assert.deepEqual(await row(client.id), row_before, `${name}: the list follows`);
        const redone = await admin.post('/api/redo');
        assert.equal(redone.status, 200, `${name}: ${redone.text}`);
        assert.deepEqual(await sheet(client.id), after, `${name}: done again`);
        assert.equal((await admin.post('/api/undo')).status, 200, name);
        assert.deepEqual(await sheet(client.id), before, `${name}: undone again`);
    }
});

test('a creation is undone whole, unless somebody built on it', async () => {
    const made = (await manager.post('/api/clients', { client: { legal_name: 'Éphémère' }, contacts: [{ contact: { last_name: 'X' } }] })).json;
    const undone = await manager.post('/api/undo', { action: made.action });
    assert.equal(undone.status, 200, undone.text);
    assert.equal(undone.json.label, 'Client Éphémère créé');
    assert.equal((await manager.get(`/api/clients/${made.client.id}`)).status, 404);
    const again = await manager.post('/api/redo');
    assert.equal(again.status, 200, again.text);
    assert.equal((await manager.get(`/api/clients/${made.client.id}`)).json.client.legal_name, 'Éphémère');
    await admin.post(`/api/clients/${made.client.id}/activities`, { kind: 'note', body: 'Construit dessus' });
    const refused = await manager.post('/api/undo', { action: again.json.action });
    assert.equal(refused.status, 409, refused.text);
    assert.equal((await manager.get(`/api/clients/${made.client.id}`)).status, 200);
    const next = await manager.create({ legal_name: 'Suivante' });
    assert.ok(next.number > made.client.number, 'numbers are never given twice');
});

test('what somebody changed since stays, and the rest can be undone', async () => {
    const client = await manager.create({ legal_name: 'Partagée', email: 'un@p.example', notes: 'un' });
    const mine = await manager.change(`/api/clients/${client.id}`, { email: 'deux@p.example', notes: 'deux' });
    await admin.change(`/api/clients/${client.id}`, { notes: 'trois' });
    const refused = await manager.post('/api/undo', { action: mine.json.action });
    assert.equal(refused.status, 409);
    assert.equal(refused.json.fields[0].field, `client.${client.id}.notes`);
    assert.equal(refused.json.fields[0].theirs, 'trois');
    assert.equal((await sheet(client.id)).client.email, 'deux@p.example', 'nothing happened');
    const partly = await manager.post('/api/undo', { action: mine.json.action, skip_conflicts: true });
    assert.equal(partly.status, 200, partly.text);
    const now = (await sheet(client.id)).client;
    assert.deepEqual([now.email, now.notes], ['un@p.example', 'trois']);
    assert.equal((await manager.post('/api/undo', { action: mine.json.action })).status, 409, 'only once');
});

test('Ctrl+Z walks back through one’s own actions only', async () => {
    const client = await manager.create({ legal_name: 'Pas à pas' });
    await manager.change(`/api/clients/${client.id}`, { notes: 'a' });
    await manager.change(`/api/clients/${client.id}`, { notes: 'b' });
    await admin.change(`/api/clients/${client.id}`, { memo: 'm' });
    const notes = async () => (await sheet(client.id)).client.notes;
    await manager.post('/api/undo');
    assert.equal(await notes(), 'a');
    await manager.post('/api/undo');
    assert.equal(await notes(), null);
    await manager.post('/api/redo');
    assert.equal(await notes(), 'a');
    await manager.post('/api/redo');
    assert.equal(await notes(), 'b');
    assert.equal((await manager.post('/api/redo')).status, 404);
    await manager.post('/api/undo');
    await manager.change(`/api/clients/${client.id}`, { website: 'https://neuf.example' });
    assert.equal((await manager.post('/api/redo')).status, 404, 'something new was done since');
    assert.equal((await sheet(client.id)).client.memo, 'm');
});

test('other people’s actions need the right to undo them', async () => {
    const client = await admin.create({ legal_name: 'De l’admin' });
    const change = await admin.change(`/api/clients/${client.id}`, { notes: 'x' });
    assert.equal((await manager.post('/api/undo', { action: change.json.action })).status, 404);
    assert.equal((await owner.post('/api/undo', { action: change.json.action })).status, 200);
});

test('a field goes back to an earlier value from its history', async () => {
    const client = await manager.create({ legal_name: 'Mémoire', phone: '02 61 91 00 01' });
    await manager.change(`/api/clients/${client.id}`, { phone: '02 61 91 00 02' });
    await manager.change(`/api/clients/${client.id}`, { phone: '02 61 91 00 03' });
    const history = (await manager.get(`/api/clients/${client.id}/history?field=phone`)).json.actions;
    assert.deepEqual(history.map((a) => a.changes[0].op), ['update', 'update', 'create']);
    assert.equal(history[0].user_name, 'Léa Martin');
    const back = await manager.post(`/api/clients/${client.id}/revert`, { field: 'phone', seq: history[1].changes[0].seq });
    assert.equal(back.status, 200, back.text);
    assert.equal((await sheet(client.id)).client.phone, '+33261910001');
    assert.equal((await manager.post(`/api/clients/${client.id}/revert`, { field: 'phone', seq: 1 })).status, 422);
});

test('the journal tells what everybody did, latest first', async () => {
    const page = (await admin.get('/api/journal?limit=5')).json;
    assert.equal(page.actions.length, 5);
    assert.ok(page.actions[0].id > page.actions[4].id);
    assert.ok(page.actions.every((a) => a.label.length > 0));
    assert.equal((await manager.get('/api/journal')).status, 403);
});

test('Ctrl+Z goes back as far as there is anything, however much was taken back before', async () => {
    const own = await server.signIn('sophie@mistral.example'), many = 205;
    const { id } = await own.create({ legal_name: 'Deux cents annulations' });
    for (let i = 1; i <= many; ++i) await own.change(`/api/clients/${id}`, { notes: `Note ${i}` });
    for (let i = 0; i < many; ++i) assert.equal((await own.post('/api/undo')).status, 200, `undo ${i + 1}`);
    assert.equal((await sheet(id)).client.notes ?? '', '');
    assert.equal((await own.post('/api/redo')).status, 200);
    assert.equal((await sheet(id)).client.notes, 'Note 1');
});
