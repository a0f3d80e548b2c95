// The first script of the page: asks who is signed in, starts the first data request before the program has arrived,
// runs the sign-in form, and shows what went wrong when nothing else can. The program's own scripts are web/glue.
'use strict';
(() => {
const carnet = window.carnet = {};
const page = document.documentElement;
// Two pages run this script. The portal of the clients' contacts has its own program, API and storage.
const { wasm, fonts, world } = document.currentScript.dataset;
carnet.api = world ? '/api/' + world : '/api';
const home = world ? '/' + world : '/', prefix = world ? 'carnet.' + world + '.' : 'carnet.';
const byId = (id) => document.getElementById(id);

// --- Language and looks, before the first paint -------------------------------------------------------------------

carnet.storage = {
    read(key) { try { return localStorage.getItem(prefix + key) || ''; } catch { return ''; } },
    write(key, value) {
        try {
            if (value) localStorage.setItem(prefix + key, value); else localStorage.removeItem(prefix + key);
        } catch { /* Full or forbidden: this browser remembers nothing. */ }
    },
};

const preferred = () => (navigator.languages || []).map((tag) => tag.slice(0, 2)).find((tag) => tag === 'fr' || tag === 'en');
carnet.setLanguage = (tag) => {
    page.lang = tag.slice(0, 2) === 'en' ? 'en' : 'fr';
    for (const element of document.querySelectorAll('[data-fr]')) {
        for (const pair of element.dataset[page.lang].split('|')) {
            const at = pair.indexOf('=');
            element.setAttribute(pair.slice(0, at), pair.slice(at + 1));
        }
    }
};
carnet.text = (french, english) => page.lang === 'en' ? english : french;
page.lang = carnet.storage.read('language') || preferred() || 'fr';
page.classList.add('js', carnet.storage.read('signed-in') ? 'starting' : 'undecided');
const theme = carnet.storage.read('theme');            // The person's choice; without one the system's counts.
if (theme === 'dark' || theme === 'light') page.dataset.theme = theme;

const queries = new Map();
// Asked in every frame, and asking the browser makes it work out the page's styles: its answer is kept until it says otherwise.
carnet.media = (query) => {
    if (!queries.has(query)) {
        const list = matchMedia(query);
        queries.set(query, list.matches);
        list.addEventListener('change', () => { queries.set(query, list.matches); carnet.wake?.(3); });
    }
    return queries.get(query);
};

// --- The program, compiled while it arrives, and its fonts ---------------------------------------------------------

const load = async (address) => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (answer.status === 404) staleCode();
    if (!answer.ok) throw new Error(answer.status + ' ' + address);
    return answer;
};
const missing = (error) => carnet.crash.show('loading: ' + error);
carnet.program = typeof WebAssembly === 'object' ? WebAssembly.compileStreaming(load(wasm)) : new Promise(() => {});
carnet.program.catch(missing);
carnet.fonts = fonts.split(' ').map(async (address) => new Uint8Array(await (await load(address)).arrayBuffer()));
Promise.all(carnet.fonts).catch(missing);

// --- The first requests -------------------------------------------------------------------------------------------

const read = async (answer) => ({
    status: answer.status,
    body: new Uint8Array(await answer.arrayBuffer()),
    type: answer.headers.get('Content-Type') || '',
    position: Number(answer.headers.get('Carnet-Position')) || 0,
    date: Date.parse(answer.headers.get('Date') || ''),
});
const early = new Map();
// The words of a query in order, so that the same question is recognised whoever wrote it.
const normal = (path) => {
    const [place, query] = path.split('?');
    return query ? place + '?' + query.split('&').filter(Boolean).sort().join('&') : place;
};
carnet.ask = (path) => {
    const answer = fetch(path, { credentials: 'same-origin', headers: { Accept: 'application/json' } }).then(read, () => null);
    early.set(normal(path), answer);
    return answer;
};
// The answer to a request that was sent before the program asked for it; once.
carnet.takeEarly = (path) => {
    const key = normal(path), answer = early.get(key);
    early.delete(key);
    return answer;
};
carnet.firstPath = (path, query) => {
    const words = query.slice(1).split('&').filter((word) => word && !word.startsWith('view='));   // A view is only a name for its words.
    if (path === '/' || path === '/clients') return '/api/clients?' + [...words, 'limit=60'].join('&');
    const sheet = /^\/clients\/(\d+)$/.exec(path);
    return sheet && '/api/clients/' + sheet[1];
};
const askFirst = () => {
    if (world) {                                       // What comes first depends on who it is: the program left word.
        const first = carnet.storage.read('first');
        if (first && location.pathname === home) carnet.ask(first);
        return;
    }
    const path = carnet.firstPath(location.pathname, location.search);
    if (path) carnet.ask(path);
    carnet.ask('/api/words');
};

// --- Sign-in ------------------------------------------------------------------------------------------------------

const signIn = carnet.signIn = { user: null, over: false, waiters: [] };
signIn.ready = new Promise((resolve) => { signIn.start = resolve; });
const json = (answer) => { try { return JSON.parse(new TextDecoder().decode(answer.body)); } catch { return {}; } };

// Why somebody who was signed in is so no longer; nothing when nobody was.
const reason = (answer) => json(answer).fields?.[0]?.message || '';

const show = (name) => {
    page.classList.remove('undecided', 'starting', 'sign-in', 'over', 'running');
    page.classList.add(...name.split(' '));
};

const entered = (me) => {
    const now = me.user || me.contact;
    const other = signIn.user && now && signIn.user.id !== now.id;
    signIn.user = me.user || me.contact || {};
    carnet.storage.write('signed-in', '1');
    if (other) { carnet.nav?.reload(); return; }       // Somebody else: nothing of the other person stays.
    if (signIn.over) {
        signIn.over = false;
        show('running');
        byId('login').reset();
        carnet.mirror?.restoreFocus();
        for (const resume of signIn.waiters.splice(0)) resume();
        carnet.signedIn?.();
    } else {
        show(page.classList.contains('running') ? 'running' : 'starting');
        signIn.start(me);
    }
};

const showForm = (over) => {
    signIn.over = over;
    show(over ? 'sign-in over running' : 'sign-in');
    const form = byId('login');
    if (over && signIn.user?.email) form.email.value = signIn.user.email;
    // A new password must not cost what is typed underneath.
    byId('forgotten')?.setAttribute('target', over ? '_blank' : '');
    (form.email.value ? form.password : form.email).focus();
};

// `over`: the session ended while somebody works; the page stays as it is underneath.
signIn.ask = (over, why) => {
    if (over) { if (!signIn.over) showForm(true); if (why) complain(why); return; }
    carnet.storage.write('signed-in', '');
    carnet.leaving = true;
    location.replace(home);
};
// `answer`: the refusal, which may say why the session is over.
signIn.again = (answer) => new Promise((resolve) => { signIn.waiters.push(resolve); signIn.ask(true, answer && reason(answer)); });

const complain = (message, field) => {
    const problem = byId('login-problem');
    problem.textContent = message;
    problem.hidden = !message;
    for (const name of ['email', 'password']) byId(name).removeAttribute('aria-invalid');
    if (field) { byId(field).setAttribute('aria-invalid', 'true'); byId(field).focus(); }
};

const failure = (answer) => {
    const { text } = carnet;
    if (!answer) return [text('Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.', 'The server does not answer. Check your connection, then try again.')];
    if (answer.status === 401 && reason(answer)) return [reason(answer)];
    if (answer.status === 401) return [text('Adresse e-mail ou mot de passe incorrect.', 'Wrong e-mail address or password.'), 'password'];
    if (answer.status === 429) return [text('Trop d’essais. Attendez quelques minutes, puis réessayez.', 'Too many attempts. Wait a few minutes, then try again.')];
    return [json(answer).detail || text('Connexion impossible pour le moment. Réessayez.', 'Signing in is not possible right now. Try again.')];
};

const submit = async (event) => {
    event.preventDefault();
    const form = byId('login'), button = byId('login-button'), { text } = carnet;
    const email = form.email.value.trim(), password = form.password.value;
    if (!email) return complain(text('Indiquez votre adresse e-mail.', 'Enter your e-mail address.'), 'email');
    if (!password) return complain(text('Indiquez votre mot de passe.', 'Enter your password.'), 'password');
    if (button.getAttribute('aria-disabled') === 'true') return;
    complain('');
    button.setAttribute('aria-disabled', 'true');
    const body = JSON.stringify({ email, password, remember: form.remember.checked });
    const answer = await fetch(carnet.api + '/session', {
        method: 'POST', credentials: 'same-origin', body, headers: { 'Content-Type': 'application/json', 'Accept-Language': page.lang },
    }).then(read, () => null);
    button.removeAttribute('aria-disabled');
    if (answer?.status !== 200) { form.password.select(); return complain(...failure(answer)); }
    form.password.value = '';
    reveal(false);
    // A navigation is what makes password managers offer to save.
    history.replaceState(history.state, '', /^\/(login|portal\/sign-in)$/.test(location.pathname) ? home : location.href.split('#')[0]);
    if (!signIn.over) {
        early.set(carnet.api + '/session', Promise.resolve(answer));
        askFirst();
    }
    entered(json(answer));
};

const reveal = (on) => {
    const button = byId('show-password');
    byId('password').type = on ? 'text' : 'password';
    button.setAttribute('aria-pressed', on);
};

const formReady = () => {
    const form = byId('login');
    form.noValidate = true;
    form.addEventListener('submit', submit);
    byId('show-password').addEventListener('click', () => { reveal(byId('password').type === 'password'); byId('password').focus(); });
    for (const type of ['keydown', 'keyup', 'pointerdown']) {
        form.addEventListener(type, (event) => {
            byId('caps-lock').hidden = !event.getModifierState?.('CapsLock');
        });
    }
    byId('other-language').addEventListener('click', () => {
        carnet.setLanguage(page.lang === 'fr' ? 'en' : 'fr');
        carnet.storage.write('language', page.lang);
        complain('');
    });
    carnet.setLanguage(page.lang);
    for (const element of document.querySelectorAll('.https')) element.hidden = location.protocol !== 'https:';
};

const session = carnet.ask(carnet.api + '/session');
if (carnet.storage.read('signed-in')) askFirst();
const formExists = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve)).then(formReady);
session.then(async (answer) => {
    if (answer?.status === 200) {
        if (!carnet.storage.read('signed-in')) askFirst();
        return entered(json(answer));
    }
    await formExists;
    carnet.storage.write('signed-in', '');
    early.clear();
    showForm(false);
    complain(answer ? reason(answer) : failure(null)[0]);
});
// A page that the browser kept as it was may belong to a session that is over.
addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });

