// Mail against a real SMTP server on loopback: down, slow, refusing, dying, and our own server killed at the worst moments.
// Nothing is lost, nothing goes twice, and a person can see it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server } from './kit.mjs';
import { Mailbox, addContact, address, arrived, mailEnvironment, mailState, serveWithMail, tokenIn, until } from './portal_kit.mjs';

const invite = (person, made) => person.post(`/api/client-contacts/${made.link.id}/invite`, {});
const start = async (t) => {
    const mailbox = await new Mailbox().start();
    t.after(() => mailbox.stop());
    return mailbox;
};

test('a mail leaves once, in the contact’s language, as text and HTML, from the workspace', async (t) => {
    const mailbox = await start(t);
    mailbox.account = { user: 'carnet', password: 'mot de passe/@' };
    const server = await serveWithMail(t, mailbox, { CARNET_SMTP_URL: `smtp://carnet:${encodeURIComponent('mot de passe/@')}@127.0.0.1:${mailbox.port}?security=none` });
    const lea = await server.signIn('lea@mistral.example');
    const french = await addContact(lea, 'Francaise'), english = await addContact(lea, 'Anglaise', { language: 'en' });
    assert.equal((await invite(lea, french)).status, 200);
    assert.equal((await invite(lea, english)).status, 200);
    const [mail] = await arrived(mailbox, address('francaise'));
    const [other] = await arrived(mailbox, address('anglaise'));
    assert.match(mail.headers.from, /Atelier Mistral.*<contact@mistral\.example>/);
    assert.match(mail.text, /^Bonjour Claire,/);
    assert.match(mail.html, /<html lang="fr">/);
    assert.match(other.text, /^Hello Claire,/);
    assert.match(mail.headers['message-id'], /^<.+@mistral\.example>$/);
    assert.equal(mail.headers['auto-submitted'], 'auto-generated');
    assert.equal(mail.headers['list-unsubscribe'], undefined);
    const karim = await server.signIn('karim@mistral.example');
    const row = await until(async () => {
        const found = await mailState(karim, address('francaise'));
        return found.state === 'sent' && found;
    }, 'the state sent');
    assert.ok(row.sent_at);
    assert.equal(mailbox.attempts, 2);
});

// Its mail server is down; `mailbox.start(port)` brings it back.
const serveWithoutMail = async (t) => {
    const mailbox = await start(t), { port } = mailbox;
    await mailbox.stop();
    const server = await serveWithMail(t, mailbox);
    return { mailbox, port, server, karim: await server.signIn('karim@mistral.example') };
};

test('a server that is down: the mail waits, visibly, and leaves when the server is back', async (t) => {
    const { mailbox, port, server, karim } = await serveWithoutMail(t);
    const made = await addContact(karim, 'Patiente');
    assert.equal((await invite(karim, made)).status, 200);
    const waiting = await until(async () => {
        const mail = await mailState(karim, address('patiente'));
        return mail.error && mail;
    }, 'an error to read');
    assert.notEqual(waiting.state, 'sent');
    assert.match(waiting.error, /connect/i);
    await mailbox.start(port);
    await arrived(mailbox, address('patiente'));
    assert.equal(mailbox.mails.length, 1);
});

