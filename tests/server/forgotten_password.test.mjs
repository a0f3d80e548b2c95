// "Oublié ?" of the team: one mail to who has an account, the same answer to everybody, a link that works once and for an hour.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { Server, carnet, workspace } from './kit.mjs';
import { Mailbox, arrived, mailEnvironment, serveWithMail, until } from './portal_kit.mjs';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const send = (person, path, fields) => person.send('POST', path, new URLSearchParams(fields).toString(), form);
const ask = (server, email) => send(server.nobody(), '/reset', { email });
const cookieOf = (answer) => answer.headers.get('set-cookie').split(';')[0];
const linkIn = (mail) => /\/reset\/[\w-]{43}/.exec(mail.text)[0];
const choose = (server, link, password) => send(server.nobody(), '/invite', { token: link.split('/').at(-1), password });
const phrase = 'quatre mots bien choisis';
const session = async (server, cookie) => (await server.nobody().get('/api/session', { Cookie: cookie })).status;
const resets = async (person) => (await person.get('/api/mails?limit=500')).json.mails.filter((one) => one.kind === 'reset');
const sql = (server, statement, ...values) => execFileSync('python3', ['-c', 'import sqlite3, sys\n'
    + 'base = sqlite3.connect(sys.argv[1], timeout=10)\nprint(base.execute(sys.argv[2], sys.argv[3:]).fetchall())\nbase.commit()', join(server.folder, 'carnet.db'), statement, ...values], { encoding: 'utf8' });

async function serveMail(t) {
    const mailbox = await new Mailbox().start();
    t.after(() => mailbox.stop());
    return [mailbox, await serveWithMail(t, mailbox)];
}

test('a member who forgot the password gets one mail, chooses another, is signed in, and all else is signed out', async (t) => {
    const [mailbox, server] = await serveMail(t);
    const email = 'ines@mistral.example', before = await server.signIn(email);
    const page = await server.nobody().get('/reset');
    assert.equal(page.status, 200);
    assert.match(page.text, /<form method="post" action="\/reset">/);
    assert.match(page.text, /type="email" autocomplete="username"/);
    const asked = await ask(server, ' Ines@Mistral.example ');
    assert.equal(asked.status, 200);
    assert.match(asked.text, /Regardez votre messagerie/);
    const [mail] = await arrived(mailbox, email);
    assert.equal(mail.subject, 'Nouveau mot de passe pour Mistral Réseaux');
    const link = linkIn(mail);
    assert.equal(mail.text.replaceAll('\r\n', '\n').trim(), 'Bonjour Inès Moreau,\n\nVous avez demandé un nouveau mot de passe. Ce lien fonctionne une seule fois et pendant une heure.\n\n'
        + `Choisir un mot de passe\n${server.url}${link}\n\nSi vous n’avez rien demandé, ignorez ce message\u00a0: votre mot de passe reste le même.\n\n-- \nEnvoyé par Mistral Réseaux avec Carnet.`);
    assert.ok(mail.html.includes(`href="${server.url}${link}"`));
    assert.match(mail.html, /<html lang="fr">/);
    // Once it left, the outbox keeps no secret.
    await until(() => sql(server, "SELECT state FROM mail WHERE kind = 'reset'").includes('sent'), 'the mail as sent');
    assert.ok(!sql(server, 'SELECT text_body, html_body FROM mail').includes(link.split('/').at(-1)));

    const opened = await server.nobody().get(link);
    assert.equal(opened.status, 200);
    assert.match(opened.text, /ines@mistral\.example/);
    for (const bad of ['court', 'motdepasse2024', 'Inès Moreau 1'])
        assert.equal((await choose(server, link, bad)).status, 422, bad);
    assert.equal(await session(server, before.cookie), 200, 'nothing has changed yet');
    const chosen = await choose(server, link, phrase);
    assert.equal(chosen.status, 303);
    assert.equal(await session(server, cookieOf(chosen)), 200);
    assert.equal(await session(server, before.cookie), 401, 'the other sessions are over');
    assert.equal((await server.nobody().post('/api/session', { email, password: phrase })).status, 200);
    assert.equal((await server.nobody().post('/api/session', { email, password: 'mistral-demonstration' })).status, 401);
    // Used: dead, and the page says where to ask for another.
    const again = await server.nobody().get(link);
    assert.equal(again.status, 404);
    assert.match(again.text, /href="\/reset"/);
    assert.equal((await choose(server, link, 'cinq mots bien choisis encore')).status, 404);
    assert.equal(mailbox.mails.length, 1);
});

