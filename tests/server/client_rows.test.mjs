// The rows of ClientFlow that are about clients, over HTTP: the list with its search and filters, the sheet's general
// part, contacts, derived figures, the timeline, roles of the workspace, good practice.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';

let server, lea, camille;
before(async (t) => {
    server = await serve(t);
    [lea, camille] = await Promise.all([people.manager, people.admin].map((email) => server.signIn(email)));
});

const ok = (answer, status = 200) => {
    assert.equal(answer.status, status, answer.text);
    return answer.json;
};
const sheetOf = async (client, who = lea) => ok(await who.get(`/api/clients/${client.id}`));
const addProject = async (client, fields) => ok(await lea.post(`/api/clients/${client.id}/projects`, fields), 201).project;
const names = async (query) => (await lea.find(query)).rows.map((row) => row.name);
const daysAgo = (n) => new Date(Date.now() - n * 86_400_000).toISOString();
// The states in their order, and what usually comes next in each.
const usual = { active: 'Suivi régulier', prospect: 'Conversion', inactive: 'Réactivation', suspended: 'Résolution' };
const log = async (client, fields) => ok(await lea.post(`/api/clients/${client.id}/activities`, fields), 201).activity;

test('one list: a client with nothing, and one with projects, contacts and its whole history (CF-01)', async () => {
    const bare = await lea.create({ legal_name: 'Base Nue SAS' });
    const full = await lea.create({ legal_name: 'Base Pleine SAS' }, { contacts: [{ contact: { last_name: 'Un' } }, { contact: { last_name: 'Deux' } }] });
    for (const name of ['Premier', 'Second']) await addProject(full, { name });
    await log(full, { kind: 'note', body: 'Noté' });
    assert.deepEqual(await names('q=base+nue'), ['Base Nue SAS']);
    assert.deepEqual(await names('q=base+pleine'), ['Base Pleine SAS']);
    const { contacts, projects, addresses } = await sheetOf(bare);
    assert.deepEqual([contacts, projects, addresses], [[], [], []]);
    const all = await sheetOf(full);
    assert.deepEqual([all.contacts.length, all.projects.map((one) => one.name)], [2, ['Second', 'Premier']]);
    const bodies = ok(await lea.get(`/api/clients/${full.id}/timeline`)).activities.map((one) => one.body);
    assert.deepEqual(bodies.sort(), ['Noté', 'Projet Premier démarré', 'Projet Second démarré']);
    const labels = ok(await lea.get(`/api/clients/${full.id}/history`)).actions.map((one) => one.label);
    assert.equal(labels.length, 4, labels.join());
    assert.match(labels.at(-1), /Base Pleine SAS/);
});

