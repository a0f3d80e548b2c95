// Which keys the application takes and which stay with the browser (wasm-ui §8, design §6). SDL sees none of them.
// route() is the whole table and touches nothing, so that Node can test it.
(() => {
const keys = carnet.keys = {};
const platform = typeof navigator === 'undefined' ? '' : (navigator.userAgentData?.platform || navigator.platform || '');
keys.mac = /mac|iphone|ipad/i.test(platform);

const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);
const REPEATING = new Set([...MOVES, 'Tab', 'Backspace', 'Delete', 'j', 'k']);
const NOTHING = { send: null, text: null, prevent: false };
const BLOCK = { send: null, text: null, prevent: true };

// `key`: the event's key, code, ctrl, shift, alt, meta, altGraph, composing, repeat.
// `focus`: kind 'none', 'single', 'multi' or 'password' (which field has the focus), popup (a list is open under it), mac.
// Answers: send: the name of the key for the program; text: the character typed outside fields; prevent.
keys.route = (key, focus) => {
    if (key.composing || key.key === 'Dead' || key.key === 'Process' || key.key === 'Unidentified') return NOTHING;
    if (/^(Control|Shift|Alt|Meta|AltGraph|CapsLock|NumLock|ScrollLock|Fn|OS)$/.test(key.key)) return NOTHING;
    // On Windows AltGr arrives as Ctrl+Alt: whatever it types is text.
    if (key.altGraph || (key.ctrl && key.alt)) return NOTHING;
    const typing = focus.kind !== 'none';
    const primary = focus.mac ? key.meta && !key.ctrl : key.ctrl && !key.meta;
    const found = primary ? chord(key, typing)
        : key.ctrl || key.meta ? otherModifier(key, typing)
        : key.alt ? withAlt(key, typing, focus)
        : typing ? inField(key, focus) : plain(key);
    const again = key.repeat && found.send && !REPEATING.has(found.send);
    return again ? { ...BLOCK, prevent: found.prevent } : found;
};

const take = (name, text = null) => ({ send: name, text, prevent: true });

function chord(key, typing) {
    const letter = key.key.length === 1 ? key.key.toLowerCase() : key.key;
    if (letter === 'Enter') return take('Enter');
    if ('kfs'.includes(letter) && letter.length === 1 && !key.shift) return take(letter);
    // Outside fields the browser would undo in the field edited last, and move the focus to it.
    if (letter === 'z' || letter === 'y') return typing ? NOTHING : take(letter);
    if (typing) return NOTHING;
    if (letter === 'a') return take('a');
    if (['Home', 'End', 'ArrowUp', 'ArrowDown'].includes(letter)) return take(letter);
    if (letter === ' ') return take('Space');
    return NOTHING;
}

// Ctrl on a Mac, the Windows key elsewhere: never ours, but for undo outside fields.
function otherModifier(key, typing) {
    return !typing && /^[zy]$/i.test(key.key) ? BLOCK : NOTHING;
}

function withAlt(key, typing, focus) {
    if (typing && focus.mac) return NOTHING;      // Option types characters and moves by words.
    const digit = /^Digit([1-9])$/.exec(key.code);
    if (digit && !key.shift) return take(digit[1]);
    if ((key.key === 'ArrowUp' || key.key === 'ArrowDown') && !key.shift) return take(key.key);
    return NOTHING;
}

function inField(key, focus) {
    if (key.key === 'Tab' || key.key === 'Escape' || key.key === 'F2' || key.key === 'F6') return take(key.key);
    if (focus.popup && (key.key === 'ArrowUp' || key.key === 'ArrowDown') && !key.shift) return take(key.key);
    if (key.key === 'Enter' && focus.kind !== 'multi') return take('Enter');
    return NOTHING;
}

function plain(key) {
    if (MOVES.has(key.key)) return take(key.key);
    if (['Tab', 'Enter', 'Escape', 'Delete', 'Backspace', 'F2', 'F6', 'ContextMenu'].includes(key.key)) return take(key.key);
    if (key.key === 'F10' && key.shift) return take('ContextMenu');
    if (key.key === ' ') return take('Space', ' ');
    if ([...key.key].length !== 1) return NOTHING;        // F5, F11, media keys…
    const digit = /^(?:Digit|Numpad)([0-9])$/.exec(key.code);
    if (digit) return take(digit[1], key.key);            // By place: on AZERTY digits need Shift.
    if (/^[a-z]$/i.test(key.key)) return take(key.key.toLowerCase(), key.key);
    return { send: null, text: key.key, prevent: true };  // "/", "?": by character.
}

const modifiers = (key) => (key.ctrl ? 1 : 0) | (key.shift ? 2 : 0) | (key.alt ? 4 : 0) | (key.meta ? 8 : 0);
keys.modifiers = (event) => modifiers({ ctrl: event.ctrlKey, shift: event.shiftKey, alt: event.altKey, meta: event.metaKey });

const describe = (event) => ({
    key: event.key || '', code: event.code || '', ctrl: event.ctrlKey, shift: event.shiftKey, alt: event.altKey, meta: event.metaKey,
    altGraph: !!event.getModifierState?.('AltGraph'), composing: event.isComposing || event.keyCode === 229, repeat: event.repeat,
});

// The sign-in form and the messages are ordinary HTML.
keys.outside = (element) => element && element !== document.body && !!element.closest?.('#sign-in, .dialog, .notice');

keys.start = () => {
    addEventListener('keydown', (event) => {
        if (!carnet.running || carnet.crash.dead || carnet.signIn.over || keys.outside(document.activeElement)) return;
        const key = describe(event);
        // It goes to the field that the focus moves to by this.
        if (!key.repeat && !key.composing) carnet.call('app_catch_up');
        const found = keys.route(key, { kind: carnet.agent.kind(), popup: carnet.agent.popupKeys(), mac: keys.mac });
        // No keyboard trap: from the last thing of the page Tab goes on to the browser's own.
        const leaves = key.key === 'Tab' && found.send && carnet.call('app_tab_leaves', key.shift ? 1 : 0) === 1;
        if (found.prevent && !leaves) event.preventDefault();
        if (found.send) {
            // Leaving a field by Tab, Escape or a command commits what is being composed.
            carnet.agent.push();
            carnet.give(found.send, (at) => carnet.call('app_key', at, modifiers(key), key.repeat ? 1 : 0));
        }
        if (found.text && !(key.repeat && !REPEATING.has(found.send))) carnet.give(found.text, (at) => carnet.call('app_character', at));
    });
    addEventListener('blur', () => carnet.call('app_focus_window', 0));
    addEventListener('focus', () => carnet.call('app_focus_window', 1));
};
})();
