// The client sheet: editing in place with its checks, undo by the toast and by the keyboard, contacts, addresses,
// projects, activities, the memo, conversion, history.
import assert from 'node:assert/strict';
import {
    byRole, clickNode, editField, fill, focusedName, fresh, gone, houseOf, rowNames, searchList, seen, seenText, settle, switchesOf, test, textOf, undoByToast, until,
    valueOf,
} from './app.mjs';

const house = houseOf();

async function sheetOf(t, fields = {}, more = {}, path = '') {
    const api = await house.api(), name = fresh('Fiche');
    const id = await api.create({ legal_name: name, ...fields }, more);
    const page = await house.page(t, `/clients/${id}${path}`);
    await seen(page, 'heading', name);
    return { api, id, name, page };
}

test('a value changes in place, is saved alone, and the toast undoes it', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '01 44 55 66 77' });
    await editField(page, 'Téléphone', '0467399841');
    // A toast goes after six seconds: it is answered before anything else is looked at.
    await undoByToast(page, /Téléphone enregistré/);
    await until(async () => (await api.client(id)).phone === '+33144556677', 'the number is back');
    const { actions } = await api.get(`/api/clients/${id}/history?field=phone`);
    assert.deepEqual(actions.flatMap(({ changes }) => changes).filter(({ op }) => op === 'update').map((change) => change.new), ['+33144556677', '+33467399841']);
    await seen(page, 'button', /^Modifier Téléphone.*01 44 55 66 77/);
});

test('Ctrl+Z undoes and Ctrl+Maj+Z does it again, outside text fields', async (t) => {
    const { api, id, page } = await sheetOf(t, { email: 'avant@example.org' });
    await editField(page, 'E-mail', 'après@example.org'.normalize('NFD').replace(/\p{M}/gu, ''));
    await until(async () => (await api.client(id)).email === 'apres@example.org', 'saved');
    await page.keyboard.press('Control+z');
    await until(async () => (await api.client(id)).email === 'avant@example.org', 'undone');
    await page.keyboard.press('Control+Shift+Z');
    await until(async () => (await api.client(id)).email === 'apres@example.org', 'done again');
});

test('each toast undoes its own action; its “Rétablir” does it again; a toast goes when its action was undone', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '01 44 55 66 77', email: 'avant@example.org' });
    await editField(page, 'Téléphone', '0467399841');
    // His last action is another one, of another tab.
    await api.change(id, { email: 'apres@example.org' });
    await undoByToast(page, /Téléphone enregistré/);
    await until(async () => (await api.client(id)).phone === '+33144556677', 'the number is back');
    assert.equal((await api.client(id)).email, 'apres@example.org', 'and only the number');
    await byRole(page, 'group', 'Annulé').getByRole('button', { name: 'Rétablir', exact: true }).last().click({ force: true });
    await until(async () => (await api.client(id)).phone === '+33467399841', 'done again');
    await editField(page, 'E-mail', 'encore@example.org');
    await page.keyboard.press('Control+z');
    await seen(page, 'group', 'Annulé');
    assert.equal(await byRole(page, 'group', /E-mail enregistré/).count(), 0, 'undone by the keyboard: its toast goes with it');
    assert.equal((await api.client(id)).email, 'apres@example.org');
});

test('what somebody changed since is not undone: a sentence says so', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '01 44 55 66 77' });
    await editField(page, 'Téléphone', '0467399841');
    await seen(page, 'group', /Téléphone enregistré/);
    await (await house.api('admin')).change(id, { phone: '0499112233' });
    await undoByToast(page, /Téléphone enregistré/);
    await seen(page, 'group', 'Annulation impossible');
    assert.match(await byRole(page, 'group', 'Annulation impossible').textContent(), /Des valeurs ont changé depuis cette action/);
    assert.equal((await api.client(id)).phone, '+33499112233');
});

test('a value that the server refuses opens its field again, with what was typed and why', async (t) => {
    const { id, page } = await sheetOf(t, { website: 'https://avant.example.org' }), refusal = 'Ce site est celui d’un autre client';
    await page.route(`**/api/clients/${id}`, (route) => route.request().method() !== 'PATCH' ? route.continue() : route.fulfill({
        status: 422, contentType: 'application/problem+json', body: JSON.stringify({ status: 422, detail: refusal, fields: [{ field: 'website', message: refusal }] }) }));
    await editField(page, 'Site web', 'https://apres.example.org');
    await until(async () => await byRole(page, 'textbox', 'Site web').getAttribute('aria-description') === refusal, 'why');
    assert.equal(await valueOf(page, 'Site web'), 'https://apres.example.org', 'what was typed');
});

