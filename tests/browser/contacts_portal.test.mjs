// Contacts and their portal on the sheet: switches with what they give or take before they are saved, the invitation with
// its mail shown first, status and end of access, messages; the settings of mail with the outbox.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, fresh, gone, seen, seenText, settle, test, textOf, until } from './app.mjs';
import { mailHouse } from './mail_house.mjs';

const { house, mailbox } = mailHouse({ CARNET_MAIL_RETRY_SECONDS: '1' });

async function contactOf(t, roles, place = {}) {
    const api = await house.api(), name = fresh('Portail');
    const email = `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}@fontaine.example`;
    const sheet = await api.post('/api/clients', {
        client: { kind: 'company', state: 'active', legal_name: name },
        contacts: [{ contact: { first_name: 'Claire', last_name: 'Fontaine', email }, roles, ...place }],
    });
    const contact = sheet.contacts[0];
    const page = await house.page(t, `/clients/${sheet.client.id}?tab=contacts&contact=${contact.contact.id}`);
    await seen(page, 'complementary', 'Claire Fontaine');
    const link = async () => (await api.get(`/api/clients/${sheet.client.id}`)).contacts[0];
    return { api, page, link, email, id: sheet.client.id };
}

test('a switch tells what it gives or takes, and saves only when told to (CF-19)', async (t) => {
    const { page, link } = await contactOf(t, ['decision_maker'], { has_portal: true });
    await seenText(page, 'Préréglage : Décideur'.replace(' :', '\u00A0:'));
    await clickNode(page, 'switch', 'Voir les factures');
    await seenText(page, /Claire Fontaine gagnera\s: Voir les factures\./);
    await clickNode(page, 'switch', 'Approuver les livrables');
    await seenText(page, /Claire Fontaine perdra\s: Approuver les livrables\./);
    await seenText(page, 'Décideur, personnalisé');
    assert.equal((await link()).portal_invoices, false);
    await clickNode(page, 'button', 'Enregistrer');
    await until(async () => { const now = await link(); return now.portal_invoices && !now.portal_approve; }, 'the switches');
    await gone(page, 'button', 'Enregistrer');
    await clickNode(page, 'button', 'Revenir au préréglage du rôle');
    // The toast of the save offers "Annuler", too.
    await byRole(page, 'complementary', 'Claire Fontaine').getByRole('button', { name: 'Annuler', exact: true }).click({ force: true });
    await gone(page, 'button', 'Enregistrer');
    assert.equal((await link()).portal_invoices, true);
});

// The table of features.md 1.6; each access begins with it, and each switch is saved for itself.
const switchNames = { portal_tasks: 'Voir les tâches', portal_comment: 'Commenter', portal_approve: 'Approuver les livrables', portal_documents: 'Voir les documents', portal_invoices: 'Voir les factures' };
const presets = {
    decision_maker: ['Décideur', '10110'], technical: ['Technique', '11010'], billing: ['Facturation', '00001'], observer: ['Observateur', '10010'],
};
const bits = (link) => Object.keys(switchNames).map((field) => Number(link[field])).join('');

test('an access begins with what the role’s preset gives (CF-18)', async (t) => {
    for (const [role, [label, given]] of Object.entries(presets)) {
        const { page, link } = await contactOf(t, [role]);
        await clickNode(page, 'switch', 'Accès portail');
        await seenText(page, `Préréglage\u00a0: ${label}`);
        const states = await Promise.all(Object.values(switchNames).map((name) => byRole(page, 'switch', name).first().getAttribute('aria-checked')));
        assert.equal(states.map((on) => (on === 'true' ? 1 : 0)).join(''), given, `${label}, before it is saved`);
        await clickNode(page, 'button', 'Enregistrer');
        assert.equal(await until(async () => { const now = await link(); return now.has_portal && bits(now); }, 'the access'), given, label);
        await page.context().close();
    }
});

test('each switch is saved for itself, and the access is closed (CF-19)', async (t) => {
    const { page, link } = await contactOf(t, ['decision_maker'], { has_portal: true });
    let now = bits(await link());
    for (const [place, name] of Object.values(switchNames).entries()) {
        const wanted = [...now].map((bit, i) => (i === place ? 1 - bit : bit)).join('');
        await clickNode(page, 'switch', name);
        await clickNode(page, 'button', 'Enregistrer');
        await until(async () => bits(await link()) !== now, `${name} is saved`);
        assert.equal(now = bits(await link()), wanted, `${name}, and nothing else`);
        await gone(page, 'button', 'Enregistrer');
    }
    await clickNode(page, 'switch', 'Accès portail');
    await gone(page, 'switch', 'Commenter');
    await clickNode(page, 'button', 'Enregistrer');
    await until(async () => !(await link()).has_portal, 'no access');
});

test('an invitation shows its mail first, leaves, and the status follows (CF-20)', async (t) => {
    const { page, link, email } = await contactOf(t, ['technical']);
    await seenText(page, 'Jamais invité');
    await clickNode(page, 'button', 'Inviter…');
    await seen(page, 'dialog', 'Inviter Claire Fontaine');
    await seenText(page, /Choisissez un mot de passe/);
    await seenText(page, new RegExp(email));
    assert.equal(mailbox.to(email).length, 0);
    assert.equal((await link()).portal.status, 'never');
    await clickNode(page, 'button', 'Envoyer l’invitation');
    await until(() => mailbox.to(email).length === 1, 'the mail');
    await seenText(page, /Invité le/);
    const now = await link();
    assert.equal(now.portal.status, 'invited');
    assert.equal(now.has_portal, true);
    assert.equal(now.portal_comment, true);
    await seen(page, 'button', 'Renvoyer…');
    await clickNode(page, 'button', 'Révoquer…');
    await clickNode(page, 'button', 'Révoquer');
    await until(async () => (await link()).portal.status === 'revoked', 'the end of access');
    await seenText(page, 'Révoqué');
});

