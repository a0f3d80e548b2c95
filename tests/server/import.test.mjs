// Import and export: real files in, a dry run that says all, one action that is undone whole, and files out again.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Server, carnet, serve, workspace } from './kit.mjs';

const data = (name) => readFileSync(new URL(`../data/${name}`, import.meta.url));
const sirene = process.env.CARNET_SIRENE ?? new URL('../../../shared/data/organisations-sirene.csv', import.meta.url).pathname;

let server, admin;
before(async (t) => {
    server = await serve(t);
    admin = await server.signIn('camille@mistral.example');
});

const send = async (bytes, name) => {
    const answer = await admin.send('POST', `/api/imports?name=${encodeURIComponent(name)}`, bytes, { 'Content-Type': 'text/csv' });
    assert.equal(answer.status, 201, answer.text);
    return answer.json;
};
const suggested = (upload) => Object.fromEntries(upload.columns.map((column, i) => [i, column.suggested]));
const plan = (upload, more = {}) => admin.post(`/api/imports/${upload.id}/plan`, { mapping: suggested(upload), ...more });

for (const [name, encoding, separator] of [['clients-windows-1252.csv', 'Windows-1252', ';'], ['clients-tab.tsv', 'UTF-8', '\t'], ['clients-comma.csv', 'UTF-8', ',']])
    test(`${name} is read with its accents, imported and taken back`, async () => {
        const upload = await send(data(name), name);
        assert.deepEqual([upload.encoding, upload.separator], [encoding, separator]);
        const dry = await plan(upload);
        assert.equal(dry.status, 200, dry.text);
        assert.deepEqual([dry.json.create, dry.json.refused], [2, 2], JSON.stringify(dry.json.rows));
        const refused = dry.json.rows.find((row) => row.action === 'refused');
        assert.ok(refused.error.length > 0);
        const before = (await admin.find('')).totals.count;
        const applied = await admin.post(`/api/imports/${upload.id}/apply`);
        assert.equal(applied.status, 200, applied.text);
        assert.equal((await admin.find('')).totals.count, before + 2);
        const row = (await admin.find('q=' + encodeURIComponent('crêperie'))).rows[0];
        assert.equal(row.name, 'Crêperie de l’Étang');
        assert.equal(row.city, 'Guérande');
        assert.equal(row.contact_name, 'Maëlle Le Goff');
        const csv = await admin.get(`/api/imports/${upload.id}/refused`);
        assert.match(csv.text, /^\uFEFF/);
        assert.ok(csv.text.includes('sans-nom'), csv.text);
        const again = await plan(upload);
        assert.equal(again.json.create, 0, JSON.stringify(again.json.rows));
        const undone = await admin.post('/api/undo', { action: applied.json.action });
        assert.equal(undone.status, 200, undone.text);
        assert.equal((await admin.find('')).totals.count, before);
    });

test('existing clients are updated cell by cell, and get their old values back', async () => {
    const client = await admin.create({ legal_name: 'Déjà Là SARL', siren: '552100554', email: 'vieux@la.example', notes: 'garde' });
    const upload = await send('SIREN;Raison sociale;E-mail\n552 100 554;Déjà Là SARL;neuf@la.example\n', 'maj.csv');
    const dry = (await plan(upload, { match: ['siren'] })).json;
    assert.deepEqual([dry.create, dry.update], [0, 1]);
    assert.deepEqual(dry.rows[0].cells.map((c) => [c.column, c.old, c.new]), [['email', 'vieux@la.example', 'neuf@la.example']]);
    const applied = (await admin.post(`/api/imports/${upload.id}/apply`)).json;
    const read = async () => (await admin.get(`/api/clients/${client.id}`)).json.client;
    assert.deepEqual([(await read()).email, (await read()).notes], ['neuf@la.example', 'garde']);
    assert.equal((await admin.post('/api/undo', { action: applied.action })).status, 200);
    assert.equal((await read()).email, 'vieux@la.example');
});

test('an upload belongs to its sender, and needs a dry run first', async () => {
    const upload = await send('Raison sociale\nÀ moi\n', 'x.csv');
    const owner = await server.signIn('karim@mistral.example');
    assert.equal((await owner.post(`/api/imports/${upload.id}/plan`, { mapping: { 0: 'legal_name' } })).status, 404);
    assert.equal((await owner.post(`/api/imports/${upload.id}/apply`)).status, 404);
    assert.equal((await admin.post(`/api/imports/${upload.id}/apply`)).status, 409);
    for (const mapping of [{ 7: 'legal_name' }, { x: 'legal_name' }, { 0: 'nonsense' }, { 0: 7 }, 'x'])
        assert.equal((await admin.post(`/api/imports/${upload.id}/plan`, { mapping })).status, 422, JSON.stringify(mapping));
    const manager = await server.signIn('lea@mistral.example');
    assert.equal((await manager.send('POST', '/api/imports', 'a;b', { 'Content-Type': 'text/csv' })).status, 403);
});