test('a row of the list: trade name before legal name, main contact, figures; every column sorts both ways (CF-02)', async () => {
    const client = await lea.create({ legal_name: 'Colonnes Légales SAS', trade_name: 'Colonnes du Commerce', state: 'suspended', owner_id: lea.me.user.id },
        { contacts: [{ contact: { first_name: 'Ada', last_name: 'Colonne' }, roles: ['technical'] }], addresses: [{ city: 'Brest' }] });
    await addProject(client, { name: 'Actif', budget_cents: 1200 });
    await addProject(client, { name: 'Fini', budget_cents: 300, state: 'done' });
    assert.deepEqual(await names('q=colonnes+legales'), ['Colonnes du Commerce']);
    const [row] = (await lea.find('q=colonnes+legales')).rows;
    assert.deepEqual([row.name, row.legal_name, row.contact_name, row.contact_role, row.active_projects, row.state, row.last_activity_kind, row.value_cents, row.city],
        ['Colonnes du Commerce', 'Colonnes Légales SAS', 'Ada Colonne', 'technical', 1, 'suspended', 'project', 1500, 'Brest']);
    // What a column holds; what is empty comes last in either order.
    const owners = new Map(ok(await lea.get('/api/words')).users.map((user) => [user.id, user.name]));
    const french = new Intl.Collator('fr'), text = (a, b) => french.compare(a, b), number = (a, b) => a - b;
    const columns = {
        name: [(one) => one.name, text], contact: [(one) => one.contact_name, text], city: [(one) => one.city, text], state: [(one) => Object.keys(usual).indexOf(one.state), number],
        projects: [(one) => one.active_projects, number], last_activity: [(one) => Date.parse(one.last_activity_at), number], value: [(one) => one.value_cents, number],
        reference: [(one) => one.reference, text], owner: [(one) => owners.get(one.owner_id) ?? '', text], created: [(one) => Date.parse(one.created_at), number],
    };
    for (const [column, [value, order]] of Object.entries(columns)) {
        const read = async (sort) => (await lea.find(`limit=1000&sort=${sort}`)).rows;
        const up = await read(column), down = await read('-' + column);
        assert.notEqual(up[0].id, down[0].id, column);
        assert.deepEqual(down.map((one) => one.id).sort(number), up.map((one) => one.id).sort(number), column);
        const filled = (rows) => rows.map(value).filter((one) => one !== '' && one !== null && !Number.isNaN(one));
        assert.deepEqual(filled(up), [...filled(up)].sort(order), column);
        assert.deepEqual(filled(down), [...filled(down)].sort((a, b) => order(b, a)), `${column}, the other way`);
    }
});

test('four states, set by hand; each says what usually comes next, and the projects may speak for another (CF-03, CF-04)', async () => {
    const client = await lea.create({ legal_name: 'États SAS' });
    const advice = async () => { const { text, reason, state } = (await sheetOf(client)).advice; return [text, reason, ...(state ? [state] : [])]; };
    const next = (state) => [usual[state], 'Action habituelle dans cet état'], set = async (state) => ok(await lea.change(`/api/clients/${client.id}`, { state }));
    for (const [state, action] of Object.entries(usual)) {
        await set(state);
        assert.deepEqual([(await lea.find('q=etats+sas')).rows[0].state, (await advice())[0]], [state, action]);
        assert.deepEqual(await advice(), next(state));
        assert.equal(ok(await lea.get(`/api/clients?q=etats+sas&state=${state}`)).totals.by_state[state], 1);
    }
    assert.equal((await lea.change(`/api/clients/${client.id}`, { state: 'perdu' })).status, 422);
    // Suspended is a decision; the others are contradicted by a running project, or by the end of the last one.
    const project = await addProject(client, { name: 'P', budget_cents: 100 }), become = async (state) => ok(await lea.change(`/api/projects/${project.id}`, { state }));
    assert.deepEqual(await advice(), next('suspended'));
    for (const state of ['inactive', 'prospect']) {
        await set(state);
        assert.deepEqual(await advice(), ['Plutôt Actif\u00a0?', 'Un projet est en cours', 'active'], state);
    }
    await become('waiting');
    assert.deepEqual(await advice(), next('prospect'));
    await set('active');
    assert.deepEqual(await advice(), next('active'), 'a project that waits is not over');
    await become('running');
    assert.deepEqual(await advice(), next('active'));
    await become('done');
    assert.deepEqual(await advice(), ['Plutôt Inactif\u00a0?', 'Plus aucun projet n’est en cours', 'inactive']);
    assert.equal((await sheetOf(client)).client.state, 'active', 'nothing changes by itself');
    for (const state of ['prospect', 'suspended']) {
        await set(state);
        assert.deepEqual(await advice(), next(state));
    }
});

