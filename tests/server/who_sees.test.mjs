// "Qui voit cet élément ?": who gets an answer, what it says, and that it never lies: for every kind of item and every
// kind of contact it is compared with what that contact's own portal answers.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { addContact, addVersion, fullClient, join_portal, ok, switches, upload } from './portal_world.mjs';

let server, lea, camille, ines, mine, theirs, outsider;
const folk = {}, items = [];
const off = { portal_tasks: false, portal_comment: false, portal_approve: false, portal_documents: false, portal_invoices: false };

const person = async (client, key, roles, fields) => {
    const email = `${key}@client.example`;
    const link = await addContact(lea, client, { first_name: key, last_name: 'Portail', email }, { roles });
    const portal = await join_portal(server, lea, link.id, email);
    if (fields) await switches(lea, link.id, { ...off, ...fields });
    return { link: link.id, contact: link.contact_id ?? link.contact.id, portal, name: `${key} Portail` };
};
const add = (kind, row, more = {}) => items.push({ kind, id: row.id, what: row.name ?? row.body, ...more });
const answerOf = (staff, kind, id, client = mine.client.id) => staff.get(`/api/clients/${client}/visibility?kind=${kind}&item=${id}`);
const right = async (folder, rights) => ok(await lea.send('PUT', `/api/folders/${folder.id}/rights`, { rights: [rights] }));

before(async (t) => {
    server = await serve(t);
    [lea, camille, ines] = await Promise.all([people.manager, people.admin, people.member].map((email) => server.signIn(email)));
    mine = await fullClient(lea, 'Regard');
    theirs = await fullClient(lea, 'Ailleurs');
    const client = mine.client.id, post = async (path, body) => ok(await lea.post(path, body), 201);

    folk.everything = await person(mine.client, 'tout', ['decision_maker', 'technical'], { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true });
    folk.nothing = await person(mine.client, 'rien', ['billing'], { portal_invoices: true });
    folk.observer = await person(mine.client, 'observe', ['observer']);
    folk.talker = await person(mine.client, 'commente', ['technical'], { portal_comment: true });
    folk.approver = await person(mine.client, 'approuve', ['decision_maker'], { portal_approve: true });
    folk.reader = await person(mine.client, 'lit', ['observer'], { portal_documents: true });
    folk.revoked = await person(mine.client, 'perdu', ['decision_maker', 'technical']);
    folk.inactive = await person(mine.client, 'parti', ['decision_maker', 'technical']);
    folk.elsewhere = await person(mine.client, 'voisin', ['decision_maker', 'technical']);
    outsider = await person(theirs.client, 'dehors', ['decision_maker', 'technical']);
    const never = await addContact(lea, mine.client, { first_name: 'jamais', last_name: 'Portail', email: 'jamais@client.example' }, { roles: ['decision_maker'], has_portal: true });
    folk.never = { contact: never.contact_id ?? never.contact.id, portal: server.nobody(), name: 'jamais Portail' };
    const waiting = await addContact(lea, mine.client, { first_name: 'attend', last_name: 'Portail', email: 'attend@client.example' }, { roles: ['decision_maker'] });
    ok(await lea.post(`/api/client-contacts/${waiting.id}/invite`));
    folk.waiting = { contact: waiting.contact_id ?? waiting.contact.id, portal: server.nobody(), name: 'attend Portail' };

    // Projects: one in view, one not; in each a milestone, tasks, deliverables and a message.
    const hidden = await post(`/api/clients/${client}/projects`, { name: 'Projet caché', is_portal_visible: false });
    for (const [project, word] of [[mine.project, 'vu'], [hidden.project, 'caché']]) {
        add('project', project);
        add('milestone', (await post(`/api/projects/${project.id}/milestones`, { name: `Jalon ${word}` })).milestone, { project });
        for (const visibility of ['shared', 'internal'])
            add('task', (await post(`/api/projects/${project.id}/tasks`, { name: `Tâche ${visibility} ${word}`, visibility })).task, { project });
        const handed = (await post(`/api/projects/${project.id}/deliverables`, { name: `Livrable remis ${word}` })).deliverable;
        await addVersion(lea, handed.id, `remis-${word}.pdf`);
        const back = (await post(`/api/projects/${project.id}/deliverables`, { name: `Livrable repris ${word}` })).deliverable;
        await addVersion(lea, back.id, `repris-${word}.pdf`);
        ok(await lea.post(`/api/deliverables/${back.id}/withdraw`));
        const empty = (await post(`/api/projects/${project.id}/deliverables`, { name: `Livrable vide ${word}` })).deliverable;
        for (const one of [handed, back, empty]) add('deliverable', one, { project });
        for (const visibility of ['shared', 'internal'])
            add('message', (await post(`/api/clients/${client}/messages`, { body: `Message ${visibility} ${word}`, visibility, project_id: project.id })).message);
    }
    add('deliverable', mine.deliverable, { project: mine.project });
    add('task', mine.task, { project: mine.project });
    for (const visibility of ['shared', 'internal'])
        add('message', (await post(`/api/clients/${client}/messages`, { body: `Message ${visibility} du client`, visibility })).message);
    // Withdrawn after an answer: what was answered stays in view.
    const answered = (await post(`/api/projects/${mine.project.id}/deliverables`, { name: 'Livrable répondu' })).deliverable;
    const { deliverable_version: version } = await addVersion(lea, answered.id, 'répondu.pdf');
    ok(await folk.everything.portal.post(`/api/portal/deliverables/${answered.id}/answer`, { version: version.id, decision: 'changes_requested', comment: 'Plus grand' }), 201);
    add('deliverable', answered, { project: mine.project });

    // Folders: open, closed to one and open again below, a file in each and at the top.
    const folder = async (name, parent) => (await post(`/api/clients/${client}/folders`, { name, parent_id: parent?.id ?? null })).folder;
    const closed = await folder('Fermé'), below = await folder('Sous fermé', closed), again = await folder('Rouvert', below), full = await folder('Dépôt');
    for (const key of ['everything', 'reader']) await right(closed, { contact_id: folk[key].contact, access: 'none' });
    await right(again, { contact_id: folk.reader.contact, access: 'read' });
    await right(full, { contact_id: folk.observer.contact, access: 'full' });
    for (const one of [mine.folder, closed, below, again, full]) {
        add('folder', one);
        const files = [{ upload: await upload(lea, `fichier-${one.id}.pdf`) }];
        add('document', (await post(`/api/clients/${client}/documents`, { folder_id: one.id, files })).documents[0], { folder: one.id });
    }
    add('document', (await post(`/api/clients/${client}/documents`, { folder_id: null, files: [{ upload: await upload(lea, 'en-haut.pdf') }] })).documents[0], { folder: 0 });

    // Those who lose their access keep the session they had.
    ok(await lea.post(`/api/client-contacts/${folk.revoked.link}/revoke`));
    ok(await lea.change(`/api/client-contacts/${folk.inactive.link}`, { is_active: false }));
    ok(await lea.post(`/api/clients/${theirs.client.id}/contacts`, { contact_id: folk.elsewhere.contact, roles: ['decision_maker'], has_portal: true }), 201);
    ok(await lea.change(`/api/client-contacts/${folk.elsewhere.link}`, { has_portal: false }));
});

