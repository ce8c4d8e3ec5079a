// Takes the page's program apart in two: what a person needs to work, and the rest, which comes right behind it.
//   node tools/split.mjs WASM_SPLIT linked.wasm core.wasm rest.wasm
//
// The rest is what only ways into it (late::part, src/base/late.h) reach: whatever the start, JavaScript, an address in the table
// or another function of the core could call stays in the core. Nothing is measured or listed by hand, so nothing can be forgotten:
// a function that gets another caller moves by itself. Binaryen's wasm-split then makes the second module, which takes memory and
// functions from the first one's exports, and puts the ways into the table when it is instantiated.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { streams, walk } from '../web/streams.js';

const [wasm_split, linked, core, rest] = process.argv.slice(2);
const wasm = readFileSync(linked);
let at = 0;

const leb = () => {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value >>> 0;
  }
};
const text = () => {
  const size = leb();
  return wasm.toString('utf8', at, at += size);
};
/** @param {() => void} each */
const times = (each) => { for (let left = leb(); left > 0; left--) each(); };
const limits = () => { if (leb() & 1) leb(); leb(); };

let imported = 0;  // functions: those that are defined are numbered behind them
/** @type {Set<number>} that anybody may call */
const roots = new Set();
/** @type {number[]} functions by their place in the table */
const table = [];
/** @type {number[]} where each function's code ends, in the module */
const ends = [];
/** @type {Map<number, string>} */
const names = new Map();
/** @type {Uint8Array[]} all sections but custom ones */
const sections = [wasm.subarray(0, 8)];

/** @type {Record<number, () => void>} */
const readers = {
  2: () => times(() => {  // imports
    text(); text();
    const kind = wasm[at++];
    if (kind === 0) { imported++; leb(); }
    else if (kind === 1) { at++; limits(); }
    else if (kind === 2) limits();
    else at += 2;
  }),
  7: () => times(() => {  // exports
    text();
    const kind = wasm[at++];
    const index = leb();
    if (kind === 0) roots.add(index);
  }),
  8: () => { roots.add(leb()); },  // start
  9: () => times(() => {  // elements: from one place in the table on
    if (leb() !== 0 || wasm[at++] !== 0x41) throw new Error('split: elements of this form are not known');
    leb();
    at++;
    times(() => { table.push(leb()); });
  }),
  10: () => times(() => {  // code
    const size = leb();
    ends.push(at += size);
  }),
};
for (at = 8; at < wasm.length;) {
  const begin = at;
  const id = wasm[at++];
  const end = leb() + at;
  if (id !== 0) sections.push(wasm.subarray(begin, end));
  if (id === 0 && text() === 'name') {
    while (at < end) {
      const functions = wasm[at++] === 1;
      const behind = leb() + at;
      if (functions) times(() => { const index = leb(); names.set(index, text()); });
      at = behind;
    }
  }
  readers[id]?.();
  at = end;
}

/** @type {Set<number>[]} what each function calls, or takes the address of */
const uses = ends.map(() => new Set());
let code = 0, which = 0;
at = 0;
walk({
  byte: () => wasm[at++],
  leb: (stream) => {
    while (at >= ends[which]) which++;
    const value = leb();
    if (stream === streams.call || (stream === streams.other && code === 0xd2)) uses[which].add(value);
    return value;
  },
  bytes: (_, count) => { at += count; },
  code: () => code = wasm[at++],
  align: () => { at++; },
  position: () => at,
}, wasm.length);

/** All that is reached from there. @param {Iterable<number>} from @param {Set<number>} without */
function reached(from, without) {
  /** @type {Set<number>} */
  const found = new Set();
  const left = [...from];
  for (let one = left.pop(); one !== undefined; one = left.pop()) {
    if (found.has(one) || without.has(one)) continue;
    found.add(one);
    if (one >= imported) left.push(...uses[one - imported]);
  }
  return found;
}

// A way in has one place in the table, and is used by nobody but by that.
const called = new Set(uses.flatMap((used) => [...used]));
const way = /^(auto )?leadlight::late::part<|^_ZN9leadlight4late4partI/;  // names that are too long stay mangled
const ways = new Set(table.filter((one) => way.test(names.get(one) ?? '') && !called.has(one) && !roots.has(one) &&
  table.indexOf(one) === table.lastIndexOf(one)));
const needed = reached([...roots, ...table.filter((one) => !ways.has(one))], ways);
const late = ends.map((_, index) => index + imported).filter((one) => !needed.has(one));
if (ways.size === 0) throw new Error(`split: ${linked} has no function named late::part`);

// wasm-split knows functions by their names, and ours are no names for a list.
/** @param {number} value @returns {number[]} */
const leb_of = (value) => value < 0x80 ? [value] : [value & 0x7f | 0x80, ...leb_of(value >>> 7)];
/** @param {string} of @returns {number[]} */
const text_of = (of) => [...leb_of(of.length), ...Buffer.from(of)];
const list = [...leb_of(imported + ends.length)];
for (let i = 0; i < imported + ends.length; i++) list.push(...leb_of(i), ...text_of(`f${i}`));
const name_section = [...text_of('name'), 1, ...leb_of(list.length), ...list];
const [named, of_rest] = [`${core}.named`, `${core}.list`];
writeFileSync(named, Buffer.concat([...sections, Uint8Array.from([0, ...leb_of(name_section.length), ...name_section])]));
writeFileSync(of_rest, late.map((one) => `f${one}`).join('\n'));
const features = ['simd', 'bulk-memory', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'reference-types'];
const { status, stderr, error } = spawnSync(wasm_split, [named, '--split', `--split-funcs=@${of_rest}`, '--no-placeholders',
  '--import-namespace=core', '--export-prefix=%', ...features.map((one) => `--enable-${one}`), '-o1', core, '-o2', rest], { encoding: 'utf8' });
if (status !== 0) throw new Error(`split: ${wasm_split} failed (${error?.message ?? stderr})`);
if (stderr) console.error(stderr);
for (const file of [named, of_rest]) rmSync(file);
console.log(`split: ${ways.size} ways into the rest, which has ${late.length} of ${ends.length} functions: ` +
  `${readFileSync(rest).length} B; the core: ${readFileSync(core).length} B`);
