// The server's side of the bench: the data folder of 100,000 clients, a running server, and figures under load.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const build = process.env.CARNET_BUILD;
const carnet = process.env.CARNET_BIN;
export const clients = 100000, agencyClients = 1000;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const freePort = () => new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
    });
});

// The account that measures; made once with the folder.
const account = { email: 'bench@example.org', password: 'Banc-de-mesure-2026!' };

// A workspace made once; a newer program migrates it when it opens it. `furnish` puts more into it.
const madeOnce = async (name, count, furnish) => {
    const folder = join(build, name);
    if (existsSync(join(folder, 'ready'))) return folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    console.error(`Making a demonstration workspace of ${count} clients in ${folder} (once) …`);
    execFileSync(carnet, ['demo', '--clients', String(count), '--data', folder], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 240_000 });
    const user = (...words) => execFileSync(carnet, ['user', ...words, '--data', folder],
        { input: account.password + '\n', stdio: ['pipe', 'ignore', 'inherit'], timeout: 60_000 });
    user('add', 'Banc', account.email, '--role', 'owner');
    user('password', account.email);
    await furnish?.(folder);
    writeFileSync(join(folder, 'ready'), '');
    return folder;
};
export const dataFolder = () => madeOnce('bench-data', clients);
export const agencyFolder = (furnish) => madeOnce('bench-agency', agencyClients, furnish);

export class Server {
    static async start(folder) {
        const server = new Server();
        server.folder = folder;
        server.port = await freePort();
        server.origin = `http://127.0.0.1:${server.port}`;
        server.startedAt = performance.now();
        const log = openSync(join(build, 'bench-server.log'), 'w');
        server.process = spawn(carnet, ['serve', '--data', folder, '--port', String(server.port)], { stdio: ['ignore', log, log] });
        server.process.on('exit', () => { server.ended = true; });
        return server;
    }
    // Milliseconds from the start of the process to the answer.
    async firstAnswer(path, headers = {}) {
        for (;;) {
            if (this.ended || performance.now() - this.startedAt > 60_000)
                throw new Error(`The server did not start: see ${join(build, 'bench-server.log')}`);
            try {
                const answer = await fetch(this.origin + path, { headers });
                await answer.arrayBuffer();
                if (answer.status === 200) return performance.now() - this.startedAt;
            } catch { /* Not listening yet. */ }
            await pause(5);
        }
    }
    async signIn() {
        const answer = await fetch(this.origin + '/api/session', {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...account, remember: true }),
        });
        if (answer.status !== 200) throw new Error(`Signing in for the bench: ${answer.status} ${await answer.text()}`);
        this.cookie = answer.headers.get('set-cookie').split(';')[0];
        return this.cookie;
    }
    async json(path) {
        const answer = await fetch(this.origin + path, { headers: { Cookie: this.cookie } });
        if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
    }
    memory() {
        const rollup = readFileSync(`/proc/${this.process.pid}/smaps_rollup`, 'utf8');
        return Number(/^Rss:\s+(\d+)/m.exec(rollup)[1]) / 1024;
    }
    async stop() {
        if (this.ended) return;
        const gone = new Promise((resolve) => this.process.on('exit', resolve));
        this.process.kill('SIGTERM');
        const timer = setTimeout(() => this.process.kill('SIGKILL'), 10_000);
        await gone;
        clearTimeout(timer);
    }
}

const load = (...argument) => {
    const program = join(build, 'bench-load'), source = join(here, 'load.cpp');
    if (!existsSync(program) || statSync(program).mtimeMs < statSync(source).mtimeMs)
        execFileSync('g++', ['-std=c++20', '-O2', source, '-o', program, '-lsqlite3'], { stdio: 'inherit', timeout: 120_000 });
    const input = argument.pop();
    return JSON.parse(execFileSync(program, argument.map(String), { input: input.join('\n') + '\n', encoding: 'utf8', timeout: 60_000 }));
};

const seconds = 5, connections = 8;

