// Prints the benchmark figures with the machine they were measured on. Only loopback; ends only what it started.
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { figures, line, show } from './figures.mjs';
import { fileFigures } from './files.mjs';
import { agencyFigures } from './agency.mjs';
import { pageFigures } from './page.mjs';
import { portalFigures } from './portal.mjs';
import { dataFolder, Server, serverFigures } from './server.mjs';
import { Page } from './page.mjs';

const version = (command, ...argument) => {
    try { return execFileSync(command, argument, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim().split('\n')[0]; } catch { return '?'; }
};

const wanted = process.argv.slice(2);
for (const name of wanted) {
    if (figures[name]) continue;
    console.error(`There is no figure “${name}”. There are: ${Object.keys(figures).join(' ')}`);
    process.exit(2);
}
const asked = (name) => wanted.length === 0 || wanted.includes(name);

console.log(`./dev bench${wanted.map((name) => ' ' + name).join('')}, ${new Date().toISOString().slice(0, 10)}`);
console.log(`${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${version('uname', '-sr')}, ${version(process.env.CHROMIUM || '/usr/bin/chromium', '--version')}`);
const started = performance.now();
const rows = [];
let failed = false;
const run = async (name, measure, ...argument) => {
    if (!asked(name)) return;
    try {
        rows.push(line(name, await measure(...argument)));
        show(rows.at(-1));
    } catch (error) {
        failed = true;
        console.log(`✗ ${name.padEnd(16)} not measured: ${error.message.split('\n')[0]}`);
    }
};

const { server_start, ...underLoad } = serverFigures;
const folder = await dataFolder();
await run('server_start', server_start);
const server = await Server.start(folder);
let page;
try {
    await server.firstAnswer('/healthz');
    await server.signIn();
    if (Object.keys(pageFigures).some(asked)) {
        page = await Page.open(server);
        await page.openList();
        for (const name of Object.keys(pageFigures)) await run(name, pageFigures[name], page);
        await page.stop();
        page = null;
    }
    for (const name of Object.keys(underLoad)) await run(name, underLoad[name], server);
    for (const name of Object.keys(fileFigures)) await run(name, fileFigures[name], server);
} catch (error) {
    failed = true;
    console.log(`✗ ${error.message}`);
} finally {
    await page?.stop();
    await server.stop();
}

// These start servers of their own, on other workspaces.
for (const [name, measure] of Object.entries({ ...agencyFigures, ...portalFigures })) await run(name, measure);

if (rows.length > 1) {
    console.log(`\n| what | measured | at least |\n| --- | --- | --- |`);
    for (const row of rows) console.log(`| ${row.what} | ${row.measured} | ${row.target}${row.than ? ` (${row.than})` : ''} |`);
    const missed = rows.filter((row) => !row.reached).map((row) => row.name);
    console.log(`\n${rows.length - missed.length} of ${rows.length} reached${missed.length ? '; not: ' + missed.join(', ') : ''}; ${Math.round((performance.now() - started) / 1000)} s`);
}
process.exitCode = failed ? 1 : 0;