test('a sheet that could not be loaded is asked for again', async (t) => {
    const api = await house.api(), name = fresh('Seconde chance'), id = await api.create({ legal_name: name });
    const page = await house.page(t, '/clients'), fail = (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', body: '{"status":422}' });
    await page.route(`**/api/clients/${id}`, fail);
    await searchList(page, name);
    await page.keyboard.press('Enter');
    await seenText(page, 'La fiche n’a pas pu être chargée');
    await page.unroute(`**/api/clients/${id}`, fail);
    await clickNode(page, 'button', 'Réessayer');
    await seen(page, 'heading', name);
});

test('Ctrl+Z inside a text field is the field’s own undo', async (t) => {
    const { api, id, page } = await sheetOf(t, { website: 'https://avant.example.org' });
    await editField(page, 'Téléphone', '0467399841');
    await until(async () => (await api.client(id)).phone === '+33467399841', 'an action that could be undone');
    await editField(page, 'Site web', 'https://autre.example.org', { leave: '' });
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.keyboard.press('Control+z');
    await until(async () => await valueOf(page, 'Site web') !== 'https://autre.example.org', 'what was typed is taken back');
    assert.ok(!asked.some((path) => path.endsWith('/undo')), asked.join());
    await page.keyboard.press('Escape');
    await settle(page);
    await page.keyboard.press('Control+z');
    await until(async () => !(await api.client(id)).phone, 'outside of fields it is the action’s');
    assert.equal((await api.client(id)).website, 'https://avant.example.org');
});

test('a wrong SIREN is refused in the field, and what was typed stays', async (t) => {
    const { api, id, page } = await sheetOf(t);
    for (const [label, field, wrong] of [['SIREN', 'siren', '732829321']]) {
        await editField(page, label, wrong);
        const box = byRole(page, 'textbox', label).first();
        await until(async () => await box.getAttribute('aria-invalid') === 'true', `${label} is marked`);
        assert.ok((await box.getAttribute('aria-description')) !== '', 'it says why');
        assert.equal((await valueOf(page, label)).replace(/\s/g, ''), wrong.replace(/\s/g, ''));
        await page.keyboard.press('Escape');
        await settle(page);
        assert.equal((await api.client(id))[field] || '', '');
    }
    await editField(page, 'SIREN', '732 829 320');
    await until(async () => (await api.client(id)).siren === '732829320', 'a right one is taken, without its spaces');
});

test('leaving a field saves it: for another field, with Tab, for another place', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '01 44 55 66 77', email: 'avant@example.org' });
    await editField(page, 'Téléphone', '0467399841', { leave: '' });
    await clickNode(page, 'button', /^Modifier E-mail/);
    await until(async () => (await api.client(id)).phone === '+33467399841', 'saved by going to another field');
    assert.equal(await focusedName(page), 'E-mail', 'which is open at the first click');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('tab@example.org');
    await page.keyboard.press('Tab');
    await until(async () => (await api.client(id)).email === 'tab@example.org', 'saved by Tab');
    await editField(page, 'Téléphone', '0144556600', { leave: '' });
    await byRole(page, 'link', 'Clients').first().click({ force: true });
    await until(async () => (await api.client(id)).phone === '+33144556600', 'saved by going away');
});

test('a wrong value stays with its reason while another field is edited', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await editField(page, 'SIREN', '732829321', { leave: '' });
    await clickNode(page, 'button', /^Modifier SIRET/);
    assert.equal(await focusedName(page), 'SIRET', 'one click is enough, although the reason moves what lies below');
    await page.keyboard.press('Escape');
    const box = byRole(page, 'textbox', 'SIREN').first();
    assert.equal(await box.getAttribute('aria-invalid'), 'true');
    assert.equal((await valueOf(page, 'SIREN')).replace(/\s/g, ''), '732829321');
    await fill(page, 'SIREN', '732 829 320');
    await clickNode(page, 'button', /^Modifier SIRET/);
    await until(async () => (await api.client(id)).siren === '732829320', 'corrected and saved');
    assert.equal(await focusedName(page), 'SIRET');
});

test('a choice opens at the first click, and is saved alone', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await clickNode(page, 'button', /^Modifier Taille/);
    await seen(page, 'option', /salariés/);
    const option = byRole(page, 'option', /salariés/).first(), name = await option.textContent();
    await option.click({ force: true });
    await until(async () => (await api.client(id)).size_id, 'saved');
    await seen(page, 'button', `Modifier Taille\u00a0: ${name}`);
});