const checked = (result, what) => {
    if (result.errors > 0) throw new Error(`${what}: ${result.errors} failed requests: ${result.error}`);
    return result;
};
const under = ({ rate, median_ms, p95_ms }) => `${Math.round(rate)}/s, median ${median_ms.toFixed(2)} ms, 95 % within ${p95_ms.toFixed(2)} ms`;

// Pieces of real names, 3 to 6 letters, from all over the list.
const fragments = async (server, count, salt) => {
    const pieces = new Set();
    for (let offset = 0; pieces.size < count; offset += 20) {
        const { rows } = await server.json(`/api/clients?limit=20&offset=${(offset * 7919 + salt) % (clients - 20)}`);
        for (const [i, row] of rows.entries()) {
            for (const word of row.name.split(/[^\p{L}]+/u)) {
                const length = 3 + (i + salt) % 4, from = i % 2 ? Math.max(0, word.length - length) : 0;
                if (word.length >= 3 && pieces.size < count) pieces.add(word.slice(from, from + length).toLowerCase());
            }
        }
        if (offset > 20 * 4000) break;
    }
    return [...pieces];
};
const filtered = (pieces) => pieces.map((piece) => `/api/clients?limit=50&sort=name&q=${encodeURIComponent(piece)}`);

export const serverFigures = {
    async server_start() {
        const times = [], health = [];
        const first = await Server.start(await dataFolder());
        await first.firstAnswer('/healthz');
        const cookie = await first.signIn();
        const { totals } = await first.json('/api/clients?limit=1');
        await first.stop();
        for (let i = 0; i < 5; ++i) {
            const server = await Server.start(first.folder);
            try {
                health.push(await server.firstAnswer('/healthz'));
                times.push(await server.firstAnswer('/api/clients?limit=50', { Cookie: cookie }));
            } finally { await server.stop(); }
        }
        times.sort((a, b) => a - b);
        health.sort((a, b) => a - b);
        return { value: times[2] / 1000, detail: `first list of ${totals.count}; /healthz after ${Math.round(health[2])} ms; medians of 5` };
    },
    async list_requests(server) {
        const result = checked(load('get', server.port, server.cookie, connections, seconds, ['/api/clients?limit=50&sort=name']), 'list');
        return { value: result.rate, detail: `${under(result)}, ${Math.round(result.bytes / result.done)} bytes each` };
    },
    async filter_requests(server) {
        const often = await fragments(server, 200, 0), once = await fragments(server, 4000, 11);
        const result = checked(load('get', server.port, server.cookie, connections, seconds, filtered(often)), 'filter');
        const cold = checked(load('get', server.port, server.cookie, connections, 3, filtered(once.filter((piece) => !often.includes(piece)))), 'filter');
        return { value: result.rate, detail: `${under(result)}; ${once.length} fragments, most of them asked for the first time: ${under(cold)}` };
    },
    async durable_writes(server) {
        const { rows, position } = await server.json('/api/clients?limit=1000');
        const ids = rows.map((row) => String(row.id));
        const disk = load('commits', join(build, 'bench-commits.db'), 3, ['-']);
        const result = checked(load('patch', server.port, server.cookie, connections, seconds, position, ids), 'writes');
        const many = checked(load('patch', server.port, server.cookie, 64, seconds, (await server.json('/api/clients?limit=1')).position, ids), 'writes');
        for (const end of ['', '-wal', '-shm']) rmSync(join(build, 'bench-commits.db' + end), { force: true });
        return {
            value: result.rate / disk.rate,
            detail: `${under(result)}; one at a time ${Math.round(disk.rate)}/s (${disk.median_ms.toFixed(2)} ms each), so that ` +
                `${connections} connections that wait for their answer can reach ${connections} × at one commit at a time; 64 connections: ` +
                `${Math.round(many.rate)}/s = ${(many.rate / disk.rate).toFixed(1)} ×`,
        };
    },
    async server_memory(server) {
        return { value: server.memory(), detail: 'resident, all files mapped included' };
    },
};