test('the search finds by name, by company, by the client’s e-mail and by any contact’s (CF-05)', async () => {
    await lea.create({ legal_name: 'Recherchée Holding SAS', trade_name: 'Café Zéphyr', email: 'bonjour@zc-paris.example' }, {
        contacts: [{ contact: { first_name: 'Noé', last_name: 'Quintal', email: 'direction@kappa-un.example' } }, { contact: { last_name: 'Yolande', email: 'autre@ailleurs-zq.example' } }] });
    // Nothing of a name is in an address here, nor the other way round.
    for (const typed of ['cafe zephyr', 'RECHERCHEE HOLDING', 'bonjour@zc-paris', 'direction@kappa-un.example', 'ailleurs-zq', 'noé quintal', 'yolande'])
        assert.deepEqual(await names('q=' + encodeURIComponent(typed)), ['Café Zéphyr'], typed);
    for (const typed of ['zephyr+introuvable', 'introuvable+zephyr', 'recherchee+zz']) assert.deepEqual(await names('q=' + typed), [], 'every word counts');
});

test('filters: state, active project, last activity, value (CF-06, CF-07, CF-08, CF-09)', async () => {
    const tag = 'zfiltre', made = async (word, fields = {}) => lea.create({ legal_name: `${tag} ${word}`, ...fields });
    const busy = await made('occupé', { state: 'active' });
    await addProject(busy, { name: 'En cours', budget_cents: 500_00 });
    const done = await made('fini', { state: 'suspended' });
    await addProject(done, { name: 'Fini', state: 'done', budget_cents: 2000_00 });
    await made('muet', { state: 'inactive' });
    const old = await made('ancien', { state: 'prospect' });
    const call = await log(old, { kind: 'call', body: 'Jadis', happened_at: daysAgo(45) });
    await addProject(await made('bénévole', { state: 'prospect' }), { name: 'Sans budget' });
    const found = async (query) => (await names(`q=${tag}&${query}`)).map((name) => name.split(' ')[1]).sort().join(' ');
    assert.equal(await found(''), 'ancien bénévole fini muet occupé');
    for (const [state, who] of Object.entries({ active: 'occupé', suspended: 'fini', inactive: 'muet', prospect: 'ancien bénévole' })) assert.equal(await found(`state=${state}`), who);
    assert.equal(await found('state=active,suspended'), 'fini occupé');
    assert.equal(await found('projects=active'), 'bénévole occupé', 'whatever it is worth');
    assert.equal(await found('projects=none'), 'ancien fini muet');
    assert.equal(await found('activity=7'), 'bénévole fini occupé');
    assert.equal(await found('activity=30'), 'bénévole fini occupé');
    assert.equal(await found('activity=90'), 'ancien bénévole fini occupé');
    assert.equal(await found('activity=never'), 'muet');
    // A period holds its first and its last day, and nobody with whom nothing ever happened.
    const [before, day, after] = [46, 45, 44].map((n) => daysAgo(n).slice(0, 10));
    for (const period of [`from=${day}&to=${day}`, `to=${day}`, `from=${before}&to=${after}`]) assert.equal(await found(period), 'ancien', period);
    for (const period of [`to=${before}`, `from=${after}&to=${after}`]) assert.equal(await found(period), '', period);
    assert.equal(await found(`from=${after}`), 'bénévole fini occupé');
    for (const days of [7, 30, 90])
        for (const [shift, who] of [[-0.1, 'ancien bénévole fini occupé'], [0.1, 'bénévole fini occupé']]) {
            ok(await lea.change(`/api/activities/${call.id}`, { happened_at: daysAgo(days + shift) }));
            assert.equal(await found(`activity=${days}`), who, `${days + shift} days ago`);
        }
    assert.equal(await found('min=50000&max=50000'), 'occupé');
    assert.equal(await found('min=50001'), 'fini');
    assert.equal(await found('max=0'), 'ancien bénévole muet');
});

test('the days of a period are those of the clock on the wall (CF-08)', async () => {
    const client = await lea.create({ legal_name: 'Minuit Passé SAS' });
    await log(client, { kind: 'call', body: 'Tard', happened_at: '2026-07-01T22:30:00Z' });
    const on = (day) => names(`q=minuit+passe&from=${day}&to=${day}`);
    assert.deepEqual([await on('2026-07-01'), await on('2026-07-02')], [[], ['Minuit Passé SAS']], 'half past midnight in France');
});

