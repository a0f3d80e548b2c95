// kill -9 in a storm of writes, twenty times: every acknowledged write is there, and the data folder is sound.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server, carnet, workspace } from './kit.mjs';

const rounds = 20, writers = 4;

// Writes until the server dies; what was acknowledged goes into `done`. Each writer has its own clients: what it read at
// the start and what each answer says is the version to write on.
async function storm(person, clients, round, done, version) {
    for (let i = 0; ; ++i) {
        const client = clients[i % clients.length];
        const note = `tour ${round} écriture ${i}`;
        try {
            const answer = await person.patch(`/api/clients/${client}`, { fields: { notes: { value: note, version } } });
            if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
            done.set(client, note);
            version = answer.json.position;
        } catch (error) {
            if (/^\d+ /.test(error.message)) throw error;
            done.set(`unknown ${client}`, note);   // Sent, not answered: may be there or not.
            return;
        }
    }
}

test('nothing acknowledged is lost', { timeout: 300_000 }, async () => {
    const folder = await workspace(40);
    const done = new Map();
    let acknowledged = 0;
    for (let round = 0; round < rounds; ++round) {
        const server = await Server.start(folder);
        const person = await server.signIn('karim@mistral.example');
        const ids = (await person.find('limit=40')).rows.map((r) => r.id);
        for (const [client, note] of done) {
            if (typeof client === 'string') continue;
            const notes = (await person.get(`/api/clients/${client}`)).json.client.notes;
            assert.ok([note, done.get(`unknown ${client}`)].includes(notes), `round ${round}: ${client} has ${notes}, not ${note}`);
        }
        done.clear();
        const share = Math.floor(ids.length / writers);
        const position = await person.position();
        const storms = Array.from({ length: writers }, (_, i) => storm(person, ids.slice(i * share, (i + 1) * share), round, done, position));
        await new Promise((resolve) => setTimeout(resolve, 60 + (round * 37) % 150));
        await server.kill();
        await Promise.all(storms);
        acknowledged += done.size;
    }
    assert.ok(acknowledged > rounds, `only ${acknowledged} writes`);
    const check = await carnet('check', '--data', folder);
    assert.equal(check.code, 0, check.stdout + check.stderr);
});

test('an unanswered write sent again happens once', async () => {
    const folder = await workspace(40);
    let server = await Server.start(folder);
    let person = await server.signIn('karim@mistral.example');
    const headers = { 'Idempotency-Key': 'reprise-apres-panne' };
    const body = { client: { legal_name: 'Reprise SAS' } };
    const first = await person.post('/api/clients', body, headers);
    await server.kill();
    server = await Server.start(folder);
    person = await server.signIn('karim@mistral.example');
    const second = await person.post('/api/clients', body, headers);
    assert.equal(second.json.client.id, first.json.client.id);
    assert.equal((await person.find('q=reprise')).totals.count, 1);
    await server.stop();
});
