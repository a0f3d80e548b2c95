// Typing of every kind in text fields of the application (wasm-ui §2–§11).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { byRole, clickNode, compose, consoleErrors, fill, key, running, scene, settle, valueOf } from './kit.mjs';
import { FIELD, OTHER, NOTE, AMOUNT, openAmount, openForm, openSheet } from './form_fields.mjs';

let page, end;
before(async () => {
    ({ page, end } = await scene());
    page.on('dialog', (dialog) => dialog.accept());      // "Leave the page?" of the form.
    await openForm(page);
});
after(() => end?.());

const empty = async (name) => {
    await clickNode(page, 'textbox', name);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await settle(page);
};

test('a French pangram arrives letter by letter, without a pause between the keys', async () => {
    await empty(FIELD);
    const text = 'Portez ce vieux whisky au juge blond qui fume. Dès Noël où un zéphyr haï… « Œuvre d’Éloïse » ÀÇÉÈÊËÎÏÔÙÛÜŸÆ 12 €';
    await page.keyboard.type(text);
    assert.equal(await valueOf(page, FIELD), text);
});

test('a dead key composes once', async () => {
    await empty(FIELD);
    await page.keyboard.type('for');
    await compose(page, '^', 'ê');
    await page.keyboard.type('t');
    assert.equal(await valueOf(page, FIELD), 'forêt');
});

test('while composing, the field shows what is pending', async () => {
    await empty(FIELD);
    await compose(page, '¨');
    assert.equal(await valueOf(page, FIELD), '¨');
    await compose(page, '¨', 'ï');
    assert.equal(await valueOf(page, FIELD), 'ï');
});

test('a click elsewhere during a composition leaves each text in its own field', async () => {
    await empty(OTHER);
    await empty(FIELD);
    await page.keyboard.type('Él');
    await compose(page, '^');
    await clickNode(page, 'textbox', OTHER);
    await page.keyboard.type('suite');
    assert.equal(await valueOf(page, FIELD), 'Él^');
    assert.equal(await valueOf(page, OTHER), 'suite');
});

test('a composition that is left by Tab stays in its field', async () => {
    await empty(FIELD);
    await page.keyboard.type('No');
    await compose(page, '¨', 'ë');
    await page.keyboard.type('l');
    await page.keyboard.press('Tab');
    await settle(page);
    assert.equal(await valueOf(page, FIELD), 'Noël');
});

test('AltGr types the euro, however the system reports it', async () => {
    await empty(FIELD);
    await key(page, { key: '€', text: '€', code: 'KeyE', modifiers: 3 });
    await key(page, { key: '€', text: '€', code: 'KeyE', modifiers: 0 });
    await key(page, { key: '@', text: '@', code: 'Digit0', modifiers: 3 });
    assert.equal(await valueOf(page, FIELD), '€€@');
});

test('the numeric keypad and the key beside Shift type what they show', async () => {
    await empty(FIELD);
    await key(page, { key: '5', text: '5', code: 'Numpad5', windowsVirtualKeyCode: 101, location: 3 });
    await key(page, { key: '7', text: '7', code: 'Numpad7', windowsVirtualKeyCode: 103, location: 3 });
    await key(page, { key: '.', text: '.', code: 'NumpadDecimal', windowsVirtualKeyCode: 110, location: 3 });
    await key(page, { key: '<', text: '<', code: 'IntlBackslash', windowsVirtualKeyCode: 226 });
    assert.equal(await valueOf(page, FIELD), '57.<');
});

test('copy in one field, paste in another', async () => {
    await fill(page, FIELD, 'Crèche « Les Écureuils »');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await empty(OTHER);
    await page.keyboard.press('Control+v');
    assert.equal(await valueOf(page, OTHER), 'Crèche « Les Écureuils »');
});

test('undo is the browser’s, and never crosses into another field', async () => {
    await fill(page, OTHER, 'premier');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await empty(FIELD);
    await page.keyboard.type('abc');
    await page.keyboard.press('Control+v');
    assert.equal(await valueOf(page, FIELD), 'abcpremier');
    await page.keyboard.press('Control+z');
    assert.equal(await valueOf(page, FIELD), 'abc');
    await clickNode(page, 'textbox', OTHER);
    await page.keyboard.press('Control+z');
    assert.equal(await valueOf(page, OTHER), 'premier', 'a field starts without a past');
    assert.equal(await valueOf(page, FIELD), 'abc');
});

