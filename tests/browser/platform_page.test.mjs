// The page around the application: drawing on demand, sizes, context loss, places, keys left to the browser, the mirror.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { byRole, clickNode, consoleErrors, frames, newPage, running, scene, settle, signIn, startBrowser, state } from './kit.mjs';
import { FIELD, openForm } from './form_fields.mjs';

let page, end, server, browser;
before(async () => { ({ page, end, server, browser } = await scene()); });
after(() => end?.());

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test('the hooks are there and describe the last frame', async () => {
    assert.ok(await frames(page) > 0);
    assert.match((await state(page)).place, /^\//);
    assert.ok((await page.evaluate(() => window.__carnet.memory())).wasm > 1e6);
    assert.equal(await page.evaluate(() => window.__carnet.rect('no such thing')), null);
});

test('nothing is drawn while nothing happens', async () => {
    await page.mouse.move(5, 895);
    await settle(page);
    await pause(700);
    const before = await frames(page);
    await pause(3000);
    assert.equal(await frames(page) - before, 0);
});

test('one key costs few frames', async () => {
    await settle(page);
    const before = await frames(page);
    await page.keyboard.press('F2');
    await settle(page);
    assert.ok(await frames(page) - before <= 5, `${await frames(page) - before} frames`);
});

test('the lost context comes back with the same picture', async () => {
    await page.mouse.move(5, 895);
    await settle(page);
    const before = await page.screenshot();
    await page.evaluate(() => {
        window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
        window.lost.loseContext();
    });
    await pause(200);
    await page.evaluate(() => window.lost.restoreContext());
    await pause(300);
    await settle(page);
    assert.ok(before.equals(await page.screenshot()), 'the picture differs');
    assert.equal(await page.locator('#lost').isVisible(), false);
});

test('a context that stays away is said, with a way out', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner);
    await other.evaluate(() => document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
    await other.locator('#lost').waitFor({ state: 'visible' });
    assert.match(await other.locator('#lost').innerText(), /Affichage interrompu/);
    await other.evaluate(() => { window.samePage = true; });
    await other.click('#lost-reload');
    await other.waitForFunction(() => !window.samePage);
    await running(other);
    assert.equal(await other.locator('#lost').isVisible(), false);
    await other.context().close();
});

test('back and forward stay in the same program', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner, '/clients');
    await other.evaluate(() => { window.sameProgram = true; });
    const first = (await state(other)).place;
    await openForm(other);
    const second = (await state(other)).place;
    assert.notEqual(second, first);
    await other.goBack();
    await settle(other);
    assert.equal((await state(other)).place, first);
    await other.goForward();
    await settle(other);
    assert.equal((await state(other)).place, second);
    assert.equal(await other.evaluate(() => window.sameProgram), true);
    await other.context().close();
});

test('a reload keeps place and person', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner, '/clients');
    await openForm(other);
    const place = (await state(other)).place;
    await other.reload();
    await running(other);
    assert.equal((await state(other)).place, place);
    assert.equal(await other.locator('#login').isVisible(), false);
    await other.context().close();
});

test('the browser’s keys are not prevented, ours are', async () => {
    const prevented = (init) => page.evaluate((options) => {
        const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...options });
        document.activeElement.dispatchEvent(event);
        return event.defaultPrevented;
    }, init);
    for (const options of [{ key: 'F5' }, { key: 'r', ctrlKey: true }, { key: '+', ctrlKey: true }, { key: 'F12' }, { key: 'ArrowLeft', altKey: true }])
        assert.equal(await prevented(options), false, JSON.stringify(options));
    for (const options of [{ key: 's', ctrlKey: true }, { key: 'z', ctrlKey: true }, { key: 'F6' }])
        assert.equal(await prevented(options), true, JSON.stringify(options));
    await page.keyboard.press('Escape');
    await settle(page);
});

test('Ctrl and the wheel belong to the browser, the wheel alone to us', async () => {
    const prevented = (ctrlKey) => page.evaluate((ctrl) => {
        const event = new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 100, ctrlKey: ctrl, clientX: 300, clientY: 300 });
        document.getElementById('canvas').dispatchEvent(event);
        return event.defaultPrevented;
    }, ctrlKey);
    assert.equal(await prevented(true), false);
    assert.equal(await prevented(false), true);
});

test('the focus is on the mirror, and on a field of the browser while one is edited', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner);
    assert.equal(await other.evaluate(() => document.activeElement.id), 'mirror');
    await openForm(other);
    await clickNode(other, 'textbox', FIELD);
    assert.equal(await other.evaluate(() => document.activeElement.id), 'agent-1l');
    assert.equal(await other.evaluate(() => document.activeElement.getAttribute('aria-label')), FIELD);
    assert.equal(await byRole(other, 'textbox', FIELD).count(), 1, 'the field is spoken for once');
    await other.context().close();
});

