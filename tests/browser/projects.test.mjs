// Projects: from the client's sheet to the project's page and the list; tasks ticked, progress seen by others as it
// happens, linking an existing project, what a member may do.
import assert from 'node:assert/strict';
import { byRole, clickNode, fill, focusedName, fresh, gone, houseOf, seen, seenText, settle, test, textOf, undoByToast, until } from './app.mjs';

const house = houseOf();

// A client with a project that takes its progress from its tasks, made over the API.
async function projectOf(t, { tasks = [], project = {}, as = 'owner', path = '' } = {}) {
    const api = await house.api('owner'), name = fresh('Chantier');
    const client = await api.create({ legal_name: fresh('Client du chantier') });
    const made = await api.post(`/api/clients/${client}/projects`, { name, progress_mode: 'tasks', ...project });
    const { id } = made.project;
    for (const task of tasks) await api.post(`/api/projects/${id}/tasks`, task);
    const page = await house.page(t, `/projects/${id}${path}`, { as });
    await seen(page, 'heading', name);
    return { api, client, id, name, page, read: () => api.get(`/api/projects/${id}`) };
}
const seenProgress = (page, percent) => seenText(page, new RegExp(`^${percent}\\s?%$`));

test('a project is created on the sheet, its tasks are written and ticked, and everybody sees the progress (CF-28)', async (t) => {
    const api = await house.api(), title = fresh('Salle serveur');
    const client = await api.create({ legal_name: fresh('Fiche à projets') });
    const page = await house.page(t, `/clients/${client}?tab=projects`);
    await clickNode(page, 'button', 'Ajouter un projet');
    await fill(page, 'Nom', title);
    await clickNode(page, 'radio', 'D’après les tâches');
    await page.keyboard.press('Control+s');
    const [project] = await until(async () => { const { projects } = await api.get(`/api/clients/${client}`); return projects.length && projects; }, 'the project');
    assert.equal(project.progress_mode, 'tasks');
    await clickNode(page, 'link', title);
    await seen(page, 'heading', title);
    assert.ok(page.url().endsWith(`/projects/${project.id}`));
    // Another person has the page open.
    const other = await house.page(t, `/projects/${project.id}`, { as: 'admin' });
    await seen(other, 'heading', title);
    for (const name of ['Câbler', 'Tester']) {
        await fill(page, 'Ajouter une tâche', name);
        await page.keyboard.press('Enter');
        await seen(page, 'listitem', name);
    }
    await seen(other, 'listitem', 'Tester');
    await clickNode(page, 'checkbox', 'Câbler');
    await seenProgress(page, 50);
    await seenProgress(other, 50);
    await page.reload();
    await seen(page, 'heading', title);
    await seenProgress(page, 50);
    const { rows } = await api.get(`/api/clients?limit=5&q=${encodeURIComponent((await api.client(client)).legal_name)}`);
    assert.deepEqual([rows[0].active_projects, rows[0].progress], [1, 50], 'the list of clients follows');
});

test('a tick is undone by its toast and by the keyboard', async (t) => {
    const { page, read } = await projectOf(t, { tasks: [{ name: 'Poser' }, { name: 'Tirer' }] });
    await clickNode(page, 'checkbox', 'Poser');
    await undoByToast(page, 'Tâche faite : Poser'.replace(' :', '\u00a0:'));
    await until(async () => !(await read()).tasks[0].is_done, 'undone');
    await clickNode(page, 'checkbox', 'Tirer');
    await seenProgress(page, 50);
    await page.keyboard.press('Control+z');
    await until(async () => (await read()).project.progress === 0, 'undone by Ctrl+Z');
});

test('the sheet shows the next tasks of all projects, ticks them, and leads to the project', async (t) => {
    const { api, client, name, read } = await projectOf(t, { tasks: [{ name: 'Sans date' }, { name: 'Relancer', due_on: '2026-11-02' }] });
    const waiting = await api.post(`/api/clients/${client}/projects`, { name: fresh('En attente'), state: 'waiting' });
    await api.post(`/api/projects/${waiting.project.id}/tasks`, { name: 'Préparer', due_on: '2026-11-26' });
    const done = await api.post(`/api/clients/${client}/projects`, { name: fresh('Fini'), state: 'done' });
    await api.post(`/api/projects/${done.project.id}/tasks`, { name: 'Oubliée', due_on: '2026-11-01' });
    const page = await house.page(t, `/clients/${client}`);
    await seen(page, 'region', 'Prochaines tâches');
    const names = () => byRole(page, 'region', 'Prochaines tâches').getByRole('checkbox')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    await until(async () => (await names()).join() === 'Relancer,Préparer,Sans date', 'the most pressing first, none of a finished project');
    await clickNode(page, 'checkbox', 'Relancer');
    await until(async () => (await names()).join() === 'Préparer,Sans date', 'ticked');
    assert.equal((await read()).tasks.find((task) => task.name === 'Relancer').is_done, true);
    await undoByToast(page, 'Tâche faite\u00a0: Relancer');
    await until(async () => (await names()).length === 3, 'undone');
    await clickNode(page, 'link', 'Sans date');
    await seen(page, 'heading', name);
});

