// A small SMTP server that keeps what it receives, and a page that shows it: for `./dev run` and for the tests. It
// speaks RFC 5321 over real sockets and passes nothing on. As a program it prints its two addresses on one line:
//   node .dev/mailbox.mjs [SMTP_PORT PAGE_PORT]
import { createServer } from 'node:net';
import { createServer as createPage } from 'node:http';
import { TLSSocket, createServer as createSecure } from 'node:tls';
import { fileURLToPath } from 'node:url';

export class Mailbox {
    mails = [];        // Accepted: { from, to, raw, headers, subject, text, html }.
    attempts = 0;      // Mails that came as far as their last line.
    // What tests put in the way: behave(stage, what) is asked before each answer. Stages: connect, auth, mail, rcpt, data,
    // end. It returns nothing to go on, an answer ("550 no such person"), or "drop"; or a promise of one of these.
    behave = () => undefined;
    account = null;    // { user, password }: then AUTH is required.
    secure = null;     // { key, cert, implicit }: TLS from the first byte on (implicit), or after STARTTLS.

    async start(port = 0) {
        this.sockets = new Set();
        const take = (socket) => this.talk(socket, !!this.secure?.implicit).catch(() => socket.destroy());
        this.server = this.secure?.implicit ? createSecure(this.secure, take) : createServer(take);
        await listen(this.server, port);
        this.port = this.server.address().port;
        return this;
    }
    get url() {
        const account = this.account ? `${this.account.user}:${this.account.password}@` : '';
        const [scheme, end] = this.secure ? [this.secure.implicit ? 'smtps' : 'smtp', ''] : ['smtp', '?security=none'];
        return `${scheme}://${account}127.0.0.1:${this.port}${end}`;
    }
    async stop() {
        for (const socket of this.sockets) socket.destroy();
        await new Promise((resolve) => this.server.close(resolve));
    }
    to(address) { return this.mails.filter((mail) => mail.to.includes(address)); }

    async talk(socket, secured, greeted = false) {
        this.sockets.add(socket);
        socket.on('close', () => this.sockets.delete(socket));
        socket.on('error', () => {});
        const say = async (stage, what, usual) => {
            const answer = (await this.behave(stage, what)) ?? usual;
            if (answer === 'drop') { socket.destroy(); throw new Error('dropped'); }
            socket.write(answer + '\r\n');
            return /^[23]/.test(answer);
        };
        if (!greeted) await say('connect', '', '220 mailbox ready');
        let mail = null, known = !this.account;
        const lines = readLines(socket);
        for await (const line of lines) {
            const verb = line.slice(0, 4).toUpperCase();
            if (verb === 'EHLO') socket.write('250-mailbox\r\n' + (this.secure && !secured ? '250-STARTTLS\r\n' : '') + (this.account ? '250-AUTH PLAIN\r\n' : '') + '250-8BITMIME\r\n250 SIZE 20000000\r\n');
            else if (verb === 'STAR' && this.secure && !secured) {
                lines.stop();
                socket.write('220 go on in private\r\n');
                const inner = new TLSSocket(socket, { isServer: true, ...this.secure });
                return this.talk(inner, true, true);
            }
            else if (verb === 'HELO' || verb === 'NOOP') socket.write('250 fine\r\n');
            else if (verb === 'AUTH') known = await this.authenticate(line, lines, socket, say) || known;
            else if (verb === 'RSET') { mail = null; socket.write('250 fine\r\n'); }
            else if (verb === 'QUIT') { socket.end('221 bye\r\n'); return; }
            else if (verb === 'MAIL') {
                const fine = known ? await say('mail', address(line), '250 fine') : await say('mail', '', '530 authentication required');
                mail = fine ? { from: address(line), to: [] } : null;
            } else if (verb === 'RCPT' && mail) {
                if (await say('rcpt', address(line), '250 fine')) mail.to.push(address(line));
            } else if (verb === 'DATA' && mail?.to.length) {
                if (!await say('data', mail, '354 go on')) continue;
                mail.raw = '';
                for await (const part of lines) {
                    if (part === '.') break;
                    mail.raw += part.replace(/^\./, '') + '\r\n';
                }
                this.attempts += 1;
                const complete = { ...mail, ...parse(mail.raw) };
                if (await say('end', complete, '250 accepted')) this.mails.push(complete);
                mail = null;
            } else socket.write('503 not now\r\n');
        }
    }
    async authenticate(line, lines, socket, say) {
        let secret = line.split(' ')[2];
        if (!secret) {
            socket.write('334 \r\n');
            secret = (await lines.next()).value;
        }
        const [, user, password] = Buffer.from(secret, 'base64').toString().split('\0');
        const right = user === this.account?.user && password === this.account?.password;
        return (await say('auth', user, right ? '235 welcome' : '535 wrong account')) && right;
    }
}

