// What every test of the page uses: the real server on a temporary data folder, Debian's Chromium, things found by
// role and name in the mirror, real clicks and keys (wasm-ui §21).
import { chromium, firefox } from 'playwright-core';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const freePort = () => new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

const run = (command, parameters) => new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (piece) => { output += piece; });
    child.stderr.on('data', (piece) => { output += piece; });
    child.once('error', reject);
    child.once('exit', (code) => code === 0 ? resolve(output) : reject(new Error(`${command} ${parameters.join(' ')}: ${code}\n${output}`)));
});

const answers = async (url, child) => {
    for (let i = 0; i < 200; ++i) {
        if (child?.exitCode !== null && child) throw new Error('the server has stopped');
        const answer = await fetch(url + '/healthz').catch(() => null);
        if (answer?.ok) return;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the server does not answer');
};

// A server with the demonstration workspace. CARNET_BIN is the program; CARNET_URL uses one that runs already.
export async function startServer({ clients = 200, environment = {} } = {}) {
    const given = process.env.CARNET_URL;
    const people = { owner: account('owner'), admin: account('admin'), manager: account('manager'), member: account('member') };
    if (given) return { url: given, people, stop: async () => {}, restart: async () => {} };
    const binary = process.env.CARNET_BIN;
    if (!binary) throw new Error('CARNET_BIN names no program');
    const data = await mkdtemp(join(tmpdir(), 'carnet-browser-'));
    const demo = await run(binary, ['demo', '--data', data, '--clients', String(clients)]);
    learn(people, demo);
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    let child = null;
    const start = async () => {
        child = spawn(binary, ['serve', '--data', data, '--port', String(port)], { stdio: 'ignore', env: { ...process.env, ...environment } });
        await answers(url, child);
    };
    const end = (signal) => new Promise((resolve) => {
        if (!child || child.exitCode !== null || child.signalCode) return resolve();
        child.once('exit', resolve);
        child.kill(signal);
    });
    await start();
    return {
        url, people, data,
        stop: async () => { await end('SIGTERM'); await rm(data, { recursive: true, force: true }); },
        // Away and back on the same port; `whileAway` runs in between.
        restart: async (whileAway = async () => {}) => { await end('SIGKILL'); await whileAway(); await start(); },
        away: () => end('SIGKILL'),
        back: start,
    };
}

const NAMES = { owner: 'karim', admin: 'camille', manager: 'lea', member: 'ines' };
function account(role) { return { role, email: NAMES[role] + '@mistral.example', password: 'mistral-demonstration' }; }

// `carnet demo` prints one line per person: the role's name, an address, a password.
function learn(people, printed) {
    const known = new Set();
    for (const line of printed.split('\n')) {
        const email = /[\w.+-]+@[\w.-]+/.exec(line)?.[0];
        const role = Object.keys(people).find((name) => line.toLowerCase().includes(name));
        if (!email || !role || known.has(role)) continue;
        known.add(role);
        const password = line.slice(line.indexOf(email) + email.length).trim().split(/\s+/).pop();
        people[role] = { role, email, password: password || people[role].password };
    }
}

// The browser reads file names in the machine's locale: without one, a chosen « été.txt » would not be found.
export async function startBrowser({ flags = [], ...chosen } = {}) {
    const options = { env: { ...process.env, LC_ALL: 'C.UTF-8' }, ...chosen };
    if (process.env.CARNET_BROWSER === 'firefox')
        return firefox.launch({ executablePath: '/usr/bin/firefox-esr', channel: 'moz-firefox', headless: false, ...options });
    return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--headless=new', ...FLAGS, ...flags], ...options });
}

// A page of a fresh person: no cookies, nothing stored, no motion to wait for. page.problems collects what must not happen.
export async function newPage(browser, { url, ...options } = {}) {
    const context = await browser.newContext({
        baseURL: url, locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', ...options,
    });
    context.setDefaultTimeout(15000);
    await context.addInitScript(() => {
        window.violations = [];
        document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));
    });
    const page = await context.newPage();
    watch(page);
    return page;
}

