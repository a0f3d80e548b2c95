// The keyboard map of the design, with the keyboard alone: the list's rows, the sheet's commands, regions, and letters
// that can be switched off.
import assert from 'node:assert/strict';
import { byRole, clickNode, focusedName, fresh, gone, houseOf, rowNames, running, seen, seenText, settle, test, textOf, until } from './app.mjs';

const house = houseOf();
const chosen = async (page) => /(\d+) (clients? )?sélectionné/.exec(await textOf(page))?.[1] ?? '0';

async function listed(t) {
    const page = await house.page(t, '/clients');
    await seen(page, 'grid', 'Clients');
    await until(async () => (await rowNames(page)).length > 5, 'the rows');
    return page;
}
// The client whose row the cursor is on, as the peek names it.
async function peeked(page) {
    await page.keyboard.press('Space');
    await seen(page, 'complementary', 'Aperçu');
    const name = await byRole(page, 'heading', /./).last().textContent();
    await page.keyboard.press('Escape');
    await gone(page, 'complementary', 'Aperçu');
    return name;
}

test('rows: j, k, Début, Fin, Page and Espace move and peek; Entrée opens where the cursor is', async (t) => {
    const page = await listed(t), names = await rowNames(page);
    const at = async (keys, wanted) => {
        for (const key of keys) await page.keyboard.press(key);
        assert.equal(await peeked(page), wanted, keys.join(' '));
    };
    await at(['j'], names[0]);
    await at(['j', 'j'], names[2]);
    await at(['k'], names[1]);
    await at(['Home'], names[0]);
    await page.keyboard.press('PageDown');
    assert.notEqual(await peeked(page), names[0]);
    await page.keyboard.press('End');
    const last = await peeked(page);
    assert.ok(!names.includes(last), 'the last one was not on the first screen');
    await page.keyboard.press('PageUp');
    assert.notEqual(await peeked(page), last);
    await at(['Home', 'ArrowDown'], names[1]);
    await page.keyboard.press('Enter');
    await seen(page, 'heading', names[1]);
});

test('ticks: x, Maj j and Maj k extend, Ctrl A takes the whole result', async (t) => {
    const page = await listed(t);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await until(async () => await chosen(page) === '1', 'one');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    await until(async () => await chosen(page) === '3', 'three');
    await page.keyboard.press('Control+a');
    await until(async () => Number(await chosen(page)) > 20, 'all');
});

test('Ctrl F and / lead to the search, F6 and Maj F6 from region to region', async (t) => {
    const page = await listed(t);
    for (const key of ['Control+f', '/']) {
        await page.keyboard.press(key);
        await until(async () => await focusedName(page) === 'Nom, e-mail…', key);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
    }
    const places = [];
    for (let i = 0; i < 4; ++i) {
        await page.keyboard.press('F6');
        await settle(page);
        places.push(await focusedName(page));
    }
    assert.ok(new Set(places).size >= 3, places.join(' | '));
    await page.keyboard.press('Shift+F6');
    await until(async () => await focusedName(page) === places[2], 'back to the region before');
});

test('the sheet: Alt and a digit for each tab, Alt and arrows for neighbours, e from a row, g then j', async (t) => {
    const page = await listed(t), names = await rowNames(page);
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await seen(page, 'heading', names[0]);
    await until(async () => /Raison sociale|Nom/.test(await focusedName(page)), 'the name being edited');
    await page.keyboard.press('Escape');
    for (const [n, tab] of ['Activité', 'Contacts', 'Projets', 'Documents', 'Messages', 'Historique'].entries()) {
        await page.keyboard.press(`Alt+${n + 1}`);
        await until(async () => await byRole(page, 'tab', new RegExp(`^${tab}`)).first().getAttribute('aria-selected') === 'true', tab);
    }
    await page.keyboard.press('Alt+ArrowDown');
    await seen(page, 'heading', names[1]);
    await page.keyboard.press('Alt+ArrowUp');
    await seen(page, 'heading', names[0]);
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await until(() => page.url().endsWith('/projects'), 'the projects');
});

test('c and 1 to 5 choose the kind of activity, v offers whose portal to see', async (t) => {
    const api = await house.api();
    const sheet = await api.post('/api/clients', {
        client: { kind: 'company', legal_name: fresh('Touches') },
        contacts: [{ contact: { last_name: 'Fontaine', first_name: 'Claire' }, has_portal: true }],
    });
    const page = await house.page(t, `/clients/${sheet.client.id}`);
    await seen(page, 'button', 'Voir comme…');
    await page.keyboard.press('v');
    await seen(page, 'menuitem', 'Claire Fontaine');
    await page.keyboard.press('Escape');
    await gone(page, 'menuitem', 'Claire Fontaine');
    const kinds = new Set();
    for (const digit of '12345') {
        await page.keyboard.press(digit);
        await settle(page);
        const chosen = byRole(page, 'radiogroup', 'Type d’activité').locator('[aria-checked=true]').first();
        kinds.add(await chosen.getAttribute('aria-label') ?? await chosen.textContent());
        // The key leads to the text of that kind: out of it again.
        await page.keyboard.press('Escape');
    }
    assert.equal(kinds.size, 5, [...kinds].join(' | '));
    await page.keyboard.press('c');
    await until(async () => (await focusedName(page)) !== '', 'the field');
});

test('single letters can be switched off; what has a Ctrl or an arrow still works, after a reload, too', async (t) => {
    const page = await house.page(t, '/settings/profile');
    await clickNode(page, 'switch', /^Lettres seules comme raccourcis/);
    await page.goto('/clients');
    await running(page);
    await seen(page, 'grid', 'Clients');
    await until(async () => (await rowNames(page)).length > 5, 'the rows');
    for (const key of ['j', 'x', 'n', '?', '/', 'g', 's', '1']) await page.keyboard.press(key);
    await settle(page);
    assert.ok(page.url().endsWith('/clients'));
    assert.equal(await chosen(page), '0');
    assert.equal(await byRole(page, 'dialog', 'Aide et raccourcis').count(), 0);
    await page.keyboard.press('Control+k');
    await seen(page, 'dialog', 'Rechercher ou lancer une commande');
});
