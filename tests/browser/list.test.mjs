// The client list: search without accents, filters, sorting in French order, counts, selection.
import assert from 'node:assert/strict';
import { fresh, houseOf, rowNames, searchList, seen, settle, shown, state, test, textOf, until } from './app.mjs';

const house = houseOf({ clients: 120 });
const clickRect = async (page, name) => {
    const box = await page.evaluate((which) => window.__carnet.rect(which), name);
    assert.ok(box, `the page offers ${name}`);
    await page.mouse.click(box.x + box.w / 2, box.y + box.h / 2);
    await settle(page);
};

test('the list shows every client, with its count', async (t) => {
    const page = await house.page(t), { totals } = await (await house.api()).get('/api/clients?limit=1');
    assert.equal(await shown(page), totals.count);
    assert.match(await textOf(page), new RegExp(`${totals.count}\\sclients`));
    const rows = await page.locator('#mirror').getByRole('grid', { name: 'Clients' }).getAttribute('aria-rowcount');
    assert.ok(Number(rows) >= totals.count);
});

test('searching ignores accents and case, and letters go in as typed', async (t) => {
    const api = await house.api(), name = fresh('Brasserie de l’Écluse à Sète');
    await api.create({ legal_name: name });
    const page = await house.page(t);
    const tail = name.split(' ').at(-1);
    for (const text of ['ECLUSE ' + tail, 'l’écluse sete ' + tail, 'brasserie ' + tail.toLowerCase()]) {
        await searchList(page, text);
        assert.deepEqual(await rowNames(page), [name], text);
    }
    await searchList(page, 'aucun client ne s’appelle ainsi');
    assert.equal(await shown(page), 0);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await settle(page);
    assert.equal(await shown(page), (await api.get('/api/clients?limit=1')).totals.count);
});

test('a phone number is found by any of its digits', async (t) => {
    const api = await house.api(), name = fresh('Garage du Téléphone');
    await api.create({ legal_name: name, phone: '04 67 39 98 41' });
    const page = await house.page(t);
    await searchList(page, '39 98 41');
    assert.ok((await rowNames(page)).includes(name));
});

test('text sorts in French order, a second click turns it round, and the view goes back to the top', async (t) => {
    const api = await house.api(), mark = fresh('Tri').split(' ')[1];
    for (const word of ['Zebre', 'Étoile', 'Etoiles', 'Eclair', 'école', 'Œuvre', 'Abeille']) await api.create({ legal_name: `${word} ${mark}` });
    const page = await house.page(t);
    await searchList(page, mark);
    // By something else first, so that the click below is a first one.
    await clickRect(page, 'sort:value');
    await clickRect(page, 'sort:name');
    const expected = ['Abeille', 'Eclair', 'école', 'Étoile', 'Etoiles', 'Œuvre', 'Zebre'].map((word) => `${word} ${mark}`);
    assert.deepEqual(await rowNames(page), expected);
    await clickRect(page, 'sort:name');
    assert.deepEqual(await rowNames(page), expected.reverse());
    assert.equal((await state(page)).top, 0);
});

test('every column that can be sorted agrees with the server', async (t) => {
    const api = await house.api(), page = await house.page(t);
    let sorted = 0;
    for (const column of ['reference', 'state', 'contact', 'projects', 'last_activity', 'value', 'owner', 'city', 'created']) {
        if (!await page.evaluate((name) => window.__carnet.rect(name), `sort:${column}`)) continue;
        ++sorted;
        await clickRect(page, `sort:${column}`);
        const { rows } = await api.get(`/api/clients?limit=10&sort=${column}`);
        assert.deepEqual((await rowNames(page)).slice(0, 5), rows.slice(0, 5).map((row) => row.name), column);
    }
    assert.ok(sorted >= 3);
});

test('filters of the address show what the server counts', async (t) => {
    const api = await house.api();
    for (const query of ['state=prospect', 'state=active,suspended&kind=company', 'projects=none', 'activity=never', 'sort=-value&state=active']) {
        const page = await house.page(t, '/clients?' + query), { rows, totals } = await api.get('/api/clients?limit=10&' + query);
        assert.equal(await shown(page), totals.count, query);
        assert.deepEqual(await rowNames(page), rows.map((row) => row.name).slice(0, (await rowNames(page)).length), query);
        await page.context().close();
    }
});

test('the address says what the list shows, so that it can be sent to somebody', async (t) => {
    const page = await house.page(t);
    await searchList(page, 'ma');
    await clickRect(page, 'sort:value');
    const url = await until(() => /q=ma/.test(page.url()) && /sort=/.test(page.url()) && page.url(), 'search and order in the address');
    const before = await rowNames(page), count = await shown(page);
    const other = await house.page(t, url, { as: 'admin' });
    assert.equal(await shown(other), count);
    assert.deepEqual(await rowNames(other), before);
});

test('scrolling draws other rows, the wheel and the End key both', async (t) => {
    const page = await house.page(t, '/clients', { viewport: { width: 1280, height: 700 } });
    const box = await page.evaluate(() => window.__carnet.rect('body')), before = await rowNames(page);
    await page.mouse.move(box.x + box.w / 2, box.y + box.h / 2);
    await page.mouse.wheel(0, 1200);
    await until(async () => (await state(page)).top > 0, 'rows further down');
    assert.notDeepEqual(await rowNames(page), before);
});

test('nothing is drawn while nothing happens', async (t) => {
    const page = await house.page(t);
    await settle(page);
    const before = await page.evaluate(() => window.__carnet.frames());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(await page.evaluate(() => window.__carnet.frames()), before);
});

test('ticked clients are counted, and Escape lets them go', async (t) => {
    const page = await house.page(t);
    await seen(page, 'grid', 'Clients');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await until(async () => /2 (clients )?sélectionnés/.test(await textOf(page)), 'two are selected');
    await page.keyboard.press('Escape');
    await until(async () => !/sélectionnés/.test(await textOf(page)), 'none is selected');
});

test('Enter in the search opens the only client it finds; among several the rows take the keyboard', async (t) => {
    const api = await house.api(), tag = fresh('Entrée').split(' ')[1];
    const ids = [await api.create({ legal_name: `Alpha ${tag}` }), await api.create({ legal_name: `Beta ${tag}` })];
    const page = await house.page(t);
    await searchList(page, `beta ${tag}`);
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids[1]}`), 'the only one');
    await page.goto('/clients');
    await searchList(page, tag);
    await page.keyboard.press('Enter');
    await settle(page);
    assert.match(page.url(), /\/clients\?/, 'two: nothing is opened yet');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids[0]}`), 'the first row');
    await page.goto(`/clients?q=${tag}`);
    await page.keyboard.press('/');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids[1]}`), 'down into the rows, and one further');
});

test('a finger pans the list, and does not open what it touched', async (t) => {
    const page = await house.page(t, '/clients', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const box = await page.evaluate(() => window.__carnet.rect('body')), x = box.x + box.w / 2;
    const touch = await page.context().newCDPSession(page);
    const send = (type, y) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await send('touchStart', box.y + 400);
    for (let y = 390; y >= 40; y -= 25) await send('touchMove', box.y + y);
    await send('touchEnd');
    await until(async () => (await state(page)).top > 2, 'rows further down');
    assert.equal(new URL(page.url()).pathname, '/clients');
    // A tap opens.
    await until(async () => { const { top } = await state(page); await settle(page); return (await state(page)).top === top; }, 'the end of the glide');
    await page.touchscreen.tap(x, box.y + 200);
    await until(() => /\/clients\/\d+/.test(page.url()), 'a sheet');
});