test('the state is changed from the menu, one action each; beside it stands what usually comes next, or what the projects say (CF-03, CF-04)', async (t) => {
    const { api, id, page } = await sheetOf(t, { state: 'active' });
    await seenText(page, 'Suivi régulier');
    let now = /Actif$/;
    for (const [label, state, action] of [[/Suspendu$/, 'suspended', 'Résolution'], [/Prospect$/, 'prospect', 'Conversion'], [/Inactif$/, 'inactive', 'Réactivation']]) {
        await clickNode(page, 'button', now);
        await clickNode(page, 'menuitemcheckbox', label);
        await until(async () => (await api.client(id)).state === state, state);
        await seenText(page, action);
        now = label;
    }
    await page.keyboard.press('Control+z');
    await until(async () => (await api.client(id)).state === 'prospect', 'a prospect again');
    // A running project speaks for another state: one press, and one undo.
    await api.post(`/api/clients/${id}/projects`, { name: 'En cours' });
    await clickNode(page, 'link', 'Plutôt Actif\u00a0?');
    await until(async () => (await api.client(id)).state === 'active', 'active');
    await seenText(page, 'Suivi régulier');
    await undoByToast(page, /État/);
    await until(async () => (await api.client(id)).state === 'prospect', 'and back');
    // An active client whose projects are all finished: rather inactive.
    await api.change(id, { state: 'active' });
    const { projects: [{ id: project }], position } = await api.get(`/api/clients/${id}`);
    await api.json('PATCH', `/api/projects/${project}`, { fields: { state: { value: 'done', version: position } } });
    await clickNode(page, 'link', 'Plutôt Inactif\u00a0?');
    await until(async () => (await api.client(id)).state === 'inactive', 'inactive');
});

test('the state is seen by those who cannot change it, changed on a phone, and counted under the list (CF-03, CF-04)', async (t) => {
    const { api, id, name, page } = await sheetOf(t, { state: 'inactive', owner_id: (await house.api('member')).me.user.id });
    const member = await house.page(t, `/clients/${id}`, { as: 'member' });
    for (const words of ['État\u00a0: Inactif', 'Réactivation']) await seenText(member, words);
    const small = await house.page(t, `/clients/${id}`, { viewport: { width: 390, height: 844 } });
    await clickNode(small, 'button', 'Actions');
    await clickNode(small, 'menuitemcheckbox', /Suspendu$/);
    await until(async () => (await api.client(id)).state === 'suspended', 'suspended');
    await page.goto(`/clients?q=${encodeURIComponent(name)}`);
    await byRole(page, 'row', name).first().getByText('État\u00a0: Suspendu').first().waitFor({ state: 'attached' });
    await seenText(page, '1 suspendu');
});

test('general information is edited on the sheet, with words of the settings (CF-10, CF-12)', async (t) => {
    const admin = await house.api('admin'), sector = fresh('Secteur'), size = fresh('Taille');
    for (const [list, name] of [['sector', sector], ['size', size]]) await admin.post('/api/options', { list, name });
    const api = await house.api('manager'), id = await api.create({ legal_name: fresh('Avant') }), name = fresh('Après');
    const page = await house.page(t, `/clients/${id}`, { as: 'manager' });
    await editField(page, 'Raison sociale', name);
    await seen(page, 'heading', name);
    await editField(page, 'Nom commercial', `Chez ${name}`);
    await seen(page, 'heading', `Chez ${name}`);
    await editField(page, 'Site web', 'https://general.example');
    await editField(page, 'Notes', 'Livrer le matin', { leave: 'Tab' });
    for (const [label, word] of [['Secteur', sector], ['Taille', size]]) {
        await clickNode(page, 'button', new RegExp(`^Modifier ${label}`));
        await clickNode(page, 'option', word);
        await seen(page, 'button', `Modifier ${label}\u00a0: ${word}`);
    }
    const words = (await api.get('/api/words')).options, idOf = (word) => words.find((one) => one.name === word).id;
    await until(async () => (await api.client(id)).size_id === idOf(size), 'everything is saved');
    const now = await api.client(id);
    assert.deepEqual([now.legal_name, now.trade_name, now.website, now.notes, now.sector_id], [name, `Chez ${name}`, 'https://general.example', 'Livrer le matin', idOf(sector)]);
});

test('the main address is marked, and another one takes over (CF-10)', async (t) => {
    const { api, id, page } = await sheetOf(t);
    for (const label of ['Siège', 'Atelier']) await api.post(`/api/clients/${id}/addresses`, { label, line1: '1 rue du Port', postal_code: '34200', city: 'Sète' });
    const address = (label) => byRole(page, 'listitem', label).first(), marked = (label) => address(label).getByText('Principale', { exact: true });
    await marked('Siège').waitFor({ state: 'attached' });
    assert.equal(await marked('Atelier').count(), 0);
    await settle(page);
    await address('Atelier').getByText('Définir principale').click({ force: true });
    await marked('Atelier').waitFor({ state: 'attached' });
    await marked('Siège').waitFor({ state: 'detached' });
    const { addresses } = await api.get(`/api/clients/${id}`);
    assert.deepEqual(addresses.filter((one) => one.is_main).map((one) => one.label), ['Atelier']);
});

