// Two people at once: changes within a second, the same field changed twice, what a member may see.
import assert from 'node:assert/strict';
import { byRole, clickNode, editField, fresh, gone, houseOf, rowNames, searchList, seen, seenText, settle, shown, test, textOf, until, valueOf } from './app.mjs';

const house = houseOf();

test('somebody else’s change is seen within a second, in the list and on the sheet', async (t) => {
    const api = await house.api('admin'), name = fresh('Direct'), id = await api.create({ legal_name: name });
    const list = await house.page(t), sheet = await house.page(t, `/clients/${id}`);
    await searchList(list, name);
    assert.deepEqual(await rowNames(list), [name]);
    const renamed = name + ' et Fils', start = Date.now();
    await api.change(id, { legal_name: renamed, phone: '0467399841' });
    await until(async () => (await list.evaluate(() => window.__carnet.state())).first === renamed, 'the new name in the list', 3000);
    const inList = Date.now() - start;
    await seen(sheet, 'heading', renamed);
    await seen(sheet, 'button', /^Modifier Téléphone.*04 67 39 98 41/);
    const onSheet = Date.now() - start;
    assert.ok(inList < 1500 && onSheet < 2500, `list after ${inList} ms, sheet after ${onSheet} ms`);
});

test('a client that somebody creates or bins comes and goes by itself', async (t) => {
    const api = await house.api('admin'), page = await house.page(t), name = fresh('Arrivée');
    await searchList(page, name);
    assert.equal(await shown(page), 0);
    const id = await api.create({ legal_name: name });
    await until(async () => (await page.evaluate(() => window.__carnet.state())).shown === 1, 'it arrives', 3000);
    await api.post(`/api/clients/${id}/bin`);
    await until(async () => (await page.evaluate(() => window.__carnet.state())).shown === 0, 'it leaves', 3000);
});

test('two tabs of one browser follow each other', async (t) => {
    const api = await house.api(), name = fresh('Onglets'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}`), second = await page.context().newPage();
    await second.goto(`/clients/${id}`);
    await seen(second, 'heading', name);
    await page.bringToFront();
    await editField(page, 'Téléphone', '0467399841');
    await second.bringToFront();
    await seen(second, 'button', /^Modifier Téléphone.*04 67 39 98 41/);
});

test('the same field changed by two people: mine, theirs and the original are shown, and mine can win', async (t) => {
    const api = await house.api('admin'), name = fresh('Conflit'), id = await api.create({ legal_name: name, website: 'https://avant.example.org' });
    const page = await house.page(t, `/clients/${id}`);
    // Opens the field, then the other person saves first.
    await editField(page, 'Site web', 'https://le-mien.example.org', { leave: '' });
    await api.change(id, { website: 'https://le-sien.example.org' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await page.keyboard.press('Enter');
    await settle(page);
    const described = (value) => page.locator(`#mirror [role="radio"][aria-description*="${value}"]`).waitFor({ state: 'attached' });
    await described('le-mien');
    await described('le-sien');
    await clickNode(page, 'button', 'Voir l’original');
    await seenText(page, /avant/);
    assert.equal((await api.client(id)).website, 'https://le-sien.example.org', 'nothing is overwritten without asking');
    await clickNode(page, 'button', 'Garder la mienne');
    await until(async () => (await api.client(id)).website === 'https://le-mien.example.org', 'mine is saved');
});

test('different fields of one client never conflict', async (t) => {
    const api = await house.api('admin'), id = await api.create({ legal_name: fresh('Deux champs') });
    const page = await house.page(t, `/clients/${id}`);
    await editField(page, 'Téléphone', '0467399841', { leave: '' });
    await api.change(id, { email: 'autre@example.org' });
    const sent = page.waitForRequest((request) => request.method() === 'PATCH');
    await page.keyboard.press('Enter');
    assert.deepEqual(Object.keys((await sent).postDataJSON().fields), ['phone'], 'a field goes alone');
    await until(async () => (await api.client(id)).phone === '+33467399841', 'my phone number');
    assert.equal((await api.client(id)).email, 'autre@example.org');
});

test('a conflict says whose each text is; the other’s can stay, or both', async (t) => {
    const admin = await house.api('admin'), id = await admin.create({ legal_name: fresh('Deux textes'), notes: 'Avant' });
    const page = await house.page(t, `/clients/${id}`);
    const conflict = async (mine, theirs) => {
        await editField(page, 'Notes', mine, { leave: '' });
        await admin.change(id, { notes: theirs });
        await until(async () => (await admin.client(id)).notes === theirs, 'theirs');
        await page.keyboard.press('Tab');
        for (const [who, text] of [[/^La mienne$/, mine], [new RegExp(`^Celle de ${admin.me.user.name}`), theirs]]) {
            await seen(page, 'radio', who);
            assert.equal(await byRole(page, 'radio', who).getAttribute('aria-description'), text);
        }
    };
    await conflict('Mon texte', 'Son texte');
    await clickNode(page, 'radio', new RegExp(`^Celle de ${admin.me.user.name}`));
    await clickNode(page, 'button', 'Garder l’autre');
    await gone(page, 'radio', 'La mienne');
    await seen(page, 'button', /^Modifier Notes.*Son texte/);
    assert.equal((await admin.client(id)).notes, 'Son texte', 'the other’s stays');
    await conflict('Mon texte mis de côté', 'Son autre texte');
    await page.keyboard.press('Escape');
    await gone(page, 'radio', 'La mienne');
    assert.equal(await valueOf(page, 'Notes'), 'Mon texte mis de côté', 'it is still in its field');
    await page.keyboard.press('Escape');
    await seen(page, 'button', /^Modifier Notes.*Son autre texte/);
    await conflict('Mon second', 'Son second');
    await clickNode(page, 'button', 'Combiner');
    await until(async () => (await admin.client(id)).notes === 'Son second\nMon second', 'both');
});

