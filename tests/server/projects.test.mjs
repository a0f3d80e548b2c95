// Projects: milestones, tasks, deliverables, derived progress, the link to a client. For each right nobody, the wrong
// person and the right one.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, owner, manager, member, other;
before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    manager = await server.signIn('lea@mistral.example');
    member = await server.signIn('ines@mistral.example');
    other = await server.signIn('hugo@mistral.example');
});

const ok = (answer, status = 200) => {
    assert.equal(answer.status, status, answer.text);
    return answer.json;
};
// A client with a project, and the member in its team unless told otherwise.
async function made(name, fields = {}) {
    const client = await manager.create({ legal_name: `${name} SAS` });
    const { project } = ok(await manager.post(`/api/clients/${client.id}/projects`,
        { name, team_ids: [member.me.user.id], ...fields }), 201);
    return { client, project };
}
const page = async (person, id) => ok(await person.get(`/api/projects/${id}`));
const add = async (project, kind, fields) => ok(await manager.post(`/api/projects/${project.id}/${kind}`, fields), 201);
const row = async (id) => (await owner.find('limit=1000')).rows.find((r) => r.id === id);

test('a project page has everything that hangs on the project (CF-28)', async () => {
    const facts = { state: 'waiting', progress: 35, budget_cents: 123456, started_on: '2026-11-01', due_on: '2026-12-24' };
    const { client, project } = await made('Page complète', facts);
    await add(project, 'milestones', { name: 'Second', due_on: '2026-12-20' });
    await add(project, 'milestones', { name: 'Premier', due_on: '2026-12-01' });
    await add(project, 'tasks', { name: 'Câbler', notes: 'Interne', assignee_id: member.me.user.id, visibility: 'shared' });
    await add(project, 'tasks', { name: 'Tester', due_on: '2026-12-15' });
    await add(project, 'deliverables', { name: 'Plan', description: 'Plan de câblage' });
    const all = await page(member, project.id);
    assert.deepEqual(all.client, { id: client.id, name: client.name });
    assert.deepEqual(all.milestones.map((m) => m.name), ['Premier', 'Second']);
    assert.deepEqual(all.tasks.map((t) => [t.name, t.visibility, t.is_done]), [['Câbler', 'shared', false], ['Tester', 'internal', false]]);
    assert.deepEqual(all.deliverables.map((d) => [d.name, d.state, d.versions.length, d.approvals.length]), [['Plan', 'preparing', 0, 0]]);
    for (const [name, value] of Object.entries({ ...facts, name: 'Page complète', team_ids: [member.me.user.id] })) assert.deepEqual(all.project[name], value, name);
    for (const fields of [{ state: 'perdu' }, { progress: 101 }, { progress: -1 }, { due_on: '2026-13-01' }, { name: '' }, { team_ids: [999999] }])
        assert.equal((await manager.change(`/api/projects/${project.id}`, fields)).status, 422, JSON.stringify(fields));
    assert.equal(all.project.is_portal_visible, true);
    assert.equal(all.project.progress_mode, 'manual');
    // The sheet's section lists all of the client's projects, in any state, with what its columns show.
    const facets = ({ name, state, progress, budget_cents, due_on, team_ids }) => ({ name, state, progress, budget_cents, due_on, team_ids });
    const onSheet = async () => ok(await member.get(`/api/clients/${client.id}`)).projects.map(facets);
    const first = { name: 'Page complète', state: 'waiting', progress: 35, budget_cents: 123456, due_on: '2026-12-24', team_ids: [member.me.user.id] };
    assert.deepEqual(await onSheet(), [first]);
    const changed = { name: 'Page refaite', state: 'done', progress: 100, budget_cents: 65432, due_on: '2027-02-01', team_ids: [member.me.user.id, other.me.user.id] };
    ok(await manager.change(`/api/projects/${project.id}`, changed));
    const more = { name: 'En plus', state: 'running', progress: 5, budget_cents: 0, due_on: null, team_ids: [] };
    ok(await manager.post(`/api/clients/${client.id}/projects`, more), 201);
    assert.deepEqual(await onSheet(), [more, changed]);
});

