// axe-core on whatever a page shows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

// What axe calls serious or critical. The page's own policy forbids foreign scripts: axe is put in by the driver.
export async function findings(page) {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    const bad = violations.filter((one) => ['serious', 'critical'].includes(one.impact));
    return bad.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}

export async function accessible(page, what) {
    assert.deepEqual(await findings(page), [], what);
}
