// What takes too long for every run of the tests:   node tools/soak.mjs [JOB...]      (make soak)
// Four jobs at a time, an hour at most; what is not done by then is told. Every random choice comes from a printed seed, and
// LEADLIGHT_SEED repeats it. The last lines are a table of what was done.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const minutes = Number(process.env.SOAK_MINUTES ?? 58);
const deadline = Date.now() + minutes * 60000;
const seed = process.env.LEADLIGHT_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const fuzz_seconds = process.env.FUZZ_SECONDS ?? '180';
mkdirSync('build/soak', { recursive: true });

/** @typedef {{name: string, env: NodeJS.ProcessEnv, command: string[], told: RegExp}} Job  told: lines of its output for the table */

const browser = (/** @type {string} */ name, /** @type {string} */ file, /** @type {NodeJS.ProcessEnv} */ env) => ({
  name, env, told: /^(?:# |ℹ )(.*(?:lost|there|NOT SAVED|restored|neither|pass |fail ).*)$/gm,
  command: ['node', '--test', '--test-reporter=tap', `tests/browser/reliability/${file}.test.mjs`],
});

// Small books by the million: most of the time goes into the system's allocator unless it keeps what is freed at hand.
const laws = (/** @type {number} */ half) => ({
  name: `laws ${half + 1}`, told: /^\[ {2}(?:PASSED|FAILED).*$|^\[ {7}OK \] Laws.*$/gm,
  env: {
    GLIBC_TUNABLES: 'glibc.malloc.tcache_max=262144:glibc.malloc.tcache_count=2000', LEADLIGHT_HISTORIES: process.env.LEADLIGHT_HISTORIES ?? '1000000',
    GTEST_TOTAL_SHARDS: '2', GTEST_SHARD_INDEX: String(half),
  },
  command: ['build/native/tests/test_book', '--gtest_filter=Laws.*'],
});

/** What uses the browser and mostly waits, what uses it all the time, and what uses the processor alone. One of each row at a time. @type {Job[][]} */
const lanes = [[
  browser('points', 'points', { LEADLIGHT_POINTS: 'all' }),
  browser('tabs', 'tabs', { LEADLIGHT_COMMITS: '250' }),
  browser('life', 'lifecycle', { LEADLIGHT_TIMES: '6' }),
  browser('clocks', 'clocks', { LEADLIGHT_CLOCK_EDITS: '25' }),
  browser('damage', 'corruption', { LEADLIGHT_DAMAGES: '60' }),
  { name: 'fuzz', env: { FUZZ_SECONDS: fuzz_seconds }, told: /^\d+ passed.*$/gm, command: ['node', 'tools/test.mjs', 'fuzz'] },
], [
  browser('kills', 'kill', { LEADLIGHT_KILLS: process.env.LEADLIGHT_KILLS ?? '1000' }),
], [laws(0)], [laws(1)]];

/** @param {string[]} words */
function must(...words) {
  const { status } = spawnSync(words[0], words.slice(1), { stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { for (const child of running) child.kill('SIGTERM'); process.exit(1); });

/** @type {string[]} */
const table = [];

/** @param {Job} job @returns {Promise<boolean>} */
async function run({ name, env, command, told }) {
  const start = Date.now();
  const left = deadline - start;
  if (left < 5000) { table.push(`${name.padEnd(8)} no time left`); return false; }
  const log = createWriteStream(`build/soak/${name.replace(' ', '-')}.log`);
  let output = '';
  const status = await new Promise((done) => {
    const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LEADLIGHT_SEED: seed, LEADLIGHT_UNTIL: String(deadline - 20000), ...env } });
    running.add(child);
    const timer = setTimeout(() => { child.kill('SIGTERM'); }, left);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { output += chunk; log.write(chunk); });
    child.on('error', (error) => { output += error.message; });
    child.on('close', (code) => { clearTimeout(timer); running.delete(child); done(code); });
  });
  log.end();
  const outcome = status === 0 ? 'passed' : Date.now() >= deadline ? 'was ended: no time left' : 'FAILED';
  table.push([`${name.padEnd(8)} ${outcome} in ${((Date.now() - start) / 60000).toFixed(1)} min, LEADLIGHT_SEED=${seed}`,
    ...[...output.matchAll(told)].map(([line]) => `         ${line.replace(/^# |^ℹ /, '')}`)].join('\n'));
  console.log(table[table.length - 1]);
  if (outcome === 'FAILED') console.log(output.split('\n').slice(-60).join('\n'));
  return status === 0;
}

const wanted = process.argv.slice(2);
const chosen = lanes.map((jobs) => jobs.filter(({ name }) => wanted.length === 0 || wanted.includes(name.split(' ')[0])));
console.log(`LEADLIGHT_SEED=${seed}, at most ${minutes} minutes; logs are in build/soak/`);
if (chosen.flat().some(({ name }) => name.startsWith('laws'))) must('cmake', '--build', '--preset', 'native', '--target', 'test_book');
const outcomes = await Promise.all((availableParallelism() > 1 ? chosen : [chosen.flat()]).map(async (jobs) => {
  const all = [];
  for (const job of jobs) all.push(await run(job));
  return all;
}));
console.log(`\n${table.join('\n')}\n${outcomes.flat().filter(Boolean).length} passed, ${outcomes.flat().filter((one) => !one).length} failed`);
process.exitCode = outcomes.flat().every(Boolean) ? 0 : 1;
