// Refusals say the same in the body as on the line, and name what they refuse.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, owner, client;
before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    client = await owner.create({ legal_name: 'Refus SAS' });
});

test('a method that an address does not know is 405 in the body too', async () => {
    for (const [method, path] of [['PUT', '/api/clients'], ['PATCH', '/api/session'], ['DELETE', `/api/export`], ['OPTIONS', '/api/clients']]) {
        const answer = await owner.send(method, path);
        assert.equal(answer.status, 405, `${method} ${path}`);
        assert.deepEqual([answer.json.status, answer.json.title], [405, 'Method Not Allowed']);
    }
    const long = await owner.get('/api/clients?q=' + 'x'.repeat(6000));
    assert.deepEqual([long.status, long.json.status], [414, 414]);
});

test('a NUL or a number beyond 64 bits in a body is refused by the name of its field', async () => {
    const version = await owner.position();
    const json = { 'Content-Type': 'application/json' };
    for (const [method, path, body, field] of [
        ['POST', '/api/clients', '{"client":{"legal_name":"a\\u0000b"}}', 'client.legal_name'],
        ['POST', '/api/clients', '{"client":{"legal_name":"A","owner_id":99999999999999999999}}', 'client.owner_id'],
        ['PATCH', `/api/clients/${client.id}`, `{"fields":{"notes":{"value":"\\u0000","version":${version}}}}`, 'fields.notes.value'],
        ['PATCH', `/api/clients/${client.id}`, '{"fields":{"notes":{"value":"x","version":9223372036854775808}}}', 'fields.notes.version'],
        ['POST', '/api/clients/bulk', '{"ids":[1,1e999],"fields":{"notes":"x"}}', 'ids'],
        ['POST', '/api/tags', '{"name":"\\u0000"}', 'name'],
    ]) {
        const answer = await owner.send(method, path, body, json);
        assert.equal(answer.status, 400, `${body}: ${answer.text}`);
        assert.deepEqual(answer.json.fields?.map((one) => one.field), [field], body);
    }
    assert.equal(await owner.position(), version);
});

test('a parameter that is not text is refused by its name, on every route that can be asked', async () => {
    const { paths } = (await owner.get('/api/openapi.json')).json;
    let asked = 0;
    for (const [path, methods] of Object.entries(paths)) {
        // The portal’s routes know no session of the team; the stream stays open.
        if (!methods.get || path.startsWith('/api/portal')) continue;
        for (const value of ['%ff', '%00', 'a%C3', '%ED%A0%80']) {
            const answer = await owner.get(`${path.replaceAll(/\{\w+\}/g, '1')}?q=${value}`);
            assert.equal(answer.status, 400, `${path}?q=${value}: ${answer.status} ${answer.text.slice(0, 200)}`);
            assert.deepEqual(answer.json.fields.map((one) => one.field), ['q'], path);
            ++asked;
        }
    }
    assert.ok(asked > 80, `${asked}`);
    assert.equal((await owner.get('/api/clients?q=%C3%A9t%C3%A9')).status, 200);
});
