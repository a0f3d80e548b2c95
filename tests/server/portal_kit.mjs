// What the tests of invitations and mail share: a server beside a mailbox, a client with a contact, patience.
import { Mailbox } from '../../.dev/mailbox.mjs';
import { Server, workspace } from './kit.mjs';

export { Mailbox };
export const address = (name) => `${name}@fontaine.example`;

// A server whose mail goes to `mailbox`; retries and digests take seconds, not minutes.
export async function serveWithMail(t, mailbox, more = {}) {
    const environment = { ...mailEnvironment(mailbox), ...more };
    const server = await Server.start(await workspace(), environment);
    server.environment = environment;
    t.after(() => server.stop());
    return server;
}
export const mailEnvironment = (mailbox) => ({
    CARNET_SMTP_URL: mailbox.url, CARNET_SMTP_FROM: 'Atelier Mistral <contact@mistral.example>',
    CARNET_MAIL_RETRY_SECONDS: '1', CARNET_MAIL_DIGEST_SECONDS: '1', CARNET_URL: '',
});

let clients = 0;
// A client with one contact; more goes into the contact's place there.
export async function addContact(person, name, more = {}) {
    clients += 1;
    const answer = await person.post('/api/clients', {
        client: { legal_name: `Portail ${clients} SARL`, owner_id: person.me.user.id },
        contacts: [{ contact: { first_name: 'Claire', last_name: name, email: address(name.toLowerCase()), language: more.language ?? 'fr' },
            roles: more.roles ?? ['decision_maker'] }],
    });
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return { client: answer.json.client, link: answer.json.contacts[0], contact: answer.json.contacts[0].contact };
}
export const placeOf = async (person, made) =>
    (await person.get(`/api/clients/${made.client.id}`)).json.contacts.find((one) => one.id === made.link.id);

// Waits until `look` returns something; fails with what it waited for.
export async function until(look, what, patience = 20_000) {
    for (const end = Date.now() + patience; Date.now() < end;) {
        const found = await look();
        if (found) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain for ${what}`);
}
export const arrived = (mailbox, to, count = 1) =>
    until(() => mailbox.to(to).length >= count && mailbox.to(to), `mail to ${to}`);
export const mailState = async (person, to) =>
    (await person.get('/api/mails')).json.mails.find((mail) => mail.to_address === to);
export const tokenIn = (mail) => /\/portal\/(?:invite|reset)\/([\w-]{43})/.exec(mail.text)?.[1];
