// Forms of the client sheet: what was typed is not lost by closing, Tab goes as people read, a field says its own reason
// at once, days and durations are typed as people write them; what the sheet shows beside its forms.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, focusedName, fresh, gone, houseOf, seen, seenText, settle, test, until, valueOf } from './app.mjs';

const house = houseOf();
const question = /^Quitter sans enregistrer\s\?$/;

async function sheetOf(t, tab = '', more = {}) {
    const api = await house.api(), name = fresh('Formulaire');
    const id = await api.create({ legal_name: name }, more);
    const page = await house.page(t, `/clients/${id}${tab && `?tab=${tab}`}`);
    await seen(page, 'heading', name);
    return { api, id, page };
}

test('a contact or a project that was begun is not lost by Escape, by the scrim nor by a button', async (t) => {
    const { api, id, page } = await sheetOf(t, 'contacts');
    await clickNode(page, 'button', /^Ajouter un contact/);
    await seen(page, 'dialog', 'Ajouter un contact');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', 'Ajouter un contact');
    await clickNode(page, 'button', /^Ajouter un contact/);
    await fill(page, 'Prénom', 'Maud');
    const form = byRole(page, 'dialog', 'Ajouter un contact').first();
    const closings = [
        () => page.keyboard.press('Escape'),
        () => page.mouse.click(300, 500),
        () => form.getByRole('button', { name: 'Fermer', exact: true }).click({ force: true }),
        () => form.getByRole('button', { name: /^Annuler/ }).click({ force: true }),
    ];
    for (const close of closings) {
        await close();
        await seen(page, 'dialog', question);
        await clickNode(page, 'button', /^Rester/);
        await gone(page, 'dialog', question);
        assert.equal(await valueOf(page, 'Prénom'), 'Maud');
    }
    await page.keyboard.press('Escape');
    await seen(page, 'dialog', question);
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', question);
    assert.equal(await valueOf(page, 'Prénom'), 'Maud', 'Escape is the answer no');
    await page.keyboard.press('Escape');
    await clickNode(page, 'button', 'Quitter sans enregistrer');
    await gone(page, 'dialog', 'Ajouter un contact');
    assert.equal((await api.get(`/api/clients/${id}`)).contacts.length, 0);
    await clickNode(page, 'tab', /^Projets/);
    await clickNode(page, 'button', 'Ajouter un projet');
    await fill(page, 'Nom', 'Commencé');
    await page.keyboard.press('Escape');
    await seen(page, 'dialog', question);
    await clickNode(page, 'button', /^Rester/);
    await byRole(page, 'dialog', 'Ajouter un projet').getByRole('button', { name: /^Ajouter/ }).click({ force: true });
    await until(async () => (await api.get(`/api/clients/${id}`)).projects.length === 1, 'saved, without another question');
    await gone(page, 'dialog', 'Ajouter un projet');
    assert.equal(await byRole(page, 'dialog', question).count(), 0);
});

test('Tab goes through the contact form row by row; a field says its own reason when it is left', async (t) => {
    const { page } = await sheetOf(t, 'contacts');
    await clickNode(page, 'button', /^Ajouter un contact/);
    await clickNode(page, 'textbox', 'Prénom');
    const order = [];
    for (let i = 0; i < 4; i++) {
        await page.keyboard.press('Tab');
        await settle(page);
        order.push(await focusedName(page));
    }
    assert.deepEqual(order, ['Nom', 'E-mail', 'Téléphone', 'Mobile']);
    await fill(page, 'E-mail', 'Gérante');
    await fill(page, 'Téléphone', '12');
    await clickNode(page, 'textbox', 'Mobile');
    const reason = () => page.locator('#mirror').evaluate((mirror) => mirror.outerHTML);
    await until(async () => /Il manque l’arobase/.test(await reason()), 'the reason');
    assert.doesNotMatch(await reason(), /Vérifiez les champs signalés/);
});

test('an activity’s day and duration are typed as people write them; a wrong day is called one', async (t) => {
    const { api, id, page } = await sheetOf(t);
    await page.keyboard.press('c');
    await settle(page);
    await page.keyboard.insertText('Appel du début de mois');
    const inForm = async (name) => {
        await settle(page);
        await byRole(page, 'form', 'Consigner une activité').getByRole('button', { name }).first().click({ force: true });
        await settle(page);
    };
    const moment = () => inForm(/^(Maintenant|Date|\d+ .*)$/);
    await moment();
    await fill(page, 'Date', 'x/11');
    await fill(page, 'Heure', 'hier');
    await page.keyboard.press('Escape');
    await seen(page, 'button', 'Date');
    await inForm(/^Consigner/);
    const said = (words) => until(async () => words.test(await page.evaluate(() => document.body.innerHTML)), String(words));
    await said(/Heure au format 14:30/);
    await moment();
    await fill(page, 'Heure', '14h30');
    await fill(page, 'Date', 'x/11');
    await page.keyboard.press('Escape');
    await inForm(/^Consigner/);
    await said(/Date illisible/);
    await moment();
    await fill(page, 'Date', '3/1');
    await page.keyboard.press('Escape');
    await seen(page, 'button', /^3 janv\..* 14:30$/);
    await fill(page, 'Durée', '1 h 30');
    await inForm(/^Consigner/);
    const found = await until(async () => Object.values(await api.get(`/api/clients/${id}/timeline?limit=10`)).find(Array.isArray).find((one) => one.body?.includes('début de mois')), 'the activity');
    assert.equal(found.duration_minutes, 90);
    assert.match(found.happened_at, /-01-03T/);
});

test('an invitation that is over is no open door in the sidebar; rights unlike the role say so', async (t) => {
    const { api, id, page } = await sheetOf(t, 'contacts', {
        contacts: [{ contact: { first_name: 'Claire', last_name: 'Fontaine', email: `${fresh('c').replace(' ', '')}@fontaine.example` }, roles: ['technical'], has_portal: true }],
    });
    const status = async () => byRole(page, 'button', 'Claire Fontaine').first().evaluate((node) => node.parentElement.textContent);
    await seenText(page, 'Jamais invité');
    assert.match(await status(), /Jamais invité/);
    const right = (name) => byRole(page, 'row', name).first().textContent();
    assert.doesNotMatch(await right('Voir les factures'), /ajouté/);
    const { contacts: [link] } = await api.get(`/api/clients/${id}`), { position } = await api.get('/api/session');
    await api.json('PATCH', `/api/client-contacts/${link.id}`, { fields: {
        portal_invoices: { value: true, version: position }, portal_tasks: { value: false, version: position } } });
    await until(async () => /oui, ajouté/.test(await right('Voir les factures')), 'added');
    await until(async () => /non, retiré/.test(await right('Tâches partagées')), 'taken away');
});

test('the next tasks name their project and lead to all of them; the eyes of projects have names of their own', async (t) => {
    const { api, id, page } = await sheetOf(t);
    for (const name of ['Baie', 'Wi-Fi']) {
        const { project } = await api.post(`/api/clients/${id}/projects`, { name });
        for (const n of [1, 2, 3]) await api.post(`/api/projects/${project.id}/tasks`, { name: `Tâche ${n} ${name}` });
    }
    const card = byRole(page, 'region', 'Prochaines tâches');
    await card.getByText('Baie', { exact: true }).first().waitFor({ state: 'attached' });
    await clickNode(page, 'link', 'Voir les 6');
    await until(() => page.url().includes('tab=projects'), 'the projects');
    for (const name of ['Baie', 'Wi-Fi']) await seen(page, 'button', new RegExp(`^Qui voit cet élément\\s\\? ${name}$`));
});
