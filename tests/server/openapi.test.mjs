// The description of the interface tells the truth: real questions and real answers of both worlds are held against
// the schemas of /api/openapi.json, key by key.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Person, serve } from './kit.mjs';

let server, owner, description, client, other;
const asked = new Set();

// ---- A small checker of the part of JSON Schema that the description uses.

const resolve = (schema) => (schema.$ref ? resolve(description.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? { type: `unknown ${schema.$ref}` }) : schema);
// One object out of "all of these".
function merged(schema) {
    schema = resolve(schema);
    if (!schema.allOf) return schema;
    const all = schema.allOf.map(merged);
    return {
        type: 'object', properties: Object.assign({}, ...all.map((one) => one.properties)), required: all.flatMap((one) => one.required ?? []),
        additionalProperties: all.map((one) => one.additionalProperties).find((one) => one),
    };
}
const typeOf = (value) => (value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value);
function wrong(value, given, path) {
    const schema = merged(given);
    if (schema.anyOf) return schema.anyOf.some((one) => wrong(value, one, path).length === 0) ? [] : [`${path}: ${JSON.stringify(value)} fits nothing of ${JSON.stringify(schema.anyOf)}`];
    const found = [], type = typeOf(value);
    if (schema.type && ![schema.type].flat().some((one) => one === type || (one === 'number' && type === 'integer')))
        return [`${path}: ${type}, not ${schema.type}`];
    if (schema.enum && value !== null && !schema.enum.includes(value)) found.push(`${path}: ${value} is none of ${schema.enum}`);
    if (type === 'array') value.forEach((one, i) => found.push(...wrong(one, schema.items ?? {}, `${path}[${i}]`)));
    if (type !== 'object' || !schema.type) return found;
    for (const name of schema.required ?? []) if (!(name in value)) found.push(`${path}.${name} is missing`);
    for (const [name, one] of Object.entries(value)) {
        const known = schema.properties?.[name] ?? schema.additionalProperties;
        found.push(...(known ? wrong(one, known, `${path}.${name}`) : [`${path}.${name} is not described`]));
    }
    return found;
}

// The operation that answers an address.
function operationOf(method, address) {
    const fits = Object.keys(description.paths).filter((path) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address.split('?')[0]));
    const path = fits.sort((a, b) => a.split('{').length - b.split('{').length)[0];
    return [description.paths[path]?.[method.toLowerCase()], `${method} ${path}`];
}
const jsonOf = (content) => content?.['application/json']?.schema;

// Asks, and holds question and answer against the description.
async function ask(method, address, body, status, who = owner) {
    const [operation, name] = operationOf(method, address);
    assert.ok(operation, `${method} ${address} is not described`);
    if (body && Object.keys(body).length === 0 && !operation.requestBody) body = undefined;   // "archive", "restore" …
    const answer = await who.send(method, address, body);
    if (status) assert.equal(answer.status, status, `${name}: ${answer.text}`);
    assert.ok(answer.status < 300, `${name}: ${answer.status} ${answer.text}`);
    asked.add(name);
    const found = [];
    if (body !== undefined && typeof body === 'object') {
        const schema = jsonOf(operation.requestBody?.content);
        found.push(...(schema ? wrong(body, schema, 'body') : ['its body is not described']));
    }
    const schema = jsonOf(operation.responses['2XX'].content);
    if (answer.json) found.push(...(schema ? wrong(answer.json, schema, 'answer') : ['its answer is not described']));
    assert.deepEqual(found, [], name);
    return who === owner ? answer.json : answer;
}
const get = (address) => ask('GET', address), post = (address, body = {}) => ask('POST', address, body);

before(async (t) => {
    server = await serve(t);
    owner = await server.signIn('karim@mistral.example');
    description = (await owner.get('/api/openapi.json')).json;
    [client, other] = (await owner.find('sort=reference&limit=2')).rows;
});

// Versions are read here, where every change would otherwise have to.
const at = async (fields) => {
    const version = await owner.position();
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, version }]));
};
const patch = async (address, fields, more = {}) => ask('PATCH', address, { fields: await at(fields), ...more });

