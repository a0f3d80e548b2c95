// Clipboard outside text fields (wasm-ui §9): the browser's own copy, cut and paste events, which also work without TLS.
// In a text field the agent is a real field and nothing is to be done here.
(() => {
const clipboard = carnet.clipboard = {};
const outside = () => carnet.running && carnet.agent.kind() === 'none' && !carnet.keys.outside(document.activeElement);

const copy = (event) => {
    if (!outside() || !carnet.call('app_copy')) return;
    event.clipboardData.setData('text/plain', Module['UTF8ToString'](carnet.call('app_copied', 0)));
    const html = Module['UTF8ToString'](carnet.call('app_copied', 1));
    if (html) event.clipboardData.setData('text/html', html);
    event.preventDefault();
};
document.addEventListener('copy', copy);
document.addEventListener('cut', copy);
document.addEventListener('paste', (event) => {
    if (!outside()) return;
    event.preventDefault();
    carnet.give(carnet.agent.clean(event.clipboardData.getData('text/plain'), false), (at, size) => carnet.call('app_paste', at, size));
});

// Without TLS there is no navigator.clipboard: a field of a moment does it.
const byField = (plain) => {
    const before = document.activeElement, field = document.createElement('textarea');
    field.value = plain;
    field.className = 'spoken';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    before?.focus({ preventScroll: true });
};
clipboard.write = (plain, html) => {
    if (!navigator.clipboard) return byField(plain);
    const write = html && window.ClipboardItem
        ? navigator.clipboard.write([new ClipboardItem({
            'text/plain': new Blob([plain], { type: 'text/plain' }), 'text/html': new Blob([html], { type: 'text/html' }),
        })])
        : navigator.clipboard.writeText(plain);
    write.catch(() => byField(plain));
};
})();
