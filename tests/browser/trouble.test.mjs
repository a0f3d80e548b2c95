// When the network, the session or the server goes away: nothing typed is lost, everything is saved once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { byRole, clickNode, editField, fill, fresh, houseOf, seen, seenText, settle, signIn, test, until } from './app.mjs';

const house = houseOf();

async function sheetOf(t, fields = {}) {
    const api = await house.api(), name = fresh('Panne'), id = await api.create({ legal_name: name, ...fields });
    const page = await house.page(t, `/clients/${id}`);
    await seen(page, 'heading', name);
    return { api, id, name, page };
}
// How often the journal says that a field of the client became a value.
async function times(api, id, field, value) {
    const { actions } = await api.get(`/api/clients/${id}/history?field=${field}&limit=100`);
    return actions.flatMap(({ changes }) => changes).filter((change) => change.field === field && change.new === value).length;
}

// What the page says about itself on the button of the account.
const says = (page, words) => until(async () => words.test(await byRole(page, 'button', 'Mon compte').getAttribute('aria-description')), String(words), 20000);
// What the browser keeps for later, by itself.
const kept = (page, word) => page.evaluate((part) => Object.entries(localStorage).filter(([key, value]) => key.includes('writes:') && value.includes(part)).length, word);

test('the session ends while somebody types: he signs in over the page, nothing is lost, the change goes through', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await editField(page, 'Site web', 'https://tape-avant.example.org', { leave: '' });
    const cookie = (await page.context().cookies()).find(({ name }) => name === 'carnet_session');
    // His session ends on the server, as if it had expired; the test's own one is another.
    const mine = api.cookie;
    const ended = await fetch(house.server.url + '/api/session', { method: 'DELETE', headers: { Cookie: `${cookie.name}=${cookie.value}` } });
    assert.equal(ended.status, 204);
    if (mine === `${cookie.name}=${cookie.value}`) { house.apis.delete('owner'); }
    await page.keyboard.press('Enter');
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.equal(await page.locator('#email').inputValue(), house.server.people.owner.email);
    await page.fill('#password', house.server.people.owner.password);
    await page.click('#login-button');
    await page.locator('#login').waitFor({ state: 'hidden' });
    const again = await house.api();
    await until(async () => (await again.client(id)).website === 'https://tape-avant.example.org', 'the change is saved');
    assert.match(page.url(), new RegExp(`/clients/${id}`), 'still on the same sheet');
    await seen(page, 'button', /^Modifier Site web.*tape-avant/);
});

test('offline while typing: a banner, the text stays, and it is saved later exactly once', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await page.context().setOffline(true);
    await editField(page, 'Téléphone', '0467399841');
    await until(async () => /hors ligne/i.test(await page.locator('#mirror').textContent()), 'a banner', 12000);
    await seen(page, 'button', /^Modifier Téléphone.*04 67 39 98 41/);
    await says(page, /^1 modification en attente$/);
    assert.equal((await api.client(id)).phone || '', '');
    await api.change(id, { email: 'entre-temps@example.org' });
    await page.context().setOffline(false);
    await until(async () => (await api.client(id)).phone === '+33467399841', 'saved by itself', 12000);
    await until(async () => !/hors ligne/i.test(await page.locator('#mirror').textContent()), 'the banner goes', 8000);
    assert.equal(await times(api, id, 'phone', '+33467399841'), 1, 'once in the journal');
    await seen(page, 'button', /^Modifier E-mail.*entre-temps/);
    await says(page, /^Synchronisé$/);
    await api.change(id, { website: 'https://de-nouveau.example.org' });
    await seen(page, 'button', /^Modifier Site web.*de-nouveau/);
});