test('a task is added from the sheet, to the project one chooses, and undone by its toast; whoever may not sees no button', async (t) => {
    const { api, client, name, read } = await projectOf(t), page = await house.page(t, `/clients/${client}`);
    await seenText(page, 'Rien à faire pour l’instant.');
    await clickNode(page, 'button', 'Ajouter une tâche');
    await settle(page);
    await page.keyboard.insertText('Au seul projet');
    await page.keyboard.press('Enter');
    await until(async () => (await read()).tasks.length === 1, 'the only project needs no choice');
    await undoByToast(page, 'Tâche ajoutée\u00a0: Au seul projet');
    await until(async () => (await read()).tasks.length === 0, 'undone');
    const other = fresh('Autre projet'), { project } = await api.post(`/api/clients/${client}/projects`, { name: other, state: 'waiting' });
    await api.post(`/api/clients/${client}/projects`, { name: fresh('Fini'), state: 'done' });
    await seen(page, 'combobox', 'Projet');
    await clickNode(page, 'combobox', 'Projet');
    assert.deepEqual(new Set(await page.locator('#mirror').getByRole('option').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent))), new Set([name, other]), 'those that go on');
    await clickNode(page, 'option', other);
    await fill(page, 'Ajouter une tâche', 'À l’autre');
    await page.keyboard.press('Enter');
    await until(async () => (await api.get(`/api/projects/${project.id}`)).tasks.some((task) => task.name === 'À l’autre'), 'there');
    await seen(page, 'listitem', 'À l’autre');
    await page.keyboard.press('Escape');
    await gone(page, 'combobox', 'Projet');
    const me = (await house.api('member')).me.user.id, { position } = await api.get(`/api/projects/${project.id}`);
    await api.json('PATCH', `/api/projects/${project.id}`, { fields: { team_ids: { value: [me], version: position } } });
    const member = await house.page(t, `/clients/${client}`, { as: 'member' });
    await seen(member, 'listitem', 'À l’autre');
    assert.equal(await byRole(member, 'button', 'Ajouter une tâche').count(), 0);
});

test('an amount is shown to the cent wherever it stands alone', async (t) => {
    const { client, name, page } = await projectOf(t, { project: { budget_cents: 123450 } }), exact = '1\u202f234,50\u00a0€';
    const shows = async (where) => until(async () => (await textOf(where)).includes(exact), exact);
    await shows(page);
    for (const path of [`/clients/${client}?tab=projects`, `/clients/${client}`, `/projects?q=${encodeURIComponent(name)}`]) {
        await page.goto(path);
        await shows(page);
        assert.ok(!(await textOf(page)).includes('1\u202f235'), path);
    }
});

test('a task is changed in its dialog, shared with the client and moved', async (t) => {
    const { page, read } = await projectOf(t, { tasks: [{ name: 'Un' }, { name: 'Deux' }, { name: 'Trois' }] });
    await clickNode(page, 'button', 'Modifier la tâche Deux');
    await fill(page, 'Nom', 'Deux bis');
    await page.keyboard.press('Control+s');
    await seen(page, 'listitem', 'Deux bis');
    await clickNode(page, 'button', 'Actions de la tâche Deux bis');
    await clickNode(page, 'menuitem', 'Partager avec le client');
    await until(async () => (await read()).tasks[1].visibility === 'shared', 'shared');
    await seenText(page, 'Partagée');
    await clickNode(page, 'button', 'Actions de la tâche Trois');
    await clickNode(page, 'menuitem', 'Monter');
    await until(async () => (await read()).tasks.map((task) => task.name).join() === 'Un,Trois,Deux bis', 'moved');
});