test('what each role is offered: a member reads and logs, a manager edits, an admin also deletes (CF-12, CF-13, CF-32)', async (t) => {
    const api = await house.api(), { user } = (await house.api('member')).me, name = fresh('Rôles');
    const id = await api.create({ legal_name: name, owner_id: user.id }, { contacts: [{ contact: { last_name: 'Rôle' } }] });
    const { contacts: [{ contact: { id: person } }] } = await api.get(`/api/clients/${id}`);
    const rights = {
        member: { create: 0, form: 0, edit: 0, key: 0, state: 0, contact: 0, person: 0, portal: 0, bin: 0 },
        manager: { create: 1, form: 1, edit: 1, key: 1, state: 1, contact: 1, person: 1, portal: 1, bin: 0 },
        admin: { create: 1, form: 1, edit: 1, key: 1, state: 1, contact: 1, person: 1, portal: 1, bin: 1 },
    };
    for (const [as, expected] of Object.entries(rights)) {
        const page = await house.page(t, '/clients', { as }), offered = async (role, label) => Math.min(1, await byRole(page, role, label).count());
        await searchList(page, name);
        assert.deepEqual(await rowNames(page), [name], as);
        const can = { create: await offered('button', 'Nouveau client') };
        await page.goto('/clients/new');
        can.form = await offered('textbox', 'Raison sociale');
        await page.goto(`/clients/${id}`);
        await seen(page, 'radio', 'Échanges');
        await page.goto(`/clients/${id}?tab=contacts&contact=${person}`);
        await seen(page, 'complementary', 'Rôle');
        await seen(page, 'button', 'Consigner');
        await seen(page, 'tab', 'Historique');
        can.edit = await offered('button', /^Modifier Téléphone/);
        can.state = await offered('button', /Actif$/);
        can.contact = await offered('button', 'Ajouter un contact');
        can.person = await offered('button', 'Modifier le contact');
        can.portal = await offered('button', 'Inviter…');
        assert.equal(await byRole(page, 'switch', 'Accès portail').first().isDisabled(), !expected.portal, as);
        await clickNode(page, 'button', 'Actions');
        can.bin = await offered('menuitem', 'Mettre à la corbeille…');
        assert.equal(await offered('menuitem', 'Modifier les informations'), expected.edit, as);
        await page.keyboard.press('Escape');
        await page.keyboard.press('e');
        await settle(page);
        can.key = await offered('textbox', 'Raison sociale');
        assert.deepEqual(can, expected, as);
        await page.context().close();
    }
});

test('a prospect becomes a client: new reference, the old one still finds it', async (t) => {
    const { api, id, name, page } = await sheetOf(t, { state: 'prospect' });
    const before = await api.client(id);
    assert.match(before.reference, /^PR-/);
    await clickNode(page, 'button', 'Transformer en client');
    await until(async () => (await api.client(id)).state === 'active', 'an active client');
    const after = await api.client(id);
    assert.match(after.reference, /^CL-/);
    assert.equal(after.previous_reference, before.reference);
    const { rows } = await api.get('/api/clients?limit=5&q=' + encodeURIComponent(before.reference));
    assert.ok(rows.some((row) => row.name === name), 'found by its old reference');
    await page.keyboard.press('Control+z');
    await until(async () => (await api.client(id)).state === 'prospect', 'a prospect again');
    assert.equal((await api.client(id)).reference, before.reference);
});

