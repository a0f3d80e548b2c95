// Signing in: the plain form, wrong passwords, being locked out, signing out, the first start of an empty server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byRole, clickNode, fill, houseOf, running, seen, signIn, test, until } from './app.mjs';

const house = houseOf();
const problem = (page) => page.locator('#login-problem');

async function tryPassword(page, email, password) {
    await page.fill('#email', email);
    await page.fill('#password', password);
    await page.click('#login-button');
}

test('the right password opens the client list', async (t) => {
    const page = await house.stranger(t);
    await signIn(page, house.server.people.owner);
    await seen(page, 'grid', 'Clients');
    assert.equal(new URL(page.url()).pathname.replace(/^\/$/, '/clients'), '/clients');
    assert.equal(await page.locator('#sign-in').isVisible(), false);
});

test('a wrong password and an unknown address get the same words, and the form stays', async (t) => {
    const page = await house.stranger(t);
    await page.goto('/');
    const words = [];
    for (const email of [house.server.people.admin.email, 'personne@example.org']) {
        await tryPassword(page, email, 'pas le bon mot de passe');
        await problem(page).waitFor({ state: 'visible' });
        words.push(await problem(page).textContent());
        assert.equal(await page.locator('#email').inputValue(), email);
    }
    assert.match(words[0], /incorrect/);
    assert.equal(words[0], words[1]);
    assert.equal(await page.evaluate(() => window.__carnet.state()), null, 'nothing of the application has been drawn');
});

test('too many wrong passwords lock the account out for a while, even with the right one', async (t) => {
    const page = await house.stranger(t), { member } = house.server.people;
    await page.goto('/');
    await until(async () => {
        await tryPassword(page, member.email, 'mauvais');
        await page.waitForFunction(() => document.getElementById('login-button').getAttribute('aria-disabled') !== 'true');
        return /Attendez/.test(await problem(page).textContent());
    }, 'a limit of sign-in attempts', 20000);
    await tryPassword(page, member.email, member.password);
    await page.waitForFunction(() => document.getElementById('login-button').getAttribute('aria-disabled') !== 'true');
    assert.match(await problem(page).textContent(), /Attendez/);
    // Nobody else is kept out.
    const other = await house.stranger(t);
    await signIn(other, house.server.people.manager);
});

test('the form works without JavaScript', async (t) => {
    const page = await house.stranger(t, { javaScriptEnabled: false });
    await page.goto('/');
    await tryPassword(page, house.server.people.admin.email, house.server.people.admin.password);
    await page.waitForLoadState();
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name === 'carnet_session');
    assert.ok(session?.value, 'signed in');
    assert.equal(session.httpOnly, true);
    assert.equal(session.sameSite, 'Lax');
});

test('signing out ends the session, and the browser keeps nothing', async (t) => {
    const page = await house.stranger(t);
    await signIn(page, house.server.people.admin);
    const before = (await page.context().cookies()).find(({ name }) => name === 'carnet_session').value;
    await clickNode(page, 'button', 'Mon compte');
    await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    await page.locator('#login').waitFor({ state: 'visible' });
    const answer = await fetch(house.server.url + '/api/session', { headers: { Cookie: `carnet_session=${before}` } });
    assert.equal(answer.status, 401);
    await page.goBack().catch(() => {});
    await page.goto('/clients');
    await page.locator('#login').waitFor({ state: 'visible' });
});

// A server of its own, with an empty data folder.
async function emptyServer(t) {
    const data = await mkdtemp(join(tmpdir(), 'carnet-start-'));
    const child = spawn(process.env.CARNET_BIN, ['serve', '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] });
    t.after(async () => {
        const end = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await end;
        await rm(data, { recursive: true, force: true });
    });
    let printed = '';
    child.stdout.on('data', (piece) => { printed += piece; });
    const link = await until(() => /https?:\/\/\S*\/start\/\S+/.exec(printed)?.[0], 'a link on the terminal');
    return { link, url: new URL(link).origin };
}

test('first start: the link of the terminal makes the owner, once, and the first client follows', async (t) => {
    const { link, url } = await emptyServer(t);
    const page = await house.stranger(t, { baseURL: url });
    await page.goto(link);
    await page.getByLabel('Nom de l’espace').fill('Ateliers Fontaine');
    await page.getByLabel('Votre nom').fill('Inès Marchand');
    await page.getByLabel('E-mail').fill('ines@example.org');
    await page.getByLabel(/mot de passe/i).fill('court');
    await page.getByRole('button', { name: 'Créer' }).click();
    assert.match(page.url(), /start/, 'a short password is refused');
    await page.getByLabel(/mot de passe/i).fill('une phrase assez longue');
    await page.getByRole('button', { name: 'Créer' }).click();
    await running(page);
    // The first client, from the empty list.
    await page.goto('/clients/new');
    await running(page);
    await fill(page, 'Raison sociale', 'Menuiserie Quéméneur');
    await page.keyboard.press('Control+s');
    await until(async () => /\/clients\/\d+/.test(page.url()), 'the sheet of the new client');
    await seen(page, 'heading', 'Menuiserie Quéméneur');
    // The link is spent.
    const again = await fetch(link);
    assert.equal(again.status, 404);
});
