// Everything in one go, as one table: us natively, as wasm under node and in the page, what people would use instead, the
// budgets, and where they stand.      node tests/bench/run.mjs [LEADS] [--parts]      (make bench)
//
// Nothing passes or fails here. With another number of leads than 100,000 only the core is measured, natively; --parts adds
// what the core, the book and the files take by themselves.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { figure_of } from './figure.mjs';
import { write_csv } from './leads.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {Record<string, Figure>} Figures */

const usual_leads = 100000;
const root = join(import.meta.dirname, '../..');
process.chdir(root);
const words = process.argv.slice(2);
const leads = Number(words.find((word) => /^\d+$/.test(word)) ?? usual_leads);
const with_parts = words.includes('--parts');
const csv = `build/bench/leads-${leads}.csv`;

/** Runs a program that prints figures; nothing where that didn't work. @param {string} what @param {string[]} command @returns {any} */
function ask(what, [program, ...rest]) {
  process.stderr.write(`${what}…\n`);
  const { status, stdout, stderr, error } = spawnSync(program, rest, { encoding: 'utf8', maxBuffer: 1 << 26 });
  try {
    if (status !== 0) process.stderr.write(`  ${error?.message ?? stderr.trim().slice(-800)}\n`);
    return JSON.parse(stdout);
  } catch {
    return {};
  }
}
const native = (/** @type {string} */ bench, /** @type {string} */ word) => ask(`${bench}, natively`, [`build/native/tests/bench_${bench}`, word, '--json']);
const wasm = (/** @type {string} */ bench, /** @type {string} */ word) => ask(`${bench}, wasm under node`, ['node', `build/wasm-test/bench_${bench}.mjs`, word, '--json']);

