// What a contact has not read yet, the plain page of a project, an invitation opened by somebody of the team, two answers at
// once on the plain pages, and whom the log names.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { until } from './portal_kit.mjs';
import { addContact, addVersion, cookieOf, fullClient, join_portal, linkOf, ok, sendForm, switches } from './portal_world.mjs';

let server, lea, mine, claire, other, bare, stranger, second;
const links = {};
const everything = { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true };
const invite = async (client, key, roles) => {
    const link = await addContact(lea, client, { first_name: key, last_name: 'Portail', email: `${key}@client.example` }, { roles });
    links[key] = link.id;
    return join_portal(server, lea, link.id, `${key}@client.example`);
};
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn(people.manager);
    mine = await fullClient(lea, 'Alpha');
    const theirs = await fullClient(lea, 'Omega');
    claire = await invite(mine.client, 'claire', ['decision_maker']);
    other = await invite(mine.client, 'autre', ['technical']);
    bare = await invite(mine.client, 'bare', ['billing']);
    stranger = await invite(theirs.client, 'stranger', ['decision_maker']);
    for (const key of ['claire', 'autre', 'stranger']) await switches(lea, links[key], everything);
    second = ok(await lea.post(`/api/clients/${mine.client.id}/projects`, { name: 'Wi-Fi Alpha' }), 201).project;
});
const write = (body, project, visibility = 'shared') =>
    lea.post(`/api/clients/${mine.client.id}/messages`, { body, visibility, ...(project ? { project_id: project.id } : {}) }).then((answer) => ok(answer, 201).message.id);
const unread = async (person) => ok(await person.get('/api/portal/session')).clients[0].unread;
const talk = async (person, query = '') => ok(await person.get(`/api/portal/clients/${mine.client.id}/messages${query}`));
const read = (person, body) => person.post(`/api/portal/clients/${mine.client.id}/messages/read`, body);

test('unread messages: counted by conversation, kept on the server, each contact’s own', async () => {
    assert.equal(await unread(claire), 1, 'the one of the world');
    const first = await write('Sur le réseau', mine.project);
    await write('Sur le Wi-Fi', second);
    await write('Entre nous', second, 'internal');
    assert.equal(await unread(claire), 3);
    assert.equal(await unread(bare), 0, 'who sees no messages has none');
    const page = await talk(claire);
    const counts = Object.fromEntries(page.conversations.map((one) => [one.name, one.unread]));
    assert.deepEqual(counts, { 'Projet Alpha': 1, 'Wi-Fi Alpha': 1 });
    assert.deepEqual(page.items.map((one) => one.unread), [true, true, true]);
    // Nobody, a stranger, without the right, nonsense.
    assert.equal((await read(server.nobody(), { up_to: first })).status, 401);
    assert.equal((await read(lea, { up_to: first })).status, 401);
    assert.equal((await read(stranger, { up_to: first })).status, 404);
    assert.equal((await read(bare, { up_to: first })).status, 404);
    for (const body of [{}, { up_to: 'x' }, { up_to: -1 }, { up_to: 1, all: true }]) assert.equal((await read(claire, body)).status, 422, JSON.stringify(body));
    assert.equal((await read(claire, { up_to: first, project_id: 99999999 })).status, 404);
    // One project, then everything; the other contact's marks stay.
    assert.equal(ok(await read(claire, { up_to: first, project_id: mine.project.id })).unread, 2);
    const after = await talk(claire, `?project=${mine.project.id}`);
    assert.deepEqual(after.items.map((one) => one.unread), [false]);
    assert.equal(ok(await read(claire, { up_to: 2 ** 50 })).unread, 0);
    assert.equal(await unread(other), 3);
    // A mark does not lie ahead, nor go back; one's own message is read.
    const next = await write('Encore');
    assert.equal(await unread(claire), 1);
    assert.equal(ok(await read(claire, { up_to: next })).unread, 0);
    assert.equal(ok(await read(claire, { up_to: 1 })).unread, 0);
    ok(await claire.post(`/api/portal/clients/${mine.client.id}/messages`, { body: 'De moi' }), 201);
    assert.equal(await unread(claire), 0);
    assert.equal(await unread(other), 5);
    // A project that goes out of view takes its messages along.
    ok(await lea.change(`/api/projects/${second.id}`, { is_portal_visible: false }));
    assert.equal(await unread(other), 4);
    ok(await lea.change(`/api/projects/${second.id}`, { is_portal_visible: true }));
});