test('every reference leads somewhere, every route has its parameters, its body and its refusals', () => {
    for (const found of JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g))
        assert.ok(description.components.schemas[found[1]], found[1]);
    const undescribed = [];
    for (const [path, methods] of Object.entries(description.paths))
        for (const [method, operation] of Object.entries(methods)) {
            const name = `${method.toUpperCase()} ${path}`, inPath = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name);
            assert.deepEqual(inPath, [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1]), name);
            assert.equal(operation.responses['4XX'].content['application/problem+json'].schema.$ref, '#/components/schemas/problem', name);
            const body = jsonOf(operation.requestBody?.content);
            if (body) assert.ok(merged(body).type === 'object', name);
            if (!jsonOf(operation.responses['2XX'].content)) undescribed.push(name);
            // Only the team can be shown e-mails before they leave, and only writes that happen once cause some.
            const headers = operation.parameters.filter((one) => one.in === 'header').map((one) => one.name);
            assert.equal(headers.includes('Carnet-Mails'), headers.includes('Idempotency-Key') && operation['x-world'] === 'staff', name);
        }
    // Bytes, streams and answers without content have nothing to describe.
    const nothing = ['GET /api/approvals/{id}/certificate', 'GET /api/book', 'GET /api/changes', 'GET /api/deliverable-versions/{id}/file', 'GET /api/document-versions/{id}/file', 'GET /api/export',
        'GET /api/imports/{id}/refused', 'POST /api/mails/{id}/retry', 'POST /api/presence', 'POST /api/profile/password', 'DELETE /api/session', 'DELETE /api/uploads/{token}', 'GET /api/openapi.json',
        'GET /api/portal/approvals/{id}/certificate', 'GET /api/portal/changes', 'GET /api/portal/deliverable-versions/{id}/file', 'GET /api/portal/document-versions/{id}/file', 'POST /api/portal/password', 'DELETE /api/portal/session', 'DELETE /api/portal/uploads/{token}'];
    assert.deepEqual(undescribed.filter((name) => !nothing.includes(name)), []);
});

test('clients, contacts, addresses and activities answer what is described', async () => {
    await get('/api/clients?limit=50');
    const made = await post('/api/clients', { client: { legal_name: 'Décrite SAS', notes: 'x' }, contacts: [{ contact: { last_name: 'Une' }, job_title: 'Cheffe' }], addresses: [{ city: 'Lyon' }] });
    const id = made.client.id, sheet = await get(`/api/clients/${id}`);
    await patch(`/api/clients/${id}`, { notes: 'y', memo: 'z' });
    for (const action of ['convert', 'archive', 'unarchive', 'bin', 'restore']) await post(`/api/clients/${id}/${action}`);
    await post('/api/clients/bulk', { ids: [id], fields: { notes: 'w' } });
    await get(`/api/duplicates?name=Décrite`);
    await get(`/api/clients/${id}/visibility?kind=client`);
    const link = await post(`/api/clients/${id}/contacts`, { contact: { last_name: 'Deux', email: 'deux@x.example' } });
    await patch(`/api/client-contacts/${link.link.id}`, { job_title: 'Chef' }, { contact: await at({ phone: '0612345678' }) });
    await post(`/api/client-contacts/${link.link.id}/simulate`, { fields: { has_portal: true } });
    await post(`/api/client-contacts/${link.link.id}/invite`, { preview: true });
    await post(`/api/client-contacts/${link.link.id}/invite`, {});
    await post(`/api/client-contacts/${link.link.id}/view-as`, {});
    await get('/api/mails?limit=5');
    await get(`/api/contacts/${link.link.contact.id}`);
    await patch(`/api/contacts/${link.link.contact.id}`, { notes: 'n' });
    await ask('DELETE', `/api/client-contacts/${link.link.id}`);
    const address = await post(`/api/clients/${id}/addresses`, { city: 'Brest' });
    await patch(`/api/addresses/${address.address.id}`, { line1: 'Rue' });
    await ask('DELETE', `/api/addresses/${address.address.id}`);
    const activity = await post(`/api/clients/${id}/activities`, { kind: 'call', body: 'Appel', contact_ids: [sheet.contacts[0].contact.id] });
    await patch(`/api/activities/${activity.activity.id}`, { body: 'Autre' });
    await get(`/api/clients/${id}/timeline`);
    await ask('DELETE', `/api/activities/${activity.activity.id}`);
    const history = await get(`/api/clients/${id}/history`);
    const seq = history.actions.flatMap((one) => one.changes).find((one) => one.field === 'memo').seq;
    await post(`/api/clients/${id}/revert`, { field: 'memo', seq });
    await post('/api/undo');
    await post('/api/redo');
    await get('/api/journal?limit=200');
    await get('/api/search?q=cousin');
    await post(`/api/clients/${id}/messages`, { body: 'Bonjour' });
    for (const row of (await owner.find('limit=12')).rows) {
        await get(`/api/clients/${row.id}`);
        await get(`/api/clients/${row.id}/messages`);
        await get(`/api/clients/${row.id}/timeline`);
        await get(`/api/clients/${row.id}/history`);
    }
});

