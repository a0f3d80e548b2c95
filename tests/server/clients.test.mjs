// Clients and what belongs to them: creating, reading, changing, and the list that follows at once.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, manager;
before(async (t) => {
    server = await serve(t);
    manager = await server.signIn('lea@mistral.example');
});

test('a created client has a number, a reference, a main contact and a main address (CF-11)', async () => {
    const sector_id = (await manager.get('/api/words')).json.options.find((one) => one.list === 'sector').id;
    const answer = await manager.post('/api/clients', {
        client: { legal_name: 'Serrurerie Neuve SARL', trade_name: 'La Clé Neuve', phone: '+33261914012', sector_id },
        contacts: [{ contact: { first_name: 'Anne', last_name: 'Neuve', email: 'anne@neuve.example' } },
                   { contact: { last_name: 'Second' }, roles: ['billing'] }],
        addresses: [{ city: 'Brest', postal_code: '29200' }, { city: 'Rennes', postal_code: '35000', label: 'Dépôt' }],
    });
    assert.equal(answer.status, 201, answer.text);
    const { client, contacts, addresses, counts } = answer.json;
    assert.equal(client.reference, 'PR-' + String(client.number).padStart(5, '0'));
    assert.equal(client.state, 'prospect');
    assert.deepEqual([client.trade_name, client.phone, client.sector_id], ['La Clé Neuve', '+33261914012', sector_id]);
    assert.deepEqual(contacts.map((c) => [c.contact.email, c.roles]), [['anne@neuve.example', []], [null, ['billing']]]);
    assert.deepEqual(contacts.map((c) => c.is_main), [true, false]);
    assert.deepEqual(addresses.map((a) => a.is_main), [true, false]);
    assert.equal(counts.contacts, 2);
    assert.equal(answer.headers.get('location'), `/api/clients/${client.id}`);
    const list = await manager.find('q=serrurerie+neuve');
    assert.equal(list.totals.count, 1);
    assert.equal(list.rows[0].contact_name, 'Anne Neuve');
    assert.equal(list.rows[0].city, 'Brest');
    assert.equal((await manager.find('q=anne@neuve')).totals.count, 1, 'found by a contact’s e-mail');
});

test('a client needs a name, and its messages name the field (CF-11)', async () => {
    const answer = await manager.post('/api/clients', { client: { email: 'x@y.example' } });
    assert.equal(answer.status, 422);
    assert.equal(answer.json.code, 'invalid');
    assert.ok(answer.json.fields.some((f) => f.field.startsWith('client.')), answer.text);
    // Either name will do, and nothing else is mandatory.
    assert.equal((await manager.create({ trade_name: 'Rien Qu’une Enseigne' })).name, 'Rien Qu’une Enseigne');
    // All of it or nothing.
    const half = await manager.post('/api/clients', { client: { legal_name: 'À Moitié SARL' }, contacts: [{ contact: { last_name: 'Bon' } }, { contact: { last_name: 'Faux', email: 'sans-arobase' } }] });
    assert.equal(half.status, 422, half.text);
    assert.deepEqual(half.json.fields.map((f) => f.field), ['contacts.1.contact.email']);
    assert.equal((await manager.find('q=a+moitie')).totals.count, 0);
});

test('different fields never conflict; the same field answers mine, theirs and original', async () => {
    const admin = await server.signIn('camille@mistral.example');
    const client = await manager.create({ legal_name: 'Conflit SAS', email: 'a@conflit.example' });
    const seen = await manager.position();
    assert.equal((await manager.change(`/api/clients/${client.id}`, { email: 'b@conflit.example' }, seen)).status, 200);
    assert.equal((await admin.change(`/api/clients/${client.id}`, { notes: 'Autre champ' }, seen)).status, 200);
    const conflict = await admin.change(`/api/clients/${client.id}`, { email: 'c@conflit.example' }, seen);
    assert.equal(conflict.status, 409);
    const [field] = conflict.json.fields;
    assert.equal(field.theirs, 'b@conflit.example');
    assert.equal(field.original, 'a@conflit.example');
    assert.equal(field.by, 'Léa Martin');
    const same = await admin.change(`/api/clients/${client.id}`, { email: 'b@conflit.example' }, seen);
    assert.equal(same.status, 200, 'the same value is no conflict');
});