// Being told that one is not signed in, or that a server is away, is no problem; WebGL speaks of lost contexts.
const harmless = /status of (401|403|404|409|412|413|415|422|428|429|502|503|504)|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_INCOMPLETE|does not belong to this context|CONTEXT_LOST|GPU stall|preloaded using link preload|Firefox can’t establish a connection/;
export function watch(page) {
    page.problems = [];
    page.on('console', (message) => { if (message.type() === 'error' && !harmless.test(message.text())) page.problems.push(message.text()); });
    page.on('pageerror', (error) => page.problems.push(error.stack || String(error)));
}
export const consoleErrors = async (page) => [...page.problems, ...await page.evaluate(() => window.violations)];

export async function signIn(page, person, path = '/') {
    await page.goto(path);
    await page.locator('#login').waitFor({ state: 'visible' });
    await page.fill('#email', person.email);
    await page.fill('#password', person.password);
    await page.click('#login-button');
    await running(page);
}

// The application is drawn and nothing is pending.
export async function running(page) {
    await page.waitForFunction(() => document.documentElement.classList.contains('running'));
    await settle(page);
}

export const settle = (page) => page.evaluate(() => window.__carnet.idle());
export const frames = (page) => page.evaluate(() => window.__carnet.frames());
export const state = (page) => page.evaluate(() => window.__carnet.state());
export const rect = (page, name) => page.evaluate((wanted) => window.__carnet.rect(wanted), name);

// A field that is being edited is spoken for by the browser's own field (the agent), everything else by the mirror.
export const byRole = (page, role, name, options = {}) => page.locator('#mirror, #agent-host').getByRole(role, { name, exact: true, ...options });
// A real click in the middle of the thing, which the canvas receives. People click what stands still.
export async function clickNode(page, role, name, options = {}) {
    await byRole(page, role, name).first().waitFor({ state: 'attached' });
    await settle(page);
    await byRole(page, role, name).first().click({ force: true, ...options });
    await settle(page);
}
// As assistive technologies do it.
export async function activate(page, role, name) {
    await byRole(page, role, name).first().dispatchEvent('click');
    await settle(page);
}

export async function fill(page, name, text, role = 'textbox') {
    await clickNode(page, role, name);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(text);
    await settle(page);
}

// What the application itself holds: the mirror's text, also while the agent speaks for the field.
export async function valueOf(page, name, role = 'textbox') {
    await settle(page);
    return page.locator('#mirror').getByRole(role, { name, exact: true, includeHidden: true }).first().textContent();
}

export const focusedName = (page) => page.evaluate(() => {
    const here = document.activeElement;
    if (here?.closest('#agent-host')) return here.getAttribute('aria-label');
    const node = document.getElementById(document.getElementById('mirror').getAttribute('aria-activedescendant') || '');
    return node ? node.getAttribute('aria-label') || node.textContent : '';
});

// A dead key or an input method: `pending` is shown while composing, then `out` is committed.
export async function compose(page, pending, out) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: pending, selectionStart: pending.length, selectionEnd: pending.length });
    if (out !== undefined) await cdp.send('Input.insertText', { text: out });
    await cdp.detach();
}

export async function key(page, event) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event });
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event, text: undefined });
    await cdp.detach();
}

// A whole scene: server, browser, one signed-in page. `end` cleans up.
export async function scene({ as = 'owner', path = '/', server = {}, browser = {}, context = {} } = {}) {
    const host = await startServer(server);
    const chrome = await startBrowser(browser);
    const page = await newPage(chrome, { url: host.url, ...context });
    await signIn(page, host.people[as], path);
    return { page, server: host, browser: chrome, end: async () => { await chrome.close(); await host.stop(); } };
}
