// An agency's workspace: how long a click on a client takes until their sheet stands there, with projects and documents.
import { median, percentile } from './figures.mjs';
import { Page } from './page.mjs';
import { agencyClients, agencyFolder, Server } from './server.mjs';

const projects = 10, documents = 20, at_once = 32;

const request = async (server, method, path, body, type = 'application/json') => {
    const answer = await fetch(server.origin + path, { method, headers: { Cookie: server.cookie, 'Content-Type': type, 'Carnet-Mails': 'none' }, body });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
};
const post = (server, path, body) => request(server, 'POST', path, JSON.stringify(body));

async function furnishClient(server, id) {
    for (let i = 0; i < projects; ++i)
        await post(server, `/api/clients/${id}/projects`, { name: `Projet ${i + 1} du client ${id}`, budget_cents: (i + 1) * 125_000, due_on: '2027-03-31' });
    const files = [];
    for (let i = 0; i < documents; ++i) {
        const bytes = `Document ${i + 1} du client ${id}\n`, upload = (await post(server, '/api/uploads', { name: `Document ${i + 1}.txt`, size: bytes.length })).id;
        await request(server, 'PUT', `/api/uploads/${upload}?offset=0`, bytes, 'application/octet-stream');
        files.push({ upload });
    }
    await post(server, `/api/clients/${id}/documents`, { files });
}

async function furnish(folder) {
    console.error(`Adding ${projects} projects and ${documents} documents to each client (once) …`);
    const server = await Server.start(folder);
    try {
        await server.firstAnswer('/healthz');
        await server.signIn();
        const ids = [];
        while (ids.length < agencyClients) {
            const { rows } = await server.json(`/api/clients?limit=500&offset=${ids.length}`);
            if (rows.length === 0) break;
            ids.push(...rows.map((row) => row.id));
        }
        const next = ids.values();
        await Promise.all(Array.from({ length: at_once }, async () => { for (const id of next) await furnishClient(server, id); }));
    } finally {
        await server.stop();
    }
}

// From the release of the button, where a click is one, to the frame that shows the sheet with all that was asked for. The
// answers are asked for when the button goes down: a person's click leaves it there for some 100 ms.
const click = (page, x, y) => page.tab.evaluate(async ([left, top]) => {
    const canvas = document.getElementById('canvas'), { carnet, __carnet: page } = window;
    const send = (type, buttons) => canvas.dispatchEvent(new PointerEvent(type, {
        clientX: left, clientY: top, bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons,
    }));
    send('pointermove', 0);
    send('pointerdown', 1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const start = performance.now();
    send('pointerup', 0);
    // The application says that it is busy until a frame has drawn the answers that its views wait for; who else looks at
    // the sheet is told behind their backs.
    while (!/^\/clients\/\d+/.test(page.state().place) || carnet.call('app_busy') === 1) {
        if (performance.now() - start > 5000) throw new Error('The click opened nothing');
        await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return performance.now() - start;
}, [x, y]);

export const agencyFigures = {
    async sheet_open() {
        const server = await Server.start(await agencyFolder(furnish));
        let page;
        try {
            await server.firstAnswer('/healthz');
            await server.signIn();
            page = await Page.open(server);
            await page.openList(agencyClients);
            const body = await page.rect('body'), times = [];
            for (let i = 0; i < 21; ++i) {
                times.push(await click(page, body.x + 140, body.y + 20 + 40 * (i % 12)));
                await page.tab.goBack();
                await page.idle();
            }
            return { value: median(times.slice(1)), detail: `${times.length - 1} sheets, the first ${times[0].toFixed(0)} ms before them; 95 % within ${percentile(times.slice(1), 0.95).toFixed(0)} ms` };
        } finally {
            await page?.stop();
            await server.stop();
        }
    },
};
