// The door of both worlds over HTTP: who has an account cannot be found out, tries are counted, cookies and headers keep
// other sites and other people's scripts out.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { sendForm } from './portal_world.mjs';

let server;
before(async (t) => { server = await serve(t); });

const password = 'mistral-demonstration';
const worlds = [
    { api: '/api/session', form: '/login', cookie: 'carnet_session', known: people.manager, unknown: 'personne@mistral.example' },
    { api: '/api/portal/session', form: '/portal/sign-in', cookie: 'carnet_portal', known: 'claire@fontaine.example', unknown: 'personne@fontaine.example' },
];
// Each test comes from a network address of its own: an address that fails too often is refused, whoever it names.
const from = (address, more = {}) => ({ 'X-Forwarded-For': address, ...more });

test('a wrong password of a known and of an unknown account: the same answer, after the same work', async () => {
    for (const { api, known, unknown } of worlds) {
        const ask = async (email) => {
            const start = performance.now();
            const answer = await server.nobody().post(api, { email, password: 'faux faux faux' }, from('192.0.2.1'));
            const took = performance.now() - start, headers = [...answer.headers.keys()].filter((name) => name !== 'date').sort().join();
            return { took, said: [answer.status, answer.text, headers] };
        };
        await ask(`premier-${unknown}`);   // The first of all makes what stands in for a password.
        const asked = { known: [], unknown: [] };
        for (let i = 0; i < 4; ++i) {
            asked.known.push(await ask(known));
            asked.unknown.push(await ask(unknown));
        }
        assert.equal(asked.known[0].said[0], 401);
        for (const { said } of [...asked.known, ...asked.unknown]) assert.deepEqual(said, asked.known[0].said, api);
        // The quickest of each: what else the machine does only slows down. Without the work it is a hundredth.
        const [quick, slow] = [asked.unknown, asked.known].map((list) => Math.min(...list.map(({ took }) => took)));
        assert.ok(quick > slow / 4 && slow > quick / 4, `${api}: ${quick} ms for nobody, ${slow} ms for somebody`);
    }
});

test('cookies: HttpOnly, SameSite, and Secure as soon as the browser came by TLS', async () => {
    for (const { api, form, cookie, known } of worlds) {
        for (const [proto, secure] of [['http', false], ['https', true]]) {
            const headers = from('203.0.113.9', { 'X-Forwarded-Proto': proto });
            const answers = [await server.nobody().post(api, { email: known, password, remember: true }, headers),
                await server.nobody().send('POST', form, new URLSearchParams({ email: known, password, remember: '1' }).toString(), { 'Content-Type': 'application/x-www-form-urlencoded', ...headers })];
            for (const answer of answers) {
                const given = (answer.headers.get('set-cookie') ?? '').split('; ');
                assert.ok(given[0].startsWith(`${cookie}=`), `${answer.status} ${answer.text}`);
                assert.deepEqual(given.slice(1).sort(), ['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', ...(secure ? ['Secure'] : [])], `${form} ${proto}`);
            }
        }
    }
});

test('many wrong passwords at once do not slip through, known and unknown alike, by the form neither', async () => {
    for (const [i, { api, form, known, unknown }] of worlds.entries()) {
        const send = { program: (email) => server.nobody().post(api, { email, password: 'faux faux faux' }, from(`198.51.100.${i}`)),
            form: (email) => sendForm(server.nobody(), form, { email, password: 'faux faux faux' }) };
        const tries = async (email, how) => {
            const answers = await Promise.all(Array.from({ length: 9 }, () => send[how](email)));
            return answers.map((answer) => [answer.status, answer.text.replaceAll(email, '…').replace(/\d+ s/g, '… s')]).sort();
        };
        const somebody = await tries(known, 'program');
        assert.deepEqual(somebody.map(([status]) => status), [...Array(5).fill(401), ...Array(4).fill(429)], api);
        assert.match(somebody.at(-1)[1], /Trop d’essais/);
        assert.deepEqual(await tries(unknown.replace('personne', 'autre'), 'program'), somebody, api);
        const byForm = await tries(unknown.replace('personne', 'encore'), 'form');
        assert.deepEqual(byForm.map(([status]) => status), somebody.map(([status]) => status), form);
        assert.match(byForm.at(-1)[1], /Trop d’essais/);
    }
});

test('what anybody may send is limited by network address, with the time to wait', async () => {
    const send = (address) => server.nobody().post('/api/portal/session', { email: 7 }, from(address));
    const answers = await Promise.all(Array.from({ length: 90 }, () => send('203.0.113.50')));
    const refused = answers.filter(({ status }) => status === 429);
    assert.ok(refused.length > 0 && refused.length < 51, `${refused.length} of 90`);
    assert.ok(Number(refused[0].headers.get('retry-after')) >= 1);
    assert.match(refused[0].json.detail, /Trop de/);
    assert.ok(answers.every(({ status }) => [422, 429].includes(status)));
    assert.equal((await send('203.0.113.51')).status, 422, 'another address');
});

const policy = {
    'default-src': "'self'", 'script-src': "'self' 'wasm-unsafe-eval'", 'style-src': "'self'", 'connect-src': "'self'", 'img-src': "'self' data: blob:",
    'object-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'", 'form-action': "'self'",
};
test('every answer brings the whole policy, and no page has a script or a style of its own', async () => {
    const pages = ['/', '/clients/1', '/login', '/reset', '/nowhere', '/portal', '/portal/sign-in', '/portal/reset', `/portal/invite/${'x'.repeat(43)}`];
    for (const path of [...pages, '/api/session', '/api/portal/session', '/api/nothing', '/healthz', '/pages.css', '/favicon.ico']) {
        const { headers, text } = await server.nobody().get(path, { 'X-Forwarded-Proto': 'https' });
        const given = Object.fromEntries(headers.get('content-security-policy').split(';').map((part) => part.trim()).map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]));
        assert.deepEqual(given, policy, path);
        const said = (name) => headers.get(name);
        assert.deepEqual([said('x-content-type-options'), said('x-frame-options'), said('referrer-policy'), said('strict-transport-security')],
            ['nosniff', 'DENY', 'same-origin', 'max-age=31536000'], path);
        assert.deepEqual(['opener', 'resource', 'embedder'].map((name) => said(`cross-origin-${name}-policy`)), ['same-origin', 'same-origin', 'require-corp'], path);
        for (const device of ['camera', 'geolocation', 'microphone', 'payment', 'usb']) assert.ok(said('permissions-policy').includes(`${device}=()`), device);
        if (!pages.includes(path)) continue;
        assert.match(text, /<\/html>/, path);
        assert.doesNotMatch(text, /<script(?![^>]* src=)|<style|<[^>]+ (?:on\w+|style)=|="javascript:/i, path);
    }
    // Without TLS the browser is not told to insist on it.
    assert.equal((await server.nobody().get('/')).headers.get('strict-transport-security'), null);
});
