// What Carnet exports and reads again changes nothing: names that look like formulas, numbers of overseas, people and words
// of the same name. And what an import leaves out is told, in the terminal as in the browser.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Server, carnet, workspace } from './kit.mjs';

const nasty = ['@mon.enseigne', '=1+1', '+33 tout', '-50 %', '\'=déjà', '\'\'@deux', '\'t Hooft', '"Guillemets" SARL', 'a;b', 'a,b\tc', 'Été à Œuilly', '=HYPERLINK("x";"y")',
    'NULL', 'null', '\'NULL', '#N/A', '(vide)', '-', 'n/a', '123.0', '0042'];
const phones = ['+33639981247', '+33639123456', '+262639123456', '+33692123456', '+262692123456', '+33612345678', '+33590123456', '+590690123456',
    '+32470123456', '+15145550123', '+33123456789;ext=12', '3631'];

// Clients with everything that could come back as something else.
async function fill(owner) {
    const two = [];
    for (const name of ['Même Mot, un', 'méme mot un', 'été', 'Été']) {
        const made = await owner.post('/api/tags', { name });
        if (made.status === 201) two.push(made.json.tag.id);
    }
    const first = (text) => text.slice(0, 40);
    for (const [i, text] of nasty.entries())
        await owner.create({ legal_name: text, trade_name: i % 2 ? text : null, notes: `${text}\nsuite; "vite"\n- fin`, memo: text, tag_ids: two.slice(i % 3),
            reference: `${text.slice(0, 12)}é${i}` },
        { contacts: [{ contact: { first_name: first(text), last_name: 'De La Tour', phone: phones[i % phones.length] } },
            { contact: { first_name: first(text), last_name: 'De La Tour', email: `second${i}@x.example` } }],
        addresses: [{ line1: text, line2: text, city: 'L\'Été', postal_code: '01000' }] });
    for (const [i, phone] of phones.entries())
        await owner.create({ kind: 'person', first_name: i % 2 ? '' : 'Jean Marie', last_name: 'LE GOFF du Pré', phone, state: 'inactive' },
            { contacts: [{ contact: { last_name: '=Seul', mobile: phone } }] });
    await owner.create({ trade_name: '@sans-raison', legal_name: 'Raison' });
    await owner.create({ legal_name: 'Deux fois', siren: '552100554', email: 'ici@la.example' });
    await owner.create({ legal_name: 'Deux fois', siren: '552100554', email: 'ici@la.example' });
}

test('an export of the whole workspace comes back as nothing at all', { timeout: 300_000 }, async () => {
    const folder = await workspace(2000);
    const server = await Server.start(folder);
    const owner = await server.signIn('karim@mistral.example');
    await fill(owner);
    const position = await owner.position(), all = (await owner.find('')).totals.count;
    for (const language of ['fr', 'en']) {
        const headers = { 'Accept-Language': language };
        assert.equal((await owner.change('/api/profile', { language })).status, 200);
        const before = await owner.position();
        const { bytes, text } = await owner.get('/api/export?format=csv', headers);
        for (const formula of ['@mon.enseigne', '=1+1', '+33 tout', '-50 %', "'=déjà"])
            assert.ok(text.includes(`"'${formula}`) && !text.includes(`,${formula}`) && !text.includes(`;${formula}`), `${formula} is guarded`);
        const sent = await owner.send('POST', '/api/imports?name=retour.csv', bytes, { 'Content-Type': 'text/csv', ...headers });
        assert.equal(sent.status, 201, sent.text);
        const mapping = Object.fromEntries(sent.json.columns.map((column, i) => [i, column.suggested]));
        const dry = await owner.post(`/api/imports/${sent.json.id}/plan`, { mapping }, headers);
        const { create, update, unchanged, refused } = dry.json;
        const odd = [];
        for (const only of ['create', 'update', 'refused'])
            odd.push(...(await owner.post(`/api/imports/${sent.json.id}/plan`, { mapping, only, limit: 8 }, headers)).json.rows);
        assert.deepEqual({ create, update, refused, unchanged }, { create: 0, update: 0, refused: 0, unchanged: all }, JSON.stringify(odd, null, 1));
        assert.ok(dry.json.rows.every((row) => row.cells.length === 0), JSON.stringify(dry.json.rows.filter((row) => row.cells.length)));
        const applied = await owner.post(`/api/imports/${sent.json.id}/apply`, {}, headers);
        assert.equal(applied.status, 200, applied.text);
        assert.equal(await owner.position(), before, 'the journal did not move');
    }
    assert.ok(position > 0);
    await server.stop();
    const file = join(folder, 'tout.csv');
    assert.equal((await carnet('export', file, '--data', folder)).code, 0);
    const again = await carnet('import', file, '--yes', '--data', folder);
    assert.match(again.stdout, new RegExp(`0 à créer, 0 à modifier, ${all} inchangées, 0 refusées, cellules laissées de côté\u00a0: 0`), again.stdout.slice(-600));
    const after = join(folder, 'encore.csv');
    assert.equal((await carnet('export', after, '--data', folder)).code, 0);
    assert.equal(readFileSync(after, 'utf8'), readFileSync(file, 'utf8'));
});

test('the terminal tells each cell that is left out, with its line and why, and counts them', async () => {
    const folder = await workspace(20);
    const file = join(folder, 'abîmé.csv');
    const lines = ['Société;E-mail;Ville;Notes', 'Bonne;bonne@x.example;Vannes;rien', 'Mauvaise;pas-une-adresse;Vannes;rien', 'Nu\u0000lle;nulle@x.example;Vannes;rien',
        'Moitié;m@x.example;Van\u0000nes;rien'];
    writeFileSync(file, lines.join('\n') + '\n');
    const dry = await carnet('import', file, '--data', folder);
    assert.equal(dry.code, 0, dry.stderr);
    assert.match(dry.stdout, /ligne 3, colonne «\u00a0E-mail\u00a0»\u00a0: .*@/);
    assert.match(dry.stdout, /ligne 4\u00a0: .*Raison sociale.*nul/);
    assert.match(dry.stdout, /ligne 5, colonne «\u00a0Ville\u00a0»\u00a0: .*nul/);
    assert.match(dry.stdout, /3 à créer, 0 à modifier, 0 inchangées, 1 refusées, cellules laissées de côté\u00a0: 2/);
    const many = join(folder, 'beaucoup.csv');
    writeFileSync(many, 'Société;E-mail\n' + Array.from({ length: 50 }, (_, i) => `Nom ${i};mauvais\n`).join(''));
    const told = (await carnet('import', many, '--yes', '--data', folder)).stdout;
    assert.equal(told.match(/ligne \d+, colonne/g).length, 20, told);
    assert.match(told, /… et 30 autres/);
    assert.match(told, /laissées de côté\u00a0: 50/);
    assert.equal((await carnet('check', '--data', folder)).code, 0);
});