test('words are selected and jumped over the way the system does', async () => {
    await fill(page, FIELD, 'un deux trois');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.type('3');
    assert.equal(await valueOf(page, FIELD), 'un deux 3');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.press('Control+ArrowLeft');
    await page.keyboard.type('et ');
    assert.equal(await valueOf(page, FIELD), 'un et deux 3');
});

test('a click puts the caret where the text is, and typing goes on there', async () => {
    await fill(page, FIELD, 'bcd');
    const box = await byRole(page, 'textbox', FIELD).first().boundingBox();
    await page.mouse.click(box.x + 3, box.y + box.height / 2);
    await settle(page);
    await page.keyboard.type('a');
    assert.equal(await valueOf(page, FIELD), 'abcd');
});

// A point within a field: `part` of its width.
const within = async (name, part) => {
    const box = await byRole(page, 'textbox', name).first().boundingBox();
    return [box.x + 3 + (box.width - 40) * part, box.y + box.height / 2];
};

test('the caret moved by keys and the selection made with them go on with the mouse, past accents and in both directions', async () => {
    const shiftClick = async (part) => {
        await page.keyboard.down('Shift');
        await page.mouse.click(...await within(FIELD, part));
        await page.keyboard.up('Shift');
        await settle(page);
    };
    const press = async (...keys) => { for (const one of keys) await page.keyboard.press(one); await settle(page); };
    await fill(page, FIELD, 'éèà bcd');
    await press('Home', 'ArrowRight', 'ArrowRight');
    await shiftClick(1);
    await page.keyboard.type('X');
    assert.equal(await valueOf(page, FIELD), 'éèX', 'from the caret to the end');
    await fill(page, FIELD, 'abcdé');
    await press('End', 'Shift+ArrowLeft', 'Shift+ArrowLeft');
    await shiftClick(0);
    await page.keyboard.type('X');
    assert.equal(await valueOf(page, FIELD), 'X', 'from where the selection began');
});

test('what the mouse selects the keys go on with, and what is selected is seen', async () => {
    await fill(page, FIELD, 'abcd');
    await page.mouse.move(...await within(FIELD, 0.9));
    await page.mouse.down();
    await page.mouse.move(...await within(FIELD, 0), { steps: 4 });
    await settle(page);
    await page.mouse.up();
    await settle(page);
    await page.keyboard.press('Shift+ArrowRight');
    await settle(page);
    await page.keyboard.type('X');
    assert.equal(await valueOf(page, FIELD), 'aX', 'the end at the left moves');
    await fill(page, FIELD, 'abcd');
    const box = await byRole(page, 'textbox', FIELD).first().boundingBox();
    const picture = () => page.screenshot({ clip: { x: box.x, y: box.y, width: 120, height: box.height } });
    await page.keyboard.press('End');
    await settle(page);
    const plain = await picture();
    await page.keyboard.press('Control+a');
    await settle(page);
    assert.ok(!plain.equals(await picture()), 'the selection is drawn');
});

test('the browser’s field lies on the drawn one; it has the browser’s menu, comes back with the window and goes when it is left', async () => {
    await fill(page, FIELD, 'ici');
    const real = await page.locator('#agent-host > *').boundingBox();
    const mirrored = await page.locator('#mirror').getByRole('textbox', { name: FIELD, exact: true, includeHidden: true }).boundingBox();
    assert.ok(real.x >= mirrored.x - 1 && real.x + real.width <= mirrored.x + mirrored.width + 1, 'accents and suggestions open where one types');
    assert.ok(real.y >= mirrored.y - 1 && real.y + real.height <= mirrored.y + mirrored.height + 1);
    const back = await page.evaluate(() => {
        const field = document.activeElement;
        field.blur();
        window.dispatchEvent(new FocusEvent('focus'));
        return document.activeElement === field;
    });
    assert.ok(back);
    await page.keyboard.type(' encore');
    assert.equal(await valueOf(page, FIELD), 'ici encore');
    await page.evaluate(() => addEventListener('contextmenu', (event) => {
        window.menu = [event.target.closest('#agent-host') !== null, event.defaultPrevented];
        event.preventDefault();
    }, { once: true }));
    await page.mouse.click(...await within(FIELD, 0.2), { button: 'right' });
    await page.waitForFunction(() => window.menu);
    assert.deepEqual(await page.evaluate(() => window.menu), [true, false], 'the browser’s own menu: paste, correct, select all');
    await clickNode(page, 'radio', 'Professionnel');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'mirror');
    assert.equal(await page.locator('#agent-host > *').count(), 0);
});

