// Files in and out (wasm-ui §24, §25). A file stays here under a number; requests send its bytes from here.
(() => {
const files = carnet.files = {};
const kept = new Map();
let last = 0;

files.get = (handle) => kept.get(handle);
files.forget = (handle) => kept.delete(handle);
const keep = (file) => { kept.set(++last, file); return last; };
const tell = (name, file, ...place) => {
    const handle = keep(file);
    carnet.give(file.name.normalize('NFC'), (at) => carnet.call(name, handle, at, file.size, ...place));
};

files.pick = (accept, many) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = many;
    input.id = 'file-picker';
    input.hidden = true;
    input.addEventListener('change', () => { for (const file of input.files) tell('app_picked', file); input.remove(); });
    input.addEventListener('cancel', () => input.remove());
    document.getElementById('file-picker')?.remove();
    document.body.append(input);
    input.click();
};

files.download = (path) => {
    const link = document.createElement('a');
    link.href = path;
    link.download = '';
    document.body.append(link);
    link.click();
    link.remove();
};

// Without these a dropped file replaces the page.
const carries = (event) => [...(event.dataTransfer?.types || [])].includes('Files');
addEventListener('dragover', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = carnet.call('app_accepts_files') ? 'copy' : 'none';
});
addEventListener('drop', (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    if (!carnet.call('app_accepts_files')) return;
    for (const file of event.dataTransfer.files) tell('app_dropped', file, event.clientX, event.clientY);
});
// A picture or files copied elsewhere; text stays the clipboard's affair.
addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.files ?? [];
    if (!pasted.length || event.clipboardData.types.includes('text/plain') || !carnet.call('app_accepts_files')) return;
    event.preventDefault();
    for (const file of pasted) tell('app_dropped', file, 0, 0);
});
})();
