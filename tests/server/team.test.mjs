// Accounts over HTTP: who may close one, what happens to the work, the last owner, undo by the same rules; rights and
// switches in one action.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';

let server, owner, admin, manager, member, hugo;
before(async (t) => {
    server = await serve(t);
    [owner, admin, manager, member, hugo] = await Promise.all(
        [people.owner, people.admin, people.manager, people.member, people.other_member].map((email) => server.signIn(email)));
});
const close = async (who, user, more = {}) => who.patch(`/api/users/${user.me.user.id}`,
    { fields: { is_active: { value: false, version: await who.position() } }, ...more });
const reopen = async (user) => owner.change(`/api/users/${user.me.user.id}`, { is_active: true });

test('nobody, a member and a manager close no account; an admin none of an owner', async () => {
    assert.equal((await close(Object.assign(server.nobody(), { position: async () => 1 }), hugo)).status, 401);
    for (const who of [member, manager]) assert.equal((await close(who, hugo)).status, 403);
    assert.equal((await close(admin, owner)).status, 403);
    assert.equal((await close(owner, owner)).status, 422, 'not one’s own');
    assert.equal((await owner.change(`/api/users/${owner.me.user.id}`, { role: 'admin' })).status, 422, 'the last owner stays one');
    assert.equal((await hugo.get('/api/clients')).status, 200);
});

test('a closed account ends every session at the next request, and says why', async () => {
    const second = await server.signIn(people.other_member);
    assert.equal((await close(owner, hugo)).status, 200);
    for (const session of [hugo, second]) {
        for (const answer of [await session.get('/api/clients'), await session.get('/api/session'), await session.post('/api/clients', { client: {} })]) {
            assert.equal(answer.status, 401);
            assert.match(answer.json.fields[0].message, /désactivé/);
        }
    }
    // Whoever only guesses learns nothing.
    const stranger = await server.nobody().get('/api/clients');
    assert.deepEqual([stranger.status, stranger.json.fields ?? []], [401, []]);
    const again = await server.nobody().post('/api/session', { email: people.other_member, password: 'mistral-demonstration' });
    const nobody = await server.nobody().post('/api/session', { email: 'personne@mistral.example', password: 'mistral-demonstration' });
    assert.deepEqual([again.status, again.json.detail], [nobody.status, nobody.json.detail]);
    assert.equal((await reopen(hugo)).status, 200);
    assert.equal((await hugo.get('/api/clients')).status, 200, 'and goes on when it is opened again');
});

test('the work of a closed account goes to the heir, in one action that is undone whole', async () => {
    const { id } = hugo.me.user, heir = manager.me.user.id;
    const client = await owner.create({ legal_name: 'Relais SAS', owner_id: id });
    const { project } = (await owner.post(`/api/clients/${client.id}/projects`, { name: 'Relais', team_ids: [heir, id] })).json;
    const open = (await owner.post(`/api/projects/${project.id}/tasks`, { name: 'À faire', assignee_id: id })).json.task;
    const done = (await owner.post(`/api/projects/${project.id}/tasks`, { name: 'Faite', assignee_id: id, is_done: true })).json.task;
    const now = async () => {
        const page = (await owner.get(`/api/projects/${project.id}`)).json;
        const of = (task) => page.tasks.find((one) => one.id === task.id).assignee_id;
        return [(await owner.get(`/api/clients/${client.id}`)).json.client.owner_id, [...page.project.team_ids].sort(), of(open), of(done)];
    };
    const before = await now(), lastAction = async () => (await owner.get('/api/journal')).json.actions[0].id, last = await lastAction();
    for (const heirs of ['x', 999999, id, 1.5]) assert.equal((await close(owner, hugo, { heir: heirs })).status, 422, String(heirs));
    assert.deepEqual(await now(), before, 'a refused closing changes nothing');
    assert.equal((await hugo.get('/api/clients')).status, 200);
    const closed = await close(owner, hugo, { heir });
    assert.equal(closed.status, 200, closed.text);
    assert.deepEqual(await now(), [heir, [heir], heir, id]);
    assert.equal((await owner.find(`owner=${id}`)).totals.count, 0, 'the list follows');
    assert.equal(await lastAction(), last + 1);
    // Others do not open it again by undoing.
    for (const who of [member, manager]) assert.ok([403, 404].includes((await who.post('/api/undo', { action: closed.json.action })).status));
    assert.equal((await hugo.get('/api/clients')).status, 401);
    assert.equal((await owner.post('/api/undo', { action: closed.json.action })).status, 200);
    assert.deepEqual(await now(), before);
    assert.equal((await hugo.get('/api/clients')).status, 200);
});

