// The keyboard in menus, choices, calendars, tabs, headings and dialogs: every key does its thing, Escape closes the
// uppermost only, the focus is seen, comes into view and goes back to where it came from.
import assert from 'node:assert/strict';
import { byRole, clickNode, focusedName, fresh, gone, houseOf, rowNames, seen, settle, test, until, valueOf } from './app.mjs';

const house = houseOf();

async function sheetOf(t, tab = '', options = {}) {
    const api = await house.api(), name = fresh('Touche'), id = await api.create({ legal_name: name });
    const page = await house.page(t, `/clients/${id}${tab}`, options);
    await seen(page, 'heading', name);
    return { api, id, page };
}
const focus = async (page, role, name) => {
    await byRole(page, role, name).first().evaluate((one) => one.focus());
    await settle(page);
    assert.equal(await focusedName(page), await byRole(page, role, name).first().evaluate((one) => one.getAttribute('aria-label') || one.textContent));
};
// Where the focus is after each key.
const walk = async (page, ...keys) => {
    const names = [];
    for (const key of keys) { await page.keyboard.press(key); await settle(page); names.push(await focusedName(page)); }
    return names;
};
const is = (page, role, name, attribute) => byRole(page, role, name, { includeHidden: true }).first().getAttribute(attribute);

test('a menu: arrows go round, Home and End, Escape and a click beside close it, the focus goes back to its button', async (t) => {
    const { page } = await sheetOf(t), menu = byRole(page, 'menu', 'Actions');
    await focus(page, 'button', 'Actions');
    await page.keyboard.press('Enter');
    await seen(page, 'menu', 'Actions');
    await settle(page);
    const items = await menu.first().getByRole('menuitem').allTextContents(), last = items.at(-1);
    assert.ok(items.length >= 3);
    assert.equal(await focusedName(page), items[0]);
    assert.deepEqual(await walk(page, 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home'), [items[1], last, items[0], last, items[0]]);
    await page.keyboard.press('Escape');
    await gone(page, 'menu', 'Actions');
    await settle(page);
    assert.equal(await focusedName(page), 'Actions');
    await page.keyboard.press('Space');
    await seen(page, 'menu', 'Actions');
    await page.mouse.click(800, 1150);
    await gone(page, 'menu', 'Actions');
});

test('a choice: an arrow opens it where it is, letters jump, Enter and Space choose, Escape leaves it as it was', async (t) => {
    const page = await house.page(t, '/clients/new'), value = (name) => valueOf(page, name, 'combobox');
    await focus(page, 'combobox', 'État');
    const before = await value('État');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'option', 'Suspendu');
    await settle(page);
    assert.equal(await focusedName(page), before, 'on what is chosen');
    await page.keyboard.press('s');
    await settle(page);
    assert.equal(await focusedName(page), 'Suspendu');
    await page.keyboard.press('Enter');
    await gone(page, 'option', 'Suspendu');
    assert.equal(await value('État'), 'Suspendu');
    assert.equal(await focusedName(page), 'État', 'the focus is back');
    await page.keyboard.press('Space');
    await seen(page, 'option', 'Suspendu');
    const [other] = await walk(page, 'ArrowUp');
    await page.keyboard.press('Escape');
    await gone(page, 'option', 'Suspendu');
    assert.equal(await value('État'), 'Suspendu');
    assert.match(page.url(), /\/clients\/new/, 'only the list was closed');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'option', 'Suspendu');
    await walk(page, 'ArrowUp');
    await page.keyboard.press('Space');
    await gone(page, 'option', 'Suspendu');
    assert.equal(await value('État'), other);
    // Nothing can be chosen again, and a long list follows the arrows.
    await focus(page, 'combobox', 'Taille');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'option', /salarié/);
    const [size] = await walk(page, 'End', 'ArrowUp');
    assert.ok(size);
    await page.keyboard.press('Enter');
    await gone(page, 'option', /salarié/);
    assert.notEqual(await value('Taille'), '');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'option', '—');
    await clickNode(page, 'option', '—');
    assert.equal(await value('Taille'), '');
});