test('converting a prospect changes its reference, keeps the old one searchable and is told by the timeline', async () => {
    const client = await manager.create({ legal_name: 'Bientôt Client SARL' });
    const old = client.reference;
    const converted = await manager.post(`/api/clients/${client.id}/convert`);
    assert.equal(converted.status, 200, converted.text);
    assert.equal(converted.json.client.state, 'active');
    assert.equal(converted.json.client.reference, old.replace('PR', 'CL'));
    assert.equal(converted.json.client.previous_reference, old);
    assert.equal((await manager.find('q=' + old)).rows[0]?.id, client.id);
    const timeline = (await manager.get(`/api/clients/${client.id}/timeline`)).json.activities;
    assert.deepEqual(timeline.map((a) => [a.kind, a.body]), [['state_change', 'Prospect → Actif']]);
    assert.equal((await manager.post(`/api/clients/${client.id}/convert`)).status, 422);
});

test('a reference belongs to one client, whatever its case', async () => {
    await manager.create({ legal_name: 'Première', reference: 'Réf-1' });
    const second = await manager.post('/api/clients', { client: { legal_name: 'Seconde', reference: 'réf-1' } });
    const third = await manager.post('/api/clients', { client: { legal_name: 'Troisième', reference: 'RÉF-1' } });
    assert.equal(third.status === 422 || second.status === 422, true);
    const ascii = await manager.create({ legal_name: 'Quatre', reference: 'ABC-9' });
    assert.equal((await manager.post('/api/clients', { client: { legal_name: 'Cinq', reference: 'abc-9' } })).status, 422);
    const other = await manager.create({ legal_name: 'Six' });
    const taken = await manager.change(`/api/clients/${other.id}`, { reference: 'ABC-9' });
    assert.equal(taken.status, 422, taken.text);
    assert.equal((await manager.change(`/api/clients/${ascii.id}`, { reference: 'ABC-9' })).status, 200);
});

test('archived clients leave the list and come back', async () => {
    const client = await manager.create({ legal_name: 'Dormante SAS' });
    assert.equal((await manager.post(`/api/clients/${client.id}/archive`)).status, 200);
    assert.equal((await manager.find('q=dormante')).totals.count, 0);
    assert.equal((await manager.find('q=dormante&archived=1')).totals.count, 1);
    assert.equal((await manager.post(`/api/clients/${client.id}/unarchive`)).status, 200);
    assert.equal((await manager.find('q=dormante')).totals.count, 1);
});

test('the bin is for admins; a binned client is nowhere until it is restored (CF-13)', async () => {
    const admin = await server.signIn('camille@mistral.example');
    const client = await manager.create({ legal_name: 'Jetable SAS' }, { contacts: [{ contact: { last_name: 'Jeté' } }] });
    assert.equal((await manager.post(`/api/clients/${client.id}/bin`)).status, 403);
    assert.equal((await admin.post(`/api/clients/${client.id}/bin`)).status, 200);
    assert.equal((await manager.get(`/api/clients/${client.id}`)).status, 404);
    assert.equal((await manager.change(`/api/clients/${client.id}`, { notes: 'x' })).status, 404);
    assert.equal((await admin.find('q=jetable')).totals.count, 0);
    for (const query of ['archived=1', 'state=prospect']) assert.equal((await admin.find(`q=jetable&${query}`)).totals.count, 0, query);
    assert.equal((await admin.change(`/api/clients/${client.id}`, { notes: 'x' })).status, 404, 'restored first, then changed');
    assert.equal((await manager.post(`/api/clients/${client.id}/restore`)).status, 403);
    assert.equal((await admin.post(`/api/clients/${client.id}/restore`)).status, 200);
    assert.equal((await manager.find('q=jetable')).totals.count, 1);
    assert.deepEqual((await manager.get(`/api/clients/${client.id}`)).json.contacts.map((one) => one.contact.last_name), ['Jeté'], 'with all it had');
});

