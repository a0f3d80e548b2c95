// The portal over HTTP: each route for nobody, a session of the team, a contact of another client, a contact without the
// switch and the right one; invitation, approval, certificate, messages, the preview, the way out.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { people, serve, Stream } from './kit.mjs';
import { readPdf } from './pdf_text.mjs';
import { addContact, addVersion, cookieOf, expireLinks, fullClient, join_portal, linkOf, mails, ok, password, pdf, sendForm, switches } from './portal_world.mjs';

let server, lea, mine, theirs, claire, bare, stranger;
const links = {};
const invite = async (client, key, roles) => {
    const link = await addContact(lea, client, { first_name: key, last_name: 'Portail', email: `${key}@client.example` }, { roles });
    links[key] = link.id;
    return join_portal(server, lea, link.id, `${key}@client.example`);
};
const everything = { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true };
before(async (t) => {
    // There is a mail server, but it does not answer: mails stay to be read.
    server = await serve(t, 60, { CARNET_SMTP_URL: 'smtp://127.0.0.1:9', CARNET_SMTP_FROM: 'Mistral <contact@mistral.example>' });
    lea = await server.signIn(people.manager);
    mine = await fullClient(lea, 'Alpha');
    theirs = await fullClient(lea, 'Omega');
    claire = await invite(mine.client, 'claire', ['decision_maker']);
    await switches(lea, links.claire, everything);
    bare = await invite(mine.client, 'bare', ['billing']);
    stranger = await invite(theirs.client, 'stranger', ['decision_maker', 'technical']);
});

const ids = async () => {
    const page = ok(await claire.get(`/api/portal/projects/${mine.project.id}`));
    const version = page.deliverables[0].versions[0];
    const file = ok(await claire.get(`/api/portal/clients/${mine.client.id}/documents?folder=${mine.folder.id}`)).files[0];
    return { version: version.id, file: file.version_id };
};

test('who is signed in, and what is theirs (CF-21, CF-24)', async () => {
    const me = ok(await claire.get('/api/portal/session'));
    assert.equal(me.contact.email, 'claire@client.example');
    assert.deepEqual(me.clients.map((c) => [c.id, c.name]), [[mine.client.id, 'Alpha SAS']]);
    assert.equal(me.clients[0].rights.approve, true);
    assert.equal(me.preview, false);
    const home = ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`));
    assert.deepEqual(home.projects.map((p) => [p.name, p.next_milestone.name]), [['Projet Alpha', 'Jalon Alpha']]);
    assert.deepEqual(home.to_approve.map((d) => [d.name, d.may_answer]), [['Livrable Alpha', true]]);
    assert.deepEqual(home.documents.map((d) => [d.name, d.folder]), [['contrat-Alpha.pdf', 'Dossier Alpha']]);
    assert.deepEqual(home.messages.map((m) => [m.body, m.mine]), [['Message Alpha', false]]);
    const page = ok(await claire.get(`/api/portal/projects/${mine.project.id}`));
    assert.deepEqual(page.tasks.map((one) => one.name), ['Tâche Alpha']);
    assert.deepEqual(page.milestones.map((one) => [one.name, one.due_on, one.is_done]), [['Jalon Alpha', '2026-12-20', false]]);
    ok(await lea.change(`/api/milestones/${mine.milestone.id}`, { is_done: true }));
    ok(await lea.change(`/api/projects/${mine.project.id}`, { progress: 45 }));
    const earlier = ok(await lea.post(`/api/projects/${mine.project.id}/milestones`, { name: 'Premier jalon', due_on: '2026-12-01' }), 201).milestone;
    const last = ok(await lea.post(`/api/projects/${mine.project.id}/milestones`, { name: 'Dernier jalon', due_on: '2027-01-10' }), 201).milestone;
    const after = ok(await claire.get(`/api/portal/projects/${mine.project.id}`));
    const steps = [['Premier jalon', '2026-12-01', false], ['Jalon Alpha', '2026-12-20', true], ['Dernier jalon', '2027-01-10', false]], step = (one) => [one.name, one.due_on, one.is_done];
    assert.deepEqual([after.project.progress, after.project.due_on, after.milestones.map(step)], [45, '2027-01-15', steps]);
    const started = ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`)).projects[0];
    assert.deepEqual([started.progress, started.next_milestone.name, started.milestones.map(step)], [45, 'Premier jalon', steps]);
    ok(await lea.change(`/api/milestones/${earlier.id}`, { is_done: true }));
    ok(await lea.change(`/api/milestones/${mine.milestone.id}`, { is_done: false }));
    assert.equal(ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`)).projects[0].next_milestone.name, 'Jalon Alpha', 'the next that is not reached');
    for (const one of [earlier, last]) ok(await lea.delete(`/api/milestones/${one.id}`));
    // What is over is still theirs to see.
    for (const [state, progress] of [['done', 100], ['running', 45]]) {
        ok(await lea.change(`/api/projects/${mine.project.id}`, { state, progress }));
        for (const { project } of [ok(await claire.get(`/api/portal/projects/${mine.project.id}`)), { project: ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`)).projects[0] }])
            assert.deepEqual([project.state, project.progress], [state, progress]);
    }
    assert.ok(!JSON.stringify(page).includes('1234500'), 'the budget stays inside');
});

