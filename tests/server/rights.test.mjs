// Rights: every route refuses nobody, tells a member nothing about clients they may not see, and lets the right person.
import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

const secret = 'Zyxwvutopaque';   // Occurs nowhere else.
let server, owner, manager, member, client, contact, address, project, activity, change;

before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    manager = await server.signIn('lea@mistral.example');
    member = await server.signIn('ines@mistral.example');
    const made = (await manager.post('/api/clients', {
        client: { legal_name: `${secret} SAS`, email: `contact@${secret.toLowerCase()}.example`, siren: '732829320', owner_id: manager.me.user.id },
        contacts: [{ contact: { last_name: secret, email: `p@${secret.toLowerCase()}.example`, phone: '02 61 91 55 44' } }],
        addresses: [{ city: secret }],
    })).json;
    ({ client } = made);
    [contact] = made.contacts;
    [address] = made.addresses;
    project = (await manager.post(`/api/clients/${client.id}/projects`, { name: secret, budget_cents: 1 })).json.project;
    activity = (await manager.post(`/api/clients/${client.id}/activities`, { kind: 'note', body: secret })).json.activity;
    change = (await manager.change(`/api/clients/${client.id}`, { notes: secret })).json;
});

const hides = (answer, what) => {
    const bytes = answer.headers.get('content-type')?.includes('octet') ? answer.bytes.toString('latin1') : answer.text;
    assert.ok(!bytes.toLowerCase().includes(secret.toLowerCase()), `${what} leaks: ${bytes.slice(0, 300)}`);
};

// Every route about this client: method, path, body.
const routes = () => [
    ['GET', `/api/clients/${client.id}`],
    ['PATCH', `/api/clients/${client.id}`, { fields: { notes: { value: 'x', version: change.position } } }],
    ['POST', `/api/clients/${client.id}/convert`], ['POST', `/api/clients/${client.id}/archive`],
    ['POST', `/api/clients/${client.id}/unarchive`], ['POST', `/api/clients/${client.id}/bin`],
    ['POST', `/api/clients/${client.id}/restore`],
    ['POST', '/api/clients/bulk', { ids: [client.id], fields: { notes: 'x' } }],
    ['POST', `/api/clients/${client.id}/contacts`, { contact: { last_name: 'x' } }],
    ['GET', `/api/contacts/${contact.contact.id}`],
    ['PATCH', `/api/contacts/${contact.contact.id}`, { fields: { notes: { value: 'x', version: change.position } } }],
    ['PATCH', `/api/client-contacts/${contact.id}`, { fields: { job_title: { value: 'x', version: change.position } } }],
    ['PATCH', `/api/client-contacts/${contact.id}`, { contact: { notes: { value: 'x', version: change.position } } }],
    ['PATCH', `/api/clients/${client.id}`, { fields: {}, contacts: [{ contact: { last_name: 'x' } }] }],
    ['DELETE', `/api/client-contacts/${contact.id}`],
    ['POST', `/api/client-contacts/${contact.id}/invite`, { preview: true }], ['POST', `/api/client-contacts/${contact.id}/invite`],
    ['POST', `/api/client-contacts/${contact.id}/revoke`], ['POST', `/api/client-contacts/${contact.id}/view-as`],
    ['POST', `/api/client-contacts/${contact.id}/simulate`, { fields: { has_portal: true } }],
    ['GET', `/api/clients/${client.id}/messages`], ['POST', `/api/clients/${client.id}/messages`, { body: 'x' }],
    ['POST', `/api/clients/${client.id}/addresses`, { city: 'x' }],
    ['PATCH', `/api/addresses/${address.id}`, { fields: { city: { value: 'x', version: change.position } } }],
    ['DELETE', `/api/addresses/${address.id}`],
    ['POST', `/api/clients/${client.id}/projects`, { name: 'x' }],
    ['PATCH', `/api/projects/${project.id}`, { fields: { name: { value: 'x', version: change.position } } }],
    ['DELETE', `/api/projects/${project.id}`],
    ['GET', `/api/clients/${client.id}/timeline`],
    ['POST', `/api/clients/${client.id}/activities`, { kind: 'note', body: 'x' }],
    ['PATCH', `/api/activities/${activity.id}`, { fields: { body: { value: 'x', version: change.position } } }],
    ['DELETE', `/api/activities/${activity.id}`],
    ['GET', `/api/clients/${client.id}/history`], ['GET', `/api/clients/${client.id}/history?field=notes`],
    ['POST', `/api/clients/${client.id}/revert`, { field: 'notes', seq: change.position }],
    ['POST', '/api/undo', { action: change.action }],
];
const lists = [
    '/api/clients', `/api/clients?q=${secret}`, '/api/clients?limit=1000&sort=-created', '/api/clients?q=732829320',
    '/api/book', `/api/search?q=${secret}`, '/api/search?q=0261915544', `/api/duplicates?name=${secret}`,
    '/api/duplicates?siren=732829320', `/api/duplicates?email=contact@${secret}.example`, '/api/duplicates?phone=0261915544',
    '/api/words', '/api/journal', '/api/export?format=csv', '/api/export?format=xlsx', '/api/users', '/api/session',
];

