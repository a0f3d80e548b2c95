// What the tests of the portal's program share: a client with everything, its contacts, and pages where they are signed in.
import { Person } from '../server/kit.mjs';
import { addContact, fullClient, join_portal } from '../server/portal_world.mjs';
import { fresh, running } from './app.mjs';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
let people = 0;

export function scenesOf(house) {
    const host = () => ({ url: house.server.url, folder: house.server.data, nobody() { return new Person(this, ''); } });
    const staff = async () => new Person(host(), (await house.api('manager')).cookie, 'send');
    const address = () => `contact${++people}.${process.pid}@client.example`;
    // A full client and one contact of it.
    const invited = async (roles = ['decision_maker', 'technical']) => {
        const lea = await staff(), word = fresh('Portail'), all = await fullClient(lea, word), email = address();
        const link = await addContact(lea, all.client, { first_name: 'Claire', last_name: 'Fontaine', email }, { roles });
        return { lea, word, email, link: link.id, ...all };
    };
    // Another contact of the same client.
    const beside = async (scene, first_name, roles = ['decision_maker', 'technical']) => {
        const email = address(), link = await addContact(scene.lea, scene.client, { first_name, last_name: 'Fontaine', email }, { roles });
        return { ...scene, email, link: link.id };
    };
    // The contact chooses a password; a page where they are signed in.
    const entered = async (t, scene, options = {}, path = '/portal') => {
        const claire = await join_portal(host(), scene.lea, scene.link, scene.email);
        const page = await house.stranger(t, options), [name, value] = claire.cookie.split('=');
        await page.context().addCookies([{ name, value, url: house.server.url, httpOnly: true, sameSite: 'Lax' }]);
        await page.goto(path);
        await running(page);
        return page;
    };
    return { host, staff, invited, beside, entered };
}
