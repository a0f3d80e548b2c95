// The tab Documents: files by button and by drop, another person sees them, bytes come back equal, a hidden folder is not
// there, rights and the cascade, the eye, the bin and its undo.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byRole, clickNode, fill, focusedName, fresh, gone, houseOf, seen, seenText, settle, test, textOf, undoByToast, until } from './app.mjs';

const house = houseOf({ clients: 30 });
const pixels = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPhfDwAChAGA60e6kgAAAABJRU5ErkJggg==', 'base64');

async function folderOf(t) {
    const folder = await mkdtemp(join(tmpdir(), 'carnet-documents-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}
const listed = async (api, client, query = '') => api.get(`/api/clients/${client}/documents?${query}`);
const nameOf = (rows) => rows.map((row) => row.name).sort();

test('files chosen by button become documents in one action; somebody else sees them and gets the same bytes', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Dépôt') });
    const folder = await folderOf(t), big = Buffer.alloc((9 << 20) + 17, 'é ça');
    await writeFile(join(folder, 'Plan été « v2 ».txt'), 'Bonjour');
    await writeFile(join(folder, 'grand.bin'), big);
    const lea = await house.page(t, `/clients/${client}?tab=documents`, { as: 'manager' });
    const page = await house.page(t, `/clients/${client}?tab=documents`);
    const chosen = page.waitForEvent('filechooser');
    await clickNode(page, 'button', 'Déposer');
    await (await chosen).setFiles([join(folder, 'Plan été « v2 ».txt'), join(folder, 'grand.bin')]);
    await until(async () => (await listed(api, client)).files.length === 2, 'both files are there');
    for (const shown of [page, lea]) {
        await seen(shown, 'row', 'grand.bin');
        await seen(shown, 'row', 'Plan été « v2 ».txt');
    }
    await clickNode(lea, 'button', 'Actions sur Plan été « v2 ».txt');
    const coming = lea.waitForEvent('download');
    await clickNode(lea, 'menuitem', 'Télécharger');
    const download = await coming;
    assert.equal(download.suggestedFilename(), 'Plan été « v2 ».txt');
    assert.equal(await readFile(await download.path(), 'utf8'), 'Bonjour');
    const { version_id } = (await listed(api, client)).files.find((file) => file.name === 'grand.bin');
    const back = Buffer.from(await (await api.ask('GET', `/api/document-versions/${version_id}/file`)).arrayBuffer());
    assert.ok(back.equals(big), 'sent in several pieces, whole again');
    await undoByToast(page, '2 fichiers déposés');
    await until(async () => (await listed(api, client)).files.length === 0, 'one undo takes both away');
    await gone(lea, 'row', 'grand.bin');
});

test('the tree of folders is as wide as its names, as long as the files keep most of the room', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Profond') });
    const into = async (name, parent_id) => (await api.post(`/api/clients/${client}/folders`, { name, parent_id })).folder.id;
    let parent = await into('Court', null);
    const page = await house.page(t, `/clients/${client}?tab=documents`, { viewport: { width: 1440, height: 900 } });
    await seen(page, 'treeitem', 'Court');
    const width = async () => { await settle(page); return (await byRole(page, 'navigation', 'Dossiers').first().boundingBox()).width; };
    const narrow = await width();
    parent = await into('Photographies et équipements', await into('Refonte du réseau', parent));
    await seen(page, 'treeitem', 'Photographies et équipements');
    const box = await byRole(page, 'treeitem', 'Photographies et équipements').first().boundingBox(), fits = await width();
    assert.ok(fits > narrow && box.width > 200, `${narrow} → ${fits}, ${box.width} for the deepest name`);
    await into('Un nom que personne ne lirait jusqu’au bout, '.repeat(3).trim(), parent);
    await until(async () => await width() > fits, 'wider still');
    const { width: all } = await page.evaluate(() => ({ width: innerWidth }));
    assert.ok(await width() < all * .4);
});

test('a file dropped on the sheet goes into the open folder; a picture is shown inline', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Glisser') });
    const { folder } = await api.post(`/api/clients/${client}/folders`, { name: 'Photos' });
    const page = await house.page(t, `/clients/${client}?tab=documents&folder=${folder.id}`);
    await seen(page, 'treeitem', 'Photos');
    await page.evaluate((bytes) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'façade.png', { type: 'image/png' }));
        for (const name of ['dragover', 'drop'])
            document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true, clientX: 700, clientY: 500 }));
    }, [...pixels]);
    const file = await until(async () => (await listed(api, client, `folder=${folder.id}`)).files[0], 'the picture');
    assert.equal(file.name, 'façade.png');
    await seen(page, 'row', 'façade.png');
    await clickNode(page, 'button', 'Actions sur façade.png');
    const opened = page.context().waitForEvent('page');
    await clickNode(page, 'menuitem', 'Aperçu');
    const shown = await opened;
    await until(async () => (await shown.evaluate(() => document.images[0]?.naturalWidth).catch(() => 0)) === 1, 'the picture is drawn');
});

