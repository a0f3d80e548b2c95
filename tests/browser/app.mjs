// What the tests of the application share on top of kit.mjs: one server and one browser per file, people signed in by
// cookie, clients made over the API so that a test only drives what it is about. Every page is looked at when its test
// ends: an error in the console or a violation of the content policy fails the test.
import assert from 'node:assert/strict';
import { after, before, test as nodeTest } from 'node:test';
import { byRole, clickNode, consoleErrors, newPage, running, settle, startBrowser, startServer } from './kit.mjs';

export * from './kit.mjs';

// Somebody who talks to the server without a page.
export class Api {
    constructor(url, person) { this.url = url; this.person = person; }
    async signIn() {
        const answer = await fetch(this.url + '/api/session', {
            method: 'POST', headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify({ email: this.person.email, password: this.person.password, remember: true }),
        });
        assert.equal(answer.status, 200, `signing in ${this.person.email}: ${await answer.clone().text()}`);
        this.cookie = answer.headers.get('set-cookie').split(';')[0];
        this.me = await answer.json();
        return this;
    }
    async ask(method, path, body, headers = {}) {
        return fetch(this.url + path, {
            method, headers: { Cookie: this.cookie, 'Carnet-Mails': 'send', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
            body: body === undefined ? undefined : JSON.stringify(body),
        });
    }
    async json(method, path, body) {
        const answer = await this.ask(method, path, body), text = await answer.text();
        assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
        return text ? JSON.parse(text) : null;
    }
    get(path) { return this.json('GET', path); }
    post(path, body = {}) { return this.json('POST', path, body); }
    async client(id) { return (await this.get(`/api/clients/${id}`)).client; }
    // Changes fields as somebody who has just read the record.
    async change(id, fields) {
        const { version } = await this.client(id), changes = {};
        for (const [name, value] of Object.entries(fields)) changes[name] = { value, version };
        return this.json('PATCH', `/api/clients/${id}`, { fields: changes });
    }
    async create(client, more = {}) {
        const sheet = await this.post('/api/clients', { client: { kind: 'company', state: 'active', ...client }, ...more });
        return sheet.client.id;
    }
    async count(query) { return (await this.get('/api/clients?limit=1&q=' + encodeURIComponent(query))).totals.count; }
}

let made = 0;
// A name that no other client has, so that tests do not see each other's.
export const fresh = (word) => `${word} ${process.pid.toString(36).toUpperCase()}${(++made).toString(36).toUpperCase()}`;

// `const house = houseOf(…)` at the top of a file; inside a test: house.page(t, …), house.api(…).
// `environment`: of the server, or a function that gives it.
export function houseOf({ clients = 60, browser = {}, environment = {} } = {}) {
    const house = { apis: new Map() };
    before(async () => {
        const given = typeof environment === 'function' ? await environment() : environment;
        [house.server, house.browser] = await Promise.all([startServer({ clients, environment: given }), startBrowser(browser)]);
    }, { timeout: 60000 });
    after(async () => {
        await house.browser?.close();
        await house.server?.stop();
    }, { timeout: 30000 });
    house.api = async (role = 'owner') => {
        if (!house.apis.has(role)) house.apis.set(role, await new Api(house.server.url, house.server.people[role]).signIn());
        return house.apis.get(role);
    };
    // A page that nobody is signed in to.
    house.stranger = async (t, options = {}) => {
        const page = await newPage(house.browser, { url: house.server.url, viewport: { width: 1600, height: 1200 }, ...options });
        t.after(async () => {
            const problems = page.isClosed() ? [] : await consoleErrors(page).catch(() => page.problems);
            await page.context().close();
            assert.deepEqual(problems, [], 'nothing in the console, nothing refused by the content policy');
        });
        return page;
    };
    house.page = async (t, path = '/clients', { as = 'owner', ...options } = {}) => {
        const page = await house.stranger(t, options), [name, value] = (await house.api(as)).cookie.split('=');
        await page.context().addCookies([{ name, value, url: house.server.url, httpOnly: true, sameSite: 'Lax' }]);
        steady(page);
        await page.goto(path);
        return page;
    };
    return house;
}

// What a person does too: he acts on what he sees. After loading a place the page is waited for, and a key is pressed
// once what came before it has been drawn. Tests of fast typing use kit.mjs as it is.
function steady(page) {
    const { goto, reload } = page, { press } = page.keyboard;
    const loaded = (load) => async (...words) => {
        const answer = await load.apply(page, words);
        await running(page);
        return answer;
    };
    page.goto = loaded(goto);
    page.reload = loaded(reload);
    page.keyboard.press = async (...words) => {
        await settle(page).catch(() => {});
        return press.apply(page.keyboard, words);
    };
}

// Each test has its own limit, so that one that hangs does not take the others with it.
export const test = (name, body) => nodeTest(name, { timeout: 90000 }, body);

// Which switches of a contact's portal are on, by the API: "tasks documents".
export const switchesOf = (link) => ['tasks', 'comment', 'approve', 'documents', 'invoices'].filter((word) => link[`portal_${word}`]).join(' ');
// Waits until the application shows it: by role and name in the mirror.
export const seen = (page, role, name, options = {}) => byRole(page, role, name, options).first().waitFor({ state: 'attached', timeout: 8000 });
export const gone = (page, role, name, options = {}) => byRole(page, role, name, options).first().waitFor({ state: 'detached', timeout: 8000 });
// Waits for words anywhere in the mirror.
export const seenText = (page, text) => page.locator('#mirror').getByText(text).first().waitFor({ state: 'attached', timeout: 8000 });
export const textOf = (page) => page.evaluate(() => {
    const words = [];
    const walk = (element) => {
        if (element.getAttribute('aria-label')) words.push(element.getAttribute('aria-label'));
        for (const child of element.childNodes) child.nodeType === 3 ? words.push(child.data) : walk(child);
    };
    walk(document.getElementById('mirror'));
    return words.join('\n');
});

// Asks again until `check` is true; for what another process does.
export async function until(check, what, limit = 8000) {
    const end = Date.now() + limit;
    for (;;) {
        const found = await check();
        if (found) return found;
        if (Date.now() > end) assert.fail(`not within ${limit} ms: ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
}

// The names of the rows on the screen, from the top.
export const rowNames = async (page) => {
    await settle(page);
    const { first } = await page.evaluate(() => window.__carnet.state());
    return first ? first.split('|') : [];
};
export const shown = async (page) => {
    await settle(page);
    return (await page.evaluate(() => window.__carnet.state())).shown;
};

// Types into the list's search, from empty.
export async function searchList(page, text) {
    const box = await page.evaluate(() => window.__carnet.rect('filter'));
    await page.mouse.click(box.x + box.w / 2, box.y + box.h / 2);
    await settle(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.insertText(text);
    await settle(page);
}

// Opens a value of the sheet for editing and types; leaving the field saves it.
export async function editField(page, label, text, { leave = 'Enter' } = {}) {
    await page.locator('#mirror').getByRole('button', { name: new RegExp(`^Modifier ${label}`) }).first().click({ force: true });
    await settle(page);
    await page.keyboard.press('Control+a');
    if (text === '') await page.keyboard.press('Delete');
    else await page.keyboard.insertText(text);
    await settle(page);
    if (leave) await page.keyboard.press(leave);
    await settle(page);
}

// The toast that announces a change, and its "Annuler".
export async function undoByToast(page, title) {
    const button = page.locator('#mirror').getByRole('group', { name: title }).getByRole('button', { name: 'Annuler', exact: true }).last();
    await button.waitFor({ state: 'attached', timeout: 8000 });
    await button.click({ force: true });
    await settle(page);
}