test('the main contact and the main address are one each (CF-16)', async () => {
    const client = await manager.create({ legal_name: 'Principale SAS' });
    const add = async (name, more = {}) =>
        (await manager.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: name }, ...more })).json.link;
    const first = await add('Un');
    const second = await add('Deux', { is_main: true });
    assert.equal(first.is_main, true);
    const sheet = async () => (await manager.get(`/api/clients/${client.id}`)).json;
    assert.deepEqual((await sheet()).contacts.filter((c) => c.is_main).map((c) => c.id), [second.id]);
    assert.equal((await manager.find('q=principale')).rows[0].contact_name, 'Deux');
    const known = await manager.post(`/api/clients/${client.id}/contacts`, { contact_id: first.contact.id });
    assert.equal(known.status, 422, 'once per client');
    const home = (await manager.post(`/api/clients/${client.id}/addresses`, { city: 'Dinan' })).json.address;
    const work = (await manager.post(`/api/clients/${client.id}/addresses`, { city: 'Dinard' })).json.address;
    assert.equal((await manager.change(`/api/addresses/${work.id}`, { is_main: true })).status, 200);
    assert.deepEqual((await sheet()).addresses.map((a) => [a.id, a.is_main]), [[work.id, true], [home.id, false]]);
    assert.equal((await manager.change(`/api/addresses/${work.id}`, { is_main: false })).status, 422);
    assert.equal((await manager.delete(`/api/addresses/${work.id}`)).status, 200);
    assert.equal((await sheet()).addresses[0].is_main, true);
    assert.equal((await manager.delete(`/api/client-contacts/${second.id}`)).status, 200);
    assert.equal((await manager.get(`/api/contacts/${second.contact.id}`)).status, 200, 'the person stays');
});

test('a contact and its place change together or not at all', async () => {
    const client = await manager.create({ legal_name: 'Ensemble SAS' }, { contacts: [{ contact: { last_name: 'Avant' }, job_title: 'Comptable' }] });
    const read = async () => (await manager.get(`/api/clients/${client.id}`)).json.contacts[0];
    const link = await read(), version = await manager.position();
    const both = (email) => manager.patch(`/api/client-contacts/${link.id}`, {
        fields: { job_title: { value: 'Gérante', version } }, contact: { email: { value: email, version }, last_name: { value: 'Après', version } },
    });
    const refused = await both('sans-arobase');
    assert.equal(refused.status, 422);
    assert.deepEqual(refused.json.fields.map(({ field }) => field), ['contact.email']);
    assert.equal((await read()).job_title, 'Comptable');
    assert.equal((await both('apres@ensemble.example')).status, 200);
    const after = await read();
    assert.deepEqual([after.job_title, after.contact.last_name], ['Gérante', 'Après']);
    await manager.change(`/api/contacts/${link.contact.id}`, { last_name: 'Autre' });
    const conflict = await manager.patch(`/api/client-contacts/${link.id}`, {
        fields: { job_title: { value: 'Présidente', version } }, contact: { last_name: { value: 'Mien', version } },
    });
    assert.equal(conflict.status, 409);
    assert.equal(conflict.json.fields[0].field, 'contact.last_name');
    assert.equal((await read()).job_title, 'Gérante', 'nothing of it');
    assert.ok([400, 422].includes((await manager.patch(`/api/client-contacts/${link.id}`, {})).status), 'neither of both');
});

test('projects give the list its figures, and contradict the state by hand (CF-03, CF-30, CF-33)', async () => {
    const client = await manager.create({ legal_name: 'Chiffres SAS' });
    const project = async (fields) => (await manager.post(`/api/clients/${client.id}/projects`, fields)).json.project;
    await project({ name: 'Un', budget_cents: 100000, progress: 40 });
    const two = await project({ name: 'Deux', budget_cents: 50000, progress: 60 });
    await project({ name: 'Trois', budget_cents: 7000, state: 'cancelled' });
    const row = async () => (await manager.find('q=chiffres')).rows[0];
    const figures = ({ active_projects, progress, value_cents, running_value_cents }) =>
        [active_projects, progress, value_cents, running_value_cents];
    assert.deepEqual(figures(await row()), [2, 50, 150000, 150000]);
    await manager.change(`/api/projects/${two.id}`, { state: 'done' });
    assert.deepEqual(figures(await row()), [1, 40, 150000, 100000]);
    // Worth nothing, it still runs; once all have ended the list and the sheet say so together.
    const state = async () => (await manager.get(`/api/clients/${client.id}`)).json.advice.state;
    const review = async () => (await manager.find('q=chiffres&review=1')).rows.length;
    const free = await project({ name: 'Gratuit' });
    await manager.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: 'Chiffre' } });
    await manager.change(`/api/clients/${client.id}`, { state: 'active' });
    assert.deepEqual([await state(), await review()], [undefined, 0]);
    const one = (await manager.get(`/api/clients/${client.id}`)).json.projects.find((p) => p.name === 'Un');
    await manager.change(`/api/projects/${one.id}`, { state: 'done', budget_cents: 0 });
    await manager.change(`/api/projects/${two.id}`, { budget_cents: 0 });
    assert.deepEqual([await state(), await review()], [undefined, 0], 'a project without a value is a project');
    await manager.change(`/api/projects/${free.id}`, { state: 'waiting' });
    assert.deepEqual([await state(), await review()], [undefined, 0], 'nor is one that waits over');
    await manager.change(`/api/projects/${free.id}`, { state: 'done' });
    assert.deepEqual([await state(), await review()], ['inactive', 1]);
    await manager.change(`/api/projects/${two.id}`, { budget_cents: 50000 });
    const bodies = (await manager.get(`/api/clients/${client.id}/timeline?kinds=project`)).json.activities.map((a) => a.body);
    assert.ok(bodies.includes('Projet Deux terminé'));
});

