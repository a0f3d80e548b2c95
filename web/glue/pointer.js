// Mouse, finger and wheel for the application (wasm-ui §27). One finger scrolls with inertia, a long press is the right
// button, a tap a click; two fingers belong to the browser.
(() => {
const pointer = carnet.pointer = {};
const TAP = 10, LONG_PRESS = 500;             // Pixels, milliseconds.
const inside = (event) => {
    const at = event.target;
    return at instanceof Element && (at.id === 'canvas' || at.id === 'stage' || !!at.closest('#mirror, #agent-host'));
};
const linkOf = (event) => event.target instanceof Element ? event.target.closest('#mirror a[href]') : null;
const opensElsewhere = (event) => event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
const button = (event) => [0, 2, 1][event.button] ?? -1;
const mods = (event) => carnet.keys.modifiers(event);

const down = (event) => {
    if (!inside(event)) return;
    carnet.agent.commit();
    if (document.activeElement === document.body) carnet.mirror.restoreFocus();
    if (event.pointerType === 'touch') return touch.down(event);
    if (button(event) < 0) return;                                    // Back and forward.
    const link = linkOf(event);
    if (link && (opensElsewhere(event) || event.button === 2)) return;   // The browser's: new tab, menu.
    if (event.button === 2 && carnet.agent.menuAt(event.clientX, event.clientY)) return;
    document.getElementById('canvas').setPointerCapture?.(event.pointerId);
    carnet.call('app_pointer_button', event.clientX, event.clientY, button(event), 1, mods(event), 0);
};
const up = (event) => {
    if (event.pointerType === 'touch') return touch.up(event);
    if (button(event) >= 0) carnet.call('app_pointer_button', event.clientX, event.clientY, button(event), 0, mods(event), 0);
};
const move = (event) => {
    if (event.pointerType === 'touch') return touch.move(event);
    if (inside(event)) carnet.call('app_pointer_move', event.clientX, event.clientY, mods(event), 0);
};
const cancel = (event) => {
    if (event.pointerType === 'touch') return touch.cancel();
    for (const each of [0, 1, 2]) carnet.call('app_pointer_button', event.clientX, event.clientY, each, 0, 0, 0);
};
const leave = (event) => { if (event.pointerType !== 'touch' && !event.relatedTarget) carnet.call('app_pointer_gone'); };

const wheel = (event) => {
    // Ctrl + wheel is the browser's zoom: nobody may prevent it, SDL would.
    if (event.ctrlKey) { event.stopImmediatePropagation(); return; }
    if (!inside(event)) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? innerHeight * 0.9 : 1;
    carnet.call('app_wheel', event.clientX, event.clientY, event.deltaX * unit, event.deltaY * unit, 0);
};

// --- One finger ---------------------------------------------------------------------------------------------------

const touch = (() => {
    let state = null, coasting = 0;
    const stop = () => { cancelAnimationFrame(coasting); coasting = 0; };
    const end = () => { clearTimeout(state?.timer); state = null; };
    const press = (x, y, which) => {
        carnet.call('app_pointer_move', x, y, 0, 1);
        carnet.call('app_pointer_button', x, y, which, 1, 0, 1);
        carnet.call('app_pointer_button', x, y, which, 0, 0, 1);
    };
    // Long enough for ImGui to have seen press and release in frames of their own.
    const gone = () => setTimeout(() => { if (!state) carnet.call('app_pointer_gone'); }, 250);
    const coast = (from) => {
        let { vx, vy } = from, last = performance.now();
        const step = (now) => {
            const dt = Math.min(50, now - last);
            last = now;
            carnet.call('app_wheel', from.x0, from.y0, -vx * dt, -vy * dt, 1);
            const fade = Math.exp(-dt / 325);
            vx *= fade;
            vy *= fade;
            if (Math.hypot(vx, vy) > 0.02) coasting = requestAnimationFrame(step); else { coasting = 0; gone(); }
        };
        coasting = requestAnimationFrame(step);
    };
    return {
        down(event) {
            const moving = coasting !== 0;
            stop();
            if (state) return end();                             // A second finger: not ours.
            const x = event.clientX, y = event.clientY;
            state = { id: event.pointerId, x0: x, y0: y, x, y, t: event.timeStamp, vx: 0, vy: 0, mode: moving ? 'stopped' : 'wait' };
            // What is dragged, not scrolled.
            if (carnet.mirror.at(x, y, ['slider', 'scrollbar', 'separator'])) {
                state.mode = 'drag';
                carnet.call('app_pointer_button', x, y, 0, 1, 0, 1);
                return;
            }
            carnet.call('app_pointer_move', x, y, 0, 1);
            state.timer = setTimeout(() => {
                if (state?.mode !== 'wait') return;
                state.mode = 'long';
                press(state.x, state.y, 1);
            }, LONG_PRESS);
        },
        move(event) {
            if (!state || event.pointerId !== state.id) return;
            const x = event.clientX, y = event.clientY, dt = Math.max(1, event.timeStamp - state.t);
            if (state.mode === 'drag') { carnet.call('app_pointer_move', x, y, 0, 1); return; }
            if (state.mode === 'wait' || state.mode === 'stopped') {
                if (Math.hypot(x - state.x0, y - state.y0) < TAP) return;
                clearTimeout(state.timer);
                state.mode = 'pan';
            }
            if (state.mode !== 'pan') return;
            carnet.call('app_wheel', state.x0, state.y0, state.x - x, state.y - y, 1);
            state.vx = 0.7 * (x - state.x) / dt + 0.3 * state.vx;
            state.vy = 0.7 * (y - state.y) / dt + 0.3 * state.vy;
            Object.assign(state, { x, y, t: event.timeStamp });
        },
        up(event) {
            if (!state || event.pointerId !== state.id) return;
            const was = state, x = event.clientX, y = event.clientY;
            end();
            if (was.mode === 'drag') carnet.call('app_pointer_button', x, y, 0, 0, 0, 1);
            if (was.mode === 'pan' && event.timeStamp - was.t < 60 && Math.hypot(was.vx, was.vy) > 0.1) return coast(was);
            if (was.mode === 'wait') {
                const text = carnet.mirror.at(x, y, ['textbox', 'searchbox', 'combobox', 'spinbutton']);
                if (text && !text.disabled && text.role !== 'combobox') carnet.agent.focusWithin(text);
                press(x, y, 0);
            }
            gone();
        },
        cancel() { const was = state; end(); if (was?.mode === 'drag') carnet.call('app_pointer_button', was.x, was.y, 0, 0, 0, 1); gone(); },
    };
})();

pointer.start = () => {
    const canvas = document.getElementById('canvas');
    addEventListener('pointerdown', down, true);
    addEventListener('pointerup', up, true);
    addEventListener('pointermove', move, true);
    addEventListener('pointercancel', cancel, true);
    document.addEventListener('pointerout', leave, true);
    addEventListener('wheel', wheel, { capture: true, passive: false });
    // The focus stays where it is: on the agent, or on the mirror.
    addEventListener('mousedown', (event) => { if (inside(event)) event.preventDefault(); }, true);
    addEventListener('contextmenu', (event) => {
        if (inside(event) && !linkOf(event) && !event.target.closest('#agent-host')) event.preventDefault();
    }, true);
    // SDL would make mouse events of its own from these.
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
        canvas.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true, passive: true });
    }
    addEventListener('click', (event) => {
        const link = linkOf(event);
        if (link && event.detail > 0 && !opensElsewhere(event)) event.preventDefault();   // The frame follows it.
    }, true);
};
})();