test('the client’s sheet has the next five tasks of running and waiting projects, and counts all', async () => {
    const { client, project } = await made('Tâches de la fiche');
    for (const [name, due_on] of [['Sans date'], ['Tard', '2027-02-01'], ['Tôt', '2026-11-02'], ['A', '2027-01-01'], ['B', '2027-01-02'], ['C', '2027-01-03']])
        await add(project, 'tasks', { name, due_on });
    const { project: over } = ok(await manager.post(`/api/clients/${client.id}/projects`, { name: 'Fini', state: 'done' }), 201);
    await add(over, 'tasks', { name: 'Oubliée', due_on: '2026-01-01' });
    const sheet = async (person) => ok(await person.get(`/api/clients/${client.id}`));
    const { tasks, counts } = await sheet(member);
    assert.deepEqual(tasks.map((task) => task.name), ['Tôt', 'A', 'B', 'C', 'Tard']);
    assert.equal(counts.tasks, 6);
    ok(await manager.patch(`/api/tasks/${tasks[0].id}`, { fields: { is_done: { value: true, version: tasks[0].version } } }));
    const later = await sheet(manager);
    assert.deepEqual([later.tasks[0].name, later.tasks[4].name, later.counts.tasks], ['A', 'Sans date', 5]);
});

test('rights: nobody, who does not see the client, who may not edit, who may', async () => {
    const { project } = await made('Droits du projet');
    const { milestone } = await add(project, 'milestones', { name: 'M' });
    const { task } = await add(project, 'tasks', { name: 'T' });
    const { deliverable } = await add(project, 'deliverables', { name: 'D' });
    const version = await manager.position();
    const change = { fields: { name: { value: 'Autre', version } } };
    const target = await manager.create({ legal_name: 'Cible des droits SAS' });
    const writes = [
        ['PATCH', `/api/projects/${project.id}`, change],
        ['POST', `/api/projects/${project.id}/milestones`, { name: 'x' }],
        ['PATCH', `/api/milestones/${milestone.id}`, change],
        ['POST', `/api/projects/${project.id}/tasks`, { name: 'x' }],
        ['PATCH', `/api/tasks/${task.id}`, change],
        ['PATCH', `/api/tasks/${task.id}`, { fields: { is_done: { value: true, version } } }],
        ['POST', `/api/tasks/${task.id}/order`, { after: null }],
        ['POST', `/api/projects/${project.id}/deliverables`, { name: 'x' }],
        ['PATCH', `/api/deliverables/${deliverable.id}`, change],
        ['POST', `/api/deliverables/${deliverable.id}/submit`],
        ['POST', `/api/deliverables/${deliverable.id}/withdraw`],
        ['POST', `/api/projects/${project.id}/move`, { client_id: target.id, version }],
        ['DELETE', `/api/milestones/${milestone.id}`],
        ['DELETE', `/api/tasks/${task.id}`],
        ['DELETE', `/api/deliverables/${deliverable.id}`],
        ['DELETE', `/api/projects/${project.id}`],
    ];
    const reads = [['GET', `/api/projects/${project.id}`]];
    for (const [method, path, body] of [...reads, ...writes]) {
        const what = `${method} ${path}`;
        assert.equal((await server.nobody().send(method, path, body)).status, 401, what);
        const hidden = await other.send(method, path, body);
        // Without the permission for any project the route itself refuses; either way not a word.
        assert.ok([403, 404].includes(hidden.status), `${what}: ${hidden.status}`);
        assert.ok(!hidden.text.includes('Droits du projet'), what);
    }
    for (const [method, path, body] of writes)
        assert.equal((await member.send(method, path, body)).status, 403, `member: ${method} ${path}`);
    assert.equal((await member.get(`/api/projects/${project.id}`)).status, 200);
    assert.equal((await other.get(`/api/projects/${project.id}`)).status, 404);
    for (const [method, path, body] of writes.filter(([, path]) => !/submit|withdraw/.test(path))) {
        const done = await manager.send(method, path, body);
        assert.ok(done.status < 300, `manager: ${method} ${path}: ${done.status} ${done.text}`);
    }
});

