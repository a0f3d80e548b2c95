// Versions of fields: a change is based on a position that the workspace gave out. One from the future would win over
// everybody else's change, so every route that takes versions refuses it, by its name.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let owner;
const records = [];   // [address, field, value, where the field is named]
before(async (t) => {
    const server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    const made = async (path, body, name) => {
        const answer = await owner.post(path, body);
        assert.equal(answer.status, 201, `${path}: ${answer.text}`);
        return answer.json[name];
    };
    const client = await owner.create({ legal_name: 'Versions SAS' }, { contacts: [{ contact: { last_name: 'Base' } }], addresses: [{ city: 'Lyon' }] });
    const sheet = (await owner.get(`/api/clients/${client.id}`)).json;
    const link = sheet.contacts[0], project = await made(`/api/clients/${client.id}/projects`, { name: 'Projet' }, 'project');
    records.push([`/api/clients/${client.id}`, 'notes', 'neuf'], [`/api/addresses/${sheet.addresses[0].id}`, 'city', 'Brest'],
        [`/api/contacts/${link.contact.id}`, 'notes', 'neuf'], [`/api/client-contacts/${link.id}`, 'job_title', 'neuf'], [`/api/projects/${project.id}`, 'name', 'neuf'],
        ['/api/workspace', 'name', 'Autre nom'], ['/api/profile', 'phone', '+33612345678']);
    const child = async (path, body, name, field = 'name') => records.push([`/api/${name}/${(await made(path, body, name.replace(/ies$/, 'y').replace(/s$/, ''))).id}`, field, 'neuf']);
    await child(`/api/clients/${client.id}/activities`, { kind: 'note', body: 'N' }, 'activities', 'body');
    await child(`/api/projects/${project.id}/tasks`, { name: 'T' }, 'tasks');
    await child(`/api/projects/${project.id}/milestones`, { name: 'M' }, 'milestones');
    await child(`/api/projects/${project.id}/deliverables`, { name: 'D' }, 'deliverables');
    await child(`/api/clients/${client.id}/folders`, { name: 'F' }, 'folders');
    await child('/api/tags', { name: 'Étiquette neuve' }, 'tags');
    records.push(['/api/users/' + (await owner.get('/api/users')).json.users.find((one) => one.role === 'member').id, 'name', 'neuf']);
});

test('a version that was never given out is refused by the field’s name, on every record', async () => {
    const position = await owner.position();
    for (const [path, field, value] of records)
        for (const version of [99999999, position + 1, -1, Number.MAX_SAFE_INTEGER, 1e15]) {
            const answer = await owner.patch(path, { fields: { [field]: { value, version } } });
            assert.equal(answer.status, 422, `${path} ${version}: ${answer.text}`);
            assert.equal(answer.json.fields[0].name ?? answer.json.fields[0].field, `fields.${field}`, answer.text);
            assert.equal(await owner.position(), position, `${path} ${version} changed something`);
        }
    // The largest number there is stands for "no version" inside the server; nobody may say it from outside.
    for (const version of ['9223372036854775807', '18446744073709551615'])
        for (const [path, field, value] of records)
            assert.ok([400, 422].includes((await owner.send('PATCH', path, `{"fields":{"${field}":{"value":${JSON.stringify(value)},"version":${version}}}}`,
                { 'Content-Type': 'application/json' })).status), `${path} ${version}`);
    assert.equal(await owner.position(), position);
});

test('a move, rights of a folder and the matrix of roles go by the same rule; bulk takes no version', async () => {
    const [first, second] = (await owner.find('limit=2')).rows;
    const project = (await owner.post(`/api/clients/${first.id}/projects`, { name: 'Voyage' })).json.project;
    const folder = (await owner.post(`/api/clients/${first.id}/folders`, { name: 'Ombres' })).json.folder;
    const position = await owner.position(), version = position + 1;
    for (const answer of [await owner.post(`/api/projects/${project.id}/move`, { client_id: second.id, version }),
        await owner.post(`/api/folders/${folder.id}/cascade`, { version }),
        await owner.send('PUT', '/api/roles', { grants: [{ role: 'member', permission: 'clients_export', grant: 'none' }], version }),
        await owner.post('/api/clients/bulk', { ids: [first.id], fields: { notes: { value: 'x', version } } })])
        assert.equal(answer.status, 422, answer.text);
    assert.equal(await owner.position(), position);
});

test('the version that was read is a base, and the one before somebody else’s change is not', async () => {
    for (const [path, field, value] of records) {
        const before = await owner.position();
        const done = await owner.change(path, { [field]: value }, before);
        assert.equal(done.status, 200, `${path}: ${done.text}`);
        if (path === '/api/profile' || field !== 'notes') continue;
        const late = await owner.change(path, { [field]: 'en retard' }, before);
        assert.equal(late.status, 409, `${path}: ${late.text}`);
    }
});