// What a contact's own portal says of an item.
async function reallySees(portal, item) {
    const holds = (answer, list) => answer.status === 200 && answer.json[list].some((one) => one.id === item.id);
    const client = `/api/portal/clients/${mine.client.id}`;
    switch (item.kind) {
    case 'project': return (await portal.get(`/api/portal/projects/${item.id}`)).status === 200;
    case 'message': return holds(await portal.get(`${client}/messages`), 'items');
    case 'folder': return (await portal.get(`${client}/documents?folder=${item.id}`)).status === 200;
    case 'document': return holds(await portal.get(`${client}/documents?folder=${item.folder}`), 'files');
    default: return holds(await portal.get(`/api/portal/projects/${item.project.id}`), { milestone: 'milestones', task: 'tasks', deliverable: 'deliverables' }[item.kind]);
    }
}

test('the answer is what each contact’s own portal shows, for every kind of item and of contact', async () => {
    const counts = {};
    for (const item of items) {
        const answer = ok(await answerOf(lea, item.kind, item.id));
        assert.equal(answer.name, item.what);
        assert.equal(answer.people.length, Object.keys(folk).length, 'each contact of the client, and nobody else');
        assert.equal(await reallySees(outsider.portal, item), false);
        for (const [key, one] of Object.entries(folk)) {
            const said = answer.people.find((row) => row.contact_id === one.contact), what = `${key}, ${item.kind} « ${item.what} »: ${said.why}`;
            assert.equal(said.sees, await reallySees(one.portal, item), what);
            assert.ok(said.why.startsWith(`${one.name} `) && said.why.endsWith('.') && !/[{}]/.test(said.why), what);
            assert.equal(/ ne (le|la) voit pas\u00A0: /.test(said.why), !said.sees, what);
            (counts[item.kind] ??= [0, 0])[said.sees ? 1 : 0] += 1;
        }
    }
    // The scene says something: each kind is seen by some and hidden from some.
    assert.equal(Object.keys(counts).length, 7);
    for (const [kind, [hidden, seen]] of Object.entries(counts)) assert.ok(hidden > 0 && seen > 0, `${kind}: ${hidden} and ${seen}`);
});

