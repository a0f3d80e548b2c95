// The page's side of the bench: Debian's Chromium, driven over its own protocol.
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import { startBrowser } from '../browser/kit.mjs';
import { median, percentile } from './figures.mjs';
import { Trace, watchFrames } from './trace.mjs';
import { clients } from './server.mjs';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const viewport = { width: 1440, height: 900 };
const ms = (value) => `${value.toFixed(1)} ms`;
const list = (values) => values.map((value) => value.toFixed(value < 10 ? 1 : 0)).join(' ');

export class Page {
    static async open(server) {
        const page = new Page();
        page.server = server;
        page.browser = await startBrowser();
        await page.fresh();
        return page;
    }
    // A new profile: nothing kept, no compiled code, signed in.
    async fresh() {
        await this.context?.close();
        this.context = await this.browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' });
        const [name, value] = this.server.cookie.split('=');
        await this.context.addCookies([{ name, value, url: this.server.origin }]);
        await this.context.addInitScript(watchFrames);
        this.tab = await this.context.newPage();
        this.cdp = await this.context.newCDPSession(this.tab);
        await this.cdp.send('Network.enable');
    }
    // The list with the whole book, and nothing left to do.
    async openList(count = clients) {
        await this.tab.goto(this.server.origin + '/clients', { waitUntil: 'commit', timeout: 60_000 });
        await this.whole(count);
    }
    // Every client is shown (its filters and its place in the address are those of a fresh visit) and the book behind them is
    // there: the first rows come before it, and nothing is idle until it has arrived.
    async whole(all = clients) {
        await this.tab.waitForFunction((count) => window.__carnet?.state()?.shown >= count, all * 0.97, { timeout: 60_000, polling: 50 });
        await this.idle();
    }
    idle() { return this.tab.evaluate(() => window.__carnet.idle()); }
    state() { return this.tab.evaluate(() => window.__carnet.state()); }
    rect(name) { return this.tab.evaluate((which) => window.__carnet.rect(which), name); }
    frames() { return this.tab.evaluate(() => window.__carnet.frames()); }
    changes() { return this.tab.evaluate(() => window.__bench.changes); }
    async point(name) {
        const box = await this.rect(name);
        if (!box) throw new Error(`The page offers no rectangle “${name}”`);
        return [box.x + box.w / 2, box.y + box.h / 2];
    }
    async click(name) { await this.tab.mouse.click(...await this.point(name)); }
    async clear() {
        await this.click('filter');
        await this.tab.keyboard.press('Control+A');
        await this.tab.keyboard.press('Delete');
        await this.idle();
    }

    // Does something, and says what the main thread worked from the first of the events `types` until the frame that showed a
    // change was submitted.
    async measure(types, act) {
        await this.idle();
        const before = await this.changes();
        const trace = await Trace.start(this.cdp);
        await act();
        await this.tab.waitForFunction((count) => window.__bench.changes > count, before, { timeout: 2000 }).catch(() => {});
        await this.idle();
        await trace.stop();
        const event = trace.complete('EventDispatch').find(({ args }) => types.includes(args.data.type));
        if (!event) throw new Error(`No event ${types} in the trace`);
        // The first frame that changed what is seen; when nothing changes (sorting by the column in force), the first one.
        const change = (frame) => Math.max(...frame.marks.map(({ args }) => JSON.parse(args.data?.detail ?? args.detail ?? '{"changes":0}').changes));
        const after = trace.frames.filter((frame) => frame.ts + frame.dur > event.ts);
        const frame = after.find((one) => change(one) > before) || after[0];
        if (!frame) throw new Error('No frame in the trace');
        const end = frame.ts + frame.dur;
        return { ...trace.work(event.ts, end), latency: (end - event.ts) / 1000, changed: change(frame) > before };
    }
    async stop() { await this.browser.close(); }
}

const words = ['dupont', 'menuiserie', 'saint', 'garage', 'élec', 'bou', 'martin', 'plomb', 'le', 'vin'];

