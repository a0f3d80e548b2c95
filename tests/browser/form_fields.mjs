// The fields that the tests of typing use: those of the form for a new client.
import { settle } from './kit.mjs';
export const FIELD = 'Nom commercial', OTHER = 'Adresse', NOTE = '', AMOUNT = '';
export async function openForm(page) {
    await page.keyboard.press('n');
    await page.waitForURL(/\/clients\/new/);
    await settle(page);
}
