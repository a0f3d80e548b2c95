// CF-14 … CF-19 and X-07: roles fill the switches, the switches win, and what a change would give or take is told before.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';
import { addContact, placeOf } from './portal_kit.mjs';

const switches = ['portal_tasks', 'portal_documents', 'portal_comment', 'portal_approve', 'portal_invoices'];
const of = (place) => switches.filter((name) => place[name]).map((name) => name.slice(7)).join(' ');
// features.md 1.6; an approval's answer always takes a comment, so the decision maker's switch is off.
const presets = {
    decision_maker: 'tasks documents approve', technical: 'tasks documents comment', billing: 'invoices', observer: 'tasks documents',
};
let server, lea, ines;

before(async (t) => {
    server = await serve(t);
    lea = await server.signIn('lea@mistral.example');
    ines = await server.signIn('ines@mistral.example');
});

test('each role fills the switches of a new contact, several roles their union (CF-15, CF-18)', async () => {
    for (const [role, expected] of Object.entries(presets)) {
        const made = await addContact(lea, `Seule ${role.slice(0, 4)}`.replace(' ', ''), { roles: [role] });
        assert.equal(of(made.link), expected, role);
    }
    const both = await addContact(lea, 'Double', { roles: ['decision_maker', 'billing'] });
    assert.equal(of(both.link), 'tasks documents approve invoices');
    assert.deepEqual((await placeOf(lea, both)).roles, ['decision_maker', 'billing']);
});

test('projects and milestones have no switch: the role opens them, with every switch off (CF-18)', async () => {
    const off = Object.fromEntries(switches.map((name) => [name, false])), projects = ['Voir les projets et les jalons'];
    for (const [role, expected] of Object.entries({ decision_maker: projects, technical: projects, billing: [], observer: projects })) {
        const made = await addContact(lea, `Nue${role}`, { roles: [role] }), path = `/api/client-contacts/${made.link.id}`;
        assert.equal((await lea.change(path, { has_portal: true })).status, 200);
        assert.equal((await lea.change(path, off)).status, 200);
        assert.deepEqual((await lea.post(`${path}/invite`, { preview: true })).json.rights, expected, role);
    }
});

test('a change of role moves what nobody set by hand; the switches win (CF-18, CF-19)', async () => {
    const made = await addContact(lea, 'Changeante', { roles: ['decision_maker'] });
    const path = `/api/client-contacts/${made.link.id}`;
    assert.equal((await lea.change(path, { portal_invoices: true })).status, 200);
    assert.equal((await lea.change(path, { roles: ['technical'] })).status, 200);
    assert.equal(of(await placeOf(lea, made)), 'tasks documents comment invoices');
    assert.equal((await lea.change(path, { portal_documents: false })).status, 200);
    assert.equal(of(await placeOf(lea, made)), 'tasks comment invoices');
    // One undo takes role and switches back together.
    await lea.post('/api/undo');
    await lea.post('/api/undo');
    assert.equal(of(await placeOf(lea, made)), 'tasks documents approve invoices');
    // Switches that are named win over the preset: at the beginning, and in the change that brings the role.
    const named = { contact: { last_name: 'Nommée' }, roles: ['decision_maker'], portal_comment: true, portal_invoices: true };
    const link = (await lea.post(`/api/clients/${made.client.id}/contacts`, named)).json.link, at = `/api/client-contacts/${link.id}`;
    assert.equal(of(link), 'comment invoices');
    assert.equal((await lea.change(at, { roles: ['observer'], portal_tasks: true, portal_comment: false })).status, 200);
    assert.equal(of(await placeOf(lea, { client: made.client, link })), 'tasks invoices', 'documents were off on purpose');
    // Opened with nothing set, the portal begins with the preset.
    assert.equal((await lea.change(at, Object.fromEntries(switches.map((name) => [name, false])))).status, 200);
    assert.equal((await lea.change(at, { has_portal: true })).status, 200);
    assert.equal(of(await placeOf(lea, { client: made.client, link })), 'tasks documents');
});

