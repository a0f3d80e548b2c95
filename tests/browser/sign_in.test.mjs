// Signing in: the plain form, wrong passwords, a forgotten one, being locked out, signing out, the first start of an empty server.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { byRole, clickNode, fill, running, seen, signIn, test, until } from './app.mjs';
import { mailHouse } from './mail_house.mjs';

const { house, mailbox } = mailHouse({ CARNET_MAIL_RETRY_SECONDS: '1' });
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

test('who forgot the password gets a link by mail, chooses another and is in', async (t) => {
    const page = await house.stranger(t), email = 'maelle@mistral.example', phrase = 'quatre mots bien choisis';
    await page.goto('/');
    await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
    await page.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    await page.getByLabel('E-mail').fill(email);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Regardez votre messagerie' }).waitFor();
    const [mail] = await until(() => mailbox.to(email).length && mailbox.to(email), 'the mail');
    await page.goto(/https?:\/\/\S+\/reset\/\S+/.exec(mail.text)[0]);
    assert.match(await page.locator('main').innerText(), /maelle@mistral\.example/);
    await page.getByLabel(/mot de passe/i).fill('motdepasse2024');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('trop facile à deviner').waitFor();
    await page.getByLabel(/mot de passe/i).fill(phrase);
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await running(page);
    await seen(page, 'grid', 'Clients');
    // The new one signs in, the old one does not.
    const other = await house.stranger(t);
    await other.goto('/');
    await tryPassword(other, email, 'mistral-demonstration');
    await problem(other).waitFor({ state: 'visible' });
    await signIn(other, { email, password: phrase });
});

test('“Oublié ?” stands on the label’s line, after the field for the keyboard, in both languages and on a phone', async (t) => {
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
        const page = await house.stranger(t, { viewport });
        await page.goto('/');
        await page.locator('#login').waitFor({ state: 'visible' });
        const order = [];
        for (let i = 0; i < 6; i++) {
            order.push(await page.evaluate(() => document.activeElement.id));
            await page.keyboard.press('Tab');
        }
        assert.deepEqual(order, ['email', 'password', 'show-password', 'forgotten', 'remember', 'login-button']);
        const box = (selector) => page.locator(selector).boundingBox();
        const [words, label, field, above] = [await box('#forgotten span:visible'), await box('label[for=password]'), await box('#password'), await box('#email')];
        assert.ok(Math.abs(words.y + words.height / 2 - label.y - label.height / 2) <= 2, 'on the line of the label');
        assert.ok(Math.abs(words.x + words.width - field.x - field.width) <= 1 && words.y + words.height <= field.y, 'at its right end, above the field');
        const link = await box('#forgotten');
        assert.ok(link.height >= 24 && link.y >= above.y + above.height && link.y + link.height <= field.y, 'large enough to touch, over no field');
        await page.getByRole('button', { name: 'Français. Passer en anglais' }).click();
        assert.equal(await page.getByRole('link', { name: 'Password forgotten?' }).innerText(), 'Forgotten?');
    }
});

test('the session ended while somebody works: a forgotten password is mended in another tab, nothing typed is lost', async (t) => {
    const page = await house.page(t, '/clients', { as: 'manager' });
    await page.context().clearCookies();
    await page.evaluate(() => carnet.signIn.ask(true));
    await page.locator('#login').waitFor({ state: 'visible' });
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: 'Mot de passe oublié ?' }).click()]);
    await tab.getByRole('heading', { name: 'Mot de passe oublié' }).waitFor();
    assert.equal(await page.locator('h1:visible').innerText(), 'Session terminée');
    await tab.close();
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
    await page.evaluate(() => { window.ofAdmin = true; });
    await clickNode(page, 'button', 'Mon compte');
    await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.deepEqual(await page.evaluate(() => [location.pathname, window.ofAdmin]), ['/', undefined], 'another page: the memory of this one is gone');
    const answer = await fetch(house.server.url + '/api/session', { headers: { Cookie: `carnet_session=${before}` } });
    assert.equal(answer.status, 401);
    await page.goBack().catch(() => {});
    await page.goto('/clients');
    await page.locator('#login').waitFor({ state: 'visible' });
});

test('a page that the browser kept while one was elsewhere asks the server anew', async (t) => {
    const page = await house.page(t, '/clients');
    await page.evaluate(() => { window.kept = true; });
    await page.evaluate(() => { setTimeout(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })), 0); });
    await page.waitForFunction(() => window.kept === undefined && window.__carnet?.state());
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
