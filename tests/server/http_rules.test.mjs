// What HTTP itself asks for (RFC 9110), sign-ins over older sessions, and a port that is taken.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Person, carnet, serve } from './kit.mjs';
import { cookieOf as portalCookie, ok, sendForm, upload } from './portal_world.mjs';

let server, lea;
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn('lea@mistral.example');
});

// Any method, as it stands on the wire.
const wire = (method, path, headers = {}) => new Promise((resolve, reject) => {
    const sent = request(server.url + path, { method, headers, agent: false }, (answer) => {
        let body = '';
        answer.on('data', (piece) => { body += piece; }).on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body }));
    });
    sent.on('error', reject).end();
});

test('the type of a body is known in any case and with parameters; another type is still refused', async () => {
    const sign = { email: 'lea@mistral.example', password: 'mistral-demonstration' };
    const send = (type) => server.nobody().send('POST', '/api/session', JSON.stringify(sign), { 'Content-Type': type });
    for (const type of ['application/json', 'application/JSON', 'Application/Json; charset=UTF-8', 'APPLICATION/JSON ;charset="utf-8"', 'application/json;x=a'])
        assert.equal((await send(type)).status, 200, type);
    for (const type of ['text/json', 'application/jsonp', 'application/x-www-form-urlencoded', 'Multipart/Form-Data; boundary=x']) assert.equal((await send(type)).status, 415, type);
    const form = await server.nobody().send('POST', '/login', new URLSearchParams(sign).toString(), { 'Content-Type': 'Application/X-WWW-Form-Urlencoded; charset=utf-8' });
    assert.equal(form.status, 303);
});

test('a Range in an unknown unit, or none at all, is ignored; one outside the file is refused', async () => {
    const { rows: [client] } = await lea.find('limit=1');
    const { folder } = ok(await lea.post(`/api/clients/${client.id}/folders`, { name: 'Plages', parent_id: null }), 201);
    const { documents: [file] } = ok(await lea.post(`/api/clients/${client.id}/documents`, { folder_id: folder.id, files: [{ upload: await upload(lea, 'dix.txt', Buffer.from('0123456789')) }] }), 201);
    const path = `/api/document-versions/${file.version_id}/file`;
    for (const range of ['items=0-5', 'bytes=abc', 'lines', 'bytes=5-2', 'BYTE=1-2']) {
        const answer = await lea.get(path, { Range: range });
        assert.deepEqual([answer.status, answer.text], [200, '0123456789'], range);
        assert.ok(answer.headers.get('x-content-type-options'));
        assert.equal((await lea.send('HEAD', path, undefined, { Range: range })).status, 200);
        assert.equal((await lea.get('/api/session', { Range: range })).json.user.email, 'lea@mistral.example');
        assert.equal((await server.nobody().get('/', { Range: range })).status, 200);
        assert.equal((await server.nobody().get(path, { Range: range })).status, 401);
    }
    assert.deepEqual([(await lea.get(path, { Range: 'bytes=2-4' })).text, (await lea.get(path, { Range: 'bytes=10-' })).status], ['234', 416]);
});

test('a Range on a write is ignored: what was written is answered whole', async () => {
    for (const range of ['bytes=0-3', 'bytes=99999-', 'bytes=-5']) {
        const made = await lea.post('/api/clients', { client: { legal_name: `Plage ${range}` } }, { Range: range });
        assert.deepEqual([made.status, made.json.client.legal_name], [201, `Plage ${range}`], range);
        const path = `/api/clients/${made.json.client.id}`, asked = await lea.send('PATCH', path, { fields: { notes: { value: range, version: await lea.position() } } }, { Range: range });
        assert.deepEqual([asked.status, asked.json.client.legal_name], [200, `Plage ${range}`], range);
        assert.equal(asked.headers.get('content-range'), null);
        const away = await lea.send('DELETE', '/api/session', undefined, { Cookie: (await server.signIn('hugo@mistral.example')).cookie, Range: range });
        assert.equal(away.status, 204, range);
    }
});

test('nothing that a page loads is missing, nor the icon that browsers look for beside those that name none', async () => {
    const claire = new Person(server, portalCookie(await server.nobody().post('/api/portal/session', { email: 'claire@fontaine.example', password: 'mistral-demonstration' })));
    const unknown = 'x'.repeat(43);
    for (const path of ['/', '/reset', `/reset/${unknown}`, `/start/${unknown}`, '/nowhere', '/portal', '/portal/sign-in', '/portal/reset', `/portal/invite/${unknown}`, '/portal/plain', '/portal/plain/messages']) {
        const { text } = await (path.startsWith('/portal/plain') ? claire : server.nobody()).get(path);
        assert.match(text, /<\/html>/, path);
        const loaded = [...text.matchAll(/<(?:link|script|img)[^>]* (?:href|src)="([^"]+)"/g)].map(([, address]) => address);
        const icon = text.includes('rel="icon"') ? [] : ['/favicon.ico'];
        for (const address of [...loaded, ...icon]) {
            const answer = await server.nobody().get(address);
            assert.equal(answer.status, 200, `${address} of ${path}`);
        }
    }
    const icon = await server.nobody().get('/favicon.ico');
    assert.deepEqual([icon.headers.get('content-type'), icon.headers.get('cache-control')], ['image/svg+xml', 'no-cache']);
});

