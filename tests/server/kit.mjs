// What every test of the server uses: the real program on a temporary data folder, real HTTP, people who sign in.
import { spawn, execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';

const execute = promisify(execFile);
export const binary = process.env.CARNET_BIN;
if (!binary) throw new Error('CARNET_BIN names no program');
const environment = { ...process.env, LC_ALL: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8' };

export const people = {
    owner: 'karim@mistral.example', admin: 'camille@mistral.example', manager: 'lea@mistral.example',
    other_manager: 'sophie@mistral.example', member: 'ines@mistral.example', other_member: 'hugo@mistral.example',
};
const password = 'mistral-demonstration';

// Runs the program to its end; the code, and what it said.
export async function carnet(...words) {
    try {
        const { stdout, stderr } = await execute(binary, words, { env: environment, timeout: 120_000, maxBuffer: 1 << 26 });
        return { code: 0, stdout, stderr };
    } catch (error) {
        return { code: error.code, stdout: error.stdout ?? '', stderr: error.stderr ?? '' };
    }
}

const templates = new Map();
const folders = [];
process.on('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
const temporary = (name) => {
    const folder = mkdtempSync(join(tmpdir(), `carnet-${name}-`));
    folders.push(folder);
    return folder;
};

// A fresh copy of the demonstration workspace.
export async function workspace(clients = 60) {
    if (!templates.has(clients)) {
        const folder = temporary('template');
        const made = await carnet('demo', '--clients', String(clients), '--data', folder);
        if (made.code !== 0) throw new Error(`carnet demo: ${made.stderr}`);
        templates.set(clients, folder);
    }
    const copy = temporary('data');
    cpSync(templates.get(clients), copy, { recursive: true });
    return copy;
}

// What somebody might do to the database of a stopped server behind its back.
export const changeDatabase = (folder, sql) => execFileSync('python3', ['-c', 'import sqlite3, sys\n'
    + 'base = sqlite3.connect(sys.argv[1])\nbase.executescript(sys.argv[2])\nbase.commit()\nbase.execute("PRAGMA wal_checkpoint(TRUNCATE)")\n',
join(folder, 'carnet.db'), sql]);

export class Server {
    // `more`: environment of this server alone. `shell`: commands of a shell that then becomes the server.
    static async start(folder, more = {}, shell = '') {
        const server = new Server();
        server.folder = folder;
        server.log = '';
        const words = [binary, 'serve', '--data', folder, '--port', '0'];
        const [program, ...rest] = shell ? ['/bin/bash', '-c', `${shell}; exec "$0" "$@"`, ...words] : words;
        server.process = spawn(program, rest, { env: { ...environment, ...more } });
        server.process.stderr.on('data', (piece) => { server.log += piece; });
        server.ended = new Promise((resolve) => server.process.once('exit', (code, signal) => resolve(code ?? signal)));
        server.url = await new Promise((resolve, reject) => {
            let said = '';
            server.process.stdout.on('data', (piece) => {
                server.said = said += piece;
                const url = /http:\/\/[\d.]+:\d+/.exec(said);
                if (url) resolve(url[0]);
            });
            server.process.once('exit', (code) => reject(new Error(`carnet serve: ${code} ${said} ${server.log}`)));
        });
        return server;
    }
    async stop() {
        this.process.kill('SIGTERM');
        return this.ended;
    }
    async kill() {
        this.process.kill('SIGKILL');
        return this.ended;
    }
    nobody() { return new Person(this, ''); }
    async signIn(email) {
        const answer = await this.nobody().post('/api/session', { email, password });
        if (answer.status !== 200) throw new Error(`sign-in of ${email}: ${answer.status} ${answer.text}`);
        const person = new Person(this, answer.headers.get('set-cookie').split(';')[0], 'send');
        person.me = answer.json;
        return person;
    }
}

// A server on a fresh workspace, stopped when the test file is done.
export async function serve(t, clients = 60, more = {}) {
    const server = await Server.start(await workspace(clients), more);
    t.after(() => server.stop());
    return server;
}

// Somebody with a session (or without one), who sends requests.
export class Person {
    // `mails`: what writes say in Carnet-Mails. People of the team send what they cause unless a test says otherwise;
    // who says nothing is shown it first.
    constructor(server, cookie, mails = '') {
        this.server = server;
        this.cookie = cookie;
        this.mails = mails;
    }
    async send(method, path, body, headers = {}) {
        const all = { Cookie: this.cookie, 'Accept-Language': 'fr', ...headers };
        if (this.mails && method !== 'GET' && !('Carnet-Mails' in headers)) all['Carnet-Mails'] = this.mails;
        const raw = typeof body === 'string' || body instanceof Uint8Array;
        if (body !== undefined && !raw) all['Content-Type'] = 'application/json';
        // Node 18 refuses to send an empty text with DELETE; on the wire no body is the same.
        const sent = body === undefined || body === '' ? undefined : raw ? body : JSON.stringify(body);
        const answer = await fetch(this.server.url + path, { method, headers: all, body: sent, redirect: 'manual' });
        const bytes = Buffer.from(await answer.arrayBuffer());
        const text = bytes.toString('utf8');
        let json = null;
        if ((answer.headers.get('content-type') ?? '').includes('json')) json = JSON.parse(text);
        return { status: answer.status, headers: answer.headers, bytes, text, json };
    }
    get(path, headers) { return this.send('GET', path, undefined, headers); }
    post(path, body, headers) { return this.send('POST', path, body ?? {}, headers); }
    patch(path, body, headers) { return this.send('PATCH', path, body, headers); }
    delete(path) { return this.send('DELETE', path); }
    // Fields of a record, based on the position of now unless told otherwise.
    async change(path, fields, version) {
        const at = version ?? (await this.position());
        const given = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value, version: at }]));
        return this.patch(path, { fields: given }, { 'Idempotency-Key': randomUUID() });
    }
    async position() { return Number((await this.get('/api/words')).headers.get('carnet-position')); }
    async create(client, more = {}) {
        const answer = await this.post('/api/clients', { client, ...more });
        if (answer.status !== 201) throw new Error(`creation: ${answer.status} ${answer.text}`);
        return answer.json.client;
    }
    async find(query) { return (await this.get('/api/clients?' + query)).json; }
    // Opens the live stream; see Stream.
    async follow(since) {
        const stream = new Stream();
        await stream.open(this, since);
        return stream;
    }
}

