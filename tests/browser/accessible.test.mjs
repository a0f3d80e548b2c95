// axe finds nothing serious or critical on any screen of the team: the pages that stand before the program, and the
// mirror of every screen and layer of the program itself, on a desk and on a phone. The portal's screens: portal.test.mjs.
import assert from 'node:assert/strict';
import { activate, clickNode, seen, settle, test } from './app.mjs';
import { accessible, findings } from './axe.mjs';
import { mailHouse } from './mail_house.mjs';
import { phone, scenesOf } from './portal_scene.mjs';

// Without a mail server there is no form for a forgotten password.
const { house } = mailHouse(), { invited } = scenesOf(house);

test('axe finds nothing serious on the pages before the program', async (t) => {
    const page = await house.stranger(t);
    for (const path of ['/', '/reset', '/portal/reset', '/reset/' + 'x'.repeat(43), '/invite/' + 'x'.repeat(43)]) {
        await page.goto(path);
        await accessible(page, path);
    }
});

// Looks at one screen after another and says at the end what is wrong on which. A step is a path, or what a person does
// on the screen before it and the role and name of what must then be there.
async function tour(page, steps) {
    const wrong = [];
    for (const [what, go, role, name] of steps) {
        if (typeof go === 'string') await page.goto(go);
        else await go();
        if (role) await seen(page, role, name);
        await settle(page);
        for (const line of await findings(page)) wrong.push(`${what}: ${line}`);
    }
    assert.deepEqual(wrong, []);
}

const press = (page, ...keys) => async () => { for (const key of keys) await page.keyboard.press(key); };
const push = (page, name, role = 'button') => () => activate(page, role, name);
// A file for an import, chosen by its button.
const choose = (page, name, text) => async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), clickNode(page, 'button', 'Choisir un fichier…')]);
    await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
};

const listSteps = (page) => [
    ['list', '/clients', 'main', 'Clients'],
    ['nothing found', '/clients?q=zzzzzz'],
    ['new client', '/clients/new'],
    ['import', '/clients/import'],
    ['unknown client', '/clients/99999999'],
    ['palette', press(page, 'Control+k'), 'dialog', 'Rechercher ou lancer une commande'],
    ['shortcuts', press(page, 'Escape', '?'), 'dialog', 'Aide et raccourcis'],
];
const sheetSteps = (page, { client, project, link, folder }) => {
    const at = (tab) => `/clients/${client.id}?tab=${tab}`;
    return [
        ['activity', at('activity')],
        ['contacts', at('contacts')],
        ['a contact', at('contacts') + `&contact=${link}`],
        ['client’s projects', at('projects')],
        ['documents', at('documents')],
        ['an open folder', at('documents') + `&folder=${folder.id}`],
        ['rights of documents', at('documents') + '&show=rights'],
        ['bin of documents', at('documents') + '&show=bin'],
        ['messages', at('messages')],
        ['history', at('history')],
        ['sheet', at('sheet')],
        ['projects', '/projects'],
        ['a project', `/projects/${project.id}`],
    ];
};
// What stands where there is nothing yet.
const emptySteps = (id) => ['activity', 'contacts', 'projects', 'documents', 'messages', 'history'].map((tab) => [`${tab} of a new client`, `/clients/${id}?tab=${tab}`]);
const settings = ['organisation', 'team', 'roles', 'words', 'mails', 'journal', 'profile'].map((page) => [`settings: ${page}`, `/settings/${page}`]);

test('axe finds nothing serious on the list and its layers', async (t) => {
    const page = await house.page(t, '/clients');
    await tour(page, [
        ['peek', press(page, 'j', 'Space'), 'complementary', 'Aperçu'],
        ['selection', press(page, 'Escape', 'x')],
        ['a filter', push(page, 'État')],
        ...listSteps(page),
        ['what the palette finds', async () => { await page.goto('/clients'); await press(page, 'Control+k')(); await page.keyboard.insertText('a'); }],
        ['import: columns', async () => { await page.goto('/clients/import'); await choose(page, 'a.csv', 'Nom;Ville;SIREN\nUn;Sète;732829320\nDeux;Agde;1\n')(); }],
        ['import: what will happen', push(page, 'Vérifier'), 'heading', 'Ce qui va se passer'],
    ]);
});

test('axe finds nothing serious on a client’s sheet and on projects', async (t) => {
    const page = await house.page(t, '/clients'), scene = await invited();
    await tour(page, [
        ...sheetSteps(page, scene),
        ['changing a project', push(page, 'Modifier le projet'), 'dialog', 'Modifier le projet'],
        ['a calendar', push(page, 'Ouvrir le calendrier'), 'grid'],
        ['a sheet’s menu', async () => { await page.goto(`/clients/${scene.client.id}`); await activate(page, 'button', 'Actions'); }, 'menu', 'Actions'],
        ['contacts', `/clients/${scene.client.id}?tab=contacts`],
        ['adding a contact', push(page, 'Ajouter un contact'), 'dialog', 'Ajouter un contact'],
        ['client’s projects', `/clients/${scene.client.id}?tab=projects`],
        ['adding a project', push(page, 'Ajouter un projet'), 'dialog', 'Ajouter un projet'],
        ['an address', `/clients/${await (await house.api()).create({ legal_name: 'Ailleurs SARL' }, { addresses: [{ label: 'Siège', city: 'Sète', postal_code: '34200' }] })}`],
        ['a choice', async () => { await activate(page, 'button', /^Modifier Taille/); }],
        ...emptySteps(await (await house.api()).create({ legal_name: 'Vide SARL' })),
    ]);
});

test('axe finds nothing serious in the settings', async (t) => {
    const page = await house.page(t, '/clients');
    await tour(page, [
        ...settings,
        ['team', '/settings/team'],
        ['inviting a colleague', push(page, 'Inviter un collaborateur'), 'dialog', 'Inviter un collaborateur'],
    ]);
});

test('axe finds nothing serious on a phone', async (t) => {
    const page = await house.page(t, '/clients', phone), scene = await invited();
    await tour(page, [...listSteps(page), ...sheetSteps(page, scene), ...settings]);
});