test('a choice of many: what is typed filters without accents, the arrows bring the row into sight, a second press takes it away', async (t) => {
    const api = await house.api(), word = fresh('Étiquette').replace(' ', '');
    await api.post('/api/tags', { name: word });
    const page = await house.page(t, '/clients/new');
    await focus(page, 'combobox', 'Tags');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'searchbox', 'Filtrer');
    await page.keyboard.insertText(word.replace('É', 'E').toUpperCase());
    await until(async () => { await settle(page); return await page.locator('#mirror [role=option]').count() <= 2; }, 'one is left');
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await valueOf(page, 'Tags', 'combobox'), word);
    await page.keyboard.press('Enter');
    await settle(page);
    assert.equal(await valueOf(page, 'Tags', 'combobox'), '');
    await page.keyboard.press('Escape');
    await gone(page, 'searchbox', 'Filtrer');
    await focus(page, 'combobox', 'Secteur');
    await page.keyboard.press('ArrowDown');
    await seen(page, 'searchbox', 'Filtrer');
    await settle(page);
    const on = () => page.evaluate(() => {
        const option = document.getElementById(document.activeElement.getAttribute('aria-activedescendant'));
        return option && (option.getAttribute('aria-label') || option.textContent);
    });
    const met = new Set([await on()]);
    for (let i = 0; i < 9; ++i) { await page.keyboard.press('ArrowDown'); await settle(page); met.add(await on()); }
    assert.ok(!met.has(null) && met.size >= 8, [...met].join(', '));
});

