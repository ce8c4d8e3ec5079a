// Runs clang-tidy over src/, two at a time, and only where something changed:   node tools/tidy.mjs
// A file that passed is remembered by a hash of everything that the answer depends on: clang-tidy, its settings, the compile
// command, the file, and every header of ours that it reaches. The memory lives beside set-up's cache, so clones share it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(process.env.LEADLIGHT_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'leadlight'), 'tidy');
const clang_tidy = spawnSync('clang-tidy-19', ['--version']).error ? 'clang-tidy' : 'clang-tidy-19';
mkdirSync(cache, { recursive: true });

/** @typedef {{file: string, command: string, directory: string}} Entry */

/** @param {string} preset @returns {Entry[]} what that preset compiles of src/ */
function compiled_by(preset) {
  const path = join(root, 'build', preset, 'compile_commands.json');
  if (!existsSync(path)) return [];
  const entries = /** @type {Entry[]} */ (JSON.parse(readFileSync(path, 'utf8')));
  return entries.filter((entry) => entry.file.startsWith(join(root, 'src/')));
}

const native = compiled_by('test');
if (native.length === 0) {
  console.error('tidy: build/test is not configured. Please run: make test');
  process.exit(1);
}
const seen = new Set(native.map((entry) => entry.file));
const wasm = compiled_by('wasm').filter((entry) => !seen.has(entry.file));  // src/platform/web

/** @type {Map<string, string>} */
const texts = new Map();
/** @param {string} path */
const text_of = (path) => {
  if (!texts.has(path)) texts.set(path, readFileSync(path, 'utf8'));
  return texts.get(path) ?? '';
};

/** The file and every header of ours that it includes, directly or not. @param {Entry} entry */
function reached(entry) {
  const found = new Set([entry.file]);
  for (const path of found) {
    for (const [, header] of text_of(path).matchAll(/^\s*#\s*include\s*"([^"]+)"/gm)) {
      for (const base of [join(root, 'src'), join(root, 'build/test/generated'), dirname(path)]) {
        if (existsSync(join(base, header))) { found.add(join(base, header)); break; }
      }
    }
  }
  return [...found].sort();
}

const settings = [spawnSync(clang_tidy, ['--version']).stdout.toString(), readFileSync(join(root, '.clang-tidy'), 'utf8')];
/** @param {Entry} entry */
function key_of(entry) {
  const hash = createHash('sha256');
  for (const part of [...settings, entry.command.replaceAll(root, '')]) hash.update(part).update('\0');
  for (const path of reached(entry)) hash.update(relative(root, path)).update('\0').update(text_of(path)).update('\0');
  return hash.digest('hex');
}

// clang-tidy reads emcc's commands as a plain compiler's: it must be told the target and where Emscripten keeps its headers.
const sysroot = wasm.length === 0 ? '' : (/(\S+)\/em\+\+/.exec(wasm[0].command)?.[1] ?? '') + '/cache/sysroot';
const wasm_options = ['--target=wasm32-unknown-emscripten', `--sysroot=${sysroot}`, '-D__EMSCRIPTEN__', '-nostdinc++',
  `-isystem${sysroot}/include/c++/v1`, `-isystem${sysroot}/include/compat`, '-Wno-unused-command-line-argument']
  .map((option) => `--extra-arg=${option}`);

/** @type {{entry: Entry, key: string, preset: string}[]} */
const todo = [...native.map((entry) => ({ entry, preset: 'test' })), ...wasm.map((entry) => ({ entry, preset: 'wasm' }))]
  .map((one) => ({ ...one, key: key_of(one.entry) })).filter((one) => !existsSync(join(cache, one.key)));

let failed = 0;
async function work() {
  for (let one = todo.pop(); one; one = todo.pop()) {
    const { entry, preset, key } = one;
    const options = ['--quiet', '-p', join(root, 'build', preset), ...(preset === 'wasm' ? wasm_options : [])];
    const child = spawn(clang_tidy, [...options, entry.file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => { output += chunk; });
    child.stderr.on('data', (chunk) => { output += chunk; });
    const status = await new Promise((done) => child.on('close', done));
    if (status === 0) {
      writeFileSync(join(cache, key), '');
    } else {
      ++failed;
      console.error(output.replaceAll(root, '').replace(/^\d+ warnings? .*generated\.\n/gm, '').trim());
    }
  }
}
const count = todo.length;
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`tidy: ${native.length + wasm.length} files, ${count} looked at, ${failed} with findings`);
process.exit(failed ? 1 : 0);