test('the reason is the one that decides', async () => {
    const why = async (kind, what, key) => {
        const item = items.find((one) => one.kind === kind && one.what === what);
        return ok(await answerOf(lea, kind, item.id)).people.find((row) => row.contact_id === folk[key].contact).why.replaceAll('\u00A0', ' ');
    };
    const expected = [
        ['task', 'Tâche shared vu', 'everything', 'tout Portail la voit : la tâche est partagée et « Voir les tâches » est allumé.'],
        ['task', 'Tâche internal vu', 'everything', 'tout Portail ne la voit pas : la tâche est interne.'],
        ['task', 'Tâche shared vu', 'talker', 'commente Portail ne la voit pas : « Voir les tâches » est éteint.'],
        ['task', 'Tâche shared caché', 'everything', 'tout Portail ne la voit pas : le projet n’est pas visible au portail.'],
        ['project', 'Projet caché', 'observer', 'observe Portail ne le voit pas : le projet n’est pas visible au portail.'],
        ['project', 'Projet Regard', 'approver', 'approuve Portail le voit : le projet est visible au portail et « Approuver les livrables » est allumé.'],
        ['milestone', 'Jalon vu', 'reader', 'lit Portail le voit : le projet est visible au portail et le rôle « Observateur » montre les projets.'],
        ['message', 'Message shared du client', 'reader', 'lit Portail le voit : le message est partagé et le rôle « Observateur » montre les projets. Pas encore lu.'],
        ['task', 'Tâche shared vu', 'reader', 'lit Portail ne la voit pas : « Voir les tâches » est éteint.'],
        ['milestone', 'Jalon vu', 'nothing', 'rien Portail ne le voit pas : aucun droit sur les projets, ni par son rôle ni par un interrupteur.'],
        ['deliverable', 'Livrable remis vu', 'talker', 'commente Portail le voit : une version a été remise et « Commenter » est allumé. Aucune version ouverte.'],
        ['deliverable', 'Livrable repris vu', 'everything', 'tout Portail ne le voit pas : il est en préparation, aucune version n’a été remise.'],
        ['message', 'Message internal du client', 'everything', 'tout Portail ne le voit pas : le message est interne.'],
        ['message', 'Message shared caché', 'everything', 'tout Portail ne le voit pas : le projet n’est pas visible au portail.'],
        ['folder', 'Sous fermé', 'everything', 'tout Portail ne le voit pas : droit « Aucun » posé sur le dossier « Fermé ».'],
        ['folder', 'Rouvert', 'reader', 'lit Portail le voit : droit « Lecture » posé sur le dossier « Rouvert ».'],
        ['folder', 'Dossier Regard', 'reader', 'lit Portail le voit : « Voir les documents » est allumé.'],
        ['document', 'en-haut.pdf', 'talker', 'commente Portail ne le voit pas : « Voir les documents » est éteint.'],
        ['project', 'Projet Regard', 'revoked', 'perdu Portail ne le voit pas : accès au portail révoqué.'],
        ['project', 'Projet Regard', 'inactive', 'parti Portail ne le voit pas : ce contact n’est plus actif chez ce client.'],
        ['project', 'Projet Regard', 'elsewhere', 'voisin Portail ne le voit pas : accès au portail fermé pour ce client.'],
        ['project', 'Projet Regard', 'never', 'jamais Portail ne le voit pas : accès au portail jamais ouvert.'],
        ['project', 'Projet Regard', 'waiting', 'attend Portail ne le voit pas : l’invitation au portail n’est pas encore acceptée.'],
    ];
    for (const [kind, what, key, sentence] of expected) assert.equal(await why(kind, what, key), sentence);
    const english = await server.signIn(people.manager);
    const [row] = ok(await english.get(`/api/clients/${mine.client.id}/visibility?kind=task&item=${mine.task.id}`, { 'Accept-Language': 'en' })).people;
    assert.match(row.why, /voit|sees it: the task is shared/);
});