test('the list shows what one may see, filtered by state and text, in order', async () => {
    const { client, project } = await made('Zinzolin liste', { budget_cents: 120000, due_on: '2026-12-24' });
    ok(await manager.post(`/api/clients/${client.id}/projects`, { name: 'Zinzolin fini', state: 'done', due_on: '2026-11-30' }), 201);
    await add(project, 'milestones', { name: 'Recette', due_on: '2026-12-10' });
    const find = async (person, query) => ok(await person.get(`/api/projects?${query}`));
    const all = await find(manager, 'q=zinzolin');
    assert.deepEqual(all.rows.map((r) => r.name), ['Zinzolin liste', 'Zinzolin fini'], 'what runs first');
    assert.deepEqual((await find(manager, 'q=zinzolin&sort=due_on')).rows.map((r) => r.name), ['Zinzolin fini', 'Zinzolin liste']);
    assert.deepEqual(all.totals, { count: 2, budget_cents: 120000, by_state: { running: 1, waiting: 0, done: 1, cancelled: 0 } });
    assert.equal(all.rows[0].client_name, client.name);
    assert.deepEqual(all.rows[0].next_milestone, { name: 'Recette', due_on: '2026-12-10' });
    const running = await find(manager, 'q=zinzolin&state=running');
    assert.deepEqual(running.rows.map((r) => r.name), ['Zinzolin liste']);
    assert.equal(running.totals.by_state.done, 1, 'the other states are still counted');
    assert.deepEqual((await find(manager, 'q=zinzolin&sort=-name')).rows.map((r) => r.name), ['Zinzolin liste', 'Zinzolin fini']);
    assert.deepEqual((await find(manager, 'q=zinzolin&limit=1')).next, 1);
    assert.equal((await find(manager, `client=${client.id}`)).totals.count, 2);
    assert.equal((await find(member, 'q=zinzolin')).totals.count, 2, 'a member of the team');
    const hidden = await find(other, 'q=zinzolin&limit=500');
    assert.deepEqual([hidden.rows, hidden.totals.count, hidden.totals.budget_cents], [[], 0, 0]);
    assert.equal((await find(other, `client=${client.id}`)).totals.count, 0);
    assert.equal((await manager.get('/api/projects?state=nothing')).status, 422);
    assert.equal((await manager.get('/api/projects?sort=secret')).status, 422);
});

test('progress comes from the tasks or by hand, in the same transaction', async () => {
    const { client, project } = await made('Progression', { progress: 30 });
    const tasks = [];
    for (const name of ['Un', 'Deux', 'Trois', 'Quatre']) tasks.push((await add(project, 'tasks', { name })).task);
    const tick = async (task, value) => ok(await manager.change(`/api/tasks/${task.id}`, { is_done: value }));
    await tick(tasks[0], true);
    assert.equal((await page(manager, project.id)).project.progress, 30, 'by hand: tasks change nothing');
    const switched = ok(await manager.change(`/api/projects/${project.id}`, { progress_mode: 'tasks' }));
    assert.equal(switched.project.progress, 25);
    const stream = await owner.follow(await owner.position());
    const ticked = await tick(tasks[1], true);
    assert.equal(ticked.project.progress, 50);
    assert.ok(ticked.task.done_at, 'the server says when');
    assert.equal((await row(client.id)).progress, 50, 'the list follows');
    const event = await stream.wait((e) => e.name === 'rows');
    assert.equal(event.data.rows[0].progress, 50, 'and so do the others, live');
    assert.deepEqual(event.data.touched.map((t) => t.entity).sort(), ['project', 'task']);
    stream.close();
    const refused = await manager.change(`/api/projects/${project.id}`, { progress: 90 });
    assert.deepEqual([refused.status, refused.json.fields[0].field], [422, 'progress']);
    ok(await manager.delete(`/api/tasks/${tasks[3].id}`));
    assert.equal((await page(manager, project.id)).project.progress, 66);
    assert.equal((await tick(tasks[1], false)).task.done_at, null);
    const by_hand = ok(await manager.change(`/api/projects/${project.id}`, { progress_mode: 'manual', progress: 80 }));
    assert.equal(by_hand.project.progress, 80);
});

