// axe finds nothing serious or critical on the pages that stand before the team's program: sign-in, forgotten password,
// links that no longer lead anywhere.
import { houseOf, test } from './app.mjs';
import { accessible } from './axe.mjs';

const house = houseOf();

test('axe finds nothing serious on the pages before the program', async (t) => {
    const page = await house.stranger(t);
    for (const path of ['/', '/reset', '/reset/' + 'x'.repeat(43), '/invite/' + 'x'.repeat(43)]) {
        await page.goto(path);
        await accessible(page, path);
    }
});
