// Creating a company and a private person; what a form says about wrong values.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, fresh, houseOf, seen, seenText, settle, switchesOf, test, textOf, until, valueOf } from './app.mjs';

const house = houseOf();
const sheetId = (page) => until(() => Number(/\/clients\/(\d+)/.exec(page.url())?.[1]), 'the sheet of the new client');
// The form is open and nothing is in it: "Effacer le brouillon" is offered with the first letter.
async function empty(page) {
    await seen(page, 'heading', 'Qui est ce client\u00a0?');
    await settle(page);
    assert.equal(await byRole(page, 'button', 'Effacer le brouillon').count(), 0);
    assert.equal(await valueOf(page, 'Raison sociale'), '');
}

test('a company is created and can be undone', async (t) => {
    const api = await house.api(), page = await house.page(t), name = fresh('Société');
    await page.keyboard.press('n');
    await until(() => page.url().endsWith('/clients/new'), 'the form');
    await fill(page, 'Raison sociale', name);
    await fill(page, 'SIREN', '552 100 554');
    await fill(page, 'E-mail', 'contact@example.org');
    await fill(page, 'Téléphone', '04 67 39 98 41');
    await page.keyboard.press('Control+s');
    const id = await sheetId(page), client = await api.client(id);
    assert.equal(client.legal_name, name);
    assert.equal(client.siren, '552100554');
    assert.equal(client.phone, '+33467399841');
    await seen(page, 'heading', name);
    await page.keyboard.press('Control+z');
    await until(async () => await api.count(name) === 0, 'undone');
    await page.goto('/clients/new');
    await empty(page);
});

test('a private person is created', async (t) => {
    const api = await house.api(), page = await house.page(t, '/clients/new'), name = fresh('Le Goff');
    await clickNode(page, 'radio', 'Particulier');
    await fill(page, 'Prénom', 'Anaïs');
    await fill(page, 'Nom', name);
    await page.keyboard.press('Control+s');
    const client = await api.client(await sheetId(page));
    assert.equal(client.kind, 'person');
    assert.equal(client.last_name, name);
});

test('nothing is sent while a field is wrong: every one is marked and nothing typed is lost', async (t) => {
    const api = await house.api(), page = await house.page(t, '/clients/new'), name = fresh('Refusée');
    await fill(page, 'Raison sociale', name);
    await fill(page, 'SIREN', '123456789');
    await fill(page, 'E-mail', 'sans-arobase.example.org');
    await page.keyboard.press('Control+s');
    await settle(page);
    for (const label of ['SIREN', 'E-mail'])
        await until(async () => await page.locator('#mirror, #agent-host').locator(`[aria-label="${label}"][aria-invalid="true"]`).count() > 0, `${label} is marked`);
    assert.equal(await api.count(name), 0);
    assert.match(page.url(), /\/clients\/new/);
    await fill(page, 'SIREN', '552100554');
    await fill(page, 'E-mail', 'avec@example.org');
    await page.keyboard.press('Control+s');
    assert.equal((await api.client(await sheetId(page))).legal_name, name);
});

test('what is needed is said once, wide and on a phone', async (t) => {
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
        const page = await house.page(t, '/clients/new', { viewport });
        await seen(page, 'heading', 'Qui est ce client\u00a0?');
        assert.equal((await textOf(page)).split('Tout le reste pourra être complété plus tard').length - 1, 1, `${viewport.width}`);
    }
});

test('an empty form is refused in words (CF-11)', async (t) => {
    const page = await house.page(t, '/clients/new');
    await page.keyboard.press('Control+s');
    await settle(page);
    assert.match(page.url(), /\/clients\/new/);
    await until(async () => await page.locator('#mirror [aria-invalid="true"], #agent-host [aria-invalid="true"]').count() > 0, 'a field is marked');
});

