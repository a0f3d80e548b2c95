// The portal as a contact of a client has it: what is downloaded, and how long a phone on a slow line takes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startBrowser } from '../browser/kit.mjs';
import { median } from './figures.mjs';
import { downloads } from './page.mjs';
import { Server } from './server.mjs';

// Of the demonstration.
const contact = { email: 'claire@fontaine.example', password: 'mistral-demonstration' };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2, locale: 'fr-FR', timezoneId: 'Europe/Paris' };
// "Fast 3G" of Chromium's developer tools until 2024: 1.6 and 0.75 Mbit/s less a tenth, 562.5 ms from question to answer.
const fast3g = { offline: false, latency: 562.5, downloadThroughput: 1.6e6 / 8 * 0.9, uploadThroughput: 0.75e6 / 8 * 0.9 };

async function withPortal(use) {
    const folder = mkdtempSync(join(process.env.CARNET_BUILD, 'bench-portal-'));
    let server, browser;
    try {
        execFileSync(process.env.CARNET_BIN, ['demo', '--clients', '200', '--data', folder], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 60_000 });
        server = await Server.start(folder);
        await server.firstAnswer('/healthz');
        browser = await startBrowser();
        return await use(server, browser);
    } finally {
        await browser?.close();
        await server?.stop();
        rmSync(folder, { recursive: true, force: true });
    }
}

const home = async (tab) => {
    await tab.waitForFunction(() => document.documentElement.classList.contains('running') && window.__carnet.frames() > 0, null, { polling: 20, timeout: 60_000 });
    await tab.locator('#mirror').getByRole('heading', { name: /Bonjour/ }).first().waitFor({ state: 'attached', timeout: 60_000 });
};
const enter = async (tab) => {
    await tab.locator('#login').waitFor({ state: 'visible', timeout: 60_000 });
    await tab.fill('#email', contact.email);
    await tab.fill('#password', contact.password);
    await tab.click('#login-button');
    await home(tab);
};

// Each with a profile of its own: the first visit signs in by the form, the second is still signed in.
const visit = async (server, browser) => {
    const context = await browser.newContext({ ...phone, baseURL: server.origin });
    try {
        const tab = await context.newPage(), cdp = await context.newCDPSession(tab);
        await cdp.send('Network.enable');
        await cdp.send('Network.emulateNetworkConditions', fast3g);
        const times = [];
        for (const arrive of [enter, home]) {
            const start = performance.now();
            await tab.goto('/portal', { waitUntil: 'commit', timeout: 60_000 });
            await arrive(tab);
            times.push((performance.now() - start) / 1000);
            await tab.evaluate(() => window.__carnet.idle());
            await tab.goto('about:blank');
        }
        return times;
    } finally {
        await context.close();
    }
};

let visits, loaded;
const visited = async () => visits ??= await withPortal(async (server, browser) => {
    const times = [];
    for (let i = 0; i < 3; ++i) times.push(await visit(server, browser));
    return times;
});
const download = async () => loaded ??= await withPortal(async (server, browser) => {
    const context = await browser.newContext({ ...phone, baseURL: server.origin }), tab = await context.newPage();
    return downloads(tab, async () => { await tab.goto('/portal'); await enter(tab); });
});
const list = (values) => values.map((value) => value.toFixed(1)).join(' ');

export const portalFigures = {
    async portal_code() {
        const { sizes, files } = await download();
        return { value: sizes.code / 1000, detail: files.code.join(', ') };
    },
    async portal_fonts() {
        const { sizes, files } = await download();
        return { value: sizes.fonts / 1000, detail: files.fonts.join(', ') };
    },
    async portal_first() {
        const times = (await visited()).map(([first]) => first);
        return { value: median(times), detail: `${list(times)} s, the form filled in at once` };
    },
    async portal_second() {
        const times = (await visited()).map(([, second]) => second);
        return { value: median(times), detail: `${list(times)} s, still signed in` };
    },
};