test('the bar of the sheet offers the portals of those who have one', async (t) => {
    const { api, id, page } = await contactOf(t, ['decision_maker'], { has_portal: true });
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Sansportail' } });
    await clickNode(page, 'button', 'Voir comme…');
    await seen(page, 'menuitem', 'Claire Fontaine');
    assert.equal(await page.locator('#mirror').getByRole('menuitem').count(), 1);
    const opened = page.context().waitForEvent('page');
    await clickNode(page, 'menuitem', 'Claire Fontaine');
    const portal = await opened;
    await portal.waitForURL(/\/portal/);
    await seenText(portal, /Claire Fontaine/);
    await portal.close();
});

test('two roles give the union of their presets, as the table of rights shows (CF-15, CF-18)', async (t) => {
    const { page, link } = await contactOf(t, ['technical'], { has_portal: true });
    const right = (name) => byRole(page, 'row', name).first().textContent();
    const rights = async () => { await settle(page); return Promise.all(['Tâches partagées', 'Commenter', 'Approuver les livrables', 'Voir les factures'].map(right)); };
    await until(async () => (await rights()).map((words) => (/oui/.test(words) ? 1 : 0)).join('') === '1100', 'the preset of one role');
    await clickNode(page, 'button', 'Modifier le contact');
    await clickNode(page, 'combobox', 'Rôle');
    await seen(page, 'option', 'Facturation');
    assert.deepEqual(await page.locator('#mirror').getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent)),
        ['Décideur', 'Technique', 'Facturation', 'Observateur']);
    await clickNode(page, 'option', 'Facturation');
    await page.keyboard.press('Escape');
    await seenText(page, /Claire Fontaine gagnera\s: Voir les factures\./);
    await page.keyboard.press('Control+s');
    await until(async () => (await link()).portal_invoices, 'both roles');
    const { roles, portal_comment, portal_approve } = await link();
    assert.deepEqual([[...roles].sort(), portal_comment, portal_approve], [['billing', 'technical'], true, false]);
    await until(async () => (await rights()).map((words) => (/oui/.test(words) ? 1 : 0)).join('') === '1101', 'the union');
});

test('a contact without an address is told why it cannot be invited', async (t) => {
    const { api, page, link, email } = await contactOf(t, ['observer']);
    const { contact } = await link();
    await api.json('PATCH', `/api/contacts/${contact.id}`, { fields: { email: { value: null, version: contact.version } } });
    await until(async () => !(await textOf(page)).includes(email), 'the page without the address');
    await clickNode(page, 'button', 'Inviter…');
    await until(async () => (await textOf(page)).includes('Ce contact n’a pas d’adresse e-mail'), 'the reason');
    assert.equal(await byRole(page, 'button', 'Envoyer l’invitation').first().isDisabled(), true);
});

test('messages are internal until shared on purpose, and a colleague’s arrives live (CF-25)', async (t) => {
    const { api, page, id } = await contactOf(t, ['technical'], { has_portal: true });
    await clickNode(page, 'tab', 'Messages');
    await fill(page, 'Votre message', 'Marge à revoir avant lundi');
    await clickNode(page, 'button', 'Ajouter');
    await seenText(page, 'Interne à l’équipe');
    await seenText(page, 'Marge à revoir avant lundi');
    assert.equal((await api.get(`/api/clients/${id}/messages`)).items[0].shared, false);
    // Somebody without the portal reads nothing.
    await api.post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Sansportail' } });
    await fill(page, 'Votre message', 'Bonjour Claire');
    await clickNode(page, 'switch', 'Partager avec le client');
    await seenText(page, /Le liront\s: Claire Fontaine\./);
    await clickNode(page, 'button', 'Envoyer au client');
    await seenText(page, 'Visible par le client');
    await until(async () => (await api.get(`/api/clients/${id}/messages`)).items.some((one) => one.shared && one.body === 'Bonjour Claire'), 'the shared one');
    // The next one starts internal again.
    await until(() => byRole(page, 'switch', 'Partager avec le client').first().getAttribute('aria-checked').then((on) => on === 'false'), 'internal again');
    const colleague = await house.api('admin');
    await colleague.post(`/api/clients/${id}/messages`, { body: 'Vu, merci' });
    await seenText(page, 'Vu, merci');
});

test('the settings show the outbox: a failure in the server’s words, tried again', async (t) => {
    const { api, page, link, email } = await contactOf(t, ['billing']);
    mailbox.behave = (stage, what) => (stage === 'rcpt' && what === email ? '550 5.1.1 boite inconnue' : undefined);
    await api.post(`/api/client-contacts/${(await link()).id}/invite`);
    await until(async () => (await link()).portal.mail.state === 'failed', 'the failure');
    mailbox.behave = () => undefined;
    await page.goto('/settings/mails');
    await seenText(page, /550 5\.1\.1 boite inconnue/);
    await clickNode(page, 'button', 'Réessayer');
    await until(() => mailbox.to(email).length === 1, 'the mail');
    await settle(page);
});
