// Strings and bytes between JavaScript and the program, and the start: fonts, session and program meet here.
var Module = {};
(() => {
const encoder = new TextEncoder();

// Runs `use(pointer, size)` with a copy of a text or of bytes in the program's memory; a text ends with a zero.
carnet.give = (value, use) => {
    const bytes = typeof value === 'string' ? encoder.encode(value) : value;
    const at = Module['_malloc'](bytes.length + 1);
    Module['HEAPU8'].set(bytes, at);
    Module['HEAPU8'][at + bytes.length] = 0;
    try { return use(at, bytes.length); } finally { Module['_free'](at); }
};

// A text for the program to keep; it frees it.
carnet.keep = (text) => {
    const bytes = encoder.encode(text);
    const at = Module['_malloc'](bytes.length + 1);
    Module['HEAPU8'].set(bytes, at);
    Module['HEAPU8'][at + bytes.length] = 0;
    return at;
};

// What the program exports. Nothing is called before it runs or after it broke.
carnet.running = false;
carnet.call = (name, ...values) => {
    if (carnet.running && !carnet.crash.dead) return Module['_' + name](...values);
};
carnet.wake = (frames) => carnet.call('app_wake', frames);

Module['canvas'] = document.getElementById('canvas');
Module['onAbort'] = (what) => carnet.crash.show('abort ' + what);
Module['print'] = (text) => console.log(text);
Module['printErr'] = (text) => console.warn(text);

Module['instantiateWasm'] = (imports, receive) => {
    carnet.program.then(async (program) => receive(await WebAssembly.instantiate(program, imports), program));
    return {};
};

// The application starts when there is somebody to start it for.
Module['postRun'] = [async () => {
    const files = await Promise.all(carnet.fonts);
    await carnet.signIn.ready;
    if (carnet.crash.dead) return;
    files.forEach((bytes, index) => {
        const at = Module['_malloc'](bytes.length);
        Module['HEAPU8'].set(bytes, at);
        Module['_app_font'](index, at, bytes.length);
    });
    carnet.running = true;
    carnet.screen.start();
    carnet.pointer.start();
    carnet.keys.start();
    carnet.started();
    Module['_app_start']();
    carnet.hooks.start();
    carnet.mirror.restoreFocus();
}];
})();
