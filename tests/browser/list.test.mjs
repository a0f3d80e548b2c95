// The client list: search without accents, filters, sorting in French order, counts, selection.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, fresh, gone, houseOf, rowNames, searchList, seen, seenText, settle, shown, state, test, textOf, until } from './app.mjs';

const house = houseOf({ clients: 120 });
const clickRect = async (page, name) => {
    const box = await page.evaluate((which) => window.__carnet.rect(which), name);
    assert.ok(box, `the page offers ${name}`);
    await page.mouse.click(box.x + box.w / 2, box.y + box.h / 2);
    await settle(page);
};

test('the list shows every client, with its count (CF-01)', async (t) => {
    const page = await house.page(t), { totals } = await (await house.api()).get('/api/clients?limit=1');
    assert.equal(await shown(page), totals.count);
    assert.match(await textOf(page), new RegExp(`${totals.count}\\sclients`));
    const rows = await page.locator('#mirror').getByRole('grid', { name: 'Clients' }).getAttribute('aria-rowcount');
    assert.ok(Number(rows) >= totals.count);
});

test('searching ignores accents and case, and letters go in as typed; e-mails of the client and of its contacts count (CF-05)', async (t) => {
    const api = await house.api(), name = fresh('Brasserie de l’Écluse à Sète');
    const tail = name.split(' ').at(-1), site = `ecluse-${tail.toLowerCase()}.example`;
    await api.create({ legal_name: `Société légale ${tail}`, trade_name: name, email: `bonjour@${site}` },
        { contacts: [{ contact: { last_name: 'Premier' } }, { contact: { last_name: 'Second', email: `second.${tail.toLowerCase()}@ailleurs.example` } }] });
    // Its neighbour shares every word but one.
    await api.create({ legal_name: fresh('Brasserie de l’Écluse à Sète, société légale') });
    const page = await house.page(t);
    for (const text of ['ECLUSE ' + tail, 'l’écluse sete ' + tail, 'brasserie ' + tail.toLowerCase(), 'societe legale ' + tail, 'bonjour@' + site, `second.${tail}@ailleurs`]) {
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

test('every column that can be sorted agrees with the server, up and down (CF-02)', async (t) => {
    const api = await house.api(), page = await house.page(t);
    const offered = (column) => page.evaluate((name) => window.__carnet.rect(name), `sort:${column}`);
    for (const column of ['name', 'state', 'contact', 'projects', 'last_activity', 'value']) assert.ok(await offered(column), `${column} is a column`);
    for (const column of ['state', 'contact', 'projects', 'last_activity', 'value', 'owner', 'city', 'created', 'name']) {
        if (!await offered(column)) continue;
        for (const order of [column, `-${column}`]) {
            await clickRect(page, `sort:${column}`);
            const { rows } = await api.get(`/api/clients?limit=10&sort=${order}`);
            assert.deepEqual((await rowNames(page)).slice(0, 5), rows.slice(0, 5).map((row) => row.name), order);
        }
    }
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

// Rows whose names begin with a word of their own; the rest of their names, in order.
const found = async (page) => { await settle(page); return (await rowNames(page)).map((name) => name.split(' ').at(-1)).sort().join(' '); };
const finds = (page, wanted, what) => until(async () => await found(page) === wanted, `${what}: ${wanted}`);

async function filtered(t) {
    const api = await house.api(), tag = fresh('Filtre').split(' ')[1];
    const made = (word, fields = {}) => api.create({ legal_name: `${tag} ${word}`, ...fields }, { contacts: [{ contact: { last_name: word } }] });
    const all = 'ancien fini muet occupé', busy = await made('occupé', { state: 'active' }), done = await made('fini', { state: 'suspended' });
    const old = await made('ancien', { state: 'prospect' });
    await made('muet', { state: 'inactive' });
    await api.post(`/api/clients/${busy}/projects`, { name: 'Court', budget_cents: 50000 });
    await api.post(`/api/clients/${done}/projects`, { name: 'Fini', state: 'done', budget_cents: 200000 });
    await api.post(`/api/clients/${old}/activities`, { kind: 'call', body: 'Jadis', happened_at: new Date(Date.now() - 45 * 86400000).toISOString() });
    const page = await house.page(t, '/clients?q=' + tag);
    await finds(page, all, 'all four');
    // One filter at a time: opened at its chip, a choice, and taken away.
    const choose = async (filter, ...choices) => {
        await clickNode(page, 'button', filter);
        for (const [choice, who] of choices) {
            await clickNode(page, 'option', choice);
            await finds(page, who, String(choice));
        }
        await page.keyboard.press('Escape');
        // What is chosen stands on the chip.
        const last = choices.at(-1)[0];
        await seen(page, 'button', last.source ? new RegExp(`^${filter} .*${last.source}`) : `${filter} ${last}`);
        await clickNode(page, 'button', `Retirer le filtre ${filter}`);
        await finds(page, all, `without ${filter}`);
    };
    return { api, page, done, choose };
}

test('filters are chosen from their chips: state, active project (CF-06, CF-07)', async (t) => {
    const { choose } = await filtered(t);
    await choose('État', [/Suspendu/, 'fini'], [/Actif/, 'fini occupé']);
    await choose('État', [/Prospect/, 'ancien']);
    await choose('État', [/Inactif/, 'muet']);
    await choose('Projets', ['Avec un projet actif', 'occupé']);
    await choose('Projets', ['Sans projet actif', 'ancien fini muet']);
});

test('filters are chosen from their chips: last activity, value, to review (CF-08, CF-09, CF-33)', async (t) => {
    const { api, page, done, choose } = await filtered(t);
    for (const choice of [['30 derniers jours', 'fini occupé'], ['Jamais', 'muet']]) await choose('Activité', choice);
    for (const [least, most, who, chip] of [['500', '2000', 'fini occupé', /^Valeur 500 – 2\s000\s€$/], ['500', '500', 'occupé', /^Valeur 500 – 500\s€$/]]) {
        await clickNode(page, 'button', 'Valeur');
        await fill(page, 'Au moins', least);
        await fill(page, 'Au plus', most);
        await page.keyboard.press('Enter');
        await finds(page, who, `between ${least} and ${most}`);
        await seen(page, 'button', chip);
        await clickNode(page, 'button', 'Retirer le filtre Valeur');
    }
    await clickNode(page, 'button', 'À revoir');
    await finds(page, 'muet', 'inactive, and nothing for ever');
    assert.match(page.url(), /review=1/);
    await api.change(done, { state: 'active' });
    await finds(page, 'fini muet', 'active, and every project is finished');
});

const daysAgo = (days) => new Date(new Date(Date.now() - days * 86400000).setUTCHours(12, 0, 0, 0));

test('the last activity is within 7, 30 or 90 days, between two days, or never was (CF-08)', async (t) => {
    const api = await house.api(), tag = fresh('Période').split(' ')[1];
    for (const days of [3, 20, 60, 200, 0]) {
        const id = await api.create({ legal_name: `${tag} ${days || 'jamais'}` });
        if (days) await api.post(`/api/clients/${id}/activities`, { kind: 'note', body: 'Vu', happened_at: daysAgo(days).toISOString() });
    }
    const page = await house.page(t, '/clients?q=' + tag);
    await finds(page, '20 200 3 60 jamais', 'all of them');
    const within = async (choice, who) => {
        await clickNode(page, 'button', /^Activité/);
        await clickNode(page, 'option', choice);
        await finds(page, who, choice);
    };
    for (const [choice, who] of [['7 derniers jours', '3'], ['30 derniers jours', '20 3'], ['90 derniers jours', '20 3 60'], ['Jamais', 'jamais']])
        await within(choice, who);
    // From one day to another: the last one is in it.
    const day = (days) => daysAgo(days).toISOString().slice(0, 10).split('-').reverse().join('/');
    await clickNode(page, 'button', /^Activité/);
    await fill(page, 'Au', day(60));
    await page.keyboard.press('Tab');
    await finds(page, '200 60', 'until that day');
    await fill(page, 'Du', day(60));
    await page.keyboard.press('Tab');
    await finds(page, '60', 'that day only');
});

test('to review: nobody to talk to, nothing for 90 days, a state that the projects deny (CF-33)', async (t) => {
    const api = await house.api(), tag = fresh('Revue').split(' ')[1], contacts = [{ contact: { last_name: 'Quelqu’un' } }];
    const made = (word, state, more = { contacts }) => api.create({ legal_name: `${tag} ${word}`, state }, more);
    await made('seul', 'active', {});
    await made('sain', 'active');
    for (const [word, days] of [['endormi', 100], ['calme', 45]])
        await api.post(`/api/clients/${await made(word, 'inactive')}/activities`, { kind: 'note', body: 'Vu', happened_at: daysAgo(days).toISOString() });
    await api.post(`/api/clients/${await made('fini', 'active')}/projects`, { name: 'Fini', state: 'done' });
    const page = await house.page(t, '/clients?q=' + tag);
    await finds(page, 'calme endormi fini sain seul', 'all of them');
    await clickNode(page, 'button', 'À revoir');
    await finds(page, 'endormi fini seul', 'those to review');
});

test('the days of a period are those of the clock on the wall (CF-08)', async (t) => {
    const api = await house.api(), name = fresh('Minuit'), id = await api.create({ legal_name: name });
    await api.post(`/api/clients/${id}/activities`, { kind: 'call', body: 'Tard', happened_at: '2026-07-01T22:30:00Z' });
    for (const [day, count] of [['2026-07-01', 0], ['2026-07-02', 1]]) {
        const page = await house.page(t, `/clients?q=${encodeURIComponent(name)}&from=${day}&to=${day}`);
        assert.equal(await shown(page), count, `${day}: it was half past midnight in France`);
    }
});

test('a row shows name, state, main contact, running projects, last activity and value, which splits in a tooltip (CF-02, CF-16, CF-30)', async (t) => {
    const api = await house.api(), name = fresh('Rangée');
    const id = await api.create({ legal_name: 'Cachée par le nom commercial', trade_name: name, state: 'suspended' },
        { contacts: [{ contact: { first_name: 'Ada', last_name: 'Première' } }, { contact: { last_name: 'Seconde' } }] });
    for (const [project, state, budget_cents] of [['Un', 'running', 100000], ['Deux', 'running', 20000], ['Trois', 'done', 3000], ['Quatre', 'cancelled', 900000]])
        await api.post(`/api/clients/${id}/projects`, { name: project, state, budget_cents });
    await api.post(`/api/clients/${id}/activities`, { kind: 'meeting', body: 'Vus' });
    const page = await house.page(t, '/clients?q=' + encodeURIComponent(name));
    const row = byRole(page, 'row', name).first();
    await row.waitFor({ state: 'attached' });
    await until(async () => { await settle(page); return /Réunion/.test(await row.textContent()); }, 'the whole row');
    const words = (await row.locator('*').allTextContents()).concat(await row.locator('[aria-label]').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).join(' | ');
    for (const wanted of [/Suspendu/, /Ada Première/, /(^|\| )2( \||$)/, /Réunion/, /à l’instant|il y a \d+\smin/, /1\s230\s€/]) assert.match(words, wanted);
    const value = await row.getByText(/1\s230\s€/).first().boundingBox();
    await page.mouse.move(value.x + value.width / 2, value.y + value.height / 2);
    await seen(page, 'tooltip', /1\s200\s€\D+30\s€/);
    // Another main contact, a project that ends: the row follows.
    const { contacts, projects } = await api.get(`/api/clients/${id}`), { position } = await api.get('/api/session');
    await api.json('PATCH', `/api/client-contacts/${contacts[1].id}`, { fields: { is_main: { value: true, version: position } } });
    await api.json('PATCH', `/api/projects/${projects.find((one) => one.name === 'Deux').id}`, { fields: { state: { value: 'cancelled', version: position } } });
    await until(async () => { await settle(page); return /Seconde/.test(await row.textContent()) && /1\s030\s€/.test(await row.textContent()); }, 'the new contact and value');
    assert.doesNotMatch(await row.textContent(), /Première/);
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

// A page whose book of all clients is held back until it is given, or refused once.
async function slowBook(t, path) {
    const page = await house.stranger(t), [name, value] = (await house.api()).cookie.split('=');
    await page.context().addCookies([{ name, value, url: house.server.url, httpOnly: true, sameSite: 'Lax' }]);
    let give, refused = 0;
    const given = new Promise((resolve) => { give = resolve; });
    await page.route('**/api/book', async (route) => {
        const answer = await given;
        return answer === 'refuse' && refused++ === 0 ? route.fulfill({ status: 500, body: '' }) : route.continue();
    });
    await page.goto(path);
    await page.waitForFunction(() => document.documentElement.classList.contains('running'));
    return { page, give };
}
const firstNow = async (page) => (await page.evaluate(() => window.__carnet.state()))?.first ?? '';

test('the first rows are there before the whole book, those of the address and of what is typed meanwhile', async (t) => {
    const api = await house.api(), tag = fresh('Lente').split(' ')[1];
    for (const word of ['Alpha', 'Béta']) await api.create({ legal_name: `${word} ${tag}` });
    const { page, give } = await slowBook(t, `/clients?q=${tag}`);
    await until(async () => await firstNow(page) === `Alpha ${tag}|Béta ${tag}`, 'before the book');
    await page.keyboard.press('/');
    await until(async () => await page.evaluate(() => document.activeElement.closest('#agent-host') !== null), 'the search');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(`beta ${tag}`);
    await until(async () => await firstNow(page) === `Béta ${tag}`, 'another question, still without the book');
    give('');
    await settle(page);
    assert.deepEqual(await rowNames(page), [`Béta ${tag}`]);
    await searchList(page, tag);
    assert.equal(await shown(page), 2);
});

test('a book that does not arrive is said, and asked for again on request', async (t) => {
    const api = await house.api(), { page, give } = await slowBook(t, '/clients');
    give('refuse');
    await seenText(page, 'La liste n’a pas pu être chargée en entier.');
    assert.notEqual(await firstNow(page), '', 'the first rows stay');
    await api.create({ legal_name: fresh('Entre-temps') });
    const { totals } = await api.get('/api/clients?limit=1');
    await clickNode(page, 'button', 'Réessayer');
    await gone(page, 'button', 'Réessayer');
    // The stream tells what came after the copy of the book that the server keeps.
    await until(async () => await shown(page) === totals.count, 'all of them');
    page.problems.length = 0;    // The refusal itself.
});

test('while others write: rows go where they belong, the cursor and the ticks stay with their clients, the figures follow', async (t) => {
    const api = await house.api('admin'), tag = fresh('Vivant').split(' ')[1], ids = {};
    for (const word of ['B', 'D', 'F']) ids[word] = await api.create({ legal_name: `${word} ${tag}`, state: 'active' });
    await api.post(`/api/clients/${ids.D}/projects`, { name: 'Un', budget_cents: 123400 });
    const page = await house.page(t, `/clients?q=${tag}`), all = await shown(await house.page(t));
    await until(async () => (await rowNames(page)).length === 3, 'three');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await seenText(page, /^1 sélectionné$/);
    await api.create({ legal_name: `A ${tag}`, state: 'prospect' });
    await api.change(ids.F, { legal_name: `C ${tag}` });
    await until(async () => (await rowNames(page)).join() === ['A', 'B', 'C', 'D'].map((word) => `${word} ${tag}`).join(), 'in their order');
    for (const words of ['4 clients', `sur ${all + 1}`, '3 actifs', '1 prospect']) await seenText(page, words);
    // In its row, and as the sum under the list.
    await until(async () => await page.locator('#mirror').getByText(/^1\s234\s€$/).count() >= 2, 'the sum');
    await seenText(page, /^1 sélectionné$/);
    // What is ticked is let go with another filter; the keyboard is still on its row.
    await page.keyboard.press('Enter');
    await until(() => page.url().includes(`/clients/${ids.D}`), 'the client under the cursor');
    await page.goBack();
    await searchList(page, `${tag} a`);
    await until(async () => !/sélectionné/.test(await textOf(page)), 'no tick stays unseen');
});
