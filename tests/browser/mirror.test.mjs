// What assistive technologies are told and may do (wasm-ui §19): states, levels and places in the mirror, the field being
// edited, what a dialog covers, what is announced, focus and presses from outside.
import assert from 'node:assert/strict';
import { activate, byRole, clickNode, editField, fill, focusedName, fresh, gone, houseOf, rowNames, seen, settle, test, until } from './app.mjs';

const house = houseOf();
const told = (page, role, name, attribute) => byRole(page, role, name, { includeHidden: true }).first().getAttribute(attribute);
const click = async (page, name) => {
    const box = await page.evaluate((wanted) => window.__carnet.rect(wanted), name);
    await page.mouse.click(box.x + box.w / 2, box.y + box.h / 2);
    await settle(page);
};

async function sheetOf(t, more = {}, options = {}) {
    const api = await house.api(), name = fresh('Miroir'), id = await api.create({ legal_name: name }, more);
    const page = await house.page(t, `/clients/${id}`, options);
    await seen(page, 'heading', name);
    return { api, id, name, page };
}

test('the grid says how large it is, where rows and columns stand, what sorts it, where the cursor is and what is ticked', async (t) => {
    const page = await house.page(t, '/clients'), grid = byRole(page, 'grid', 'Clients').first();
    await until(async () => (await rowNames(page)).length > 5, 'the rows');
    const { shown } = await page.evaluate(() => window.__carnet.state());
    assert.equal(await grid.getAttribute('aria-rowcount'), String(shown + 1), 'with the heading');
    assert.equal(await grid.getAttribute('aria-colcount'), String(await grid.getByRole('columnheader').count()));
    const names = await rowNames(page);
    for (const place of [0, 3]) assert.equal(await told(page, 'row', names[place], 'aria-rowindex'), String(place + 2));
    const columns = (cells) => cells.evaluateAll((all) => all.map((one) => one.getAttribute('aria-colindex')));
    assert.deepEqual((await columns(grid.getByRole('columnheader'))).slice(1), (await columns(byRole(page, 'row', names[0]).getByRole('gridcell'))).slice(1));
    assert.equal(await told(page, 'columnheader', 'Valeur totale', 'aria-colindex'), '7');
    await click(page, 'sort:value');
    assert.equal(await told(page, 'columnheader', 'Valeur totale', 'aria-sort'), 'ascending');
    assert.equal(await told(page, 'columnheader', 'Client', 'aria-sort'), null);
    await click(page, 'sort:value');
    assert.equal(await told(page, 'columnheader', 'Valeur totale', 'aria-sort'), 'descending');
    const seenRows = await rowNames(page);
    await page.keyboard.press('j');
    await settle(page);
    assert.equal(await focusedName(page), seenRows[0]);
    await page.keyboard.press('x');
    await settle(page);
    assert.equal(await told(page, 'row', seenRows[0], 'aria-selected'), 'true');
    assert.equal(await told(page, 'row', seenRows[1], 'aria-selected'), 'false');
    assert.equal(await told(page, 'checkbox', 'Tout cocher', 'aria-checked'), 'mixed');
    assert.equal(await told(page, 'checkbox', `Cocher ${seenRows[0]}`, 'aria-checked'), 'true');
    assert.equal(await told(page, 'checkbox', `Cocher ${seenRows[1]}`, 'aria-checked'), 'false');
});

test('rows stand in the page in the order in which they are seen, also when only the order changes', async (t) => {
    const api = await house.api(), tag = fresh('Ordre').replace(' ', ''), names = ['A', 'B', 'C'].map((letter) => `${tag} ${letter}`);
    for (const legal_name of names) await api.create({ legal_name });
    const page = await house.page(t, `/clients?q=${tag}`);
    const inPage = () => byRole(page, 'grid', 'Clients').getByRole('row').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')).filter(Boolean));
    await until(async () => (await rowNames(page)).length === 3, 'the rows');
    const first = await inPage();
    assert.deepEqual(first, await rowNames(page));
    for (let i = 0; i < 2; ++i) await click(page, 'sort:name');
    if ((await rowNames(page)).join() === first.join()) await click(page, 'sort:name');
    assert.notDeepEqual(await rowNames(page), first);
    assert.deepEqual(await inPage(), await rowNames(page));
});

