// Mail over TLS against a real SMTP server on loopback, with certificates made here: STARTTLS and TLS from the first byte
// deliver; a certificate nobody vouches for, one of another machine, and a server without TLS get nothing, least of all
// the password.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { Mailbox, addContact, address, arrived, mailState, serveWithMail, until } from './portal_kit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'carnet-tls-'));
after(() => rmSync(folder, { recursive: true, force: true }));
function certificate(name, names) {
    const key = join(folder, `${name}.key`), cert = join(folder, `${name}.pem`);
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${name}`,
        '-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert], { stdio: 'pipe' });
    return { key: readFileSync(key), cert: readFileSync(cert), file: cert };
}
const ours = certificate('ours', 'IP:127.0.0.1,DNS:localhost');
const elsewhere = certificate('elsewhere', 'DNS:mail.elsewhere.example');

const secure = async (t, given, implicit) => {
    const mailbox = new Mailbox();
    mailbox.secure = given && { key: given.key, cert: given.cert, implicit };
    mailbox.account = { user: 'carnet', password: 'secret' };
    mailbox.heard = '';
    await mailbox.start();
    if (!implicit) mailbox.server.on('connection', (socket) => socket.on('data', (piece) => { mailbox.heard += piece.toString('latin1'); }));
    t.after(() => mailbox.stop());
    return mailbox;
};
const invite = (person, made) => person.post(`/api/client-contacts/${made.link.id}/invite`, {});

for (const [word, implicit] of [['STARTTLS', false], ['TLS', true]]) {
    test(`${word}: delivered, in private`, async (t) => {
        const mailbox = await secure(t, ours, implicit);
        const server = await serveWithMail(t, mailbox, { CARNET_SMTP_CA: ours.file });
        const lea = await server.signIn('lea@mistral.example');
        const made = await addContact(lea, `Privee${word}`);
        assert.equal((await invite(lea, made)).status, 200);
        const [mail] = await arrived(mailbox, address(`privee${word.toLowerCase()}`));
        assert.match(mail.text, /^Bonjour Claire,/);
        assert.ok(!/AUTH|MAIL FROM|Bonjour/.test(mailbox.heard), 'account and mail are not on the wire as they are');
    });
}

const refusals = [
    ['a certificate nobody vouches for (STARTTLS)', ours, false, '', /certificate|SSL/i],
    ['a certificate nobody vouches for (TLS)', ours, true, '', /certificate|SSL/i],
    ['the certificate of another machine', elsewhere, false, elsewhere.file, /certificate|SSL|match/i],
    ['another authority than the one given', ours, true, elsewhere.file, /certificate|SSL/i],
    ['a server without STARTTLS', null, false, ours.file, /STARTTLS|SSL|TLS/i],
];
for (const [what, given, implicit, authority, words] of refusals) {
    test(`refused, and said: ${what}`, async (t) => {
        const mailbox = await secure(t, given, implicit);
        const url = `${implicit ? 'smtps' : 'smtp'}://carnet:secret@127.0.0.1:${mailbox.port}`;
        const server = await serveWithMail(t, mailbox, { CARNET_SMTP_URL: url, CARNET_SMTP_CA: authority });
        const karim = await server.signIn('karim@mistral.example');
        const made = await addContact(karim, 'Refusee');
        assert.equal((await invite(karim, made)).status, 200);
        const waiting = await until(async () => {
            const mail = await mailState(karim, address('refusee'));
            return mail.error && mail;
        }, 'an error to read');
        assert.notEqual(waiting.state, 'sent');
        assert.match(waiting.error, words);
        assert.equal(mailbox.mails.length, 0);
        assert.ok(!/AUTH PLAIN |MAIL FROM|Bonjour/.test(mailbox.heard), 'no secret in clear');
    });
}
