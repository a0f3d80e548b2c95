// The text agent (wasm-ui §2, §3, §35): while a text field of the application has the focus, an invisible field of the
// browser holds its whole text and selection. Every field gets a fresh element, so that the browser's undo never brings
// the text of one field into another.
(() => {
const host = () => document.getElementById('agent-host');
const agent = carnet.agent = { composing: false };
let element = null, field = null;
let pushed = { value: null, start: 0, end: 0 };     // What the program knows.

const encoder = new TextEncoder();
const bytes = (text) => encoder.encode(text).length;
// The index in UTF-16 of a place counted in UTF-8.
const index = (text, place) => {
    let at = 0;
    for (const character of text) {
        if (place <= 0) break;
        const code = character.codePointAt(0);
        place -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
        at += character.length;
    }
    return at;
};

agent.kind = () => element && document.activeElement === element ? field.kind : 'none';
agent.popupKeys = () => !!field?.popupKeys;
agent.fieldId = () => field ? field.id : 0;
agent.element = () => element;

const clean = (text, single) => {
    text = text.replace(/\r\n?/g, '\n').replace(/[\0\uFEFF]/g, '').normalize('NFC');
    return single ? text.replace(/\s*\n\s*/g, ' ') : text;
};
agent.clean = clean;

// Tells the program the whole state of the field. Safe to repeat.
agent.push = () => {
    if (!element || !field) return;
    let value = element.value, start = element.selectionStart, end = element.selectionEnd;
    const backward = element.selectionDirection === 'backward';
    if (!agent.composing && value !== value.normalize('NFC')) {
        start = value.slice(0, start).normalize('NFC').length;
        end = value.slice(0, end).normalize('NFC').length;
        element.value = value = value.normalize('NFC');
        element.setSelectionRange(start, end, element.selectionDirection);
    }
    const from = bytes(value.slice(0, backward ? end : start)), to = bytes(value.slice(0, backward ? start : end));
    if (value === pushed.value && from === pushed.start && to === pushed.end) return;
    pushed = { value, start: from, end: to };
    const id = field.id;
    carnet.give(value, (at, size) => carnet.call('app_text', id, at, size, from, to));
};

// The part of the text that is still being composed, for the line under it.
let composed = { from: 0, start: 0, end: 0 };
const tellComposed = (start, end) => {
    if (start === composed.start && end === composed.end) return;
    composed.start = start;
    composed.end = end;
    carnet.call('app_composition', start, end);
};
const onCompositionStart = () => { agent.composing = true; composed.from = element.selectionStart; };
const onCompositionUpdate = (event) => {
    const start = bytes(element.value.slice(0, composed.from));
    tellComposed(start, start + bytes(event.data || ''));
};
const endComposition = () => { agent.composing = false; tellComposed(0, 0); };
const onCompositionEnd = () => { endComposition(); agent.push(); };
const onKeyDown = (event) => {
    // The keypad's point is the decimal comma of French numbers.
    if (field.decimalComma && event.code === 'NumpadDecimal' && event.key === '.' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        document.execCommand('insertText', false, ',');
    }
};
// Ctrl+Alt in place of AltGr: where the browser still says so, it would type nothing.
const onKeyPress = (event) => {
    if (!event.ctrlKey || !event.altKey || [...event.key].length !== 1) return;
    event.preventDefault();
    document.execCommand('insertText', false, event.key);
};
const onPaste = (event) => {
    const text = event.clipboardData?.getData('text/plain') || '';
    const wanted = clean(text, field.kind !== 'multi');
    event.stopPropagation();
    if (!text || text === wanted) return;
    event.preventDefault();
    document.execCommand('insertText', false, wanted);
};

const create = (kind) => {
    const made = document.createElement(kind === 'multi' ? 'textarea' : 'input');
    if (kind !== 'multi') made.type = kind === 'password' ? 'password' : 'text';
    made.id = { single: 'agent-1l', multi: 'agent', password: 'agent-pw' }[kind];
    made.tabIndex = -1;
    made.autocapitalize = 'sentences';
    made.spellcheck = false;
    made.lang = document.documentElement.lang;
    made.addEventListener('compositionstart', onCompositionStart);
    made.addEventListener('compositionupdate', onCompositionUpdate);
    made.addEventListener('compositionend', onCompositionEnd);
    made.addEventListener('input', () => agent.push());
    made.addEventListener('select', () => { if (!agent.composing) agent.push(); });
    made.addEventListener('keydown', onKeyDown);
    made.addEventListener('keypress', onKeyPress);
    made.addEventListener('paste', onPaste);
    made.addEventListener('mousedown', (event) => event.preventDefault());
    // WebKit may end a composition without saying so: whatever the element holds now is the text.
    made.addEventListener('blur', () => { if (made === element) { endComposition(); agent.push(); } });
    return made;
};

const attribute = (made, name, value) => {
    if (value) made.setAttribute(name, value === true ? 'true' : value); else made.removeAttribute(name);
};

const place = () => {
    Object.assign(element.style, { left: field.x + 'px', top: field.y + 'px', width: field.w + 'px', height: field.h + 'px' });
    attribute(element, 'aria-label', field.label);
    attribute(element, 'aria-description', field.description);
    attribute(element, 'aria-required', field.required);
    attribute(element, 'aria-invalid', field.invalid);
    attribute(element, 'inputmode', field.inputMode);
    attribute(element, 'enterkeyhint', field.enterKeyHint);
    element.readOnly = field.readOnly;
    element.autocomplete = field.autocomplete || 'off';
    if (/^(email|url|tel|numeric|decimal)$/.test(field.inputMode)) element.autocapitalize = 'none';
    if (field.maxLength > 0) element.maxLength = field.maxLength; else element.removeAttribute('maxlength');
};

const remove = () => {
    const old = element;
    if (!old) return;
    if (agent.composing) old.blur();
    agent.push();
    element = null;
    field = null;
    endComposition();
    old.remove();
};

// A field of the application has the focus, or has moved.
agent.show = (next, value, start, end) => {
    const other = !field || field.id !== next.id || field.kind !== next.kind || !element;
    if (other) {
        const old = element;
        if (old) { if (agent.composing) old.blur(); agent.push(); }
        field = next;
        element = create(next.kind);
        host().append(element);
        place();
        pushed = { value: null, start: -1, end: -1 };
        agent.sync(next.id, value, start, end);
        if (!carnet.signIn.over) element.focus({ preventScroll: true });
        old?.remove();
        carnet.mirror.agentMoved();
    } else {
        field = next;
        place();
    }
};

// The program changed text or selection by itself.
agent.sync = (id, value, start, end) => {
    if (!element || field.id !== id || agent.composing) return;
    if (element.value !== value) element.value = value;
    const from = index(value, start), to = index(value, end);
    element.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? 'backward' : 'forward');
    pushed = { value, start, end };
};

agent.hide = () => {
    if (!element) return;
    const had = document.activeElement === element;
    remove();
    carnet.mirror.agentMoved();
    if (had || document.activeElement === document.body) carnet.mirror.restoreFocus();
};

// Within a tap: phones open their keyboard only now, the frame that follows only confirms.
agent.focusWithin = (node) => {
    if (field?.id === node.id) return element.focus({ preventScroll: true });
    agent.show({
        id: node.id, kind: node.multiline ? 'multi' : 'single', x: node.box[0], y: node.box[1], w: node.box[2], h: node.box[3],
        label: node.name, description: '', inputMode: '', enterKeyHint: '', autocomplete: '', maxLength: 0,
    }, node.value || '', 0, 0);
};

// A press of the right button in the active field opens the browser's menu for it: paste, correct, select all.
agent.menuAt = (x, y) => {
    if (!field || x < field.x || y < field.y || x > field.x + field.w || y > field.y + field.h) return false;
    element.classList.add('menu');
    setTimeout(() => element?.classList.remove('menu'), 300);
    return true;
};

// A click elsewhere commits the composition where it was typed (T7), before anything else sees the click.
agent.commit = () => { if (agent.composing) { element.blur(); element?.focus({ preventScroll: true }); } };

document.addEventListener('selectionchange', () => {
    if (element && document.activeElement === element && !agent.composing) agent.push();
});
// The window comes back: typing goes on where it was.
addEventListener('focus', () => { if (element && document.activeElement === document.body) element.focus({ preventScroll: true }); });
})();
