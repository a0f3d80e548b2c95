// The other end of window.__carnet (page hooks): what the page is still busy with.
(() => {
const hooks = carnet.hooks = {};
let waiters = [];

const pending = () => {
    const bits = carnet.call('app_pending') ?? 8;
    return (bits & ~4) !== 0 || carnet.net.inFlight() > 0 || carnet.nav.pending() || carnet.call('app_busy') === 1;
};
// Whatever ends something calls this.
hooks.check = () => {
    if (waiters.length === 0 || pending()) return;
    carnet.mirror.flush();
    if (pending() || carnet.mirror.pending()) return;
    const done = waiters;
    waiters = [];
    done.forEach((resolve) => resolve());
};
// Timers and media changes end without telling; a slow look is enough for them.
const look = () => { hooks.check(); if (waiters.length > 0) setTimeout(look, 20); };

hooks.idle = () => new Promise((resolve) => {
    waiters.push(resolve);
    if (waiters.length === 1) setTimeout(look, 0);
});
hooks.frames = () => carnet.call('app_frames') ?? 0;
hooks.state = () => {
    if (!hooks.frames()) return null;
    return JSON.parse(Module['UTF8ToString'](carnet.call('app_state')));
};
hooks.rect = (name) => {
    const at = carnet.give(name, (text) => carnet.call('app_rect', text)) >> 2;
    return at ? { x: Module['HEAPF32'][at], y: Module['HEAPF32'][at + 1], w: Module['HEAPF32'][at + 2], h: Module['HEAPF32'][at + 3] } : null;
};
hooks.memory = () => Module['HEAPU8'].length;
hooks.start = () => carnet.hooksReady(hooks);
carnet.loop = { drawn: (more) => { if (!more) queueMicrotask(hooks.check); } };
})();
