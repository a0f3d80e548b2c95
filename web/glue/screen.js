// Size of the canvas in device pixels (wasm-ui §13), visibility (§15), the lost context (§16).
(() => {
const screen = carnet.screen = { keyboardInset: 0 };
const canvas = document.getElementById('canvas'), stage = document.getElementById('stage');
let last = '';

const resize = (device) => {
    const ratio = devicePixelRatio, width = stage.clientWidth, height = stage.clientHeight;
    if (!width || !height) return;
    // The observer knows the exact number of pixels; emulated ratios make it lie, so it has to agree roughly.
    const exact = (css, given) => {
        const ideal = Math.round(css * ratio);
        return given && Math.abs(given - ideal) <= 1 ? given : ideal;
    };
    const box = { w: exact(width, device?.inlineSize), h: exact(height, device?.blockSize) };
    const key = [box.w, box.h, ratio].join();
    if (key === last) return;
    last = key;
    canvas.width = box.w;
    canvas.height = box.h;
    canvas.style.width = box.w / ratio + 'px';
    canvas.style.height = box.h / ratio + 'px';
    carnet.call('app_resize', box.w / ratio, box.h / ratio, box.w, box.h);
};

const watchRatio = () => {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => { resize(); watchRatio(); }, { once: true });
};

const keyboard = () => {
    const view = visualViewport;
    const inset = Math.max(0, innerHeight - view.height - view.offsetTop);
    const hidden = inset > 60 ? inset : 0;       // Less is the address bar coming and going.
    if (hidden === screen.keyboardInset) return;
    screen.keyboardInset = hidden;
    carnet.wake(3);
};

screen.start = () => {
    const observer = new ResizeObserver((entries) => resize(entries[0].devicePixelContentBoxSize?.[0]));
    try { observer.observe(stage, { box: 'device-pixel-content-box' }); } catch { observer.observe(stage); }
    resize();
    watchRatio();
    addEventListener('resize', () => resize());
    window.visualViewport?.addEventListener('resize', keyboard);
    document.addEventListener('visibilitychange', () => {
        const visible = document.visibilityState === 'visible';
        if (!visible) carnet.agent.push();
        carnet.call('app_visibility', visible ? 1 : 0);
    });
    let waiting = 0;
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();                  // Otherwise it never comes back.
        carnet.call('app_gl_lost');
        waiting = setTimeout(() => { document.getElementById('lost').hidden = false; }, 2000);
    });
    canvas.addEventListener('webglcontextrestored', () => {
        clearTimeout(waiting);
        document.getElementById('lost').hidden = true;
        carnet.call('app_gl_restored');
    });
};
})();