test('a logged call is the last activity, and only its author or an editor changes it', async () => {
    const ines = await server.signIn('ines@mistral.example');
    const client = await manager.create({ legal_name: 'Bavarde SAS', owner_id: ines.me.user.id });
    const logged = await ines.post(`/api/clients/${client.id}/activities`, { kind: 'call', direction: 'incoming', body: 'Rappelle demain' });
    assert.equal(logged.status, 201, logged.text);
    const row = (await manager.find('q=bavarde')).rows[0];
    assert.equal(row.last_activity_kind, 'call');
    assert.equal((await ines.change(`/api/activities/${logged.json.activity.id}`, { body: 'Demain 9 h' })).status, 200);
    const other = await manager.post(`/api/clients/${client.id}/activities`, { kind: 'note', body: 'De Léa' });
    assert.equal((await ines.change(`/api/activities/${other.json.activity.id}`, { body: 'Volé' })).status, 403);
    assert.equal((await ines.delete(`/api/activities/${logged.json.activity.id}`)).status, 200);
    assert.equal((await manager.post(`/api/clients/${client.id}/activities`, { kind: 'state_change', body: 'x' })).status, 422);
});

test('many clients change in one action, which is undone as one', async () => {
    const ids = [];
    for (const name of ['Lot Un', 'Lot Deux', 'Lot Trois']) ids.push((await manager.create({ legal_name: name })).id);
    const sophie = (await server.signIn('sophie@mistral.example')).me.user.id;
    const tag = (await manager.get('/api/words')).json.tags[0].id;
    const bulk = await manager.post('/api/clients/bulk', { ids, fields: { owner_id: sophie }, tags_add: [tag] });
    assert.equal(bulk.status, 200, bulk.text);
    assert.equal(bulk.json.count, 3);
    assert.equal((await manager.find(`q=lot&owner=${sophie}&tag=${tag}`)).totals.count, 3);
    const archived = await manager.post('/api/clients/bulk', { query: 'q=lot', action: 'archive' });
    assert.equal(archived.json.count, 3);
    const undone = await manager.post('/api/undo', { action: archived.json.action });
    assert.equal(undone.json.label, '3 clients archivés');
    assert.equal((await manager.find('q=lot')).totals.count, 3);
    assert.equal((await manager.post('/api/undo')).status, 200);
    assert.equal((await manager.find(`q=lot&owner=${sophie}`)).totals.count, 0);
});

test('pages of the list follow one another without gaps', async () => {
    const seen = [];
    let query = 'limit=7&sort=name';
    for (;;) {
        const page = (await manager.get('/api/clients?' + query)).json;
        seen.push(...page.rows.map((r) => r.id));
        if (!page.next) break;
        query = `limit=7&sort=name&after=${page.next}`;
    }
    const all = await manager.find('limit=1000&sort=name');
    assert.deepEqual(seen, all.rows.map((r) => r.id));
    assert.equal(all.totals.count, seen.length);
    const sum = Object.values(all.totals.by_state).reduce((a, b) => a + b);
    assert.equal(sum, all.totals.count);
});