for (const ratio of [1, 1.1, 1.5, 2]) {
    test(`the canvas has the pixels of the screen at ${ratio}`, async () => {
        const sharp = await startBrowser({ flags: [`--force-device-scale-factor=${ratio}`] });
        try {
            const other = await newPage(sharp, { url: server.url, viewport: null });
            await signIn(other, server.people.owner);
            const found = await other.evaluate(() => {
                const canvas = document.getElementById('canvas'), box = canvas.getBoundingClientRect();
                return { ratio: devicePixelRatio, w: canvas.width, h: canvas.height, boxW: box.width, boxH: box.height, stage: document.getElementById('stage').clientWidth };
            });
            assert.ok(Math.abs(found.ratio - ratio) < 0.001);
            assert.ok(Math.abs(found.w - found.boxW * ratio) < 0.01, JSON.stringify(found));
            assert.ok(Math.abs(found.h - found.boxH * ratio) < 0.01, JSON.stringify(found));
            assert.ok(Math.abs(found.w - found.stage * ratio) <= 1);
        } finally {
            await sharp.close();
        }
    });
}

test('a window that changes its size is drawn at once', async () => {
    // The window's new size arrives with the browser's next picture.
    const drawnAt = (width, height) => page.waitForFunction(([w, h]) => {
        const canvas = document.getElementById('canvas');
        return canvas.width === w && canvas.height === h && window.__carnet.frames() > window.framesBefore;
    }, [width, height]);
    await page.evaluate(() => { window.framesBefore = window.__carnet.frames(); });
    await page.setViewportSize({ width: 1000, height: 700 });
    await drawnAt(1000, 700);
    await page.setViewportSize({ width: 1440, height: 900 });
    await drawnAt(1440, 900);
    await settle(page);
});

test('printing says where printing is', async () => {
    const pdf = await page.pdf();
    assert.ok(pdf.length > 1000);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('#print-notice').isVisible(), true);
    assert.equal(await page.locator('#stage').isVisible(), false);
    await page.emulateMedia({ media: null });
});

test('a broken program says so, and offers to start again', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner);
    await openForm(other);
    await other.evaluate(() => setTimeout(() => Module['_app_crash_for_test'](), 0));
    await other.locator('#crash').waitFor({ state: 'visible' });
    assert.match(await other.locator('#crash').innerText(), /Une erreur est survenue/);
    assert.equal(await other.evaluate(() => document.activeElement.id), 'crash-reload');
    await other.click('#crash-copy');
    const build = await other.getAttribute('body', 'data-build'), report = await other.inputValue('#crash-report');
    assert.ok(report.startsWith(build) && /Chrome/.test(report) && /RuntimeError|unreachable|abort/.test(report), report);
    assert.match(report, /\/clients\/new/, 'where it was');
    assert.equal(await other.evaluate(() => getSelection().toString() || document.activeElement.value), report, 'it is marked, to be copied');
    await other.click('#crash-reload');
    await running(other);
    assert.equal(await other.locator('#crash').isVisible(), false);
    await other.context().close();
});

test('a program that breaks outside a call says so too, by an error or a rejected promise', async () => {
    for (const way of ['error', 'promise']) {
        const other = await newPage(browser, { url: server.url });
        await signIn(other, server.people.owner);
        await other.evaluate((kind) => {
            const broken = new WebAssembly.RuntimeError('memory access out of bounds');
            setTimeout(() => { if (kind === 'error') throw broken; Promise.reject(broken); }, 0);
        }, way);
        await other.locator('#crash').waitFor({ state: 'visible' });
        await other.context().close();
    }
});

test('what fails outside the program does not stop it', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner);
    await other.evaluate(() => setTimeout(() => { throw new Error('of an extension'); }, 0));
    await other.keyboard.press('?');
    await byRole(other, 'dialog', 'Aide et raccourcis').waitFor({ state: 'attached' });
    assert.equal(await other.locator('#crash').isVisible(), false);
    await other.context().close();
});

// After an upgrade the page that a browser kept names files that are gone. `gone`: how many requests for it fail.
async function upgraded(kind, gone) {
    const other = await newPage(browser, { url: server.url });
    let missing = 0;
    const file = (url) => kind === 'program' ? url.pathname.endsWith('.wasm') : /staff\.\w+\.js$/.test(url.pathname);
    await other.route(file, (route) => missing < gone ? (++missing, route.fulfill({ status: 404, body: '' })) : route.continue());
    return { other, again: (count) => { gone = missing + count; }, missing: () => missing };
}
for (const kind of ['program', 'script']) {
    test(`a page older than the server, whose ${kind} is gone, loads the new one by itself, each time; a file that stays away is said`, async () => {
        const { other, again, missing } = await upgraded(kind, 1);
        await other.goto('/');
        await other.waitForFunction(() => performance.getEntriesByType('navigation')[0]?.type === 'reload');
        await signIn(other, server.people.owner);
        assert.equal(missing(), 1);
        assert.equal(await other.locator('#crash').isVisible(), false);
        // The next upgrade of the same tab.
        again(1);
        await other.reload().catch(() => {});
        await running(other);
        assert.equal(missing(), 2);
        again(1000);
        await other.reload().catch(() => {});
        await other.locator('#crash').waitFor({ state: 'visible' });
        assert.ok(missing() <= 5, 'not again and again');
        await other.context().close();
    });
}