test('everybody gets the same answer; only an active member with a password gets a mail, and an invitation stays good', async (t) => {
    const [mailbox, server] = await serveMail(t);
    const karim = await server.signIn('karim@mistral.example');
    const { user: away } = (await karim.get('/api/users')).json.users.filter((one) => one.email === 'hugo@mistral.example').map((user) => ({ user }))[0];
    assert.equal((await karim.change(`/api/users/${away.id}`, { is_active: false })).status, 200);
    const invited = await karim.post('/api/users', { name: 'Nina Neuve', email: 'nina@mistral.example', role: 'member' });
    assert.equal(invited.status, 201);
    const answers = [];
    for (const email of ['personne@mistral.example', 'hugo@mistral.example', 'nina@mistral.example', 'claire@fontaine.example', 'maelle@mistral.example']) {
        const answer = await ask(server, email);
        answers.push([answer.status, answer.text.replaceAll(email, '…'), [...answer.headers.keys()].sort().join()]);
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
    await arrived(mailbox, 'maelle@mistral.example');
    assert.deepEqual((await resets(karim)).map((one) => one.to_address), ['maelle@mistral.example']);
    assert.equal((await server.nobody().get(invited.json.link)).status, 200, 'the invitation was not touched');
    // Deactivated in the meantime: the link is dead.
    const link = linkIn(mailbox.to('maelle@mistral.example')[0]);
    const maelle = (await karim.get('/api/users')).json.users.find((one) => one.email === 'maelle@mistral.example');
    assert.equal((await karim.change(`/api/users/${maelle.id}`, { is_active: false })).status, 200);
    assert.equal((await server.nobody().get(link)).status, 404);
    assert.equal((await choose(server, link, phrase)).status, 404);
    // What is no address is said so, whoever it is and in either world.
    for (const path of ['/reset', '/portal/reset'])
        for (const wrong of ['', 'pas-une-adresse', '<b>@']) {
            const answer = await send(server.nobody(), path, { email: wrong });
            assert.equal(answer.status, 422, path + wrong);
            assert.match(answer.text, /aria-invalid="true"/);
            assert.ok(!answer.text.includes('<b>'));
        }
});

test('a link ends: by its hour, by a newer one, by another password, by another address; what an administrator gave stays', async (t) => {
    const [mailbox, server] = await serveMail(t);
    const karim = await server.signIn('karim@mistral.example');
    const works = async (link) => (await server.nobody().get(link)).status === 200;
    const fresh = async (email, count) => {
        assert.equal((await ask(server, email)).status, 200);
        return linkIn((await arrived(mailbox, email, count)).at(-1));
    };
    const first = await fresh('lea@mistral.example', 1), second = await fresh('lea@mistral.example', 2);
    assert.deepEqual([await works(first), await works(second)], [false, true]);
    // An hour: as if it had been made one hour ago.
    const kept = sql(server, "SELECT round((julianday(expires_at) - julianday(created_at)) * 24 * 60) FROM one_time_link WHERE purpose = 'forgotten'");
    assert.match(kept, /60\.0/);
    sql(server, "UPDATE one_time_link SET expires_at = created_at WHERE purpose = 'forgotten'");
    assert.equal(await works(second), false);
    assert.equal((await choose(server, second, phrase)).status, 404);
    // A password chosen elsewhere.
    const third = await fresh('sophie@mistral.example', 1), sophie = await server.signIn('sophie@mistral.example');
    assert.equal((await sophie.post('/api/profile/password', { current: 'mistral-demonstration', new: phrase })).status, 204);
    assert.equal(await works(third), false);
    // Another address: the old mailbox opens nothing any more.
    const fourth = await fresh('ines@mistral.example', 1), ines = (await karim.get('/api/users')).json.users.find((one) => one.email === 'ines@mistral.example');
    assert.equal((await karim.change(`/api/users/${ines.id}`, { name: 'Inès M.' })).status, 200);
    assert.equal(await works(fourth), true);
    assert.equal((await karim.change(`/api/users/${ines.id}`, { email: 'autre@mistral.example' })).status, 200);
    assert.equal(await works(fourth), false);
    // Anybody may ask; that must not undo what an administrator, or the terminal, handed over.
    const given = (await karim.post(`/api/users/${ines.id}/link`)).json.link;
    assert.match(given, /^\/reset\//);
    await fresh('autre@mistral.example', 1);
    assert.equal(await works(given), true);
    // But a newer one of theirs ends what was sent by mail.
    const fifth = await fresh('autre@mistral.example', 2);
    await karim.post(`/api/users/${ines.id}/link`);
    assert.deepEqual([await works(fifth), await works(given)], [false, false]);
});

test('a mailbox is not flooded, and limits count known and unknown alike, over a restart, apart from the portal’s', async (t) => {
    const [mailbox, server] = await serveMail(t);
    const email = 'lea@mistral.example', statuses = [];
    for (const one of [email, 'personne@mistral.example'])
        for (let i = 0; i < 5; i++) statuses.push((await ask(server, i % 2 ? one.toUpperCase() : one)).status);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429, 200, 200, 200, 429, 429]);
    const refused = await ask(server, email);
    assert.match(refused.text, /Trop d’essais/);
    await arrived(mailbox, email);
    assert.equal((await resets(await server.signIn('karim@mistral.example'))).length, 3);
    assert.equal((await send(server.nobody(), '/portal/reset', { email })).status, 200, 'the same address in the other world');
    await server.stop();
    const again = await Server.start(server.folder, mailEnvironment(mailbox));
    t.after(() => again.stop());
    assert.equal((await ask(again, email)).status, 429);
    // One network address asks for so many links, whoever they are for and in either world.
    const many = [];
    for (let i = 0; i < 10; i++) many.push((await ask(again, `autre${i}@mistral.example`)).status);
    assert.deepEqual(many, [...Array(8).fill(200), 429, 429]);
    assert.equal((await send(again.nobody(), '/portal/reset', { email: 'claire@fontaine.example' })).status, 429);
    // Signing in is counted apart. Whoever used the link may ask again, once the network address may.
    const link = linkIn(mailbox.to(email).at(-1));
    assert.equal((await choose(again, link, phrase)).status, 303);
    assert.equal((await again.nobody().post('/api/session', { email, password: phrase })).status, 200);
});