test('an answer that is lost does not make the change twice', async (t) => {
    const { api, id, page } = await sheetOf(t);
    let lost = 0;
    await page.route('**/api/clients/*/activities', async (route) => {
        if (lost++ > 0) return route.continue();
        await route.fetch();                    // The server gets it, the page never hears of it.
        await route.abort('connectionreset');
    });
    await page.keyboard.press('c');
    await settle(page);
    const words = fresh('Une seule fois');
    await page.keyboard.insertText(words);
    await settle(page);
    await page.keyboard.press('Control+Enter');
    await until(() => lost >= 2, 'sent again', 12000);
    await settle(page);
    const timeline = JSON.stringify(await api.get(`/api/clients/${id}/timeline?limit=20`));
    assert.equal(timeline.split(words).length - 1, 1);
});

test('changes made offline survive a reload of the page', async (t) => {
    const { api, id, page } = await sheetOf(t);
    // The files still arrive; only data does not.
    const block = (route) => route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue();
    await page.route('**/api/**', block);
    await editField(page, 'E-mail', 'plus.tard@example.org');
    await seenText(page, /^Hors ligne, 1 modification/);
    const asked = [];
    page.on('dialog', (dialog) => { asked.push(dialog.type()); return dialog.accept(); });
    await page.unroute('**/api/**', block);
    await page.reload();
    assert.deepEqual(asked, ['beforeunload'], 'the browser asks before it leaves');
    await until(async () => (await api.client(id)).email === 'plus.tard@example.org', 'sent after the reload', 12000);
    assert.equal(await times(api, id, 'email', 'plus.tard@example.org'), 1);
});

test('several changes wait, of one the answer was lost: after a reload all go out once, the newest text last, and nothing is kept', async (t) => {
    const { api, id, page } = await sheetOf(t), words = fresh('Une fois');
    let tries = 0;
    const line = async (route) => {
        if (!['POST', 'PATCH'].includes(route.request().method()) || route.request().url().includes('presence')) return route.continue();
        if (tries++ === 0) await route.fetch();     // The server gets it, the page never hears of it.
        return route.abort('internetdisconnected');
    };
    await page.route('**/api/**', line);
    await page.keyboard.press('c');
    await settle(page);
    await page.keyboard.insertText(words);
    await page.keyboard.press('Control+Enter');
    await seenText(page, /^Hors ligne, 1 modification/);
    await editField(page, 'Site web', 'https://un.example.org');
    await editField(page, 'Téléphone', '0467399841');
    await editField(page, 'Site web', 'https://deux.example.org');
    await seenText(page, /^Hors ligne, 4 modifications/);
    page.on('dialog', (dialog) => dialog.accept());
    await page.unroute('**/api/**', line);
    await page.reload();
    await until(async () => (await api.client(id)).website === 'https://deux.example.org', 'the newest text', 12000);
    assert.deepEqual([(await api.client(id)).phone, await times(api, id, 'website', 'https://un.example.org'), await times(api, id, 'website', 'https://deux.example.org')],
        ['+33467399841', 1, 1]);
    assert.equal(JSON.stringify(await api.get(`/api/clients/${id}/timeline?limit=20`)).split(words).length - 1, 1, 'the lost answer did not make it twice');
    await until(async () => await kept(page, id) === 0, 'nothing is kept');
});

test('a server out of breath, or a proxy that answers for it: the change waits with its key and goes once', async (t) => {
    const { api, id, page } = await sheetOf(t), keys = [], answers = [503, 502, 504];
    await page.route(`**/api/clients/${id}`, (route) => {
        if (route.request().method() !== 'PATCH') return route.continue();
        keys.push(route.request().headers()['idempotency-key']);
        const status = answers.shift();
        return status ? route.fulfill({ status, body: '' }) : route.continue();
    });
    await editField(page, 'Téléphone', '0467399841');
    await seenText(page, /^Hors ligne, 1 modification/);
    await until(async () => (await api.client(id)).phone === '+33467399841', 'saved by itself', 20000);
    assert.deepEqual([keys.length, new Set(keys).size], [4, 1]);
    await page.locator('#mirror').getByText(/^Hors ligne/).first().waitFor({ state: 'detached' });
});

