// The portal's rows clause by clause: the five switches, documents, messages both ways.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { people, serve } from './kit.mjs';
import { addContact, fullClient, join_portal, ok, pdf, switches, upload } from './portal_world.mjs';

let server, lea, mine, claire;
const links = {};
const invite = async (client, key, roles) => {
    const link = await addContact(lea, client, { first_name: key, last_name: 'Portail', email: `${key}@client.example` }, { roles });
    links[key] = link;
    return join_portal(server, lea, link.id, `${key}@client.example`);
};
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn(people.manager);
    mine = await fullClient(lea, 'Alpha');
    claire = await invite(mine.client, 'claire', ['decision_maker']);
    await switches(lea, links.claire.id, { portal_comment: true });
});

test('each switch opens its own thing and nothing else; without the portal’s nothing is open (CF-19, CF-22)', async () => {
    const all = await fullClient(lea, 'Interrupteur');
    const looks = await invite(all.client, 'interrupteur', ['observer']);
    const names = ['tasks', 'comment', 'approve', 'documents', 'invoices'], at = `/api/portal/clients/${all.client.id}`;
    const only = (name) => switches(lea, links.interrupteur.id, Object.fromEntries(names.map((one) => [`portal_${one}`, one === name])));
    const open = async () => {
        const page = ok(await looks.get(`/api/portal/projects/${all.project.id}`)), [deliverable] = page.deliverables, { rights } = ok(await looks.get('/api/portal/session')).clients[0];
        // Without a decision: the right is asked first.
        const answer = await looks.post(`/api/portal/deliverables/${deliverable.id}/answer`, { version: deliverable.versions[0].id, decision: '', comment: '' });
        const plain = (await looks.get(`/portal/plain/projects/${all.project.id}`)).text;
        const seen = {
            tasks: page.tasks.length === 1 && plain.includes('Tâche'),
            comment: (await looks.post(`${at}/messages`, { body: 'Bonjour' })).status === 201,
            approve: deliverable.may_answer && answer.status === 422,
            documents: (await looks.get(`${at}/documents`)).status === 200,
            invoices: rights.invoices,
        };
        assert.deepEqual([page.tasks.length > 0, plain.includes('Tâche'), deliverable.may_answer, answer.status === 422], [seen.tasks, seen.tasks, seen.approve, seen.approve]);
        const found = names.filter((one) => seen[one]);
        assert.deepEqual(names.filter((one) => rights[one]), found, 'what the session says is so');
        return found;
    };
    for (const name of ['none', ...names]) {
        await only(name);
        assert.deepEqual(await open(), names.filter((one) => one === name), name);
    }
    await switches(lea, links.interrupteur.id, { has_portal: false });
    assert.equal((await looks.get(`${at}/home`)).status, 401);
    await switches(lea, links.interrupteur.id, { has_portal: true });
    assert.deepEqual(await open(), ['invoices'], 'as it was');
});

test('messages go both ways, with their author and their project (CF-25)', async () => {
    const colleague = await invite(mine.client, 'collegue', ['observer']), at = `/api/portal/clients/${mine.client.id}/messages`;
    for (const project_id of [null, mine.project.id]) {
        const body = `De Claire, ${project_id ? 'du projet' : 'en général'}`, made = ok(await claire.post(at, { body, project_id }), 201).message;
        assert.deepEqual([made.body, made.mine, made.project_id], [body, true, project_id]);
        const inTeam = ok(await lea.get(`/api/clients/${mine.client.id}/messages`)).items.at(-1);
        assert.deepEqual([inTeam.body, inTeam.by, inTeam.shared, inTeam.mine, inTeam.user_id, inTeam.project_id], [body, 'claire Portail', true, false, null, project_id]);
        const [theirs] = ok(await colleague.get(at)).items;
        assert.deepEqual([theirs.body, theirs.by, theirs.mine, theirs.project_id], [body, 'claire Portail', false, project_id]);
    }
    ok(await lea.post(`/api/clients/${mine.client.id}/messages`, { body: 'Réponse', visibility: 'shared', project_id: mine.project.id }), 201);
    const [answer] = ok(await claire.get(at)).items;
    assert.deepEqual([answer.body, answer.by, answer.mine, answer.project_id], ['Réponse', lea.me.user.name, false, mine.project.id]);
    const foreign = await fullClient(lea, 'Omega');
    assert.equal((await claire.post(at, { body: 'Ailleurs', project_id: foreign.project.id })).status, 404);
});

