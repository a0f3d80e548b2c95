// For tests of the portal: a client with everything the portal can show, contacts that were invited, and their sessions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { Person } from './kit.mjs';

export const password = 'quatre mots bien choisis';
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n', 'latin1');

export const ok = (answer, status = 200) => {
    assert.equal(answer.status, status, answer.text);
    return answer.json;
};

// Mails as they wait in the database: what the server would send is what the contact reads.
export function mails(server, address) {
    const script = 'import json, sqlite3, sys\n'
        + 'rows = sqlite3.connect(sys.argv[1]).execute("SELECT kind, subject, text_body FROM mail WHERE to_address = ? ORDER BY id", (sys.argv[2],))\n'
        + 'print(json.dumps([dict(zip(("kind", "subject", "text"), row)) for row in rows]))';
    return JSON.parse(execFileSync('python3', ['-c', script, join(server.folder, 'carnet.db'), address], { encoding: 'utf8' }));
}
// The path of the link in the latest mail of a kind.
export const linkOf = (server, address, kind = 'invitation') => {
    const mail = mails(server, address).filter((one) => one.kind === kind).at(-1);
    assert.ok(mail, `no ${kind} for ${address}`);
    return /\/portal\/(?:invite|reset)\/[\w-]+/.exec(mail.text)[0];
};

// Makes the links of an address as old as if nobody had opened them in their time.
export const expireLinks = (server, address) => execFileSync('python3', ['-c', 'import sqlite3, sys\n'
    + 'base = sqlite3.connect(sys.argv[1], timeout=10)\n'
    + 'base.execute("UPDATE contact_link SET expires_at = created_at WHERE address = ?", (sys.argv[2],))\nbase.commit()',
join(server.folder, 'carnet.db'), address]);

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
export const sendForm = (person, path, fields) => person.send('POST', path, new URLSearchParams(fields).toString(), form);

export const cookieOf = (answer) => (answer.headers.getSetCookie?.() ?? [answer.headers.get('set-cookie')])
    .map((line) => line.split(';')[0]).find((line) => line.startsWith('carnet_portal='));

export async function addContact(staff, client, fields, link = {}) {
    const added = ok(await staff.post(`/api/clients/${client.id}/contacts`, { contact: fields, ...link }), 201);
    return added.link ?? added.contact ?? added;
}

// Invites a contact, chooses the password by the mail's link, and comes back with their session.
export async function join_portal(server, staff, linkId, address) {
    ok(await staff.post(`/api/client-contacts/${linkId}/invite`));
    const path = linkOf(server, address);
    const nobody = server.nobody();
    const page = await nobody.get(path);
    assert.equal(page.status, 200, page.text);
    const entered = await sendForm(nobody, '/portal/password', { token: path.split('/').at(-1), password });
    assert.equal(entered.status, 303, entered.text);
    return new Person(server, cookieOf(entered));
}

export async function upload(staff, name, bytes = pdf) {
    const begun = ok(await staff.post('/api/uploads', { name, size: bytes.length }), 201);
    ok(await staff.send('PUT', `/api/uploads/${begun.id}?offset=0`, bytes, { 'Content-Type': 'application/octet-stream' }));
    return begun.id;
}

// A client with a project, milestones, tasks, a deliverable to approve, documents and messages. `word` is in every name.
export async function fullClient(staff, word) {
    const client = await staff.create({ legal_name: `${word} SAS` });
    const project = ok(await staff.post(`/api/clients/${client.id}/projects`, { name: `Projet ${word}`, summary: `Résumé ${word}`, due_on: '2027-01-15', budget_cents: 1234500 }), 201).project;
    const child = async (kind, fields) => ok(await staff.post(`/api/projects/${project.id}/${kind}`, fields), 201);
    const { milestone } = await child('milestones', { name: `Jalon ${word}`, due_on: '2026-12-20' });
    const { task } = await child('tasks', { name: `Tâche ${word}`, visibility: 'shared' });
    const { deliverable } = await child('deliverables', { name: `Livrable ${word}`, description: `Description ${word}` });
    await addVersion(staff, deliverable.id, `plan-${word}.pdf`);
    const folder = ok(await staff.post(`/api/clients/${client.id}/folders`, { name: `Dossier ${word}`, parent_id: null }), 201).folder;
    const document = ok(await staff.post(`/api/clients/${client.id}/documents`, { folder_id: folder.id, files: [{ upload: await upload(staff, `contrat-${word}.pdf`) }] }), 201).documents[0];
    ok(await staff.post(`/api/clients/${client.id}/messages`, { body: `Message ${word}`, visibility: 'shared' }), 201);
    return { client, project, milestone, task, deliverable, folder, document };
}

export async function addVersion(staff, deliverable, name, bytes = Buffer.concat([pdf, Buffer.from(name)])) {
    return ok(await staff.post(`/api/deliverables/${deliverable}/versions`, { upload: await upload(staff, name, bytes), note: `Version ${name}` }), 201);
}

// Sets switches of a contact at a client.
export async function switches(staff, linkId, fields) {
    return ok(await staff.change(`/api/client-contacts/${linkId}`, fields));
}
