// Places in the address bar (wasm-ui §23), the title, leaving the page.
(() => {
const nav = carnet.nav = {};
// The address of where we are changes with every letter of a search. Writing it takes longer than finding the rows, and
// browsers refuse it when it happens too often: it is written once the letters pause, and before anything needs it.
const PAUSE_MS = 200;
let waiting = null, timer = 0;
const shown = () => location.pathname + location.search;
const forget = () => { clearTimeout(timer); waiting = null; };
const write = () => {
    const path = waiting;
    forget();
    if (path !== null && path !== shown()) history.replaceState(null, '', path);
};
nav.path = () => waiting ?? shown();
nav.pending = () => waiting !== null;
nav.push = (path) => { write(); if (path !== shown()) { history.pushState(null, '', path); carnet.crash.note(location.pathname); } };
nav.replace = (path) => {
    forget();
    if (path === shown()) return;
    waiting = path;
    timer = setTimeout(() => { write(); carnet.hooks.check(); }, PAUSE_MS);
};
addEventListener('pagehide', write);
nav.title = (title) => { if (document.title !== title) document.title = title; };
nav.open = (url) => { if (/^(\/(?!\/)|https?:|mailto:|tel:)/i.test(url)) window.open(url, '_blank', 'noopener'); };
nav.leaveTo = (url) => { write(); carnet.leaving = true; location.assign(url); };
nav.reload = () => { write(); carnet.leaving = true; location.reload(); };
addEventListener('popstate', () => {
    forget();                                // It belonged to the entry that was left.
    carnet.agent.push();
    carnet.give(nav.path(), (at) => carnet.call('app_popstate', at));
});

// Only while something is unsaved: a listener that is always there costs the back/forward cache.
const guard = (event) => {
    if (carnet.leaving) return;
    event.preventDefault();
    event.returnValue = '';
};
let guarded = false;
nav.unsaved = (unsaved) => {
    if (unsaved === guarded) return;
    guarded = unsaved;
    if (unsaved) addEventListener('beforeunload', guard); else removeEventListener('beforeunload', guard);
};

// What is HTML looks like what is drawn.
carnet.setTheme = (dark, color) => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.documentElement.style.background = color;
};
})();
