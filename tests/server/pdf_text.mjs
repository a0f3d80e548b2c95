// The text of a PDF that the server made, as a reader finds it: by the cross references, the fonts' /ToUnicode and the compressed
// content of the page.
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';

// Objects by number, as the latest cross references have them.
function objectsOf(pdf) {
    const objects = new Map();
    let at = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)[1]), root;
    for (let tables = 0; tables < 10; ++tables) {
        const trailer = pdf.indexOf('trailer', at), lines = pdf.slice(at, trailer).trim().split(/\s*\n/);
        assert.equal(lines.shift(), 'xref');
        while (lines.length) {
            const [first, count] = lines.shift().split(' ').map(Number);
            for (let i = 0; i < count; ++i) {
                const [offset, , kind] = lines.shift().split(' ');
                if (kind !== 'n' || objects.has(first + i)) continue;
                const start = Number(offset);
                assert.ok(pdf.startsWith(`${first + i} 0 obj`, start), `object ${first + i} is where the table says`);
                objects.set(first + i, pdf.slice(start, pdf.indexOf('endobj', start)));
            }
        }
        const words = pdf.slice(trailer, pdf.indexOf('startxref', trailer));
        root ??= Number(/\/Root (\d+) 0 R/.exec(words)[1]);
        const before = /\/Prev (\d+)/.exec(words);
        if (!before) return { objects, root };
        at = Number(before[1]);
    }
    throw new Error('too many tables');
}

const reference = (object, key) => Number(new RegExp(`/${key} \\[? ?(\\d+) 0 R`).exec(object)?.[1]);
function streamOf(objects, number) {
    const object = objects.get(number), length = /\/Length (\d+)( 0 R)?/.exec(object), start = object.indexOf('stream') + 6;
    const size = Number(length[2] ? /obj\s+(\d+)/.exec(objects.get(Number(length[1])))[1] : length[1]);
    const bytes = Buffer.from(object.slice(start).replace(/^\r?\n/, '').slice(0, size), 'latin1');
    return /FlateDecode/.test(object) ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
}
// The letter of a code, by the ranges of /ToUnicode.
function lettersOf(map) {
    const ranges = [...map.matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})> <([0-9A-F]{4})>/g)].map((one) => one.slice(1).map((hex) => parseInt(hex, 16)));
    assert.ok(/beginbfrange/.test(map) && ranges.length, 'readers find letters in /ToUnicode');
    return (code) => {
        const [first, , letter] = ranges.find(([from, to]) => code >= from && code <= to);
        return String.fromCharCode(letter + code - first);
    };
}

// {text, title, fonts}: the lines as they are written, one below the other.
export function readPdf(bytes) {
    const pdf = bytes.toString('latin1'), { objects, root } = objectsOf(pdf);
    const page = objects.get(reference(objects.get(reference(objects.get(root), 'Pages')), 'Kids'));
    const fonts = Object.fromEntries([...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number]) => {
        const font = objects.get(Number(number)), map = reference(font, 'ToUnicode');
        return [name, { name: /\/BaseFont \/(\S+)/.exec(font)[1], letter: map ? lettersOf(streamOf(objects, map)) : String.fromCharCode }];
    }));
    const lines = [];
    let font;
    for (const [, name, hex, plain] of streamOf(objects, reference(page, 'Contents')).matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]*)> Tj|\(([^)]*)\) Tj/g)) {
        if (name) font = fonts[name];
        else if (hex !== undefined) lines.push((hex.match(/.{4}/g) ?? []).map((code) => font.letter(parseInt(code, 16))).join(''));
        else lines.push(plain);
    }
    const title = /\/Title <FEFF([0-9A-F]*)>/.exec(pdf)[1].match(/.{4}/g).map((code) => String.fromCharCode(parseInt(code, 16))).join('');
    return { text: lines.join('\n'), title, fonts: Object.values(fonts).map((one) => one.name) };
}
