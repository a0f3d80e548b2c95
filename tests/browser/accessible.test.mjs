// axe finds nothing serious or critical on the pages that stand before the team's program: sign-in, forgotten password
// (the contacts', too), links that no longer lead anywhere.
import { test } from './app.mjs';
import { accessible } from './axe.mjs';
import { mailHouse } from './mail_house.mjs';

// Without a mail server there is no form for a forgotten password.
const { house } = mailHouse();

test('axe finds nothing serious on the pages before the program', async (t) => {
    const page = await house.stranger(t);
    for (const path of ['/', '/reset', '/portal/reset', '/reset/' + 'x'.repeat(43), '/invite/' + 'x'.repeat(43)]) {
        await page.goto(path);
        await accessible(page, path);
    }
});