test('a sheet that is open follows: put in the bin, taken away, renamed words', async (t) => {
    const api = await house.api(), member = await house.api('member'), name = fresh('Ouverte'), sector = fresh('Secteur');
    const { option } = await (await house.api('admin')).post('/api/options', { list: 'sector', name: sector });
    const id = await api.create({ legal_name: name, owner_id: member.me.user.id, sector_id: option.id });
    const mine = await house.page(t, `/clients/${id}`), theirs = await house.page(t, `/clients/${id}`, { as: 'member' });
    await seenText(theirs, sector);
    const { position } = await api.get('/api/session');
    await api.json('PATCH', `/api/options/${option.id}`, { fields: { name: { value: `${sector} bis`, version: position } } });
    for (const page of [mine, theirs]) await seenText(page, new RegExp(`${sector} bis`));
    await api.change(id, { owner_id: api.me.user.id });
    await seenText(theirs, 'Fiche introuvable');
    assert.ok(!(await textOf(theirs)).includes(name), 'nothing of it stays on the screen');
    await clickNode(theirs, 'button', 'Clients');
    await until(() => new URL(theirs.url()).pathname === '/clients', 'the way out');
    await api.post(`/api/clients/${id}/bin`);
    await seenText(mine, 'Cette fiche est dans la corbeille.');
    await clickNode(mine, 'button', 'Sortir de la corbeille');
    await until(async () => !(await api.client(id)).deleted_at, 'restored');
});

test('the tab that listens for all is closed: the other goes on listening', async (t) => {
    const api = await house.api('admin'), name = fresh('Relève'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}`), second = await page.context().newPage();
    const live = (one) => until(async () => await byRole(one, 'button', 'Mon compte').getAttribute('aria-description') === 'Synchronisé', 'live');
    await live(page);
    await second.goto(`/clients/${id}`);
    await live(second);
    await page.close();
    await api.change(id, { phone: '0467399841' });
    await seen(second, 'button', /^Modifier Téléphone.*04 67 39 98 41/);
});

// Every body and message the page receives.
function listen(page) {
    const bodies = [];
    page.on('response', async (answer) => {
        if (new URL(answer.url()).pathname.startsWith('/api/') && !answer.url().includes('/api/changes'))
            bodies.push(await answer.body().then((body) => body.toString('latin1')).catch(() => ''));
    });
    return bodies;
}

test('a member sees only his clients: list, search, counts, sheet, and nothing of others in any answer', async (t) => {
    const api = await house.api(), member = await house.api('member'), secret = fresh('Confidentiel').toUpperCase();
    const mine = fresh('À moi'), mineId = await api.create({ legal_name: mine });
    await api.change(mineId, { owner_id: member.me.user.id });
    const hidden = await api.create({ legal_name: secret, phone: '0611223344', email: 'secret@cache.example.org' });
    const { totals } = await member.get('/api/clients?limit=1');
    assert.ok(totals.count < (await api.get('/api/clients?limit=1')).totals.count, 'the demonstration gives a member fewer clients');

    const page = await house.page(t, '/clients', { as: 'member' }), bodies = listen(page);
    await page.reload();
    await until(async () => await shown(page) === totals.count, 'his clients only');
    await searchList(page, secret);
    assert.equal(await shown(page), 0);
    await searchList(page, mine);
    assert.deepEqual(await rowNames(page), [mine]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.insertText(secret);
    await settle(page);
    await page.keyboard.press('Escape');
    // While he looks, the hidden client changes; then he tries its address.
    await api.change(hidden, { phone: '0622334455', memo: secret });
    await new Promise((resolve) => setTimeout(resolve, 1200));
    await page.goto(`/clients/${hidden}`);
    await seenText(page, 'Fiche introuvable');
    const heard = bodies.join('\n');
    assert.ok(heard.includes(mine) || heard.length > 100, 'answers were looked at');
    for (const word of [secret, 'secret@cache', '611223344', '622334455']) assert.ok(!heard.includes(word), `no answer holds “${word}”`);
    assert.ok(!(await textOf(page)).includes(secret));
});

test('a client given to a member appears on his screen, and leaves it when it is taken away', async (t) => {
    const api = await house.api(), member = await house.api('member'), name = fresh('Confié'), id = await api.create({ legal_name: name });
    const page = await house.page(t, '/clients', { as: 'member' });
    await searchList(page, name);
    assert.equal(await shown(page), 0);
    await api.change(id, { owner_id: member.me.user.id });
    await until(async () => (await page.evaluate(() => window.__carnet.state())).shown === 1, 'it appears', 4000);
    await api.change(id, { owner_id: api.me.user.id });
    await until(async () => (await page.evaluate(() => window.__carnet.state())).shown === 0, 'it leaves', 4000);
});
