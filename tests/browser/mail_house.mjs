// A server whose e-mails arrive in a mailbox on loopback: `const { house, mailbox } = mailHouse({ …more environment })`.
import { after } from 'node:test';
import { Mailbox } from '../../.dev/mailbox.mjs';
import { houseOf } from './app.mjs';

export function mailHouse(environment) {
    const mailbox = new Mailbox();
    const house = houseOf({
        environment: async () => {
            await mailbox.start();
            return { CARNET_SMTP_URL: mailbox.url, CARNET_SMTP_FROM: 'Mistral <contact@mistral.example>', ...environment };
        },
    });
    after(() => mailbox.stop());
    return { house, mailbox };
}
