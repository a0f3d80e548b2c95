// CF-27, field by field: everything internal of the workspace carries a marker of its own; then every route of the
// portal, identifier, filter, search, error, file address, live stream and plain page is walked, and none may leave.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { addContact, addVersion, fullClient, join_portal, linkOf, mails, ok, sendForm, switches, upload } from './portal_world.mjs';

let server, lea, owner, claire, mine, theirs;
const marker = (what) => `INTERNE-${what}-7F3A`;
const all = /INTERNE-[\w-]+-7F3A|987654321|SECRET-7F3A/;

before(async (t) => {
    server = await serve(t);
    lea = await server.signIn(people.manager);
    owner = await server.signIn(people.owner);
    mine = await fullClient(lea, 'Visible');
    ok(await lea.change(`/api/clients/${mine.client.id}`, { owner_id: lea.me.user.id }));
    theirs = await fullClient(lea, marker('autre-client'));
    const client = mine.client.id;
    // The client's own internal fields.
    ok(await lea.change(`/api/clients/${client}`, {
        notes: marker('notes'), memo: marker('memo'), reference: 'INTERNE-REF-7F3A', phone: '02 61 91 40 12', website: 'https://secret-7f3a.example',
    }));
    ok(await lea.post(`/api/clients/${client}/addresses`, { label: marker('adresse'), line1: marker('rue'), city: 'Nantes', postal_code: '44000', access_code: marker('code'), access_notes: marker('acces') }), 201);
    // Projects: money, hidden ones, internal tasks and their notes, what is in preparation.
    ok(await lea.change(`/api/projects/${mine.project.id}`, { budget_cents: 987654321 }));
    const hidden = ok(await lea.post(`/api/clients/${client}/projects`, { name: marker('projet'), is_portal_visible: false, summary: marker('resume') }), 201).project;
    ok(await lea.post(`/api/projects/${hidden.id}/tasks`, { name: marker('tache-cachee'), visibility: 'shared' }), 201);
    ok(await lea.post(`/api/projects/${hidden.id}/milestones`, { name: marker('jalon') }), 201);
    ok(await lea.post(`/api/projects/${mine.project.id}/tasks`, { name: marker('tache'), notes: marker('notes-tache') }), 201);
    ok(await lea.post(`/api/projects/${mine.project.id}/tasks`, { name: 'Partagée', notes: marker('notes-partagee'), visibility: 'shared' }), 201);
    ok(await lea.post(`/api/projects/${mine.project.id}/deliverables`, { name: marker('livrable') }), 201);
    // Discussions and the timeline.
    ok(await lea.post(`/api/clients/${client}/messages`, { body: marker('message') }), 201);
    ok(await lea.post(`/api/clients/${client}/messages`, { body: marker('message-projet'), project_id: hidden.id, visibility: 'shared' }), 201);
    for (const kind of ['call', 'note', 'meeting'])
        ok(await lea.post(`/api/clients/${client}/activities`, { kind, body: marker(`activite-${kind}`), duration_minutes: 47 }), 201);
    // Contacts: notes, and other people's portal.
    const link = await addContact(lea, mine.client, { first_name: 'Claire', last_name: 'Visible', email: 'claire@client.example', notes: marker('notes-contact') }, { roles: ['decision_maker', 'technical'], job_title: marker('poste') });
    await addContact(lea, mine.client, { first_name: 'Autre', last_name: marker('contact'), email: 'autre@client.example' });
    claire = await join_portal(server, lea, link.id, 'claire@client.example');
    await switches(lea, link.id, { portal_comment: true, portal_approve: true, portal_documents: true, portal_tasks: true });
    const contact = ok(await lea.get(`/api/clients/${client}`)).contacts.find((one) => one.id === link.id).contact_id;
    // Documents: a closed folder, one in the bin, an older version.
    const closed = ok(await lea.post(`/api/clients/${client}/folders`, { name: marker('dossier'), parent_id: null }), 201).folder;
    ok(await lea.post(`/api/clients/${client}/documents`, { folder_id: closed.id, files: [{ upload: await upload(lea, marker('fichier') + '.pdf') }] }), 201);
    ok(await lea.send('PUT', `/api/folders/${closed.id}/rights`, { rights: [{ contact_id: contact, access: 'none' }] }));
    const binned = ok(await lea.post(`/api/clients/${client}/documents`, { folder_id: null, files: [{ upload: await upload(lea, marker('corbeille') + '.pdf') }] }), 201).documents[0];
    ok(await lea.send('DELETE', `/api/documents/${binned.id}`));
    // Configuration.
    ok(await owner.post('/api/tags', { name: marker('tag'), color: 'blue' }), 201);
    ok(await owner.post('/api/options', { list: 'sector', name: marker('secteur') }), 201);
});