// Server-sent events as they arrive.
export class Stream {
    events = [];
    text = '';
    async open(person, since) {
        this.abort = new AbortController();
        const answer = await fetch(`${person.server.url}/api/changes?since=${since}`, {
            headers: { Cookie: person.cookie }, signal: this.abort.signal,
        });
        this.status = answer.status;
        if (answer.status !== 200) return;
        this.reading = this.read(answer.body).catch(() => {}).finally(() => { this.ended = true; });
    }
    async read(body) {
        let rest = '';
        const decoder = new TextDecoder();
        for await (const piece of body) {
            const text = decoder.decode(piece, { stream: true });
            this.text += text;
            rest += text;
            for (let end; (end = rest.indexOf('\n\n')) >= 0; rest = rest.slice(end + 2)) this.take(rest.slice(0, end));
        }
    }
    take(block) {
        const event = {};
        for (const line of block.split('\n')) {
            const colon = line.indexOf(': ');
            if (colon > 0) event[line.slice(0, colon)] = line.slice(colon + 2);
        }
        if (event.event) this.events.push({ name: event.event, id: event.id, data: JSON.parse(event.data) });
    }
    // The first event that fits; fails when none comes in time.
    async wait(fits, patience = 5000) {
        for (const end = Date.now() + patience; Date.now() < end;) {
            const found = this.events.find(fits);
            if (found) return found;
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        throw new Error('no such event: ' + JSON.stringify(this.events.map((e) => e.name)));
    }
    close() { this.abort.abort(); }
}
