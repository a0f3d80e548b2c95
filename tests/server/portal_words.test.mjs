// What contacts download: no word, field or address of the team's side is in portal.wasm (CF-27).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { serve } from './kit.mjs';

let program, document_;
before(async (t) => {
    const server = await serve(t);
    const nobody = server.nobody();
    const page = await nobody.get('/portal');
    assert.equal(page.status, 200, 'the server was built without its web files');
    const path = /\/static\/portal\.[0-9a-f]+\.wasm/.exec(page.text)[0];
    program = (await nobody.get(path, { 'Accept-Encoding': 'identity' })).bytes.toString('latin1');
    assert.equal(program.slice(0, 4), '\0asm');
    document_ = (await nobody.get('/api/openapi.json')).json;
    assert.ok(!page.text.includes('staff.'), 'the page names the team’s program');
});
const latin = (text) => Buffer.from(text, 'utf8').toString('latin1');
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// Words every program has: of HTML, of the portal's own screens, of the language itself.
const common = new Set(['email', 'phone', 'mobile', 'language', 'notes', 'name', 'kind', 'color', 'query', 'position', 'list', 'label',
    'state', 'role', 'access', 'floor', 'city', 'country', 'direction', 'visibility', 'client_id', 'contact_id', 'project_id', 'created_at',
    'Nom', 'Name', 'Adresse', 'Date', 'Type', 'Client', 'Contact', 'Contacts', 'Langue', 'Language', 'E-mail', 'Mobile', 'Notes', 'Liste', 'List', 'Position',
    'Projet', 'Project', 'Par', 'By', 'Note', 'Message', 'Messages', 'Dossier', 'Folder', 'Document', 'Version', 'Livrable', 'Deliverable',
    'Couleur', 'Color', 'Texte', 'Text', 'Pays', 'Country', 'Ville', 'City', 'Actif', 'Active', 'Access', 'Phone', 'Direction',
    'Owner', 'Role', 'User', 'Contact person', 'Visibility', 'Order', 'Direct', 'Kind', 'Share', 'Main']);

test('no internal field: neither its name nor its label', () => {
    const open = new Set();
    const closed = new Map();
    for (const [entity, schema] of Object.entries(document_.components.schemas))
        for (const [name, field] of Object.entries(schema.properties ?? {}))
            for (const word of [name, field.title, field['x-label-fr']])
                if (word && field['x-portal'] === true) open.add(word);
                else if (word && field['x-portal'] === false) closed.set(word, `${entity}.${name}`);
    assert.ok(closed.size > 100, `${closed.size} internal words`);
    assert.ok(closed.has('budget_cents') && closed.has('memo'));
    const found = [];
    for (const [word, where] of closed) {
        if (open.has(word) || common.has(word) || word.length < 4) continue;
        const bounded = new RegExp(`(?<![\\w\\x80-\\xff])${escape(latin(word))}(?![\\w\\x80-\\xff])`);
        if (bounded.test(program)) found.push(`${word} (${where})`);
    }
    assert.deepEqual(found, []);
});

test('no address of the team’s API', () => {
    const addresses = [...program.matchAll(/\/api\/[\w-]*/g)].map(([address]) => address);
    assert.ok(addresses.length > 0);
    assert.deepEqual(addresses.filter((address) => !address.startsWith('/api/portal')), []);
});

test('no sentence of the team’s screens', () => {
    const folder = new URL('../../shared/texts/', import.meta.url);
    const shared = new Set(['portal.hpp', 'format.hpp', 'app_net.hpp', 'app_dates.hpp', 'widgets.hpp', 'validation.hpp']);
    const own = [...shared].map((name) => readFileSync(new URL(name, folder), 'utf8')).join('');
    const found = [];
    let looked = 0;
    for (const name of readdirSync(folder)) {
        if (shared.has(name) || !name.endsWith('.hpp')) continue;
        for (const [, text] of readFileSync(new URL(name, folder), 'utf8').matchAll(/"((?:[^"\\]|\\.)*)"/g)) {
            const words = text.replace(/\\u([0-9a-fA-F]{4})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
            if (words.length < 12 || words.includes('/') || own.includes(text)) continue;
            ++looked;
            if (program.includes(latin(words))) found.push(`${name}: ${words}`);
        }
    }
    assert.ok(looked > 500, `${looked} sentences`);
    assert.deepEqual(found, []);
});