test('a contact is added with every field and what its roles give, found on the sheet, and is the main one until another is chosen (CF-14, CF-15, CF-16, CF-17, CF-18)', async (t) => {
    const { api, id, page } = await sheetOf(t, {}, {}, '?tab=contacts');
    await clickNode(page, 'button', /^(Ajouter un contact|Nouveau contact|Ajouter le premier contact)/);
    await fill(page, 'Prénom', 'Claire');
    await fill(page, 'Nom', 'Fontaine');
    const fields = { 'E-mail': 'claire.fontaine@example.org', Téléphone: '02 61 91 40 12', Mobile: '06 12 34 56 78', Notes: 'Préfère le matin', Poste: 'Gérante' };
    for (const [label, value] of Object.entries(fields)) await fill(page, label, value);
    await clickNode(page, 'combobox', 'Rôle');
    for (const role of ['Décideur', 'Technique']) await clickNode(page, 'option', role);
    await page.keyboard.press('Escape');
    await clickNode(page, 'checkbox', 'Accès portail');
    await seenText(page, 'Claire Fontaine gagnera\u00a0: Voir les projets et les jalons, Voir les tâches, Voir les documents, Commenter, Approuver les livrables.');
    await page.keyboard.press('Control+s');
    const sheet = await until(async () => { const s = await api.get(`/api/clients/${id}`); return s.contacts.length === 1 && s; }, 'one contact');
    const [{ contact, job_title, roles, has_portal, is_main }] = sheet.contacts;
    assert.deepEqual([contact.last_name, contact.email, contact.phone, contact.mobile, contact.notes, job_title, roles, has_portal, is_main],
        ['Fontaine', fields['E-mail'], '+33261914012', '+33612345678', fields.Notes, 'Gérante', ['decision_maker', 'technical'], true, true]);
    assert.equal(switchesOf(sheet.contacts[0]), 'tasks comment approve documents', 'what the form said');
    const row = byRole(page, 'row', 'Claire Fontaine').first();
    for (const words of ['Contact principal', 'Gérante', 'Décideur', 'Technique', 'Jamais invité']) await row.getByText(words).first().waitFor({ state: 'attached' });
    await clickNode(page, 'row', 'Claire Fontaine');
    const aside = byRole(page, 'complementary', 'Claire Fontaine').first();
    for (const shown of [fields['E-mail'], fields.Téléphone, fields.Mobile]) await aside.getByRole('link', { name: shown }).first().waitFor({ state: 'attached' });
    for (const words of [fields.Notes, 'Gérante, contact principal']) await aside.getByText(words).first().waitFor({ state: 'attached' });
    assert.equal(await aside.getByRole('button', { name: 'Définir comme contact principal' }).count(), 0, 'the first is the main one');
    // A second one takes over.
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Seconde' } });
    await clickNode(page, 'row', 'Seconde');
    await clickNode(page, 'button', 'Définir comme contact principal');
    const mains = async () => (await api.get(`/api/clients/${id}`)).contacts.filter((one) => one.is_main).map((one) => one.contact.last_name).join();
    await until(async () => await mains() === 'Seconde', 'the other, and only the other');
    await page.keyboard.press('Control+z');
    await until(async () => await mains() === 'Fontaine', 'one undo');
});

test('a contact and his place at the client change together: one undo', async (t) => {
    const contacts = [{ contact: { first_name: 'Maud', last_name: 'Avant' }, job_title: 'Comptable' }];
    const { api, id, page } = await sheetOf(t, {}, { contacts }, '?tab=contacts');
    await page.goto(`/clients/${id}?tab=contacts&contact=${(await api.get(`/api/clients/${id}`)).contacts[0].contact.id}`);
    const now = async () => {
        const { contacts: [{ contact, job_title }] } = await api.get(`/api/clients/${id}`);
        return `${contact.last_name}, ${job_title}`;
    };
    await clickNode(page, 'button', 'Modifier le contact');
    await fill(page, 'Nom', 'Après');
    await fill(page, 'Poste', 'Gérante');
    await page.keyboard.press('Control+s');
    await until(async () => await now() === 'Après, Gérante', 'both are saved');
    await page.keyboard.press('Control+z');
    await until(async () => await now() === 'Avant, Comptable', 'both are back');
});

test('a private person becomes a company with its first contact: one undo', async (t) => {
    const api = await house.api(), last = fresh('Le Goff');
    const id = await api.create({ kind: 'person', first_name: 'Anaïs', last_name: last });
    const page = await house.page(t, `/clients/${id}`);
    await clickNode(page, 'button', 'Actions');
    await clickNode(page, 'menuitem', 'Convertir en professionnel…');
    await fill(page, 'Raison sociale', `${last} SARL`);
    await clickNode(page, 'button', 'Convertir');
    const sheet = await until(async () => { const s = await api.get(`/api/clients/${id}`); return s.client.kind === 'company' && s; }, 'a company');
    assert.equal(sheet.contacts[0].contact.last_name, last);
    assert.equal(sheet.contacts[0].is_main, true);
    await page.keyboard.press('Control+z');
    const before = await until(async () => { const s = await api.get(`/api/clients/${id}`); return s.client.kind === 'person' && s; }, 'a person again');
    assert.equal(before.contacts.length, 0);
});

test('an address with a wrong postal code is refused, a right one is kept', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await clickNode(page, 'button', 'Ajouter une adresse');
    await seen(page, 'dialog', /adresse/i);
    await fill(page, 'Adresse', '12 rue de l’Église');
    await fill(page, 'Code postal', '3420');
    await fill(page, 'Ville', 'Sète');
    await page.keyboard.press('Control+s');
    await settle(page);
    assert.equal((await api.get(`/api/clients/${id}`)).addresses.length, 0);
    await fill(page, 'Code postal', '34200');
    await page.keyboard.press('Control+s');
    const [address] = await until(async () => { const { addresses } = await api.get(`/api/clients/${id}`); return addresses.length && addresses; }, 'the address');
    assert.equal(address.city, 'Sète');
    assert.equal(address.is_main, true);
    await seenText(page, /12 rue de l’Église.*34200 Sète/);
});