async function typing(page) {
    const first = [], all = [];
    for (let i = 0; i < 3; ++i) {
        await page.openList();        // Not reload(): what was typed stands in the address.
        await page.click('filter');
        first.push(await page.measure(['keydown'], () => page.tab.keyboard.press('m')));
    }
    for (const word of words) {
        await page.clear();
        for (const letter of word) {
            // No key of its own on Playwright's keyboard: it arrives as text, as from a dead key.
            const key = letter === 'é' ? [['input'], () => page.tab.keyboard.insertText(letter)] : [['keydown'], () => page.tab.keyboard.press(letter)];
            const result = await page.measure(...key);
            if (result.changed) all.push(result);
        }
    }
    await page.clear();
    return { first, all };
}

async function sorting(page) {
    const columns = ['name', 'reference', 'state', 'contact', 'projects', 'last_activity', 'value', 'owner', 'city', 'created'];
    const results = {};
    for (const column of columns) {
        if (!await page.rect(`sort:${column}`)) continue;
        results[column] = [];
        for (let i = 0; i < 4; ++i) results[column].push(await page.measure(['pointerdown', 'mousedown'], () => page.click(`sort:${column}`)));
    }
    await page.click('sort:name');
    return results;
}

async function scrolling(page) {
    await page.idle();
    await page.tab.mouse.move(...await page.point('body'));
    const trace = await Trace.start(page.cdp);
    for (let i = 0; i < 150; ++i) {
        // Not waited for one by one: the wheel turns while frames are drawn.
        await page.cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', x: 700, y: 500, deltaX: 0, deltaY: i % 50 < 40 ? 240 : -600 });
    }
    await page.idle();
    await trace.stop();
    const frames = trace.frames;
    const callbacks = frames.map((frame) => (frame.tdur ?? frame.dur) / 1000);
    // Everything since the frame before: events, the mirror, painting.
    const whole = frames.slice(1).map((frame, i) => trace.work(frames[i].ts + frames[i].dur, frame.ts + frame.dur).cpu);
    return { callbacks, whole };
}

async function timesToRows(page, count, prepare) {
    const times = [];
    for (let i = 0; i < count; ++i) {
        await prepare(i);
        await page.tab.waitForFunction(() => window.__bench.firstRows > 0, null, { timeout: 30_000, polling: 20 });
        times.push(await page.tab.evaluate(() => window.__bench.firstRows));
        await page.whole();
    }
    return times;
}
const reload = (page) => page.tab.reload({ waitUntil: 'commit' });

