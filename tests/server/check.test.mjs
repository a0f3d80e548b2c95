// `carnet check` notices what somebody changed in the database behind Carnet's back: values, old and new ones in the journal,
// rows and whole tables.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Server, carnet, changeDatabase, workspace } from './kit.mjs';

const sum = (folder) => createHash('sha256').update(readFileSync(join(folder, 'carnet.db'))).digest('hex');
// A workspace in which one client was changed twice, another went to the bin and a tag was deleted.
async function worked() {
    const folder = await workspace();
    const server = await Server.start(folder);
    const owner = await server.signIn('karim@mistral.example');
    const client = await owner.create({ legal_name: 'Chaîne SAS', notes: 'un' });
    for (const notes of ['deux', 'trois']) assert.equal((await owner.change(`/api/clients/${client.id}`, { notes })).status, 200);
    const tag = (await owner.post('/api/tags', { name: 'Passagère' })).json.tag;
    assert.equal((await owner.delete(`/api/tags/${tag.id}`)).status, 200);
    await server.stop();
    assert.equal((await carnet('check', '--data', folder)).code, 0, 'sound before');
    return { folder, client, tag };
}

test('rows and journal that do not follow from each other are found', async (t) => {
    const of = (client) => `entity = 'client' AND entity_id = ${client.id} AND field = 'notes'`;
    const lies = [
        [({ client }) => `UPDATE journal SET old_value = '"jamais"' WHERE ${of(client)} AND new_value = '"deux"'`, /champ notes.*ancienne valeur/],
        [({ client }) => `UPDATE journal SET old_value = NULL WHERE ${of(client)} AND new_value = '"trois"'`, /champ notes.*ancienne valeur/],
        [({ client }) => `UPDATE journal SET new_value = '"zwei"' WHERE ${of(client)} AND new_value = '"deux"'`, /champ notes.*ancienne valeur/],
        [({ tag }) => `UPDATE journal SET old_value = replace(old_value, 'Passagère', 'Autre') WHERE entity = 'tag' AND entity_id = ${tag.id} AND op = 'delete' OR entity = 'tag' AND entity_id = ${tag.id} AND op = 'remove'`, /tag \d+, champ name.*ancienne valeur/],
        [({ tag }) => `UPDATE journal SET old_value = 'x{' WHERE entity = 'tag' AND entity_id = ${tag.id} AND new_value IS NULL`, /illisible/],
        [({ client }) => `UPDATE client SET notes = 'quatre' WHERE id = ${client.id}`, /la table et le journal diffèrent/],
        // A row taken away, one put in, one that came back.
        [({ client }) => `DELETE FROM client WHERE id = ${client.id}`, /client \d+ existe selon le journal, pas dans la table/],
        [() => "INSERT INTO tag (id, name) VALUES (900, 'Venue')", /tag 900 est dans la table, pas dans le journal/],
        [({ tag }) => `INSERT INTO tag (id, name) VALUES (${tag.id}, 'Passagère')`, /tag \d+ est dans la table, pas dans le journal/],
        // Lives that begin twice, never, or go on after their end; what cannot be read.
        [({ client }) => `UPDATE journal SET op = 'create' WHERE ${of(client)} AND new_value = '"deux"'`, /illisible/],
        [({ client }) => `DELETE FROM journal WHERE entity = 'client' AND entity_id = ${client.id} AND op = 'create'`, /illisible/],
        [({ tag }) => `UPDATE journal SET op = 'create' WHERE entity = 'tag' AND entity_id = ${tag.id} AND new_value IS NULL`, /illisible/],
        [({ client }) => `UPDATE journal SET old_value = '{}' WHERE entity = 'client' AND entity_id = ${client.id} AND op = 'create'`, /illisible/],
        [({ tag }) => `UPDATE journal SET old_value = NULL WHERE entity = 'tag' AND entity_id = ${tag.id} AND new_value IS NULL`, /illisible/],
        [({ client }) => `UPDATE journal SET new_value = '{' WHERE ${of(client)} AND new_value = '"deux"'`, /illisible/],
    ];
    const one = await worked(), folder = `${one.folder}-lie`;
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    for (const [lie, said] of lies) {
        rmSync(folder, { recursive: true, force: true });
        cpSync(one.folder, folder, { recursive: true });
        changeDatabase(folder, lie(one));
        const found = await carnet('check', '--data', folder);
        assert.equal(found.code, 1, `${lie(one)}: ${found.stdout}`);
        assert.match(found.stdout, said);
    }
});

test('a table or a column that is gone: a sentence, 1, the file as it was', async () => {
    for (const sql of ['DROP TABLE tag', 'DROP TABLE journal', 'DROP TABLE user_account', 'ALTER TABLE client DROP COLUMN memo']) {
        const folder = await workspace();
        changeDatabase(folder, `PRAGMA foreign_keys = OFF; ${sql}`);
        const before = sum(folder);
        const found = await carnet('check', '--data', folder);
        assert.equal(found.code, 1, `${sql}: ${found.stdout}`);
        const said = (found.stderr + found.stdout).trim();
        assert.equal(said.split('\n').length, 1, said);
        assert.match(said, /Il manque des tables ou des colonnes à la base de données .*restaurez une sauvegarde/);
        assert.equal(sum(folder), before, sql);
    }
});
