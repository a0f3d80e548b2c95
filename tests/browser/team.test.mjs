// The team in the settings: an account is added with its link, closed with what it was in charge of, and opened again;
// rights and switches saved together are one action.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, fresh, gone, houseOf, seen, seenText, settle, test, undoByToast, until, valueOf } from './app.mjs';

const house = houseOf({ clients: 30 });
const userNamed = async (api, name) => (await api.get('/api/users')).users.find((user) => user.name === name);

test('an account is added: what is wrong is said, then the link is shown once', async (t) => {
    const api = await house.api(), page = await house.page(t, '/settings/team'), name = fresh('Nadia');
    await clickNode(page, 'button', 'Inviter un collaborateur');
    await fill(page, 'Nom', name);
    await clickNode(page, 'button', 'Créer le compte');
    await seen(page, 'dialog', 'Inviter un collaborateur');
    await until(async () => await page.locator('#mirror, #agent-host').locator('[aria-label="E-mail"][aria-invalid="true"]').count() > 0, 'the address is missing');
    await fill(page, 'E-mail', `${name.toLowerCase().replace(/\W/g, '')}@mistral.example`);
    await clickNode(page, 'button', 'Créer le compte');
    await seen(page, 'dialog', `Lien de ${name}`);
    assert.equal((await userNamed(api, name)).role, 'member');
});

test('the link of an account is copied by either button, also where the browser lends no clipboard', async (t) => {
    const api = await house.api('admin'), name = fresh('Copie');
    const { user } = await api.post('/api/users', { name, email: `${name.toLowerCase().replace(/\W/g, '')}@mistral.example`, role: 'member' });
    const page = await house.page(t, '/settings/team');
    for (const [button, lent] of [['Copier le lien', true], ['Copier', true], ['Copier le lien', false]]) {
        if (!lent) await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
        await clickNode(page, 'button', `Actions pour ${user.name}`);
        await clickNode(page, 'menuitem', 'Nouveau lien de connexion');
        await seen(page, 'dialog', `Lien de ${name}`);
        const link = await valueOf(page, 'Lien');
        assert.match(link, /^http.*\/(invite|reset)\/\S+$/);
        await clickNode(page, 'button', button);
        await settle(page);
        await clickNode(page, 'button', 'Fermer');
        await gone(page, 'dialog', `Lien de ${name}`);
        await page.keyboard.press('Control+k');
        await settle(page);
        await page.keyboard.press('Control+v');
        await until(async () => await page.locator('#agent-host :focus').inputValue() === link, `${button} ${lent}`);
        for (const _ of ['empties it', 'closes it']) {
            await page.keyboard.press('Escape');
            await settle(page);
        }
    }
});

test('a colleague is deactivated: told why at the next request, the work goes to somebody, one undo brings all back', async (t) => {
    const api = await house.api(), member = await house.api('member'), { user } = member.me;
    const client = await api.create({ legal_name: fresh('Confié'), owner_id: user.id });
    const { project } = await api.post(`/api/clients/${client}/projects`, { name: fresh('Relais'), team_ids: [user.id] });
    const { task } = await api.post(`/api/projects/${project.id}/tasks`, { name: 'Appeler', assignee_id: user.id });
    const theirs = await house.page(t, `/clients/${client}`, { as: 'member' });
    const page = await house.page(t, '/settings/team');
    await clickNode(page, 'button', `Actions pour ${user.name}`);
    await clickNode(page, 'menuitem', 'Désactiver');
    await seen(page, 'dialog', new RegExp(`^Désactiver ${user.name}`), { exact: false });
    await seen(page, 'link', /clients? lui (sont|est) confiés?/);
    const lea = (await api.get('/api/users')).users.find((other) => other.role === 'manager');
    await clickNode(page, 'combobox', 'Confier ses clients, projets et tâches à');
    await clickNode(page, 'option', lea.name);
    await clickNode(page, 'button', 'Désactiver');
    await until(async () => (await api.client(client)).owner_id === lea.id, 'the client is handed over');
    const after = await api.get(`/api/projects/${project.id}`);
    assert.deepEqual([after.project.team_ids, after.tasks.find((one) => one.id === task.id).assignee_id], [[lea.id], lea.id]);
    // Whoever works with the closed account is asked to sign in, and told why.
    await theirs.keyboard.press('Control+k');
    await settle(theirs);
    await theirs.keyboard.insertText('quelqu’un');
    await theirs.locator('#login-problem').getByText(/désactivé/).waitFor({ state: 'visible', timeout: 8000 });
    assert.equal((await member.ask('GET', '/api/clients')).status, 401);
    await undoByToast(page, `${user.name} est désactivé`);
    await until(async () => (await api.client(client)).owner_id === user.id, 'the client is theirs again');
    const back = await api.get(`/api/projects/${project.id}`);
    assert.deepEqual([back.project.team_ids, back.tasks.find((one) => one.id === task.id).assignee_id], [[user.id], user.id]);
    assert.equal((await member.ask('GET', '/api/clients')).status, 200, 'the same session goes on');
});