test('milestones and deliverables are added and a milestone is reached (CF-24)', async (t) => {
    const { page, read } = await projectOf(t);
    await clickNode(page, 'button', 'Ajouter un jalon');
    await fill(page, 'Nom', 'Recette');
    await fill(page, 'Date', '24/12/2030');
    await page.keyboard.press('Control+s');
    await byRole(page, 'listitem', 'Recette').first().getByText(/^24 déc/).first().waitFor({ state: 'attached' });
    assert.equal((await read()).milestones[0].due_on, '2030-12-24');
    await clickNode(page, 'checkbox', 'Recette');
    await until(async () => (await read()).milestones[0].done_at, 'reached');
    await until(async () => { await settle(page); return await byRole(page, 'checkbox', 'Recette').first().getAttribute('aria-checked') === 'true'; }, 'seen as reached');
    await clickNode(page, 'button', 'Ajouter un livrable');
    await fill(page, 'Nom', 'Plan de câblage');
    await page.keyboard.press('Control+s');
    await seen(page, 'listitem', 'Plan de câblage');
    await seenText(page, 'En préparation');
});

test('the same task changed by two people: both versions are shown', async (t) => {
    const { api, id, page, read } = await projectOf(t, { tasks: [{ name: 'Avant' }] });
    await clickNode(page, 'button', 'Modifier la tâche Avant');
    await fill(page, 'Nom', 'La mienne');
    const { tasks: [task], position } = await read();
    const other = await house.api('admin');
    await other.json('PATCH', `/api/tasks/${task.id}`, { fields: { name: { value: 'La sienne', version: position } } });
    await page.keyboard.press('Control+s');
    await seen(page, 'dialog', /Deux versions/);
    await clickNode(page, 'button', 'Garder la mienne');
    await until(async () => (await api.get(`/api/projects/${id}`)).tasks[0].name === 'La mienne', 'mine is kept');
});

test('the list is filtered by state and text and leads to the page', async (t) => {
    const { api, client, name, page } = await projectOf(t, { project: { state: 'waiting' } });
    const done = fresh('Chantier fini');
    await api.post(`/api/clients/${client}/projects`, { name: done, state: 'done' });
    await page.goto(`/projects?q=${encodeURIComponent((await api.client(client)).legal_name)}`);
    await seen(page, 'row', name);
    await seen(page, 'row', done);
    await clickNode(page, 'radio', 'En attente 1');
    await gone(page, 'row', done);
    assert.match(page.url(), /state=waiting/);
    await clickNode(page, 'row', name);
    await seen(page, 'heading', name);
    await page.goBack();
    await seen(page, 'row', name);
    assert.match(page.url(), /state=waiting/, 'back finds the list as it was');
});

test('an existing project is linked from the sheet of another client, in one action that is undone (CF-29)', async (t) => {
    const { api, client, id, name } = await projectOf(t, { tasks: [{ name: 'Suit' }] });
    const target = await api.create({ legal_name: fresh('Nouveau client') });
    const page = await house.page(t, `/clients/${target}?tab=projects`);
    await clickNode(page, 'button', 'Lier un projet');
    await fill(page, 'Chercher un projet ou un client', name, 'searchbox');
    await seen(page, 'option', name);
    await clickNode(page, 'option', name);
    await until(async () => (await api.get(`/api/projects/${id}`)).client.id === target, 'linked');
    await seen(page, 'link', name);
    assert.equal((await api.get(`/api/clients/${client}`)).projects.length, 0);
    await page.keyboard.press('Control+z');
    await until(async () => (await api.get(`/api/projects/${id}`)).client.id === client, 'undone');
    await gone(page, 'link', name);
});

test('beside other projects one is linked too, a new one made in the same dialog, and a project’s page names another client (CF-29)', async (t) => {
    const { api, id, name, page } = await projectOf(t), firm = fresh('Repreneur'), target = await api.create({ legal_name: firm });
    const here = async () => (await api.get(`/api/clients/${target}`)).projects.map((one) => one.name).sort();
    await clickNode(page, 'button', 'Actions du projet');
    await clickNode(page, 'menuitem', 'Rattacher à un autre client');
    await fill(page, 'Chercher un client', firm, 'searchbox');
    await clickNode(page, 'option', firm);
    await until(async () => (await api.get(`/api/projects/${id}`)).client.id === target, 'the other client has it');
    await seen(page, 'link', firm);
    await page.goto(`/clients/${target}?tab=projects`);
    await seen(page, 'link', name);
    await clickNode(page, 'button', 'Lier un projet');
    await clickNode(page, 'radio', 'Un nouveau projet');
    await seen(page, 'dialog', 'Ajouter un projet');
    await fill(page, 'Nom', 'Tout neuf');
    await page.keyboard.press('Control+s');
    await seen(page, 'link', 'Tout neuf');
    assert.deepEqual(await here(), [name, 'Tout neuf'].sort());
});

