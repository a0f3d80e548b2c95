// The fields that the tests of typing use: those of the form for a new client, and two of a client's sheet.
import { byRole, clickNode, running, settle } from './kit.mjs';
export const FIELD = 'Nom commercial', OTHER = 'Adresse', NOTE = 'Consigner une activité', AMOUNT = 'Budget';
export async function openForm(page) {
    await page.keyboard.press('n');
    await page.waitForURL(/\/clients\/new/);
    await settle(page);
}

// A sheet with its composer, a text area; its projects, with an amount.
export async function openSheet(page, tab = '') {
    await page.goto(`/clients/1${tab}`);
    await running(page);
}
export async function openAmount(page) {
    await openSheet(page, '?tab=projects');
    await clickNode(page, 'button', 'Ajouter un projet');
    await byRole(page, 'textbox', AMOUNT).first().waitFor({ state: 'attached' });
}