test('a project is added and its budget counts in the figures (CF-28, CF-30)', async (t) => {
    const { api, id, page } = await sheetOf(t, {}, {}, '?tab=projects');
    await clickNode(page, 'button', 'Ajouter un projet');
    await fill(page, 'Nom', 'Rénovation de l’atelier');
    await fill(page, 'Budget', '12 500,50');
    await fill(page, 'Progression', '30');
    await fill(page, 'Date limite', '24/12/2030');
    await clickNode(page, 'combobox', 'Équipe');
    await clickNode(page, 'option', api.me.user.name);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    const [project] = await until(async () => { const { projects } = await api.get(`/api/clients/${id}`); return projects.length && projects; }, 'the project');
    assert.deepEqual([project.budget_cents, project.progress, project.due_on, project.state, project.team_ids], [1250050, 30, '2030-12-24', 'running', [api.me.user.id]]);
    await seenText(page, 'Rénovation de l’atelier');
    const card = byRole(page, 'listitem', 'Rénovation de l’atelier').first();
    for (const words of ['En cours', /^30\s?%$/, /12\s500,50\s€/, /24 déc\./]) await card.getByText(words).first().waitFor({ state: 'attached' });
    await card.getByRole('group', { name: 'Équipe' }).getByRole('img', { name: api.me.user.name }).waitFor({ state: 'attached' });
    await card.getByRole('img', { name: 'Caché au portail' }).waitFor({ state: 'attached' });
    // Another one waits.
    await clickNode(page, 'button', 'Ajouter un projet');
    await fill(page, 'Nom', 'Plus tard');
    await clickNode(page, 'combobox', 'État');
    await clickNode(page, 'option', 'En attente');
    await fill(page, 'Budget', '500');
    await page.keyboard.press('Control+s');
    await byRole(page, 'listitem', 'Plus tard').first().getByText('En attente').first().waitFor({ state: 'attached' });
    // The figures: one runs, one waits, one is done, another does not count.
    await api.post(`/api/clients/${id}/projects`, { name: 'Fini', state: 'done', budget_cents: 100000 });
    await api.post(`/api/clients/${id}/projects`, { name: 'Annulé', state: 'cancelled', budget_cents: 700000 });
    await clickNode(page, 'tab', 'Activité');
    for (const words of [/^14\s000,50\s€$/, /^12\s500,50\s€$/, '1 projet en cours']) await seenText(page, words);
    const { rows } = await api.get(`/api/clients?limit=5&q=${encodeURIComponent((await api.client(id)).legal_name)}`);
    assert.equal(rows[0].value_cents, 1400050, 'the list shows it too');
});

test('the timeline: a meeting with who was there is logged, what happens by itself stands beside it, filters choose (CF-01, CF-31)', async (t) => {
    const { api, id, page } = await sheetOf(t, {}, { contacts: [{ contact: { last_name: 'Durand' } }, { contact: { last_name: 'Martin' } }] });
    await api.change(id, { state: 'prospect' });
    for (const name of ['Frise', 'Mosaïque']) await api.post(`/api/clients/${id}/projects`, { name });
    await api.post(`/api/clients/${id}/activities`, { kind: 'email', direction: 'incoming', body: 'Devis accepté' });
    await clickNode(page, 'radio', 'Réunion');
    await fill(page, 'Consigner une activité', 'Réunion de lancement');
    const press = async (name) => {
        await page.locator('#mirror').getByRole('form', { name: 'Consigner une activité' }).getByRole('button', { name, exact: true }).click({ force: true });
        await settle(page);
    };
    await press('Contact');
    await clickNode(page, 'menuitemcheckbox', 'Durand');
    await press('Durand');
    await clickNode(page, 'menuitemcheckbox', 'Martin');
    await seen(page, 'button', 'Durand, Martin');
    await press('Consigner');
    const meeting = await until(async () => (await api.get(`/api/clients/${id}/timeline?kinds=meeting`)).activities[0], 'the meeting');
    assert.equal(meeting.contact_ids.length, 2);
    await seenText(page, /avec Durand, Martin/);
    for (const words of ['Réunion de lancement', 'Devis accepté', 'Projet Frise démarré', 'Actif → Prospect']) await seenText(page, words);
    await clickNode(page, 'radio', 'Projets');
    await until(async () => { await settle(page); const words = await textOf(page); return words.includes('Projet Frise démarré') && !words.includes('Devis accepté'); }, 'projects only');
    // The same client’s contacts and projects are one tab away.
    await clickNode(page, 'tab', /^Contacts/);
    for (const name of ['Durand', 'Martin']) await seen(page, 'row', name);
    await clickNode(page, 'tab', /^Projets/);
    for (const name of ['Frise', 'Mosaïque']) await seen(page, 'link', name);
});