test('headings have levels; the page, the tab and the kind that are chosen say so; what opens says what and whether', async (t) => {
    const { name, page } = await sheetOf(t, { addresses: [{ label: 'Siège', city: 'Sète', postal_code: '34200' }] });
    assert.equal(await told(page, 'heading', name, 'aria-level'), '1');
    assert.equal(await told(page, 'heading', 'Mémo', 'aria-level'), '2');
    assert.equal(await told(page, 'link', 'Clients', 'aria-current'), 'page');
    assert.equal(await told(page, 'link', 'Projets', 'aria-current'), null);
    assert.deepEqual([await told(page, 'tab', 'Activité', 'aria-selected'), await told(page, 'tab', 'Contacts', 'aria-selected')], ['true', 'false']);
    assert.equal(await told(page, 'tab', 'Contacts', 'aria-description'), '0', 'how many there are');
    assert.deepEqual([await told(page, 'radio', 'Appel', 'aria-checked'), await told(page, 'radio', 'Note', 'aria-checked')], ['true', 'false']);
    assert.equal(await told(page, 'button', 'Actions', 'aria-haspopup'), 'menu');
    assert.equal(await told(page, 'button', 'Informations', 'aria-expanded'), 'true');
    await activate(page, 'button', 'Informations');
    assert.equal(await told(page, 'button', 'Informations', 'aria-expanded'), 'false');
    const filled = byRole(page, 'progressbar', 'Fiche complète').first();
    assert.match(await filled.getAttribute('aria-valuenow'), /^\d+$/);
    assert.equal(await filled.getAttribute('aria-valuetext'), await filled.getAttribute('aria-valuenow'));
});

test('the field being edited says what the mirror says of it: needed, wrong and why; phones get the right keys', async (t) => {
    const page = await house.page(t, '/clients/new'), field = page.locator('#agent-host > *');
    const is = async (attribute) => { await settle(page); return field.getAttribute(attribute); };
    await clickNode(page, 'textbox', 'Raison sociale');
    assert.equal(await is('aria-required'), 'true');
    assert.equal(await told(page, 'textbox', 'Raison sociale', 'aria-required'), 'true');
    assert.equal(await is('aria-invalid'), null);
    assert.equal(await is('autocomplete'), 'off', 'the browser’s own suggestions would cover what is drawn');
    assert.equal(await is('lang'), 'fr');
    for (const [name, mode] of [['E-mail', 'email'], ['Téléphone', 'tel'], ['Site web', 'url']]) {
        await clickNode(page, 'textbox', name);
        assert.equal(await is('inputmode'), mode);
        assert.equal(await is('aria-required'), null);
    }
    await fill(page, 'SIREN', '123456789');
    await page.keyboard.press('Tab');
    await until(async () => await told(page, 'textbox', 'SIREN', 'aria-invalid') === 'true', 'the mirror says that it is wrong');
    const why = await told(page, 'textbox', 'SIREN', 'aria-description');
    assert.ok(why, 'and why');
    await clickNode(page, 'textbox', 'SIREN');
    assert.deepEqual([await is('aria-invalid'), await is('aria-description')], ['true', why]);
});

test('a field’s length is limited while one types, and what may not be read stays hidden', async (t) => {
    const page = await house.page(t, '/settings/mails');
    await clickNode(page, 'textbox', 'Mot de passe');
    const kind = () => page.evaluate(() => document.activeElement.type);
    assert.equal(await kind(), 'password');
    await page.goto('/settings/words');
    await settle(page);
    const field = byRole(page, 'textbox', /./).last();
    await field.click({ force: true });
    await settle(page);
    assert.equal(await kind(), 'text');
    await page.keyboard.insertText('x'.repeat(80));
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.value.length), 60);
});

