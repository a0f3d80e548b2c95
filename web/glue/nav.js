// Places in the address bar (wasm-ui §23), the title, leaving the page.
(() => {
const nav = carnet.nav = {};
nav.path = () => location.pathname + location.search;
nav.push = (path) => { if (path !== nav.path()) { history.pushState(null, '', path); carnet.crash.note(location.pathname); } };
nav.replace = (path) => { if (path !== nav.path()) history.replaceState(null, '', path); };
nav.title = (title) => { if (document.title !== title) document.title = title; };
nav.open = (url) => { if (/^(\/(?!\/)|https?:|mailto:|tel:)/i.test(url)) window.open(url, '_blank', 'noopener'); };
nav.reload = () => { carnet.leaving = true; location.reload(); };
addEventListener('popstate', () => {
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