test('one refused address: the others get theirs, the refusal is shown in the server’s words and can be tried again', async (t) => {
    const mailbox = await start(t);
    mailbox.behave = (stage, what) => (stage === 'rcpt' && what === address('inconnue') ? '550 5.1.1 no such person' : undefined);
    const server = await serveWithMail(t, mailbox);
    const karim = await server.signIn('karim@mistral.example');
    const refused = await addContact(karim, 'Inconnue'), fine = await addContact(karim, 'Connue');
    await invite(karim, refused);
    await invite(karim, fine);
    await arrived(mailbox, address('connue'));
    const failed = await until(async () => {
        const mail = await mailState(karim, address('inconnue'));
        return mail.state === 'failed' && mail;
    }, 'the failure');
    assert.match(failed.error, /550 5\.1\.1 no such person/);
    assert.equal((await karim.get('/api/mail-settings')).json.settings.failed, 1);
    assert.equal((await karim.get(`/api/clients/${refused.client.id}`)).json.contacts[0].portal.mail.state, 'failed');
    mailbox.behave = () => undefined;
    assert.equal((await karim.post(`/api/mails/${failed.id}/retry`)).status, 204);
    await arrived(mailbox, address('inconnue'));
    await until(async () => (await mailState(karim, address('inconnue'))).state === 'sent', 'sent');
    assert.equal((await karim.post(`/api/mails/${failed.id}/retry`)).status, 409);
    assert.equal(mailbox.mails.length, 2);
});

test('a server that says later, dies in the middle, or is slow: once in the end, and nobody waits for it', async (t) => {
    const mailbox = await start(t);
    const moods = ['451 later please', 'drop'];
    mailbox.behave = (stage) => (stage === 'end' ? moods.shift() : undefined);
    const server = await serveWithMail(t, mailbox);
    const lea = await server.signIn('lea@mistral.example');
    await invite(lea, await addContact(lea, 'Tenace'));
    await arrived(mailbox, address('tenace'));
    assert.equal(mailbox.attempts, 3);
    assert.equal(mailbox.mails.length, 1);

    let release;
    const slow = new Promise((resolve) => { release = resolve; });
    mailbox.behave = (stage) => (stage === 'end' ? slow : undefined);
    await invite(lea, await addContact(lea, 'Lente'));
    await until(() => mailbox.attempts === 4, 'the mail on the line');
    const before = Date.now();
    await addContact(lea, 'Entretemps'); // Reads and writes go on.
    assert.ok(Date.now() - before < 5000);
    release(undefined);
    await arrived(mailbox, address('lente'));
    assert.equal(mailbox.to(address('lente')).length, 1);
});

test('killed between the commit and the sending: the mail still leaves, once', async (t) => {
    const mailbox = await start(t);
    const { port } = mailbox;
    await mailbox.stop();
    const server = await serveWithMail(t, mailbox);
    const lea = await server.signIn('lea@mistral.example');
    assert.equal((await invite(lea, await addContact(lea, 'Survivante'))).status, 200);
    await server.kill();
    await mailbox.start(port);
    const again = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => again.stop());
    await arrived(mailbox, address('survivante'));
    const karim = await again.signIn('karim@mistral.example');
    await until(async () => (await mailState(karim, address('survivante'))).state === 'sent', 'sent');
    assert.equal(mailbox.mails.length, 1);
    // What went out stays out, however often the server starts: older mails would leave before this one.
    await again.stop();
    const third = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => third.stop());
    const later = await third.signIn('lea@mistral.example');
    await invite(later, await addContact(later, 'Suivante'));
    await arrived(mailbox, address('suivante'));
    assert.deepEqual(mailbox.mails.map((mail) => mail.to[0]), ['survivante', 'suivante'].map(address));
});

test('a mail that waits leaves no more when it was replaced, or the access is taken away', async (t) => {
    const { mailbox, port, server, karim } = await serveWithoutMail(t);
    const twice = await addContact(karim, 'Doublee'), shut = await addContact(karim, 'Fermee');
    for (const made of [twice, shut, twice]) assert.equal((await invite(karim, made)).status, 200);
    assert.equal((await karim.post(`/api/client-contacts/${shut.link.id}/revoke`)).status, 200);
    await mailbox.start(port);
    const states = await until(async () => {
        const { mails } = (await karim.get('/api/mails')).json;
        return mails.every((mail) => ['sent', 'cancelled', 'failed'].includes(mail.state)) && mails.map((mail) => [mail.to_address, mail.state]).sort();
    }, 'the end of every mail');
    assert.deepEqual(states, [[address('doublee'), 'cancelled'], [address('doublee'), 'sent'], [address('fermee'), 'cancelled']]);
    assert.equal(mailbox.mails.length, 1);
    assert.equal((await server.nobody().get(`/portal/invite/${tokenIn(mailbox.mails[0])}`)).status, 200, 'the one that left is the one that works');
});