test('whoever a task is given to ticks it and takes the tick back; nothing else', async () => {
    const { project } = await made('Responsable', { progress_mode: 'tasks' });
    const refused = await manager.post(`/api/projects/${project.id}/tasks`, { name: 'T', assignee_id: other.me.user.id });
    assert.deepEqual([refused.status, refused.json.fields[0].field], [422, 'assignee_id'], 'who does not see the client');
    const { task } = await add(project, 'tasks', { name: 'T', assignee_id: member.me.user.id });
    const { task: foreign } = await add(project, 'tasks', { name: 'F' });
    assert.equal((await member.change(`/api/tasks/${foreign.id}`, { is_done: true })).status, 403);
    assert.equal((await member.change(`/api/tasks/${task.id}`, { is_done: true, name: 'x' })).status, 403);
    const ticked = ok(await member.change(`/api/tasks/${task.id}`, { is_done: true }));
    assert.equal(ticked.project.progress, 50);
    const undone = ok(await member.post('/api/undo'));
    assert.equal(undone.undone, ticked.action);
    const after = await page(manager, project.id);
    assert.deepEqual([after.tasks[0].is_done, after.tasks[0].done_at, after.project.progress], [false, null, 0]);
});

test('conflicts: a stale change of a task is told; the same tick twice is one', async () => {
    const { project } = await made('Conflits');
    const { task } = await add(project, 'tasks', { name: 'Avant' });
    const read = await manager.position();
    ok(await owner.change(`/api/tasks/${task.id}`, { name: 'De Karim', is_done: true }));
    const stale = await manager.change(`/api/tasks/${task.id}`, { name: 'De Léa' }, read);
    assert.equal(stale.status, 409);
    assert.deepEqual([stale.json.fields[0].theirs, stale.json.fields[0].original], ['De Karim', 'Avant']);
    const before = (await page(manager, project.id)).tasks[0].done_at;
    ok(await manager.change(`/api/tasks/${task.id}`, { is_done: true }, read));
    assert.equal((await page(manager, project.id)).tasks[0].done_at, before, 'the first time stays');
    const gone = await manager.change('/api/tasks/999999', { name: 'x' });
    assert.equal(gone.status, 404);
});

test('tasks keep their order and are moved one by one', async () => {
    const { project } = await made('Ordre');
    const ids = {};
    for (const name of ['A', 'B', 'C', 'D']) ids[name] = (await add(project, 'tasks', { name })).task.id;
    const names = async () => (await page(manager, project.id)).tasks.map((t) => t.name).join('');
    const order = async (name, after) => ok(await manager.post(`/api/tasks/${ids[name]}/order`, { after: after ? ids[after] : null }));
    await order('D', 'A');
    assert.equal(await names(), 'ADBC');
    await order('C', null);
    assert.equal(await names(), 'CADB');
    for (let i = 0; i < 12; ++i) await order(i % 2 ? 'A' : 'D', 'C');
    assert.equal(await names(), 'CADB', 'however often, there is room');
    ok(await manager.post('/api/undo'));
    assert.equal(await names(), 'CDAB', 'and a move is undone');
    const { project: elsewhere } = await made('Ordre ailleurs');
    const { task } = await add(elsewhere, 'tasks', { name: 'X' });
    assert.equal((await manager.post(`/api/tasks/${ids.A}/order`, { after: task.id })).status, 422);
});