test('what is logged keeps its kind, day, hour and length, and starts internal; every filter shows its own (CF-27, CF-31)', async (t) => {
    const { api, id, page } = await sheetOf(t, { state: 'active' }, { contacts: [{ contact: { last_name: 'Durand' } }] });
    await api.change(id, { state: 'prospect' });
    await api.post(`/api/clients/${id}/projects`, { name: 'Frise' });
    await api.post(`/api/clients/${id}/activities`, { kind: 'call', direction: 'incoming', body: 'Il rappelle' });
    const form = page.locator('#mirror').getByRole('form', { name: 'Consigner une activité' });
    const log = async (kind, body, more = async () => {}) => {
        await clickNode(page, 'radio', kind);
        await fill(page, 'Consigner une activité', body);
        await more();
        await settle(page);
        await form.getByRole('button', { name: 'Consigner', exact: true }).click({ force: true });
        const logged = await until(async () => (await api.get(`/api/clients/${id}/timeline`)).activities.find((one) => one.body === body), body);
        await byRole(page, 'region', 'Historique de la relation').getByText(body).first().waitFor({ state: 'attached' });
        return logged;
    };
    const note = await log('Note', 'Sonner deux fois'), mail = await log('E-mail', 'Devis envoyé');
    assert.deepEqual([note.kind, note.visibility, mail.kind, mail.direction], ['note', 'internal', 'email', 'outgoing']);
    const meeting = await log('Réunion', 'Sur place', async () => {
        await fill(page, 'Durée', '90');
        await form.getByRole('button', { name: 'Maintenant', exact: true }).click({ force: true });
        await fill(page, 'Date', '02/03/2026');
        await fill(page, 'Heure', '14:30');
        await page.keyboard.press('Escape');
    });
    assert.deepEqual([meeting.kind, meeting.duration_minutes, meeting.happened_at.slice(0, 16)], ['meeting', 90, '2026-03-02T13:30']);
    for (const words of ['Appel entrant', 'E-mail envoyé']) await seenText(page, words);
    // What each filter shows, of everything that has happened.
    const bodies = { call: 'Il rappelle', note: 'Sonner deux fois', mail: 'Devis envoyé', meeting: 'Sur place', project: 'Projet Frise démarré', state: 'Actif → Prospect' };
    const shows = async () => { const words = await textOf(page); return Object.keys(bodies).filter((one) => words.includes(bodies[one])).sort().join(); };
    for (const [filter, wanted] of [['Échanges', 'call,mail,meeting'], ['Notes', 'note'], ['Projets', 'project'], ['Documents', ''], ['États', 'state'], ['Portail', ''], ['Tout', 'call,mail,meeting,note,project,state']]) {
        await clickNode(page, 'radio', filter);
        await until(async () => { await settle(page); return await shows() === wanted; }, `${filter}: ${wanted}`);
    }
});

test('the sheet says how complete it is, and what is missing among the contacts (CF-33)', async (t) => {
    const { api, id, page } = await sheetOf(t, {}, {}, '?tab=contacts');
    const percent = async () => { await settle(page); return Number(await byRole(page, 'progressbar', 'Fiche complète').first().getAttribute('aria-valuenow')); };
    const before = await percent(), grown = async (than) => until(async () => await percent() > than && percent(), `more than ${than} %`);
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Un' }, roles: ['technical'] });
    await seenText(page, 'Ajoutez un second contact');
    const one = await grown(before);
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Deux' } });
    await seenText(page, 'Personne n’est Décideur');
    const two = await grown(one);
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Trois' }, roles: ['decision_maker'] });
    await seenText(page, '2 contacts minimum, rôles clairs');
    const three = await grown(two);
    await api.change(id, { notes: 'À jour' });
    await grown(three);
});

test('an activity is logged from the keyboard and appears in the timeline', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await page.keyboard.press('c');
    await settle(page);
    await page.keyboard.insertText('Rappelé : la livraison est avancée à jeudi.');
    await settle(page);
    await page.keyboard.press('Control+Enter');
    const found = await until(async () => {
        const { activities, items, rows } = await api.get(`/api/clients/${id}/timeline?limit=10`);
        return (activities || items || rows || []).find((one) => JSON.stringify(one).includes('avancée à jeudi'));
    }, 'the activity');
    assert.ok(found);
    await seenText(page, /avancée à jeudi/);
});