test('every route: nobody, the team, another client’s contact, without the switch, the right one (CF-19, CF-23, CF-27)', async () => {
    const { version, file } = await ids();
    const c = mine.client.id;
    const routes = [
        ['GET', `/api/portal/clients/${c}/home`, undefined, 200],
        ['GET', `/api/portal/clients/${c}/news`, undefined, 200],
        ['GET', `/api/portal/projects/${mine.project.id}`, undefined, 404],
        ['GET', `/api/portal/clients/${c}/documents`, undefined, 404],
        ['GET', `/api/portal/clients/${c}/documents?folder=${mine.folder.id}`, undefined, 404],
        ['GET', `/api/portal/document-versions/${file}/file`, undefined, 404],
        ['GET', `/api/portal/deliverable-versions/${version}/file`, undefined, 404],
        ['GET', `/api/portal/clients/${c}/messages`, undefined, 404],
        ['POST', `/api/portal/clients/${c}/messages`, { body: 'Bonjour' }, 403],
        ['POST', `/api/portal/deliverables/${mine.deliverable.id}/answer`, { version, decision: 'approved', comment: '' }, 404],
    ];
    for (const [method, path, body, withoutSwitch] of routes) {
        const what = `${method} ${path}`;
        assert.equal((await server.nobody().send(method, path, body)).status, 401, what);
        assert.equal((await lea.send(method, path, body)).status, 401, what);
        const hidden = await stranger.send(method, path, body);
        const absent = await stranger.send(method, path.replace(/\d+/, '99999999').replace(/folder=\d+/, 'folder=99999999'), body);
        assert.equal(hidden.status, 404, what);
        assert.equal(hidden.text, absent.text, what);
        const names = (answer) => [...answer.headers.keys()].filter((name) => name !== 'date').sort().join();
        assert.equal(names(hidden), names(absent), what);
        assert.equal((await bare.send(method, path, body)).status, withoutSwitch, what);
        const right = await claire.send(method, path, body);
        assert.ok([200, 201].includes(right.status), `${what}: ${right.status} ${right.text}`);
        assert.equal(right.headers.get('carnet-position'), null, 'the workspace’s pace is no contact’s business');
    }
    // The portal's cookie opens nothing of the team's.
    for (const path of ['/api/session', '/api/clients', `/api/clients/${c}`, '/api/changes?since=0', '/api/book', '/api/export?format=csv'])
        assert.equal((await claire.get(path)).status, 401, path);
});

test('a project, task or deliverable that is internal does not exist (CF-21, CF-22, CF-27)', async () => {
    const hidden = ok(await lea.post(`/api/clients/${mine.client.id}/projects`, { name: 'Caché', is_portal_visible: false }), 201).project;
    const { deliverable } = ok(await lea.post(`/api/projects/${mine.project.id}/deliverables`, { name: 'Pas encore' }), 201);
    await lea.post(`/api/projects/${mine.project.id}/tasks`, { name: 'Interne', visibility: 'internal' });
    ok(await lea.post(`/api/projects/${mine.project.id}/tasks`, { name: 'Interne sans le dire' }), 201);
    assert.equal((await claire.get(`/api/portal/projects/${hidden.id}`)).status, 404);
    const page = await claire.get(`/api/portal/projects/${mine.project.id}`);
    assert.ok(!page.text.includes('Pas encore') && !page.text.includes('Interne'));
    for (const path of [`/api/portal/clients/${mine.client.id}/home`, `/api/portal/clients/${mine.client.id}/messages`, `/api/portal/clients/${mine.client.id}/news`, '/portal/plain', `/portal/plain/projects/${mine.project.id}`, '/portal/plain/messages'])
        assert.doesNotMatch((await claire.get(path)).text, /Caché|Pas encore|Interne/, path);
    // Each flag is turned both ways.
    const task = ok(await lea.post(`/api/projects/${mine.project.id}/tasks`, { name: 'Montrée', due_on: '2026-12-10', visibility: 'shared' }), 201).task;
    const shown = async () => ok(await claire.get(`/api/portal/projects/${mine.project.id}`)).tasks.filter((one) => one.id === task.id).map((one) => [one.name, one.due_on, one.is_done]);
    assert.deepEqual(await shown(), [['Montrée', '2026-12-10', false]]);
    ok(await lea.change(`/api/tasks/${task.id}`, { is_done: true }));
    assert.deepEqual(await shown(), [['Montrée', '2026-12-10', true]]);
    ok(await lea.change(`/api/tasks/${task.id}`, { visibility: 'internal' }));
    assert.deepEqual(await shown(), []);
    ok(await lea.delete(`/api/tasks/${task.id}`));
    for (const [is_portal_visible, status] of [[true, 200], [false, 404]]) {
        ok(await lea.change(`/api/projects/${hidden.id}`, { is_portal_visible }));
        assert.equal((await claire.get(`/api/portal/projects/${hidden.id}`)).status, status);
    }
    assert.equal((await claire.get(`/portal/plain/deliverables/${deliverable.id}`)).status, 404);
});