test('a request that nobody answers is given up and goes out again', async (t) => {
    const { api, id, page } = await sheetOf(t);
    let tries = 0;
    await page.route(`**/api/clients/${id}`, (route) => route.request().method() === 'PATCH' && tries++ === 0 ? undefined : route.continue());
    await editField(page, 'Téléphone', '0467399841');
    // A write is waited for 20 s.
    await until(async () => (await api.client(id)).phone === '+33467399841', 'sent again', 45000);
    assert.equal(await times(api, id, 'phone', '+33467399841'), 1);
});

// One field is changed and cannot be sent; the answer lets it go out.
async function editOffline(page, label, value) {
    const block = (route) => route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue();
    await page.route('**/api/clients/*', block);
    await editField(page, label, value);
    await seenText(page, /^Hors ligne, 1 modification/);
    return () => page.unroute('**/api/clients/*', block);
}

test('a change that is refused when the network is back says so, wherever one is by then', async (t) => {
    const { api, id, page } = await sheetOf(t, { website: 'https://avant.example.org' });
    const reconnect = await editOffline(page, 'Site web', 'https://le-mien.example.org');
    await (await house.api('admin')).change(id, { website: 'https://le-sien.example.org' });
    await clickNode(page, 'link', 'Projets');
    await until(() => page.url().endsWith('/projects'), 'another place');
    await reconnect();
    await seen(page, 'group', 'Non enregistré');
    await seenText(page, /https:\/\/le-mien\.example\.org/);
    assert.equal((await api.client(id)).website, 'https://le-sien.example.org');
});

test('a change that waited over a reload and is refused says so, with what was typed', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '0144556677' });
    const reconnect = await editOffline(page, 'Téléphone', '0467399841');
    await (await house.api('admin')).change(id, { phone: '0261914012' });
    page.on('dialog', (dialog) => dialog.accept());
    await reconnect();
    await page.reload();
    await seen(page, 'group', 'Non enregistré');
    await seenText(page, /04 67 39 98 41/);
    assert.equal((await api.client(id)).phone, '+33261914012', 'theirs is not written over');
});

test('signing out without a network: the page says that one is still signed in', async (t) => {
    const page = await house.stranger(t);
    await signIn(page, house.server.people.manager);
    const block = (route) => route.request().method() === 'DELETE' ? route.abort('internetdisconnected') : route.continue();
    await page.route('**/api/session', block);
    const signOut = async () => {
        await clickNode(page, 'button', 'Mon compte');
        await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    };
    await signOut();
    await seen(page, 'group', 'Vous n’êtes pas déconnecté');
    assert.equal(await page.locator('#login').isVisible(), false);
    await page.unroute('**/api/session', block);
    await signOut();
    await page.locator('#login').waitFor({ state: 'visible' });
});

test('a password never waits in the storage of the browser', async (t) => {
    const page = await house.page(t, '/settings/profile', { as: 'manager' }), secret = 'une phrase que personne ne garde';
    await page.route('**/api/profile/password', (route) => route.abort('internetdisconnected'));
    await fill(page, 'Mot de passe actuel', 'mistral-demonstration');
    await fill(page, 'Nouveau mot de passe', secret);
    await clickNode(page, 'button', 'Changer le mot de passe');
    await seenText(page, /^Hors ligne, 1 modification/);
    assert.equal(await kept(page, 'password'), 0);
    assert.equal(await page.evaluate((text) => JSON.stringify(localStorage).includes(text), secret), false);
});