test('decomposed letters become composed ones, emoji survive', async () => {
    await empty(FIELD);
    await page.keyboard.insertText('e\u0301te\u0301 😀 Łódź');
    assert.equal(await valueOf(page, FIELD), 'été 😀 Łódź');
    await page.keyboard.press('Home');
    await page.keyboard.type('L’');
    assert.equal(await valueOf(page, FIELD), 'L’été 😀 Łódź');
});

test('pasting several lines into one line joins them with spaces', async () => {
    await empty(FIELD);
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '12 rue\r\nde la Paix\uFEFF\n75002 Paris');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await valueOf(page, FIELD), '12 rue de la Paix 75002 Paris');
    await empty(FIELD);
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.setData('text/plain', '\uFEFFParis\r17e');
        data.setData('text/html', '<b>Paris</b>');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    assert.equal(await valueOf(page, FIELD), 'Paris 17e', 'plain, and without the mark of a file');
});

test('what is being composed is underlined until it is committed', async () => {
    await openSheet(page);
    await empty(NOTE);
    await page.keyboard.type('for');
    const box = await byRole(page, 'textbox', NOTE).first().boundingBox();
    const picture = () => page.screenshot({ clip: { x: box.x, y: box.y, width: 200, height: 30 } });
    await compose(page, 'ê');
    await settle(page);
    const pending = await picture();
    await compose(page, 'ê', 'ê');
    await settle(page);
    assert.equal(await valueOf(page, NOTE), 'forê');
    assert.ok(!pending.equals(await picture()), 'the same letters, without the line');
});

test('a text area keeps its lines, and a long text stays whole', async () => {
    await openSheet(page);
    await empty(NOTE);
    await page.keyboard.type('un');
    await page.keyboard.press('Enter');
    await page.keyboard.type('deux');
    assert.equal(await valueOf(page, NOTE), 'un\ndeux');
    const long = 'Été à Öland. '.repeat(1500);
    await fill(page, NOTE, long);
    await page.keyboard.type('fin');
    assert.equal(await valueOf(page, NOTE), long + 'fin');
});

test('in a decimal field the keypad’s point is a comma', async () => {
    await openAmount(page);
    await empty(AMOUNT);
    await page.keyboard.type('12');
    await key(page, { key: '.', text: '.', code: 'NumpadDecimal', windowsVirtualKeyCode: 110, location: 3 });
    await page.keyboard.type('5');
    assert.equal(await valueOf(page, AMOUNT), '12,5');
});

test('typed faster than frames come, the text after Tab or after a shortcut goes where it would on a web page', async () => {
    await page.goto('/clients');
    await running(page);
    await page.evaluate(() => {
        const real = window.requestAnimationFrame;
        window.requestAnimationFrame = (draw) => setTimeout(() => real(draw), 500);
    });
    const focused = () => page.evaluate(() => document.activeElement.value);
    await page.keyboard.press('/');
    await page.keyboard.type('Fontaine');
    assert.equal(await focused(), 'Fontaine');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await page.waitForURL(/\/clients\/new/);
    await settle(page);
    const typed = { 'E-mail': 'zoe@zephyr.example', Téléphone: '0261914012', 'Site web': 'https://zephyr.example' };
    await clickNode(page, 'textbox', 'E-mail');
    for (const text of Object.values(typed)) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
    }
    for (const [name, text] of Object.entries(typed)) assert.equal((await valueOf(page, name)).replace(/\s/g, ''), text, name);
});

test('nothing of this broke a rule of the page', async () => {
    assert.deepEqual(await consoleErrors(page), []);
});