test('a cut connection is taken up again where it stopped', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Coupure') });
    const folder = await folderOf(t), big = Buffer.alloc(9 << 20, 'abc');
    await writeFile(join(folder, 'coupé.bin'), big);
    const page = await house.page(t, `/clients/${client}?tab=documents`);
    let cut = 0;
    await page.route(/\/api\/uploads\/.*offset=4194304/, (route) => (++cut <= 2 ? route.abort('connectionreset') : route.continue()));
    page.problems.length = 0;
    const chosen = page.waitForEvent('filechooser');
    await clickNode(page, 'button', 'Déposer');
    await (await chosen).setFiles(join(folder, 'coupé.bin'));
    const file = await until(async () => (await listed(api, client)).files[0], 'the file arrives all the same', 20000);
    assert.equal(cut, 3);
    assert.equal(file.size_bytes, big.length);
    page.problems.length = 0;
});

test('folders: made, renamed, opened by name; a file goes to the bin and comes back', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Dossiers') });
    const page = await house.page(t, `/clients/${client}?tab=documents`);
    await clickNode(page, 'button', 'Nouveau dossier');
    await fill(page, 'Nom du dossier', '../');
    await clickNode(page, 'button', 'Créer');
    await until(async () => await page.locator('#mirror, #agent-host').locator('[aria-label="Nom du dossier"][aria-invalid="true"]').count() > 0, 'the name is marked');
    await fill(page, 'Nom du dossier', '02 Projets');
    await clickNode(page, 'button', 'Créer');
    await until(async () => (await listed(api, client)).folders.length === 1, 'the folder');
    await clickNode(page, 'treeitem', '02 Projets');
    assert.match(new URL(page.url()).search, /folder=\d+/);
    const { id } = (await listed(api, client)).folders[0];
    const begun = await api.post('/api/uploads', { name: 'note.txt', size: 4 });
    await fetch(`${house.server.url}/api/uploads/${begun.id}?offset=0`, { method: 'PUT', headers: { Cookie: api.cookie }, body: 'note' });
    await api.post(`/api/clients/${client}/documents`, { folder_id: id, files: [{ upload: begun.id }] });
    await seen(page, 'row', 'note.txt');
    await clickNode(page, 'button', 'Actions sur note.txt');
    await clickNode(page, 'menuitem', 'Mettre à la corbeille');
    await until(async () => (await listed(api, client, `folder=${id}`)).files.length === 0, 'in the bin');
    await undoByToast(page, 'note.txt mis à la corbeille');
    await seen(page, 'row', 'note.txt');
});

