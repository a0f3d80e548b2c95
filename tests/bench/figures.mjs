// Names of the figures, what they promise (the walking skeleton's table), and how one line of the report is made.

export const median = (values) => {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length === 0 ? NaN : sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
export const percentile = (values, part) => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? NaN : sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
};

// `most` or `least`: the target, in `unit`. `than`: what it is compared with.
export const figures = {
    keystroke: { what: 'keystroke in the search, main thread until the frame is submitted, median', most: 8, unit: 'ms', than: 'best JavaScript grids 40–60 ms' },
    first_keystroke: { what: 'the first keystroke after loading', most: 8, unit: 'ms', than: 'best grid 290 ms' },
    sort: { what: 'sort by a column, main thread until the frame is submitted, slowest column', most: 50, unit: 'ms', than: 'best grid 364 ms' },
    scroll: { what: 'scrolling, CPU of the main thread per frame, 95th percentile', most: 4, unit: 'ms' },
    idle: { what: 'page open and idle for 5 s: frames drawn', most: 0, unit: 'frames' },
    reload_cold: { what: 'reload to first rows, local server, cold cache, median', most: 0.6, unit: 's', than: 'best grid 0.65 s' },
    reload_warm: { what: 'reload to first rows, local server, warm cache, median', most: 0.3, unit: 's', than: 'best grid 0.33 s' },
    reload_slow: { what: 'reload to first rows, cold, 12 Mbit/s with 60 ms latency, median', most: 1.5, unit: 's', than: 'best grid 2.7 s' },
    download_code: { what: 'download, brotli: wasm and JavaScript', most: 500, unit: 'KB' },
    download_fonts: { what: 'download, brotli: fonts and icons', most: 250, unit: 'KB' },
    renderer_memory: { what: 'private memory of the renderer process, whole book loaded', most: 100, unit: 'MB' },
    list_requests: { what: 'GET /api/clients, 50 rows by name with the total, 8 connections', least: 3000, unit: 'req/s', than: 'PocketBase 160' },
    filter_requests: { what: 'the same with a substring filter, 200 fragments', least: 1000, unit: 'req/s', than: 'PocketBase 105' },
    durable_writes: { what: 'acknowledged durable writes against one-at-a-time commits', least: 10, unit: '×' },
    server_memory: { what: 'server memory after the load', most: 150, unit: 'MB' },
    file_upload: { what: 'upload of 1 GB over loopback against plain copying through cpp-httplib', least: 0.5, unit: '×' },
    file_download: { what: 'download of 1 GB against plain copying', least: 0.5, unit: '×' },
    file_memory: { what: 'growth of the server’s memory meanwhile', most: 32, unit: 'MB' },
    folder_rights: { what: 'rights check of one folder list, 500 folders × 12 contacts', most: 5, unit: 'ms' },
    sheet_open: { what: 'client sheet opened from the list, 1,000 clients with 10 projects and 20 documents each, click to the finished page, median', most: 100, unit: 'ms' },
    portal_code: { what: 'the portal’s download, brotli: wasm and JavaScript', most: 400, unit: 'KB' },
    portal_fonts: { what: 'the portal’s download, brotli: fonts and icons', most: 150, unit: 'KB' },
    portal_first: { what: 'portal on a fast-3G phone, sign-in page asked for to home, first time', most: 6, unit: 's' },
    portal_second: { what: 'the same the second time', most: 2, unit: 's' },
    server_start: { what: 'server start to the first list', most: 1, unit: 's' },
};

const number = (value) => {
    if (!Number.isFinite(value)) return '–';
    return value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2 });
};

export const line = (name, { value, detail = '' }) => {
    const figure = figures[name];
    const target = 'most' in figure ? `≤ ${number(figure.most)} ${figure.unit}` : `≥ ${number(figure.least)} ${figure.unit}`;
    const reached = 'most' in figure ? value <= figure.most : value >= figure.least;
    return { name, what: figure.what, measured: `${number(value)} ${figure.unit}`, target, reached, than: figure.than || '', detail };
};

export const show = (row) => {
    console.log(`${row.reached ? '✓' : '✗'} ${row.name.padEnd(16)} ${row.measured.padStart(14)}   target ${row.target.padEnd(14)} ${row.what}`);
    const more = [row.detail, row.than && `(${row.than})`].filter(Boolean).join('  ');
    if (more) console.log(`  ${more}`);
};
