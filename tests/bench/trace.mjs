// What the main thread of the page did, from Chromium's own trace.

export class Trace {
    static async start(cdp) {
        const trace = new Trace();
        trace.cdp = cdp;
        trace.events = [];
        cdp.on('Tracing.dataCollected', trace.collect = ({ value }) => trace.events.push(...value));
        await cdp.send('Tracing.start', {
            transferMode: 'ReportEvents',
            traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'blink.user_timing'] },
        });
        return trace;
    }
    async stop() {
        const complete = new Promise((resolve) => this.cdp.once('Tracing.tracingComplete', resolve));
        await this.cdp.send('Tracing.end');
        await complete;
        this.cdp.off('Tracing.dataCollected', this.collect);
        const marks = this.events.filter((event) => event.name === 'carnet:frame');
        const { pid, tid } = marks[0] || {};
        this.main = this.events.filter((event) => event.pid === pid && event.tid === tid).sort((a, b) => a.ts - b.ts);
        this.tasks = this.complete('RunTask').concat(this.complete('ThreadControllerImpl::RunTask')).sort((a, b) => a.ts - b.ts);
        // Frames the program drew: the animation frames within which their mark lies.
        this.frames = this.complete('FireAnimationFrame')
            .map((frame) => ({ ...frame, marks: marks.filter((mark) => mark.ts >= frame.ts && mark.ts <= frame.ts + frame.dur) }))
            .filter((frame) => frame.marks.length > 0);
        return this;
    }
    complete(name) { return this.main.filter((event) => event.name === name && event.ph === 'X'); }

    // Work of the main thread between two moments, in milliseconds: by the clock, and of the processor.
    work(from, to) {
        let wall = 0, cpu = 0, until = -Infinity;
        for (const task of this.tasks) {
            const start = Math.max(task.ts, from, until), end = Math.min(task.ts + task.dur, to);
            if (end <= start) continue;
            wall += end - start;
            cpu += (task.tdur ?? task.dur) * (end - start) / (task.dur || 1);
            until = end;
        }
        return { wall: wall / 1000, cpu: cpu / 1000 };
    }
}

// Runs before the page's own scripts: after each animation frame in which the program drew, a mark in the trace, and
// the moment at which rows were first shown.
export const watchFrames = () => {
    const ask = window.requestAnimationFrame.bind(window);
    let drawn = 0, last = '';
    window.__bench = { firstRows: 0, changes: 0 };
    window.requestAnimationFrame = (callback) => ask((time) => {
        callback(time);
        const page = window.__carnet;
        if (!page || page.frames() === drawn) return;
        drawn = page.frames();
        const state = page.state();
        const now = state ? JSON.stringify([state.place, state.shown, state.first, state.top]) : '';
        if (now !== last) { last = now; ++window.__bench.changes; }
        performance.mark('carnet:frame', { detail: { changes: window.__bench.changes } });
        if (!window.__bench.firstRows && state && state.first) window.__bench.firstRows = performance.now();
    });
};
