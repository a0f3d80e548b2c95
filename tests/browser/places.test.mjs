// Addresses: deep links, back and forward, reload, titles, links in a new tab. And everything by keyboard alone.
import assert from 'node:assert/strict';
import { byRole, clickNode, focusedName, fresh, houseOf, rowNames, running, searchList, seen, seenText, settle, test, textOf, until } from './app.mjs';

const house = houseOf();

test('a deep link opens cold: sheet, tab, list with its filter, settings', async (t) => {
    const api = await house.api(), name = fresh('Lien'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}?tab=projects`);
    await seen(page, 'heading', name);
    assert.equal(await byRole(page, 'tab', /^Projets/).first().getAttribute('aria-selected'), 'true');
    assert.match(await page.title(), new RegExp(name));
    await page.goto(`/clients?q=${encodeURIComponent(name)}`);
    await running(page);
    assert.deepEqual(await rowNames(page), [name]);
    await page.goto('/settings/team');
    await running(page);
    await seenText(page, house.server.people.member.email);
});

test('back and forward follow the screens, within one running program', async (t) => {
    const api = await house.api(), name = fresh('Retour'), id = await api.create({ legal_name: name });
    const page = await house.page(t, '/clients');
    await page.evaluate(() => { window.sameProgram = true; });
    await searchList(page, name);
    await until(() => page.url().includes('q='), 'the search in the address');
    const row = await page.evaluate((id) => window.__carnet.rect(`row:${id}`), id);
    await page.mouse.click(row.x + 120, row.y + row.h / 2);
    await until(() => page.url().includes(`/clients/${id}`), 'the sheet');
    await seen(page, 'heading', name);
    await page.goBack();
    await until(() => !page.url().includes(`/clients/${id}`), 'back to the list');
    assert.deepEqual(await rowNames(page), [name], 'with its filter');
    await page.goForward();
    await seen(page, 'heading', name);
    await page.goBack();
    await settle(page);
    assert.equal(await page.evaluate(() => window.sameProgram), true, 'nothing was loaded again');
});

test('a reload shows the same place again', async (t) => {
    const api = await house.api(), name = fresh('Recharge'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}?tab=contacts`);
    await page.reload();
    await running(page);
    await seen(page, 'heading', name);
    assert.match(page.url(), /tab=contacts/);
});

test('an address that leads nowhere says so and offers the way home', async (t) => {
    const page = await house.page(t, '/clients/abc');
    await seenText(page, /ne mène nulle part|introuvable/);
    await clickNode(page, 'button', 'Aller aux clients');
    await until(() => new URL(page.url()).pathname === '/clients', 'home');
    await seen(page, 'grid', 'Clients');
});

test('links are links: the place can be opened in another tab', async (t) => {
    const page = await house.page(t, '/clients');
    const link = byRole(page, 'link', 'Paramètres').first();
    assert.equal(new URL(await link.getAttribute('href'), page.url()).pathname, '/settings');
    const [other] = await Promise.all([page.context().waitForEvent('page'), link.click({ modifiers: ['Control'], force: true })]);
    await other.waitForURL(/settings/);
    assert.match(page.url(), /\/clients/, 'this one stays');
});

