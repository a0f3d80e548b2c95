// The table of keys (web/glue/keys.js) without a browser: what the application takes, what stays with the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import vm from 'node:vm';

const source = await readFile(new URL('../../web/glue/keys.js', import.meta.url), 'utf8');
const sandbox = { carnet: {} };
vm.runInNewContext(source, sandbox);
const route = (key, focus = {}) => {
    const event = { code: '', ctrl: false, shift: false, alt: false, meta: false, altGraph: false, composing: false, repeat: false, ...key };
    return { ...sandbox.carnet.keys.route(event, { kind: 'none', popup: false, mac: false, ...focus }) };
};
const taken = (key, focus) => { const found = route(key, focus); return found.prevent ? found.send ?? found.text ?? 'blocked' : false; };
const single = { kind: 'single' }, multi = { kind: 'multi' };

test('the browser keeps its own keys, in fields and outside', () => {
    const own = [
        { key: 'F1' }, { key: 'F3' }, { key: 'F5' }, { key: 'F7' }, { key: 'F11' }, { key: 'F12' },
        ...['r', 't', 'w', 'n', 'l', 'd', 'h', 'j', 'u', 'p', 'c', 'x', 'v', '+', '-', '0', '1'].map((key) => ({ key, ctrl: true })),
        { key: 'R', ctrl: true, shift: true }, { key: 'Tab', ctrl: true }, { key: 'ArrowLeft', alt: true }, { key: 'ArrowRight', alt: true },
        { key: 'PageDown', ctrl: true }, { key: 'f', alt: true }, { key: 'AudioVolumeUp' },
    ];
    for (const key of own) for (const focus of [{}, single, multi]) assert.equal(taken(key, focus), false, JSON.stringify([key, focus]));
});

test('the commands of the application are taken everywhere', () => {
    for (const focus of [{}, single, multi]) {
        for (const letter of ['k', 'f', 's']) assert.equal(taken({ key: letter, ctrl: true }, focus), letter);
        assert.equal(taken({ key: 'K', ctrl: true }, focus), 'k');       // Caps Lock.
        assert.equal(taken({ key: 'Enter', ctrl: true }, focus), 'Enter');
        assert.equal(taken({ key: 'F6' }, focus), 'F6');
        assert.equal(taken({ key: 'F6', shift: true }, focus), 'F6');
        assert.equal(taken({ key: '&', code: 'Digit1', alt: true }, focus), '1');
        assert.equal(taken({ key: 'ç', code: 'Digit9', alt: true }, focus), '9');
        assert.equal(taken({ key: 'ArrowUp', alt: true }, focus), 'ArrowUp');
        assert.equal(taken({ key: 'Escape' }, focus), 'Escape');
        assert.equal(taken({ key: 'F2' }, focus), 'F2');
        assert.equal(taken({ key: 'Tab', shift: true }, focus), 'Tab');
        for (const key of ['"', '!']) assert.equal(taken({ key, code: 'Digit1', alt: true, shift: true }, focus), false, 'Alt and Maj belong to the system');
    }
    assert.equal(taken({ key: 'S', ctrl: true, shift: true }), false);
});

test('on a Mac the command key replaces Ctrl, and Option types characters', () => {
    assert.equal(taken({ key: 'k', meta: true }, { mac: true }), 'k');
    assert.equal(taken({ key: 'k', ctrl: true }, { ...single, mac: true }), false);
    assert.equal(taken({ key: '¡', code: 'Digit1', alt: true }, { ...single, mac: true }), false);
    assert.equal(taken({ key: 'z', meta: true }, { mac: true }), 'z');
    assert.equal(taken({ key: 'z', meta: true }, { ...single, mac: true }), false);
});

