// Runs Node's test files one after the other, and ends with the runner's own closing lines.
import { spec, tap } from 'node:test/reporters';
import { run } from 'node:test';

const files = process.argv.slice(2).map((file) => new URL(file, `file://${process.cwd()}/`).pathname);
let failed = false;
const stream = run({ files, concurrency: 1 });
stream.on('test:fail', (test) => { if (!test.todo && !test.skip) failed = true; });
const lines = process.stdout.isTTY ? stream.compose(new spec()) : stream.compose(tap);
lines.pipe(process.stdout);
stream.on('end', () => { process.exitCode = failed ? 1 : 0; });