test('projects and what hangs on them answer what is described', async () => {
    const { project } = await post(`/api/clients/${client.id}/projects`, { name: 'Décrit', budget_cents: 100 });
    await patch(`/api/projects/${project.id}`, { summary: 's' });
    for (const [kind, one] of [['milestones', 'milestone'], ['tasks', 'task'], ['deliverables', 'deliverable']]) {
        const made = await post(`/api/projects/${project.id}/${kind}`, { name: kind });
        await patch(`/api/${kind}/${made[one].id}`, { name: 'autre' });
        if (one === 'task') await post(`/api/tasks/${made.task.id}/order`, { after: null });
        if (one === 'deliverable') {
            const sent = await post('/api/uploads', { name: 'plan.txt', size: 4 });
            assert.equal((await owner.send('PUT', `/api/uploads/${sent.id}?offset=0`, 'plan', { 'Content-Type': 'application/octet-stream' })).status, 200);
            await get(`/api/uploads/${sent.id}`);
            await post(`/api/deliverables/${made.deliverable.id}/versions`, { upload: sent.id });
            await post(`/api/deliverables/${made.deliverable.id}/withdraw`);
            await post(`/api/deliverables/${made.deliverable.id}/submit`);
        }
        await get(`/api/projects/${project.id}`);
        await ask('DELETE', `/api/${kind}/${made[one].id}`);
    }
    await post(`/api/projects/${project.id}/move`, { client_id: other.id, version: await owner.position() });
    for (const row of (await get('/api/projects?limit=20')).rows) await get(`/api/projects/${row.id}`);
    await ask('DELETE', `/api/projects/${project.id}`);
});

test('documents and their rights answer what is described', async () => {
    const { folder } = await post(`/api/clients/${client.id}/folders`, { name: 'Décrit', parent_id: null });
    const upload = async () => {
        const sent = await post('/api/uploads', { name: `a${Math.random()}.txt`, size: 3 });
        assert.equal((await owner.send('PUT', `/api/uploads/${sent.id}?offset=0`, 'abc', { 'Content-Type': 'application/octet-stream' })).status, 200);
        return sent.id;
    };
    const { documents: [file] } = await post(`/api/clients/${client.id}/documents`, { folder_id: folder.id, files: [{ upload: await upload() }] });
    await post(`/api/documents/${file.id}/versions`, { upload: await upload() });
    await patch(`/api/documents/${file.id}`, { name: 'autre.txt' });
    await get(`/api/documents/${file.id}`);
    await patch(`/api/folders/${folder.id}`, { name: 'Autre' });
    await get(`/api/folders/${folder.id}/rights`);
    const hugo = (await get('/api/users')).users.find((one) => one.role === 'member');
    await ask('PUT', `/api/folders/${folder.id}/rights`, { rights: [{ user_id: hugo.id, access: 'read' }] });
    await post(`/api/folders/${folder.id}/cascade`, { dry_run: true });
    await post(`/api/folders/${folder.id}/cascade`, { version: await owner.position() });
    await get(`/api/clients/${client.id}/documents/rights`);
    await get(`/api/clients/${client.id}/documents/seen-by?user=${hugo.id}`);
    await get(`/api/clients/${client.id}/documents?folder=${folder.id}`);
    await ask('DELETE', `/api/documents/${file.id}`);
    await get(`/api/clients/${client.id}/documents?bin=1`);
    await post(`/api/documents/${file.id}/restore`);
    await post(`/api/clients/${client.id}/documents/bulk`, { documents: [file.id], move_to: null });
    await ask('DELETE', `/api/folders/${folder.id}`);
    await post(`/api/folders/${folder.id}/restore`);
});