test('two answers at once have one outcome; a newer version is said; the certificate names the file (CF-26, CF-27)', async () => {
    const all = await fullClient(lea, 'Accord');
    const first = await invite(all.client, 'premier', ['decision_maker']);
    const second = await invite(all.client, 'second', ['decision_maker']);
    const path = `/api/portal/deliverables/${all.deliverable.id}/answer`;
    const latest = async () => ok(await first.get(`/api/portal/projects/${all.project.id}`)).deliverables[0];
    const one = (await latest()).versions[0].id;
    assert.equal((await first.post(path, { version: one, decision: 'changes_requested', comment: ' ' })).status, 422);
    const content = Buffer.concat([pdf, Buffer.from('deux')]);
    await addVersion(lea, all.deliverable.id, 'plan-2.pdf', content);
    const late = await first.post(path, { version: one, decision: 'approved', comment: '' });
    assert.equal(late.status, 409);
    assert.match(late.json.detail, /version 2/i);
    const two = (await latest()).versions[0].id;
    const both = await Promise.all([
        first.post(path, { version: two, decision: 'approved', comment: 'Très bien — « parfait »' }),
        second.post(path, { version: two, decision: 'changes_requested', comment: 'À revoir' }),
    ]);
    assert.deepEqual(both.map((answer) => answer.status).sort(), [201, 409]);
    const [winner] = both.filter((answer) => answer.status === 201), [loser] = both.filter((answer) => answer.status === 409);
    const deliverable = await latest();
    assert.equal(deliverable.approvals.length, 1);
    assert.ok(loser.json.detail.includes(deliverable.approvals[0].by), loser.json.detail);
    assert.equal(deliverable.approvals[0].sha256, createHash('sha256').update(content).digest('hex'));
    // Who, when, the decision with its comment, and which version: for the contacts and for the team.
    const [decision, comment] = both[0].status === 201 ? ['approved', 'Très bien — « parfait »'] : ['changes_requested', 'À revoir'];
    const [told] = deliverable.approvals, [kept] = ok(await lea.get(`/api/projects/${all.project.id}`)).deliverables[0].approvals;
    assert.deepEqual([told.decision, told.comment, told.version, told.version_id, deliverable.state, deliverable.may_answer], [decision, comment, 2, two, decision, false]);
    assert.deepEqual([kept.decision, kept.comment, kept.version_id, kept.by, kept.sha256, kept.decided_at], [decision, comment, two, told.by, told.sha256, told.at]);
    assert.ok(Math.abs(Date.parse(told.at) - Date.now()) < 600_000, told.at);
    assert.deepEqual(ok(await first.get(`/api/portal/clients/${all.client.id}/home`)).to_approve, [], 'nothing waits any more');
    const certificate = await first.get(`/api/portal/approvals/${winner.json.approval}/certificate`);
    assert.equal(certificate.status, 200);
    assert.equal(certificate.headers.get('content-type'), 'application/pdf');
    assert.equal(certificate.bytes.subarray(0, 5).toString(), '%PDF-');
    const { text } = readPdf(certificate.bytes);
    for (const words of [told.sha256, 'plan-2.pdf', comment, told.by]) assert.ok(text.includes(words), `${words} in ${text}`);
    assert.equal((await stranger.get(`/api/portal/approvals/${winner.json.approval}/certificate`)).status, 404);
    // The team has the same page; a member who does not see the client, a contact and nobody have not.
    const team = `/api/approvals/${winner.json.approval}/certificate`, inTeam = await lea.get(team);
    assert.equal(inTeam.headers.get('content-type'), 'application/pdf');
    assert.equal(readPdf(inTeam.bytes).text, readPdf(certificate.bytes).text);
    assert.equal((await (await server.signIn('maelle@mistral.example')).get(team)).status, 404);
    for (const wrong of [first, server.nobody()]) assert.equal((await wrong.get(team)).status, 401);
    // The team sees it, and who it was.
    const seen = ok(await lea.get(`/api/projects/${all.project.id}`)).deliverables[0];
    assert.notEqual(seen.state, 'to_approve');
    assert.equal(seen.approvals.length, 1);
    // What was sealed stays, whatever is renamed afterwards.
    const { by, contact_id } = seen.approvals[0];
    ok(await lea.change(`/api/contacts/${contact_id}`, { first_name: 'Gérard', last_name: 'Autre' }));
    ok(await lea.change(`/api/deliverables/${all.deliverable.id}`, { name: 'Tout autre chose' }));
    ok(await lea.change(`/api/projects/${all.project.id}`, { name: 'Autre projet' }));
    ok(await lea.change(`/api/clients/${all.client.id}`, { legal_name: 'Autre client' }));
    const again = readPdf((await first.get(`/api/portal/approvals/${winner.json.approval}/certificate`)).bytes).text;
    assert.equal(again, text);
    assert.ok(again.includes(by) && !again.includes('Autre'), again);
    assert.equal(ok(await lea.get(`/api/projects/${all.project.id}`)).deliverables[0].approvals[0].by, by);
});