test('general information: every field is kept; sectors and sizes are words of the settings (CF-10)', async () => {
    const word = async (list, name) => ok(await camille.post('/api/options', { list, name }), 201).option.id;
    const sector_id = await word('sector', 'Horlogerie de marine'), size_id = await word('size', '50-100 horlogers');
    assert.equal((await lea.post('/api/options', { list: 'sector', name: 'Interdit' })).status, 403);
    const fields = { legal_name: 'Horlogerie Générale SAS', trade_name: 'Le Chronomètre', website: 'https://chrono.example', notes: 'Livrer le matin' };
    const client = await lea.create({ ...fields, sector_id, size_id }, { addresses: [{ line1: '1 quai du Port', line2: 'Bâtiment B', postal_code: '29200', city: 'Brest' }] });
    const { client: kept, addresses } = await sheetOf(client);
    for (const [name, value] of Object.entries({ ...fields, sector_id, size_id })) assert.equal(kept[name], value, name);
    const address = ({ line1, line2, postal_code, city, is_main }) => [line1, line2, postal_code, city, is_main];
    assert.deepEqual(addresses.map(address), [['1 quai du Port', 'Bâtiment B', '29200', 'Brest', true]]);
    const other = await word('size', 'plus de 100 horlogers'), elsewhere = await word('sector', 'Joaillerie');
    const changed = { sector_id: elsewhere, legal_name: 'Autre Horlogerie SAS', trade_name: 'Autre', website: 'https://autre.example', notes: 'Le soir', size_id: other };
    ok(await lea.change(`/api/clients/${client.id}`, changed));
    ok(await lea.change(`/api/addresses/${addresses[0].id}`, { line1: '2 rue Neuve', line2: null, postal_code: '35000', city: 'Rennes' }));
    const { client: now, addresses: moved } = await sheetOf(client);
    for (const [name, value] of Object.entries(changed)) assert.equal(now[name], value, name);
    assert.deepEqual(moved.map(address), [['2 rue Neuve', null, '35000', 'Rennes', true]]);
    for (const [name, value] of Object.entries({ website: 'pas une adresse', size_id: sector_id, sector_id: 999999 }))
        assert.equal((await lea.change(`/api/clients/${client.id}`, { [name]: value })).status, 422, name);
    // Renamed, the word is another one everywhere; taken away, nobody has it any more.
    assert.equal((await lea.change(`/api/options/${elsewhere}`, { name: 'Interdit' })).status, 403);
    ok(await camille.change(`/api/options/${elsewhere}`, { name: 'Bijouterie' }));
    const sectors = async () => ok(await lea.get('/api/words')).options.filter((one) => one.id === elsewhere).map((one) => one.name);
    assert.deepEqual(await sectors(), ['Bijouterie']);
    ok(await camille.delete(`/api/options/${elsewhere}`));
    assert.deepEqual([await sectors(), (await sheetOf(client)).client.sector_id], [[], null]);
});