test('a member ticks what was given to them and nothing else; a stranger’s project does not exist', async (t) => {
    const member = (await house.api('member')).me.user.id;
    const { id, name, page, read } = await projectOf(t, {
        as: 'member', project: { team_ids: [member] }, tasks: [{ name: 'À moi', assignee_id: member }, { name: 'À Léa' }],
    });
    await seen(page, 'listitem', 'À moi');
    assert.equal(await byRole(page, 'button', 'Modifier le projet').count(), 0);
    assert.equal(await byRole(page, 'textbox', 'Ajouter une tâche').count(), 0);
    assert.equal(await byRole(page, 'checkbox', 'À Léa').first().getAttribute('aria-disabled'), 'true');
    await clickNode(page, 'checkbox', 'À moi');
    await until(async () => (await read()).tasks[0].is_done, 'ticked');
    await seenProgress(page, 50);
    // Taken out of the team: the page closes by itself.
    const api = await house.api(), { position } = await read();
    await api.json('PATCH', `/api/projects/${id}`, { fields: { team_ids: { value: [], version: position } } });
    await seenText(page, 'Projet introuvable');
    await gone(page, 'heading', name);
});

test('the page is usable from the keyboard: n writes a task, e opens the form', async (t) => {
    const { page, read, name } = await projectOf(t);
    await page.keyboard.press('e');
    await seen(page, 'dialog', 'Modifier le projet');
    await page.keyboard.press('Escape');
    await gone(page, 'dialog', 'Modifier le projet');
    await page.keyboard.press('n');
    await settle(page);
    await page.keyboard.insertText('Du clavier');
    await page.keyboard.press('Enter');
    await until(async () => (await read()).tasks.length === 1, 'the task');
    await seen(page, 'listitem', 'Du clavier');
    await page.keyboard.press('Escape');
    await settle(page);
    await page.keyboard.press('g');
    await page.keyboard.press('j');
    await seen(page, 'heading', 'Projets');
    assert.ok(!page.url().includes('/projects/'), name);
});

test('a file is handed over as a version, which is asked about and can be fetched again', async (t) => {
    const { api, id, page, read } = await projectOf(t);
    const { deliverable } = await api.post(`/api/projects/${id}/deliverables`, { name: 'Plan' });
    await seen(page, 'listitem', 'Plan');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), clickNode(page, 'button', 'Ajouter une version de Plan')]);
    await chooser.setFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan de câblage') });
    const [version] = await until(async () => { const { versions } = (await read()).deliverables[0]; return versions.length && versions; }, 'the version', 20000);
    assert.deepEqual([version.number, version.file_name, (await read()).deliverables[0].state], [1, 'plan.txt', 'to_approve']);
    await seenText(page, 'À valider');
    await seen(page, 'link', 'plan.txt');
    const file = await api.ask('GET', `/api/deliverable-versions/${version.id}/file`);
    assert.equal(await file.text(), 'Plan de câblage');
    await clickNode(page, 'button', 'Actions du livrable Plan');
    await clickNode(page, 'menuitem', 'Retirer de la validation');
    await until(async () => (await read()).deliverables[0].state === 'preparing', 'withdrawn');
    assert.ok(deliverable.id);
});

test('the palette finds the projects one may see and opens them', async (t) => {
    const { name, id } = await projectOf(t), page = await house.page(t, '/clients');
    await page.keyboard.press('Control+k');
    await settle(page);
    await page.keyboard.insertText(name.toLowerCase());
    await seen(page, 'option', name);
    await page.keyboard.press('Enter');
    await until(() => page.url().endsWith(`/projects/${id}`), 'its page');
    const member = await house.page(t, '/clients', { as: 'member' });
    await member.keyboard.press('Control+k');
    await settle(member);
    await member.keyboard.insertText(name);
    await seenText(member, /^Aucun résultat/);
    const answer = await (await house.api('member')).get(`/api/projects?limit=50&q=${encodeURIComponent(name)}`);
    assert.equal(answer.rows.length, 0, 'nor does the server tell');
});

