// Many clients at once: each bulk action is one action with one toast and one undo, and touches only what the person
// may change.
import assert from 'node:assert/strict';
import { byRole, clickNode, fresh, gone, houseOf, searchList, seen, seenText, settle, shown, test, undoByToast, until } from './app.mjs';

const house = houseOf({ clients: 30 });

// Three clients whose names share a word, ticked in the list.
async function three(api, more = {}) {
    const tag = fresh('Lot').split(' ')[1], ids = [];
    for (const word of ['Alpha', 'Beta', 'Gamma']) ids.push(await api.create({ legal_name: `${word} ${tag}`, ...more }));
    return { tag, ids };
}
async function tick(page, tag, count = 3) {
    await searchList(page, tag);
    await until(async () => await shown(page) === count, `${count} rows of ${tag}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+a');
    await seenText(page, new RegExp(`^${count} sélectionnés?$`));
}
// Opens an action of the bar; its button has the same name as what it changes.
const open = async (page, name) => {
    const bar = page.locator('#mirror').getByRole('region', { name: 'Sélection' });
    await bar.getByRole('button', { name, exact: true }).click({ force: true });
    await settle(page);
};
const each = async (api, ids, field) => Promise.all(ids.map(async (id) => (await api.client(id))[field]));
const lastAction = async (api) => (await api.get('/api/journal')).actions[0];

test('state, person in charge, tags: one toast, one action, one undo for all', async (t) => {
    const api = await house.api(), { tag, ids } = await three(api, { state: 'active' });
    const page = await house.page(t);
    await tick(page, tag);
    await open(page, 'État');
    await seen(page, 'dialog', 'Changer l’état de 3 clients');
    await clickNode(page, 'radio', 'Suspendu');
    await seenText(page, '3 clients vont changer');
    const before = (await lastAction(api)).id;
    await clickNode(page, 'button', 'Changer');
    await until(async () => (await each(api, ids, 'state')).every((state) => state === 'suspended'), 'all suspended');
    assert.equal((await lastAction(api)).id, before + 1, 'one action');
    assert.equal(await byRole(page, 'group', '3 clients passés à Suspendu').count(), 1, 'one toast');
    await undoByToast(page, '3 clients passés à Suspendu');
    await until(async () => (await each(api, ids, 'state')).every((state) => state === 'active'), 'all active again');
    assert.equal((await lastAction(api)).id, before + 2, 'one undo');

    const sophie = (await api.get('/api/words')).users.find((user) => user.id !== api.me.user.id);
    await tick(page, tag);
    await open(page, 'Responsable');
    assert.ok(await byRole(page, 'button', 'Changer').isDisabled(), 'nobody was chosen yet');
    await clickNode(page, 'combobox', 'Responsable');
    await clickNode(page, 'option', sophie.name);
    await clickNode(page, 'button', 'Changer');
    await until(async () => (await each(api, ids, 'owner_id')).every((owner) => owner === sophie.id), 'all given');
    await page.keyboard.press('Control+z');
    await until(async () => (await each(api, ids, 'owner_id')).every((owner) => owner !== sophie.id), 'given back with Ctrl+Z');

    await tick(page, tag);
    await open(page, 'Tags');
    await seen(page, 'dialog', 'Changer les tags de 3 clients');
    assert.equal(await page.locator('#mirror').getByText(/va changer|le sont déjà/).count(), 0, 'nothing is said before a tag is chosen');
    await page.keyboard.press('Escape');
});

test('archived, then moved to the bin: the rows leave, the undo brings them back', async (t) => {
    const api = await house.api(), { tag, ids } = await three(api);
    const page = await house.page(t);
    await tick(page, tag);
    await open(page, 'Archiver');
    await seen(page, 'dialog', /^Archiver 3 clients/, { exact: false });
    await page.locator('#mirror').getByRole('dialog').getByRole('button', { name: 'Archiver', exact: true }).click({ force: true });
    await until(async () => await shown(page) === 0, 'archived');
    await undoByToast(page, '3 clients archivés');
    await until(async () => await shown(page) === 3, 'back');
    await tick(page, tag);
    await open(page, 'Corbeille');
    await seen(page, 'dialog', /^Mettre 3 clients à la corbeille/, { exact: false });
    await clickNode(page, 'button', 'Mettre à la corbeille');
    await until(async () => await shown(page) === 0, 'in the bin');
    assert.ok((await each(api, ids, 'deleted_at')).every(Boolean));
    await undoByToast(page, '3 clients mis à la corbeille');
    await until(async () => await shown(page) === 3, 'back from the bin');
});

test('whoever may change only their clients is told which stay as they are; nothing else is offered', async (t) => {
    const api = await house.api(), member = await house.api('member'), { tag, ids } = await three(api);
    await api.change(ids[0], { owner_id: member.me.user.id });
    const roles = async (grant, shared) => {
        const { version } = await api.get('/api/roles');
        return api.json('PUT', '/api/roles', {
            version, grants: [{ role: 'member', permission: 'clients_edit', grant }],
            fields: { shared_clients: { value: shared, version } },
        });
    };
    const page = await house.page(t, '/clients', { as: 'member' });
    await tick(page, tag, 1);
    await gone(page, 'button', 'Archiver');
    await roles('own', true);
    t.after(() => roles('none', false));
    await page.reload();
    await tick(page, tag);
    await gone(page, 'button', 'Corbeille');
    await open(page, 'État');
    await seen(page, 'dialog', 'Changer l’état de 1 client');
    await seenText(page, /2 clients ne vous sont pas confiés/);
    await clickNode(page, 'radio', 'Inactif');
    await clickNode(page, 'button', 'Changer');
    await until(async () => (await api.client(ids[0])).state === 'inactive', 'their own changed');
    assert.deepEqual(await each(api, ids.slice(1), 'state'), ['active', 'active']);
    // The page is not what keeps them from it.
    assert.equal((await member.ask('POST', '/api/clients/bulk', { ids, fields: { state: 'prospect' } })).status, 403);
    assert.equal((await member.ask('POST', '/api/clients/bulk', { ids: [ids[0]], action: 'bin' })).status, 403);
    assert.equal((await api.client(ids[0])).state, 'inactive', 'nothing of a refused action stays');
});

test('one of many was changed since: the undo is refused with a reason, and offers the rest', async (t) => {
    const api = await house.api(), { tag, ids } = await three(api, { state: 'active' });
    const page = await house.page(t);
    await tick(page, tag);
    await open(page, 'État');
    await clickNode(page, 'radio', 'Suspendu');
    await clickNode(page, 'button', 'Changer');
    await until(async () => (await each(api, ids, 'state')).every((state) => state === 'suspended'), 'all suspended');
    await (await house.api('admin')).change(ids[1], { state: 'prospect' });
    await undoByToast(page, '3 clients passés à Suspendu');
    await seen(page, 'group', 'Annulation impossible');
    assert.deepEqual(await each(api, ids, 'state'), ['suspended', 'prospect', 'suspended'], 'nothing is undone by half');
    await byRole(page, 'group', 'Annulation impossible').getByRole('button', { name: 'Annuler le reste', exact: true }).click({ force: true });
    await until(async () => (await each(api, ids, 'state')).join() === 'active,prospect,active', 'the rest');
});