test('the team, the words, the settings and an import answer what is described', async () => {
    await get('/api/session');
    for (const address of ['/api/users', '/api/words', '/api/workspace', '/api/roles', '/api/mail-settings', '/healthz']) await get(address);
    const { user } = await post('/api/users', { name: 'Décrite', email: 'decrite@mistral.example', role: 'member' });
    await patch(`/api/users/${user.id}`, { name: 'Autre' });
    await patch('/api/profile', { phone: '0612345678' });
    await patch('/api/workspace', { name: 'Mistral' });
    await ask('PUT', '/api/roles', { grants: [{ role: 'member', permission: 'data_export', grant: 'none' }], version: await owner.position() });
    await ask('PATCH', '/api/mail-settings', { host: 'mail.example', port: 25, security: 'none' });
    for (const [kind, one, body] of [['tags', 'tag', { name: 'décrite' }], ['options', 'option', { list: 'sector', name: 'décrite' }], ['views', 'view', { name: 'décrite', query: 'q=x' }]]) {
        const made = await post(`/api/${kind}`, body);
        await patch(`/api/${kind}/${made[one].id}`, { name: 'autre' });
        await ask('DELETE', `/api/${kind}/${made[one].id}`);
    }
    const sent = await owner.send('POST', '/api/imports?name=x.csv', 'Société;E-mail\nImportée;pas-une\n;x@x.example\n', { 'Content-Type': 'text/csv' });
    assert.deepEqual(wrong(sent.json, jsonOf(description.paths['/api/imports'].post.responses['2XX'].content), 'answer'), []);
    const mapping = Object.fromEntries(sent.json.columns.map((column, i) => [String(i), column.suggested]));
    await post(`/api/imports/${sent.json.id}/plan`, { mapping });
    await post(`/api/imports/${sent.json.id}/apply`);
});

test('the portal answers what is described, all of it', async () => {
    const account = { email: 'claire@fontaine.example', password: 'mistral-demonstration' };
    const entered = await ask('POST', '/api/portal/session', { ...account, remember: true }, 200, server.nobody());
    const claire = new Person(server, entered.headers.get('set-cookie').split(';')[0]);
    const portal = async (method, address, body, status) => (await ask(method, address, body, status, claire)).json;
    const { clients: [{ id }] } = await portal('GET', '/api/portal/session'), place = `/api/portal/clients/${id}`;
    // The team gives her every right, something to read, and folders to fill.
    const sheet = (await owner.get(`/api/clients/${id}`)).json, link = sheet.contacts.find((one) => one.contact.email === account.email).id;
    const everything = { portal_tasks: true, portal_comment: true, portal_approve: true, portal_documents: true, portal_invoices: true };
    assert.equal((await owner.change(`/api/client-contacts/${link}`, everything)).status, 200);
    const { folder } = (await owner.post(`/api/clients/${id}/folders`, { name: 'Décrit', parent_id: null })).json;
    const rights = await owner.send('PUT', `/api/folders/${folder.id}/rights`, { rights: [{ contact_id: sheet.contacts.find((one) => one.id === link).contact.id, access: 'full' }] });
    assert.equal(rights.status, 200, rights.text);
    const sent = await portal('POST', '/api/portal/uploads', { name: 'a.txt', size: 3 });
    await portal('PUT', `/api/portal/uploads/${sent.id}?offset=0`, 'abc');
    await portal('GET', `/api/portal/uploads/${sent.id}`);
    await portal('POST', `${place}/documents`, { folder: folder.id, files: [{ upload: sent.id }] });
    assert.equal((await owner.post(`/api/clients/${id}/messages`, { body: 'Bonjour', visibility: 'shared' })).status, 201);
    const home = await portal('GET', `${place}/home`);
    await portal('GET', `${place}/news`);
    assert.ok(home.projects.length && home.to_approve.length && home.documents.length && home.messages.length, 'there is something to describe');
    const shown = [];
    for (const { id: project } of home.projects) shown.push(await portal('GET', `/api/portal/projects/${project}`));
    assert.ok(shown.some((one) => one.tasks.length) && shown.some((one) => one.milestones.length), 'tasks and milestones, too');
    for (const at of [0, folder.id]) await portal('GET', `${place}/documents?folder=${at}`);
    const { message } = await portal('POST', `${place}/messages`, { body: 'Bonjour', project_id: home.projects[0].id });
    await portal('GET', `${place}/messages?project=${home.projects[0].id}`);
    await portal('GET', `${place}/messages`);
    await portal('POST', `${place}/messages/read`, { up_to: message.id });
    const [waiting] = home.to_approve;
    await portal('POST', `/api/portal/deliverables/${waiting.id}/answer`, { version: waiting.versions[0].id, decision: 'changes_requested', comment: 'Encore' }, 201);
    await portal('PATCH', '/api/portal/account', { language: 'fr' });
    for (const [path, methods] of Object.entries(description.paths))
        for (const [method, operation] of Object.entries(methods))
            if (operation['x-world'] === 'portal' && jsonOf(operation.responses['2XX'].content))
                assert.ok(asked.has(`${method.toUpperCase()} ${path}`), `${method} ${path} was not asked`);
});

