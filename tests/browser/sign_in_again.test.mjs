// The session ends while somebody works: the form over the page, who signs in there, and what stays of it.
import assert from 'node:assert/strict';
import { Api, byRole, clickNode, editField, fill, fresh, houseOf, running, seen, settle, test, textOf, until, valueOf } from './app.mjs';

const house = houseOf({ clients: 30 });

// A page with a session of its own, which a test may end.
async function alone(t, as, path) {
    const api = await new Api(house.server.url, house.server.people[as]).signIn();
    const page = await house.page(t, path, { as }), [name, value] = api.cookie.split('=');
    await page.context().addCookies([{ name, value, url: house.server.url, httpOnly: true, sameSite: 'Lax' }]);
    await page.reload();
    const end = async () => assert.equal((await api.ask('DELETE', '/api/session')).status, 204);
    return { page, end };
}
async function signInOver(page, person) {
    await page.locator('#login').waitFor({ state: 'visible' });
    await page.fill('#email', person.email);
    await page.fill('#password', person.password);
    await page.click('#login-button');
    await page.locator('#login').waitFor({ state: 'hidden' });
    await settle(page);
}

test('a session that ends elsewhere is asked for again by itself; the open form stays as it is and is saved', async (t) => {
    const api = await house.api(), id = await api.create({ legal_name: fresh('Ouvert') });
    const { page, end } = await alone(t, 'manager', `/clients/${id}?tab=contacts`);
    await clickNode(page, 'button', /^(Ajouter un contact|Ajouter le premier contact)/);
    await fill(page, 'Prénom', 'Maud');
    await fill(page, 'Nom', 'Quéméneur');
    await end();
    // The server looks at the sessions of its streams with each beat, every 15 s.
    await page.locator('#login').waitFor({ state: 'visible', timeout: 40000 });
    assert.equal(await page.locator('#stage').isVisible(), true);
    await signInOver(page, house.server.people.manager);
    assert.equal(await page.inputValue('#password'), '', 'the password does not stay in the page');
    await seen(page, 'dialog', 'Ajouter un contact');
    assert.deepEqual([await valueOf(page, 'Prénom'), await valueOf(page, 'Nom')], ['Maud', 'Quéméneur']);
    await page.keyboard.press('Control+s');
    await until(async () => (await api.get(`/api/clients/${id}`)).contacts.some(({ contact }) => contact.last_name === 'Quéméneur'), 'saved');
    assert.match(page.url(), new RegExp(`/clients/${id}\\?tab=contacts`));
});

test('somebody else who signs in over the page finds nothing of the first; what the first had written waits for him', async (t) => {
    const api = await house.api(), name = fresh('Passage'), id = await api.create({ legal_name: name, owner_id: (await house.api('admin')).me.user.id });
    const { page, end } = await alone(t, 'manager', `/clients/${id}`);
    await page.keyboard.press('m');
    await settle(page);
    await page.keyboard.insertText('Mémo commencé');
    await settle(page);
    const memo = () => page.locator('#agent-host').locator('textarea').inputValue();
    assert.equal(await memo(), 'Mémo commencé');
    // His change does not reach the server, then his session ends.
    const block = (route) => route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue();
    await page.route('**/api/clients/*', block);
    await editField(page, 'Site web', 'https://du-premier.example.org');
    await end();
    await page.locator('#login').waitFor({ state: 'visible', timeout: 40000 });
    await page.unroute('**/api/clients/*', block);
    await Promise.all([page.waitForEvent('load'), signInOver(page, house.server.people.member)]);
    await running(page);
    await seen(page, 'button', 'Mon compte');
    assert.doesNotMatch(await textOf(page), new RegExp(`${name}|du-premier|Mémo commencé`), 'a member does not see this client');
    assert.equal((await page.evaluate(() => fetch('/api/session').then((answer) => answer.json()))).user.role, 'member');
    assert.equal((await api.client(id)).website || '', '', 'and sends nothing for the first');
    // The admin may see the client: there is no draft of the manager in his way.
    await clickNode(page, 'button', 'Mon compte');
    await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    await signInOver(page, house.server.people.admin);
    await page.goto(`/clients/${id}`);
    await running(page);
    await seen(page, 'heading', name);
    assert.doesNotMatch(await textOf(page), /Mémo commencé|du-premier/);
    await page.keyboard.press('m');
    await settle(page);
    assert.equal(await memo(), '');
    await page.keyboard.press('Escape');
    await settle(page);
    await clickNode(page, 'button', 'Mon compte');
    await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    await signInOver(page, house.server.people.manager);
    await until(async () => (await api.client(id)).website === 'https://du-premier.example.org', 'he is back, and so is his change');
    const { actions } = await api.get(`/api/clients/${id}/history?field=website`);
    assert.equal(actions[0].user_id, (await house.api('manager')).me.user.id, 'under his name');
});

test('signing out in one tab closes the others', async (t) => {
    const { page } = await alone(t, 'admin', '/clients'), second = await page.context().newPage();
    await second.goto('/clients');
    await running(second);
    await seen(second, 'grid', 'Clients');
    await clickNode(page, 'button', 'Mon compte');
    await byRole(page, 'menuitem', 'Se déconnecter').first().click({ force: true });
    await page.locator('#login').waitFor({ state: 'visible' });
    await second.locator('#login').waitFor({ state: 'visible', timeout: 40000 });
});
