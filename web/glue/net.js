// Requests of the program (wasm-ui §28): time-outs, patience for reads, at most six at once. A write goes out once per
// call, with its Idempotency-Key: whether to repeat it is the program's decision (web/net/writes.hpp). When the session
// is over, requests wait for the sign-in over the page and go out again unchanged.
(() => {
const net = carnet.net = { clockOffset: 0 };
const MOST = 6, TRIES = 4, READ_MS = 8000, WRITE_MS = 20000;
const queue = [];
let running = 0;

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const isRead = (method) => method === 'GET' || method === 'HEAD';

net.inFlight = () => running + queue.length;
net.randomKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const finish = (id, answer) => {
    const body = answer?.body || new Uint8Array(0);
    carnet.give(answer?.type || '', (type) => carnet.give(body, (at, size) => {
        carnet.call('app_net_done', id, answer?.status || 0, at, size, type, answer?.position || 0);
    }));
};

const metadata = (answer) => {
    const date = Date.parse(answer.headers.get('Date') || '');
    // The header has whole seconds: only a clock that is really wrong is corrected.
    if (date && Math.abs(date - Date.now()) > 5000) net.clockOffset = date - Date.now();
    return { status: answer.status, type: answer.headers.get('Content-Type') || '', position: Number(answer.headers.get('Carnet-Position')) || 0 };
};

// All pieces go through one buffer where the browser can do that: a large book would leave as much garbage as it has bytes.
const eachPiece = async (body, take) => {
    let reader, buffer = new ArrayBuffer(1 << 16);
    try { reader = body.getReader({ mode: 'byob' }); } catch { buffer = null; reader = body.getReader(); }
    for (;;) {
        const { done, value } = await (buffer ? reader.read(new Uint8Array(buffer)) : reader.read());
        if (done) return;
        take(value);
        if (buffer) buffer = value.buffer;
    }
};

const once = async (request, onPiece) => {
    const stop = new AbortController();
    const limit = request.timeout || (isRead(request.method) ? READ_MS : WRITE_MS);
    // The clock starts again with every piece: a slow line that still delivers is not a dead one.
    let clock = setTimeout(() => stop.abort(), limit);
    const headers = { Accept: 'application/json, */*;q=0.5', 'Accept-Language': document.documentElement.lang };
    if (request.body || request.file) headers['Content-Type'] = request.type;
    if (request.key) headers['Idempotency-Key'] = request.key;
    if (request.mails) headers['Carnet-Mails'] = request.mails;
    try {
        const answer = await fetch(request.path, {
            method: request.method, headers, credentials: 'same-origin', signal: stop.signal,
            body: request.file ? carnet.files.get(request.file) : request.body || undefined,
        });
        const result = metadata(answer);
        if (!onPiece || answer.status !== 200 || !answer.body) return { ...result, body: new Uint8Array(await answer.arrayBuffer()) };
        await eachPiece(answer.body, (piece) => {
            clearTimeout(clock);
            clock = setTimeout(() => stop.abort(), limit);
            onPiece(piece);
        });
        return result;
    } finally {
        clearTimeout(clock);
    }
};

// Reads are tried again after 0.3, 0.6 and 1.2 seconds; not once pieces of the answer have been handed over.
const patiently = async (request, onPiece) => {
    let handed = false;
    const piece = onPiece && ((bytes) => { handed = true; onPiece(bytes); });
    for (let attempt = 1; ; ++attempt) {
        let answer = null;
        try { answer = await once(request, piece); } catch { /* No answer. */ }
        const weak = !answer || [502, 503, 504].includes(answer.status);
        if (!weak || handed || !isRead(request.method) || attempt >= TRIES) return handed && !answer ? null : answer;
        await pause(300 * 2 ** (attempt - 1) * (0.8 + 0.4 * Math.random()));
    }
};

const run = async (id, request) => {
    ++running;
    const piece = request.streaming ? (bytes) => carnet.give(bytes, (at, size) => carnet.call('app_net_piece', id, at, size)) : null;
    let answer = request.method === 'GET' && !request.streaming ? await carnet.takeEarly(request.path) : null;
    if (!answer || answer.status !== 200) answer = await patiently(request, piece);
    --running;
    next();
    if (answer?.status === 401 && request.path !== carnet.api + '/session') {
        carnet.crash.note('401');
        await carnet.signIn.again(answer);
        return send(id, request);
    }
    finish(id, answer);
    carnet.hooks.check();
};

const next = () => {
    while (running < MOST && queue.length > 0) {
        const [id, request] = queue.shift();
        run(id, request);
    }
};
const send = (id, request) => { queue.push([id, request]); next(); };
// Never answers before it returns.
net.send = (id, request) => { queue.push([id, request]); queueMicrotask(next); };

// The form over the page succeeded: the program asks anew for what it shows, and sends what waited.
carnet.signedIn = () => carnet.call('app_signed_in');

addEventListener('online', () => carnet.call('app_net_changed'));
addEventListener('offline', () => carnet.call('app_net_changed'));
})();
