// Import of a real file in the browser, with its dry run and its undo, and the export to XLSX and CSV.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { byRole, clickNode, fresh, gone, houseOf, searchList, seen, seenText, settle, shown, test, textOf, until } from './app.mjs';

const house = houseOf({ clients: 30 });

// As such files come: Windows-1252 or with a byte-order mark, semicolons, quotes, spaces in numbers.
async function fileOf(t, name, content) {
    const folder = await mkdtemp(join(tmpdir(), 'carnet-file-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    await writeFile(join(folder, name), content);
    return join(folder, name);
}
const mark = () => fresh('x').split(' ')[1];

async function chooseFile(page, path) {
    const chosen = page.waitForEvent('filechooser');
    await clickNode(page, 'button', 'Choisir un fichier…');
    await (await chosen).setFiles(path);
    await settle(page);
}
async function check(page) {
    await clickNode(page, 'button', 'Vérifier');
    await seen(page, 'heading', 'Ce qui va se passer');
}
const apply = (page) => clickNode(page, 'button', /^Importer \d/);

test('a CSV with accents and semicolons: dry run, apply, one undo takes it all back', async (t) => {
    const api = await house.api(), tag = mark();
    const csv = '\ufeffRaison sociale;SIREN;E-mail;Code postal;Ville\r\n' +
        `"Ébénisterie ${tag} ; Père & Fils";732 829 320;contact@example.org;34200;Sète\r\n` +
        `Scierie ${tag};552100554;scierie@example.org;66000;Perpignan\r\n` +
        `Faux numéro ${tag};123456789;;;\r\n`;
    const page = await house.page(t, '/clients/import'), total = (await api.get('/api/clients?limit=1')).totals.count;
    await chooseFile(page, await fileOf(t, 'clients été.csv', csv));
    await seenText(page, 'Raison sociale');
    await check(page);
    await seenText(page, 'Ce qui va se passer');
    for (const name of [/Créés.*2/, /Refusés.*1/]) await seen(page, 'radio', name);
    assert.ok(await page.getByRole('button', { name: 'Importer 2 clients' }).count() > 0);
    assert.equal((await api.get('/api/clients?limit=1')).totals.count, total, 'a dry run changes nothing');
    await apply(page);
    await until(async () => await api.count(tag) === 2, 'two clients');
    await seenText(page, '2 créés, 0 modifiés, 1 refusés.');
    // Undone is the import, not what was done last.
    const other = await api.create({ legal_name: fresh('Après l’import') });
    const { rows } = await api.get(`/api/clients?limit=5&q=${encodeURIComponent('ébénisterie ' + tag)}`);
    assert.equal(rows[0].name, `Ébénisterie ${tag} ; Père & Fils`);
    assert.equal((await api.client(rows[0].id)).siren, '732829320');
    await clickNode(page, 'button', 'Annuler l’import');
    await until(async () => await api.count(tag) === 0, 'all of it is undone');
    assert.equal((await api.get('/api/clients?limit=1')).totals.count, total + 1);
    assert.ok(!(await api.client(other)).deleted_at);
});

test('known clients are changed or left, recognised by what is ticked; new ones get the chosen state; cells show what was', async (t) => {
    const api = await house.api(), tag = mark(), name = `Connue ${tag}`;
    const id = await api.create({ legal_name: name, siren: '542051180', website: 'https://avant.example.org', email: `a@${tag.toLowerCase()}.example` });
    const path = await fileOf(t, 'connus.csv', `Raison sociale;SIREN;Site web;E-mail\n${name};542051180;https://apres.example.org;a@${tag.toLowerCase()}.example\nNeuve ${tag};;;\n`);
    const page = await house.page(t, '/clients/import');
    const counts = async (created, updated, unchanged) => {
        for (const word of [`Créés ${created}`, `Modifiés ${updated}`, `Inchangés ${unchanged}`]) await seen(page, 'radio', word);
    };
    const again = () => clickNode(page, 'button', 'Modifier les colonnes');
    await chooseFile(page, path);
    await clickNode(page, 'combobox', 'État des nouveaux clients');
    await clickNode(page, 'option', 'Suspendu');
    await check(page);
    await counts(1, 1, 0);
    await clickNode(page, 'row', name);
    const cells = page.locator('#mirror').getByRole('complementary', { name });
    for (const words of [/avant\.example/, /apres\.example/]) await cells.getByText(words).first().waitFor({ state: 'attached' });
    // Known clients stay as they are.
    await again();
    await clickNode(page, 'switch', 'Mettre à jour les clients déjà connus');
    await check(page);
    await counts(1, 0, 1);
    await again();
    await clickNode(page, 'switch', 'Mettre à jour les clients déjà connus');
    // Recognised by the name alone, which is another by now: it would be created a second time.
    for (const word of ['SIREN', 'E-mail', 'Nom']) await clickNode(page, 'checkbox', word);
    await api.change(id, { legal_name: fresh('Renommée') });
    await check(page);
    await counts(2, 0, 0);
    await again();
    await clickNode(page, 'checkbox', 'SIREN');
    await check(page);
    await counts(1, 1, 0);
    await apply(page);
    await until(async () => (await api.client(id)).website === 'https://apres.example.org', 'changed');
    const { rows } = await api.get(`/api/clients?limit=5&q=${encodeURIComponent('neuve ' + tag)}`);
    assert.equal((await api.client(rows[0].id)).state, 'suspended');
});

test('a long file: every row of the dry run can be looked at', async (t) => {
    const tag = mark(), lines = Array.from({ length: 260 }, (_, i) => `Ligne ${String(i + 1).padStart(3, '0')} ${tag}`);
    const page = await house.page(t, '/clients/import');
    await chooseFile(page, await fileOf(t, 'long.csv', ['Raison sociale', ...lines].join('\n')));
    await check(page);
    await seen(page, 'radio', 'Créés 260');
    await seen(page, 'row', lines[0]);
    const grid = await byRole(page, 'grid', 'Ce qui va se passer').first().boundingBox();
    await page.mouse.move(grid.x + 300, grid.y + 200);
    await until(async () => {
        await page.mouse.wheel(0, 3000);
        await settle(page);
        return await byRole(page, 'row', lines[259]).count() > 0;
    }, 'the last row', 20000);
    await until(async () => {
        await page.mouse.wheel(0, -6000);
        await settle(page);
        return await byRole(page, 'row', lines[0]).count() > 0;
    }, 'and the first again', 20000);
});

test('Windows-1252 is understood', async (t) => {
    const api = await house.api(), tag = mark();
    const csv = Buffer.from(`Nom;Téléphone;Ville\nPâtisserie Noël ${tag};04 67 39 98 41;Béziers\n`, 'latin1');
    const page = await house.page(t, '/clients/import');
    await chooseFile(page, await fileOf(t, 'export.csv', csv));
    await check(page);
    await apply(page);
    await until(async () => await api.count(`noel ${tag}`) === 1, 'the client');
    const { rows } = await api.get(`/api/clients?limit=5&q=${tag}`);
    assert.equal(rows[0].name, `Pâtisserie Noël ${tag}`);
});

test('a file of another product: a heading nobody knows is placed by hand, refused cells are shown, one undo', async (t) => {
    const api = await house.api(), tag = mark(), total = (await api.get('/api/clients?limit=1')).totals.count;
    const rows = [
        `Zone 1;Courriel;Tél.;CP;Ville;N° SIREN;Société`,
        `à rappeler;achats@fonderie.example;04 67 39 98 41;34000;Montpellier;732 829 320;Fonderie Été ${tag}`,
        `;pas une adresse;;34200;Sète;123456789;Câblerie ${tag}`,
        `;contact@noname.example;;;Nîmes;;`,
    ];
    const page = await house.page(t, '/clients/import');
    await chooseFile(page, await fileOf(t, 'Export compta.csv', Buffer.from(rows.join('\r\n') + '\r\n', 'latin1')));
    await seenText(page, /Windows-1252/);
    await seenText(page, '6 colonnes reconnues sur 7');
    const target = (heading) => page.locator('#mirror').getByRole('combobox', { name: `Destination de «\u00A0${heading}\u00A0»`, exact: true });
    const place = async (heading, wanted) => {
        await target(heading).click({ force: true });
        await settle(page);
        await page.keyboard.insertText(wanted);
        await settle(page);
        await clickNode(page, 'option', wanted);
    };
    assert.match(await target('Zone 1').textContent(), /Ne pas importer/);
    // A field belongs to one column: the one that had it lets it go.
    await place('Zone 1', 'Raison sociale');
    assert.match(await target('Société').textContent(), /Ne pas importer/);
    await place('Zone 1', 'Notes');
    await place('Société', 'Raison sociale');
    await seenText(page, '7 colonnes reconnues sur 7');
    await check(page);
    for (const name of [/Créés.*1/, /Refusés.*2/]) await seen(page, 'radio', name);
    const rowsShown = () => page.locator('#mirror').getByRole('grid', { name: 'Ce qui va se passer' }).getAttribute('aria-rowcount');
    await clickNode(page, 'radio', /Refusés.*2/);
    await gone(page, 'row', `Fonderie Été ${tag}`);
    await seen(page, 'row', `Câblerie ${tag}`);
    assert.ok(Number(await rowsShown()) <= 3, 'the refused ones only');
    const refused = await download(page, () => clickNode(page, 'button', 'Télécharger les lignes refusées'));
    assert.match(refused.bytes.toString('utf8'), new RegExp(`Câblerie ${tag}`));
    assert.doesNotMatch(refused.bytes.toString('utf8'), /Fonderie/);
    // Cell by cell.
    await clickNode(page, 'row', `Câblerie ${tag}`);
    const cells = page.locator('#mirror').getByRole('complementary', { name: `Câblerie ${tag}` });
    await cells.getByText(/SIREN/).first().waitFor({ state: 'attached' });
    await cells.getByText('123456789').first().waitFor({ state: 'attached' });
    await cells.getByText(/chiffre|Clé|SIREN.*invalide/).first().waitFor({ state: 'attached' });
    assert.equal((await api.get('/api/clients?limit=1')).totals.count, total, 'a dry run changes nothing');
    await apply(page);
    await until(async () => await api.count(tag) === 1, 'the good row');
    const [{ id }] = (await api.get(`/api/clients?limit=5&q=${tag}`)).rows, sheet = await api.get(`/api/clients/${id}`);
    assert.deepEqual([sheet.client.legal_name, sheet.client.email, sheet.client.phone, sheet.client.siren, sheet.client.notes],
        [`Fonderie Été ${tag}`, 'achats@fonderie.example', '+33467399841', '732829320', 'à rappeler']);
    assert.deepEqual([sheet.addresses[0].postal_code, sheet.addresses[0].city], ['34000', 'Montpellier']);
    await clickNode(page, 'button', 'Annuler l’import');
    await until(async () => (await api.get('/api/clients?limit=1')).totals.count === total, 'all of it is undone');
});

test('a second import of the same file finds the clients again and changes nothing', async (t) => {
    const api = await house.api(), tag = mark();
    const path = await fileOf(t, 'deux fois.csv', `Raison sociale,SIREN\nDeux fois ${tag},542051180\n`);
    for (let round = 0; round < 2; ++round) {
        const page = await house.page(t, '/clients/import');
        await chooseFile(page, path);
        await check(page);
        if (round === 0) await apply(page);
        else await seen(page, 'radio', /Inchangés.*1/);
        await until(async () => await api.count(tag) === 1, 'one client');
    }
});

test('what is not a CSV is refused in words', async (t) => {
    const page = await house.page(t, '/clients/import');
    await chooseFile(page, await fileOf(t, 'photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3, 0, 0])));
    await seenText(page, /pas un fichier CSV|illisible/);
});

test('the real register file is imported whole', { skip: !process.env.CARNET_REAL_CSV && 'CARNET_REAL_CSV names no file' }, async (t) => {
    const api = await house.api(), total = (await api.get('/api/clients?limit=1')).totals.count;
    const page = await house.page(t, '/clients/import');
    await chooseFile(page, process.env.CARNET_REAL_CSV);
    await check(page);
    await apply(page);
    await until(async () => (await api.get('/api/clients?limit=1')).totals.count > total + 1500, 'all organisations', 20000);
    await page.goto('/clients');
    await searchList(page, 'tiers lieu de carpentras');
    assert.equal(await shown(page), 1);
});

// The entries of a ZIP file, unpacked.
function unzip(bytes) {
    const entries = {};
    let at = bytes.length - 22;
    while (at >= 0 && bytes.readUInt32LE(at) !== 0x06054b50) --at;
    assert.ok(at >= 0, 'a ZIP file');
    let place = bytes.readUInt32LE(at + 16);
    for (let i = bytes.readUInt16LE(at + 10); i > 0; --i) {
        const method = bytes.readUInt16LE(place + 10), size = bytes.readUInt32LE(place + 20);
        const length = bytes.readUInt16LE(place + 28), name = bytes.toString('utf8', place + 46, place + 46 + length);
        const local = bytes.readUInt32LE(place + 42);
        const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28), data = bytes.subarray(start, start + size);
        entries[name] = (method === 8 ? inflateRawSync(data) : data).toString('utf8');
        place += 46 + length + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
    }
    return entries;
}

async function download(page, act) {
    const coming = page.waitForEvent('download');
    await act();
    const file = await coming;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}
async function exportAs(page, which) {
    await clickNode(page, 'button', 'Exporter');
    await byRole(page, 'menuitem', which).first().click({ force: true });
}

test('the filtered list is exported to XLSX: only its rows, accents whole, money as numbers', async (t) => {
    const api = await house.api(), tag = mark(), id = await api.create({ legal_name: `Hôtel de l’Été ${tag} <b>&` });
    await api.post(`/api/clients/${id}/projects`, { name: 'Chantier', budget_cents: 1234567 });
    const page = await house.page(t, `/clients?q=${tag}`);
    const { name, bytes } = await download(page, () => exportAs(page, /xlsx/));
    assert.match(name, /\.xlsx$/);
    const book = unzip(bytes), sheet = book['xl/worksheets/sheet1.xml'], strings = book['xl/sharedStrings.xml'] || '';
    assert.equal((sheet.match(/<row /g) || []).length, 2, 'headings and one client');
    assert.ok((strings + sheet).includes(`Hôtel de l’Été ${tag} &lt;b&gt;&amp;`));
    assert.match(sheet, /<v>12345\.67<\/v>/, 'the value is a number');
});

test('the CSV opens in a spreadsheet: byte-order mark, and a name cannot be a formula', async (t) => {
    const api = await house.api(), tag = mark();
    await api.create({ legal_name: `=HYPERLINK("https://example.org";"${tag}")` });
    const page = await house.page(t, `/clients?q=${tag}`);
    const { name, bytes } = await download(page, () => exportAs(page, /csv/));
    assert.match(name, /\.csv$/);
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').trim().split(/\r?\n/);
    assert.equal(lines.length, 2);
    assert.doesNotMatch(lines[1], /(^|[;,])"?=HYPERLINK/, 'no cell begins with =');
});

test('a member without the right sees no export', async (t) => {
    const member = await house.api('member');
    if (member.me.grants.data_export !== 'none') return t.skip('members may export here');
    const page = await house.page(t, '/clients', { as: 'member' });
    await seen(page, 'grid', 'Clients');
    assert.doesNotMatch(await textOf(page), /Exporter/);
    assert.equal((await member.ask('GET', '/api/export?format=csv')).status, 403);
});
