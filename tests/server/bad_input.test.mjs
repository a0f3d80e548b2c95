// Bad input on every route and field: a clear 4xx that names the field, never a 5xx, never a change.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, owner, client, position;
before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    client = await owner.create({ legal_name: 'Cible SAS' }, { contacts: [{ contact: { last_name: 'C' } }], addresses: [{ city: 'Lyon' }] });
    await owner.post(`/api/clients/${client.id}/projects`, { name: 'P' });
    await owner.post(`/api/clients/${client.id}/activities`, { kind: 'note', body: 'N' });
    position = await owner.position();
});

const nasty = [null, true, -1, 1.5, 1e300, '', 'x'.repeat(100_000), '\u0000', 'a\u0000b', "'; DROP TABLE client; --", '<img onerror=alert(1)>',
    '../../etc/passwd', [], {}, [[]], { value: 1 }, [1, 2, 3], ['x'], -9223372036854775808, '\ud800', '🙂', '99999999999999999999'];

const unchanged = async (what) => assert.equal(await owner.position(), position, `${what} changed something`);

test('every field of a new client takes nasty values without harm', async () => {
    const document = (await owner.get(`/api/clients/${client.id}`)).json.client;
    for (const field of [...Object.keys(document), 'unknown', '__proto__', 'id'])
        for (const value of nasty) {
            const answer = await owner.post('/api/clients', { client: { legal_name: 'Test', [field]: value } });
            assert.ok(answer.status < 500, `${field} = ${JSON.stringify(value)?.slice(0, 60)}: ${answer.status} ${answer.text}`);
            if (answer.status === 201) {
                assert.ok(field in document && !(value?.length === 100_000), `${field} is taken: ${JSON.stringify(value).slice(0, 60)}`);
                assert.equal((await owner.post('/api/undo', { action: answer.json.action })).status, 200, field);
                position = await owner.position();
            } else {
                assert.ok([400, 422].includes(answer.status), `${field}: ${answer.status}`);
                // Text that is no JSON at all (half a surrogate pair) has no field to name.
                if (value !== '\ud800') assert.ok(answer.json.fields?.some((one) => one.field === `client.${field}`), `${field} is not named: ${answer.text}`);
                await unchanged(`${field} = ${JSON.stringify(value)?.slice(0, 60)}`);
            }
        }
    // What only the program writes is not given, however well it is written.
    for (const [field, value] of [['number', 7], ['previous_reference', 'CLI-1'], ['deleted_at', '2026-01-01T00:00:00.000Z']]) {
        const answer = await owner.post('/api/clients', { client: { legal_name: 'Test', [field]: value } });
        assert.deepEqual([answer.status, answer.json.fields?.map((one) => one.field)], [422, [`client.${field}`]], answer.text);
    }
    await unchanged('a field of the program');
});

test('every field in a change takes nasty values and versions', async () => {
    const fields = Object.keys((await owner.get(`/api/clients/${client.id}`)).json.client);
    for (const field of fields)
        for (const value of nasty) {
            const answer = await owner.patch(`/api/clients/${client.id}`, { fields: { [field]: { value, version: position } } });
            assert.ok(answer.status < 500, `${field} = ${JSON.stringify(value)?.slice(0, 60)}: ${answer.status} ${answer.text}`);
            if (value?.length === 100_000) assert.equal(answer.status, 422, `${field} is as long as one likes`);
            position = await owner.position();
        }
    for (const body of [{}, { fields: {} }, { fields: [] }, { fields: { notes: 'x' } }, { fields: { notes: { value: 'x' } } },
        { fields: { notes: { value: 'x', version: 'y' } } }, { fields: { notes: { value: 'x', version: 1, extra: 1 } } }, { other: 1 },
        { fields: { no_such: { value: 1, version: 1 } } }, { fields: { number: { value: 1, version: 1 } } }]) {
        const answer = await owner.patch(`/api/clients/${client.id}`, body);
        assert.equal(answer.status, 422, JSON.stringify(body) + answer.text);
        assert.ok(answer.json.fields.length > 0, JSON.stringify(body));
        await unchanged(JSON.stringify(body));
    }
});