test('undo: other people’s ticks stay, progress is counted again', async () => {
    const { project } = await made('Annulations', { progress_mode: 'tasks' });
    const tasks = [];
    for (const name of ['A', 'B']) tasks.push((await add(project, 'tasks', { name })).task);
    const mine = ok(await manager.change(`/api/tasks/${tasks[0].id}`, { is_done: true }));
    ok(await owner.change(`/api/tasks/${tasks[1].id}`, { is_done: true }));
    ok(await manager.post('/api/undo', { action: mine.action }));
    const after = await page(manager, project.id);
    assert.deepEqual([after.tasks.map((t) => t.is_done), after.project.progress], [[false, true], 50]);
    ok(await manager.post('/api/redo'));
    assert.equal((await page(manager, project.id)).project.progress, 100);
});

test('a deleted project comes back whole', async () => {
    const { client, project } = await made('Supprimé', { progress_mode: 'tasks', budget_cents: 5000 });
    await add(project, 'milestones', { name: 'M', due_on: '2026-12-01' });
    await add(project, 'tasks', { name: 'T', is_done: true });
    await add(project, 'deliverables', { name: 'D' });
    const whole = (p) => JSON.parse(JSON.stringify(p, (key, value) => (['version', 'position'].includes(key) ? undefined : value)));
    const before = whole(await page(manager, project.id));
    const gone = ok(await manager.delete(`/api/projects/${project.id}`));
    assert.equal((await manager.get(`/api/projects/${project.id}`)).status, 404);
    assert.equal((await row(client.id)).value_cents, 0);
    ok(await manager.post('/api/undo', { action: gone.action }));
    assert.deepEqual(whole(await page(manager, project.id)), before);
    assert.equal((await row(client.id)).value_cents, 5000);
    const texts = ok(await manager.get(`/api/clients/${client.id}/history`)).actions.map((a) => a.label);
    for (const text of ['Jalon M ajouté', 'Tâche T ajoutée', 'Livrable D ajouté', 'Projet Supprimé supprimé'])
        assert.ok(texts.includes(text), `${text}: ${texts}`);
});

test('a milestone that is reached is told by the timeline', async () => {
    const { client, project } = await made('Jalons');
    const { milestone } = await add(project, 'milestones', { name: 'Recette' });
    const ticked = ok(await manager.change(`/api/milestones/${milestone.id}`, { is_done: true }));
    assert.ok(ticked.milestone.done_at);
    const bodies = ok(await manager.get(`/api/clients/${client.id}/timeline?kinds=project`)).activities.map((a) => a.body);
    assert.deepEqual(bodies, ['Jalon Recette atteint, projet Jalons', 'Projet Jalons démarré']);
    assert.equal((await row(client.id)).last_activity_kind, 'project');
});

