// The buttons "Copier". In a text field the agent is a real field: copy, cut and paste are the browser's own there.
(() => {
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
carnet.copy = (plain) => {
    if (!navigator.clipboard) return byField(plain);
    navigator.clipboard.writeText(plain).catch(() => byField(plain));
};
})();