// What a curious person tries: own ids, other people's, ids around, and words where numbers should be.
const numbers = () => ['0', '1', '2', '3', '-1', '999999', '1e3', 'abc', '%00', "1'--", '1;DROP', String(mine.client.id), String(theirs.client.id),
    String(mine.project.id), String(theirs.project.id), String(theirs.deliverable.id), String(mine.deliverable.id), String(theirs.document.id)];
const queries = ['', '?folder=0', '?folder=1', '?folder=2', '?folder=3', '?folder=4', '?client=1', '?project=1', '?q=INTERNE', '?search=INTERNE', '?limit=100000', '?state=all',
    '?since=0', '?before=0', '?fields=*', '?visibility=internal', '?include=internal', '?sort=budget_cents', '?inline=1', '?folder=abc'];

async function portalRoutes() {
    const document = ok(await server.nobody().get('/api/openapi.json'));
    const found = [];
    for (const [path, methods] of Object.entries(document.paths))
        for (const method of Object.keys(methods))
            if (/^\/(api\/)?portal(\/|$)/.test(path)) found.push([method.toUpperCase(), path]);
    // The plain pages are no API.
    for (const path of ['/portal', '/portal/plain', '/portal/plain/documents', '/portal/plain/messages', '/portal/plain/projects/{id}', '/portal/plain/deliverables/{id}', '/portal/sign-in', '/portal/reset',
        '/portal/invite/{id}', '/portal/reset/{id}', '/portal/projects/{id}', '/portal.css']) found.push(['GET', path]);
    for (const path of ['/portal/plain/deliverables/{id}/answer', '/portal/plain/messages', '/portal/sign-in', '/portal/reset']) found.push(['POST', path]);
    return found;
}

const check = (answer, what) => {
    assert.ok(answer.status < 500, `${what}: ${answer.status}`);
    const seen = answer.text + JSON.stringify([...answer.headers.entries()]) + answer.bytes.toString('latin1');
    const leak = all.exec(seen);
    assert.equal(leak, null, `${what} leaks ${leak?.[0]}`);
};

test('no route of the portal lets a marker out (CF-27)', async () => {
    const routes = await portalRoutes();
    assert.ok(routes.length >= 20, `${routes.length} routes in the document`);
    let asked = 0;
    for (const [method, pattern] of routes) {
        if (pattern.includes('/changes') || pattern.includes('{token}')) continue;
        if (method === 'DELETE' || pattern.includes('/password')) continue;
        const ids = pattern.includes('{') ? numbers() : [''];
        for (const id of ids) {
            const path = pattern.replace(/\{\w+\}/, id);
            const asks = method === 'GET' ? (id.length < 4 || id === '' ? queries : ['', '?folder=1', '?inline=1']) : [''];
            for (const query of asks) {
                const form = path.startsWith('/portal/');
                const answer = method === 'GET' ? await claire.get(path + query)
                    : form ? await sendForm(claire, path, { email: 'x', password: 'y', body: '', decision: 'approved', version: '1', comment: '' })
                    : await claire.send(method, path, { body: '', version: 1, decision: 'approved', comment: '', language: 'xx', project_id: theirs.project.id });
                check(answer, `${method} ${path}${query}`);
                ++asked;
            }
        }
    }
    assert.ok(asked > 200, `${asked} requests`);
});