test('an answer to a deliverable: bad input, another version, no right, another client, what is withdrawn or in no view (CF-26)', async () => {
    const all = await fullClient(lea, 'Réponse');
    const decides = await invite(all.client, 'repond', ['decision_maker']), looks = await invite(all.client, 'observe', ['observer']);
    const path = `/api/portal/deliverables/${all.deliverable.id}/answer`;
    const page = async () => ok(await decides.get(`/api/portal/projects/${all.project.id}`)).deliverables;
    const version = (await page())[0].versions[0].id, good = { version, decision: 'approved', comment: '' };
    const other = ok(await lea.post(`/api/projects/${all.project.id}/deliverables`, { name: 'Autre' }), 201).deliverable;
    const foreign = (await addVersion(lea, other.id, 'autre.pdf')).deliverable_version.id;
    const theirVersion = ok(await lea.get(`/api/projects/${theirs.project.id}`)).deliverables[0].versions[0].id;
    const refused = async (person, body, status, field) => {
        const answer = await person.post(path, body);
        assert.equal(answer.status, status, `${JSON.stringify(body)}: ${answer.text}`);
        if (field) assert.equal(answer.json.fields?.[0]?.field ?? answer.json.errors?.[0]?.field, field, answer.text);
    };
    // Nonsense: each field, and fields that are none.
    for (const decision of ['', 'yes', 'APPROVED', null, 1, true, [], {}]) await refused(decides, { ...good, decision }, 422, 'decision');
    for (const comment of ['', ' ', '\n\t', '\u00a0', '\u200b', '\ufeff\u2060\u00ad\u3164', null, 7, []]) await refused(decides, { version, decision: 'changes_requested', comment }, 422, 'comment');
    await refused(decides, { ...good, comment: 5 }, 422, 'comment');
    await refused(decides, { ...good, contact_id: 1 }, 422, 'contact_id');
    await refused(decides, { ...good, sha256: 'x' }, 422, 'sha256');
    for (const body of ['[]', '"x"', '{', 'null']) {
        const answer = await decides.send('POST', path, body, { 'Content-Type': 'application/json' });
        assert.ok(answer.status === 422 || answer.status === 400, `${body}: ${answer.status}`);
    }
    // A version that is none, of another deliverable, of another client: all the same to them.
    for (const wrong of [undefined, null, 0, -1, 99999999, foreign, theirVersion]) await refused(decides, { ...good, version: wrong }, 404);
    for (const wrong of ['x', 1.5, String(version), [version], true]) await refused(decides, { ...good, version: wrong }, 422, 'version');
    // Nobody, the team, another client's contact, no right to approve.
    await refused(server.nobody(), good, 401);
    await refused(lea, good, 401);
    const hidden = await stranger.post(path, good), absent = await stranger.post('/api/portal/deliverables/99999999/answer', good);
    assert.deepEqual([hidden.status, hidden.text], [404, absent.text]);
    await refused(looks, good, 403);
    const { url } = ok(await lea.post(`/api/client-contacts/${links.repond}/view-as`));
    await refused(Object.assign(server.nobody(), { cookie: cookieOf(await lea.get(url)) }), good, 403);
    // Withdrawn: to the contact it does not exist; in a project out of view neither.
    ok(await lea.post(`/api/deliverables/${all.deliverable.id}/withdraw`));
    await refused(decides, good, 404);
    ok(await lea.post(`/api/deliverables/${all.deliverable.id}/submit`));
    ok(await lea.change(`/api/projects/${all.project.id}`, { is_portal_visible: false }));
    await refused(decides, good, 404);
    ok(await lea.change(`/api/projects/${all.project.id}`, { is_portal_visible: true }));
    // None of all this has left a trace; the right answer counts, and only once.
    const before = (await page()).find((one) => one.id === all.deliverable.id);
    assert.deepEqual([before.state, before.approvals], ['to_approve', []]);
    ok(await decides.post(path, good), 201);
    await refused(decides, good, 409);
    await refused(decides, { version, decision: 'changes_requested', comment: 'Trop tard' }, 409);
    const answered = (await page()).find((one) => one.id === all.deliverable.id);
    assert.deepEqual([answered.state, answered.may_answer, answered.approvals.map((one) => one.decision)], ['approved', false, ['approved']]);
    // A new version asks again, and may be sent back.
    await addVersion(lea, all.deliverable.id, 'plan-suite.pdf');
    const again = (await page()).find((one) => one.id === all.deliverable.id), next = again.versions[0];
    assert.deepEqual([again.state, again.may_answer, next.number, next.note], ['to_approve', true, 2, 'Version plan-suite.pdf']);
    ok(await decides.post(path, { version: next.id, decision: 'changes_requested', comment: 'Plus grand' }), 201);
    const back = (await page()).find((one) => one.id === all.deliverable.id);
    assert.deepEqual([back.state, back.approvals.map((one) => [one.version, one.decision, one.comment])], ['changes_requested', [[2, 'changes_requested', 'Plus grand'], [1, 'approved', '']]]);
    // The team answers for nobody: its side has no such address, and the state is no field of theirs to set.
    assert.ok([404, 405].includes((await lea.post(`/api/deliverables/${other.id}/answer`, { version: foreign, decision: 'approved' })).status));
    assert.ok((await lea.change(`/api/deliverables/${other.id}`, { state: 'approved' })).status >= 400);
    assert.equal((await page()).find((one) => one.id === other.id).state, 'to_approve');
});