test('the simulator tells gains and losses, and saves nothing', async () => {
    const made = await addContact(lea, 'Simulee', { roles: ['technical'] });
    const path = `/api/client-contacts/${made.link.id}`;
    await lea.change(path, { has_portal: true });
    const told = await lea.post(`${path}/simulate`, { fields: { roles: ['decision_maker', 'billing'] } });
    assert.equal(told.status, 200);
    assert.deepEqual(told.json.gains, ['Approuver les livrables', 'Voir les factures']);
    assert.deepEqual(told.json.losses, ['Commenter']);
    assert.equal(of(await placeOf(lea, made)), 'tasks documents comment');
    const off = await lea.post(`${path}/simulate`, { fields: { is_active: false } });
    assert.deepEqual(off.json.gains, []);
    assert.equal(off.json.losses.length, 4);
    assert.equal((await lea.post(`${path}/simulate`, { fields: { client_id: 1 } })).status, 422);
});

test('switches take the right to configure the portal, on this client', async () => {
    const made = await addContact(lea, 'Gardee', { roles: ['observer'] });
    const path = `/api/client-contacts/${made.link.id}`;
    // Inès does not see the client: there is no such contact for her; then she sees it, and may not.
    assert.equal((await ines.change(path, { portal_tasks: false })).status, 403);
    assert.equal((await server.nobody().post(`${path}/invite`)).status, 401);
    for (const route of ['invite', 'revoke', 'simulate', 'view-as'])
        assert.equal((await ines.post(`${path}/${route}`, { fields: {} })).status, 403, route);
    const karim = await server.signIn('karim@mistral.example');
    const workspace = (await karim.get('/api/workspace')).json.workspace;
    await karim.patch('/api/workspace', { fields: { portal_admins_only: { value: true, version: workspace.version } } });
    assert.equal((await lea.change(path, { portal_tasks: false })).status, 403);
    assert.equal((await lea.change(path, { has_portal: true })).status, 403);
    assert.equal((await lea.post(`${path}/invite`, { preview: true })).status, 403);
    // Roles stay hers; the switches do not follow what she may not give.
    assert.equal((await lea.change(path, { roles: ['decision_maker'] })).status, 200);
    assert.equal(of(await placeOf(lea, made)), 'tasks documents');
    const now = (await karim.get('/api/workspace')).json.workspace;
    await karim.patch('/api/workspace', { fields: { portal_admins_only: { value: false, version: now.version } } });
});

test('the address that opens a portal is changed only by who may configure it everywhere', async () => {
    const made = await addContact(lea, 'Partagee', { roles: ['observer'] });
    await lea.change(`/api/client-contacts/${made.link.id}`, { has_portal: true });
    const karim = await server.signIn('karim@mistral.example');
    const hers = await server.signIn('sophie@mistral.example');
    assert.equal((await hers.change(`/api/contacts/${made.contact.id}`, { email: 'autre@fontaine.example' })).status, 200);
    const workspace = (await karim.get('/api/workspace')).json.workspace;
    await karim.patch('/api/workspace', { fields: { portal_admins_only: { value: true, version: workspace.version } } });
    assert.equal((await hers.change(`/api/contacts/${made.contact.id}`, { email: 'voleur@fontaine.example' })).status, 403);
    assert.equal((await hers.change(`/api/contacts/${made.contact.id}`, { phone: '02 61 91 40 12' })).status, 200);
    const now = (await karim.get('/api/workspace')).json.workspace;
    await karim.patch('/api/workspace', { fields: { portal_admins_only: { value: false, version: now.version } } });
});

test('functions are words of the settings, apart from roles (BR-09)', async () => {
    const karim = await server.signIn('karim@mistral.example');
    const made = await addContact(karim, 'Fonction');
    const added = await karim.post('/api/options', { list: 'function', name: 'Achats de câblage' });
    assert.equal(added.status, 201, added.text);
    const option = added.json.option;
    const changed = await karim.change(`/api/client-contacts/${made.link.id}`, { function_id: option.id });
    assert.equal(changed.status, 200);
    assert.equal(changed.json.link.function_id, option.id);
    const sector = (await karim.get('/api/words')).json.options.find((one) => one.list === 'sector');
    assert.equal((await karim.change(`/api/client-contacts/${made.link.id}`, { function_id: sector.id })).status, 422);
});