test('the server is killed and comes back: the page reconnects by itself and shows what is true', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await editField(page, 'Téléphone', '0467399841');
    await until(async () => (await api.client(id)).phone === '+33467399841', 'acknowledged');
    await house.server.restart(async () => {
        await says(page, /^Reconnexion…$/);
        await editField(page, 'E-mail', 'pendant@example.org');
        await new Promise((resolve) => setTimeout(resolve, 500));
    });
    assert.equal((await api.client(id)).phone, '+33467399841', 'what was acknowledged is there after kill -9');
    await until(async () => (await api.client(id)).email === 'pendant@example.org', 'what was typed meanwhile is saved', 15000);
    assert.equal(await times(api, id, 'email', 'pendant@example.org'), 1);
    // And the stream of changes is there again.
    await api.change(id, { website: 'https://de-retour.example.org' });
    await seen(page, 'button', /^Modifier Site web.*de-retour/);
});

test('kill -9 during writes, again and again: every acknowledged one is there and the check is clean', async () => {
    const api = await house.api(), ids = [];
    for (let i = 0; i < 8; ++i) ids.push(await api.create({ legal_name: fresh('Tempête') }));
    const acknowledged = new Map();
    for (let round = 0; round < 3; ++round) {
        let storm = true;
        const writers = ids.map(async (id, i) => {
            for (let n = 0; storm; ++n) {
                const memo = `${round}-${i}-${n}`;
                try { await api.change(id, { memo }); acknowledged.set(id, memo); } catch { return; }
            }
        });
        await new Promise((resolve) => setTimeout(resolve, 250));
        await house.server.restart(async () => { storm = false; await Promise.all(writers); });
        for (const [id, memo] of acknowledged) {
            const found = (await api.client(id)).memo;
            const [wantedRound, , wanted] = memo.split('-').map(Number), [foundRound, , number] = found.split('-').map(Number);
            // A later one may have been written without its answer getting through.
            assert.ok(foundRound > wantedRound || number >= wanted, `client ${id}: ${memo} was acknowledged, ${found} is there`);
        }
    }
    if (!house.server.data) return;
    await house.server.restart(async () => {
        execFileSync(process.env.CARNET_BIN, ['check', '--data', house.server.data], { stdio: 'pipe', timeout: 20000 });
    });
});

test('a field that is open when the server is away keeps its text', async (t) => {
    const { page } = await sheetOf(t);
    await editField(page, 'Notes', 'Une longue note', { leave: '' }).catch(() => {});
    await house.server.restart(async () => {
        await page.keyboard.insertText(' que personne ne perd');
        await settle(page).catch(() => {});
    });
    await settle(page);
    const held = await page.locator('#agent-host').locator('textarea, input').first().inputValue().catch(() => '');
    assert.match(held, /que personne ne perd/);
    assert.equal(await byRole(page, 'alertdialog', /erreur/i).count(), 0);
    await seenText(page, /./);
});

// A router between page and server that forgets its connections without a word, as they do after a long silence.
async function forgetfulRouter(t) {
    const open = new Set(), { port } = new URL(house.server.url);
    const router = createServer((near) => {
        const far = connect(port, '127.0.0.1');
        for (const [from, to] of [[near, far], [far, near]]) {
            open.add(from);
            from.on('error', () => {}).on('close', () => { open.delete(from); to.destroy(); }).pipe(to);
        }
    });
    await new Promise((resolve) => router.listen(0, '127.0.0.1', resolve));
    t.after(() => { router.close(); for (const socket of open) socket.destroy(); });
    const forget = () => { for (const socket of open) socket.unpipe().pause(); };
    return { url: `http://127.0.0.1:${router.address().port}`, forget };
}

test('a connection that ends without a word is noticed by its silence, and what was missed is told', async (t) => {
    const router = await forgetfulRouter(t), api = await house.api(), name = fresh('Silence');
    const id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients?q=${encodeURIComponent(name)}`, { url: router.url });
    await seen(page, 'row', name);
    await until(async () => await byRole(page, 'button', 'Mon compte').getAttribute('aria-description') === 'Synchronisé', 'live');
    router.forget();
    await api.change(id, { legal_name: `${name} et fils` });
    // A beat comes after 15 s without news; the page waits 40 s for it.
    await until(async () => await byRole(page, 'row', `${name} et fils`).count() > 0, 'the change', 70000);
});