test('several files are ticked, moved and thrown away in one action each; who may only read is offered neither', async (t) => {
    const api = await house.api(), client = await api.create({ legal_name: fresh('Plusieurs') }), files = [];
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
        const begun = await api.post('/api/uploads', { name, size: 1 });
        await fetch(`${house.server.url}/api/uploads/${begun.id}?offset=0`, { method: 'PUT', headers: { Cookie: api.cookie }, body: 'x' });
        files.push({ upload: begun.id });
    }
    await api.post(`/api/clients/${client}/documents`, { files });
    const { folder } = await api.post(`/api/clients/${client}/folders`, { name: 'Archives' });
    const page = await house.page(t, `/clients/${client}?tab=documents`);
    await seen(page, 'row', 'a.txt');
    const row = (name) => page.locator('#mirror').getByRole('row', { name, exact: true });
    const press = async (name, modifiers) => { await row(name).click({ force: true, modifiers, position: { x: 120, y: 12 } }); await settle(page); };
    const lastAction = async () => (await api.get('/api/journal')).actions[0].id;
    await press('a.txt', ['Control']);
    await press('c.txt', ['Shift']);
    await seenText(page, '3 sélectionnés');
    const last = await lastAction();
    await clickNode(page, 'button', 'Déplacer vers…');
    await seen(page, 'dialog', 'Déplacer « 3 fichiers »');
    await clickNode(page, 'radio', 'Archives');
    await clickNode(page, 'button', 'Déplacer ici');
    await until(async () => (await listed(api, client, `folder=${folder.id}`)).files.length === 3, 'all moved');
    assert.equal(await lastAction(), last + 1, 'one action');
    await gone(page, 'row', 'a.txt');
    await gone(page, 'region', 'Sélection');
    await undoByToast(page, 'Déplacé');
    await seen(page, 'row', 'a.txt');
    assert.equal((await listed(api, client, `folder=${folder.id}`)).files.length, 0);
    // With the keyboard.
    await press('b.txt', ['Control']);
    await page.keyboard.press('Escape');
    await gone(page, 'region', 'Sélection');
    await press('b.txt', ['Control']);
    await page.keyboard.press('Control+a');
    await seenText(page, '3 sélectionnés');
    await clickNode(page, 'button', 'Mettre à la corbeille');
    await until(async () => (await listed(api, client)).files.length === 0, 'all in the bin');
    await undoByToast(page, '3 fichiers mis à la corbeille');
    await until(async () => nameOf((await listed(api, client)).files).join() === 'a.txt,b.txt,c.txt', 'one undo brings all back');
    // A member of the client's audience reads.
    const member = await house.api('member');
    await api.change(client, { owner_id: member.me.user.id });
    const theirs = await house.page(t, `/clients/${client}?tab=documents`, { as: 'member' });
    await seen(theirs, 'row', 'a.txt');
    await theirs.locator('#mirror').getByRole('row', { name: 'a.txt', exact: true }).click({ force: true, modifiers: ['Control'], position: { x: 120, y: 12 } });
    await seenText(theirs, '1 sélectionné');
    const may = (await member.get('/api/session')).grants.documents_edit !== 'none';
    assert.equal(await byRole(theirs, 'button', 'Déplacer vers…').count() > 0, may);
});

test('a cell changes the right, the cascade shows its changes first, the eye shows what one sees', async (t) => {
    const api = await house.api('manager');
    const sheet = await api.post('/api/clients', {
        client: { kind: 'company', legal_name: fresh('Droits') },
        contacts: [{ contact: { last_name: 'Fontaine', first_name: 'Claire' }, has_portal: true, portal_documents: true }],
    });
    const client = sheet.client.id;
    const make = async (name, parent_id) => (await api.post(`/api/clients/${client}/folders`, { name, parent_id })).folder.id;
    const top = await make('03 Facturation', null), child = await make('Devis', top);
    const page = await house.page(t, `/clients/${client}?tab=documents&show=rights`, { as: 'manager' });
    await clickNode(page, 'button', 'Claire Fontaine, 03 Facturation\u00a0: Lecture');
    await clickNode(page, 'menuitemcheckbox', 'Aucun');
    // What it takes away is shown before it is saved, with the folders below.
    await seen(page, 'complementary', 'Droits sur «\u00a003 Facturation\u00a0»');
    for (const folder of ['03 Facturation', 'Devis'])
        await seen(page, 'listitem', `Claire Fontaine, ${folder}, Lecture → Aucun`);
    assert.equal((await api.get(`/api/folders/${top}/rights`)).rights[0].access, 'read', 'nothing has changed yet');
    await page.keyboard.press('Escape');
    await gone(page, 'complementary', 'Droits sur «\u00a003 Facturation\u00a0»');
    await clickNode(page, 'button', 'Claire Fontaine, 03 Facturation\u00a0: Lecture');
    await clickNode(page, 'menuitemcheckbox', 'Aucun');
    await clickNode(page, 'button', 'Appliquer 2 changements');
    await seen(page, 'button', 'Claire Fontaine, Devis\u00a0: Aucun');
    await clickNode(page, 'button', 'Voir comme Claire Fontaine');
    await seenText(page, /Vous voyez comme Claire Fontaine\. Dossiers visibles\s: 0 sur 2, masqués\s: 2\./);
    await clickNode(page, 'button', 'Claire Fontaine, Devis\u00a0: Aucun');
    await clickNode(page, 'menuitemcheckbox', 'Total');
    await seen(page, 'listitem', 'Claire Fontaine, Devis, Aucun → Total');
    await clickNode(page, 'button', 'Appliquer 1 changement');
    await seenText(page, /Dossiers visibles\s: 1 sur 2/);
    await clickNode(page, 'button', 'Appliquer aux sous-dossiers…');
    await seen(page, 'listitem', 'Claire Fontaine, Devis, Total → Aucun');
    const access = async () => (await api.get(`/api/folders/${child}/rights`)).rights[0].access;
    assert.equal(await access(), 'full', 'nothing has changed yet');
    await clickNode(page, 'button', 'Appliquer 1 changement');
    await until(async () => (await access()) === 'none', 'applied');
    await undoByToast(page, 'Droits appliqués');
    await until(async () => (await access()) === 'full', 'one undo takes the cascade back');
    // The name navigates, and only the name.
    await clickNode(page, 'link', 'Devis');
    assert.match(page.url(), new RegExp(`folder=${child}`));
});