test('a project is linked to another client by one action, with everything below it (CF-29)', async () => {
    const { client, project } = await made('Déplacé', { budget_cents: 7000 });
    const target = await manager.create({ legal_name: 'Accueil SAS' });
    ok(await manager.post(`/api/clients/${target.id}/projects`, { name: 'Déjà là' }), 201);
    await add(project, 'tasks', { name: 'T' });
    await add(project, 'milestones', { name: 'J' });
    const { deliverable } = await add(project, 'deliverables', { name: 'D' });
    ok(await manager.post(`/api/deliverables/${deliverable.id}/versions`, { upload: await upload(manager, 'd.txt', Buffer.from('d')) }), 201);
    const onSheet = async (id) => ok(await manager.get(`/api/clients/${id}`)).projects.map((one) => one.name);
    assert.deepEqual([await onSheet(client.id), await onSheet(target.id)], [['Déplacé'], ['Déjà là']]);
    const { activity } = ok(await manager.post(`/api/clients/${client.id}/activities`, { kind: 'note', body: 'N', project_id: project.id }), 201);
    const seen = await member.follow(await member.position());
    const version = await manager.position();
    const move = (person, body) => person.post(`/api/projects/${project.id}/move`, body);
    assert.equal((await move(manager, { client_id: 999999, version })).status, 422, 'no such client');
    assert.equal((await move(manager, { client_id: target.id })).status, 422, 'a version is needed');
    const moved = ok(await move(manager, { client_id: target.id, version }));
    assert.equal(moved.project.client_id, target.id);
    assert.deepEqual([(await row(client.id)).value_cents, (await row(target.id)).value_cents], [0, 7000]);
    assert.deepEqual([await onSheet(client.id), await onSheet(target.id)], [[], ['Déjà là', 'Déplacé']], 'on one sheet, the other one');
    const all = await page(manager, project.id), [moved_deliverable] = all.deliverables;
    for (const one of [all.project, all.milestones[0], all.tasks[0], moved_deliverable, moved_deliverable.versions[0]]) assert.equal(one.client_id, target.id);
    assert.equal(all.client.id, target.id);
    assert.equal(ok(await manager.get(`/api/clients/${target.id}/timeline`)).activities[0].body, 'Projet Déplacé rattaché à ce client');
    const timeline = ok(await manager.get(`/api/clients/${client.id}/timeline`)).activities;
    assert.equal(timeline.find((a) => a.id === activity.id).project_id, null, 'the note stays where it was written');
    assert.equal(timeline[0].body, 'Projet Déplacé rattaché à un autre client');
    assert.ok(!JSON.stringify(timeline).includes('Accueil'), 'the other client is not named');
    const event = await seen.wait((e) => e.name === 'rows');
    assert.deepEqual([event.data.gone, event.data.rows.map((r) => r.id)], [[client.id], [target.id]], 'the team follows its project');
    seen.close();
    const late = await member.follow(version);
    const missed = await late.wait((e) => e.name === 'rows');
    late.close();
    assert.deepEqual(missed.data.gone, [client.id], 'who comes back later is told as well');
    const stale = await move(owner, { client_id: client.id, version });
    assert.equal(stale.status, 409, 'it has moved since');
    await add(project, 'tasks', { name: 'Depuis' });
    ok(await manager.post('/api/undo', { action: moved.action }));
    const back = await page(manager, project.id);
    assert.deepEqual([back.client.id, ...back.tasks.map((t) => t.client_id)], [client.id, client.id, client.id], 'what came later follows');
    assert.equal(ok(await manager.get(`/api/clients/${client.id}/timeline`)).activities.find((a) => a.id === activity.id).project_id, project.id);
});

test('moving needs the right on both clients', async (t) => {
    const roles = ok(await owner.get('/api/roles'));
    const set = async (grant) => ok(await owner.send('PUT', '/api/roles',
        { grants: [{ role: 'member', permission: 'projects_edit', grant }], version: await owner.position() }));
    assert.ok(roles);
    await set('own');
    t.after(() => set('none'));
    const { client, project } = await made('Deux droits');
    const hidden = await manager.create({ legal_name: 'Invisible Zyx SAS' });
    const { client: shared } = await made('Visible aussi');
    const version = await member.position();
    const unseen = await member.post(`/api/projects/${project.id}/move`, { client_id: hidden.id, version });
    const absent = await member.post(`/api/projects/${project.id}/move`, { client_id: 999999, version });
    assert.deepEqual([unseen.status, absent.status], [422, 422]);
    assert.deepEqual(unseen.json.fields, absent.json.fields, 'not yours = does not exist');
    ok(await member.post(`/api/projects/${project.id}/move`, { client_id: shared.id, version }));
    // Nobody of the old client's is left to see it: the member cannot take the move back there.
    assert.equal((await member.get(`/api/clients/${client.id}`)).status, 404);
    assert.equal((await member.post('/api/undo')).status, 404);
});

