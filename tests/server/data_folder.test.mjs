// Folders that are not what the program expects: one clear sentence, and nothing in them changes.
import assert from 'node:assert/strict';
import { mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { carnet, workspace } from './kit.mjs';

const files = async (folder) => (await readdir(join(folder, 'files'), { recursive: true })).sort();

test('files without their database are no new workspace: nothing starts, nothing is removed', async () => {
    for (const lose of [(path) => truncate(path), (path) => rm(path)]) {
        const folder = await workspace(), before = await files(folder);
        assert.ok(before.length > 5, 'the demonstration has files');
        await lose(join(folder, 'carnet.db'));
        for (const command of [['serve', '--port', '0'], ['user', 'list']]) {
            const answer = await carnet(...command, '--data', folder);
            assert.equal(answer.code, 1, `${command}: ${answer.stdout}`);
            assert.match(answer.stderr, /carnet\.db/);
        }
        assert.deepEqual(await files(folder), before);
    }
});

test('an address that somebody has is refused with a sentence', async () => {
    const folder = await workspace();
    const answer = await carnet('user', 'add', 'Karim Bis', 'karim@mistral.example', '--data', folder);
    assert.equal(answer.code, 1);
    assert.ok(/adresse|address/.test(answer.stderr) && !/UNIQUE/.test(answer.stderr), answer.stderr);
});

test('a damaged database: one sentence, 1, the file as it was', async () => {
    const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 197 + 13) % 256));
    for (const damage of [(bytes) => noise.copy(bytes, 0), (bytes) => noise.copy(bytes, 100), (bytes) => bytes.fill(0, 0, 4096)]) {
        const folder = await workspace(), path = join(folder, 'carnet.db');
        const bytes = await readFile(path);
        damage(bytes);
        await writeFile(path, bytes);
        const before = await files(folder);
        for (const command of [['serve', '--port', '0'], ['check'], ['user', 'list'], ['export', join(folder, 'liste.csv')], ['backup', join(folder, 'copie')]]) {
            const answer = await carnet(...command, '--data', folder);
            assert.equal(answer.code, 1, `${command}: ${answer.stdout}`);
            const said = (answer.stderr + answer.stdout).trim();
            assert.equal(said.split('\n').length, 1, `${command}: ${said}`);
            assert.match(said, /base de données .*restaurez une sauvegarde/, `${command}`);
            assert.ok(bytes.equals(await readFile(path)), `${command} changed it`);
        }
        assert.deepEqual(await files(folder), before);
        const left = await readdir(folder, { recursive: true });
        assert.ok(!left.some((name) => name === 'liste.csv' || name.startsWith('copie')), left.join());
    }
});

test('a database damaged inside is found before a backup is made of it', async () => {
    const folder = await workspace(), path = join(folder, 'carnet.db'), copy = join(folder, 'copie');
    const bytes = await readFile(path);
    bytes.fill(0xa5, bytes.length - 40 * 4096, bytes.length - 20 * 4096);
    await writeFile(path, bytes);
    for (const there of [false, true]) {
        if (there) await mkdir(copy);
        const answer = await carnet('backup', copy, '--data', folder);
        assert.equal(answer.code, 1, answer.stdout);
        assert.match(answer.stderr, /base de données .*restaurez une sauvegarde/);
        assert.deepEqual((await readdir(folder)).includes('copie') && await readdir(copy), there && []);
    }
    assert.ok(bytes.equals(await readFile(path)));
});