test('CSV opens in a spreadsheet: mark, semicolons, real amounts, no formulas', async () => {
    await admin.create({ legal_name: '=HYPERLINK("http://evil.example")', notes: '+33 à rappeler; "vite"\nsuite' });
    const { text, headers } = await admin.get('/api/export?format=csv');
    assert.match(headers.get('content-disposition'), /attachment; filename="clients-\d{4}-\d\d-\d\d\.csv"/);
    assert.ok(text.startsWith('\uFEFFNom du client;'), text.slice(0, 50));
    assert.ok(text.includes(`"'=HYPERLINK(""http://evil.example"")"`), 'a formula is text');
    assert.ok(text.includes('84200,00'), 'amounts with a decimal comma');
    assert.ok(text.includes('Ateliers Fontaine') && text.includes('Décideur'));
    const filtered = (await admin.get('/api/export?format=csv&q=CL-00398')).text.trim().split('\r\n');
    assert.equal(filtered.length, 2);
});

test('exports tell the time of France, summer and winter, unless the environment names another zone', async (t) => {
    const moments = { Été: ['2026-07-01T22:30:00Z', '2026-07-02 00:30', '2026-07-01 18:30'], Hiver: ['2026-01-31T23:15:00Z', '2026-02-01 00:15', '2026-01-31 19:15'] };
    for (const [zone, at] of [[undefined, 1], ['America/Guadeloupe', 2]]) {
        const server = await serve(t, 20, { TZ: zone }), lea = await server.signIn('lea@mistral.example');
        for (const [word, [happened_at]] of Object.entries(moments)) {
            const { id } = await lea.create({ legal_name: `Horloge ${word}` });
            assert.equal((await lea.post(`/api/clients/${id}/activities`, { kind: 'call', body: word, happened_at })).status, 201);
        }
        const { text } = await (await server.signIn('camille@mistral.example')).get('/api/export?format=csv&q=horloge');
        const [heads, ...rows] = text.slice(1).trim().split('\r\n').map((line) => line.split(';')), column = heads.indexOf('Dernière activité');
        const told = Object.fromEntries(rows.map((row) => [row[0].split(' ')[1], row[column]]));
        for (const [word, wanted] of Object.entries(moments)) assert.equal(told[word], wanted[at], `${word}, ${zone ?? 'France'}`);
    }
});

test('the workbook is a zip with the clients inside', async () => {
    const { bytes, headers } = await admin.get('/api/export?format=xlsx&q=fontaine');
    assert.equal(bytes.subarray(0, 2).toString(), 'PK');
    assert.match(headers.get('content-type'), /spreadsheetml/);
});

test('an exported list comes back as nothing new', async () => {
    const { bytes } = await admin.get('/api/export?format=csv&sort=reference&state=active');
    const upload = await send(bytes, 'retour.csv');
    const dry = (await plan(upload, { match: ['reference', 'siren', 'email'] })).json;
    assert.equal(dry.create, 0, JSON.stringify(dry.rows?.filter((r) => r.action === 'create').slice(0, 2) ?? dry));
});

test('the command line does the same', async () => {
    const folder = await workspace(20);
    const file = join(folder, 'entrée.csv');
    writeFileSync(file, 'Société;Ville\nDepuis le terminal;Vannes\n');
    const dry = await carnet('import', file, '--data', folder);
    assert.equal(dry.code, 0, dry.stderr);
    assert.match(dry.stdout, /1 à créer/);
    const done = await carnet('import', file, '--yes', '--data', folder);
    assert.equal(done.code, 0, done.stderr);
    const out = join(folder, 'sortie.csv');
    const written = await carnet('export', out, '--data', folder);
    assert.equal(written.code, 0, written.stderr);
    assert.match(readFileSync(out, 'utf8'), /Depuis le terminal/);
    assert.equal((await carnet('import', join(folder, 'absent.csv'), '--data', folder)).code, 1);
    assert.equal((await carnet('export', join(folder, 'x.pdf'), '--data', folder)).code, 2);
    assert.equal((await carnet('check', '--data', folder)).code, 0);
});

test('real organisations of the Sirene register', { skip: !existsSync(sirene) }, async () => {
    const upload = await send(readFileSync(sirene), 'organisations-sirene.csv');
    const by_heading = Object.fromEntries(upload.columns.map((c) => [c.heading, c.suggested]));
    assert.equal(by_heading.siren, 'siren');
    assert.equal(by_heading.siret_siege, 'siret');
    const dry = (await plan(upload)).json;
    assert.ok(dry.create > 1500, JSON.stringify({ ...dry, rows: 0 }));
    const applied = await admin.post(`/api/imports/${upload.id}/apply`);
    assert.equal(applied.status, 200, applied.text);
    assert.equal((await admin.find('q=tiers lieu de carpentras')).rows[0].postal_code, '84200');
    assert.equal((await admin.post('/api/undo', { action: applied.json.action })).status, 200);
});
