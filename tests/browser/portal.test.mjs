// The portal in Chromium: from the invitation to the approval that the team sees, at the size of a desktop and of a
// phone; the preview; the plain pages; accessibility of both.
import assert from 'node:assert/strict';
import { join_portal, linkOf, ok, password, switches, upload } from '../server/portal_world.mjs';
import { byRole, clickNode, fill, gone, houseOf, running, seen, seenText, settle, test, textOf, until } from './app.mjs';
import { accessible } from './axe.mjs';
import { phone, scenesOf } from './portal_scene.mjs';

const house = houseOf();
const { host, invited, entered } = scenesOf(house);

const contactOf = async (scene) => ok(await scene.lea.get(`/api/clients/${scene.client.id}`)).contacts.find((one) => one.id === scene.link);

test('invitation, password, home, approval; the team sees it (CF-20, CF-26)', async (t) => {
    const scene = await invited();
    ok(await scene.lea.post(`/api/client-contacts/${scene.link}/invite`));
    const page = await house.stranger(t);
    await page.goto(linkOf(host(), scene.email));
    await page.getByLabel('Nouveau mot de passe').fill(password);
    await page.getByRole('button', { name: 'Enregistrer et entrer' }).click();
    await page.waitForURL('**/portal');
    await running(page);
    await seen(page, 'heading', 'Bonjour Claire');
    await seen(page, 'heading', `Livrable ${scene.word}, version 1`);
    await seenText(page, `Message ${scene.word}`);
    await clickNode(page, 'button', 'Approuver');
    await seen(page, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`);
    await fill(page, 'Commentaire (facultatif)', 'Très bien, merci');
    await byRole(page, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`).getByRole('button', { name: 'Approuver', exact: true }).click({ force: true });
    await seenText(page, 'Rien n’attend votre réponse.');
    const seenByTeam = await until(async () => {
        const { deliverables } = ok(await scene.lea.get(`/api/projects/${scene.project.id}`));
        return deliverables[0].state === 'approved' && deliverables[0];
    }, 'the approval');
    assert.equal(seenByTeam.approvals[0].comment, 'Très bien, merci');
    // The project's page has the answer and its certificate.
    await clickNode(page, 'link', `Projet ${scene.word}`);
    await seen(page, 'heading', 'Livrables');
    for (const words of [/^Approuvé par Claire Fontaine, version 1/, 'Très bien, merci']) await seenText(page, words);
    const waiting = page.waitForEvent('download');
    await clickNode(page, 'button', 'Attestation');
    assert.match((await waiting).suggestedFilename(), /^attestation-\d+\.pdf$/);
    // The team reads who answered what to which version, and that the contact has come in.
    const team = await house.page(t, `/projects/${scene.project.id}`, { as: 'manager' });
    await seenText(team, /^Version 1 approuvée par Claire Fontaine.*\n.*Très bien, merci/);
    await team.goto(`/clients/${scene.client.id}?tab=contacts&contact=${(await contactOf(scene)).contact.id}`);
    await seenText(team, /^Actif, vu /);
});

test('corrections need a comment (CF-26)', async (t) => {
    const scene = await invited(), page = await entered(t, scene);
    await clickNode(page, 'button', 'Demander des corrections');
    await seen(page, 'button', 'Envoyer la demande');
    await clickNode(page, 'button', 'Envoyer la demande');
    await seenText(page, 'Dites ce qui doit changer\u00a0: l’équipe ne peut pas le deviner.');
    await fill(page, 'Commentaire', 'La baie est trop à gauche');
    await clickNode(page, 'button', 'Envoyer la demande');
    await seenText(page, 'Rien n’attend votre réponse.');
    const { deliverables } = ok(await scene.lea.get(`/api/projects/${scene.project.id}`));
    assert.equal(deliverables[0].state, 'changes_requested');
    const { activities } = ok(await scene.lea.get(`/api/clients/${scene.client.id}/timeline?kinds=delivery`));
    assert.match(activities[0].body, /corrections demandées[^\n]*\nLa baie est trop à gauche$/, 'the team reads in the timeline what is wrong');
});

