// Connections stay open (browsers keep six for a while, a live stream one for hours): none may wait for another to end.
import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { serve } from './kit.mjs';

const open = [];
after(() => open.forEach((socket) => socket.destroy()));

// Opens a connection and asks something; true when the answer comes soon. The connection stays open.
const answered = (url) => new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname, () => socket.write('GET /healthz HTTP/1.1\r\nHost: carnet\r\n\r\n'));
    open.push(socket);
    const clock = setTimeout(() => resolve(false), 10_000);
    socket.once('data', () => { clearTimeout(clock); resolve(true); });
    socket.once('error', () => { clearTimeout(clock); resolve(false); });
});

test('connections that come at the same moment and stay are all answered', { timeout: 60_000 }, async (t) => {
    const server = await serve(t, 10), url = new URL(server.url);
    for (let burst = 0; burst < 40; ++burst) {
        const answers = await Promise.all(Array.from({ length: 4 + burst % 12 }, () => answered(url)));
        assert.equal(answers.filter((answer) => !answer).length, 0, `burst ${burst}, ${open.length} connections`);
    }
});
