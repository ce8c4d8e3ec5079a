// Runs clang-tidy over src/, a job for each core, and only where something changed:   node tools/tidy.mjs
// Files of one folder (in a large one: whose names begin with the same word) are looked at together, as one source that includes
// them all: most of the time goes into the standard library's headers. Those that can't be, because another of them has a
// different thing of the same name, are looked at by themselves.
// What passed is remembered by a hash of everything that the answer depends on: clang-tidy, its settings, the compile command, the
// files, and every header of ours that they reach. The memory lives beside set-up's cache, so clones share it.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
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

/** The files and every header of ours that they include, directly or not. @param {string[]} files */
function reached(files) {
  const found = new Set(files);
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
/** @param {string} command @param {string[]} files */
function key_of(command, files) {
  const hash = createHash('sha256');
  for (const part of [...settings, command.replaceAll(root, '')]) hash.update(part).update('\0');
  for (const path of reached(files)) hash.update(relative(root, path)).update('\0').update(text_of(path)).update('\0');
  return hash.digest('hex');
}

// clang-tidy reads emcc's commands as a plain compiler's: it must be told the target and where Emscripten keeps its headers.
const sysroot = wasm.length === 0 ? '' : (/(\S+)\/em\+\+/.exec(wasm[0].command)?.[1] ?? '') + '/cache/sysroot';
const wasm_options = ['--target=wasm32-unknown-emscripten', `--sysroot=${sysroot}`, '-D__EMSCRIPTEN__', '-nostdinc++',
  `-isystem${sysroot}/include/c++/v1`, `-isystem${sysroot}/include/compat`, '-Wno-unused-command-line-argument']
  .map((option) => `--extra-arg=${option}`);

/** @typedef {{files: string[], command: string, preset: string, key: string}} Group  files with what compiles them, all alike */

const kLargeFolder = 40;  // files

/** @param {Entry[]} entries @param {string} preset @returns {Group[]} */
function groups_of(entries, preset) {
  /** @type {Map<string, Entry[]>} */
  const by_folder = new Map();
  const add = (/** @type {Map<string, Entry[]>} */ map, /** @type {string} */ name, /** @type {Entry} */ entry) =>
    map.set(name, [...(map.get(name) ?? []), entry]);
  for (const entry of entries) add(by_folder, dirname(entry.file), entry);
  /** @type {Map<string, Entry[]>} */
  const groups = new Map();
  for (const [folder, members] of by_folder) {
    for (const entry of members) {
      add(groups, members.length < kLargeFolder ? folder : join(folder, /^[a-z]+/.exec(basename(entry.file))?.[0] ?? ''), entry);
    }
  }
  return [...groups.values()].map((members) => {
    const files = members.map((entry) => entry.file).sort();
    const command = members[0].command.replaceAll(members[0].file, '');
    return { files, command, preset, key: key_of(command, files) };
  });
}

const all = [...groups_of(native, 'test'), ...groups_of(wasm, 'wasm')];
const todo = all.filter((group) => !existsSync(join(cache, group.key))).sort((a, b) => a.files.length - b.files.length);
const joined = join(root, 'build/tidy');
mkdirSync(joined, { recursive: true });

/** @param {Group} group @param {string} file @returns {Promise<{status: number, output: string}>} */
async function look_at(group, file) {
  const words = group.command.split(/\s+/).filter(Boolean);
  const compiler = words.findIndex((word) => /(clang\+\+|em\+\+)[-\d]*$/.test(word));
  const options = words.slice(compiler + 1).filter((word, i, rest) => !/^-[co]$/.test(word) && rest[i - 1] !== '-o');
  // What only comes of joining: sources that are included, names of one that hide another's.
  const quiet = ['--quiet', '--header-filter=/src/.*', '--checks=-bugprone-suspicious-include', '--extra-arg=-Wno-shadow'];
  const child = spawn(clang_tidy, [...quiet, ...(group.preset === 'wasm' ? wasm_options : []), file, '--', ...options],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: join(root, 'build', group.preset) });
  let output = '';
  child.stdout.on('data', (chunk) => { output += chunk; });
  child.stderr.on('data', (chunk) => { output += chunk; });
  const status = await new Promise((done) => child.on('close', done));
  return { status, output };
}

/** What is found in a group; nothing if it is in order. @param {Group} group @returns {Promise<string>} */
async function findings_in(group) {
  let together = group.files;
  /** @type {string[]} */
  const alone = [];
  let findings = '';
  while (together.length > 1) {
    const file = join(joined, `${group.key.slice(0, 16)}.cpp`);
    writeFileSync(file, together.map((one) => `#include "${one}"\n`).join(''));
    const { status, output } = await look_at(group, file);
    const clashing = together.filter((one) => output.includes(`${one}:`) && new RegExp(`${one}:.* \\[clang-diagnostic-error`).test(output));
    if (clashing.length === 0) {
      if (status !== 0) findings += output;
      together = [];
    } else {
      alone.push(...clashing);
      together = together.filter((one) => !clashing.includes(one));
    }
  }
  for (const one of [...together, ...alone]) {
    const { status, output } = await look_at(group, one);
    if (status !== 0) findings += output;
  }
  return findings;
}

let failed = 0;
async function work() {
  for (let group = todo.pop(); group; group = todo.pop()) {
    const output = await findings_in(group);
    if (output === '') {
      writeFileSync(join(cache, group.key), '');
    } else {
      ++failed;
      console.error(output.replaceAll(root, '').replace(/^\d+ warnings? .*generated\.\n/gm, '').trim());
    }
  }
}
const count = todo.reduce((sum, group) => sum + group.files.length, 0);
await Promise.all(Array.from({ length: availableParallelism() }, work));
console.log(`tidy: ${native.length + wasm.length} files, ${count} looked at, findings in ${failed} of ${all.length} groups`);
process.exit(failed ? 1 : 0);