test('in a field the text belongs to the browser', () => {
    const texts = [
        { key: 'a' }, { key: 'é' }, { key: ' ' }, { key: '/' }, { key: '?' }, { key: '1', code: 'Digit1' }, { key: '.', code: 'NumpadDecimal' },
        { key: 'Backspace' }, { key: 'Delete' }, { key: 'ArrowLeft' }, { key: 'ArrowRight', ctrl: true }, { key: 'Home' }, { key: 'End', shift: true },
        { key: 'a', ctrl: true }, { key: 'z', ctrl: true }, { key: 'Z', ctrl: true, shift: true }, { key: 'y', ctrl: true }, { key: 'ArrowUp' },
        { key: 'ContextMenu' },
    ];
    for (const key of texts) for (const focus of [single, multi]) assert.equal(taken(key, focus), false, JSON.stringify(key));
    assert.equal(taken({ key: 'Enter' }, single), 'Enter');
    assert.equal(taken({ key: 'Enter' }, multi), false);
    assert.equal(taken({ key: 'ArrowDown' }, { ...single, popup: true }), 'ArrowDown');
    assert.equal(taken({ key: 'ArrowDown', shift: true }, { ...single, popup: true }), false, 'it selects text');
});

test('AltGr, dead keys and input methods are never touched', () => {
    for (const focus of [{}, single, multi]) {
        assert.equal(taken({ key: '€', altGraph: true }, focus), false);
        assert.equal(taken({ key: '@', ctrl: true, alt: true, code: 'Digit0' }, focus), false);    // AltGr on Windows.
        for (const key of ['k', 'f', 's']) assert.equal(taken({ key, ctrl: true, alt: true }, focus), false, 'no command either');
        assert.equal(taken({ key: 'Dead' }, focus), false);
        assert.equal(taken({ key: 'Process', composing: true }, focus), false);
        assert.equal(taken({ key: 'Enter', composing: true }, focus), false);
        for (const name of ['AltGraph', 'Control', 'Shift', 'Alt', 'Meta']) assert.equal(taken({ key: name }, focus), false);
    }
});

test('outside fields letters follow the character, digits the place of the key', () => {
    assert.deepEqual(route({ key: 'g' }), { send: 'g', text: 'g', prevent: true });
    assert.deepEqual(route({ key: 'J', shift: true }), { send: 'j', text: 'J', prevent: true });
    assert.deepEqual(route({ key: '&', code: 'Digit1' }), { send: '1', text: '&', prevent: true });
    assert.deepEqual(route({ key: '/', code: 'Period', shift: true }), { send: null, text: '/', prevent: true });
    assert.deepEqual(route({ key: '?', code: 'Comma', shift: true }), { send: null, text: '?', prevent: true });
    assert.equal(taken({ key: ' ' }), 'Space');
    assert.deepEqual(route({ key: ' ' }), { send: 'Space', text: ' ', prevent: true });
    assert.deepEqual(route({ key: '7', code: 'Numpad7' }), { send: '7', text: '7', prevent: true });
    assert.equal(taken({ key: 'a', ctrl: true }), 'a');
    for (const key of ['Home', 'End', 'ArrowUp', 'ArrowDown']) assert.equal(taken({ key, ctrl: true }), key);
    assert.equal(taken({ key: ' ', ctrl: true }), 'Space');
    for (const name of ['ArrowDown', 'PageUp', 'Home', 'Delete', 'Backspace', 'Enter', 'ContextMenu']) assert.equal(taken({ key: name }), name);
    assert.equal(taken({ key: 'F10', shift: true }), 'ContextMenu');
    assert.equal(taken({ key: 'F10' }), false);
});

test('undo outside fields never reaches the browser', () => {
    assert.equal(taken({ key: 'z', ctrl: true }), 'z');
    assert.equal(taken({ key: 'Z', ctrl: true, shift: true }), 'z');
    assert.equal(taken({ key: 'y', ctrl: true }), 'y');
    assert.equal(taken({ key: 'z', ctrl: true }, { mac: true }), 'blocked');
});

test('a held key repeats only where that moves something', () => {
    assert.equal(taken({ key: 'ArrowDown', repeat: true }), 'ArrowDown');
    for (const key of ['j', 'k', 'Tab', 'Backspace', 'Delete']) assert.equal(taken({ key, repeat: true }), key);
    assert.equal(taken({ key: 'Enter', repeat: true }), 'blocked');
    assert.equal(taken({ key: 's', ctrl: true, repeat: true }), 'blocked');
});
