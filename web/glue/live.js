// The stream of changes, one per browser: the tab that holds the lock listens to the server and tells the others.
// A tab that was away longer than the listener remembers listens by itself.
(() => {
const live = carnet.live = { connected: false };
const NAMES = ['rows', 'words', 'reload', 'presence', 'changed'];
const TIMELESS = ['presence', 'changed'];    // They bear no number; the browser hands on the one before.
const REMEMBERED = 500;
// The server sends a beat after 15 s of silence. A connection that a router has forgotten ends without a word.
const SILENCE = 40000;
let source = null, channel = null, release = null, position = 0, isOpen = false, leads = false, pause = 1000, timer = 0, watch = 0;
let recent = [], completeSince = 0;

const deliver = (name, data, id) => {
    // Already heard, from the other side. Only another database takes the position back.
    if (id && id <= position && name !== 'reload') return;
    position = id || position;
    carnet.give(name, (word) => carnet.give(data, (at, size) => carnet.call('app_live_event', word, at, size)));
};

const setConnected = (on) => {
    if (live.connected === on) return;
    live.connected = on;
    carnet.call('app_net_changed');
    if (leads) channel?.postMessage({ type: 'connected', on });
};

const stop = () => {
    clearTimeout(timer);
    clearTimeout(watch);
    source?.close();
    setConnected(false);
};
const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(() => { setConnected(false); listen(); }, SILENCE);
};

const listen = () => {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(carnet.api + '/changes?since=' + position);
    source.onopen = () => { pause = 1000; heard(); setConnected(true); };
    source.onerror = () => {
        clearTimeout(watch);
        setConnected(false);
        if (source.readyState !== EventSource.CLOSED) return;    // It tries again by itself.
        timer = setTimeout(retry, pause);
        pause = Math.min(pause * 2, 30000);
    };
    source.addEventListener('beat', heard);
    for (const name of NAMES) {
        source.addEventListener(name, (event) => {
            heard();
            const id = TIMELESS.includes(name) ? 0 : Number(event.lastEventId) || 0;
            if (leads) {
                recent.push({ name, data: event.data, id });
                if (recent.length > REMEMBERED) completeSince = Math.max(completeSince, recent.shift().id);
                channel?.postMessage({ type: 'event', name, data: event.data, id });
            }
            deliver(name, event.data, id);
        });
    }
};

// The server closed the stream for good: because it is gone for a while, or because the session is.
const retry = async () => {
    if (!isOpen) return;
    const answer = await fetch(carnet.api + '/session', { credentials: 'same-origin' }).catch(() => null);
    if (answer?.status === 401) await carnet.signIn.again({ body: new Uint8Array(await answer.arrayBuffer()) });
    if (isOpen) listen();
};

const lead = () => {
    leads = true;
    completeSince = position;
    recent = [];
    listen();
    return new Promise((resolve) => { release = resolve; });
};

const hear = ({ data: message }) => {
    if (message.type === 'event') deliver(message.name, message.data, message.id);
    if (message.type === 'connected' && !leads) setConnected(message.on);
    if (message.type === 'hello' && leads) {
        const events = message.since >= completeSince ? recent.filter((event) => event.id > message.since || event.name === 'changed') : null;
        channel.postMessage({ type: 'welcome', to: message.from, events, on: live.connected });
    }
    if (message.type === 'welcome' && message.to === me && !leads) {
        if (!message.events) return listen();        // Too far behind for the listener's memory.
        message.events.forEach((event) => deliver(event.name, event.data, event.id));
        setConnected(message.on);
    }
};
const me = Math.random().toString(36).slice(2);

live.open = (since) => {
    live.close();
    isOpen = true;
    position = since;
    if (!navigator.locks || !window.BroadcastChannel) { listen(); return; }
    const name = 'carnet-live' + carnet.api + '-' + (carnet.signIn.user?.id ?? 0);
    channel = new BroadcastChannel(name);
    channel.onmessage = hear;
    navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && isOpen ? lead() : undefined).then(() => {
        if (!isOpen || leads) return;
        channel.postMessage({ type: 'hello', from: me, since: position });
        return navigator.locks.request(name, () => isOpen ? lead() : undefined);   // When the listener closes.
    });
};

live.close = () => {
    isOpen = leads = false;
    stop();
    channel?.close();
    source = channel = null;
    release?.();
    release = null;
};

// The computer knows before the connection does.
addEventListener('offline', () => { if (source) stop(); });
addEventListener('online', () => { if (source) listen(); });
})();
