// Fetches the fonts while the program is being compiled, and hands them over.
Module['canvas'] = document.getElementById('canvas');
const fontFiles = ['font', 'icons'].map((name) => fetch(document.body.dataset[name]).then((answer) => answer.arrayBuffer()));
Module['onRuntimeInitialized'] = () => Promise.all(fontFiles).then((files) => {
    const given = files.flatMap((file) => {
        const at = _malloc(file.byteLength);
        HEAPU8.set(new Uint8Array(file), at);
        return [at, file.byteLength];
    });
    Module['_app_start'](...given);
});