test('the middle button opens a row in another tab', async (t) => {
    const api = await house.api(), name = fresh('Milieu'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients?q=${encodeURIComponent(name)}`);
    const row = await byRole(page, 'row', name).first().boundingBox();
    await page.mouse.move(row.x + row.width / 2, row.y + row.height / 2);
    await settle(page);
    const coming = page.context().waitForEvent('page');
    await page.mouse.click(row.x + row.width / 2, row.y + row.height / 2, { button: 'middle' });
    const other = await coming;
    await other.waitForURL(`**/clients/${id}`);
    assert.equal(new URL(page.url()).pathname, '/clients', 'this one stays');
});

test('the keyboard alone: search, open, next client, log, palette, settings, back to the list', async (t) => {
    const api = await house.api(), tag = fresh('Clavier');
    const ids = [await api.create({ legal_name: `${tag} A` }), await api.create({ legal_name: `${tag} B` })];
    const page = await house.page(t, '/clients');
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.insertText(tag);
    await settle(page);
    assert.deepEqual(await rowNames(page), [`${tag} A`, `${tag} B`]);
    await page.keyboard.press('Escape');
    await settle(page);
    assert.ok((await rowNames(page)).length > 2, 'Escape empties the search');
    await page.goto(`/clients?q=${encodeURIComponent(tag)}`);
    await running(page);
    await until(async () => (await rowNames(page)).length === 2, 'the rows of the address');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids[0]}`), 'the first client');
    await seen(page, 'heading', `${tag} A`);
    await page.keyboard.press('Alt+ArrowDown');
    await until(() => page.url().includes(`/clients/${ids[1]}`), 'the next client');
    await seen(page, 'heading', `${tag} B`);
    await page.keyboard.press('Alt+2');
    await until(() => page.url().includes('tab=contacts'), 'the second tab');
    await page.keyboard.press('Control+k');
    await seen(page, 'dialog', /./);
    await page.keyboard.insertText(`${tag} A`);
    await settle(page);
    await until(async () => (await textOf(page)).includes(`${tag} A`), 'a result');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids[0]}`), 'opened from the palette');
    await settle(page);
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await until(() => page.url().includes('/settings'), 'settings');
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await until(() => new URL(page.url()).pathname === '/clients', 'the list');
    await page.keyboard.press('n');
    await until(() => page.url().includes('/clients/new'), 'a new client');
    await page.keyboard.press('Escape');
    await settle(page);
    await page.keyboard.press('?');
    await settle(page);
});

test('the palette puts words that begin with what is typed first, accents or not, and the rest behind', async (t) => {
    const api = await house.api(), word = fresh('Épinglerie').replace(' ', ''), typed = word.replace('É', 'e').toLowerCase();
    const names = [`Bel${word}`, `Maison ${word}`, `${word} SARL`, `Chez Val${word}`];
    const ids = [];
    for (const legal_name of names) ids.push(await api.create({ legal_name }));
    for (const name of names) await api.post(`/api/clients/${ids[0]}/projects`, { name: `Projet ${name}` });
    const page = await house.page(t, '/clients');
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.insertText(typed);
    await seen(page, 'option', names[0]);
    await seen(page, 'option', `Projet ${names[3]}`);
    const shown = await page.locator('#mirror').getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') || one.textContent));
    const place = (name) => shown.indexOf(name);
    const order = (list) => [...list].sort((a, b) => place(a) - place(b));
    assert.deepEqual(order(names).slice(0, 2), [names[2], names[1]], 'the name, then a word of it');
    const projects = names.map((name) => `Projet ${name}`);
    assert.deepEqual(new Set(order(projects).slice(0, 2)), new Set([projects[1], projects[2]]), 'projects as well');
    assert.ok(shown.every((name) => name), 'all have names');
});

test('the palette suggests only what one may do', async (t) => {
    for (const [as, command, other] of [['owner', 'importer', 'thème'], ['member', 'thème', 'importer']]) {
        const page = await house.page(t, '/clients', { as });
        await page.keyboard.press('Control+k');
        await seenText(page, `Essayez «\u00a039 98 41\u00a0», «\u00a0> ${command}\u00a0»`);
        assert.ok(!(await textOf(page)).includes(`> ${other}`));
        await page.keyboard.insertText(`> ${command}`);
        await seenText(page, '1 résultat');
    }
});

test('a dialog opens where one writes; on a touch screen the keyboard waits', async (t) => {
    const api = await house.api(), id = await api.create({ legal_name: fresh('Dialogue') });
    const page = await house.page(t, `/clients/${id}?tab=documents`);
    await clickNode(page, 'button', 'Nouveau dossier');
    await page.keyboard.insertText('Photos');
    await page.keyboard.press('Control+Enter');
    await until(async () => (await api.get(`/api/clients/${id}/documents`)).folders.some((folder) => folder.name === 'Photos'), 'the folder');
    const phone = await house.page(t, `/clients/${id}?tab=documents`, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await clickNode(phone, 'button', 'Nouveau dossier');
    assert.equal(await focusedName(phone), 'Fermer');
});

test('Tab walks through names, never into nothing', async (t) => {
    const page = await house.page(t, '/clients'), names = [];
    for (let i = 0; i < 12; ++i) {
        await page.keyboard.press('Tab');
        await settle(page);
        names.push(await focusedName(page));
    }
    const met = new Set(names.filter(Boolean));
    assert.ok(met.size >= 6, `names met: ${names.join(', ')}`);
    assert.ok(names.filter((name) => !name).length <= 2, `without a name: ${names.join(', ')}`);
});

test('Tab leaves the page at its last item, and Shift+Tab at its first', async (t) => {
    const page = await house.page(t, '/settings/profile');
    await page.evaluate(() => {
        window.kept = 0;
        addEventListener('keydown', (event) => { if (event.key === 'Tab' && !event.defaultPrevented) ++window.kept; });
    });
    const left = () => page.evaluate(() => window.kept);
    let steps = 0;
    while (await left() === 0 && ++steps < 120) await page.keyboard.press('Tab');
    assert.equal(await left(), 1, `the browser has the key after ${steps} steps`);
    assert.ok(steps > 8, 'every item was visited first');
    await page.locator('#mirror').focus();
    await page.keyboard.press('Tab');
    await settle(page);
    assert.ok(await focusedName(page), 'and it comes back to the first');
    await page.keyboard.press('Shift+Tab');
    assert.equal(await left(), 2);
});

test('a phone opens the sheet on its identity, a desk on what happened', async (t) => {
    const api = await house.api(), id = await api.create({ legal_name: fresh('Onglet') });
    const phone = await house.page(t, `/clients/${id}`, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    assert.equal(await byRole(phone, 'tab', 'Fiche').first().getAttribute('aria-selected'), 'true');
    await clickNode(phone, 'tab', 'Activité');
    await until(() => phone.url().endsWith('?tab=activity'), 'the other tab has an address');
    const desk = await house.page(t, `/clients/${id}`);
    assert.equal(await byRole(desk, 'tab', 'Activité').first().getAttribute('aria-selected'), 'true');
});

test('the list of shortcuts opens with ? and closes with Escape', async (t) => {
    const page = await house.page(t, '/clients');
    await page.keyboard.press('?');
    await seen(page, 'dialog', 'Aide et raccourcis');
    await page.keyboard.press('Escape');
    await until(async () => await byRole(page, 'dialog', 'Aide et raccourcis').count() === 0, 'closed');
});

test('Ctrl+K finds a contact by his name', async (t) => {
    const api = await house.api(), name = fresh('Palette'), last = fresh('Zwiebel').replace(' ', '-');
    await api.create({ legal_name: name }, { contacts: [{ contact: { first_name: 'Maud', last_name: last } }] });
    const page = await house.page(t, '/clients');
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.insertText(last);
    await until(async () => { await settle(page); return (await textOf(page)).includes(`Maud ${last}`); }, 'the contact');
});
