// Everything that must hold, in one run:   node tools/test.mjs [STAGE...]      (make test)
// A stage that fails does not stop the others. Each prints what went wrong and how long it took.
// The last line is `N passed, N failed`: single tests where there are tests, one for each other stage.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const clang_format = spawnSync('clang-format-19', ['--version']).error ? 'clang-format' : 'clang-format-19';
const fuzz_seconds = Number(process.env.FUZZ_SECONDS ?? 60);

/** @typedef {{passed: number, failed: number}} Count */
/** @typedef {{status: number, output: string}} Outcome */

/** Runs a program to its end. @param {string[]} command @param {NodeJS.ProcessEnv} env @returns {Promise<Outcome>} */
function run([program, ...words], env = {}) {
  return new Promise((done) => {
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.stderr.on('data', (chunk) => { output += chunk; });
    child.on('error', (error) => done({ status: 127, output: `${program}: ${error.message}\n` }));
    child.on('close', (code, signal) => done({ status: code ?? 1, output: signal ? `${output}\nended by ${signal}\n` : output }));
  });
}

/** Runs commands one after another; stops at the first that fails, and prints it. @param {string[][]} commands */
async function all_pass(...commands) {
  for (const command of commands) {
    const { status, output } = await run(command);
    if (status !== 0) {
      console.log(`${output.trimEnd().split('\n').slice(-200).join('\n')}\n  failed: ${command.join(' ')}`);
      return false;
    }
  }
  return true;
}

/** One check. @param {string[][]} commands @returns {Promise<Count>} */
const check = async (...commands) => ((await all_pass(...commands)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** @param {Count[]} counts @returns {Count} */
const sum = (counts) => counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), { passed: 0, failed: 0 });

/** Runs jobs, as many at a time as there are cores. @template T @param {(() => Promise<T>)[]} jobs @returns {Promise<T[]>} */
async function in_parallel(jobs) {
  /** @type {T[]} */
  const results = [];
  let next = 0;
  const work = async () => { while (next < jobs.length) { const i = next++; results[i] = await jobs[i](); } };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return results;
}

/** Configures when needed and builds. @param {string} preset @param {string[]} targets */
async function built(preset, ...targets) {
  const dir = preset === 'wasm-test' ? 'wasm' : preset;
  const words = targets.length ? ['--target', ...targets] : [];
  return all_pass(...(existsSync(`build/${dir}/build.ninja`) ? [] : [['cmake', '--preset', dir]]),
    ['cmake', '--build', '--preset', preset, ...words, '--', '-k', '0']);
}

/**
 * One GoogleTest program. A crash counts the tests that it took with it.
 * @param {string[]} command @param {NodeJS.ProcessEnv} env @returns {Promise<Count & {output: string}>}
 */
async function run_gtest(command, env = {}) {
  const { status, output } = await run(command, {
    ASAN_OPTIONS: 'detect_stack_use_after_return=1:strict_string_checks=1', UBSAN_OPTIONS: 'print_stacktrace=1', GTEST_BRIEF: '0', GTEST_COLOR: 'no', ...env,
  });
  const total = Number(/Running (\d+) tests? from/.exec(output)?.[1] ?? 0);
  const passed = (output.match(/^\[ {7}OK \] .*\(\d+ ms\)$/gm) ?? []).length;
  const skipped = (output.match(/^\[ {2}SKIPPED \] .*\(\d+ ms\)$/gm) ?? []).length;
  const failed = Math.max(total - passed - skipped, status === 0 ? 0 : 1);
  if (failed) {
    const told = output.split('\n').filter((line) => !/^\[( {7}OK |-+)\]|^\[ RUN/.test(line) || /FAILED/.test(line));
    console.log(`${told.join('\n').trimEnd()}\n  failed: ${command.join(' ')}`);
  }
  return { passed, failed, output };
}

/** The laws of the book on many histories, natively and in wasm: from the same seeds to the same states. @returns {Promise<Count>} */
async function run_laws() {
  if (!(await built('native', 'test_book')) || !(await built('wasm-test', 'test_book'))) return { passed: 0, failed: 1 };
  const env = { LEADLIGHT_HISTORIES: process.env.LEADLIGHT_HISTORIES ?? '10000' };
  const runs = await in_parallel([['build/native/tests/test_book'], ['node', 'build/wasm-test/test_book.mjs']]
    .map((command) => () => run_gtest([...command, '--gtest_filter=Laws.*'], env)));
  const [native, wasm] = runs.map(({ output }) => output.split('\n').filter((line) => line.startsWith('law ')).join('\n'));
  console.log(native);
  const agree = native === wasm && native !== '';
  if (!agree) console.log(`  wasm came to other states:\n${wasm}`);
  return sum([...runs, { passed: agree ? 1 : 0, failed: agree ? 0 : 1 }]);
}

/** The test programs that CMake knows in a build folder. @param {string} preset @returns {string[][]} */
function test_programs(preset) {
  const listing = spawnSync('ctest', ['--preset', preset, '--show-only=json-v1'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const { tests = [] } = JSON.parse(listing.stdout || '{}');
  return tests.map((/** @type {{command?: string[], name: string}} */ test) => test.command ?? [test.name]);
}

/** @param {string} preset @param {boolean} is_built @returns {Promise<Count>} */
async function run_gtests(preset, is_built) {
  const programs = test_programs(preset).filter((command) => is_built || existsSync(command[command.length - 1]));
  return sum([...(await in_parallel(programs.map((command) => () => run_gtest(command)))), { passed: 0, failed: is_built ? 0 : 1 }]);
}

/** Tests for node's own runner. @param {string[]} files @param {NodeJS.ProcessEnv} env @param {number} at_once files; 0: as node likes @returns {Promise<Count>} */
async function run_node_tests(files, env = {}, at_once = 0) {
  if (files.length === 0) return { passed: 0, failed: 0 };
  const { status, output } = await run(['node', '--test', ...(at_once ? [`--test-concurrency=${at_once}`] : []), '--test-timeout=420000', '--test-reporter=tap', ...files], env);
  const number = (/** @type {string} */ word) => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);
  const failed = Math.max(number('fail') + number('cancelled'), status === 0 ? 0 : 1);
  if (failed) console.log(output.trimEnd());
  return { passed: number('pass'), failed };
}

/** @param {string} path @returns {Promise<Count>} */
async function run_fuzzer(path) {
  const name = basename(path).replace(/^fuzz_/, '');
  const corpora = '../shared/corpora';
  const form = name === 'snapshot' || name === 'map' ? 'json' : name;
  const work = join('build/fuzz', name);
  mkdirSync(work, { recursive: true });
  const seeds = `${corpora}/fuzz-seeds/${form}/corpus`;
  const own_seeds = `tests/fuzz/${name}`;
  const dictionary = `${corpora}/google-fuzzing-dicts/dictionaries/${form}.dict`;
  const words = [`-max_total_time=${fuzz_seconds}`, '-timeout=10', '-rss_limit_mb=2048', '-max_len=65536', '-print_final_stats=0', '-verbosity=0',
    `-artifact_prefix=${work}/crash-`, ...(existsSync(dictionary) ? [`-dict=${dictionary}`] : []), work,
    ...[seeds, own_seeds].filter((folder) => existsSync(folder))];
  return check([path, ...words]);
}

/** @param {RegExp} what @param {string[]} folders @returns {string[]} tracked or new files, not the ignored ones */
function files_of(what, ...folders) {
  const listing = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], { encoding: 'utf8' });
  return listing.stdout.split('\n').filter((name) => what.test(name) && existsSync(name));
}

