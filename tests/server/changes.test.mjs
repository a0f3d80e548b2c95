// The live stream: what others do arrives within a second, and nothing is missed between two connections.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let server, lea, sophie;
before(async (t) => {
    server = await serve(t);
    lea = await server.signIn('lea@mistral.example');
    sophie = await server.signIn('sophie@mistral.example');
});

test('an edit arrives within a second, with who and what', async () => {
    const client = await lea.create({ legal_name: 'En direct SAS' });
    const stream = await sophie.follow(await sophie.position());
    const start = performance.now();
    const change = await lea.change(`/api/clients/${client.id}`, { phone: '02 61 91 12 34' });
    const event = await stream.wait((e) => e.name === 'rows');
    assert.ok(performance.now() - start < 1000);
    assert.equal(event.data.rows[0].phone, '+33261911234');
    assert.equal(event.data.by, lea.me.user.id);
    assert.equal(event.data.action, change.json.action);
    assert.equal(Number(event.id), change.json.position);
    assert.deepEqual(event.data.touched, [{ client: client.id, entity: 'client' }]);
    stream.close();
});

test('what happened in between comes first', async () => {
    const since = await sophie.position();
    const client = await lea.create({ legal_name: 'Entre-temps SAS' });
    await lea.post(`/api/clients/${client.id}/contacts`, { contact: { last_name: 'Témoin' } });
    const stream = await sophie.follow(since);
    const event = await stream.wait((e) => e.name === 'rows');
    assert.equal(event.data.rows.find((r) => r.id === client.id).contact_name, 'Témoin');
    stream.close();
});

test('a changed contact touches the rows of its clients', async () => {
    const client = await lea.create({ legal_name: 'Porteur SAS' }, { contacts: [{ contact: { last_name: 'Avant' } }] });
    const contact = (await lea.get(`/api/clients/${client.id}`)).json.contacts[0].contact;
    const stream = await sophie.follow(await sophie.position());
    await lea.change(`/api/contacts/${contact.id}`, { last_name: 'Après' });
    const event = await stream.wait((e) => e.name === 'rows');
    assert.equal(event.data.rows[0].contact_name, 'Après');
    stream.close();
});

test('words, and a position of another database', async () => {
    const admin = await server.signIn('camille@mistral.example');
    const stream = await sophie.follow(await sophie.position());
    await admin.post('/api/tags', { name: 'Nouveau mot' });
    await stream.wait((e) => e.name === 'words');
    stream.close();
    const lost = await sophie.follow(9_999_999);
    await lost.wait((e) => e.name === 'reload');
    lost.close();
});

test('who is where: on the list, on a client, changing something', async () => {
    const stream = await sophie.follow(await sophie.position());
    const client = await lea.create({ legal_name: 'Présence SAS' });
    await lea.post('/api/presence', { place: `/clients/${client.id}?tab=contacts`, editing: 'addresses' });
    const event = await stream.wait((e) => e.name === 'presence' && e.data.client[client.id]);
    assert.deepEqual(event.data.client[client.id], [{ user: lea.me.user.id, editing: 'addresses' }]);
    assert.equal((await lea.post('/api/presence', { place: 7 })).status, 422);
    stream.close();
});

test('the book is never older than the last change of rights: whoever loads it is not told to load again', async () => {
    const owner = await server.signIn('karim@mistral.example'), at = async () => Number((await sophie.get('/api/book')).headers.get('carnet-position'));
    const old = await at();
    const shared = async (value) => (await owner.patch('/api/workspace', { fields: { shared_clients: { value, version: await owner.position() } } })).status;
    assert.equal(await shared(true), 200);
    const told = await sophie.follow(old);
    await told.wait((e) => e.name === 'reload');
    told.close();
    const since = await at();
    assert.ok(since > old);
    const stream = await sophie.follow(since);
    const client = await lea.create({ legal_name: 'Après les droits SAS' });
    const event = await stream.wait((e) => e.name === 'reload' || (e.name === 'rows' && e.data.rows.some((row) => row.id === client.id)));
    assert.equal(event.name, 'rows');
    stream.close();
    assert.equal(await shared(false), 200);
});

test('thousands of changed clients are one word: reload', async () => {
    const admin = await server.signIn('camille@mistral.example');
    const rows = Array.from({ length: 2100 }, (_, i) => `Foule ${i};foule${i}@example.org`).join('\n');
    const upload = (await admin.post('/api/imports?name=foule.csv', 'Raison sociale;E-mail\n' + rows, { 'Content-Type': 'text/csv' })).json;
    const mapping = Object.fromEntries(upload.columns.map((c, i) => [i, c.suggested]));
    const stream = await sophie.follow(await sophie.position());
    const plan = await admin.post(`/api/imports/${upload.id}/plan`, { mapping });
    assert.equal(plan.json.create, 2100, plan.text.slice(0, 500));
    assert.equal((await admin.post(`/api/imports/${upload.id}/apply`)).status, 200);
    await stream.wait((e) => e.name === 'reload', 20000);
    assert.equal((await sophie.find('q=foule')).totals.count, 2100);
    stream.close();
    const undone = await admin.post('/api/undo');
    assert.equal(undone.status, 200, undone.text.slice(0, 300));
    assert.equal((await sophie.find('q=foule')).totals.count, 0);
});