// --- When the program cannot run ----------------------------------------------------------------------------------

const trail = [];
carnet.crash = {
    dead: false,
    // Places only: no names, no texts.
    note(what) { trail.push(Math.round(performance.now()) + ' ' + what); if (trail.length > 50) trail.shift(); },
    show(report) {
        if (carnet.crash.dead) return;
        if (!document.getElementById('crash')) return document.addEventListener('DOMContentLoaded', () => carnet.crash.show(report));
        carnet.crash.dead = true;
        byId('crash-report').value = [document.body.dataset.build, navigator.userAgent, report, ...trail].join('\n');
        byId('crash').hidden = false;
        byId('crash-reload').focus();
    },
    unsupported(what) {
        carnet.crash.dead = true;
        byId('unsupported').hidden = false;
        byId('unsupported').dataset.missing = what;
        page.classList.add('unsupported');
    },
};
const isOurs = (error) => error instanceof WebAssembly.RuntimeError || /abort|memory access/i.test(String(error?.message || error));
addEventListener('error', (event) => {
    if (event.target instanceof HTMLScriptElement) { staleCode(); return; }
    if (event.error && isOurs(event.error)) carnet.crash.show(event.error.stack || String(event.error));
}, true);
addEventListener('unhandledrejection', (event) => { if (isOurs(event.reason)) carnet.crash.show(event.reason.stack || String(event.reason)); });
// After an update of the server an old page names files that are gone: once, the new page is fetched.
const staleCode = () => {
    if (sessionStorage.getItem('carnet.reloaded')) return carnet.crash.show('script missing');
    sessionStorage.setItem('carnet.reloaded', '1');
    location.reload();
};
carnet.started = () => { sessionStorage.removeItem('carnet.reloaded'); show(signIn.over ? 'sign-in over running' : 'running'); };
if (typeof WebAssembly !== 'object') document.addEventListener('DOMContentLoaded', () => carnet.crash.unsupported('wasm'));
document.addEventListener('DOMContentLoaded', () => {
    byId('crash-reload').addEventListener('click', () => { carnet.leaving = true; location.reload(); });
    byId('crash-copy').addEventListener('click', () => { byId('crash-report').hidden = false; byId('crash-report').select(); document.execCommand('copy'); });
    byId('lost-reload').addEventListener('click', () => { carnet.leaving = true; location.reload(); });
});

// --- What tests and measurements may ask (page hooks) --------------------------------------------------------------

const whenHooks = new Promise((resolve) => { carnet.hooksReady = resolve; });
window.__carnet = {
    idle: () => whenHooks.then((hooks) => hooks.idle()),
    frames: () => carnet.hooks ? carnet.hooks.frames() : 0,
    state: () => carnet.hooks ? carnet.hooks.state() : null,
    rect: (name) => carnet.hooks ? carnet.hooks.rect(name) : null,
    memory: () => ({ wasm: carnet.hooks ? carnet.hooks.memory() : 0 }),
};
})();
