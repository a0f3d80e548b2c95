// Names that look like code are only names; nothing breaks the content policy; dark theme, phone, English, large text.
// Pictures of the main screens are kept beside the build for people to look at; they are not compared.
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile } from 'node:fs/promises';
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

// Tells whether a line is a text of the catalogue that is not the same in English; names in {braces} may be anything.
async function frenchTexts() {
    const root = fileURLToPath(new URL('../../shared', import.meta.url)), french = new Map(), english = new Set();
    const piece = '((?:"(?:[^"\\\\]|\\\\.)*"\\s*)+)', pair = new RegExp(`\\{\\s*${piece},\\s*${piece}\\}`, 'g');
    const plain = (literals) => [...literals.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join('')
        .replace(/\\u([0-9A-Fa-f]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16))).replace(/\\"/g, '"');
    for (const file of await readdir(root, { recursive: true })) {
        if (!/^(texts|domain|schema)\/.*\.hpp$/.test(file)) continue;
        for (const [, fr, en] of (await readFile(join(root, file), 'utf8')).matchAll(pair)) {
            english.add(plain(en));
            if (plain(fr) !== plain(en)) french.set(plain(fr), plain(en));
        }
    }
    for (const same of english) french.delete(same);
    const exact = new Set(), patterns = [];
    for (const text of french.keys()) {
        const parts = text.split(/\{\w+\}/), longest = parts.reduce((a, b) => (b.length > a.length ? b : a));
        // What is only a name with a sign around it says nothing about the language.
        if (!/\p{L}{3}/u.test(longest)) continue;
        if (parts.length === 1) exact.add(text);
        else patterns.push({ longest, whole: new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`, 'u') });
    }
    assert.ok(exact.size + patterns.length > 500, `the catalogue was read: ${exact.size} and ${patterns.length} texts`);
    // `rest`: the line without what people wrote.
    return (line, rest) => exact.has(line) || patterns.some(({ longest, whole }) => rest.includes(longest) && whole.test(rest));
}
// Words that no English sentence has, also in the middle of a line that is put together from several texts.
const frenchWords = /(?<!\p{L})(?:le|la|les|des|du|une|aux|avec|pour|dans|sur|sans|par|vous|votre|aucun|aucune|client depuis|dossiers?|tâches?|jalons?|livrables?|équipe|réinitialiser|rechercher|paramètres|enregistrer|annuler|ajouter|supprimer|modifier|propriétaire|membre|échéance|hier|aujourd’hui|janv\.|févr\.|juin|juil\.|août|déc\.)(?!\p{L})/iu;

// A page of somebody who works in English, and a look at what it says.
async function inEnglish(t) {
    const api = await house.api('admin'), french = await frenchTexts(), before = api.me.user.language;
    const speak = async (language) => {
        const { position } = await api.get('/api/session');
        await api.json('PATCH', '/api/profile', { fields: { language: { value: language, version: position } } });
    };
    await speak('en');
    t.after(() => speak(before));
    const { rows } = await api.get('/api/clients?q=Ateliers%20Fontaine&limit=1'), of = `/api/clients/${rows[0].id}`, sheet = await api.get(of);
    const contact = sheet.contacts[0].contact.id, project = sheet.projects[0].id;
    // What people wrote is French here: names, notes, words of the workspace. It is taken away before looking.
    const data = new Set();
    const take = (value) => {
        if (typeof value === 'string' && /\p{L}/u.test(value)) value.split('\n').forEach((line) => data.add(line.trim()));
        else if (value && typeof value === 'object') Object.values(value).forEach(take);
    };
    for (const path of ['/api/clients?limit=500', '/api/words', '/api/users', '/api/workspace', '/api/journal', '/api/projects?limit=200', `/api/projects/${project}`,
        of, `${of}/timeline`, `${of}/history`, `${of}/messages`, `${of}/documents?folder=0`, `${of}/documents/rights`, '/api/search?q=fontaine'])
        take(await api.get(path));
    const said = [...data].filter((line) => line.length > 2).sort((a, b) => b.length - a.length);
    const page = await house.page(t, '/clients', { as: 'admin', locale: 'en-GB', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    const check = async (what) => {
        await settle(page);
        const lines = (await textOf(page)).split('\n').map((line) => line.trim()).filter(Boolean), left = [];
        assert.ok(lines.length > 10, `${what} says something`);
        for (const line of new Set(lines)) {
            if (data.has(line)) continue;
            const rest = said.reduce((words, one) => (words.includes(one) ? words.replaceAll(one, '·') : words), line);
            if (french(line, rest) || frenchWords.test(rest)) left.push(line);
        }
        assert.deepEqual(left, [], `${what} is in English`);
    };
    const visit = async (path) => {
        // As the browser's own arrows do it: loading the program anew for each screen would take minutes.
        await page.evaluate((to) => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate', { state: null })); }, path);
        await settle(page);
        assert.equal(await page.evaluate(() => location.pathname + location.search), path);
        await check(path);
    };
    return { page, check, visit, client: `/clients/${rows[0].id}`, contact, project };
}

test('in English: no French word is left on the list, the activity and the contacts', async (t) => {
    const { check, visit, client, contact } = await inEnglish(t);
    await check('/clients');
    for (const more of ['', '?tab=contacts', `?tab=contacts&contact=${contact}`, '?tab=history']) await visit(client + more);
});

test('in English: no French word is left on projects, documents and messages of a client', async (t) => {
    const { visit, client } = await inEnglish(t);
    for (const tab of ['projects', 'documents', 'documents&show=rights', 'documents&show=bin', 'messages']) await visit(`${client}?tab=${tab}`);
});

test('in English: no French word is left on projects, forms, settings and the palette', async (t) => {
    const { page, check, visit, project } = await inEnglish(t);
    for (const path of ['/projects', `/projects/${project}`, '/clients/new', '/clients/import']) await visit(path);
    for (const name of ['organisation', 'team', 'roles', 'words', 'mails', 'journal', 'profile']) await visit(`/settings/${name}`);
    await page.keyboard.press('Control+k');
    await seen(page, 'dialog', 'Search or run a command');
    await check('the empty palette');
    await page.keyboard.insertText('fontaine');
    await check('the palette');
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
