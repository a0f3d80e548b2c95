// Sign-in is an HTML form (wasm-ui §22); what happens when the session or the network goes away (§28).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { consoleErrors, newPage, running, settle, signIn, startBrowser, startServer } from './kit.mjs';

let server, browser;
before(async () => { server = await startServer(); browser = await startBrowser(); });
after(async () => { await browser?.close(); await server?.stop(); });

const fresh = async (options = {}) => {
    const page = await newPage(browser, { url: server.url, ...options });
    await page.goto('/');
    await page.locator('#login').waitFor({ state: 'visible' });
    return page;
};

test('password managers find what they look for', async () => {
    const page = await fresh();
    const form = await page.evaluate(() => {
        const login = document.getElementById('login');
        const of = (name) => Object.fromEntries(['type', 'name', 'autocomplete'].map((key) => [key, login[name].getAttribute(key)]));
        return { method: login.method, action: login.getAttribute('action'), email: of('email'), password: of('password'), passwords: document.querySelectorAll('[type=password]').length };
    });
    assert.deepEqual(form, {
        method: 'post', action: '/login', passwords: 1,
        email: { type: 'email', name: 'email', autocomplete: 'username' },
        password: { type: 'password', name: 'password', autocomplete: 'current-password' },
    });
    for (const [role, name] of [['textbox', 'Adresse e-mail'], ['checkbox', 'Rester connecté sur cet appareil'], ['button', 'Se connecter']])
        assert.equal(await page.getByRole(role, { name, exact: true }).count(), 1, name);
    assert.equal(await page.locator('#password').and(page.getByLabel('Mot de passe')).count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'email');
    assert.equal(await page.isChecked('#remember'), true);
    assert.equal(await page.getAttribute('#email', 'autocapitalize'), 'none');
    for (const field of ['#email', '#password']) assert.match(await page.getAttribute(field, 'aria-describedby'), /login-problem/);
    assert.equal(await page.getAttribute('#login-problem', 'role'), 'alert');
    assert.deepEqual(await consoleErrors(page), []);
    await page.context().close();
});

test('a wrong password is said without saying which of the two is wrong', async () => {
    const page = await fresh();
    await page.fill('#email', server.people.owner.email);
    await page.fill('#password', 'certainement pas');
    await page.keyboard.press('Enter');
    await page.locator('#login-problem').waitFor({ state: 'visible' });
    assert.equal(await page.locator('#login-problem').innerText(), 'Adresse e-mail ou mot de passe incorrect.');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'password');
    assert.equal(await page.inputValue('#email'), server.people.owner.email);
    await page.context().close();
});

test('an empty field is named', async () => {
    const page = await fresh();
    await page.click('#login-button');
    assert.equal(await page.locator('#login-problem').innerText(), 'Indiquez votre adresse e-mail.');
    assert.equal(await page.getAttribute('#email', 'aria-invalid'), 'true');
    await page.fill('#email', server.people.owner.email);
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('#login-problem').innerText(), 'Indiquez votre mot de passe.');
    assert.deepEqual([await page.getAttribute('#email', 'aria-invalid'), await page.getAttribute('#password', 'aria-invalid')], [null, 'true']);
    await page.context().close();
});

test('the password can be shown, Caps Lock is noticed, the language switched', async () => {
    const page = await fresh();
    await page.fill('#password', 'visible');
    await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
    assert.equal(await page.getAttribute('#password', 'type'), 'text');
    await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
    assert.equal(await page.getAttribute('#password', 'type'), 'password');
    await page.evaluate(() => document.getElementById('password').dispatchEvent(new KeyboardEvent('keydown', { key: 'A', bubbles: true, modifierCapsLock: true })));
    assert.equal(await page.locator('#caps-lock').isVisible(), true);
    await page.getByRole('button', { name: 'Français. Passer en anglais' }).click();
    assert.equal(await page.locator('h1:visible').innerText(), 'Sign in');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.reload();
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.equal(await page.locator('h1:visible').innerText(), 'Sign in');
    await page.context().close();
});

test('signing in starts the application without loading the page again', async () => {
    const page = await fresh();
    await page.evaluate(() => { window.samePage = true; });
    await page.fill('#email', server.people.owner.email);
    await page.fill('#password', server.people.owner.password);
    await page.click('#login-button');
    await running(page);
    assert.equal(await page.evaluate(() => window.samePage), true);
    assert.equal(await page.locator('#login').isVisible(), false);
    assert.equal(await page.inputValue('#password'), '');
    assert.equal(await page.evaluate(() => document.cookie), '', 'no script may read the session');
    assert.deepEqual(await consoleErrors(page), []);
    await page.context().close();
});

test('what was chosen is sent, once however often one presses; no answer is said; the place asked for is opened', async () => {
    const page = await newPage(browser, { url: server.url }), sent = [];
    await page.goto('/clients/1?tab=projects');
    await page.locator('#login').waitFor({ state: 'visible' });
    let away = true;
    await page.route('**/api/session', async (route) => {
        if (route.request().method() !== 'POST') return route.fallback();
        sent.push(route.request().postDataJSON());
        if (away) return route.abort('connectionrefused');
        await page.locator('#login-button[aria-disabled=true]').waitFor();
        await page.evaluate(() => document.getElementById('login').requestSubmit());
        return route.fallback();
    });
    await page.fill('#email', ' ' + server.people.owner.email + ' ');
    await page.fill('#password', server.people.owner.password);
    await page.getByRole('button', { name: 'Afficher le mot de passe' }).click();
    await page.getByRole('checkbox').uncheck();
    await page.click('#login-button');
    await page.locator('#login-problem').waitFor({ state: 'visible' });
    assert.match(await page.locator('#login-problem').innerText(), /ne répond pas/);
    away = false;
    await page.click('#login-button');
    await running(page);
    assert.equal(sent.length, 2);
    assert.deepEqual(sent[1], { email: server.people.owner.email, password: server.people.owner.password, remember: false });
    assert.equal(await page.getAttribute('#password', 'type'), 'password', 'hidden again for the next');
    assert.match(page.url(), /\/clients\/1\?tab=projects$/);
    await page.context().close();
});