test('nobody gets anything but 401', async () => {
    const nobody = server.nobody();
    const document = (await nobody.get('/api/openapi.json')).json;
    const open = new Set(['/api/openapi.json', '/healthz']);
    let count = 0;
    for (const [path, methods] of Object.entries(document.paths)) {
        if (!path.startsWith('/api/') || open.has(path)) continue;
        for (const method of Object.keys(methods)) {
            // Signing in is for everybody; signing out of the portal forgets the cookie of a session that has ended, too.
            if (path === '/api/session' && method === 'post' || path === '/api/portal/session' && method !== 'get') continue;
            const answer = await nobody.send(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '1'), method === 'get' ? undefined : {});
            assert.equal(answer.status, 401, `${method} ${path}: ${answer.status}`);
            hides(answer, path);
            count += 1;
        }
    }
    assert.ok(count > 40, `only ${count} routes`);
    for (const [method, path, body] of routes()) {
        const answer = await nobody.send(method, path, method === 'GET' ? undefined : body ?? {});
        assert.equal(answer.status, 401, `${method} ${path}`);
    }
});

test('a member who is not assigned meets 404 or 403 everywhere, without a byte of the client', async () => {
    const before = (await manager.get(`/api/clients/${client.id}`)).json;
    for (const [method, path, body] of routes()) {
        const answer = await member.send(method, path, method === 'GET' ? undefined : body ?? {});
        assert.ok([403, 404].includes(answer.status), `${method} ${path}: ${answer.status} ${answer.text}`);
        hides(answer, `${method} ${path}`);
        const absent = path.replace(/\d+/, '999999');
        if (method === 'GET' && absent !== path)
            assert.equal((await member.get(absent)).status, answer.status, `${path}: absent and invisible are not told apart`);
    }
    const after = (await manager.get(`/api/clients/${client.id}`)).json;
    assert.deepEqual({ ...after, position: 0 }, { ...before, position: 0 }, 'nothing changed');
});

test('lists, counts, search, book and export hold nothing of it for a member', async () => {
    for (const path of lists) {
        const answer = await member.get(path, { 'Accept-Encoding': 'identity' });
        assert.ok([200, 403].includes(answer.status), `${path}: ${answer.status}`);
        hides(answer, path);
    }
    const all = await owner.find(''), own = await member.find('');
    assert.ok(own.totals.count < all.totals.count);
    assert.equal((await member.find(`q=${secret}`)).totals.count, 0);
    const book = (await owner.get('/api/book', { 'Accept-Encoding': 'gzip' })).bytes;
    const text = (book[0] === 0x1f ? gunzipSync(book) : book).toString('utf8');
    assert.ok(text.includes(secret), 'the test reads the book rightly');
});

test('the right person gets through', async () => {
    for (const path of [`/api/clients/${client.id}`, `/api/clients?q=${secret}`, `/api/search?q=${secret}`,
        `/api/duplicates?name=${secret}`, '/api/export?format=csv', `/api/clients/${client.id}/history`, `/api/clients/${client.id}/timeline`]) {
        const answer = await manager.get(path);
        assert.equal(answer.status, 200, path);
        assert.ok(answer.text.includes(secret), path);
    }
});

