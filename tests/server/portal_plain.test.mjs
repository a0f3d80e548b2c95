// The plain pages as somebody meets them who types, tries again and follows old links: sentences, never JSON, and nothing lost.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { addContact, addVersion, cookieOf, fullClient, join_portal, ok, sendForm, switches } from './portal_world.mjs';

let server, lea, all, claire, link;
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn(people.manager);
    all = await fullClient(lea, 'Plaine');
    link = (await addContact(lea, all.client, { first_name: 'Claire', last_name: 'Plaine', email: 'claire@plaine.example' }, { roles: ['decision_maker'] })).id;
    claire = await join_portal(server, lea, link, 'claire@plaine.example');
    await switches(lea, link, { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true });
});
const isPage = (answer, status, words) => {
    assert.equal(answer.status, status, answer.text);
    assert.match(answer.headers.get('content-type'), /^text\/html/);
    assert.match(answer.text, /<html lang="fr">[^]*<h1>/);
    assert.match(answer.text, words);
    assert.ok(!/href="\/"/.test(answer.text), 'the portal’s world, not the team’s');
};

// A deliverable nobody has answered.
async function waiting() {
    const { deliverable } = ok(await lea.post(`/api/projects/${all.project.id}/deliverables`, { name: 'Plan à voir' }), 201);
    await addVersion(lea, deliverable.id, 'plan-a-voir.pdf');
    return deliverable;
}

test('a form without an answer comes back with a sentence, and what was written stays (CF-26)', async () => {
    const path = `/portal/plain/deliverables/${all.deliverable.id}`;
    const { json } = await claire.get(`/api/portal/projects/${all.project.id}`);
    const version = String(json.deliverables[0].versions[0].id);
    isPage(await sendForm(claire, `${path}/answer`, {}), 422, /Choisissez une décision\./);
    const kept = await sendForm(claire, `${path}/answer`, { version, comment: 'Un mot <à> garder' });
    isPage(kept, 422, /Choisissez une décision\./);
    assert.ok(kept.text.includes('Un mot &lt;à&gt; garder</textarea>'));
    for (const odd of [undefined, '', 'x', '9'.repeat(40)]) {
        const answer = await sendForm(claire, `${path}/answer`, { ...(odd === undefined ? {} : { version: odd }), decision: 'changes_requested', comment: 'À revoir' });
        isPage(answer, 422, /Relisez la version ci-dessous/);
        assert.ok(answer.text.includes('À revoir</textarea>') && / checked/.test(answer.text), 'nothing lost');
    }
    isPage(await sendForm(claire, '/portal/plain/deliverables/999999/answer', {}), 404, /n’existe pas/);
    isPage(await sendForm(claire, `/portal/plain/messages?client=${all.client.id}`, {}), 422, /Écrivez votre message\./);
    assert.equal((await claire.get(path)).status, 200);
    assert.equal((await sendForm(claire, `${path}/answer`, { version, decision: 'approved', comment: '' })).status, 303);
    const answered = await claire.get(path);
    assert.match(answered.text, /Version 1\u00a0: <a/, 'a French colon keeps to its word');
    assert.match(answered.text, /Approuvé par Claire Plaine, version 1, [^<]*[^.<]\. <a/);
});

test('a refused form is a page: of a preview, from another site, too large, of another kind', async () => {
    const path = `/portal/plain/messages?client=${all.client.id}`;
    const { url } = ok(await lea.post(`/api/client-contacts/${link}/view-as`));
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) });
    isPage(await sendForm(preview, path, { body: 'Je regarde' }), 403, /aperçu en lecture seule/);
    isPage(await sendForm(preview, `/portal/plain/deliverables/${all.deliverable.id}/answer`, {}), 403, /aperçu en lecture seule/);
    // What would be refused is not offered: switched off, with the reason; the contact's own page is as ever.
    const pages = [path, `/portal/plain/deliverables/${(await waiting()).id}`];
    for (const page of pages) {
        const looked = await preview.get(page), theirs = await claire.get(page);
        assert.match(looked.text, /seul le contact lui-même peut faire cela\.<\/p>\n<fieldset disabled>[^]*<button type="submit">[^]*<\/fieldset>\n<\/form>/);
        assert.equal(looked.text.match(/<textarea/g).length, 1);
        assert.ok(!looked.text.includes('/portal/sign-out') && looked.text.includes('<a href="/portal/preview">Quitter</a>'), 'left as it was entered');
        assert.ok(!theirs.text.includes('disabled') && theirs.text.includes('/portal/sign-out') && theirs.text.includes('<textarea'));
    }
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const foreign = { ...form, 'Sec-Fetch-Site': 'cross-site' };
    for (const one of [path, '/portal/sign-in', '/portal/sign-out', '/portal/reset', '/portal/password'])
        isPage(await claire.send('POST', one, 'body=Ailleurs', foreign), 403, /autre site/);
    isPage(await claire.send('POST', path, `body=${'x'.repeat(70_000)}`, form), 413, /<p>/);
    isPage(await claire.send('POST', path, '{}', { 'Content-Type': 'application/json' }), 415, /<p>/);
    // Programs still get a problem, and the team's forms a page of the team's.
    const program = await preview.post(`/api/portal/clients/${all.client.id}/messages`, { body: 'x' });
    assert.match(program.headers.get('content-type'), /problem\+json/);
    const team = await server.nobody().send('POST', '/login', 'email=x', foreign);
    assert.equal(team.status, 403);
    assert.match(team.headers.get('content-type'), /^text\/html/);
    const { items } = ok(await claire.get(`/api/portal/clients/${all.client.id}/messages`));
    assert.ok(!items.some((one) => /regarde|Ailleurs/.test(one.body)));
});

test('a message says which project it is about (CF-25)', async () => {
    ok(await lea.post(`/api/clients/${all.client.id}/messages`, { body: 'Le câble est posé', visibility: 'shared', project_id: all.project.id }), 201);
    const { text } = await claire.get(`/portal/plain/messages?client=${all.client.id}`);
    const article = (words) => text.split('<article>').find((one) => one.includes(words));
    assert.match(article('Le câble est posé'), /À propos de Projet Plaine/);
    assert.ok(!/À propos de/.test(article('Message Plaine')), 'the one that is about none');
});