test('fields that are not listed do not leave, whatever their value (CF-27)', async () => {
    const allowed = {
        session: ['contact', 'workspace', 'clients', 'preview', 'build'],
        client: ['id', 'name', 'unread', 'rights'],
        home: ['projects', 'to_approve', 'documents', 'messages', 'new_documents', 'team'],
        team: ['name', 'email', 'phone'],
        folder: ['path', 'may_add', 'folders', 'files'],
        conversation: ['project_id', 'name', 'unread'],
        project: ['id', 'name', 'summary', 'state', 'progress', 'started_on', 'due_on', 'client_id'],
        milestone: ['id', 'name', 'due_on', 'is_done'],
        task: ['id', 'name', 'due_on', 'is_done'],
        deliverable: ['id', 'name', 'description', 'state', 'project_id', 'project', 'may_answer', 'versions', 'approvals'],
        version: ['id', 'number', 'file_name', 'note', 'media_type', 'size_bytes', 'created_at', 'by'],
        news: ['count', 'items'],
        news_deliverable: ['kind', 'id', 'title', 'detail', 'project_id', 'at'],
        news_file: ['kind', 'id', 'title', 'detail', 'parent', 'version_id', 'at'],
        news_message: ['kind', 'id', 'title', 'detail', 'project_id', 'at'],
        file: ['id', 'name', 'folder', 'parent', 'version_id', 'size_bytes', 'media_type', 'is_new', 'created_at'],
        message: ['id', 'body', 'by', 'mine', 'unread', 'at', 'project_id'],
    };
    const keys = (what, object) => assert.deepEqual(Object.keys(object).sort(), [...allowed[what]].sort(), what);
    const session = ok(await claire.get('/api/portal/session'));
    keys('session', session);
    keys('client', session.clients[0]);
    const home = ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`));
    keys('home', home);
    keys('file', home.documents[0]);
    keys('message', home.messages[0]);
    keys('team', home.team);
    // What was there before has been read on the walk above.
    await addVersion(lea, mine.deliverable.id, 'nouveau.pdf');
    ok(await lea.post(`/api/clients/${mine.client.id}/documents`, { folder_id: mine.folder.id, files: [{ upload: await upload(lea, 'nouveau.pdf') }] }), 201);
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Nouveau', visibility: 'shared' }), 201);
    const news = ok(await claire.get(`/api/portal/clients/${mine.client.id}/news`));
    keys('news', news);
    for (const kind of ['deliverable', 'file', 'message']) keys(`news_${kind}`, news.items.find((one) => one.kind === kind));
    keys('folder', ok(await claire.get(`/api/portal/clients/${mine.client.id}/documents`)));
    keys('conversation', ok(await claire.get(`/api/portal/clients/${mine.client.id}/messages`)).conversations[0]);
    const page = ok(await claire.get(`/api/portal/projects/${mine.project.id}`));
    keys('project', page.project);
    keys('milestone', page.milestones[0]);
    for (const task of page.tasks) keys('task', task);
    keys('deliverable', page.deliverables[0]);
    keys('version', page.deliverables[0].versions[0]);
});

test('the team’s addresses are closed to a contact, and say nothing', async () => {
    const document = ok(await server.nobody().get('/api/openapi.json'));
    for (const [path, methods] of Object.entries(document.paths)) {
        if (/^\/(api\/)?portal/.test(path) || !methods.get || path.includes('{token}')) continue;
        const answer = await claire.get(path.replace(/\{\w+\}/g, String(mine.client.id)).replace('*', 'x'));
        check(answer, path);
        if (path.startsWith('/api/') && path !== '/api/openapi.json') assert.equal(answer.status, 401, path);
    }
});

test('mails and certificates carry nothing internal', async () => {
    for (const mail of mails(server, 'claire@client.example')) assert.ok(!all.test(mail.subject + mail.text), mail.subject);
    assert.ok(linkOf(server, 'claire@client.example'));
});

test('the live stream carries no content', async (t) => {
    const stop = new AbortController();
    t.after(() => stop.abort());
    const answer = await fetch(`${server.url}/api/portal/changes?since=0`, { headers: { Cookie: claire.cookie, 'Last-Event-ID': '1' }, signal: stop.signal });
    let text = '';
    (async () => { try { for await (const piece of answer.body) text += Buffer.from(piece).toString(); } catch { /* Stopped by us. */ } })();
    ok(await lea.change(`/api/projects/${mine.project.id}`, { summary: 'Nouveau résumé' }));
    for (let i = 0; i < 400 && !text.includes('changed'); ++i) await new Promise((go) => setTimeout(go, 25));
    assert.match(text, /event: changed\ndata: \{\}/);
    assert.ok(!all.test(text) && !text.includes('résumé'), text);
});
