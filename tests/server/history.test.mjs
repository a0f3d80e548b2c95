// The history of a client in words: each entry says what was written, answered or opened, not only that something was.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { people, serve } from './kit.mjs';
import { addContact, fullClient, join_portal, ok, switches } from './portal_world.mjs';

const namesOf = (actions, entity) => actions.flatMap((one) => one.changes).filter((change) => change.entity === entity && change.op === 'create').map((change) => change.name);

test('messages, answers and rights on folders are told in words (X-03, CF-26)', async (t) => {
    const server = await serve(t), lea = await server.signIn(people.manager);
    const all = await fullClient(lea, 'Contée'), link = (await addContact(lea, all.client, { first_name: 'Claire', last_name: 'Contée', email: 'claire@contee.example' }, { roles: ['decision_maker'] })).id;
    const claire = await join_portal(server, lea, link, 'claire@contee.example');
    await switches(lea, link, { portal_comment: true, portal_approve: true, portal_documents: true });
    ok(await lea.post(`/api/clients/${all.client.id}/messages`, { body: 'Entre nous,\nsur deux lignes' }), 201);
    ok(await claire.post(`/api/portal/clients/${all.client.id}/messages`, { body: 'Merci pour le plan' }), 201);
    const { deliverables: [deliverable] } = ok(await claire.get(`/api/portal/projects/${all.project.id}`));
    ok(await claire.post(`/api/portal/deliverables/${deliverable.id}/answer`, { version: deliverable.versions[0].id, decision: 'changes_requested', comment: 'Trop petit' }), 201);
    const sheet = ok(await lea.get(`/api/clients/${all.client.id}`));
    ok(await lea.send('PUT', `/api/folders/${all.folder.id}/rights`, JSON.stringify({ rights: [{ contact_id: sheet.contacts[0].contact.id, access: 'full' }] }), { 'Content-Type': 'application/json' }));
    const { actions } = ok(await lea.get(`/api/clients/${all.client.id}/history`));
    assert.deepEqual(namesOf(actions, 'message'), ['Merci pour le plan', 'Entre nous,\nsur deux lignes', 'Message Contée']);
    const words = 'Livrable Contée, version 1\u00a0: corrections demandées (Projet Contée)';
    assert.deepEqual(namesOf(actions, 'approval'), [words]);
    assert.equal(actions.find((one) => one.kind === 'deliverable_answer').user_name, 'Claire Contée');
    assert.deepEqual(namesOf(actions, 'folder_right'), ['Claire Contée, Dossier Contée, Total']);
    const { activities } = ok(await lea.get(`/api/clients/${all.client.id}/timeline?kinds=delivery`));
    assert.equal(activities[0].body, `${words}\nTrop petit`, 'as the timeline has it');
});