test('refusals are problems as described', async () => {
    const problem = description.components.schemas.problem, version = await owner.position();
    const made = await owner.create({ legal_name: 'Conflit' });
    await owner.change(`/api/clients/${made.id}`, { notes: 'theirs' });
    const asks = new Person(server, owner.cookie), fontaine = (await owner.find('q=Ateliers%20Fontaine')).rows[0].id;
    const unseen = await asks.post(`/api/clients/${fontaine}/messages`, { body: 'Bonjour', visibility: 'shared' });
    assert.ok(unseen.json.mails.length > 0, unseen.text);
    for (const [status, answer] of [[428, unseen], [422, await owner.post('/api/clients', { client: {} })], [404, await owner.get('/api/clients/99999999')], [400, await owner.send('POST', '/api/tags', '{', { 'Content-Type': 'application/json' })],
        [405, await owner.send('PUT', '/api/clients', {})], [409, await owner.change(`/api/clients/${made.id}`, { notes: 'mine' }, version + 1)], [401, await server.nobody().get('/api/clients')]]) {
        assert.equal(answer.status, status, answer.text);
        assert.match(answer.headers.get('content-type'), /^application\/problem\+json/);
        assert.deepEqual(wrong(answer.json, problem, 'problem'), []);
    }
});

test('each described parameter of a query is taken; what is not described is refused or ignored as it says', async () => {
    const values = { state: 'active', kind: 'company', owner: '1', tag: '1', notag: '1', projects: 'active', activity: '30', from: '2020-01-01', to: '2030-01-01', min: '0', max: '100', archived: '1',
        review: '1', sort: 'name', limit: '5', offset: '1', after: '1', format: 'csv', columns: 'name', kinds: 'call', field: 'notes', folder: '0', bin: '1', since: '0', siren: '552100554', siret: '55210055400013', inline: '1', exclude: '1' };
    const special = { '/api/projects': { state: 'running' }, '/api/clients/{id}/timeline': { before: null } };
    let tried = 0;
    for (const [path, { get: operation }] of Object.entries(description.paths)) {
        if (!operation || operation['x-world'] !== 'staff' || ['/api/changes', '/api/imports/{id}/refused', '/api/openapi.json'].includes(path) || path.includes('-versions/') || path.includes('token')) continue;
        const address = path.replace('{id}', path.includes('/folders/') || path.includes('/documents/{') ? 'none' : client.id);
        if (address.includes('none')) continue;
        const extra = path.endsWith('seen-by') ? 'user=1&' : path.endsWith('visibility') ? 'kind=folder&item=0&' : '';
        const base = await owner.get(`${address}?${extra}`);
        if (base.status !== 200) continue;
        for (const one of operation.parameters.filter((p) => p.in === 'query')) {
            const value = one.name in (special[path] ?? {}) ? special[path][one.name] : values[one.name] ?? (one.schema.type === 'integer' ? '1' : 'a');
            if (value === null || extra.includes(`${one.name}=`)) continue;
            const answer = await owner.get(`${address}?${extra}${one.name}=${value}`);
            assert.ok(answer.status === 200 || (answer.status === 404 && one.schema.type === 'integer'), `${path}?${one.name}=${value}: ${answer.status} ${answer.text.slice(0, 300)}`);
            ++tried;
        }
        const unknown = await owner.get(`${address}?${extra}zz=1`);
        if (operation['x-other-parameters'] === 'ignored') assert.equal(unknown.status, 200, path);
        else assert.ok([400, 422].includes(unknown.status), `${path}: ${unknown.status}`);
    }
    assert.ok(tried > 50, `${tried}`);
});

test('enough was held against the description', () => {
    assert.ok(asked.size >= 90, `${asked.size} operations`);
});
