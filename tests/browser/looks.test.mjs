// Names that look like code are only names; nothing breaks the content policy; dark theme, phone, English, large text.
// Pictures of the main screens are kept beside the build for people to look at; they are not compared.
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fresh, houseOf, rowNames, searchList, seen, seenText, settle, state, test, textOf } from './app.mjs';

const house = houseOf({ clients: 200 });
const build = process.env.CARNET_BUILD || fileURLToPath(new URL('../../.build', import.meta.url));

async function picture(page, name) {
    await settle(page);
    await mkdir(join(build, 'screenshots'), { recursive: true });
    await page.screenshot({ path: join(build, 'screenshots', name + '.png') });
}

const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

test('a client called <img onerror=…> is a client with a strange name, everywhere', async (t) => {
    const api = await house.api(), tag = fresh('x').split(' ')[1], name = `${attack} ${tag}`;
    const id = await api.create(
        { legal_name: name, memo: attack, notes: attack },
        { contacts: [{ contact: { first_name: attack.slice(0, 60), last_name: tag } }], addresses: [{ line1: attack, city: 'Sète', postal_code: '34200' }] },
    );
    const page = await house.page(t, '/clients');
    await searchList(page, tag);
    assert.equal((await rowNames(page))[0].split('|')[0].slice(0, 20), name.slice(0, 20));
    await page.goto(`/clients/${id}`);
    await seen(page, 'heading', name);
    assert.ok((await page.title()).includes('<img'), 'the title is text too');
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.insertText(tag);
    await settle(page);
    await page.keyboard.press('Escape');
    await page.goto(`/clients/${id}?tab=contacts`);
    await seenText(page, new RegExp(tag));
    await page.goto(`/clients/${id}?tab=history`);
    await settle(page);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator('#mirror img, #mirror script').count(), 0);
});

test('the page’s policy forbids code from elsewhere, and its documents are isolated', async (t) => {
    const page = await house.page(t, '/clients');
    assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
    const answer = await page.request.get('/clients');
    assert.doesNotMatch(answer.headers()['content-security-policy'], /unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
    assert.equal(answer.headers()['x-frame-options'], 'DENY');
    // An inline script that got in somehow would not run.
    await page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'window.inline = 1';
        document.body.append(script);
    });
    assert.equal(await page.evaluate(() => window.inline), undefined);
    await page.evaluate(() => { window.violations = []; });
    page.problems.length = 0;
});

const screens = async () => {
    const api = await house.api(), { rows } = await api.get('/api/clients?limit=1&sort=-value');
    return [['liste', '/clients'], ['fiche', `/clients/${rows[0].id}`], ['contacts', `/clients/${rows[0].id}?tab=contacts`],
        ['projets', `/clients/${rows[0].id}?tab=projects`], ['historique', `/clients/${rows[0].id}?tab=history`], ['nouveau', '/clients/new'],
        ['import', '/clients/import'], ['roles', '/settings/roles'], ['equipe', '/settings/team'], ['profil', '/settings/profile'], ['mots', '/settings/words']];
};
// Every screen says something, says nothing broken, and asks nothing twice.
async function look(page, list, suffix) {
    for (const [name, path] of list) {
        await page.goto(path);
        await page.waitForFunction(() => document.documentElement.classList.contains('running'));
        await picture(page, name + suffix);
        const text = await textOf(page);
        assert.ok(text.length > 80, `${path} says something: ${text}`);
        assert.doesNotMatch(text, /undefined|\bnull\b|\bNaN\b|\{\w+\}/, `${path}: ${/.*(undefined|null|NaN|\{\w+\}).*/.exec(text)?.[0]}`);
    }
}

test('every screen in light', async (t) => {
    await look(await house.page(t, '/clients', { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }), await screens(), '');
});

test('every screen in dark', async (t) => {
    const page = await house.page(t, '/clients', { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' });
    await look(page, (await screens()).slice(0, 8), '-sombre');
    const background = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('color-scheme') + document.documentElement.dataset.theme);
    assert.ok(background !== null);
});

test('on a phone', async (t) => {
    const page = await house.page(t, '/clients', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    assert.ok((await state(page)).shown > 0);
    await look(page, (await screens()).slice(0, 6), '-telephone');
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing sticks out');
});

test('in English: no French word is left on the main screens', async (t) => {
    const api = await house.api('manager'), before = api.me.user.language;
    const page = await house.page(t, '/clients', { as: 'manager', locale: 'en-GB' });
    await api.json('PATCH', '/api/profile', { fields: { language: { value: 'en', version: api.me.position } } }).catch(() => {});
    t.after(() => api.json('PATCH', '/api/profile', { fields: { language: { value: before, version: 1e12 } } }).catch(() => {}));
    await page.reload();
    await page.evaluate(() => window.__carnet.idle());
    const text = await textOf(page);
    if (!/Settings/.test(text)) return t.skip('the language is chosen in the application here');
    assert.doesNotMatch(text, /Paramètres|Rechercher|Trier|Nouveau client/);
});

test('sharp at 125 % and 200 %', async (t) => {
    for (const deviceScaleFactor of [1.25, 2]) {
        const page = await house.page(t, '/clients', { viewport: { width: 1280, height: 720 }, deviceScaleFactor });
        const size = await page.evaluate(() => { const c = document.getElementById('canvas'), box = c.getBoundingClientRect(); return [c.width / box.width, c.height / box.height]; });
        for (const ratio of size) assert.ok(Math.abs(ratio - deviceScaleFactor) < 0.02, `${ratio} pixels for one of CSS at ${deviceScaleFactor}`);
        await picture(page, `liste-${deviceScaleFactor * 100}`);
        await page.context().close();
    }
});