test('presence tells a member nothing about a client they may not see', async () => {
    const stream = await member.follow(await member.position());
    await manager.post('/api/presence', { place: `/clients/${client.id}`, editing: 'addresses' });
    await manager.post('/api/presence', { place: '/clients' });
    await stream.wait((e) => e.name === 'presence' && e.data.list.some((v) => v.user === manager.me.user.id));
    assert.ok(!stream.text.includes(`"${client.id}"`), stream.text);
    await member.post('/api/presence', { place: `/clients/${client.id}` });
    stream.close();
});

test('live: a client comes when a member joins its project, and is gone when they leave', async () => {
    const stream = await member.follow(await member.position());
    assert.equal(stream.status, 200);
    await manager.change(`/api/clients/${client.id}`, { memo: secret });
    await manager.change(`/api/projects/${project.id}`, { team_ids: [member.me.user.id] });
    const came = await stream.wait((e) => e.name === 'rows' && e.data.rows.length > 0);
    assert.equal(came.data.rows[0].id, client.id);
    assert.equal((await member.get(`/api/clients/${client.id}`)).status, 200);
    const position = Number(came.id);
    await manager.change(`/api/projects/${project.id}`, { team_ids: [] });
    const gone = await stream.wait((e) => e.name === 'rows' && e.data.gone.length > 0);
    assert.deepEqual(gone.data.gone, [client.id]);
    assert.deepEqual(gone.data.rows, []);
    assert.equal((await member.get(`/api/clients/${client.id}`)).status, 404);
    const seen = stream.text.length, known = stream.events.length;
    await manager.change(`/api/clients/${client.id}`, { notes: secret + '2' });
    // The stream keeps the order: when this one is there, the change before it has gone by.
    assert.equal((await owner.post('/api/tags', { name: 'Après le secret' })).status, 201);
    await stream.wait((e) => e.name === 'words' && stream.events.indexOf(e) >= known);
    const since = stream.text.slice(seen);
    assert.ok(!since.includes(secret) && !since.includes('event: rows'), `about what is no longer theirs: ${since}`);
    stream.close();
    const late = await member.follow(position);
    const told = await late.wait((e) => e.name === 'rows');
    assert.deepEqual([told.data.gone, told.data.rows], [[client.id], []], 'told after a reconnection too');
    late.close();
    const other = await (await server.signIn('hugo@mistral.example')).follow(position);
    await other.wait((e) => e.name === 'presence');
    assert.ok(!other.text.includes(secret) && !other.events.some((e) => e.name === 'rows'), other.text);
    other.close();
});

test('live: a changed right makes the reader load again, and a closed account ends the stream', async () => {
    const hugo = await server.signIn('hugo@mistral.example');
    const stream = await hugo.follow(await hugo.position());
    const version = (await owner.get('/api/workspace')).json.workspace?.version ?? await owner.position();
    const shared = await owner.patch('/api/workspace', { fields: { shared_clients: { value: true, version } } });
    assert.equal(shared.status, 200, shared.text);
    await stream.wait((e) => e.name === 'reload');
    assert.equal((await hugo.get(`/api/clients/${client.id}`)).status, 200, 'shared clients are seen by all');
    assert.equal((await hugo.change(`/api/clients/${client.id}`, { notes: 'x' })).status, 403, 'and changed by those who may');
    assert.equal((await owner.post('/api/undo')).status, 200);
    assert.equal((await hugo.get(`/api/clients/${client.id}`)).status, 404);
    const closed = await owner.patch(`/api/users/${hugo.me.user.id}`, { fields: { is_active: { value: false, version: await owner.position() } } });
    assert.equal(closed.status, 200, closed.text);
    for (let i = 0; i < 100 && !stream.ended; ++i) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(stream.ended, 'the stream ends');
    assert.equal((await hugo.get('/api/clients')).status, 401);
});