test('a write sent twice with the same key happens once', async () => {
    const headers = { 'Idempotency-Key': 'clef-unique-0001' };
    const body = { client: { legal_name: 'Une seule fois SAS' } };
    const [one, two] = [await manager.post('/api/clients', body, headers), await manager.post('/api/clients', body, headers)];
    assert.equal(one.status, 201);
    assert.equal(two.text, one.text);
    assert.equal((await manager.find('q=une+seule+fois')).totals.count, 1);
    assert.equal((await manager.post('/api/clients', { client: { legal_name: 'Autre' } }, headers)).status, 422);
});

test('words: tags and lists are unique without accents, and go from clients when deleted', async () => {
    const admin = await server.signIn('camille@mistral.example');
    const tag = (await admin.post('/api/tags', { name: 'Été', color: 'amber' })).json.tag;
    assert.equal((await admin.post('/api/tags', { name: 'ete' })).status, 422);
    assert.equal((await manager.post('/api/tags', { name: 'Interdit' })).status, 403);
    const client = await manager.create({ legal_name: 'Étiquetée', tag_ids: [tag.id] });
    assert.equal((await admin.delete(`/api/tags/${tag.id}`)).status, 200);
    assert.deepEqual((await manager.get(`/api/clients/${client.id}`)).json.client.tag_ids, []);
    assert.equal((await admin.post('/api/undo')).status, 200);
    assert.deepEqual((await manager.get(`/api/clients/${client.id}`)).json.client.tag_ids, [tag.id]);
});

test('views belong to their owner', async () => {
    const view = (await manager.post('/api/views', { name: 'À moi', query: 'state=active&sort=-value' })).json.view;
    const other = await server.signIn('sophie@mistral.example');
    assert.ok(!(await other.get('/api/words')).json.views.some((v) => v.id === view.id));
    assert.equal((await other.change(`/api/views/${view.id}`, { name: 'Volée' })).status, 404);
    assert.equal((await other.delete(`/api/views/${view.id}`)).status, 404);
    assert.equal((await manager.post('/api/views', { name: 'Fausse', query: 'couleur=rouge' })).status, 422);
    assert.equal((await manager.delete(`/api/views/${view.id}`)).status, 200);
});

test('twins appear while a name is typed', async () => {
    const client = await manager.create({ legal_name: 'Établissements Guérin-Lacroix SARL', email: 'contact@gl.example', phone: '02 61 91 77 66' });
    const twin = async (query) => (await manager.get('/api/duplicates?' + new URLSearchParams(query))).json.duplicates[0];
    assert.equal((await twin({ name: 'guerin lacroix' }))?.client_id, client.id);
    assert.equal((await twin({ email: 'Contact@GL.example' }))?.reason, 'même e-mail');
    assert.equal((await twin({ phone: '0261917766' }))?.client_id, client.id);
    assert.equal(await twin({ name: 'guerin lacroix', exclude: client.id }), undefined);
});

test('of many contacts those whose name begins with what was typed are given first, whatever their client is called', async () => {
    const contact = (last_name, first_name = '') => ({ contact: { first_name, last_name } });
    const many = Array.from({ length: 45 }, (_, i) => manager.create({ legal_name: `Aaa ${String(i).padStart(2, '0')}` }, { contacts: [contact(`Brondequiz ${i}`)] }));
    await Promise.all(many);
    await manager.create({ legal_name: 'Zzy' }, { contacts: [contact('Rondequiz', 'Paul')] });
    await manager.create({ legal_name: 'Zzz' }, { contacts: [contact('Autre'), contact('Rondequiz Zoé')] });
    const found = (await manager.get('/api/search?q=rondequiz')).json.contacts.map((one) => one.name);
    assert.deepEqual(found.slice(0, 3), ['Rondequiz Zoé', 'Paul Rondequiz', 'Brondequiz 0']);
    assert.equal(found.length, 20);
});

test('contacts are found by name and by a part of their number', async () => {
    const found = (await manager.get('/api/search?q=' + encodeURIComponent('39 98 41'))).json.contacts;
    assert.ok(found.some((c) => c.name === 'Claire Fontaine'), JSON.stringify(found));
    assert.ok((await manager.get('/api/search?q=kermarrec')).json.contacts.some((c) => c.client_name === 'Clinique Saint-Aubin'));
});