test('the plain page of messages marks them read; a preview does not', async () => {
    await write('Pour la page simple');
    const { url } = ok(await lea.post(`/api/client-contacts/${links.claire}/view-as`));
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) });
    assert.match((await preview.get('/portal/plain/messages')).text, /Pour la page simple/);
    assert.equal((await read(preview, { up_to: 1 })).status, 403);
    assert.equal(await unread(claire), 1);
    assert.match((await claire.get('/portal/plain/messages')).text, /Pour la page simple/);
    assert.equal(await unread(claire), 0);
});

test('the bell: what waits for each contact, and nothing of what is not theirs', async () => {
    const all = await fullClient(lea, 'Cloche');
    const decides = await invite(all.client, 'decide', ['decision_maker']), looks = await invite(all.client, 'regarde', ['observer']);
    const path = `/api/portal/clients/${all.client.id}/news`;
    const news = async (person) => ok(await person.get(path));
    const kinds = (page) => page.items.map((one) => `${one.kind} ${one.title} ${one.detail}`);
    const [deliverable, file, message] = ['deliverable Livrable Cloche Projet Cloche', 'file contrat-Cloche.pdf Dossier Cloche', 'message Léa Martin Message Cloche'];
    assert.deepEqual(kinds(await news(decides)), [deliverable, message, file]);
    assert.deepEqual(kinds(await news(looks)), [message, file], 'nothing to answer without the switch');
    assert.deepEqual(await news(await invite(all.client, 'factures', ['billing'])), { count: 0, items: [] });
    assert.equal((await server.nobody().get(path)).status, 401);
    assert.equal((await lea.get(path)).status, 401);
    assert.equal((await stranger.get(path)).status, 404);
    assert.equal((await stranger.get(path)).text, (await stranger.get('/api/portal/clients/99999999/news')).text);
    // Internal ones and those of a hidden project are no news; long ones are cut at a letter.
    const hidden = ok(await lea.post(`/api/clients/${all.client.id}/projects`, { name: 'Caché', is_portal_visible: false }), 201).project;
    for (const [body, more] of [['Interne', {}], ['Caché', { visibility: 'shared', project_id: hidden.id }], ['é'.repeat(400), { visibility: 'shared', project_id: all.project.id }]])
        ok(await lea.post(`/api/clients/${all.client.id}/messages`, { body, ...more }), 201);
    const page = await news(decides);
    assert.equal(page.count, 4);
    assert.deepEqual([page.items[1].detail, page.items[1].project_id], ['é'.repeat(160), all.project.id]);
    // Each goes away when it is dealt with.
    assert.equal((await decides.get(`/api/portal/document-versions/${page.items.find((one) => one.kind === 'file').version_id}/file`)).status, 200);
    ok(await decides.post(`/api/portal/clients/${all.client.id}/messages/read`, { up_to: 2 ** 50 }));
    assert.deepEqual(kinds(await news(decides)), [deliverable]);
    const version = ok(await decides.get(`/api/portal/projects/${all.project.id}`)).deliverables[0].versions[0].id;
    ok(await decides.post(`/api/portal/deliverables/${all.deliverable.id}/answer`, { version, decision: 'approved', comment: '' }), 201);
    assert.deepEqual(await news(decides), { count: 0, items: [] });
    assert.equal((await news(looks)).count, 3, 'the other contact’s marks are their own');
});