const number = (/** @type {number} */ value) => (value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const size = (/** @type {number} */ bytes) => (bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.round(bytes / 1000)} kB`);
/** "12.1 (11.9 to 30.2)" @param {Figure | undefined} figure */
function text_of(figure) {
  if (!figure) return '-';
  const { median, least, most, runs } = figure;
  return runs === 1 || most - least < 0.1 * median ? number(median) : `${number(median)} (${number(least)} to ${number(most)})`;
}

/** @param {string[][]} rows */
function print_table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join('  ').trimEnd());
}

/** @param {string} title @param {Figures[]} columns @param {string[]} names */
function print_parts(title, columns, names) {
  console.log(`\n${title}`);
  const keys = Object.keys(columns.find((column) => Object.keys(column).length) ?? {});
  const cell = (/** @type {string} */ key, /** @type {Figures} */ column) =>
    (key.endsWith('_bytes') && column[key] ? size(column[key].median) : text_of(column[key]));
  print_table([['', ...names], ...keys.map((key) => [key, ...columns.map((column) => cell(key, column))])]);
}

/** What a first visit loads, gzipped. */
function first_load_bytes() {
  if (!existsSync('dist/index.html')) return undefined;
  const files = readdirSync('dist').filter((name) => name === 'index.html' || /^(main|style|leadlight)-.*\.(js|css|bin)$/.test(name));
  return figure_of([files.reduce((sum, name) => sum + gzipSync(readFileSync(join('dist', name)), { level: 9 }).length, 0)]);
}

console.log(`${leads.toLocaleString('en')} leads, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} before the start, ` +
  `node ${process.versions.node}, ${execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim()}`);

if (leads !== usual_leads) {
  print_parts('The core by itself, natively, in milliseconds', [native('core', String(leads))], ['median (range)']);
  process.exit(0);
}

mkdirSync('build/bench', { recursive: true });
write_csv(leads, csv);
/** @type {Figures} */
const by_native = native('product', csv);
/** @type {Figures} */
const by_wasm = wasm('product', csv);
/** @type {Figures} */
const peers = ask('peers under node', ['node', '--expose-gc', 'tests/bench/peers.mjs', csv]);
/** @type {{page?: Figures, peers?: Figures}} */
const { page: in_page = {}, peers: page_peers = {} } = ask('the page and its peers in Chromium', ['node', 'tests/bench/page.mjs', csv]);

/**
 * ours: which of our figures counts. limit: milliseconds or bytes. ratio: ours / theirs at most. by: 'p95' counts that and not the median.
 * @typedef {{what: string, key: string, ours?: 'wasm' | 'page', limit?: number, ratio?: number, by?: 'median' | 'p95', theirs?: [string, Figure | undefined], bytes?: boolean, note?: string}} Row
 */
/** @type {(string | Row)[]} */
const rows = [
  'Opening',
  { what: 'first load, gzip', key: 'first_load_bytes', ours: 'page', limit: 500e3, bytes: true },
  { what: 'page to usable, empty', key: 'start_empty', ours: 'page', limit: 1000 },
  { what: 'page to usable, all stored', key: 'start', ours: 'page', theirs: ['Dexie toArray alone', page_peers.start] },
  { what: 'book from its store, first plan made', key: 'start' },
  'A file of all leads',
  { what: 'CSV shown with its plan', key: 'import_plan' },
  { what: 'CSV to queryable', key: 'import', ratio: 0.5, theirs: ['Papa Parse, three Maps', peers.import] },
  { what: 'CSV to durable', key: 'import', ours: 'page', ratio: 0.1, theirs: ['Papa Parse, Dexie bulkAdd', page_peers.import] },
  { what: 'snapshot, export', key: 'snapshot_export', ratio: 1, theirs: ['JSON.stringify', peers.snapshot_export] },
  { what: 'snapshot, import and commit', key: 'snapshot_import', ratio: 1, theirs: ['JSON.parse', peers.snapshot_import] },
  'A key press, to its frame',
  { what: 'sort by score', key: 'sort_score', limit: 16, ratio: 0.25, theirs: ['array of objects', peers.sort_score] },
  { what: 'sort by company, first time', key: 'sort_company_first', limit: 16, ratio: 0.25, theirs: ['objects, Intl.Collator', peers.sort_company] },
  { what: 'sort by company, again', key: 'sort_company', limit: 16, ratio: 0.25, theirs: ['objects, Intl.Collator', peers.sort_company] },
  { what: 'sort by name, first time', key: 'sort_name_first', limit: 16 },
  { what: 'filter, two fields', key: 'filter', limit: 16, theirs: ['array of objects', peers.filter] },
  { what: 'search, each letter', key: 'search_key', limit: 16, theirs: ['MiniSearch, prefixes', peers.minisearch_key] },
  { what: 'search, at once', key: 'search_key', limit: 16, theirs: ['Fuse.js', peers.fuse_search] },
  'The same in Chromium, till the page is quiet',
  { what: 'sort by score', key: 'sort_score', ours: 'page', limit: 16, theirs: ['AG Grid', page_peers.sort_score] },
  { what: 'sort by company', key: 'sort_company', ours: 'page', limit: 16, theirs: ['AG Grid', page_peers.sort_company] },
  { what: 'filter, two fields', key: 'filter', ours: 'page', limit: 16, theirs: ['AG Grid', page_peers.filter] },
  { what: 'search, each letter', key: 'search_key', ours: 'page', limit: 16, theirs: ['AG Grid, quick filter', page_peers.search_key] },
  { what: 'scroll the table, a frame', key: 'frame_table_scrolling', ours: 'page', limit: 4, theirs: ['AG Grid, a notch', page_peers.frame_table_scrolling] },
  'A frame, rendering aside',
  ...['table', 'table_scrolling', 'board', 'card', 'funnel', 'today'].map((name) => (
    { what: name.replace('_', ', '), key: `frame_${name}`, limit: 4, note: `${by_wasm[`frame_${name}_vertices`]?.median ?? '-'} vertices, ${by_wasm[`frame_${name}_draw_calls`]?.median ?? '-'} draw calls` })),
  'Working',
  { what: 'edit a lead, to its frame', key: 'edit', limit: 16 },
  { what: 'log a touch, to its frame', key: 'log_touch', limit: 16 },
  { what: 'undo, to its frame', key: 'undo', limit: 16 },
  { what: 'one edit, in the store', key: 'edit_in_store', ours: 'page', limit: 10, ratio: 1, by: 'p95', theirs: ['Dexie put', page_peers.edit] },
  { what: 'one edit, key press to durable', key: 'edit', ours: 'page', by: 'p95' },
  { what: 'score all, ten touches each', key: 'score_all', ratio: 0.1, theirs: ['objects', peers.score_all] },
  { what: 'memory', key: 'book_bytes', ratio: 0.35, bytes: true, theirs: ['objects, three Maps', peers.book_bytes] },
];
const load = first_load_bytes();
if (load) in_page.first_load_bytes = load;

let met = 0, missed = 0;
const table = [['', 'native', 'wasm, node', 'Chromium', 'budget', 'instead', 'theirs', 'ours/theirs', '']];
for (const row of rows) {
  if (typeof row === 'string') {
    table.push(Array(9).fill(''), [row, ...Array(8).fill('')]);
    continue;
  }
  const { what, key, ours = 'wasm', limit, ratio, by = 'median', theirs, bytes, note } = row;
  const value = (ours === 'wasm' ? by_wasm : in_page)[key];
  const show = (/** @type {Figure | undefined} */ figure) => (figure && bytes ? size(figure.median) : text_of(figure));
  const got = value ? value[by] : NaN;
  const quotient = theirs?.[1] ? got / theirs[1][by] : NaN;
  const limits = [limit && (bytes ? size(limit) : `${limit} ms${by === 'p95' ? ' p95' : ''}`), ratio && `${ratio}x`].filter(Boolean).join(', ');
  const over = Math.max(limit ? got / limit : 0, ratio ? quotient / ratio : 0);
  let stands = '';
  if (limit || ratio) {
    stands = Number.isNaN(over) ? 'not measured' : over <= 1 ? 'met' : `missed ${number(over)}-fold`;
    if (over <= 1) met++;
    else missed++;
  }
  table.push([`  ${what}`, ours === 'wasm' ? show(by_native[key]) : '', ours === 'wasm' ? show(value) : '', ours === 'page' ? show(value) : '',
    limits, theirs?.[0] ?? '', theirs ? show(theirs[1]) : '', Number.isNaN(quotient) ? '' : `${number(quotient)}x`, [stands, note].filter(Boolean).join(', ')]);
}
console.log('Milliseconds, the median (the range) of several runs: of a core\'s time natively and under node; in Chromium of the main');
console.log('thread\'s time for key presses and frames, and on the wall for opening and storing. Wasm and Chromium count.\n');
print_table(table);
const count = (/** @type {Figure | undefined} */ figure) => (figure ? figure.median.toLocaleString('en') : '-');
console.log(`\n${met} budgets met, ${missed} missed or not measured. CSV ${size(by_wasm.csv_bytes?.median)}, store ${size(by_wasm.stored_bytes?.median)}, ` +
  `snapshot ${size(by_wasm.snapshot_bytes?.median)} (JSON of the rows ${size(peers.snapshot_bytes?.median)}).`);
console.log(`Found by the filter: ${count(by_wasm.filter_rows)} (AG Grid ${count(page_peers.filter_rows)}); by the search: ${count(by_wasm.search_rows)} (AG Grid ${count(page_peers.search_rows)}). MiniSearch took ${number(peers.minisearch_index?.median)} ms to index first.`);

if (with_parts) {
  for (const [bench, word] of [['core', String(leads)], ['book', String(leads)], ['interchange', csv]])
    print_parts(`${bench}, by itself`, [native(bench, word), wasm(bench, word)], ['native', 'wasm, node']);
}