test('somebody else who signs in over the page sees nothing of the person before', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner, '/settings/team');
    await page.evaluate(() => { window.samePage = true; carnet.signIn.ask(true); });
    await page.locator('#login').waitFor({ state: 'visible' });
    await page.fill('#email', server.people.member.email);
    await page.fill('#password', server.people.member.password);
    await page.click('#login-button');
    await page.waitForFunction(() => !window.samePage && document.documentElement.classList.contains('running'));
    await settle(page);
    assert.equal((await page.evaluate(() => fetch('/api/session').then((answer) => answer.json()))).user.email, server.people.member.email);
    await page.context().close();
});

test('the form speaks the browser’s language and wears the person’s theme, before the program', async () => {
    const page = await newPage(browser, { url: server.url, locale: 'en-GB', colorScheme: 'light' });
    await page.addInitScript(() => localStorage.setItem('carnet.theme', 'dark'));
    await page.goto('/');
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.equal(await page.locator('h1:visible').innerText(), 'Sign in');
    assert.equal(await page.getByRole('button', { name: 'Show the password' }).count(), 1);
    assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), 'dark');
    await page.context().close();
});

test('the form is there without JavaScript', async () => {
    const page = await newPage(browser, { url: server.url, javaScriptEnabled: false });
    await page.goto('/');
    assert.equal(await page.locator('#login').isVisible(), true);
    assert.equal(await page.locator('#show-password').isVisible(), false);
    assert.equal(await page.locator('#other-language').isVisible(), false);
    await page.context().close();
});

test('a session that ends is renewed over the page, and the request goes on with its key', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner);
    await page.evaluate(() => { window.samePage = true; });
    // The server is told that this session is over, behind the application's back.
    const gone = [];
    let refused = false;
    await page.route('**/api/profile', async (route) => {
        gone.push(route.request().headers()['idempotency-key']);
        if (refused) return route.fulfill({ status: 200, contentType: 'application/json', body: '{}' });
        refused = true;
        return route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"status":401}' });
    });
    await page.evaluate(() => carnet.net.send(987654, { method: 'PATCH', path: '/api/profile', body: new TextEncoder().encode('{}'), type: 'application/json', key: 'the-same-key-again', timeout: 0, file: 0, streaming: false }));
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.equal(await page.locator('h1:visible').innerText(), 'Session terminée');
    assert.equal(await page.locator('#stage').isVisible(), true, 'the page stays underneath');
    await page.fill('#email', server.people.owner.email);
    await page.fill('#password', server.people.owner.password);
    await page.click('#login-button');
    await page.locator('#login').waitFor({ state: 'hidden' });
    await settle(page);
    assert.deepEqual(gone, ['the-same-key-again', 'the-same-key-again']);
    assert.equal(await page.evaluate(() => window.samePage), true);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mirror');
    await page.context().close();
});

test('reads are tried again, writes are not', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner);
    const seen = { GET: 0, POST: 0 };
    await page.route('**/api/retry-test', (route) => { ++seen[route.request().method()]; return route.fulfill({ status: 503, body: '' }); });
    for (const method of ['GET', 'POST'])
        await page.evaluate((word) => carnet.net.send(1e6, { method: word, path: '/api/retry-test', body: null, type: '', key: '', timeout: 0, file: 0, streaming: false }), method);
    await settle(page);
    assert.deepEqual(seen, { GET: 4, POST: 1 });
    await page.context().close();
});

test('a read that is not answered is given up and tried again, and no more than six are on their way', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner);
    const ask = (path, timeout) => page.evaluate(([to, ms]) => carnet.net.send(1e6, { method: 'GET', path: to, body: null, type: '', key: '', timeout: ms, file: 0, streaming: false }), [path, timeout]);
    let tries = 0;
    await page.route('**/api/silent', () => { ++tries; });
    await ask('/api/silent', 200);
    await settle(page);
    assert.equal(tries, 4);
    const held = [];
    await page.route('**/api/held/*', (route) => { held.push(route); });
    for (let i = 0; i < 9; ++i) await ask(`/api/held/${i}`, 0);
    while (held.length < 6) await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    assert.equal(held.length, 6);
    let done = 0;
    while (done < 9) {
        if (done < held.length) await held[done++].fulfill({ status: 200, body: '{}' });
        else await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    }
    await settle(page);
    assert.equal(held.length, 9);
    await page.context().close();
});

test('two tabs share one stream of changes', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner);
    const streams = () => page.context().pages().length && counted.length;
    const counted = [];
    page.context().on('request', (request) => { if (request.url().includes('/api/changes')) counted.push(request.url()); });
    const second = await page.context().newPage();
    await second.goto('/');
    await running(second);
    await second.waitForFunction(() => carnet.live.connected);
    assert.equal(streams(), 0);
    assert.equal(await page.evaluate(() => carnet.live.connected), true);
    await page.context().close();
});

test('unsaved work is asked about, saved work is not', async () => {
    const page = await fresh();
    await signIn(page, server.people.owner);
    const asked = await page.evaluate(() => {
        const ask = () => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; };
        const before = ask();
        carnet.nav.unsaved(true);
        const during = ask();
        carnet.nav.unsaved(false);
        return [before, during, ask()];
    });
    assert.deepEqual(asked, [false, true, false]);
    await page.context().close();
});