test('a contact has every field, at the person and at the client; the first one is the main one, then whoever is chosen (CF-14, CF-16, CF-17)', async () => {
    const client = await lea.create({ legal_name: 'Personnes SAS' });
    const contact = { first_name: 'Ève', last_name: 'Personne', email: 'eve@personne.example', phone: '+33261914012', mobile: '+33612345678', notes: 'Préfère le matin' };
    const add = async (body) => ok(await lea.post(`/api/clients/${client.id}/contacts`, body), 201).link;
    const link = await add({ contact, job_title: 'Gérante', roles: ['decision_maker'], has_portal: true });
    const mains = async () => (await sheetOf(client)).contacts.filter((one) => one.is_main).map((one) => one.contact.last_name);
    const [kept] = (await sheetOf(client)).contacts;
    for (const [name, value] of Object.entries(contact)) assert.equal(kept.contact[name], value, name);
    assert.deepEqual([kept.job_title, kept.roles, kept.has_portal, kept.is_main], ['Gérante', ['decision_maker'], true, true]);
    const other = { first_name: 'Ava', last_name: 'Personne-Roy', email: 'ava@personne.example', phone: '+33261914013', mobile: '+33612345679', notes: 'Plutôt le soir' };
    ok(await lea.change(`/api/contacts/${link.contact.id}`, other));
    ok(await lea.change(`/api/client-contacts/${link.id}`, { job_title: 'Présidente', roles: ['technical', 'billing'], has_portal: false }));
    const [changed] = (await sheetOf(client)).contacts;
    for (const [name, value] of Object.entries(other)) assert.equal(changed.contact[name], value, name);
    assert.deepEqual([changed.job_title, changed.roles, changed.has_portal], ['Présidente', ['technical', 'billing'], false]);
    assert.equal((await lea.post(`/api/clients/${client.id}/contacts`, { contact: { first_name: 'Sans nom' } })).status, 422);
    const second = await add({ contact: { last_name: 'Seconde' } });
    assert.deepEqual(await mains(), ['Personne-Roy'], 'the first stays');
    assert.equal((await sheetOf(client)).contacts.find((one) => one.id === second.id).has_portal, false, 'the portal is opened on purpose');
    ok(await lea.change(`/api/client-contacts/${second.id}`, { is_main: true }));
    assert.deepEqual(await mains(), ['Seconde'], 'one at a time');
    const inList = async () => (await lea.find('q=personnes+sas')).rows[0].contact_name;
    assert.equal(await inList(), 'Seconde', 'and the list shows who');
    ok(await lea.change(`/api/client-contacts/${link.id}`, { is_main: true }));
    assert.deepEqual([await mains(), await inList()], [['Personne-Roy'], 'Ava Personne-Roy']);
    ok(await lea.delete(`/api/client-contacts/${second.id}`));
    assert.ok((await mains()).length <= 1);
    ok(await lea.delete(`/api/client-contacts/${link.id}`));
    assert.deepEqual(await mains(), [], 'or none');
});

test('figures follow the projects and the timeline: running ones, budgets of all but cancelled, latest event (CF-30)', async () => {
    const client = await lea.create({ legal_name: 'Dérivée SAS' });
    const row = async () => (await lea.find('q=derivee+sas')).rows[0];
    assert.deepEqual([(await row()).active_projects, (await row()).value_cents, (await row()).last_activity_at ?? null], [0, 0, null]);
    const states = { running: 100, waiting: 20, done: 3, cancelled: 4000 };
    for (const [state, budget_cents] of Object.entries(states)) await addProject(client, { name: state, state, budget_cents });
    const { active_projects, value_cents, running_value_cents } = await row();
    assert.deepEqual([active_projects, value_cents, running_value_cents], [1, 123, 100], 'running is running: a project that waits is no active one');
    await log(client, { kind: 'call', body: 'Plus tôt', happened_at: daysAgo(3) });
    assert.equal((await row()).last_activity_kind, 'project', 'the latest event, not the last written');
    const meeting = await log(client, { kind: 'meeting', body: 'Maintenant' });
    assert.equal((await row()).last_activity_kind, 'meeting');
    ok(await lea.delete(`/api/activities/${meeting.id}`));
    assert.equal((await row()).last_activity_kind, 'project');
});

