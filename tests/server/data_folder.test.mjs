// Folders that are not what the program expects: one clear sentence, and nothing in them changes.
import assert from 'node:assert/strict';
import { readdir, rm, truncate } from 'node:fs/promises';
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