test('killed while the mail is on the line, before the server took it: sent again, the same mail', async (t) => {
    const mailbox = await start(t);
    const seen = [];
    mailbox.behave = (stage, what) => {
        if (stage !== 'end') return undefined;
        seen.push(what.headers['message-id']);
        return seen.length === 1 ? new Promise(() => {}) : undefined;
    };
    const server = await serveWithMail(t, mailbox);
    const lea = await server.signIn('lea@mistral.example');
    await invite(lea, await addContact(lea, 'Coupee'));
    await until(() => seen.length === 1, 'the mail on the line');
    await server.kill();
    const again = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => again.stop());
    await arrived(mailbox, address('coupee'));
    assert.equal(seen.length, 2);
    assert.equal(seen[0], seen[1]);
    assert.equal(mailbox.mails.length, 1);
});

test('stopping in good order does not wait for a server that hangs, and loses nothing', async (t) => {
    const mailbox = await start(t);
    mailbox.behave = (stage) => (stage === 'connect' ? new Promise(() => {}) : undefined);
    const server = await serveWithMail(t, mailbox);
    const lea = await server.signIn('lea@mistral.example');
    await invite(lea, await addContact(lea, 'Arretee'));
    await until(() => mailbox.sockets.size === 1, 'the connection');
    const before = Date.now();
    assert.equal(await server.stop(), 0);
    assert.ok(Date.now() - before < 8000);
    mailbox.behave = () => undefined;
    const again = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => again.stop());
    await arrived(mailbox, address('arretee'));
});

test('the settings of the workspace: kept, tried, and their password never leaves', async (t) => {
    const mailbox = await start(t);
    mailbox.account = { user: 'atelier', password: 'secret-du-serveur' };
    const server = await serveWithMail(t, mailbox, { CARNET_SMTP_URL: '', CARNET_SMTP_FROM: '' });
    const karim = await server.signIn('karim@mistral.example'), lea = await server.signIn('lea@mistral.example');
    assert.equal((await karim.get('/api/mail-settings')).json.settings.ready, false);
    assert.equal((await karim.post('/api/mail-settings/test')).status, 422);
    const given = { host: '127.0.0.1', port: mailbox.port, security: 'none', user_name: 'atelier', password: 'secret-du-serveur',
        from_name: 'Atelier', from_address: 'contact@mistral.example', base_url: 'https://carnet.mistral.example' };
    assert.equal((await lea.patch('/api/mail-settings', given)).status, 403);
    assert.equal((await lea.get('/api/mail-settings')).status, 403);
    assert.equal((await lea.get('/api/mails')).status, 403);
    assert.equal((await server.nobody().get('/api/mails')).status, 401);
    const saved = await karim.patch('/api/mail-settings', given);
    assert.equal(saved.status, 200);
    assert.equal(saved.json.settings.has_password, true);
    assert.ok(!saved.text.includes('secret-du-serveur'));
    assert.ok(!(await karim.get('/api/mail-settings')).text.includes('secret-du-serveur'));
    for (const [name, value] of [['port', 0], ['security', 'ssl'], ['base_url', 'carnet'], ['from_address', 'personne'], ['hote', 'x']]) {
        const refused = await karim.patch('/api/mail-settings', { [name]: value });
        assert.equal(refused.status, 422, name);
        assert.equal(refused.json.fields[0].field, name);
    }
    assert.equal((await karim.post('/api/mail-settings/test', { to: 'moi@mistral.example' })).status, 201);
    const [mail] = await arrived(mailbox, 'moi@mistral.example');
    assert.match(mail.subject, /Essai d’envoi/);
    // Another server does not get the password of this one.
    const moved = await karim.patch('/api/mail-settings', { host: 'ailleurs.example' });
    assert.equal(moved.json.settings.has_password, false);
});

