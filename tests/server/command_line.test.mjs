// The command line and its surroundings: one sentence, one convention of exit codes (1 failed, 2 wrong usage), and nothing
// changes when a command is refused.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { Server, carnet, workspace } from './kit.mjs';

// Every file with its content; the lock and the log of the database that an open server writes are no data.
function picture(folder) {
    return readdirSync(folder, { recursive: true }).filter((name) => !/\.lock$|-shm$|-wal$/.test(name)).sort().map((name) => {
        const path = join(folder, name);
        return statSync(path).isDirectory() ? name : `${name} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
    });
}
const sentence = (answer, what) => {
    const lines = answer.stderr.trim().split('\n');
    assert.equal(lines.length, 1, `${what}: ${answer.stderr}`);
    assert.doesNotMatch(answer.stderr, /SQL|filesystem|basic_|errno|terminate|what\(\)/i, what);
    return lines[0];
};

test('a wrong command line is 2, and nothing is made', async () => {
    const folder = await workspace(), nowhere = join(folder, 'faute-de-frappe');
    const before = picture(folder);
    for (const words of [['nonsense'], ['demo', '--clients', 'abc'], ['demo', '--clients', '0'], ['demo', '--clients', '-5'], ['demo', '--clients'], ['demo', '--nope'],
        ['serve', '--port', 'x'], ['serve', '--port', '70000'], ['serve', '--tls-cert', 'x.pem'], ['user', 'dance'], ['user', 'add', 'Seul'], ['user', 'role', 'karim@mistral.example', 'roi'],
        ['user', 'add', 'X', 'x@x.example', '--role', 'roi'], ['user', 'list', 'trop'], ['import'], ['export', 'x.pdf'], ['export', 'x.csv', '--query', 'bad=1'], ['check', 'x'], ['backup'], ['restore']])
        for (const where of [folder, nowhere]) {
            const answer = await carnet(...words, '--data', where);
            assert.equal(answer.code, 2, `${words}: ${answer.code} ${answer.stdout} ${answer.stderr}`);
            sentence(answer, words.join(' '));
        }
    assert.ok(!existsSync(nowhere));
    assert.deepEqual(picture(folder), before);
    const help = await carnet('--help');
    assert.match(help.stdout, /0 fait, 1 refusé ou échoué, 2 ligne de commande incorrecte/);
    assert.match((await carnet('import', '--help')).stdout, /Code de sortie/);
});

test('only serve, demo and restore make a workspace', async () => {
    const folder = await workspace(), nowhere = join(folder, 'absent', 'encore'), empty = join(folder, 'vide');
    mkdirSync(empty);
    const file = join(folder, 'x.csv');
    writeFileSync(file, 'Société\nX\n');
    for (const where of [nowhere, empty])
        for (const words of [['user', 'list'], ['user', 'add', 'X', 'x@x.example'], ['user', 'link', 'karim@mistral.example'], ['import', file], ['export', join(folder, 'y.csv')], ['check'], ['backup', join(folder, 'copie')]]) {
            const answer = await carnet(...words, '--data', where);
            assert.equal(answer.code, 1, `${words}: ${answer.stdout}`);
            assert.match(sentence(answer, words.join(' ')), /pas d’espace de travail/);
        }
    assert.ok(!existsSync(join(folder, 'absent')) && !existsSync(join(folder, 'copie')));
    assert.deepEqual(readdirSync(empty), []);
    assert.equal((await carnet('demo', '--clients', '20', '--data', nowhere)).code, 0);
    assert.equal((await carnet('demo', '--clients', '20', '--data', nowhere)).code, 1, 'a workspace is not filled twice');
});

test('a file that cannot be read is a sentence and 1', async () => {
    const folder = await workspace();
    for (const path of [folder, '/', join(folder, 'absent.csv')])
        for (const words of [['import', path], ['import', path, '--yes']]) {
            const answer = await carnet(...words, '--data', folder);
            assert.equal(answer.code, 1);
            assert.match(sentence(answer, words.join(' ')), /Impossible de lire/);
        }
});

test('the last owner stays, in the terminal too', async () => {
    const folder = await workspace();
    const list = async () => (await carnet('user', 'list', '--data', folder)).stdout;
    const before = await list();
    for (const words of [['deactivate', 'karim@mistral.example'], ['role', 'karim@mistral.example', 'member'], ['role', 'karim@mistral.example', 'admin']]) {
        const answer = await carnet('user', ...words, '--data', folder);
        assert.equal(answer.code, 1, answer.stdout);
        assert.match(sentence(answer, words.join(' ')), /propriétaire/);
    }
    assert.equal(await list(), before);
    for (const words of [['role', 'camille@mistral.example', 'owner'], ['deactivate', 'karim@mistral.example']])
        assert.equal((await carnet('user', ...words, '--data', folder)).code, 0, words.join(' '));
    const last = await carnet('user', 'role', 'camille@mistral.example', 'admin', '--data', folder);
    assert.equal(last.code, 1, 'an owner who may not sign in does not count');
    assert.equal((await carnet('check', '--data', folder)).code, 0);
});

test('a port that is taken: a sentence, 1, the data as they were', async (t) => {
    const folder = await workspace();
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    t.after(() => other.close());
    const before = picture(folder);
    const answer = await carnet('serve', '--port', String(other.address().port), '--data', folder);
    assert.equal(answer.code, 1);
    assert.match(sentence(answer, 'port'), new RegExp(`Le port ${other.address().port} .* est déjà pris`));
    assert.deepEqual(picture(folder), before);
    assert.equal((await carnet('check', '--data', folder)).code, 0);
});

test('a folder that another server uses: a sentence, 1, and that server goes on', async (t) => {
    const server = await Server.start(await workspace());
    t.after(() => server.stop());
    const file = join(server.folder, 'x.csv');
    writeFileSync(file, 'Société\nX\n');
    for (const words of [['serve', '--port', '0'], ['user', 'list'], ['import', file, '--yes'], ['demo'], ['restore', server.folder, '--force']]) {
        const answer = await carnet(...words, '--data', server.folder);
        assert.equal(answer.code, 1, `${words}: ${answer.stdout}`);
        assert.match(sentence(answer, words.join(' ')), /déjà utilisé par un autre carnet/);
    }
    const owner = await server.signIn('karim@mistral.example');
    assert.equal((await owner.create({ legal_name: 'Encore là' })).name, 'Encore là');
    assert.equal((await carnet('check', '--data', server.folder)).code, 0);
});

// A superuser may write anywhere: such a folder is tried as somebody else, where the system offers it.
test('a folder that may only be read: a sentence, 1, the data as they were', async (t) => {
    const folder = await workspace();
    const before = picture(folder);
    const paths = [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, name))];
    for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o555 : 0o444);
    t.after(() => { for (const path of paths) chmodSync(path, 0o755); });
    const { binary, reader } = await somebodyElse();
    if (!reader) return t.skip('nobody else to be on this machine');
    for (const words of [['serve', '--port', '0'], ['user', 'add', 'X', 'x@x.example']]) {
        const answer = await reader(binary, [...words, '--data', folder]);
        assert.equal(answer.code, 1, `${words}: ${answer.stdout} ${answer.stderr}`);
        assert.match(sentence(answer, words.join(' ')), /lecture seule ou droits insuffisants/);
    }
    assert.deepEqual(picture(folder), before);
});

async function somebodyElse() {
    const { execFile } = await import('node:child_process');
    const binary = process.env.CARNET_BIN;
    const root = process.getuid() === 0;
    const environment = { ...process.env, LC_ALL: 'fr_FR.UTF-8' };
    // Where the program cannot be reached by others, root keeps its right to read, not the one to write.
    const words = root ? ['setpriv', ['--bounding-set=-dac_override,-dac_read_search,-fowner', '--inh-caps=-all', '--']] : ['env', []];
    const run = (program, rest) => new Promise((resolve) => execFile(words[0], [...words[1], program, ...rest], { env: environment, timeout: 60_000 },
        (error, stdout, stderr) => resolve({ code: error ? error.code : 0, stdout, stderr })));
    const tried = await run(binary, ['--version']);
    return { binary, reader: tried.code === 0 ? run : null };
}

test('restore keeps what it replaces where its help says', async () => {
    const folder = await workspace(), copy = join(folder, 'copie');
    assert.equal((await carnet('backup', copy, '--data', folder)).code, 0);
    const refused = await carnet('restore', copy, '--data', folder);
    assert.equal(refused.code, 1);
    assert.match(sentence(refused, 'restore'), /replaced-1/);
    assert.match((await carnet('restore', '--help')).stdout, /replaced-1/);
    assert.equal((await carnet('restore', copy, '--force', '--data', folder)).code, 0);
    assert.ok(existsSync(join(folder, 'replaced-1', 'carnet.db')));
    rmSync(copy, { recursive: true });
});