test('every 405 says which methods there are', async () => {
    const allow = async (method, path) => {
        const answer = await wire(method, path);
        assert.equal(answer.status, 405, `${method} ${path}: ${answer.body}`);
        if (method !== 'HEAD') assert.match(answer.headers['content-type'], /^application\/problem\+json|^text\/html/);
        return answer.headers.allow.split(', ').sort().join(' ');
    };
    for (const method of ['OPTIONS', 'TRACE', 'PUT', 'PATCH']) assert.equal(await allow(method, '/api/session'), 'DELETE GET HEAD POST', method);
    for (const method of ['OPTIONS', 'TRACE', 'DELETE']) assert.equal(await allow(method, '/api/clients?q=x'), 'GET HEAD POST', method);
    for (const method of ['GET', 'HEAD', 'OPTIONS']) assert.equal((await allow(method, '/api/undo')).replace('GET HEAD ', ''), 'POST', method);
    assert.equal(await allow('OPTIONS', '/'), 'GET HEAD');
    assert.equal(await allow('POST', '/reset/abc'), 'GET HEAD');
});

test('who signs in again over an older session ends it, in the team and in the portal', async () => {
    const open = async (path, cookie) => (await server.nobody().get(path, { Cookie: cookie })).status;
    const cookieOf = (answer, name) => answer.headers.get('set-cookie').split(';')[0].replace(new RegExp(`^(?!${name}=).*`), '');
    for (const [name, api, form, email] of [['carnet_session', '/api/session', '/login', 'sophie@mistral.example'], ['carnet_portal', '/api/portal/session', '/portal/sign-in', 'claire@fontaine.example']]) {
        const account = { email, password: 'mistral-demonstration' };
        const enter = async (how, cookie = '') => {
            const person = new Person(server, cookie);
            return cookieOf(how === form ? await sendForm(person, form, account) : await person.post(api, account), name);
        };
        const elsewhere = await enter(api), first = await enter(api), second = await enter(api, first);
        assert.deepEqual([await open(api, first), await open(api, second), await open(api, elsewhere)], [401, 200, 200], `${name}, ${api}`);
        const third = await enter(form, second);
        assert.deepEqual([await open(api, second), await open(api, third), await open(api, elsewhere)], [401, 200, 200], `${name}, ${form}`);
        // A wrong password ends nothing.
        assert.equal((await new Person(server, third).post(api, { email, password: 'faux' })).status, 401);
        assert.equal(await open(api, third), 200);
    }
});

test('an activity from before any record is refused with the name of its field, when written and when changed', async () => {
    const { rows: [client] } = await lea.find('limit=1');
    const log = (happened_at) => lea.post(`/api/clients/${client.id}/activities`, { kind: 'call', body: 'Appel', happened_at });
    for (const at of ['1850-01-01T10:00:00Z', '1026-11-22T10:00:00.000Z', '1969-12-31T23:59:59.999Z']) {
        const answer = await log(at);
        assert.deepEqual([answer.status, answer.json.fields], [422, [{ field: 'happened_at', message: 'Indiquez une date à partir de 1970' }]], at);
    }
    assert.equal((await log('2300-01-01T10:00:00Z')).json.fields[0].message, 'Cette date est dans le futur');
    const { activity } = ok(await log('1970-01-02T00:00:00Z'), 201);
    const moved = await lea.change(`/api/activities/${activity.id}`, { happened_at: '1850-01-01T10:00:00Z' });
    assert.deepEqual([moved.status, moved.json.fields[0].field], [422, 'happened_at']);
});

test('a port that is taken leaves nothing behind where there was nothing', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    t.after(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const parent = mkdtempSync(join(tmpdir(), 'carnet-port-'));
    t.after(() => rmSync(parent, { recursive: true, force: true }));
    const port = String(other.address().port);
    const refused = await carnet('serve', '--data', join(parent, 'neuf'), '--port', port);
    assert.equal(refused.code, 1);
    assert.match(refused.stderr, new RegExp(port));
    assert.equal(existsSync(join(parent, 'neuf')), false);
    assert.equal((await carnet('serve', '--data', parent, '--port', port)).code, 1);
    assert.deepEqual(readdirSync(parent), []);
});
