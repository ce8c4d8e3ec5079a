// What a person would use instead, on the same leads: Papa Parse, arrays of objects, MiniSearch, Fuse.js, JSON.
//   node --expose-gc tests/bench/peers.mjs LEADS.csv      one JSON object, as tests/bench/figures.h prints it
// Times are milliseconds of this process's time on a core, as ours are. In the browser: peers_page.mjs.
import { readFileSync } from 'node:fs';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import Papa from 'papaparse';
import { filtered, searched, typed } from './asked.mjs';
import { figure_of } from './figure.mjs';
import { random_from } from './leads.mjs';

function cpu_ms() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
const heap_bytes = () => { /** @type {any} */ (globalThis).gc?.(); return process.memoryUsage().heapUsed; };

/** @param {string} csv @returns {Record<string, import('./figure.mjs').Figure>} */
function measure(csv) {
  /** @type {Record<string, import('./figure.mjs').Figure>} */
  const figures = {};
  const time = (/** @type {string} */ name, /** @type {number} */ runs, /** @type {(run: number) => void} */ work) => {
    figures[name] = figure_of(Array.from({ length: runs }, (_, run) => {
      const start = cpu_ms();
      work(run);
      return cpu_ms() - start;
    }));
  };
  /** @type {Record<string, string>[]} */
  let rows = [];
  /** @type {Map<string, any>[]} */
  let maps = [];
  const free = heap_bytes();
  time('import', 3, () => {
    rows = Papa.parse(csv, { header: true, skipEmptyLines: true }).data;
    const by_id = new Map(), by_email = new Map(), by_company = new Map();
    for (const row of rows) {
      by_id.set(row['Lead ID'], row);
      by_email.set(row['E-mail'].toLowerCase(), row);
      const list = by_company.get(row.Company);
      if (list) list.push(row); else by_company.set(row.Company, [row]);
    }
    maps = [by_id, by_email, by_company];
  });
  figures.book_bytes = figure_of([heap_bytes() - free]);
  figures.leads = figure_of([maps[0].size]);
  maps = [];
  const random = random_from(11);
  const leads = /** @type {any[]} */ (rows.map((row) => ({ ...row, score: 0,
    touches: Array.from({ length: 10 }, () => ({ kind: Math.floor(random() * 16), at: 1.75e12 - random() * 1e10 })) })));
  const points = Array.from({ length: 16 }, (_, i) => i + 1);
  time('score_all', 5, () => {
    for (const lead of leads) {
      let sum = 0;
      for (const touch of lead.touches) sum += points[touch.kind] * 2 ** ((touch.at - 1.75e12) / 2.592e9);
      lead.score = Math.round(sum);
    }
  });
  time('sort_score', 5, () => { [...leads].sort((a, b) => b.score - a.score); });
  const collator = new Intl.Collator('en');
  time('sort_company', 3, () => { [...leads].sort((a, b) => collator.compare(a.Company, b.Company)); });
  time('filter', 9, () => { leads.filter((lead) => lead.Country === filtered.Country && lead.Source === filtered.Source); });
  let json = '';
  time('snapshot_export', 3, () => { json = JSON.stringify(rows); });
  time('snapshot_import', 3, () => { JSON.parse(json); });
  figures.snapshot_bytes = figure_of([Buffer.byteLength(json)]);
  json = '';

  const mini = new MiniSearch({ fields: searched, idField: 'Lead ID' });
  time('minisearch_index', 1, () => mini.addAll(rows));
  time('minisearch_key', typed.length, (run) => { mini.search(typed.slice(0, run + 1), { prefix: true, combineWith: 'AND' }); });
  const fuse = new Fuse(rows, { keys: searched, threshold: 0.3 });
  time('fuse_search', 1, () => { fuse.search(typed); });
  return figures;
}

console.log(JSON.stringify(measure(readFileSync(process.argv[2], 'utf8'))));