test('nobody deactivates themselves or somebody above', async (t) => {
    const api = await house.api(), page = await house.page(t, '/settings/team', { as: 'admin' });
    await seen(page, 'row', api.me.user.name);
    await gone(page, 'button', `Actions pour ${api.me.user.name}`);
    const camille = (await house.api('admin')).me.user;
    await clickNode(page, 'button', `Actions pour ${camille.name}`);
    await seen(page, 'menuitem', 'Nouveau lien de connexion');
    await gone(page, 'menuitem', 'Désactiver');
});

test('a right and a switch of the workspace are saved in one action, undone in one step', async (t) => {
    const api = await house.api(), page = await house.page(t, '/settings/roles', { viewport: { width: 1600, height: 2400 } });
    const right = page.locator('#mirror').getByRole('checkbox', { name: /^Modifier un client, Membre/ });
    await right.click({ force: true });
    await settle(page);
    await clickNode(page, 'switch', 'Clients partagés');
    await seenText(page, /^2 modifications/);
    const before = (await api.get('/api/journal')).actions[0].id;
    await page.keyboard.press('Control+s');
    await until(async () => (await api.get('/api/workspace')).workspace.shared_clients, 'the switch');
    const { grants } = await api.get('/api/roles');
    assert.equal(grants.member.clients_edit, 'own');
    assert.equal((await api.get('/api/journal')).actions[0].id, before + 1, 'one action');
    await page.keyboard.press('Control+z');
    await until(async () => !(await api.get('/api/workspace')).workspace.shared_clients, 'the switch is back');
    assert.equal((await api.get('/api/roles')).grants.member.clients_edit, 'none', 'and the right');
});

test('one’s own name and the name of the workspace are changed on their pages', async (t) => {
    const api = await house.api('manager'), page = await house.page(t, '/settings/profile', { as: 'manager' });
    const before = api.me.user.name;
    await fill(page, 'Nom', '');
    await page.keyboard.press('Delete');
    await clickNode(page, 'button', 'Enregistrer');
    await until(async () => await page.locator('#mirror, #agent-host').locator('[aria-label="Nom"][aria-invalid="true"]').count() > 0, 'a name is needed');
    await fill(page, 'Nom', 'Léa Renommée');
    await page.keyboard.press('Control+s');
    await until(async () => (await api.get('/api/session')).user.name === 'Léa Renommée', 'the name');
    await undoByToast(page, 'Profil enregistré');
    await until(async () => (await api.get('/api/session')).user.name === before, 'the old name');
    // What clients may call.
    await fill(page, 'Téléphone professionnel, visible des clients', '02 61 91 42 88');
    await page.keyboard.press('Control+s');
    await until(async () => (await api.get('/api/session')).user.phone === '+33261914288', 'the phone');
    // Not theirs to change.
    await page.goto('/settings/organisation');
    await seen(page, 'heading', 'Organisation');
    assert.equal(await byRole(page, 'button', 'Enregistrer').count(), 0);
    const owner = await house.page(t, '/settings/organisation');
    await fill(owner, 'Nom de l’espace', 'Mistral et Cie');
    await owner.keyboard.press('Control+s');
    await until(async () => (await api.get('/api/workspace')).workspace.name === 'Mistral et Cie', 'the workspace');
});