test('the keyboard alone: 0, 1 and 2 change the right of the cell, Maj C asks for the cascade, arrows fold', async (t) => {
    const api = await house.api('manager');
    const sheet = await api.post('/api/clients', {
        client: { kind: 'company', legal_name: fresh('Clavier') },
        contacts: [{ contact: { last_name: 'Fontaine', first_name: 'Claire' }, has_portal: true, portal_documents: true }],
    });
    const make = async (name, parent_id) => (await api.post(`/api/clients/${sheet.client.id}/folders`, { name, parent_id })).folder.id;
    const top = await make('02 Projets', null);
    await make('Livrables', top);
    const access = async () => (await api.get(`/api/folders/${top}/rights`)).rights.find((right) => right.contact_id)?.access;
    const page = await house.page(t, `/clients/${sheet.client.id}?tab=documents&show=rights`, { as: 'manager' });
    await seen(page, 'link', 'Livrables');
    await byRole(page, 'link', '02 Projets').focus();
    await page.keyboard.press('ArrowLeft');
    await gone(page, 'link', 'Livrables');
    await page.keyboard.press('ArrowRight');
    await seen(page, 'link', 'Livrables');
    await page.keyboard.press('ArrowRight');
    await until(async () => (await focusedName(page))?.startsWith('Claire Fontaine, 02 Projets'), 'the arrow leads to the cell');
    for (const [key, word, value] of [['2', 'Total', 'full'], ['0', 'Aucun', 'none'], ['1', 'Lecture', 'read']]) {
        await page.keyboard.press(key);
        await until(async () => (await focusedName(page))?.startsWith('Appliquer 2'), 'the list of changes, ready for Entrée');
        await page.keyboard.press('Enter');
        await seen(page, 'button', `Claire Fontaine, 02 Projets\u00a0: ${word}`);
        await until(async () => (await access()) === value, word);
        await until(async () => (await focusedName(page))?.startsWith('Claire Fontaine, 02 Projets'), 'the keyboard back on the cell');
    }
    await page.keyboard.press('Shift+C');
    await seen(page, 'complementary', 'Cascade depuis «\u00a002 Projets\u00a0»');
    // The tree of the files folds the same folders.
    await page.goto(`/clients/${sheet.client.id}?tab=documents`);
    await seen(page, 'treeitem', 'Livrables');
    assert.equal(await byRole(page, 'treeitem', '02 Projets').getAttribute('aria-expanded'), 'true');
    await clickNode(page, 'button', 'Replier 02 Projets');
    await gone(page, 'treeitem', 'Livrables');
    assert.equal(await byRole(page, 'treeitem', '02 Projets').getAttribute('aria-expanded'), 'false');
});

test('a folder with the right none is nowhere on the page of the person', async (t) => {
    const lea = await house.api('manager'), camille = await house.api('admin');
    const client = await lea.create({ legal_name: fresh('Cachette') });
    const { folder } = await lea.post(`/api/clients/${client}/folders`, { name: 'Licorne' });
    await lea.post(`/api/clients/${client}/folders`, { name: 'Ouvert' });
    const answer = await lea.ask('PUT', `/api/folders/${folder.id}/rights`, { rights: [{ user_id: camille.me.user.id, access: 'none' }] });
    assert.equal(answer.status, 200);
    const page = await house.page(t, `/clients/${client}?tab=documents`, { as: 'admin' });
    await seen(page, 'treeitem', 'Ouvert');
    assert.doesNotMatch(await textOf(page), /Licorne/);
    await page.goto(`/clients/${client}?tab=documents&folder=${folder.id}`);
    await seenText(page, 'Introuvable');
    assert.deepEqual(nameOf((await listed(camille, client)).folders), ['Ouvert']);
    await settle(page);
    assert.equal(await byRole(page, 'treeitem', 'Licorne').count(), 0);
});