test('a project is created from the list with the keyboard: the client is chosen, then the form opens; undone by its toast (CF-29)', async (t) => {
    const api = await house.api(), firm = fresh('Maison'), title = fresh('Extension'), client = await api.create({ legal_name: firm });
    const page = await house.page(t, `/projects?q=${encodeURIComponent(title)}`);
    await seen(page, 'button', 'Nouveau projet');
    await page.keyboard.press('n');
    await seen(page, 'dialog', /^Nouveau projet/);
    await settle(page);
    await page.keyboard.insertText(firm);
    await seen(page, 'option', firm);
    await page.keyboard.press('Enter');
    await seen(page, 'dialog', 'Ajouter un projet');
    await settle(page);
    await page.keyboard.insertText(title);
    await page.keyboard.press('Control+s');
    await seen(page, 'row', title);
    const { projects } = await api.get(`/api/clients/${client}`);
    assert.deepEqual(projects.map((one) => one.name), [title]);
    assert.equal(projects[0].is_portal_visible, false, 'a client sees it when somebody shows it');
    await gone(page, 'dialog', 'Ajouter un projet');
    await undoByToast(page, /Projet ajouté/);
    await gone(page, 'row', title);
    // With the pointer; leaving the form adds nothing and the focus is back on the button.
    await clickNode(page, 'button', 'Nouveau projet');
    await fill(page, 'Chercher un client', firm, 'searchbox');
    await clickNode(page, 'option', firm);
    await fill(page, 'Nom', title);
    await page.keyboard.press('Escape');
    await clickNode(page, 'button', 'Quitter sans enregistrer');
    await gone(page, 'dialog', 'Ajouter un projet');
    await until(async () => { await settle(page); return await focusedName(page) === 'Nouveau projet'; }, 'the focus on the button');
    assert.deepEqual((await api.get(`/api/clients/${client}`)).projects, []);
});

test('a new project needs the right: no button, no key, only one’s own clients to choose', async (t) => {
    const api = await house.api(), member = await house.api('member'), [mine, team, other] = ['À moi', 'Équipe', 'Ailleurs'].map(fresh);
    const id = await api.create({ legal_name: mine, owner_id: member.me.user.id }), hidden = await api.create({ legal_name: other });
    await api.post(`/api/clients/${await api.create({ legal_name: team })}/projects`, { name: 'Ensemble', team_ids: [member.me.user.id] });
    const grant = async (word) => api.json('PUT', '/api/roles', {
        version: (await api.get('/api/roles')).version, grants: [{ role: 'member', permission: 'projects_edit', grant: word }] });
    const page = await house.page(t, '/projects', { as: 'member' });
    await seen(page, 'heading', 'Projets');
    assert.equal(await byRole(page, 'button', 'Nouveau projet').count(), 0);
    await page.keyboard.press('n');
    await settle(page);
    assert.equal(await byRole(page, 'dialog', /^Nouveau projet/).count(), 0);
    const refused = async (client) => (await member.ask('POST', `/api/clients/${client}/projects`, { name: 'x' })).status;
    assert.equal(await refused(id), 403);
    await grant('own');
    t.after(() => grant('none'));
    assert.equal(await refused(hidden), 404, 'not theirs: it does not exist');
    await page.reload();
    await clickNode(page, 'button', 'Nouveau projet');
    for (const name of [mine, team]) {
        await fill(page, 'Chercher un client', name, 'searchbox');
        await seen(page, 'option', name);
    }
    await fill(page, 'Chercher un client', other, 'searchbox');
    await gone(page, 'option', team);
    assert.equal(await byRole(page, 'option', other).count(), 0);
});

// The field under the button wanted the click for itself: nothing opened.
test('a date is picked in the calendar that its button opens', async (t) => {
    const { page, read } = await projectOf(t, { project: { started_on: '2026-04-24' } });
    await clickNode(page, 'button', 'Modifier le projet');
    await seen(page, 'dialog', 'Modifier le projet');
    await clickNode(page, 'button', 'Ouvrir le calendrier');
    await clickNode(page, 'gridcell', '30/04/2026');
    await gone(page, 'gridcell', '30/04/2026');
    await page.keyboard.press('Control+s');
    await until(async () => (await read()).project.started_on === '2026-04-30', 'the chosen day');
});