test('a program whose connection breaks is said', async () => {
    const cut = await newPage(browser, { url: server.url });
    await cut.route('**/*.wasm', (route) => route.abort('connectionreset'));
    await cut.goto('/');
    await cut.locator('#crash').waitFor({ state: 'visible' });
    await cut.context().close();
});

test('a browser that cannot run the program is told so', async () => {
    const old = await newPage(browser, { url: server.url });
    await old.addInitScript(() => { delete window.WebAssembly; });
    await old.goto('/');
    await old.locator('#unsupported').waitFor({ state: 'visible' });
    assert.match(await old.locator('#unsupported').innerText(), /WebAssembly/);
    await old.context().close();
});

test('a tab that is hidden draws nothing, and what changed when it comes back', async () => {
    const turn = (state) => page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }, state);
    await settle(page);
    await turn('hidden');
    const before = await frames(page);
    await page.mouse.move(400, 400);
    await page.mouse.move(500, 500);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    assert.equal(await frames(page), before);
    await turn('visible');
    await page.waitForFunction((n) => window.__carnet.frames() > n, before);
    await settle(page);
});

test('a wheel that counts lines scrolls by lines, right and middle button keep their meaning, our menu is the only one', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner, '/clients');
    const box = await other.evaluate(() => window.__carnet.rect('body'));
    await other.mouse.move(box.x + 200, box.y + 200);
    await other.evaluate(([x, y]) => document.getElementById('canvas').dispatchEvent(
        new WheelEvent('wheel', { bubbles: true, cancelable: true, deltaY: 30, deltaMode: 1, clientX: x, clientY: y })), [box.x + 200, box.y + 200]);
    await settle(other);
    assert.ok((await state(other)).top >= 10, String((await state(other)).top));
    await other.evaluate(() => addEventListener('contextmenu', (event) => { window.ours = event.defaultPrevented; }, { once: true }));
    await other.mouse.click(box.x + 200, box.y + 200, { button: 'right' });
    await other.waitForFunction(() => window.ours === true);
    await settle(other);
    assert.equal(new URL(other.url()).pathname, '/clients');
    const link = byRole(other, 'link', 'Projets').first();
    const [tab] = await Promise.all([other.context().waitForEvent('page'), link.click({ button: 'middle', force: true })]);
    await tab.waitForURL(/\/projects/);
    assert.equal(new URL(other.url()).pathname, '/clients', 'this one stays');
    await tab.close();
    await other.evaluate(() => { window.samePage = true; });
    await link.click({ force: true });
    await other.waitForURL(/\/projects/);
    assert.equal(await other.evaluate(() => window.samePage), true, 'a plain click stays in the program');
    await other.context().close();
});

test('an open page follows the system’s light, dark and contrast; a theme that was chosen stays, after a reload, too', async () => {
    const other = await newPage(browser, { url: server.url, colorScheme: 'light' });
    await signIn(other, server.people.owner, '/settings/profile');
    const theme = async () => { await settle(other); return other.evaluate(() => document.documentElement.dataset.theme); };
    const picture = async () => { await other.mouse.move(5, 895); await settle(other); return other.screenshot(); };
    assert.equal(await theme(), 'light');
    const plain = await picture();
    await other.emulateMedia({ colorScheme: 'dark' });
    await other.waitForFunction(() => document.documentElement.dataset.theme === 'dark');
    await other.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await other.waitForFunction(() => document.documentElement.dataset.theme === 'light');
    assert.ok(!plain.equals(await picture()), 'stronger lines');
    await other.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await clickNode(other, 'radio', 'Sombre');
    assert.equal(await theme(), 'dark');
    await other.reload();
    await running(other);
    assert.equal(await theme(), 'dark');
    await clickNode(other, 'radio', 'Comme le système');
    assert.equal(await theme(), 'light');
    await other.context().close();
});

test('the letters of a search are one place, which a reload keeps; none but places and links are opened', async () => {
    const other = await newPage(browser, { url: server.url });
    await signIn(other, server.people.owner, '/clients');
    const before = await other.evaluate(() => history.length);
    await other.keyboard.press('/');
    await settle(other);
    for (const letter of ['f', 'o', 'n']) { await other.keyboard.type(letter); await settle(other); }
    await other.waitForURL(/q=fon/);
    assert.equal(await other.evaluate(() => history.length), before);
    await other.keyboard.type('t');
    await other.waitForURL(/q=font/);
    await other.reload();
    await running(other);
    assert.match((await state(other)).place, /q=font/);
    const opened = await other.evaluate(() => {
        const seen = [];
        window.open = (url) => seen.push(url);
        for (const url of ['javascript:alert(1)', '//elsewhere.example', 'https://carnet.example', '/clients/1', 'tel:+33261914012']) carnet.nav.open(url);
        return seen;
    });
    assert.deepEqual(opened, ['https://carnet.example', '/clients/1', 'tel:+33261914012']);
    await other.context().close();
});

test('nothing of this broke a rule of the page', async () => {
    await settle(page);
    assert.deepEqual(await consoleErrors(page), []);
});
