// What the demonstration gives to look at in the portal: something to approve, answers, a conversation. The rights hold there, too.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { Person, Server, carnet, serve, workspace } from './kit.mjs';
import { until } from './portal_kit.mjs';
import { cookieOf, mails, ok } from './portal_world.mjs';

const contact = async (server, name) => {
    const answer = await server.nobody().post('/api/portal/session', { email: `${name}@fontaine.example`, password: 'mistral-demonstration' });
    ok(answer);
    return new Person(server, cookieOf(answer));
};
const homeOf = async (person) => {
    const { clients } = ok(await person.get('/api/portal/session'));
    return { place: clients[0], home: ok(await person.get(`/api/portal/clients/${clients[0].id}/home`)) };
};

test('the demonstration is sound, and nobody gets a mail from it', async (t) => {
    const folder = await workspace();
    const checked = await carnet('check', '--data', folder);
    assert.equal(checked.code, 0, checked.stdout + checked.stderr);
    const server = await Server.start(folder);
    t.after(() => server.stop());
    await until(() => /Claire Fontaine.*\/portal {2}claire@fontaine\.example {2}mistral-demonstration/.test(server.said), 'who can sign in');
    assert.deepEqual(mails(server, 'claire@fontaine.example'), []);
});

test('Claire finds a deliverable to approve with a file that opens, answers of hers, and two messages she has not read', async (t) => {
    const server = await serve(t), claire = await contact(server, 'claire'), { place, home } = await homeOf(claire);
    assert.deepEqual(home.to_approve.map((one) => [one.name, one.versions[0].number, one.may_answer]), [['Plan de câblage', 3, true]]);
    const [plan] = home.to_approve;
    assert.deepEqual(plan.approvals.map((one) => [one.version, one.decision, one.by]), [[2, 'changes_requested', 'Claire Fontaine'], [1, 'changes_requested', 'Claire Fontaine']]);
    assert.ok(plan.approvals.every((one) => one.comment && one.at > plan.versions[2].created_at));
    const pictures = new Set();
    for (const version of plan.versions) {
        const file = await claire.get(`/api/portal/deliverable-versions/${version.id}/file`);
        assert.equal(file.status, 200);
        assert.equal(file.headers.get('content-type'), 'image/png');
        assert.equal(file.bytes.length, version.size_bytes);
        const at = file.bytes.indexOf('IDAT');
        assert.equal(inflateSync(file.bytes.subarray(at + 4, at + 4 + file.bytes.readUInt32BE(at - 4))).length, 720 * 961, 'a picture of 960 by 720');
        pictures.add(createHash('sha256').update(file.bytes).digest('hex'));
    }
    assert.equal(pictures.size, 3, 'three versions, three drawings');
    const states = [];
    for (const project of home.projects) states.push(...ok(await claire.get(`/api/portal/projects/${project.id}`)).deliverables.map((one) => `${one.name} ${one.state}`));
    assert.deepEqual(states.sort(), ['Plan de câblage to_approve', 'Rapport de visite changes_requested', 'Étude de couverture approved']);
    assert.equal(place.unread, 2);
    assert.equal(home.new_documents, 4, 'what came this week; the rest she has read');
    assert.deepEqual(home.messages.filter((one) => one.unread).map((one) => one.by), ['Inès Moreau', 'Léa Martin']);
    assert.ok(home.messages.every((one, i) => i === 0 || one.at < home.messages[i - 1].at), 'the latest first');
    assert.equal(ok(await claire.post(`/api/portal/deliverables/${plan.id}/answer`, { version: plan.versions[0].id, decision: 'approved' }), 201).deliverable.state, 'approved');
});

test('the team sees the conversation with what is internal; a contact without the right only looks; nobody sees nothing', async (t) => {
    const server = await serve(t), lea = await server.signIn('lea@mistral.example');
    const { rows } = await lea.find('q=' + encodeURIComponent('Ateliers Fontaine')), of = `/api/clients/${rows[0].id}`;
    const { items } = ok(await lea.get(`${of}/messages`)), internal = items.filter((one) => !one.shared);
    assert.deepEqual([items.length, internal.length], [8, 2]);
    const told = JSON.stringify(ok(await lea.get(`${of}/timeline`)));
    for (const what of [/Plan de câblage/, /Étude de couverture/, /Rapport de visite/]) assert.match(told, what);
    const julien = await contact(server, 'rault'), { home } = await homeOf(julien), [plan] = home.to_approve;
    assert.equal(plan.may_answer, false);
    const body = { version: plan.versions[0].id, decision: 'approved' };
    assert.equal((await julien.post(`/api/portal/deliverables/${plan.id}/answer`, body)).status, 403);
    assert.equal((await server.nobody().post(`/api/portal/deliverables/${plan.id}/answer`, body)).status, 401);
    const all = JSON.stringify([home, ok(await julien.get(`/api/portal/clients/${rows[0].id}/messages`))]);
    for (const one of internal) assert.ok(!all.includes(one.body), one.body);
});

test('a hundred thousand clients: more than one bears the name of the one in the pictures', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'carnet-large-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    const made = await carnet('demo', '--clients', '100000', '--data', folder);
    assert.equal(made.code, 0, made.stdout + made.stderr);
    assert.match(made.stdout, /claire@fontaine\.example/);
    // What a workspace holds is nobody else's to read on the machine.
    assert.equal((await stat(join(folder, 'carnet.db'))).mode & 0o077, 0);
});