test('several shared messages become one mail; refusing them takes one click, without signing in', async (t) => {
    const mailbox = await start(t);
    const server = await serveWithMail(t, mailbox, { CARNET_MAIL_DIGEST_SECONDS: '2' });
    const lea = await server.signIn('lea@mistral.example');
    const { rows } = await lea.find('q=' + encodeURIComponent('Ateliers Fontaine'));
    const path = `/api/clients/${rows[0].id}/messages`;
    await lea.post(path, { body: 'Entre nous' });
    await lea.post(path, { body: 'Premier', visibility: 'shared' });
    await lea.post(path, { body: 'Second', visibility: 'shared' });
    // Claire and Julien see projects and have an account; Nadia gets invoices only, Marc was never invited.
    const [mail] = await arrived(mailbox, 'claire@fontaine.example');
    assert.equal(mail.subject, 'Nouveau message de Léa Martin');
    assert.ok(!mail.raw.includes('Entre nous') && !mail.text.includes('Premier'));
    assert.ok(mail.text.includes(`${server.url}/portal/messages`));
    const unsubscribe = /<(.*)>/.exec(mail.headers['list-unsubscribe'])[1];
    assert.equal(mail.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
    const nobody = server.nobody(), off = unsubscribe.slice(server.url.length);
    // Looking changes nothing: scanners look.
    const page = await nobody.get(off);
    assert.equal(page.status, 200);
    assert.match(page.text, /Vous recevez les nouveaux messages par e-mail/);
    const done = await nobody.send('POST', off, 'List-Unsubscribe=One-Click', { 'Content-Type': 'application/x-www-form-urlencoded' });
    assert.match(done.text, /Vous ne recevez plus les nouveaux messages/);
    assert.match(done.text, /<p class="brand">Mistral Réseaux<\/p>/);
    assert.ok(!/Carnet/.test(done.text), 'the workspace’s page, not the program’s');
    // A dead link, and an address that never was: the contact’s world, not the team’s program.
    for (const dead of [off.replace(/off\/.{5}/, 'off/xxxxx'), `${off}s`, '/mail/off', '/portal/nulle-part']) {
        const answer = await nobody.get(dead);
        assert.equal(answer.status, 404, dead);
        assert.match(answer.text, /<p class="brand">Mistral Réseaux<\/p>/);
        assert.match(answer.text, /href="\/portal"/);
        assert.ok(!/href="\/"|Carnet/.test(answer.text), dead);
    }
    await until(() => mailbox.mails.length === 2, 'Julien’s');
    await lea.post(path, { body: 'Troisième', visibility: 'shared' });
    await until(() => mailbox.mails.some((one, i) => i >= 2), 'the next mail');
    assert.equal(mailbox.to('claire@fontaine.example').length, 1);
    assert.ok(!mailbox.mails.some((one) => /nadia|marc/.test(one.to[0])));
});

test('one kind, all of them, one of them again: each choice is what the page says and what arrives (RFC 8058)', async (t) => {
    const mailbox = await start(t);
    const server = await serveWithMail(t, mailbox);
    const lea = await server.signIn('lea@mistral.example');
    const { rows } = await lea.find('q=' + encodeURIComponent('Ateliers Fontaine'));
    const write = (body) => lea.post(`/api/clients/${rows[0].id}/messages`, { body, visibility: 'shared' });
    await write('Premier');
    const [mail] = await arrived(mailbox, 'claire@fontaine.example');
    const nobody = server.nobody();
    const off = /<(.*)>/.exec(mail.headers['list-unsubscribe'])[1].slice(server.url.length);
    const of = (kind) => off.replace(/[^/]+$/, kind);
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const choose = async (kind, value) => (await nobody.send('POST', of(kind), `off=${value}`, form)).text;
    const words = { to_approve: 'les demandes de validation', message: 'les nouveaux messages', document: 'les nouveaux documents' };
    const shown = (text) => Object.keys(words).filter((kind) => text.includes(`Vous recevez ${words[kind]} par e-mail.`));
    const page = async (kind) => shown((await nobody.get(of(kind))).text);
    assert.deepEqual(await page('all'), ['to_approve', 'message', 'document']);
    await choose('document', 1);
    assert.deepEqual(await page('message'), ['to_approve', 'message']);
    const none = await choose('all', 1);
    assert.deepEqual(shown(none), []);
    assert.match(none, /Vous ne recevez plus les nouveaux messages par e-mail\./);
    // One kind again: that one, and none of those that "all" had refused.
    assert.deepEqual(shown(await choose('message', 0)), ['message']);
    assert.deepEqual(await page('to_approve'), ['message']);
    await write('Deuxième');
    await arrived(mailbox, 'claire@fontaine.example', 2);
    assert.deepEqual(shown(await choose('all', 0)), ['to_approve', 'message', 'document']);
    // The mail program's button may come as a form of several parts.
    const parts = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    const clicked = await nobody.send('POST', of('message'), parts, { 'Content-Type': 'multipart/form-data; boundary=x' });
    assert.equal(clicked.status, 200);
    assert.deepEqual(await page('message'), ['to_approve', 'document']);
    // The same choice twice is the same choice.
    await choose('message', 1);
    assert.deepEqual(await page('message'), ['to_approve', 'document']);
});

test('links for a new password: a mailbox is not flooded, whoever asks, and known or unknown cannot be told apart', async (t) => {
    const mailbox = await start(t);
    const server = await serveWithMail(t, mailbox);
    const ask = (on, email) => on.nobody().send('POST', '/portal/reset', new URLSearchParams({ email }).toString(), { 'Content-Type': 'application/x-www-form-urlencoded' });
    const claire = 'claire@fontaine.example', nobody = 'personne@fontaine.example';
    const answers = async (on, email, times) => {
        const all = [];
        for (let i = 0; i < times; i++) {
            const answer = await ask(on, i % 2 ? email.toUpperCase() : email);
            all.push([answer.status, answer.text.toLowerCase().replaceAll(email, '…').replace(/\d+ s\./, '… s.')]);
        }
        return all;
    };
    const known = await answers(server, claire, 5), unknown = await answers(server, nobody, 5);
    assert.deepEqual(known.map(([status]) => status), [200, 200, 200, 429, 429]);
    assert.deepEqual(known, unknown);
    assert.match(known[3][1], /trop d’essais/);
    // A newer link replaces one that still waits: three at most, and no more after a restart.
    await arrived(mailbox, claire);
    const sent = async (on) => (await (await on.signIn('karim@mistral.example')).get('/api/mails')).json.mails.filter((one) => one.to_address === claire && one.kind === 'reset');
    assert.equal((await sent(server)).length, 3);
    await server.stop();
    const again = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => again.stop());
    assert.equal((await ask(again, claire)).status, 429);
    assert.equal((await ask(again, nobody)).status, 429);
    assert.equal((await sent(again)).length, 3);
    // Another address is free, until this network address has asked for too many.
    const many = [];
    for (let i = 0; i < 12; i++) many.push((await ask(again, `autre${i}@fontaine.example`)).status);
    assert.deepEqual(many, [...Array(9).fill(200), 429, 429, 429]);
    // Signing in is counted apart.
    assert.equal((await again.nobody().post('/api/portal/session', { email: claire, password: 'faux' })).status, 401);
    // Who used the link may ask again.
    const mails = mailbox.to(claire);
    const token = tokenIn(mails.at(-1));
    assert.ok(token);
});