test('who gets an answer: nobody, a contact, a member who is not assigned, the right person; nothing between absent and hidden', async () => {
    for (const item of items) {
        assert.equal((await answerOf(server.nobody(), item.kind, item.id)).status, 401, item.what);
        assert.equal((await answerOf(folk.everything.portal, item.kind, item.id)).status, 401, item.what);
        const refused = await answerOf(ines, item.kind, item.id), absent = await answerOf(ines, item.kind, item.id, 99999999);
        assert.equal(refused.status, 404, item.what);
        assert.equal(refused.text, absent.text, item.what);
        // Of another client, under this one's address; another kind under the same number.
        assert.equal((await answerOf(lea, item.kind, item.id, theirs.client.id)).status, 404, item.what);
    }
    for (const [kind, id] of [['task', 99999999], ['', mine.task.id], ['invoice', 1], ['contact', 1], ['document', 99999999], ['task', theirs.task.id], ['folder', 0]])
        assert.equal((await answerOf(lea, kind, id)).status, 404, `${kind} ${id}`);
    for (const id of ['abc', '-1', '1e3']) assert.equal((await answerOf(lea, 'task', id)).status, 422, id);
    // Assigned to a project of the client, a member is told.
    ok(await lea.change(`/api/projects/${mine.project.id}`, { team_ids: [ines.me.user.id] }));
    assert.equal((await answerOf(ines, 'task', mine.task.id)).status, 200);
    ok(await lea.change(`/api/projects/${mine.project.id}`, { team_ids: [] }));
});

test('a folder closed to somebody of the team: no answer about it nor what lies in it, and its name stays unsaid', async () => {
    const item = (what, kind = 'folder') => items.find((one) => one.kind === kind && one.what === what);
    const closed = item('Fermé'), below = item('Sous fermé');
    await right(closed, { user_id: camille.me.user.id, access: 'none' });
    await right(below, { user_id: camille.me.user.id, access: 'read' });
    assert.equal((await answerOf(camille, 'folder', closed.id)).status, 404);
    assert.equal((await answerOf(camille, 'document', items.find((one) => one.folder === closed.id).id)).status, 404);
    const told = await answerOf(camille, 'folder', below.id);
    assert.equal(told.status, 200);
    assert.ok(!told.text.includes('« Fermé') && !told.text.includes('«\u00A0Fermé'), told.text);
    // What lies in the bin is in no portal, and asks nothing.
    const file = items.find((one) => one.folder === 0);
    ok(await lea.delete(`/api/documents/${file.id}`));
    assert.equal((await answerOf(lea, 'document', file.id)).status, 404);
});

test('who of the team sees the client itself, and why: the same people whose requests are answered (X-07)', async () => {
    const plain = (text) => text.replaceAll('\u00A0', ' ');
    const team = (person) => person.get(`/api/clients/${mine.client.id}/visibility?kind=client`);
    const said = async () => Object.fromEntries(ok(await team(lea)).people.map((one) => [one.name, one]));
    const before = await said();
    assert.equal(plain(before[lea.me.user.name].why), `${lea.me.user.name} la voit : le rôle « Manager » voit tous les clients.`);
    assert.equal(plain(before[ines.me.user.name].why), `${ines.me.user.name} ne la voit pas : le rôle « Membre » ne voit que les clients dont il s’occupe.`);
    for (const person of [lea, camille, ines])
        assert.equal((await person.get(`/api/clients/${mine.client.id}`)).status === 200, before[person.me.user.name].sees, person.me.user.name);
    assert.equal((await team(ines)).status, 404);
    assert.equal((await team(server.nobody())).status, 401);
    assert.equal((await team(folk.everything.portal)).status, 401);
    ok(await lea.change(`/api/projects/${mine.project.id}`, { team_ids: [ines.me.user.id] }));
    assert.match(plain((await said())[ines.me.user.name].why), /la voit : dans l’équipe d’un de ses projets\.$/);
    ok(await lea.change(`/api/projects/${mine.project.id}`, { team_ids: [] }));
    ok(await lea.change(`/api/clients/${mine.client.id}`, { owner_id: ines.me.user.id }));
    assert.match(plain((await said())[ines.me.user.name].why), /la voit : responsable de ce client\.$/);
    ok(await lea.change(`/api/clients/${mine.client.id}`, { owner_id: lea.me.user.id }));
});