test('a calendar: days, weeks and months by keys, Monday first, its buttons turn the month', async (t) => {
    const { api, id, page } = await sheetOf(t), project = await api.post(`/api/clients/${id}/projects`, { name: 'Daté', started_on: '2026-04-24' });
    await page.goto(`/projects/${project.project?.id ?? project.id}`);
    await clickNode(page, 'button', 'Modifier le projet');
    await clickNode(page, 'button', 'Ouvrir le calendrier');
    await seen(page, 'gridcell', '24/04/2026');
    await settle(page);
    assert.equal(await is(page, 'gridcell', '24/04/2026', 'aria-selected'), 'true');
    const week = byRole(page, 'row', /^S\s17$/).first();
    assert.equal(await week.getByRole('gridcell').first().textContent(), '20/04/2026', 'a Monday');
    await focus(page, 'gridcell', '24/04/2026');
    assert.deepEqual(await walk(page, 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageDown'),
        ['25/04/2026', '02/05/2026', '01/05/2026', '24/04/2026', '24/05/2026']);
    await clickNode(page, 'button', 'Mois suivant');
    await seen(page, 'gridcell', '30/06/2026');
    await clickNode(page, 'button', 'Mois précédent');
    await focus(page, 'gridcell', '31/05/2026');
    await page.keyboard.press('Enter');
    await gone(page, 'gridcell', '31/05/2026');
    await page.keyboard.press('Control+s');
    const read = async () => (await api.get(`/api/clients/${id}`)).projects[0].started_on;
    await until(async () => await read() === '2026-05-31', 'the chosen day');
});

test('tabs, kinds and headings of a table go by arrows', async (t) => {
    const { page } = await sheetOf(t);
    await focus(page, 'tab', 'Activité');
    assert.deepEqual(await walk(page, 'ArrowRight', 'End', 'Home'), ['Contacts', 'Historique', 'Activité']);
    assert.equal(await is(page, 'tab', 'Activité', 'aria-selected'), 'true');
    await page.goto('/clients/new');
    await focus(page, 'radio', 'Professionnel');
    await walk(page, 'ArrowRight');
    assert.equal(await is(page, 'radio', 'Particulier', 'aria-checked'), 'true');
    await page.goto('/clients');
    await until(async () => (await rowNames(page)).length > 5, 'the rows');
    await focus(page, 'columnheader', 'Client');
    const [next, back] = await walk(page, 'ArrowRight', 'ArrowLeft');
    assert.deepEqual([next !== 'Client', back], [true, 'Client']);
    await walk(page, 'ArrowRight', 'Enter');
    assert.equal(await is(page, 'columnheader', next, 'aria-sort'), 'ascending');
});

test('a dialog keeps the keyboard, gives it back, and Escape closes what lies on it first', async (t) => {
    const { page } = await sheetOf(t, '?tab=projects');
    await focus(page, 'button', 'Ajouter un projet');
    await page.keyboard.press('Enter');
    await seen(page, 'dialog', 'Ajouter un projet');
    const inside = async () => page.evaluate(() => {
        const here = document.activeElement.closest('#agent-host') ? null : document.getElementById(document.getElementById('mirror').getAttribute('aria-activedescendant'));
        return document.activeElement.closest('#agent-host') !== null || here?.closest('[role=dialog]') !== null && here !== null;
    });
    await settle(page);
    const [first] = [await focusedName(page)], round = [];
    assert.ok(await inside());
    do { round.push(...await walk(page, 'Tab')); assert.ok(await inside(), round.join(', ')); } while (round.at(-1) !== first && round.length < 40);
    assert.ok(round.length < 40, 'Tab comes round');
    assert.equal((await walk(page, 'Shift+Tab'))[0], round.at(-2), 'and back');
    const choice = byRole(page, 'dialog', 'Ajouter un projet').getByRole('combobox').first();
    await choice.evaluate((one) => one.focus());
    await settle(page);
    await page.keyboard.press('ArrowDown');
    await page.locator('#mirror [role=option]').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.locator('#mirror [role=option]').first().waitFor({ state: 'detached' });
    await settle(page);
    assert.equal(await byRole(page, 'dialog', 'Ajouter un projet').count(), 1, 'the dialog is still there');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', 'Ajouter un projet');
    await settle(page);
    assert.equal(await focusedName(page), 'Ajouter un projet');
});

test('letters are no commands while a dialog is open or one writes, nor with Ctrl or Alt', async (t) => {
    const page = await house.page(t, '/clients');
    await until(async () => (await rowNames(page)).length > 5, 'the rows');
    await focus(page, 'button', 'Importer');
    await page.keyboard.press('?');
    await seen(page, 'dialog', 'Aide et raccourcis');
    await settle(page);
    assert.equal(await focusedName(page), 'Fermer', 'the keyboard is in the dialog');
    for (const key of ['n', 'x', 'j', 'g', 's']) await page.keyboard.press(key);
    await settle(page);
    await seen(page, 'dialog', 'Aide et raccourcis');
    assert.equal(new URL(page.url()).pathname, '/clients');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', 'Aide et raccourcis');
    await settle(page);
    assert.equal(await focusedName(page), 'Importer', 'and where it was again');
    await page.keyboard.press('/');
    await settle(page);
    await page.keyboard.type('nxjgs?');
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.value), 'nxjgs?');
    assert.equal(new URL(page.url()).pathname, '/clients');
    assert.equal(await byRole(page, 'dialog', 'Aide et raccourcis').count(), 0);
    assert.equal(await byRole(page, 'checkbox', 'Tout cocher').first().getAttribute('aria-checked').catch(() => 'false'), 'false');
});

test('the focus is seen when keys moved it and not when the mouse did, and what has it comes into view', async (t) => {
    const page = await house.page(t, '/clients/new', { viewport: { width: 1280, height: 500 } });
    await focus(page, 'radio', 'Professionnel');
    const box = await byRole(page, 'radio', 'Particulier').first().boundingBox();
    const clip = { x: box.x - 6, y: box.y - 6, width: box.width + 12, height: box.height + 12 };
    const picture = async () => { await page.mouse.move(5, 400); await settle(page); return page.screenshot({ clip }); };
    await page.keyboard.press('ArrowRight');
    const byKeys = await picture();
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    const byMouse = await picture();
    assert.ok(!byKeys.equals(byMouse), 'a ring for the keyboard');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    assert.ok(byKeys.equals(await picture()), 'and again');
    let last = '';
    for (let i = 0; i < 30 && last !== 'Notes'; ++i) {
        [last] = await walk(page, 'Tab');
        assert.ok(last, 'what is out of sight is not in the mirror');
    }
    assert.equal(last, 'Notes');
    const notes = await page.locator('#agent-host > *').boundingBox();
    assert.ok(notes.y >= 0 && notes.y + 20 <= 500, `in view: ${notes.y}`);
});