test('a certificate bears any name: every alphabet of Europe, and it stays small', async () => {
    const names = ['Łukasz Šimić', 'Ștefan Țurcanu', 'Ελένη Παπαδοπούλου', 'Юлия Щербакова', 'Nguyễn Đặng', 'Արամ', 'Œuvre d’Été'];
    const all = await fullClient(lea, names.join(', '));
    const person = await addContact(lea, all.client, { first_name: names[0], last_name: names[3], email: 'lettres@client.example' }, { roles: ['decision_maker'] });
    const lukasz = await join_portal(server, lea, person.id, 'lettres@client.example');
    const version = ok(await lukasz.get(`/api/portal/projects/${all.project.id}`)).deliverables[0].versions[0].id;
    // Letters that the font has not, and an emoji that PDF has no short code for, harm nothing; invisible ones are left out.
    const comment = `${'À revoir, merci. '.repeat(12)}\n李明 日本 עברית 👍 inv\u200bisible (parenthèse) \\ barre`;
    const { approval } = ok(await lukasz.post(`/api/portal/deliverables/${all.deliverable.id}/answer`, { version, decision: 'approved', comment }), 201);
    const answer = await lukasz.get(`/api/portal/approvals/${approval}/certificate`);
    assert.equal(answer.status, 200);
    const { text, title, fonts } = readPdf(answer.bytes), flat = text.replaceAll('\n', ' ').replace(/ +/g, ' ');
    for (const name of names) assert.ok(flat.includes(name), `${name} in ${text}`);
    assert.ok(flat.includes('李明 日本 עברית \ufffd invisible (parenthèse) \\ barre'), text);
    assert.equal(title, 'Attestation de validation');
    assert.deepEqual(fonts.map((one) => one.replace(/^[A-Z]+\+|,.*/g, '')).sort(), ['Courier', 'DejaVuSans', 'DejaVuSans-Bold']);
    assert.ok(answer.bytes.length < 100_000, `${answer.bytes.length} bytes`);
});

test('a repeated request happens once', async () => {
    const body = { body: 'Une seule fois' }, key = { 'Idempotency-Key': 'portal-repeat-1' };
    const path = `/api/portal/clients/${mine.client.id}/messages`;
    ok(await claire.post(path, body, key), 201);
    const again = await claire.post(path, body, key);
    assert.equal(again.status, 201);
    assert.equal(again.headers.get('carnet-position'), null);
    const items = ok(await claire.get(path)).items.filter((one) => one.body === 'Une seule fois');
    assert.equal(items.length, 1);
    assert.equal(items[0].mine, true);
    // The same key of somebody else is another request.
    const other = await stranger.post(`/api/portal/clients/${mine.client.id}/messages`, body, key);
    assert.equal(other.status, 404);
});

test('an internal message stays inside, a shared one arrives (CF-25, CF-27)', async () => {
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Entre nous' }), 201);
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Pour vous', visibility: 'shared' }), 201);
    const bodies = ok(await claire.get(`/api/portal/clients/${mine.client.id}/messages`)).items.map((one) => one.body);
    assert.ok(bodies.includes('Pour vous'));
    assert.ok(!bodies.includes('Entre nous'));
});

test('files are downloads with their names, and never run here', async () => {
    const { version, file } = await ids();
    for (const path of [`/api/portal/document-versions/${file}/file`, `/api/portal/deliverable-versions/${version}/file`]) {
        const answer = await claire.get(path);
        assert.equal(answer.status, 200);
        assert.match(answer.headers.get('content-disposition'), /^attachment/);
        assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    }
});

