// Figures about documents: a file of 1 GB up and down beside plain copying, what that costs the server's memory, and the
// rights of a client with many folders and contacts.
import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './figures.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.CARNET_BUILD;
const size = 2 ** 30;

const program = () => {
    const built = join(build, 'bench-copy'), source = join(here, 'copy.cpp');
    if (existsSync(built) && statSync(built).mtimeMs >= statSync(source).mtimeMs) return built;
    const sources = join(here, '../../.build/deps');
    const library = readdirSync(sources).find((name) => name.startsWith('httplib-'));
    execFileSync('g++', ['-std=c++20', '-O2', '-isystem', join(sources, library), source, '-o', built], { stdio: 'inherit', timeout: 180_000 });
    return built;
};
// Without blocking: the server's memory is watched meanwhile, and connections that it closes are noticed.
const run = async (...argument) => JSON.parse((await promisify(execFile)(program(), argument.map(String), { timeout: 300_000 })).stdout);

const ask = async (server, method, path, body) => {
    const answer = await fetch(server.origin + path, {
        method, headers: { Cookie: server.cookie, 'Content-Type': 'application/json' }, body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
};

// Plain copying, then ours; each the faster of two.
let copied;
const copy = async (server) => {
    if (copied) return copied;
    const folder = mkdtempSync(join(build, 'bench-copy-'));
    const plain = spawn(program(), ['serve', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const port = await new Promise((resolve) => plain.stdout.once('data', (line) => resolve(Number(line))));
    const result = { plainUp: Infinity, plainDown: Infinity, up: Infinity, down: Infinity };
    try {
        // A new file each time, as an upload is: over an old one the kernel would have its memory already.
        for (const name of ['first', 'second']) {
            result.plainUp = Math.min(result.plainUp, (await run('up', port, `/${name}`, 'x', size)).seconds);
            result.plainDown = Math.min(result.plainDown, (await run('down', port, `/${name}`, 'x')).seconds);
        }
    } finally {
        plain.kill();
        rmSync(folder, { recursive: true, force: true });
    }
    const { id: client } = (await ask(server, 'POST', '/api/clients', { client: { kind: 'company', legal_name: 'Banc de fichiers' } })).client;
    const before = server.memory();
    let most = before;
    const watch = setInterval(() => { most = Math.max(most, server.memory()); }, 50);
    for (let i = 0; i < 2; ++i) {
        const { id } = await ask(server, 'POST', '/api/uploads', { name: `grand ${i}.bin`, size });
        result.up = Math.min(result.up, (await run('up', server.port, `/api/uploads/${id}`, server.cookie, size)).seconds);
        most = Math.max(most, server.memory());
        const { documents } = await ask(server, 'POST', `/api/clients/${client}/documents`, { files: [{ upload: id }] });
        const got = await run('down', server.port, `/api/document-versions/${documents[0].version_id}/file`, server.cookie);
        if (got.bytes !== size) throw new Error(`${got.bytes} bytes came back`);
        result.down = Math.min(result.down, got.seconds);
    }
    clearInterval(watch);
    result.growth = Math.max(most, server.memory()) - before;
    return copied = result;
};
const speed = (seconds) => `${Math.round(size / seconds / 1e6)} MB/s`;

export const fileFigures = {
    async file_upload(server) {
        const { up, plainUp } = await copy(server);
        return { value: plainUp / up, detail: `${speed(up)}, stored under its SHA-256 and on the disk; plain copying ${speed(plainUp)}, neither` };
    },
    async file_download(server) {
        const { down, plainDown } = await copy(server);
        return { value: plainDown / down, detail: `${speed(down)}; plain copying ${speed(plainDown)}` };
    },
    async file_memory(server) {
        return { value: (await copy(server)).growth, detail: 'the most while two files of 1 GB went up and down' };
    },
    async folder_rights(server) {
        const contacts = Array.from({ length: 12 }, (_, i) => ({ contact: { last_name: `Contact ${i}` }, has_portal: true }));
        const sheet = await ask(server, 'POST', '/api/clients', { client: { kind: 'company', legal_name: 'Banc de dossiers' }, contacts });
        const client = sheet.client.id, folders = [];
        for (let i = 0; i < 500; ++i) {
            const parent = i < 10 ? null : folders[i % folders.length];
            folders.push((await ask(server, 'POST', `/api/clients/${client}/folders`, { name: `Dossier ${i}`, parent_id: parent })).folder.id);
        }
        for (let i = 0; i < 120; ++i)
            await ask(server, 'PUT', `/api/folders/${folders[i * 4]}/rights`, { rights: [{ contact_id: sheet.contacts[i % 12].contact.id, access: ['none', 'read', 'full'][i % 3] }] });
        const times = [];
        for (let i = 0; i < 40; ++i) {
            const start = performance.now();
            const { people } = await ask(server, 'GET', `/api/clients/${client}/documents/rights`);
            times.push(performance.now() - start);
            if (people.filter((person) => person.contact_id).length !== 12) throw new Error('twelve contacts expected');
        }
        const lists = [];
        for (let i = 0; i < 40; ++i) {
            const start = performance.now();
            await ask(server, 'GET', `/api/clients/${client}/documents`);
            lists.push(performance.now() - start);
        }
        return { value: median(lists), detail: `the list of 500 folders with the reader’s rights; the whole matrix with the team ${median(times).toFixed(1)} ms; medians of 40 requests` };
    },
};