test('every route takes nasty identifiers, queries and bodies', async () => {
    const document = (await owner.get('/api/openapi.json')).json;
    const ids = ['0', '-1', 'x', '9223372036854775807', '99999999999999999999', '1%00', '%2e%2e%2f', '1;DROP', '%F0%28'];
    for (const [path, methods] of Object.entries(document.paths)) {
        if (!path.startsWith('/api/') || path === '/api/changes' || path === '/api/session') continue;
        for (const method of Object.keys(methods).map((m) => m.toUpperCase())) {
            for (const id of path.includes('{') ? ids : ['']) {
                const where = path.replaceAll(/\{\w+\}/g, id);
                const answer = await owner.send(method, where, method === 'GET' ? undefined : {});
                assert.ok(answer.status < 500, `${method} ${where}: ${answer.status} ${answer.text}`);
            }
            if (method === 'GET') continue;
            const where = path.replaceAll(/\{\w+\}/g, '1');
            for (const body of ['', '{', '[]', 'null', '"x"', '{"a":1,"a":2}', '{"x":"\\ud800"}', '\xff\xfe', '{"x":' + '['.repeat(5000) + ']'.repeat(5000) + '}']) {
                const answer = await owner.send(method, where, body, { 'Content-Type': 'application/json' });
                assert.ok(answer.status < 500, `${method} ${where} ${body.slice(0, 30)}: ${answer.status} ${answer.text}`);
            }
        }
    }
});

test('what a body says in another type than its route describes is refused by its name, and nothing happens', async () => {
    position = await owner.position();   // The tests before wrote.
    const { paths } = (await owner.get('/api/openapi.json')).json;
    let tried = 0;
    for (const [path, methods] of Object.entries(paths))
        for (const [method, operation] of Object.entries(methods)) {
            const members = operation.requestBody?.content['application/json']?.schema.properties ?? {};
            for (const [name, { type, items }] of Object.entries(members)) {
                if (!type) continue;   // An entity, or changes of its fields: read by its field table.
                const wrong = [type].flat().includes('string') ? 7 : 'x', where = path.replaceAll(/\{\w+\}/g, client.id);
                const answer = await owner.send(method.toUpperCase(), where, { [name]: wrong });
                assert.equal(answer.status, 422, `${method} ${where} ${name}: ${answer.text}`);
                assert.equal(answer.json.fields[0].field, name, `${method} ${where}: ${answer.text}`);
                if (items?.type === 'integer') {
                    const inside = await owner.send(method.toUpperCase(), where, { [name]: [1, 'x'] });
                    assert.deepEqual([inside.status, inside.json.fields[0].field], [422, `${name}[1]`], `${method} ${where}`);
                }
                ++tried;
            }
        }
    assert.ok(tried > 40, String(tried));
    const deep = await owner.post(`/api/clients/${client.id}/documents`, { files: [{ upload: 'x' }, { upload: 7 }] });
    assert.deepEqual([deep.status, deep.json.fields[0].field], [422, 'files[1].upload']);
    await unchanged('a wrong type');
});

test('queries of the list, of pages and of exports name the wrong word', async () => {
    for (const [query, field] of [['sort=couleur', 'sort'], ['state=mort', 'state'], ['limit=-1', 'limit'], ['limit=x', 'limit'],
        ['offset=-5', 'offset'], ['nonsense=1', 'nonsense'], ['min=abc', 'min'], ['owner=x', 'owner'], ['after=-1', 'after']]) {
        for (const route of ['/api/clients', '/api/export']) {
            if (route === '/api/export' && /limit|offset|after/.test(query)) continue;
            const answer = await owner.get(`${route}?${query}`);
            assert.ok([400, 422].includes(answer.status), `${route}?${query}: ${answer.status}`);
            assert.equal(answer.json.fields[0].field, field, answer.text);
        }
    }
    assert.equal((await owner.get('/api/export?format=pdf')).status, 422);
    for (const path of ['timeline?before=x', 'timeline?kinds=dance', 'timeline?limit=0', 'history?before=x', 'history?field=couleur'])
        assert.equal((await owner.get(`/api/clients/${client.id}/${path}`)).status, 422, path);
    for (const path of ['messages?limit=x', 'messages?before=x', 'messages?project=x', 'history?limit=x', 'timeline?limit=x', 'documents/seen-by?user=x', 'documents/seen-by?contact=x']) {
        const answer = await owner.get(`/api/clients/${client.id}/${path}`);
        assert.deepEqual([answer.status, answer.json.fields[0].field], [422, /\?(\w+)=/.exec(path)[1]], path);
    }
    assert.equal((await owner.get('/api/mails?limit=x')).json.fields[0].field, 'limit');
    for (const q of ['%ff', '%00', 'x'.repeat(5000), '%F0%9F%99%82', "'%25_"])
        assert.ok((await owner.get(`/api/clients?q=${q}`)).status < 500, q);
});