test('the timeline: meetings with who was there, calls, e-mails and notes by hand; states, projects and files by themselves (CF-31)', async () => {
    const made = ok(await lea.post('/api/clients', { client: { legal_name: 'Chronologie SAS' }, contacts: [{ contact: { last_name: 'Un' } }, { contact: { last_name: 'Deux' } }] }), 201);
    const { client } = made, contact_ids = made.contacts.map((one) => one.contact.id);
    // Written in another order than they happened.
    const days = { note: 1, meeting: 4, call: 2, email: 3 }, dates = {};
    for (const [kind, ago] of Object.entries(days))
        await log(client, { kind, body: kind, happened_at: dates[kind] = daysAgo(ago), direction: kind === 'call' ? 'incoming' : 'none', ...(kind === 'meeting' ? { contact_ids, duration_minutes: 45 } : {}) });
    ok(await lea.change(`/api/clients/${client.id}`, { state: 'active' }));
    const project = await addProject(client, { name: 'Frise' });
    ok(await lea.change(`/api/projects/${project.id}`, { state: 'done' }));
    const { id } = ok(await lea.post('/api/uploads', { name: 'plan.txt', size: 1 }), 201);
    ok(await lea.send('PUT', `/api/uploads/${id}?offset=0`, 'x', { 'Content-Type': 'application/octet-stream' }));
    ok(await lea.post(`/api/clients/${client.id}/documents`, { files: [{ upload: id }] }), 201);
    const read = async (kinds = '') => ok(await lea.get(`/api/clients/${client.id}/timeline?${kinds}`)).activities;
    const all = await read();
    assert.deepEqual(all.map((one) => [one.kind, one.body]), [['file', 'plan.txt déposé'], ['project', 'Projet Frise terminé'], ['project', 'Projet Frise démarré'],
        ['state_change', 'Prospect → Actif'], ['note', 'note'], ['call', 'call'], ['email', 'email'], ['meeting', 'meeting']]);
    const meeting = all.at(-1);
    assert.deepEqual([meeting.contact_ids, meeting.duration_minutes, meeting.by], [contact_ids, 45, lea.me.user.name]);
    for (const { kind, happened_at, direction } of all.filter((one) => !one.automatic)) assert.deepEqual([kind, happened_at, direction], [kind, dates[kind], kind === 'call' ? 'incoming' : 'none']);
    assert.deepEqual((await sheetOf(client, camille)).counts.activities, all.length);
    assert.deepEqual(ok(await camille.get(`/api/clients/${client.id}/timeline`)).activities, all, 'the same for everybody');
    assert.deepEqual((await read('kinds=meeting,call')).map((one) => one.kind), ['call', 'meeting']);
    for (const kind of ['state_change', 'project', 'file']) assert.equal((await lea.post(`/api/clients/${client.id}/activities`, { kind, body: 'x' })).status, 422, kind);
});

// features.md 1.6: what each role may do with a client that concerns them; the owner's column is the admin's.
test('the matrix of roles: list, create, edit, delete, contacts, portal, history, notes (CF-12, CF-13, CF-32)', async () => {
    const [karim, ines] = await Promise.all([people.owner, people.member].map((email) => server.signIn(email)));
    const may = {
        owner: [karim, { list: 'all', create: true, edit: true, bin: true, contacts: true, portal: true, history: true, log: true }],
        admin: [camille, { list: 'all', create: true, edit: true, bin: true, contacts: true, portal: true, history: true, log: true }],
        manager: [lea, { list: 'all', create: true, edit: true, bin: false, contacts: true, portal: true, history: true, log: true }],
        member: [ines, { list: 'own', create: false, edit: false, bin: false, contacts: false, portal: false, history: true, log: true }],
    };
    for (const [role, [who, rights]] of Object.entries(may)) {
        const client = await karim.create({ legal_name: `Matrice ${role}`, owner_id: who.me.user.id }, { contacts: [{ contact: { last_name: 'M', email: `m@${role}-matrice.example` } }] });
        const hidden = await karim.create({ legal_name: `Matrice cachée ${role}` });
        const [link] = (await sheetOf(client, karim)).contacts, at = `/api/clients/${client.id}`;
        const allowed = (answer) => answer.status < 300, whole = (...answers) => answers.every(allowed) || (answers.some(allowed) && 'in part');
        const done = {
            list: (await who.find(`q=matrice+cachee+${role}`)).totals.count ? 'all' : (await who.find(`q=matrice+${role}`)).totals.count === 1 ? 'own' : 'none',
            create: allowed(await who.post('/api/clients', { client: { legal_name: `Créée par ${role}` } })),
            edit: allowed(await who.change(at, { notes: role })),
            contacts: whole(await who.post(`${at}/contacts`, { contact: { last_name: role } }), await who.change(`/api/contacts/${link.contact.id}`, { notes: role })),
            portal: whole(await who.change(`/api/client-contacts/${link.id}`, { has_portal: true }), await who.post(`/api/client-contacts/${link.id}/invite`, { preview: true })),
            history: whole(await who.get(`${at}/timeline`), await who.get(`${at}/history`)),
            log: allowed(await who.post(`${at}/activities`, { kind: 'note', body: role })),
            bin: allowed(await who.post(`${at}/bin`)),
        };
        assert.deepEqual(done, rights, role);
        const open = rights.list === 'all', at_hidden = `/api/clients/${hidden.id}`, status = async (request) => (await request).status;
        for (const path of ['', '/timeline', '/history']) assert.equal(await status(who.get(at_hidden + path)), open ? 200 : 404, role + path);
        assert.equal(await status(who.post(`${at_hidden}/activities`, { kind: 'note', body: role })), open ? 201 : 404, role);
    }
});