test('documents: what is in a closed folder, in the bin or an older version is neither listed nor downloaded (CF-23)', async () => {
    const path = `/api/portal/clients/${mine.client.id}/documents?folder=${mine.folder.id}`;
    const set = async (access) => ok(await lea.send('PUT', `/api/folders/${mine.folder.id}/rights`, { rights: [{ contact_id: links.claire.contact_id, access }] }));
    await set('none');
    const folder = async (name, parent_id) => ok(await lea.post(`/api/clients/${mine.client.id}/folders`, { name, parent_id }), 201).folder;
    const file = async (folder_id, name, bytes = pdf) => ok(await lea.post(`/api/clients/${mine.client.id}/documents`, { folder_id, files: [{ upload: await upload(lea, name, bytes) }] }), 201).documents[0];
    const below = await folder('Sous-dossier', mine.folder.id), inside = await file(below.id, 'dessous.pdf'), top = `/api/portal/clients/${mine.client.id}/documents`;
    const versionOf = async (at, name) => ok(await lea.get(`/api/clients/${mine.client.id}/documents?folder=${at}`)).files.find((one) => one.name === name).version_id;
    const [contract, deep] = [await versionOf(mine.folder.id, 'contrat-Alpha.pdf'), await versionOf(below.id, 'dessous.pdf')];
    const download = (version) => claire.get(`/api/portal/document-versions/${version}/file`);
    for (const version of [contract, deep]) assert.equal((await download(version)).status, 404);
    assert.equal((await claire.get(`${top}?folder=${below.id}`)).status, 404);
    assert.deepEqual(ok(await claire.get(top)).folders, []);
    await set('read');
    assert.equal((await claire.get(path)).status, 200);
    assert.deepEqual(ok(await claire.get(top)).folders.map((one) => one.name), ['Dossier Alpha']);
    const listed = ok(await claire.get(`/api/portal/clients/${mine.client.id}/home`)).documents.map((one) => [one.name, one.folder]);
    assert.deepEqual(listed.sort(), [['contrat-Alpha.pdf', 'Dossier Alpha'], ['dessous.pdf', 'Sous-dossier']]);
    assert.deepEqual(ok(await claire.get(path)).folders.map((one) => one.name), ['Sous-dossier']);
    for (const [version, name] of [[contract, 'contrat-Alpha.pdf'], [deep, 'dessous.pdf']]) {
        const got = await download(version);
        assert.deepEqual([got.status, got.bytes.equals(pdf)], [200, true]);
        assert.ok(got.headers.get('content-disposition').includes(name));
    }
    // The current version is what is shared; a file or folder in the bin is not.
    const second = Buffer.concat([pdf, Buffer.from('deux')]);
    ok(await lea.post(`/api/documents/${inside.id}/versions`, { upload: await upload(lea, 'dessous.pdf', second) }), 201);
    const [now] = ok(await claire.get(`${top}?folder=${below.id}`)).files;
    assert.deepEqual([(await download(now.version_id)).bytes.equals(second), (await download(deep)).status], [true, 404]);
    ok(await lea.delete(`/api/documents/${mine.document.id}`));
    assert.deepEqual([ok(await claire.get(path)).files, (await download(contract)).status], [[], 404]);
    ok(await lea.post(`/api/documents/${mine.document.id}/restore`));
    ok(await lea.delete(`/api/folders/${below.id}`));
    assert.deepEqual([ok(await claire.get(path)).folders, (await download(now.version_id)).status], [[], 404]);
});

test('a project that a contact has answered on stays with its client (CF-29)', async () => {
    const all = await fullClient(lea, 'Fixe'), other = await lea.create({ legal_name: 'Ailleurs SAS' });
    const decides = await invite(all.client, 'fixe', ['decision_maker']);
    const [deliverable] = ok(await decides.get(`/api/portal/projects/${all.project.id}`)).deliverables;
    ok(await decides.post(`/api/portal/deliverables/${deliverable.id}/answer`, { version: deliverable.versions[0].id, decision: 'approved', comment: '' }), 201);
    assert.equal((await lea.post(`/api/projects/${all.project.id}/move`, { client_id: other.id, version: await lea.position() })).status, 409);
    assert.deepEqual(ok(await lea.get(`/api/clients/${other.id}`)).projects, []);
});