test('rights of a folder count (CF-23)', async () => {
    const path = `/api/portal/clients/${mine.client.id}/documents?folder=${mine.folder.id}`;
    const contact = ok(await lea.get(`/api/clients/${mine.client.id}`)).contacts.find((one) => one.id === links.claire).contact_id;
    const set = async (access) => ok(await lea.send('PUT', `/api/folders/${mine.folder.id}/rights`, { rights: [{ contact_id: contact, access }] }));
    await set('none');
    assert.equal((await claire.get(path)).status, 404);
    const home = ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`));
    assert.equal(home.documents.length, 0);
    await set('read');
    assert.equal((await claire.get(path)).status, 200);
});

test('the live stream says that something changed, and only when this contact can see it', async (t) => {
    const heard = new Stream();
    heard.abort = new AbortController();
    t.after(() => heard.abort.abort());
    const answer = await fetch(`${server.url}/api/portal/changes`, { headers: { Cookie: claire.cookie }, signal: heard.abort.signal });
    assert.equal(answer.status, 200);
    let text = '';
    const reading = (async () => {
        const decoder = new TextDecoder();
        try { for await (const piece of answer.body) text += decoder.decode(piece, { stream: true }); } catch { /* Stopped by us. */ }
    })();
    const until = async (what) => { for (let i = 0; i < 400 && !what(); ++i) await new Promise((go) => setTimeout(go, 25)); assert.ok(what(), text); };
    await until(() => text.includes('retry'));
    const beats = () => text.split('event: changed').length - 1;
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Rien qu’entre nous' }), 201);
    ok(await lea.change(`/api/clients/${mine.client.id}`, { memo: 'Interne' }));
    ok(await lea.change(`/api/projects/${mine.project.id}`, { budget_cents: 99 }));
    ok(await lea.post(`/api/clients/${theirs.client.id}/messages`, { body: 'Pour Omega', visibility: 'shared' }), 201);
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Direct', visibility: 'shared' }), 201);
    await until(() => beats() >= 1);
    assert.equal(beats(), 1, text);
    assert.ok(!/Direct|entre|data: \{"/.test(text), text);
    heard.abort.abort();
    await reading;
});

test('a visit is one line a day in the timeline', async () => {
    const visits = async () => ok(await lea.get(`/api/clients/${mine.client.id}/timeline?kinds=portal_visit`)).activities
        .filter((one) => one.contact_ids.length === 1).length;
    await claire.get(`/api/portal/clients/${mine.client.id}/home`);
    const before = await visits();
    await claire.get(`/api/portal/clients/${mine.client.id}/home`);
    await claire.get('/portal/plain');
    assert.equal(await visits(), before);
    const told = ok(await lea.get(`/api/clients/${mine.client.id}/history`)).actions.filter((action) => action.kind === 'portal_visit');
    assert.ok(told.length > 0);
    for (const action of told) assert.match(action.label, /a visité le portail$/);
});

test('the account: language, password, sign-in and sign-out', async () => {
    ok(await claire.patch('/api/portal/account', { language: 'en' }));
    assert.equal(ok(await claire.get('/api/portal/session')).contact.language, 'en');
    ok(await claire.patch('/api/portal/account', { language: 'fr' }));
    assert.equal((await claire.patch('/api/portal/account', { email: 'autre@client.example' })).status, 422);
    assert.equal((await claire.post('/api/portal/password', { current: 'faux', new: 'une autre phrase longue' })).status, 422);
    const wrong = await server.nobody().post('/api/portal/session', { email: 'claire@client.example', password: 'faux' });
    assert.equal(wrong.status, 401);
    const staff = await server.nobody().post('/api/portal/session', { email: people.manager, password: 'mistral-demonstration' });
    assert.equal(staff.status, 401);
    const entered = await server.nobody().post('/api/portal/session', { email: 'claire@client.example', password });
    assert.equal(entered.status, 200, entered.text);
    assert.match(entered.headers.get('set-cookie'), /carnet_portal=.*HttpOnly.*SameSite=Lax/);
    const again = Object.assign(server.nobody(), { cookie: cookieOf(entered) });
    assert.equal((await again.delete('/api/portal/session')).status, 204);
    assert.equal((await again.get('/api/portal/session')).status, 401);
    assert.equal((await claire.get('/api/portal/session')).status, 200);
});

test('invitation links: once, expired in words, for another address, seen by somebody of the team (CF-20)', async () => {
    const link = await addContact(lea, mine.client, { first_name: 'Marc', last_name: 'Lien', email: 'marc@client.example' }, { roles: ['observer'] });
    ok(await lea.post(`/api/client-contacts/${link.id}/invite`));
    const old = linkOf(server, 'marc@client.example');
    ok(await lea.post(`/api/client-contacts/${link.id}/invite`));
    const path = linkOf(server, 'marc@client.example');
    // A link that opens nothing says why, and its form does nothing either.
    const dead = async (path, why) => {
        for (const answer of [await server.nobody().get(path), await sendForm(server.nobody(), '/portal/password', { token: path.split('/').at(-1), password })]) {
            assert.equal(answer.status, 410, path);
            assert.match(answer.text, why);
            assert.equal(answer.headers.get('set-cookie'), null);
        }
    };
    await dead(old, /remplacé par un lien plus récent/);
    const byTeam = await lea.get(path);
    assert.equal(byTeam.status, 200);
    assert.ok(byTeam.text.includes('marc@client.example') && byTeam.text.includes('Léa'), 'says whose link it is');
    const token = path.split('/').at(-1);
    assert.equal((await sendForm(server.nobody(), '/portal/password', { token, password: 'court' })).status, 422);
    assert.equal((await sendForm(server.nobody(), '/portal/password', { token, password })).status, 303);
    await dead(path, /Il a déjà servi/);
    assert.equal((await server.nobody().get('/portal/invite/' + 'x'.repeat(43))).status, 404);
    // One that nobody used in its time.
    const late = await addContact(lea, mine.client, { first_name: 'Zoé', last_name: 'Tard', email: 'zoe@client.example' }, { roles: ['observer'] });
    const ends = ok(await lea.post(`/api/client-contacts/${late.id}/invite`)).link.portal.invitation_ends_at;
    assert.ok(Math.abs(Date.parse(ends) - Date.now() - 7 * 86_400_000) < 3_600_000, `the mail says seven days: ${ends}`);
    const status = async (id) => ok(await lea.get(`/api/clients/${mine.client.id}`)).contacts.find((one) => one.id === id).portal.status;
    assert.deepEqual([await status(late.id), await status(link.id)], ['invited', 'active']);
    // The address it was sent to is not the contact's any more.
    const moved = await addContact(lea, mine.client, { first_name: 'Léo', last_name: 'Parti', email: 'leo@client.example' }, { roles: ['observer'] });
    assert.equal(await status(moved.id), 'never');
    ok(await lea.post(`/api/client-contacts/${moved.id}/invite`));
    const sent = linkOf(server, 'leo@client.example');
    assert.equal((await server.nobody().get(sent)).status, 200);
    ok(await lea.change(`/api/contacts/${moved.contact.id}`, { email: 'leo.parti@client.example' }));
    assert.equal((await server.nobody().get(sent)).status, 410);
    assert.equal((await sendForm(server.nobody(), '/portal/password', { token: sent.split('/').at(-1), password })).status, 410);
    const unused = linkOf(server, 'zoe@client.example');
    assert.equal((await server.nobody().get(unused)).status, 200);
    expireLinks(server, 'zoe@client.example');
    await dead(unused, /Il a expiré/);
    // One for another address than the contact has now, and one whose access was taken away, even when it is opened again.
    const renamed = await addContact(lea, mine.client, { first_name: 'Anne', last_name: 'Ailleurs', email: 'anne@client.example' }, { roles: ['observer'] });
    ok(await lea.post(`/api/client-contacts/${renamed.id}/invite`));
    const former = linkOf(server, 'anne@client.example');
    const { contact_id } = ok(await lea.get(`/api/clients/${mine.client.id}`)).contacts.find((one) => one.id === renamed.id);
    ok(await lea.change(`/api/contacts/${contact_id}`, { email: 'anne.ailleurs@client.example' }));
    await dead(former, /Votre adresse e-mail a changé/);
    const shut = await addContact(lea, mine.client, { first_name: 'Luc', last_name: 'Retiré', email: 'luc@client.example' }, { roles: ['observer'] });
    ok(await lea.post(`/api/client-contacts/${shut.id}/invite`));
    const taken = linkOf(server, 'luc@client.example');
    ok(await lea.post(`/api/client-contacts/${shut.id}/revoke`));
    await dead(taken, /l’accès a été retiré/);
    await switches(lea, shut.id, { has_portal: true });
    await dead(taken, /l’accès a été retiré/);
    // A reset by mail; unknown addresses get the same answer.
    const known = await sendForm(server.nobody(), '/portal/reset', { email: 'marc@client.example' });
    const unknown = await sendForm(server.nobody(), '/portal/reset', { email: 'nora@client.example' });
    assert.equal(known.status, 200);
    assert.equal(known.text.replaceAll('marc@', 'nora@'), unknown.text);
    assert.equal(mails(server, 'marc@client.example').filter((one) => one.kind === 'reset').length, 1);
    assert.equal((await server.nobody().get(linkOf(server, 'marc@client.example', 'reset'))).status, 200);
});

test('out at the next request, and told why', async () => {
    const paul = await invite(mine.client, 'paul', ['observer']);
    assert.equal((await paul.get(`/api/portal/projects/${mine.project.id}`)).status, 200);
    await switches(lea, links.paul, { is_active: false });
    const refused = await paul.get(`/api/portal/projects/${mine.project.id}`);
    assert.equal(refused.status, 401);
    assert.match(refused.json.fields[0].message, /fermé/);
    const page = await paul.get('/portal/plain');
    assert.equal(page.status, 303);
    assert.match((await paul.get(page.headers.get('location'))).text, /fermé/);
    const again = await server.nobody().post('/api/portal/session', { email: 'paul@client.example', password });
    assert.equal(again.status, 401);
    // The same when the access is taken away, and when the client goes to the bin.
    const gone = await fullClient(lea, 'Partie'), owner = await server.signIn(people.owner);
    const [rose, jean] = [await invite(mine.client, 'rose', ['observer']), await invite(gone.client, 'jean', ['observer'])];
    ok(await lea.post(`/api/client-contacts/${links.rose}/revoke`));
    ok(await owner.post(`/api/clients/${gone.client.id}/bin`));
    for (const [person, email] of [[rose, 'rose@client.example'], [jean, 'jean@client.example']]) {
        const out = await person.get('/api/portal/session');
        assert.equal(out.status, 401, email);
        assert.match(out.json.fields[0].message, /fermé/);
        assert.equal((await server.nobody().post('/api/portal/session', { email, password })).status, 401, email);
    }
});

test('one sign-in for a contact of two clients', async () => {
    const contact = ok(await lea.get(`/api/clients/${mine.client.id}`)).contacts.find((one) => one.id === links.claire).contact_id;
    const other = await fullClient(lea, 'Beta');
    const added = ok(await lea.post(`/api/clients/${other.client.id}/contacts`, { contact_id: contact, roles: ['observer'] }), 201);
    await switches(lea, added.link.id, { has_portal: true, portal_documents: true, portal_tasks: true });
    const me = ok(await claire.get('/api/portal/session'));
    assert.deepEqual(me.clients.map((one) => one.name), ['Alpha SAS', 'Beta SAS']);
    assert.equal((await claire.get(`/api/portal/projects/${other.project.id}`)).status, 200);
    // Rights are each client's own.
    const beta = ok(await claire.get(`/api/portal/projects/${other.project.id}`)).deliverables[0];
    assert.equal(beta.may_answer, false);
    const answer = await claire.post(`/api/portal/deliverables/${beta.id}/answer`, { version: beta.versions[0].id, decision: 'approved', comment: '' });
    assert.equal(answer.status, 403);
});

test('Voir comme: the real portal, read-only, for the person who asked, and logged', async () => {
    assert.equal((await server.nobody().post(`/api/client-contacts/${links.claire}/view-as`)).status, 401);
    const ines = await server.signIn(people.member);
    assert.ok([403, 404].includes((await ines.post(`/api/client-contacts/${links.claire}/view-as`)).status));
    const { url } = ok(await lea.post(`/api/client-contacts/${links.claire}/view-as`));
    assert.equal((await ines.get(url)).status === 303, false);
    const opened = await lea.get(url);
    assert.equal(opened.status, 303);
    const preview = Object.assign(server.nobody(), { cookie: cookieOf(opened) });
    const me = ok(await preview.get('/api/portal/session'));
    assert.equal(me.preview, true);
    assert.equal(me.contact.name, 'claire Portail');
    assert.equal((await preview.get(`/api/portal/projects/${mine.project.id}`)).status, 200);
    // Through the contact's eyes nobody sees a folder that is closed to himself.
    const { version_id } = ok(await lea.get(`/api/clients/${mine.client.id}/documents?folder=${mine.folder.id}`)).files[0];
    const file = `/api/portal/document-versions/${version_id}/file`, karim = await server.signIn(people.owner);
    const close = async (access) => ok(await karim.send('PUT', `/api/folders/${mine.folder.id}/rights`, { rights: [{ user_id: lea.me.user.id, access }] }));
    assert.equal((await preview.get(file)).status, 200);
    await close('none');
    assert.equal((await preview.get(file)).status, 404);
    assert.ok(!JSON.stringify(ok(await preview.get(`/api/portal/clients/${mine.client.id}/home`))).includes('contrat-'));
    assert.equal((await claire.get(file)).status, 200, 'the contact keeps it');
    await close(null);
    const refused = await preview.post(`/api/portal/clients/${mine.client.id}/messages`, { body: 'Non' });
    assert.equal(refused.status, 403);
    assert.match(refused.json.detail, /lecture seule/);
    assert.equal((await sendForm(preview, '/portal/plain/messages', { body: 'Non' })).status, 403);
    assert.equal((await preview.post('/api/portal/password', { current: password, new: 'une autre phrase longue' })).status, 403);
    const owner = await server.signIn(people.owner), { actions } = (await owner.get('/api/journal')).json;
    const looked = actions.find((action) => /Portail consulté comme/.test(action.label));
    // Looking is nothing to take back: no button, no half-true conflict.
    assert.equal(looked.can_undo, false);
    const again = await owner.post('/api/undo', { action: looked.id });
    assert.equal(again.status, 409);
    assert.doesNotMatch(again.json.detail, /ont changé depuis/);
    // It ends with the session of the person who looks.
    const sophie = await server.signIn('sophie@mistral.example');
    const through = Object.assign(server.nobody(), { cookie: cookieOf(await sophie.get(ok(await sophie.post(`/api/client-contacts/${links.claire}/view-as`)).url)) });
    ok(await through.get('/api/portal/session'));
    assert.equal((await sophie.send('DELETE', '/api/session')).status, 204);
    assert.equal((await through.get('/api/portal/session')).status, 401);
});

test('the plain pages: sign in, look, download, answer, write', async () => {
    const all = await fullClient(lea, 'Simple');
    await invite(all.client, 'simone', ['decision_maker', 'technical']);
    const nobody = server.nobody();
    assert.equal((await nobody.get('/portal/plain')).headers.get('location'), '/portal/sign-in');
    assert.equal((await sendForm(nobody, '/portal/sign-in', { email: 'simone@client.example', password: 'faux' })).status, 401);
    const entered = await sendForm(nobody, '/portal/sign-in', { email: 'simone@client.example', password });
    assert.equal(entered.status, 303);
    const simone = Object.assign(server.nobody(), { cookie: cookieOf(entered) });
    const home = await simone.get('/portal/plain');
    assert.match(home.text, /Livrable Simple/);
    assert.match(home.text, /contrat-Simple\.pdf/);
    const documents = await simone.get(`/portal/plain/documents?client=${all.client.id}&folder=${all.folder.id}`);
    assert.match(documents.text, /\/api\/portal\/document-versions\/\d+\/file/);
    const page = await simone.get(`/portal/plain/deliverables/${all.deliverable.id}`);
    const version = /name="version" value="(\d+)"/.exec(page.text)[1];
    const answer = (fields) => sendForm(simone, `/portal/plain/deliverables/${all.deliverable.id}/answer`, { version, comment: '', ...fields });
    assert.equal((await answer({ decision: 'changes_requested' })).status, 422);
    assert.equal((await answer({ decision: 'approved' })).status, 303);
    assert.equal((await answer({ decision: 'approved' })).status, 409);
    assert.match((await simone.get(`/portal/plain/deliverables/${all.deliverable.id}?saved=1`)).text, /Attestation/);
    assert.equal((await sendForm(simone, `/portal/plain/messages?client=${all.client.id}`, { body: 'Merci <b>beaucoup</b>' })).status, 303);
    const messages = await simone.get('/portal/plain/messages');
    assert.match(messages.text, /Merci &lt;b&gt;beaucoup/);
    assert.equal((await sendForm(stranger, `/portal/plain/deliverables/${all.deliverable.id}/answer`, { version, decision: 'approved' })).status, 404);
    assert.equal((await sendForm(simone, '/portal/sign-out', {})).status, 303);
    assert.equal((await simone.get('/portal/plain')).status, 303);
});