test('what moves the matrix: the team of a project, “clients partagés”, the portal for admins only (CF-32)', async () => {
    const [karim, ines] = await Promise.all([people.owner, people.member].map((email) => server.signIn(email)));
    const client = await lea.create({ legal_name: 'Équipée SAS' }, { contacts: [{ contact: { last_name: 'E', email: 'e@equipee.example' } }] });
    const project = await addProject(client, { name: 'Ensemble' }), at = `/api/clients/${client.id}`, [link] = (await sheetOf(client)).contacts;
    const sees = async () => [(await ines.get(at)).status, (await ines.get(`${at}/timeline`)).status, (await ines.find('q=equipee')).totals.count];
    assert.deepEqual(await sees(), [404, 404, 0]);
    ok(await lea.change(`/api/projects/${project.id}`, { team_ids: [ines.me.user.id] }));
    assert.deepEqual(await sees(), [200, 200, 1], 'in the team');
    assert.equal((await ines.change(at, { notes: 'x' })).status, 403);
    ok(await lea.change(`/api/projects/${project.id}`, { team_ids: [] }));
    assert.deepEqual(await sees(), [404, 404, 0]);
    const set = async (fields) => ok(await karim.change('/api/workspace', fields));
    await set({ shared_clients: true });
    assert.deepEqual(await sees(), [200, 200, 1], 'clients are shared');
    assert.equal((await ines.post(`${at}/activities`, { kind: 'note', body: 'Vu' })).status, 201);
    assert.equal((await ines.change(at, { notes: 'x' })).status, 403);
    await set({ shared_clients: false });
    assert.deepEqual(await sees(), [404, 404, 0]);
    await set({ portal_admins_only: true });
    const opens = async (who) => [await who.change(`/api/client-contacts/${link.id}`, { has_portal: true }), await who.post(`/api/client-contacts/${link.id}/invite`, { preview: true })].map((answer) => answer.status);
    assert.deepEqual([await opens(lea), await opens(camille)], [[403, 403], [200, 200]]);
    await set({ portal_admins_only: false });
    assert.deepEqual(await opens(lea), [200, 200]);
});