test('projects, documents and messages, and what the team writes arrives by itself (CF-21, CF-22, CF-23, CF-24, CF-25, CF-27)', async (t) => {
    const scene = await invited();
    ok(await scene.lea.change(`/api/projects/${scene.project.id}`, { progress: 45 }));
    ok(await scene.lea.post(`/api/clients/${scene.client.id}/projects`, { name: 'Projet caché', is_portal_visible: false }), 201);
    ok(await scene.lea.post(`/api/projects/${scene.project.id}/tasks`, { name: 'Tâche interne' }), 201);
    const { task } = ok(await scene.lea.post(`/api/projects/${scene.project.id}/tasks`, { name: 'Tâche finie', visibility: 'shared', due_on: '2026-12-10' }), 201);
    ok(await scene.lea.change(`/api/tasks/${task.id}`, { is_done: true }));
    for (const [name, state] of [['Projet fini', 'done'], ['Projet en pause', 'waiting']]) ok(await scene.lea.post(`/api/clients/${scene.client.id}/projects`, { name, state }), 201);
    ok(await scene.lea.post(`/api/clients/${scene.client.id}/documents`, { folder_id: scene.folder.id, files: [{ upload: await upload(scene.lea, 'annexe.pdf') }] }), 201);
    const page = await entered(t, scene);
    const group = (name) => byRole(page, 'group', name).first(), within = (name, words) => group(name).getByText(words).first().waitFor({ state: 'attached' });
    const next = byRole(page, 'region', 'Prochains jalons').getByRole('group', { name: `Jalon ${scene.word}` });
    await seen(page, 'link', `Projet ${scene.word}`);
    await next.waitFor({ state: 'attached' });
    await clickNode(page, 'link', 'Projets');
    for (const name of [`Projet ${scene.word}`, 'Projet fini', 'Projet en pause']) await seen(page, 'link', name);
    for (const [name, words] of [[`Projet ${scene.word}`, 'En cours'], ['Projet fini', 'Terminé'], ['Projet en pause', 'En attente'], [`Projet ${scene.word}`, /^Livraison le 15 janv/]]) await within(name, words);
    assert.ok(!(await textOf(page)).includes('Projet caché'));
    await clickNode(page, 'link', `Projet ${scene.word}`);
    for (const [name, words] of [[`Tâche ${scene.word}`, 'À faire'], ['Tâche finie', 'Fait'], ['Tâche finie', /^Pour le 10 déc/], [`Jalon ${scene.word}`, '20 décembre 2026']]) await within(name, words);
    await seenText(page, /45\s?%/);
    assert.doesNotMatch(await textOf(page), /Tâche interne|12\s345|Budget/, 'neither internal tasks nor money');
    ok(await scene.lea.change(`/api/milestones/${scene.milestone.id}`, { is_done: true }));
    ok(await scene.lea.change(`/api/projects/${scene.project.id}`, { progress: 70 }));
    await seenText(page, /70\s?%/);
    await within(`Jalon ${scene.word}`, 'Atteint');
    await seenText(page, `Résumé ${scene.word}`);
    await clickNode(page, 'link', 'Accueil');
    await seen(page, 'region', 'Messages');
    await next.waitFor({ state: 'detached' });
    await clickNode(page, 'link', 'Documents');
    await clickNode(page, 'link', `Dossier ${scene.word}`);
    await seen(page, 'button', 'Télécharger annexe.pdf');
    const waiting = page.waitForEvent('download');
    await clickNode(page, 'button', `Télécharger contrat-${scene.word}.pdf`);
    assert.equal((await waiting).suggestedFilename(), `contrat-${scene.word}.pdf`);
    await clickNode(page, 'link', 'Messages');
    await fill(page, 'Écrire à l’équipe', 'Bonjour de Claire');
    await clickNode(page, 'button', 'Envoyer');
    const written = (who, words) => byRole(page, 'article', new RegExp(`^Message de ${who}, `)).getByText(words, { exact: true }).first().waitFor({ state: 'attached' });
    await written('Vous', 'Bonjour de Claire');
    ok(await scene.lea.post(`/api/clients/${scene.client.id}/messages`, { body: 'Réponse de Léa', visibility: 'shared' }), 201);
    await written('Léa Martin', 'Réponse de Léa');
    ok(await scene.lea.post(`/api/clients/${scene.client.id}/messages`, { body: 'Entre nous' }), 201);
    await settle(page);
    assert.ok(!(await textOf(page)).includes('Entre nous'));
});

test('each right that is taken away takes its place with it, the others stay (CF-19, CF-22, CF-23, CF-25)', async (t) => {
    const scene = await invited(), page = await entered(t, scene, {}, `/portal/projects/${scene.project.id}`);
    for (const name of ['Tâches', 'Jalons']) await seen(page, 'heading', name);
    await switches(scene.lea, scene.link, { portal_tasks: false, portal_documents: false, portal_comment: false });
    await gone(page, 'link', 'Documents');
    await gone(page, 'heading', 'Tâches');
    for (const [role, name] of [['link', 'Projets'], ['heading', 'Jalons']]) await seen(page, role, name);
    await clickNode(page, 'link', 'Messages');
    await seenText(page, `Message ${scene.word}`);
    assert.equal(await byRole(page, 'textbox', 'Écrire à l’équipe').count(), 0);
    await clickNode(page, 'link', 'Accueil');
    await seen(page, 'region', 'Messages');
    assert.equal(await byRole(page, 'textbox', 'Écrire à l’équipe').count(), 0, 'nor at home');
    await page.goto('/portal/documents');
    await running(page);
    await seenText(page, 'Rien à cette adresse');
});