test('deliverables without a file cannot be sent for approval', async () => {
    const { project } = await made('Sans fichier');
    const { deliverable } = await add(project, 'deliverables', { name: 'D' });
    assert.equal((await manager.post(`/api/deliverables/${deliverable.id}/submit`)).status, 409);
    assert.equal((await manager.post(`/api/deliverables/${deliverable.id}/withdraw`)).status, 409);
    const forged = await manager.change(`/api/deliverables/${deliverable.id}`, { state: 'approved' });
    assert.equal(forged.status, 422, 'the team does not approve by itself');
});

const upload = async (person, name, bytes) => {
    const { id } = ok(await person.post('/api/uploads', { name, size: bytes.length }), 201);
    const sent = await person.send('PUT', `/api/uploads/${id}?offset=0`, bytes, { 'Content-Type': 'application/octet-stream' });
    assert.ok(sent.status < 300, sent.text);
    return id;
};

test('versions: each is a file of its own, and asks for approval again (CF-26)', async () => {
    const { client, project } = await made('Versions');
    const { deliverable } = await add(project, 'deliverables', { name: 'Plan' });
    const put = async (text, note) => ok(await manager.post(`/api/deliverables/${deliverable.id}/versions`,
        { upload: await upload(manager, `plan ${text}.txt`, Buffer.from(text)), note }), 201);
    const first = await put('un', 'Premier jet');
    assert.deepEqual([first.deliverable_version.number, first.deliverable.state], [1, 'to_approve']);
    ok(await manager.post(`/api/deliverables/${deliverable.id}/withdraw`));
    assert.equal((await page(manager, project.id)).deliverables[0].state, 'preparing');
    ok(await manager.post(`/api/deliverables/${deliverable.id}/submit`));
    const second = await put('deux');
    const [item] = (await page(member, project.id)).deliverables;
    assert.deepEqual(item.versions.map((v) => [v.number, v.file_name, v.size_bytes, v.note, v.by]),
        [[2, 'plan deux.txt', 4, null, manager.me.user.name], [1, 'plan un.txt', 2, 'Premier jet', manager.me.user.name]]);
    assert.equal(item.state, 'to_approve');
    const file = `/api/deliverable-versions/${first.deliverable_version.id}/file`;
    const mine = await member.get(file);
    assert.deepEqual([mine.status, mine.text], [200, 'un'], 'the earlier file is still there');
    assert.match(mine.headers.get('content-disposition'), /plan/);
    assert.equal((await other.get(file)).status, 404);
    assert.equal((await server.nobody().get(file)).status, 401);
    const bodies = ok(await manager.get(`/api/clients/${client.id}/timeline?kinds=delivery`)).activities.map((a) => a.body);
    assert.equal(bodies[0], 'Plan, version 2, à valider (Versions)');
    ok(await manager.post('/api/undo', { action: second.action }));
    assert.equal((await page(manager, project.id)).deliverables[0].versions.length, 1);
});

test('a version needs a finished upload of one’s own and the right on the project', async () => {
    const { project } = await made('Versions refusées');
    const { deliverable } = await add(project, 'deliverables', { name: 'D' });
    const path = `/api/deliverables/${deliverable.id}/versions`;
    const id = await upload(manager, 'a.txt', Buffer.from('a'));
    assert.equal((await server.nobody().post(path, { upload: id })).status, 401);
    assert.ok([403, 404].includes((await other.post(path, { upload: id })).status));
    assert.equal((await member.post(path, { upload: id })).status, 403);
    assert.ok((await owner.post(path, { upload: id })).status >= 400, 'somebody else’s upload');
    assert.ok((await manager.post(path, { upload: 'nothing' })).status >= 400);
    assert.equal((await page(manager, project.id)).deliverables[0].versions.length, 0);
    ok(await manager.post(path, { upload: id }), 201);
});