test('good practice: the sheet says how complete it is, the list what is to be reviewed, and the export too (CF-33)', async () => {
    const client = await lea.create({ legal_name: 'Zrevue SAS', email: 'z@revue.example', phone: '+33261914012', owner_id: lea.me.user.id, siren: '732829320',
        website: 'https://zrevue.example', sector_id: ok(await camille.post('/api/options', { list: 'sector', name: 'Revue' }), 201).option.id,
        size_id: ok(await camille.post('/api/options', { list: 'size', name: 'Revue' }), 201).option.id }, { addresses: [{ city: 'Metz' }] });
    const reviewed = async (query = '') => (await names(`q=zrevue&review=1${query}`)).length === 1;
    let percent = (await sheetOf(client)).completeness;
    const grows = async (what) => {
        const now = (await sheetOf(client)).completeness;
        assert.ok(now > percent, `${what}: ${percent} → ${now}`);
        percent = now;
    };
    assert.equal(await reviewed(), true, 'a company without a contact');
    const first = ok(await lea.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: 'Un' } }), 201).link;
    await grows('a contact');
    assert.equal(await reviewed(), false);
    ok(await lea.change(`/api/client-contacts/${first.id}`, { roles: ['decision_maker'] }));
    await grows('who decides');
    ok(await lea.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: 'Deux' }, roles: ['observer'] }), 201);
    await grows('a second contact');
    ok(await lea.change(`/api/client-contacts/${first.id}`, { roles: ['decision_maker', 'technical'] }));
    await grows('who is technical');
    ok(await lea.change(`/api/clients/${client.id}`, { notes: 'À jour' }));
    await grows('notes');
    assert.equal(percent, 100);
    // Whatever is taken away is missed.
    const [address] = (await sheetOf(client)).addresses, full = (await sheetOf(client)).client;
    for (const name of ['email', 'phone', 'owner_id', 'siren', 'sector_id', 'size_id', 'website', 'notes']) {
        ok(await lea.change(`/api/clients/${client.id}`, { [name]: null }));
        assert.ok((await sheetOf(client)).completeness < 100, name);
        ok(await lea.change(`/api/clients/${client.id}`, { [name]: full[name] }));
    }
    assert.equal((await sheetOf(client)).completeness, 100);
    ok(await lea.delete(`/api/addresses/${address.id}`));
    assert.ok((await sheetOf(client)).completeness < 100, 'an address');
    // An inactive client is looked at after 90 days of silence, and a state that contradicts the projects at once.
    ok(await lea.change(`/api/clients/${client.id}`, { state: 'inactive' }));
    assert.equal(await reviewed(), false, 'something has just happened');
    const project = await addProject(client, { name: 'Reprise' });
    assert.equal(await reviewed(), true, 'inactive with a running project');
    assert.match((await lea.get('/api/export?format=csv&q=zrevue&review=1')).text, /Zrevue SAS/);
    ok(await lea.delete(`/api/projects/${project.id}`));
    assert.equal(await reviewed(), false);
    assert.ok(!(await lea.get('/api/export?format=csv&q=zrevue&review=1')).text.includes('Zrevue SAS'));
    const silent = await lea.create({ legal_name: 'Zsilence SAS', state: 'inactive' }, { contacts: [{ contact: { last_name: 'S' } }] });
    await log(silent, { kind: 'call', body: 'Il y a longtemps', happened_at: daysAgo(91) });
    assert.deepEqual(await names('q=zsilence&review=1'), ['Zsilence SAS']);
    await log(silent, { kind: 'call', body: 'Depuis', happened_at: daysAgo(89) });
    assert.deepEqual(await names('q=zsilence&review=1'), []);
    // Silence is a matter of inactive clients, contacts one of companies, and of any the end of all projects.
    const person = await lea.create({ kind: 'person', first_name: 'Zoé', last_name: 'Zseule', state: 'active' });
    await log(person, { kind: 'call', body: 'Jadis', happened_at: daysAgo(400) });
    assert.deepEqual(await names('q=zseule&review=1'), []);
    await lea.create({ kind: 'person', last_name: 'Zmuette', state: 'inactive' });
    assert.deepEqual(await names('q=zmuette&review=1'), ['Zmuette'], 'nothing ever happened');
    await addProject(person, { name: 'Fini', state: 'done' });
    assert.deepEqual(await names('q=zseule&review=1'), ['Zoé Zseule'], 'active, and its only project has ended');
    assert.equal((await lea.get('/api/clients?review=maybe')).status, 422);
});