/** @type {Record<string, () => Promise<Count>>} in this order */
const stages = {
  format: async () => {
    const files = files_of(/\.(h|cpp)$/, 'src', 'tests');
    if (files.length === 0) return { passed: 0, failed: 0 };
    const { status, output } = await run([clang_format, '--dry-run', '--Werror', ...files]);
    if (status === 0) return { passed: 1, failed: 0 };
    const wrong = new Set([...output.matchAll(/^(\S+?):\d+:\d+: error/gm)].map(([, name]) => name));
    console.log(wrong.size ? `not laid out as .clang-format says: ${[...wrong].join(' ')}\n  please run: make format` : output);
    return { passed: 0, failed: 1 };
  },
  includes: () => check(['node', 'tools/check_includes.mjs']),
  types: () => check(['node', 'node_modules/typescript/bin/tsc', '-p', '.']),
  native: async () => run_gtests('test', await built('test')),
  wasm: async () => run_gtests('wasm-test', await built('wasm-test')),
  laws: run_laws,
  page: async () => ((await built('wasm')) ? check(['node', 'tools/dist.mjs']) : { passed: 0, failed: 1 }),
  scripts: async () => run_node_tests(files_of(/\.test\.mjs$/, 'tests').filter((name) => !name.startsWith('tests/browser/'))),
  browser: async () => run_node_tests(files_of(/\.test\.mjs$/, 'tests/browser')),
  engines: async () => {
    // The most telling of the browser's tests once more in the other engines (docs/browsers.md).
    const files = ['main_job', 'fields', 'scripts', 'share', 'page', 'typed'].map((name) => `tests/browser/${name}.test.mjs`);
    const counts = [];
    for (const [engine, programs] of Object.entries({ firefox: ['Xvfb', 'firefox-esr'], webkit: ['Xvfb', 'WebKitWebDriver'] })) {
      const missing = programs.filter((program) => !existsSync(`/usr/bin/${program}`));
      if (missing.length) console.log(`not tested in ${engine}: there is no ${missing.join(', no ')} (make setup installs it on Debian)`);
      else counts.push(await run_node_tests(files, { ENGINE: engine }, 1));
    }
    return sum(counts);
  },
  fuzz: async () => {
    if (!(await built('test', 'fuzzers'))) return { passed: 0, failed: 1 };
    const fuzzers = files_of(/\.cpp$/, 'tests/fuzz').map((name) => `build/test/tests/fuzz_${basename(name, '.cpp')}`);
    return sum(await in_parallel(fuzzers.map((path) => () => run_fuzzer(path))));
  },
  tidy: async () => ((await built('test', 'leadlight_generated')) && (await built('wasm', 'leadlight_generated'))
    ? check(['node', 'tools/tidy.mjs']) : { passed: 0, failed: 1 }),
};

/** Those that run only where they are named: not all of their tests pass, or they take long. */
const on_request = ['engines'];

const wanted = process.argv.slice(2);
for (const name of wanted.filter((one) => !(one in stages))) {
  console.error(`test: there is no stage '${name}'; there are ${Object.keys(stages).join(', ')}`);
  process.exit(2);
}
let total = { passed: 0, failed: 0 };
/** @type {string[]} */
const summary = [];
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length ? !wanted.includes(name) : on_request.includes(name)) continue;
  console.log(`== ${name}`);
  const start = performance.now();
  const count = await stage().catch((error) => { console.log(error); return { passed: 0, failed: 1 }; });
  total = sum([total, count]);
  summary.push(`${name.padEnd(10)} ${String(count.passed).padStart(5)} passed ${String(count.failed).padStart(4)} failed ${((performance.now() - start) / 1000).toFixed(1).padStart(7)} s`);
  console.log(summary[summary.length - 1]);
}
console.log(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed ? 1 : 0;
