// CF-25, the team's side: messages are internal unless shared on purpose, and arrive live.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, lea, ines, hugo, client;
const path = () => `/api/clients/${client.id}/messages`;

before(async (t) => {
    server = await serve(t);
    lea = await server.signIn('lea@mistral.example');
    ines = await server.signIn('ines@mistral.example');
    hugo = await server.signIn('hugo@mistral.example');
    client = await lea.create({ legal_name: 'Messages SARL', owner_id: ines.me.user.id });
});

test('a message is internal unless it says shared (CF-25)', async () => {
    const plain = await lea.post(path(), { body: 'Marge à revoir' });
    assert.equal(plain.status, 201);
    assert.equal(plain.json.message.shared, false);
    const shared = await lea.post(path(), { body: 'Bonjour', visibility: 'shared' });
    assert.equal(shared.json.message.shared, true);
    assert.equal(shared.json.message.by, lea.me.user.name);
    assert.equal(shared.json.message.mine, true);
    const { items } = (await ines.get(path())).json;
    assert.deepEqual(items.map((one) => [one.body, one.shared, one.mine]), [['Marge à revoir', false, false], ['Bonjour', true, false]]);
});

test('whoever does not see the client sees and writes nothing; a member writes where he is in charge', async () => {
    for (const answer of [await hugo.get(path()), await hugo.post(path(), { body: 'x' })]) assert.equal(answer.status, 404);
    assert.equal((await server.nobody().get(path())).status, 401);
    assert.equal((await server.nobody().post(path(), { body: 'x' })).status, 401);
    assert.equal((await ines.post(path(), { body: 'Vu avec la cliente' })).status, 201);
});

test('nonsense is refused: empty, unknown visibility, another client’s project, an author of one’s own choice', async () => {
    const elsewhere = await lea.create({ legal_name: 'Ailleurs SARL' });
    const project = (await lea.post(`/api/clients/${elsewhere.id}/projects`, { name: 'Autre' })).json.project;
    for (const body of [{ body: '' }, { body: '\u200b' }, { body: ' \u2060\u3164\n\ufeff', visibility: 'shared' }, { body: 'x', visibility: 'public' }, { body: 'x', project_id: project.id },
        { body: 'x', author_user_id: 1 }, { body: 'x', client_id: elsewhere.id }])
        assert.ok([400, 422].includes((await lea.post(path(), body)).status), JSON.stringify(body));
});

test('it arrives live in the open sheet of a colleague, and one undo takes it back', async () => {
    const stream = await ines.follow(await ines.position());
    const made = await lea.post(path(), { body: 'En direct' });
    await stream.wait((event) => event.name === 'rows' && event.data.touched.some((one) => one.entity === 'message' && one.client === client.id));
    stream.close();
    assert.equal((await lea.post('/api/undo', { action: made.json.action })).status, 200);
    assert.ok(!(await lea.get(path())).text.includes('En direct'));
});

test('long talks come in pages, latest first', async () => {
    for (let i = 1; i <= 5; i += 1) await lea.post(path(), { body: `n° ${i}` });
    const page = (await lea.get(`${path()}?limit=2`)).json;
    assert.deepEqual(page.items.map((one) => one.body), ['n° 4', 'n° 5']);
    const older = (await lea.get(`${path()}?limit=2&before=${page.next}`)).json;
    assert.deepEqual(older.items.map((one) => one.body), ['n° 2', 'n° 3']);
});