test('a choice says its list, the row that is on, and the field that filters it stays the one that is heard', async (t) => {
    const page = await house.page(t, '/clients/new');
    assert.equal(await told(page, 'combobox', 'État', 'aria-haspopup'), 'listbox');
    assert.equal(await told(page, 'combobox', 'État', 'aria-expanded'), 'false');
    await clickNode(page, 'combobox', 'État');
    const combobox = byRole(page, 'combobox', 'État', { includeHidden: true }).first();
    assert.equal(await combobox.getAttribute('aria-expanded'), 'true');
    const list = page.locator(`#${await combobox.getAttribute('aria-controls')}`);
    assert.ok(await list.getByRole('option').count() >= 4 || await list.locator('[role=option]').count() >= 4, 'its options');
    assert.equal(await told(page, 'option', 'Prospect', 'aria-selected'), 'true');
    assert.equal(await told(page, 'option', 'Actif', 'aria-selected'), 'false');
    const at = await focusedName(page);
    await page.keyboard.press('ArrowDown');
    await settle(page);
    assert.notEqual(await focusedName(page), at, 'the arrow is heard');
    await page.keyboard.press('Escape');
    await settle(page);
    // The palette: the field keeps the focus, and says which of the results is on.
    await page.keyboard.press('Control+k');
    await seen(page, 'dialog', 'Rechercher ou lancer une commande');
    await page.keyboard.insertText('a');
    await until(async () => await page.locator('#agent-host > *').getAttribute('aria-activedescendant') !== null, 'a result is on');
    const on = () => page.evaluate(() => {
        const field = document.activeElement, option = document.getElementById(field.getAttribute('aria-activedescendant'));
        return { within: field.closest('#agent-host') !== null, role: option.getAttribute('role'), inList: document.getElementById(field.getAttribute('aria-controls')).contains(option), name: option.getAttribute('aria-label') || option.textContent };
    });
    const first = await on();
    assert.deepEqual([first.within, first.role, first.inList], [true, 'option', true]);
    await page.keyboard.press('ArrowDown');
    await settle(page);
    assert.notEqual((await on()).name, first.name);
});

test('a dialog is modal: what it covers is out of reach, links as well, until it closes', async (t) => {
    const { page } = await sheetOf(t);
    const link = byRole(page, 'link', 'Projets', { includeHidden: true }).first(), box = await link.boundingBox();
    const under = () => page.evaluate(([x, y]) => document.elementFromPoint(x, y)?.closest('a')?.textContent ?? null, [box.x + box.width / 2, box.y + box.height / 2]);
    const reachable = () => link.evaluate((one) => one.closest('[inert]') === null);
    assert.deepEqual([await under(), await reachable()], ['Projets', true]);
    await page.keyboard.press('?');
    await seen(page, 'dialog', 'Aide et raccourcis');
    await settle(page);
    assert.equal(await told(page, 'dialog', 'Aide et raccourcis', 'aria-modal'), 'true');
    assert.deepEqual([await under(), await reachable()], [null, false]);
    assert.ok(await byRole(page, 'dialog', 'Aide et raccourcis').evaluate((one) => one.closest('[inert]') === null), 'the dialog itself is not');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', 'Aide et raccourcis');
    await settle(page);
    assert.deepEqual([await under(), await reachable()], ['Projets', true]);
});

test('what happened is said: a success when there is time for it, a failure at once', async (t) => {
    const { api, id, page } = await sheetOf(t);
    const said = (region) => page.locator(`#${region}`).textContent();
    await editField(page, 'Téléphone', '0467399841');
    await until(async () => (await api.client(id)).phone === '+33467399841', 'saved');
    await until(async () => /Téléphone/.test(await said('status')), 'the success is said');
    assert.equal(await said('alert'), '');
    await page.route('**/api/undo', (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: '{"status":403,"detail":"Réservé à d’autres."}' }));
    await page.keyboard.press('Control+z');
    await until(async () => /annul/i.test(await said('alert')), 'the failure is said');
});

test('assistive technologies set the focus and press; what cannot be used answers to neither', async (t) => {
    const { page } = await sheetOf(t);
    const focus = async (role, name) => {
        await byRole(page, role, name).first().evaluate((one) => one.focus());
        await settle(page);
    };
    await focus('button', 'Consigner');
    assert.equal(await focusedName(page), 'Consigner');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mirror', 'the keys go on reaching the program');
    await focus('textbox', 'Consigner une activité');
    await page.keyboard.insertText('Dicté');
    await settle(page);
    assert.equal(await page.evaluate(() => document.activeElement.value), 'Dicté');
    await activate(page, 'radio', 'Note');
    assert.equal(await told(page, 'radio', 'Note', 'aria-checked'), 'true');
    const other = await house.page(t, '/settings/roles', { as: 'member' });
    const locked = other.locator('#mirror [role=checkbox][aria-disabled=true]').first();
    await locked.waitFor({ state: 'attached' });
    const before = await locked.getAttribute('aria-checked');
    await locked.dispatchEvent('click');
    await settle(other);
    assert.equal(await locked.getAttribute('aria-checked'), before);
});
