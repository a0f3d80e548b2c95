// The accessibility mirror (wasm-ui §19): one element per thing on the canvas, by the program's ids. Text of people
// reaches the page here, and only through textContent and setAttribute.
(() => {
const mirror = carnet.mirror = {};
const host = document.getElementById('mirror');
const nodes = new Map();                    // id → { element, data }
const FLAG = {
    disabled: 1, checked: 2, mixed: 4, expanded: 8, collapsed: 16, selected: 32, required: 64, invalid: 128, readonly: 256,
    current: 512, focused: 1024, modal: 2048, ascending: 4096, descending: 8192, unchecked: 16384, pressed: 32768,
    notPressed: 65536, hasPopup: 131072, drop: 262144,
};
// Roles whose text is their name, when nothing else is inside.
const NAMED_BY_TEXT = new Set(['button', 'link', 'heading', 'cell', 'gridcell', 'columnheader', 'rowheader', 'option', 'tab', 'menuitem',
    'menuitemcheckbox', 'menuitemradio', 'checkbox', 'radio', 'switch', 'treeitem', 'tooltip']);
const TEXT = new Set(['', 'text', 'paragraph', 'generic', 'caption', 'note', 'status', 'alert', 'log', 'time', 'code', 'strong']);
const FIELD = new Set(['textbox', 'searchbox', 'combobox']);
// Roles whose value is one of a range (ARIA 1.2, 5.2.8.5); what any other role carries is said after its name.
const RANGE = new Set(['progressbar', 'slider', 'spinbutton', 'meter', 'scrollbar']);
const OVER = new Set(['dialog', 'alertdialog', 'menu', 'listbox', 'tooltip']);
let timer = 0, waiting = false, order = [];

const make = (data) => {
    const tag = data.role === 'link' && data.href ? 'a' : data.role === 'button' ? 'button' : 'div';
    const element = document.createElement(tag);
    element.id = 'n' + data.id;
    if (tag === 'button') element.type = 'button';
    if (tag === 'a') element.draggable = false;
    return element;
};

const set = (element, name, value) => {
    if (value === null || value === undefined || value === '') { if (element.hasAttribute(name)) element.removeAttribute(name); }
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
};

const hasChildren = (element) => element.firstElementChild !== null;
const own = (element, text) => { if (element.textContent !== text) element.textContent = text; };

const write = ({ element, data }) => {
    const { role, name = '', value = '', flags = 0 } = data;
    const is = (flag) => (flags & FLAG[flag]) !== 0;
    const leaf = !hasChildren(element);
    set(element, 'tabindex', TEXT.has(role) ? null : -1);   // What cannot be focused is transparent inside lists, rows and trees.
    if (TEXT.has(role)) {
        set(element, 'role', role === 'text' || role === '' ? null : role);
        if (leaf) own(element, name + (value ? ' ' + value : ''));
    } else {
        if (element.tagName === 'DIV') set(element, 'role', role);
        if (FIELD.has(role)) { set(element, 'aria-label', name); if (leaf) own(element, value); }
        else if (leaf && NAMED_BY_TEXT.has(role)) { set(element, 'aria-label', null); own(element, name); }
        else set(element, 'aria-label', name);
        if (RANGE.has(role)) {
            set(element, 'aria-valuetext', value);
            set(element, 'aria-valuenow', /^[\d.]+$/.test(value) ? value : null);
        }
    }
    const said = FIELD.has(role) || RANGE.has(role) || TEXT.has(role) ? '' : value;
    set(element, 'aria-description', [said, data.description].filter(Boolean).join(', '));
    if (data.href && element.tagName === 'A') set(element, 'href', safe(data.href));
    set(element, 'aria-level', data.level);
    set(element, 'aria-rowindex', data.row);
    set(element, 'aria-colindex', data.col);
    set(element, 'aria-rowcount', data.rows);
    set(element, 'aria-colcount', data.cols);
    set(element, 'aria-disabled', is('disabled') ? 'true' : null);
    set(element, 'aria-checked', is('mixed') ? 'mixed' : is('checked') ? 'true' : is('unchecked') ? 'false' : null);
    set(element, 'aria-expanded', is('expanded') ? 'true' : is('collapsed') ? 'false' : null);
    const selectable = ['tab', 'option', 'row', 'gridcell', 'treeitem'].includes(role);
    set(element, 'aria-selected', is('selected') ? 'true' : selectable && role !== 'gridcell' ? 'false' : null);
    set(element, 'aria-required', is('required') ? 'true' : null);
    set(element, 'aria-invalid', is('invalid') ? 'true' : null);
    set(element, 'aria-readonly', is('readonly') ? 'true' : null);
    set(element, 'aria-current', is('current') ? (role === 'link' ? 'page' : 'true') : null);
    set(element, 'aria-modal', is('modal') ? 'true' : null);
    set(element, 'aria-sort', is('ascending') ? 'ascending' : is('descending') ? 'descending' : null);
    set(element, 'aria-pressed', is('pressed') ? 'true' : is('notPressed') ? 'false' : null);
    set(element, 'aria-haspopup', is('hasPopup') ? (role === 'combobox' ? 'listbox' : 'menu') : null);
    set(element, 'data-drop', is('drop') ? 'true' : null);
    const [x, y, w, h] = data.box, style = element.style;
    style.left = x + 'px'; style.top = y + 'px'; style.width = w + 'px'; style.height = h + 'px';
};

// Places of the application, and programs of this computer: never a script.
const safe = (href) => /^(\/(?!\/)|https?:|mailto:|tel:)/i.test(href) ? href : '#';

mirror.patch = ({ set: changed, gone, order: newOrder }) => {
    for (const id of gone) { nodes.get(id)?.element.remove(); nodes.delete(id); }
    const fresh = [];
    for (const data of changed) {
        let node = nodes.get(data.id);
        const tag = data.role === 'link' && data.href ? 'A' : data.role === 'button' ? 'BUTTON' : 'DIV';
        if (node && node.element.tagName !== tag) { node.element.remove(); nodes.delete(data.id); node = null; }
        if (node) node.data = data; else nodes.set(data.id, node = { element: make(data), data });
        fresh.push(node);
    }
    if (newOrder) order = newOrder;
    if (newOrder || fresh.length > 0) arrange();
    for (const node of fresh) write(node);
    focusAndCover();
    mirror.agentMoved();
};

// Puts the elements under their parents, in the order in which they were drawn.
const arrange = () => {
    const last = new Map();                 // parent element → its child placed last (a remembered next one may move away)
    for (const id of order) {
        const node = nodes.get(id);
        if (!node) continue;
        const parent = nodes.get(node.data.parent)?.element || host;
        if (parent === node.element) continue;
        const expected = last.has(parent) ? last.get(parent).nextElementSibling : parent.firstElementChild;
        if (expected !== node.element) {
            // A text that was the parent's own makes room for its first child; as a name it stays.
            const named = !parent.firstElementChild && parent !== host && parent.firstChild;
            if (named) parent.textContent = '';
            const before = last.has(parent) ? last.get(parent).nextElementSibling : parent.firstElementChild;
            parent.insertBefore(node.element, before);
            if (named) write(nodes.get(node.data.parent));
        }
        last.set(parent, node.element);
    }
};

const inSubtree = (element, root) => root === element || root.contains(element);

// Where the keyboard is, what a dialog makes unreachable, and which links nothing lies above.
const focusAndCover = () => {
    let modal = null;
    focused = null;
    const covers = [];
    for (const id of order) {
        const node = nodes.get(id);
        if (!node) continue;
        if ((node.data.flags || 0) & FLAG.focused) focused = node;
        if ((node.data.flags || 0) & FLAG.modal) modal = node;
        if (OVER.has(node.data.role)) covers.push(node);
    }
    set(host, 'aria-activedescendant', focused ? focused.element.id : null);
    hideBelow(modal?.element);
    for (const { element, data } of nodes.values()) {
        if (data.role === 'combobox') set(element, 'aria-controls', data.flags & FLAG.expanded ? covers.at(-1)?.element.id : null);
        if (element.tagName !== 'A') continue;
        const blocked = modal && !inSubtree(element, modal.element) || covers.some((over) => !inSubtree(element, over.element) && overlap(data.box, over.data.box));
        element.classList.toggle('open', !blocked && !((data.flags || 0) & FLAG.disabled));
    }
};
const overlap = (a, b) => a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];

let hidden = [];
const hideBelow = (modal) => {
    const now = [];
    for (let at = modal; at && at !== host; at = at.parentElement) {
        for (const other of at.parentElement.children) if (other !== at) now.push(other);
    }
    for (const element of hidden) if (!now.includes(element)) element.inert = false;
    for (const element of now) element.inert = true;
    hidden = now;
};

// The field being edited is in the page twice: the agent speaks for it.
let covered = null, focused = null;
mirror.agentMoved = () => {
    const node = nodes.get(carnet.agent.fieldId());
    const element = node?.element || null;
    if (covered && covered !== element) covered.removeAttribute('aria-hidden');
    element?.setAttribute('aria-hidden', 'true');
    covered = element;
    const agent = carnet.agent.element();
    if (!node || !agent) return;
    // What kind of field it is, and the list that is open under it.
    set(agent, 'role', node.data.role === 'textbox' ? null : node.data.role);
    set(agent, 'aria-expanded', element.getAttribute('aria-expanded'));
    const option = focused && focused !== node ? focused.element : null;
    set(agent, 'aria-controls', option?.parentElement.id);
    set(agent, 'aria-activedescendant', option?.id);
};

// --- Sending, at most ten times a second ---------------------------------------------------------------------------

// What has just opened finds its place within a few frames: while more of them are wanted the next look is a bit later, so
// that nobody clicks where something stood for a moment. What moves all the time is sent all the same.
const look = (patience) => {
    const moving = ((carnet.call('app_pending') ?? 0) & 1) !== 0;
    if (moving && patience > 0) timer = setTimeout(look, 50, patience - 1); else mirror.flush();
};
mirror.changed = () => {
    waiting = true;
    if (!timer) timer = setTimeout(look, 100, 2);
};
mirror.flush = () => {
    clearTimeout(timer);
    timer = 0;
    if (!waiting) return;
    waiting = false;
    carnet.call('app_mirror_flush');
    carnet.hooks.check();
};
mirror.pending = () => waiting;

// --- From assistive technologies ------------------------------------------------------------------------------------

const idOf = (event) => {
    const element = event.target.closest?.('#mirror [id]');
    return element && element !== host ? Number(element.id.slice(1)) : 0;
};
host.addEventListener('click', (event) => {
    const id = idOf(event);
    if (!id || event.detail !== 0) return;      // A real click goes to the canvas.
    event.preventDefault();
    carnet.call('app_activate', id);
});
host.addEventListener('focusin', (event) => {
    const id = idOf(event);
    if (!id) return;
    carnet.call('app_focus', id);
    host.focus({ preventScroll: true });
});
mirror.restoreFocus = () => { if (!carnet.signIn.over) host.focus({ preventScroll: true }); };

mirror.announce = (text, assertive) => {
    const region = document.getElementById(assertive ? 'alert' : 'status');
    region.replaceChildren(document.createTextNode(text));
};

// The topmost thing of one of the roles at a place, for the touch that has to act before a frame.
mirror.at = (x, y, roles) => {
    mirror.flush();
    let found = null;
    for (const id of order) {
        const data = nodes.get(id)?.data;
        if (!data) continue;
        const [left, top, width, height] = data.box;
        if (x < left || y < top || x >= left + width || y >= top + height) continue;
        if (roles.includes(data.role)) found = { ...data, disabled: ((data.flags || 0) & FLAG.disabled) !== 0 };
        else if (OVER.has(data.role)) found = null;
    }
    return found;
};
})();