test('undoing a change of an account obeys the rules of a change', async () => {
    // Two owners; one leaves the role, the other closes the account of the first: undoing the promotion would leave none.
    const raised = await owner.change(`/api/users/${admin.me.user.id}`, { role: 'owner' });
    assert.equal(raised.status, 200, raised.text);
    const lowered = await admin.change(`/api/users/${owner.me.user.id}`, { role: 'admin' });
    assert.equal(lowered.status, 200, lowered.text);
    assert.equal((await owner.post('/api/undo', { action: raised.json.action })).status, 403, 'an admin takes no owner away');
    assert.equal((await admin.post('/api/undo', { action: raised.json.action })).status, 422, 'the last owner stays one');
    assert.equal((await admin.post('/api/undo', { action: lowered.json.action })).status, 200);
    assert.equal((await owner.post('/api/undo', { action: raised.json.action })).status, 200);
    const made = await owner.post('/api/users', { name: 'Nouveau', email: 'nouveau@mistral.example', role: 'member' });
    assert.equal((await owner.post('/api/undo', { action: made.json.action })).status, 409, 'an account is never taken away');
});

test('rights and switches are one action, each by its own right', async () => {
    const put = async (who, body) => who.send('PUT', '/api/roles', { version: await who.position(), grants: [], ...body });
    const grants = [{ role: 'member', permission: 'clients_edit', grant: 'own' }];
    const on = async () => ({ shared_clients: { value: true, version: await owner.position() } });
    for (const who of [member, manager]) assert.equal((await put(who, { grants, fields: await on() })).status, 403);
    assert.equal((await put(owner, { grants, fields: { name: { value: '', version: await owner.position() } } })).status, 422);
    assert.equal((await put(owner, { grants, fields: 'x' })).status, 422);
    assert.equal((await owner.get('/api/roles')).json.grants.member.clients_edit, 'none', 'all or nothing');
    const saved = await put(owner, { grants, fields: await on() });
    assert.equal(saved.status, 200, saved.text);
    assert.equal((await owner.get('/api/workspace')).json.workspace.shared_clients, true);
    assert.equal((await owner.post('/api/undo', { action: saved.json.action })).status, 200);
    assert.equal((await owner.get('/api/workspace')).json.workspace.shared_clients, false);
    assert.equal((await owner.get('/api/roles')).json.grants.member.clients_edit, 'none');
});

test('an export for one’s own clients holds no other, even one that the same person sees', async () => {
    const csv = async () => (await manager.get('/api/export?format=csv')).text;
    const own = await owner.create({ legal_name: 'Sienne Export SAS', owner_id: manager.me.user.id });
    const other = await owner.create({ legal_name: 'Autrui Export SAS', owner_id: owner.me.user.id });
    for (const { legal_name } of [own, other]) assert.ok((await csv()).includes(legal_name));
    const grants = [{ role: 'manager', permission: 'data_export', grant: 'own' }];
    const saved = await owner.send('PUT', '/api/roles', { version: await owner.position(), grants });
    assert.equal(saved.status, 200, saved.text);
    assert.equal((await manager.get(`/api/clients/${other.id}`)).status, 200);
    const text = await csv();
    assert.deepEqual([own, other].map(({ legal_name }) => text.includes(legal_name)), [true, false]);
    assert.equal((await owner.post('/api/undo', { action: saved.json.action })).status, 200);
    assert.ok((await csv()).includes(other.legal_name));
});