test('on a phone: a finger, four places below, the approval', async (t) => {
    const scene = await invited(), page = await entered(t, scene, phone);
    await seen(page, 'heading', 'Bonjour Claire');
    for (const name of ['Accueil', 'Projets', 'Documents', 'Messages', 'Plus']) await seen(page, 'link', name);
    const box = await byRole(page, 'button', 'Approuver').first().boundingBox();
    assert.ok(box.height >= 44, `a finger needs 44 px, not ${box.height}`);
    await byRole(page, 'button', 'Approuver').first().tap({ force: true });
    await seen(page, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`);
    await settle(page);
    await byRole(page, 'dialog', `Approuver «\u00a0Livrable ${scene.word}\u00a0»\u00a0?`).getByRole('button', { name: 'Approuver', exact: true }).tap({ force: true });
    await seenText(page, 'Rien n’attend votre réponse.');
    await byRole(page, 'link', 'Messages').first().tap({ force: true });
    await until(() => new URL(page.url()).pathname === '/portal/messages', 'the place of the messages');
});

test('language, and the form of sign-in', async (t) => {
    const scene = await invited(), page = await entered(t, scene, {}, '/portal/account');
    await byRole(page, 'radio', 'English').first().click({ force: true });
    await seen(page, 'heading', 'My account');
    // The page goes away: nothing to settle.
    await byRole(page, 'button', 'Sign out').first().click({ force: true });
    await page.locator('#login').waitFor({ state: 'visible' });
    assert.equal(await page.locator('#email').getAttribute('autocomplete'), 'username');
    assert.equal(await page.locator('#password').getAttribute('autocomplete'), 'current-password');
    await page.fill('#email', scene.email);
    await page.fill('#password', 'faux');
    await page.click('#login-button');
    await page.locator('#login-problem').waitFor({ state: 'visible' });
    await page.fill('#password', password);
    await page.click('#login-button');
    await running(page);
    await seen(page, 'heading', 'Hello Claire');
});

test('access is taken away while the page is open: out, and told why', async (t) => {
    const scene = await invited(), page = await entered(t, scene);
    await seen(page, 'heading', 'Bonjour Claire');
    await switches(scene.lea, scene.link, { has_portal: false });
    await page.locator('#login-problem').waitFor({ state: 'visible' });
    assert.match(await page.locator('#login-problem').textContent(), /fermé par l’équipe/);
});

test('only what is open is shown (CF-18, CF-19)', async (t) => {
    const observer = await entered(t, await invited(['observer']));
    await seen(observer, 'heading', 'Bonjour Claire');
    await seen(observer, 'link', 'Messages');
    assert.equal(await byRole(observer, 'button', 'Approuver').count(), 0);
    assert.equal(await byRole(observer, 'textbox', 'Écrire à l’équipe').count(), 0);
    const page = await entered(t, await invited(['billing']));
    await seen(page, 'heading', 'Bonjour Claire');
    for (const name of ['Projets', 'Documents', 'Messages']) assert.equal(await byRole(page, 'link', name).count(), 0, name);
    await page.goto('/portal/messages');
    await running(page);
    await seenText(page, 'Rien à cette adresse');
});

test('Voir comme: the portal opens as the contact, marked, and writes nothing', async (t) => {
    const scene = await invited();
    await join_portal(host(), scene.lea, scene.link, scene.email);
    const page = await house.page(t, '/clients', { as: 'manager' });
    const { url } = ok(await scene.lea.post(`/api/client-contacts/${scene.link}/view-as`));
    await page.goto(url);
    await running(page);
    await seenText(page, 'Aperçu\u00a0: vous voyez le portail comme Claire Fontaine. Rien ne peut être modifié.');
    const banner = page.locator('#mirror').getByText(/^Aperçu/).first(), wide = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await until(async () => (await banner.boundingBox()).height > 50, 'a phone has the whole sentence');
    await page.setViewportSize(wide);
    await until(async () => (await banner.boundingBox()).height === 40, 'one line again');
    for (const name of ['Approuver', 'Demander des corrections']) {
        await seen(page, 'button', name);
        assert.ok(await byRole(page, 'button', name).first().isDisabled(), name);
        await clickNode(page, 'button', name);
    }
    assert.equal(await byRole(page, 'dialog', /Approuver|corrections/).count(), 0);
    const { deliverables } = ok(await scene.lea.get(`/api/projects/${scene.project.id}`));
    assert.equal(deliverables[0].state, 'to_approve');
    // The contact's own settings are shown, switched off; a reason is told.
    await page.goto('/portal/account');
    await running(page);
    const english = byRole(page, 'radio', 'English');
    await english.waitFor({ state: 'attached' });
    assert.ok(await english.isDisabled());
    await clickNode(page, 'radio', 'English');
    await seen(page, 'radio', 'Français');
    assert.match(await english.getAttribute('aria-description'), /seul le contact/);
    for (const name of ['Mot de passe actuel', 'Nouveau mot de passe']) assert.ok(await byRole(page, 'textbox', name).first().isDisabled(), name);
    // It is left as it was entered: by its button or by Échap, back to the client it was about.
    for (const leave of [() => byRole(page, 'button', 'Quitter').first().click({ force: true }), () => page.keyboard.press('Escape')]) {
        await leave();
        await until(() => page.url().endsWith(`/clients/${scene.client.id}?tab=contacts`), 'the client');
        await running(page);
        assert.ok(!(await page.context().cookies()).some((cookie) => cookie.name === 'carnet_portal'));
        await page.goto(ok(await scene.lea.post(`/api/client-contacts/${scene.link}/view-as`)).url);
        await running(page);
    }
});

test('the plain pages work without JavaScript', async (t) => {
    const scene = await invited();
    await join_portal(host(), scene.lea, scene.link, scene.email);
    const page = await house.stranger(t, { javaScriptEnabled: false });
    await page.goto('/portal/sign-in');
    await page.getByLabel('Adresse e-mail').fill(scene.email);
    await page.getByLabel('Mot de passe').fill(password);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await page.getByRole('heading', { name: 'Bonjour Claire' }).waitFor();
    await page.getByRole('link', { name: `Projet ${scene.word}` }).click();
    await page.getByText(`Jalon ${scene.word}`).waitFor();
    await page.getByRole('link', { name: `Livrable ${scene.word}` }).click();
    await page.getByLabel('Demander des corrections').check();
    await page.getByLabel('Commentaire').fill('À revoir');
    await page.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await page.getByText('Votre réponse est enregistrée.').waitFor();
    await page.getByRole('link', { name: 'Messages' }).click();
    await page.getByLabel('Votre message').fill('Sans application');
    await page.getByRole('button', { name: 'Envoyer' }).click();
    await page.getByText('Sans application').first().waitFor();
    await page.getByRole('link', { name: 'Documents' }).click();
    await page.getByRole('link', { name: `Dossier ${scene.word}` }).click();
    await page.getByRole('link', { name: `contrat-${scene.word}.pdf` }).waitFor();
});

test('axe finds nothing serious on the plain pages', async (t) => {
    const scene = await invited();
    ok(await scene.lea.post(`/api/client-contacts/${scene.link}/invite`));
    const page = await house.stranger(t);
    for (const path of ['/portal/sign-in', '/portal/reset', linkOf(host(), scene.email), '/portal/invite/' + 'x'.repeat(43)]) {
        await page.goto(path);
        await accessible(page, path);
    }
    const claire = await join_portal(host(), scene.lea, scene.link, scene.email), [name, value] = claire.cookie.split('=');
    await page.context().addCookies([{ name, value, url: house.server.url, httpOnly: true, sameSite: 'Lax' }]);
    for (const path of ['/portal/plain', `/portal/plain/projects/${scene.project.id}`, `/portal/plain/documents?folder=${scene.folder.id}`, `/portal/plain/deliverables/${scene.deliverable.id}`, '/portal/plain/messages', '/portal/plain/deliverables/999999']) {
        await page.goto(path);
        await accessible(page, path);
    }
});

test('axe finds nothing serious in the mirror of the program’s screens', async (t) => {
    const scene = await invited(), page = await entered(t, scene);
    for (const path of ['/portal', '/portal/projects', `/portal/projects/${scene.project.id}`, '/portal/documents', `/portal/documents?folder=${scene.folder.id}`, '/portal/messages', `/portal/messages?project=${scene.project.id}`, '/portal/account']) {
        await page.goto(path);
        await running(page);
        await accessible(page, path);
    }
    await page.goto('/portal');
    await running(page);
    await clickNode(page, 'button', 'Approuver');
    await seen(page, 'button', 'Annuler');
    await accessible(page, 'the dialog of an answer');
    await clickNode(page, 'button', 'Annuler');
    await gone(page, 'button', 'Annuler');
});