test('the timeline is filtered: exchanges, notes, documents, each with its own', async (t) => {
    const api = await house.api();
    const client = await api.create({ legal_name: fresh('Chronologie') });
    for (const [kind, body] of [['call', 'Un appel'], ['note', 'Une note']])
        await api.post(`/api/clients/${client}/activities`, { kind, body });
    const { folder } = await api.post(`/api/clients/${client}/folders`, { name: 'Plans', parent_id: null });
    const begun = await api.post('/api/uploads', { name: 'plan.txt', size: 4 });
    await fetch(`${house.server.url}/api/uploads/${begun.id}?offset=0`, { method: 'PUT', headers: { Cookie: api.cookie }, body: 'plan' });
    await api.post(`/api/clients/${client}/documents`, { folder_id: folder.id, files: [{ upload: begun.id }] });
    const page = await house.page(t, `/clients/${client}`);
    for (const text of ['Un appel', 'Une note', /plan\.txt/]) await seenText(page, text);
    const only = async (filter, text, others) => {
        await clickNode(page, 'radio', filter);
        await until(async () => {
            const words = await textOf(page);
            return words.includes(text) && others.every((other) => !words.includes(other));
        }, `${filter} alone`);
    };
    await only('Échanges', 'Un appel', ['Une note', 'plan.txt']);
    await only('Notes', 'Une note', ['Un appel', 'plan.txt']);
    await only('Documents', 'plan.txt', ['Un appel', 'Une note']);
});

test('the memo is written, seen, and survives a reload', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await page.keyboard.press('m');
    await settle(page);
    await page.keyboard.insertText('Code du portail : 4512. Sonner deux fois.');
    await settle(page);
    await page.keyboard.press('Control+s');
    await until(async () => /4512/.test((await api.client(id)).memo || ''), 'the memo is saved');
    await page.reload();
    await seenText(page, /Sonner deux fois/);
});

test('a draft survives a reload', async (t) => {
    const { page } = await sheetOf(t);
    await page.keyboard.press('m');
    await settle(page);
    await page.keyboard.insertText('Pas encore fini');
    await settle(page);
    page.on('dialog', (dialog) => dialog.accept());
    await page.reload();
    await seen(page, 'button', 'Modifier le mémo');
    await page.keyboard.press('m');
    await until(async () => /Pas encore fini/.test(await page.locator('#agent-host').locator('textarea').inputValue().catch(() => '')), 'the text is there');
    // Of this client only.
    await page.goto(`/clients/${await (await house.api()).create({ legal_name: fresh('Voisin') })}`);
    await seen(page, 'button', /mémo/i);
    await page.keyboard.press('m');
    await settle(page);
    assert.equal(await page.locator('#agent-host').locator('textarea').inputValue(), '');
});

test('an old value is put back from the history of its field', async (t) => {
    const { api, id, page } = await sheetOf(t, { phone: '0144556677', email: 'avant@example.org' });
    for (const phone of ['0467399841', '0499112233']) await api.change(id, { phone });
    await api.change(id, { email: 'apres@example.org' });
    await page.goto(`/clients/${id}?tab=history&field=phone`);
    await page.locator('#mirror').getByRole('button', { name: 'Remettre cette valeur', exact: true }).last().click({ force: true });
    await until(async () => (await api.client(id)).phone === '+33144556677', 'the first number is back');
    assert.equal((await api.client(id)).email, 'apres@example.org');
});

test('the history tells a moment on the clock of whoever reads it', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await api.post(`/api/clients/${id}/archive`);
    const at = new Date((await api.client(id)).archived_at), written = (options) => at.toLocaleString('fr-FR', { timeZone: 'Europe/Paris', ...options });
    await page.goto(`/clients/${id}?tab=history`);
    await seenText(page, `→ ${written({ dateStyle: 'short' })} à ${written({ timeStyle: 'short' })}`);
});

test('archived clients leave the list and come back by undo', async (t) => {
    const { api, id, name, page } = await sheetOf(t);
    await clickNode(page, 'button', 'Actions');
    await clickNode(page, 'menuitem', 'Archiver');
    await until(async () => (await api.client(id)).archived_at, 'archived');
    assert.equal(await api.count(name), 0);
    await page.keyboard.press('Control+z');
    await until(async () => await api.count(name) === 1, 'in the list again');
});

test('the bin asks first, and Escape keeps the client (CF-13)', async (t) => {
    const { api, id, name, page } = await sheetOf(t);
    const ask = async () => {
        await clickNode(page, 'button', 'Actions');
        await clickNode(page, 'menuitem', 'Mettre à la corbeille…');
        await seen(page, 'alertdialog', new RegExp(name)).catch(() => seen(page, 'dialog', new RegExp(name)));
    };
    await ask();
    await page.keyboard.press('Escape');
    await settle(page);
    assert.equal(await api.count(name), 1);
    await ask();
    await clickNode(page, 'button', 'Mettre à la corbeille');
    await until(async () => await api.count(name) === 0, 'gone from the list');
    await page.keyboard.press('Control+z');
    await until(async () => await api.count(name) === 1, 'back in the list');
    assert.ok((await api.client(id)).id);
});

test('a sheet that does not exist says so', async (t) => {
    const page = await house.page(t, '/clients/99999999');
    await seenText(page, 'Fiche introuvable');
    assert.doesNotMatch(await textOf(page), /undefined|null|NaN/);
    await clickNode(page, 'button', 'Clients');
    await until(() => new URL(page.url()).pathname === '/clients', 'the way out');
});