const listen = (server, port) => new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
});
const address = (line) => /<([^>]*)>/.exec(line)?.[1] ?? '';

// The lines of a connection, one iterator for all of it: leaving an inner loop must not close it. stop() lets go of the
// socket, for STARTTLS.
function readLines(socket) {
    const lines = [];
    let rest = '', ended = false, wake = () => {};
    const take = (piece) => {
        rest += piece.toString('latin1');
        for (let end; (end = rest.indexOf('\r\n')) >= 0; rest = rest.slice(end + 2)) lines.push(rest.slice(0, end));
        wake();
    };
    const end = () => { ended = true; wake(); };
    socket.on('data', take).on('end', end).on('close', end);
    const next = async () => {
        while (!lines.length && !ended) await new Promise((go) => { wake = go; });
        return lines.length ? { value: lines.shift(), done: false } : { value: undefined, done: true };
    };
    return { next, stop: () => socket.off('data', take).pause(), [Symbol.asyncIterator]() { return { next }; } };
}

const words = (text) => text.replace(/\r\n[ \t]+/g, ' ').replace(/=\?UTF-8\?B\?([^?]*)\?= ?(?==\?)/gi, '=?UTF-8?B?$1?=')
    .replace(/(=\?UTF-8\?B\?[^?]*\?=)+/gi, (all) => Buffer.concat([...all.matchAll(/\?B\?([^?]*)\?=/gi)].map((m) => Buffer.from(m[1], 'base64'))).toString());
const quotedPrintable = (text) => Buffer.from(text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString();

// Headers by lower-case name, and the two parts of what Carnet sends.
export function parse(raw) {
    const cut = raw.indexOf('\r\n\r\n');
    const headers = {};
    for (const line of raw.slice(0, cut).replace(/\r\n[ \t]+/g, ' ').split('\r\n')) {
        const colon = line.indexOf(':');
        headers[line.slice(0, colon).toLowerCase()] = words(line.slice(colon + 1).trim());
    }
    const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1];
    const found = { headers, subject: headers.subject ?? '', text: '', html: '' };
    for (const part of boundary ? raw.slice(cut).split(`--${boundary}`) : []) {
        const body = part.indexOf('\r\n\r\n');
        if (body < 0) continue;
        const content = quotedPrintable(part.slice(body + 4).replace(/\r\n$/, '')).replace(/\r\n/g, '\n');
        if (/text\/html/.test(part.slice(0, body))) found.html = content;
        else if (/text\/plain/.test(part.slice(0, body))) found.text = content;
    }
    return found;
}

const safe = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
const page = (mailbox) => `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mailbox</title><h1>Mailbox</h1>${
    mailbox.mails.length ? '' : '<p>No mail yet.</p>'}${[...mailbox.mails].reverse().map((mail) => `<article><h2>${safe(mail.subject)}</h2>
<p>${safe(mail.headers.from ?? '')} → ${safe(mail.to.join(', '))}, ${safe(mail.headers.date ?? '')}</p>
<iframe sandbox="allow-popups allow-top-navigation-by-user-activation" style="width:100%;height:30rem;border:1px solid" srcdoc="${safe(mail.html.replace('<body', '<base target="_top"><body'))}"></iframe>
<details><summary>Text</summary><pre>${safe(mail.text)}</pre></details><details><summary>Source</summary><pre>${safe(mail.raw)}</pre></details></article>`).join('')}</html>`;

async function main() {
    const [smtp = 1025, web = 8025] = process.argv.slice(2).map(Number);
    const mailbox = new Mailbox();
    await mailbox.start(smtp).catch(() => mailbox.start(0));
    const show = createPage((request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        response.end(page(mailbox));
    });
    await listen(show, web).catch(() => listen(show, 0));
    console.log(`${mailbox.url} http://127.0.0.1:${show.address().port}`);
    // Ends with whoever started it.
    const parent = process.ppid;
    setInterval(() => { if (process.ppid !== parent) process.exit(); }, 1000);
    process.stdout.on('error', () => {});
    process.on('SIGINT', () => {});
}
if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