test('bodies that are too large, of the wrong type or from elsewhere are refused', async () => {
    const large = JSON.stringify({ client: { legal_name: 'x'.repeat(10 << 20) } });
    const answer = await owner.send('POST', '/api/clients', large, { 'Content-Type': 'application/json' }).catch(() => ({ status: 413 }));
    assert.equal(answer.status, 413);
    assert.equal((await owner.send('POST', '/api/clients', 'a=b', { 'Content-Type': 'text/plain' })).status, 415);
    const foreign = await owner.post('/api/clients', { client: { legal_name: 'X' } }, { Origin: 'https://evil.example' });
    assert.equal(foreign.status, 403);
    assert.equal((await owner.post('/api/clients', { client: { legal_name: 'X' } }, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
    assert.equal((await owner.post('/api/clients', { client: { legal_name: 'X' } }, { 'Idempotency-Key': 'é' }).catch(() => ({ status: 422 }))).status, 422);
});

test('bulk, imports and undo refuse what they do not understand', async () => {
    position = await owner.position();   // The tests before wrote.
    for (const body of [{}, { ids: [client.id] }, { ids: 'x', fields: { notes: 'x' } }, { ids: [1.5], fields: { notes: 'x' } },
        { ids: [client.id], query: '', fields: { notes: 'x' } }, { query: 7, fields: { notes: 'x' } }, { query: 'bad=1', fields: { notes: 'x' } },
        { ids: [client.id], fields: { number: 1 } }, { ids: [client.id], fields: { siren: '123' } }, { ids: [client.id], action: 'dance' },
        { ids: [client.id], tags_add: ['x'] }, { ids: [client.id], tags_add: [999999] }, { ids: [client.id], fields: { nope: 1 } }]) {
        const answer = await owner.post('/api/clients/bulk', body);
        assert.ok([400, 422].includes(answer.status), `${JSON.stringify(body)}: ${answer.status} ${answer.text}`);
    }
    assert.equal((await owner.post('/api/clients/bulk', { ids: [999999], fields: { notes: 'x' } })).status, 404);
    for (const action of ['x', null, -1, 1.5, 999999]) assert.ok([404, 422].includes((await owner.post('/api/undo', { action })).status));
    for (const bytes of ['', '\u0000\u0001\u0002', 'PK\u0003\u0004', '"never closed', '\n\n\n']) {
        const answer = await owner.send('POST', '/api/imports?name=../../x', bytes, { 'Content-Type': 'text/csv' });
        assert.ok(answer.status < 500, `${JSON.stringify(bytes)}: ${answer.status}`);
    }
    assert.equal((await owner.post('/api/imports/1234/plan', { mapping: {} })).status, 404);
    await unchanged('nonsense');
});

test('a name full of markup is just a name', async () => {
    const name = '<img src=x onerror=alert(1)> & "\'; DROP TABLE client; --';
    const made = await owner.create({ legal_name: name });
    assert.equal(made.legal_name, name);
    assert.equal((await owner.find('q=onerror')).rows[0].name, name);
    const sheet = await owner.get(`/api/clients/${made.id}`);
    assert.match(sheet.headers.get('content-type'), /^application\/json/);
    assert.equal(sheet.headers.get('x-content-type-options'), 'nosniff');
});