test('in English, in the member’s own language; without a mail server the page says whom to ask', async (t) => {
    const [mailbox, server] = await serveMail(t);
    const lea = await server.signIn('lea@mistral.example');
    assert.equal((await lea.change('/api/profile', { language: 'en' })).status, 200);
    await ask(server, 'lea@mistral.example');
    const [mail] = await arrived(mailbox, 'lea@mistral.example');
    assert.equal(mail.subject, 'New password for Mistral Réseaux');
    assert.match(mail.text, /^Hello Léa Martin,[^]*This link works once and for one hour\.[^]*If you did not ask for this/);
    assert.match((await server.nobody().get('/reset', { 'Accept-Language': 'en' })).text, /<h1>Forgotten password<\/h1>/);

    const silent = await Server.start(await workspace());
    t.after(() => silent.stop());
    const worlds = [['/reset', 'lea@mistral.example', /n’envoie pas d’e-mails\u00a0: demandez un lien à un administrateur/],
        ['/portal/reset', 'claire@fontaine.example', /n’envoie pas d’e-mails\u00a0: adressez-vous à votre interlocuteur/]];
    for (const [path, email, words] of worlds)
        for (const answer of [await silent.nobody().get(path), await send(silent.nobody(), path, { email })]) {
            assert.equal(answer.status, 200);
            assert.match(answer.text, words);
            assert.ok(!answer.text.includes('<form'));
        }
    assert.deepEqual(await resets(await silent.signIn('karim@mistral.example')), []);
    // The terminal's link is at the same place.
    await silent.stop();
    const made = await carnet('user', 'link', 'lea@mistral.example', '--data', silent.folder);
    assert.match(made.stdout, /\/reset\/[\w-]{43}/);
});