test('home: what is new, and whom to ask (CF-27)', async () => {
    const home = async () => ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`));
    assert.equal((await home()).team, null, 'nobody is in charge');
    ok(await lea.change(`/api/clients/${mine.client.id}`, { owner_id: lea.me.user.id }));
    const before = await home();
    assert.equal(before.new_documents, 1);
    assert.equal(before.documents[0].is_new, true);
    assert.deepEqual(before.team, { name: 'Léa Martin', email: people.manager, phone: '+33261914203' });
    // The number is one's own to give; a wrong one is refused, none takes it away.
    const phone = async (value) => lea.change('/api/profile', { phone: value });
    assert.equal((await phone('douze')).status, 422);
    ok(await phone('02 61 91 40 77'));
    assert.equal((await home()).team.phone, '+33261914077');
    ok(await phone(''));
    assert.equal((await home()).team.phone, '');
    await claire.get(`/api/portal/document-versions/${before.documents[0].version_id}/file`);
    const after = await home();
    assert.deepEqual([after.new_documents, after.documents[0].is_new], [0, false]);
});

test('the plain page of a project: progress, milestones, deliverables, tasks only with the switch (CF-19, CF-21, CF-22, CF-24)', async () => {
    const path = `/portal/plain/projects/${mine.project.id}`;
    assert.match((await claire.get('/portal/plain')).text, new RegExp(`href="${path}"`));
    const page = await claire.get(path);
    assert.equal(page.status, 200);
    for (const words of ['Projet Alpha', 'Résumé Alpha', 'Jalon Alpha', 'Tâche Alpha', 'Livrable Alpha', '<progress']) assert.ok(page.text.includes(words), words);
    assert.ok(page.text.includes(`href="/portal/plain/deliverables/${mine.deliverable.id}"`));
    assert.match(page.text, /Jalon Alpha <span class="quiet"><time datetime="2026-12-20">/);
    for (const [kind, id, name] of [['milestones', mine.milestone.id, 'Jalon Alpha'], ['tasks', mine.task.id, 'Tâche Alpha']]) {
        ok(await lea.change(`/api/${kind}/${id}`, { is_done: true }));
        assert.match((await claire.get(path)).text, new RegExp(`${name} <span class="state approved">`));
        ok(await lea.change(`/api/${kind}/${id}`, { is_done: false }));
        assert.doesNotMatch((await claire.get(path)).text, new RegExp(`${name} <span class="state approved">`));
    }
    ok(await lea.change(`/api/projects/${mine.project.id}`, { progress: 35 }));
    assert.match((await claire.get(path)).text, /<progress max="100" value="35"/);
    assert.ok(!page.text.includes('1234500') && !page.text.includes('12 345'));
    await switches(lea, links.claire, { portal_tasks: false });
    const without = await claire.get(path);
    assert.ok(!without.text.includes('Tâche'), 'tasks need their switch');
    assert.ok(without.text.includes('Jalon Alpha'));
    await switches(lea, links.claire, { portal_tasks: true });
    assert.equal((await server.nobody().get(path)).headers.get('location'), '/portal/sign-in');
    const absent = await stranger.get('/portal/plain/projects/99999999');
    for (const person of [stranger, bare]) {
        const answer = await person.get(path);
        assert.equal(answer.status, 404);
        assert.ok(!answer.text.includes('Alpha</h1>') && !answer.text.includes('Projet Alpha'));
    }
    assert.equal((await stranger.get(path)).text, absent.text);
});

test('an invitation opened by somebody of the team: said clearly, their own session untouched', async () => {
    const link = await addContact(lea, mine.client, { first_name: 'Nora', last_name: 'Lien', email: 'nora@client.example' }, { roles: ['observer'] });
    ok(await lea.post(`/api/client-contacts/${link.id}/invite`));
    const path = linkOf(server, 'nora@client.example');
    const page = await lea.get(path);
    assert.equal(page.status, 200);
    assert.ok(page.text.includes('nora@client.example') && page.text.includes('Léa Martin'));
    assert.equal(page.headers.get('set-cookie'), null);
    assert.equal((await lea.get('/api/session')).json.user.email, people.manager);
    // The link is still the contact's.
    const nora = await sendForm(server.nobody(), '/portal/password', { token: path.split('/').at(-1), password: 'quatre mots bien choisis' });
    assert.equal(nora.status, 303);
    assert.equal((await lea.get('/api/session')).status, 200);
});

test('two answers at the same moment on the plain pages: one outcome, the other is told who and what', async () => {
    const all = await fullClient(lea, 'Ensemble');
    const pair = [await invite(all.client, 'premiere', ['decision_maker']), await invite(all.client, 'deuxieme', ['decision_maker'])];
    const path = `/portal/plain/deliverables/${all.deliverable.id}`;
    const version = /name="version" value="(\d+)"/.exec((await pair[0].get(path)).text)[1];
    const answers = await Promise.all([
        sendForm(pair[0], `${path}/answer`, { version, decision: 'approved', comment: '' }),
        sendForm(pair[1], `${path}/answer`, { version, decision: 'changes_requested', comment: 'Plus à droite' }),
    ]);
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 409]);
    const loser = answers.find((answer) => answer.status === 409);
    const winner = answers[0].status === 303 ? 'premiere' : 'deuxieme';
    assert.ok(loser.text.includes(`${winner} Portail`), 'the loser reads who was first');
    for (const one of pair) assert.match((await one.get(path)).text, winner === 'premiere' ? /Approuvé/ : /Corrections demandées/);
    const [deliverable] = ok(await lea.get(`/api/projects/${all.project.id}`)).deliverables;
    assert.equal(deliverable.approvals.length, 1);
});

test('the log names the contact of a request, and who looks through a preview', async () => {
    const { contacts } = ok(await lea.get(`/api/clients/${mine.client.id}`));
    const id = contacts.find((one) => one.id === links.claire).contact_id;
    const lines = () => server.log.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    await claire.get(`/api/portal/clients/${mine.client.id}/home`);
    await claire.get(`/api/portal/clients/99999999/home`);
    const found = await until(() => {
        const mineOnly = lines().filter((line) => line.route === '/api/portal/clients/:id/home' && line.contact === id);
        return mineOnly.some((line) => line.status === 404) && mineOnly.some((line) => line.status === 200) && mineOnly;
    }, 'lines of the contact');
    assert.ok(found.every((line) => line.user === 0));
    const { url } = ok(await lea.post(`/api/client-contacts/${links.claire}/view-as`));
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) });
    await preview.get('/api/portal/session');
    await until(() => lines().some((line) => line.route === '/api/portal/session' && line.contact === id && line.user === lea.me.user.id), 'the line of a preview');
    assert.ok(lines().some((line) => line.user === lea.me.user.id && line.contact === 0));
    // Where a contact is refused: who, and what they tried; names and secrets of an address stay out.
    const tried = async (path, send = () => claire.get(path)) => {
        const before = lines().length;
        const { status } = await send();
        return until(() => lines().slice(before).find((line) => line.contact === id && line.status === status), `the refusal of ${path}`);
    };
    for (const [path, told, status] of [
        [`/api/clients/${mine.client.id}`, `/api/clients/${mine.client.id}`, 401],
        ['/api/projects/99999', '/api/projects/99999', 401],
        ['/api/portal/projects/99999', '/api/portal/projects/99999', 404],
        [`/api/portal/clients/${mine.client.id}/documents?folder=4242&q=Dupont`, `/api/portal/clients/${mine.client.id}/documents?folder=4242`, 404],
        ['/api/Dupont/12?client=Martin', '/api/…/12', 404],
    ]) {
        const line = await tried(path);
        assert.deepEqual([line.status, line.tried, line.user], [status, told, 0], path);
    }
    const line = await tried('/api/clients/7', () => claire.patch('/api/clients/7', { fields: {} }));
    assert.deepEqual([line.method, line.tried], ['PATCH', '/api/clients/7']);
    assert.ok(lines().every((one) => one.status !== 200 || one.tried === undefined));
    await server.nobody().get(`/api/clients/${mine.client.id}`);
    await until(() => lines().some((one) => one.contact === 0 && one.status === 401 && one.tried === undefined), 'the line of nobody');
    assert.ok(!/claire@|Dupont|Martin"/.test(server.log), 'no address and no name in the log');
});

test('proof of reading: of a message and of each version of a deliverable, who and when; looking as somebody proves nothing (X-15)', async () => {
    const all = await fullClient(lea, 'Preuve');
    const reader = await invite(all.client, 'lectrice', ['decision_maker']);
    const silent = await invite(all.client, 'absente', ['observer']);
    await switches(lea, links.lectrice, everything);
    const theirs = async (kind, item, name) => {
        const { people } = ok(await lea.get(`/api/clients/${all.client.id}/visibility?kind=${kind}&item=${item}`));
        return people.find((one) => one.name.startsWith(name));
    };
    const post = async (body) => ok(await lea.post(`/api/clients/${all.client.id}/messages`, { body, visibility: 'shared', project_id: all.project.id }), 201).message.id;
    const first = await post('Un'), second = await post('Deux');
    const marks = `/api/portal/clients/${all.client.id}/messages/read`;
    assert.match((await theirs('message', first, 'lectrice')).why, / Pas encore lu\.$/);
    const { url } = ok(await lea.post(`/api/client-contacts/${links.lectrice}/view-as`));
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) });
    await preview.get(`/portal/plain/messages?client=${all.client.id}`);
    assert.equal((await theirs('message', first, 'lectrice')).readings.length, 0, 'a preview reads nothing');
    ok(await reader.post(marks, { up_to: first, project_id: all.project.id }));
    const one = await theirs('message', first, 'lectrice');
    assert.match(one.why, / Lu le \d+(er)? \S+ \d{4}, \d\d:\d\d UTC\.$/);
    assert.match((await theirs('message', second, 'lectrice')).why, / Pas encore lu\.$/);
    ok(await reader.post(marks, { up_to: second }));
    assert.equal((await theirs('message', second, 'lectrice')).readings.length, 1);
    assert.deepEqual((await theirs('message', first, 'lectrice')).readings, one.readings, 'the first time counts, not the last');
    assert.match((await theirs('message', first, 'absente')).why, / Pas encore lu\.$/);
    ok(await reader.post(`/api/portal/clients/${all.client.id}/messages`, { body: 'De moi' }), 201);
    const mail = ok(await reader.get(`/api/portal/clients/${all.client.id}/messages`)).items[0];
    const own = await theirs('message', mail.id, 'lectrice');
    assert.deepEqual([own.readings, /Lu le|Pas encore lu/.test(own.why)], [[], false], 'nobody reads their own');

    const deliverable = async () => ok(await reader.get(`/api/portal/projects/${all.project.id}`)).deliverables[0];
    const version = (await deliverable()).versions[0].id, file = `/api/portal/deliverable-versions/${version}/file`;
    assert.match((await theirs('deliverable', all.deliverable.id, 'lectrice')).why, / Aucune version ouverte\.$/);
    await preview.get(file);
    await reader.send('HEAD', file);
    assert.equal((await theirs('deliverable', all.deliverable.id, 'lectrice')).readings.length, 0);
    assert.equal((await reader.get(file, { Range: 'bytes=5-' })).status, 206);
    await reader.get(file, { Range: 'bytes=0-4' });
    assert.equal((await reader.get(file)).status, 200);
    await reader.get(file, { Range: 'bytes=5-' });
    await addVersion(lea, all.deliverable.id, 'suite.pdf');
    const told = await theirs('deliverable', all.deliverable.id, 'lectrice');
    assert.deepEqual(told.readings.map(({ version: n, times }) => [n, times]), [[1, 2]]);
    assert.match(told.why, / Version 1 ouverte le [^.]+ UTC\.$/);
    const [next] = (await deliverable()).versions;
    assert.equal((await reader.get(`/api/portal/deliverable-versions/${next.id}/file`)).status, 200);
    assert.match((await theirs('deliverable', all.deliverable.id, 'lectrice')).why, / Version 2 ouverte le .* Version 1 ouverte le /);
    assert.equal((await theirs('deliverable', all.deliverable.id, 'absente')).readings.length, 0);
    // Only the team learns it.
    assert.ok(!/readings|"read_at"/.test((await silent.get(`/api/portal/projects/${all.project.id}`)).text));
});
