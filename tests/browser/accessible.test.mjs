// axe finds nothing serious or critical on any screen of the team: the pages that stand before the program, and the
// mirror of every screen and layer of the program itself, on a desk and on a phone. The portal's screens: portal.test.mjs.
import assert from 'node:assert/strict';
import { activate, houseOf, seen, settle, test } from './app.mjs';
import { accessible, findings } from './axe.mjs';
import { phone, scenesOf } from './portal_scene.mjs';

const house = houseOf(), { invited } = scenesOf(house);

test('axe finds nothing serious on the pages before the program', async (t) => {
    const page = await house.stranger(t);
    for (const path of ['/', '/reset', '/reset/' + 'x'.repeat(43), '/invite/' + 'x'.repeat(43)]) {
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

const listSteps = (page) => [
    ['list', '/clients', 'main', 'Clients'],
    ['nothing found', '/clients?q=zzzzzz'],
    ['new client', '/clients/new'],
    ['import', '/clients/import'],
    ['unknown client', '/clients/99999999'],
    ['palette', press(page, 'Control+k'), 'dialog', 'Rechercher ou lancer une commande'],
    ['shortcuts', press(page, 'Escape', '?'), 'dialog', 'Aide et raccourcis'],
];
const sheetSteps = (page, { client, project, link }) => {
    const at = (tab) => `/clients/${client.id}?tab=${tab}`;
    return [
        ['activity', at('activity')],
        ['contacts', at('contacts')],
        ['a contact', at('contacts') + `&contact=${link}`],
        ['client’s projects', at('projects')],
        ['documents', at('documents')],
        ['rights of documents', at('documents') + '&show=rights'],
        ['bin of documents', at('documents') + '&show=bin'],
        ['messages', at('messages')],
        ['history', at('history')],
        ['sheet', at('sheet')],
        ['projects', '/projects'],
        ['a project', `/projects/${project.id}`],
    ];
};
const settings = ['organisation', 'team', 'roles', 'words', 'mails', 'journal', 'profile'].map((page) => [`settings: ${page}`, `/settings/${page}`]);

test('axe finds nothing serious on the list and its layers', async (t) => {
    const page = await house.page(t, '/clients');
    await tour(page, [
        ['peek', press(page, 'j', 'Space'), 'complementary', 'Aperçu'],
        ['selection', press(page, 'Escape', 'x')],
        ...listSteps(page),
    ]);
});

test('axe finds nothing serious on a client’s sheet and on projects', async (t) => {
    const page = await house.page(t, '/clients'), scene = await invited();
    await tour(page, [
        ...sheetSteps(page, scene),
        ['changing a project', push(page, 'Modifier le projet'), 'dialog', 'Modifier le projet'],
        ['contacts', `/clients/${scene.client.id}?tab=contacts`],
        ['adding a contact', push(page, 'Ajouter un contact'), 'dialog', 'Ajouter un contact'],
        ['client’s projects', `/clients/${scene.client.id}?tab=projects`],
        ['adding a project', push(page, 'Ajouter un projet'), 'dialog', 'Ajouter un projet'],
    ]);
});

test('axe finds nothing serious in the settings', async (t) => tour(await house.page(t, '/clients'), settings));

test('axe finds nothing serious on a phone', async (t) => {
    const page = await house.page(t, '/clients', phone), scene = await invited();
    await tour(page, [...listSteps(page), ...sheetSteps(page, scene), ...settings]);
});