async function cold(page, count, slow) {
    await page.fresh();
    await page.openList();
    const times = await timesToRows(page, count, async () => {
        await page.cdp.send('Network.clearBrowserCache');
        await page.cdp.send('Network.emulateNetworkConditions', slow
            ? { offline: false, latency: 60, downloadThroughput: 12e6 / 8, uploadThroughput: 12e6 / 8 }
            : { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
        await reload(page);
    });
    await page.cdp.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    return times;
}

// Bytes of a real answer, as sent.
const download = (url) => new Promise((resolve, reject) => {
    get(url, { headers: { 'Accept-Encoding': 'br' } }, (answer) => {
        let bytes = 0;
        answer.on('data', (piece) => { bytes += piece.length; });
        answer.on('end', () => resolve({ bytes, encoding: answer.headers['content-encoding'] || 'plain' }));
    }).on('error', reject);
});

// What a tab asks for while `open` runs, as it would be sent.
export async function downloads(tab, open) {
    const asked = new Set();
    tab.on('request', (request) => { if (!new URL(request.url()).pathname.startsWith('/api/')) asked.add(request.url()); });
    await open();
    const sizes = { code: 0, fonts: 0, page: 0 }, files = { code: [], fonts: [], page: [] };
    for (const url of asked) {
        const { bytes, encoding } = await download(url), path = new URL(url).pathname;
        const kind = /\.(wasm|js)$/.test(path) ? 'code' : /\.(otf|ttf|woff2?)$/.test(path) ? 'fonts' : 'page';
        sizes[kind] += bytes;
        files[kind].push(`${path} ${Math.round(bytes / 1000)} KB ${encoding}`);
    }
    return { sizes, files };
}

// Megabytes that only this process has, without the pages of the browser's own program files, which are anybody's who
// runs it next.
function privateMemory(process) {
    let kilobytes = 0, anonymous = false;
    for (const line of readFileSync(`/proc/${process}/smaps`, 'utf8').split('\n')) {
        const mapping = /^[0-9a-f]+-[0-9a-f]+ \S+ \S+ \S+ (\d+)/.exec(line);
        if (mapping) anonymous = mapping[1] === '0';
        const part = anonymous && /^Private_(?:Clean|Dirty):\s+(\d+)/.exec(line);
        if (part) kilobytes += Number(part[1]);
    }
    return kilobytes / 1024;
}

async function rendererMemory(page) {
    await page.fresh();
    await page.openList();
    await page.click('filter');
    for (const letter of 'martin') await page.tab.keyboard.press(letter);
    await page.clear();
    await page.click('sort:name');
    await page.idle();
    await pause(2000);
    const session = await page.browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateMemory(id));
    const wasm = await page.tab.evaluate(() => window.__carnet.memory().wasm);
    return { private: Math.max(...sizes), wasm: wasm / 1048576 };
}

const wall = (results) => results.map((result) => result.wall);
let typed, loaded;

// Each figure takes an open Page.
export const pageFigures = {
    async keystroke(page) {
        typed ??= await typing(page);
        const values = wall([...typed.first, ...typed.all]);      // The first ones after loading count, too.
        return {
            value: median(values),
            detail: `${values.length} keys: 95 % within ${ms(percentile(values, 0.95))}, processor ${ms(median(typed.all.map((r) => r.cpu)))}, key to frame ${ms(median(typed.all.map((r) => r.latency)))}`,
        };
    },
    async first_keystroke(page) {
        typed ??= await typing(page);
        return { value: median(wall(typed.first)), detail: `${typed.first.length} loads: ${list(wall(typed.first))} ms, of the processor ${list(typed.first.map((r) => r.cpu))} ms` };
    },
    async sort(page) {
        const results = await sorting(page);
        const medians = Object.entries(results).map(([column, of]) => [column, median(wall(of)), of[0].wall]);
        if (medians.length === 0) throw new Error('No column offers sort:…');
        return {
            value: Math.max(...medians.map(([, value]) => value)),
            detail: 'median (first time) ' + medians.map(([column, value, once]) => `${column} ${value.toFixed(1)} (${once.toFixed(1)})`).join(', '),
        };
    },
    async scroll(page) {
        const { callbacks, whole } = await scrolling(page);
        return {
            value: percentile(callbacks, 0.95),
            detail: `${callbacks.length} frames, median ${ms(median(callbacks))}; with events, mirror and painting: median ${ms(median(whole))}, 95 % within ${ms(percentile(whole, 0.95))}`,
        };
    },
    async idle(page) {
        await page.idle();
        await pause(500);
        const before = await page.frames();
        await pause(5000);
        return { value: await page.frames() - before };
    },
    async reload_cold(page) {
        const times = await cold(page, 7, false);
        return { value: median(times) / 1000, detail: `${list(times)} ms` };
    },
    async reload_warm(page) {
        await page.fresh();
        await page.openList();
        for (let i = 0; i < 3; ++i) { await page.tab.reload(); await page.whole(); }      // The browser keeps compiled code now.
        const times = await timesToRows(page, 9, () => reload(page));
        return { value: median(times) / 1000, detail: `${list(times)} ms` };
    },
    async reload_slow(page) {
        const times = await cold(page, 5, true);
        return { value: median(times) / 1000, detail: `${list(times)} ms` };
    },
    async download_code(page) {
        await page.fresh();
        loaded ??= await downloads(page.tab, () => page.openList());
        return { value: loaded.sizes.code / 1000, detail: loaded.files.code.join(', ') };
    },
    async download_fonts(page) {
        await page.fresh();
        loaded ??= await downloads(page.tab, () => page.openList());
        return { value: loaded.sizes.fonts / 1000, detail: `${loaded.files.fonts.join(', ')}; beside them ${loaded.files.page.join(', ')}` };
    },
    async renderer_memory(page) {
        const sizes = await rendererMemory(page);
        return { value: sizes.private, detail: `of it ${sizes.wasm.toFixed(0)} MB memory of the program` };
    },
};