test('two steps: the contacts come with the client, in one action (CF-11, CF-18)', async (t) => {
    const api = await house.api(), page = await house.page(t, '/clients/new'), name = fresh('Deux étapes');
    const sector = fresh('Secteur'), { option } = await (await house.api('admin')).post('/api/options', { list: 'sector', name: sector });
    await page.reload();
    await fill(page, 'Raison sociale', name);
    await fill(page, 'Nom commercial', `Chez ${name}`);
    await fill(page, 'Téléphone', '04 67 39 98 41');
    await clickNode(page, 'combobox', 'Secteur');
    await clickNode(page, 'option', sector);
    await page.keyboard.press('Control+Enter');
    for (const [first, last, email] of [['Maël', 'Le Bihan', 'mael@example.org'], ['Nour', 'Haddad', '']]) {
        await clickNode(page, 'button', 'Nouveau contact');
        // A card is called what the contact is called.
        for (const [card, label, text] of [['Nouveau contact', 'E-mail', email], ['Nouveau contact', 'Prénom', first], [first, 'Nom', last]]) {
            await byRole(page, 'group', card).first().getByRole('textbox', { name: label, exact: true }).click({ force: true });
            await settle(page);
            await page.keyboard.insertText(text);
            await settle(page);
        }
    }
    await byRole(page, 'group', 'Maël Le Bihan').first().getByRole('combobox', { name: 'Rôle' }).click({ force: true });
    await clickNode(page, 'option', 'Technique');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    const id = await sheetId(page), sheet = await api.get(`/api/clients/${id}`);
    const { trade_name, phone, sector_id } = sheet.client;
    assert.deepEqual([trade_name, phone, sector_id], [`Chez ${name}`, '+33467399841', option.id]);
    assert.deepEqual(sheet.contacts.map(({ contact, is_main }) => [`${contact.first_name} ${contact.last_name}`, contact.email ?? '', is_main]),
        [['Maël Le Bihan', 'mael@example.org', true], ['Nour Haddad', '', false]]);
    assert.equal(switchesOf(sheet.contacts[0]), 'tasks comment documents', 'the role fills the switches');
    await seen(page, 'heading', `Chez ${name}`);
    await page.keyboard.press('Control+z');
    await until(async () => await api.count(name) === 0, 'client and contact are one undo');
});

test('leaving a form keeps a draft: it is there on coming back, and can be thrown away', async (t) => {
    const page = await house.page(t, '/clients/new'), name = fresh('Pas encore');
    await fill(page, 'Raison sociale', name);
    await byRole(page, 'link', 'Clients').first().click({ force: true });
    await until(() => new URL(page.url()).pathname === '/clients', 'the list');
    await page.reload();
    await settle(page);
    await page.keyboard.press('n');
    await until(async () => { await settle(page); return (await textOf(page)).includes(name) || await valueOf(page, 'Raison sociale') === name; }, 'the draft');
    await clickNode(page, 'button', 'Effacer le brouillon');
    assert.equal(await valueOf(page, 'Raison sociale'), '');
});

test('a client who seems to exist already is shown while typing', async (t) => {
    const api = await house.api(), name = fresh('Jumeau');
    await api.create({ legal_name: name, siren: '732829320' });
    const page = await house.page(t, '/clients/new');
    await fill(page, 'SIREN', '732829320');
    await until(async () => { await settle(page); return (await textOf(page)).includes(name); }, 'the look-alike');
});

test('a client created offline leaves the form, is there once when the network is back, and leaves no draft', async (t) => {
    const api = await house.api(), page = await house.page(t, '/clients/new'), name = fresh('Hors ligne');
    await fill(page, 'Raison sociale', name);
    await page.context().setOffline(true);
    await page.keyboard.press('Control+s');
    await until(() => new URL(page.url()).pathname === '/clients', 'the list');
    await seenText(page, /^Hors ligne, 1 modification/);
    await page.context().setOffline(false);
    await until(async () => await api.count(name) === 1, 'created', 12000);
    await page.keyboard.press('n');
    await empty(page);
});

test('a creation that the server refuses: in the form while it is open, as a draft when it was sent later', async (t) => {
    const api = await house.api(), page = await house.page(t, '/clients/new'), name = fresh('Refus'), refusal = 'Ce numéro est déjà celui d’un autre client';
    let away = false;
    await page.route('**/api/clients', (route) => route.request().method() !== 'POST' ? route.continue() : away ? route.abort('internetdisconnected')
        : route.fulfill({ status: 422, contentType: 'application/problem+json', body: JSON.stringify({ status: 422, detail: refusal, fields: [{ field: 'client.siren', message: refusal }] }) }));
    await fill(page, 'Raison sociale', name);
    await fill(page, 'SIREN', '732829320');
    await page.keyboard.press('Control+s');
    const said = () => page.locator('#mirror, #agent-host').locator('[aria-label="SIREN"][aria-invalid="true"]').count();
    await until(async () => await said() > 0, 'the field is marked');
    assert.equal(await valueOf(page, 'Raison sociale'), name);
    away = true;
    await page.keyboard.press('Control+s');
    await until(() => new URL(page.url()).pathname === '/clients', 'the list');
    away = false;
    await seen(page, 'group', 'Non enregistré');
    await seenText(page, refusal);
    await page.keyboard.press('n');
    await seen(page, 'button', 'Effacer le brouillon');
    assert.ok((await textOf(page)).includes(name), 'what was typed');
    assert.equal(await api.count(name), 0);
});
