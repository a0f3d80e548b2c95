// The server was away and is back: as another version, with another database, behind a proxy that answered for it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byRole, clickNode, fresh, gone, houseOf, rowNames, running, seen, seenText, test, until } from './app.mjs';

const house = houseOf({ clients: 30 });
const carnet = (...words) => execFileSync(process.env.CARNET_BIN, [...words, '--data', house.server.data], { stdio: 'pipe', timeout: 20000 });
const synchronised = (page) => until(async () => await byRole(page, 'button', 'Mon compte').getAttribute('aria-description') === 'Synchronisé', 'live', 20000);

test('an older copy of the data is put back: list and sheet show it, and go on following', async (t) => {
    if (!house.server.data) return t.skip('the server is somebody else’s');
    const folder = await mkdtemp(join(tmpdir(), 'carnet-copy-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const api = await house.api(), tag = fresh('Copie'), id = await api.create({ legal_name: `${tag} avant` });
    carnet('backup', join(folder, 'copy'));
    await api.change(id, { legal_name: `${tag} après` });
    for (const word of ['un', 'deux', 'trois']) await api.create({ legal_name: `${tag} ${word}` });
    const list = await house.page(t, `/clients?q=${encodeURIComponent(tag)}`), sheet = await house.page(t, `/clients/${id}`);
    await until(async () => (await rowNames(list)).length === 4, 'four');
    await seen(sheet, 'heading', `${tag} après`);
    await synchronised(list);
    let books = 0;
    list.on('request', (request) => { books += request.url().endsWith('/api/book') ? 1 : 0; });
    await house.server.restart(async () => { carnet('restore', join(folder, 'copy'), '--force'); });
    await until(async () => (await rowNames(list)).join() === `${tag} avant`, 'what the copy holds', 20000);
    await seen(sheet, 'heading', `${tag} avant`);
    await synchronised(list);
    await api.change(id, { legal_name: `${tag} suite` });
    await until(async () => (await rowNames(list)).join() === `${tag} suite`, 'the next change');
    await seen(sheet, 'heading', `${tag} suite`);
    await house.server.restart();
    await api.change(id, { legal_name: `${tag} fin` });
    await until(async () => (await rowNames(list)).join() === `${tag} fin`, 'after another pause', 20000);
    assert.ok(books <= 2, `the whole book once, not again and again: ${books} times`);
});

test('the stream was refused while the server was away: the page listens again by itself', async (t) => {
    const api = await house.api(), name = fresh('Refusé'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}`);
    await synchronised(page);
    let refused = 0;
    const proxy = (route) => { ++refused; return route.fulfill({ status: 502, body: '' }); };
    await page.route('**/api/changes*', proxy);
    await house.server.restart();
    await until(() => refused > 1, 'asked again', 20000);
    await api.change(id, { phone: '0467399841' });
    await page.unroute('**/api/changes*', proxy);
    await seen(page, 'button', /^Modifier Téléphone.*04 67 39 98 41/, { timeout: 20000 });
});

test('the server comes back as another version: a banner offers it, and nothing reloads by itself', async (t) => {
    const page = await house.page(t, '/clients');
    await synchronised(page);
    await page.evaluate(() => { window.samePage = true; });
    await page.route('**/api/session', async (route) => {
        const answer = await route.fetch(), json = await answer.json().catch(() => null);
        return route.fulfill(json?.build ? { response: answer, json: { ...json, build: 'plus-neuve' } } : { response: answer });
    });
    await house.server.restart();
    await seenText(page, 'Une nouvelle version est disponible.');
    assert.equal(await page.evaluate(() => window.samePage), true);
    await Promise.all([page.waitForEvent('load'), clickNode(page, 'button', 'Recharger')]).catch(() => {});
    await running(page);
    assert.equal(await page.evaluate(() => window.samePage), undefined);
    await seen(page, 'grid', 'Clients');
    await gone(page, 'button', 'Recharger');
});
