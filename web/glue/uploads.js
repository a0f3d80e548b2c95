// Files on their way to the server, in slices (§24): announced, sent piece by piece, taken up where they stopped when the
// network or the session comes back. The bytes never enter the program.
(() => {
const files = carnet.files;
const PIECE = 4 << 20, TRIES = 8;
const running = new Map();
const STATE = { sending: 0, done: 1, failed: 2 };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const say = (handle, state, sent, text = '') => carnet.give(text, (at) => carnet.call('app_upload', handle, state, sent, at));

// One request; lost answers and a busy server are tried again, a session that ended is waited for.
const ask = async (job, method, path, body, type) => {
    for (let attempt = 1; ; ++attempt) {
        let answer = null;
        try {
            answer = await fetch(path, {
                method, body, signal: job.stop.signal, credentials: 'same-origin',
                headers: { 'Content-Type': type, 'Accept-Language': document.documentElement.lang },
            });
        } catch (error) {
            if (job.stop.signal.aborted) throw error;
        }
        if (answer?.status === 401) {
            await carnet.signIn.again();
        } else if (answer && ![502, 504].includes(answer.status)) {
            return { status: answer.status, json: await answer.json().catch(() => ({})) };
        } else if (attempt >= TRIES) {
            return { status: 0, json: {} };
        } else {
            await pause(Math.min(8000, 400 * 2 ** attempt));
        }
    }
};

const send = async (handle, job, file) => {
    if (!job.id) {
        const words = JSON.stringify({ name: file.name.normalize('NFC'), size: file.size });
        const begun = await ask(job, 'POST', carnet.api + '/uploads', words, 'application/json');
        if (begun.status !== 201) return begun;
        job.id = begun.json.id;
        job.sent = 0;
    } else {
        // Again after a failure: the server knows best how much it has.
        const known = await ask(job, 'GET', carnet.api + `/uploads/${job.id}`, undefined, 'application/json');
        if (known.status !== 200) { if (known.status === 404) job.id = ''; return known; }
        job.sent = known.json.received;
        if (known.json.done) return known;
    }
    for (;;) {
        const piece = file.slice(job.sent, job.sent + PIECE);
        const answer = await ask(job, 'PUT', carnet.api + `/uploads/${job.id}?offset=${job.sent}`, piece, 'application/octet-stream');
        if (answer.status === 404) job.id = '';
        if (answer.status !== 200 && answer.status !== 409) return answer;
        if (answer.status === 409 && answer.json.received === job.sent) return answer;
        job.sent = answer.json.received;
        if (answer.json.done) return answer;
        say(handle, STATE.sending, job.sent);
    }
};

files.upload = async (handle) => {
    const file = files.get(handle);
    const job = running.get(handle) || { sent: 0, id: '' };
    job.stop = new AbortController();
    running.set(handle, job);
    try {
        const answer = await send(handle, job, file);
        if (answer.json.done) {
            running.delete(handle);
            files.forget(handle);
            say(handle, STATE.done, file.size, job.id);
        } else {
            say(handle, STATE.failed, job.sent, answer.json.detail || '');
        }
    } catch (error) {
        // Cancelled: nobody listens any more. A file that cannot be read (moved, a folder) is said.
        if (!job.stop.signal.aborted) say(handle, STATE.failed, job.sent, String(error.message || error));
    }
    carnet.hooks.check();
};

files.cancelUpload = (handle) => {
    const job = running.get(handle);
    running.delete(handle);
    files.forget(handle);
    job?.stop?.abort();
    if (job?.id) fetch(carnet.api + `/uploads/${job.id}`, { method: 'DELETE' }).catch(() => {});
};
})();
