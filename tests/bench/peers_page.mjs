// What a person would use instead, in a browser: AG Grid Community for the table, Papa Parse and Dexie for the book. Bundled
// and driven by page.mjs, which finds `peers` in the window and takes the CPU times from outside.
import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community';
import { Dexie } from 'dexie';
import Papa from 'papaparse';
import { columns, filtered } from './asked.mjs';

ModuleRegistry.registerModules([AllCommunityModule]);

const now = () => performance.now();
const next_frame = () => new Promise((resolve) => { requestAnimationFrame(() => { setTimeout(resolve); }); });
/** IndexedDB's indexes want identifiers. @param {string} header */
const field_of = (header) => header.toLowerCase().replace(/\W+/g, '_');
/** @type {Record<string, string>[]} */
let rows = [];

// --- the table: each call returns when its frame has been drawn ---

/** @type {import('ag-grid-community').GridApi} */
let api;

async function grid_start() {
  const place = document.createElement('div');
  Object.assign(place.style, { width: '1240px', height: '700px' });
  document.body.append(place);
  api = createGrid(place, {
    columnDefs: ['score', ...columns.map(field_of)].map((field) => ({ field, filter: true })),
    rowData: rows.map((row, i) => /** @type {Record<string, string | number>} */ ({ ...row, score: (i * 7919) % 101 })), cacheQuickFilter: true,
  });
  await next_frame();
}

/** @param {string} column @param {'asc' | 'desc'} sort */
async function grid_sort(column, sort) {
  api.applyColumnState({ state: [{ colId: column, sort }], defaultState: { sort: null } });
  await next_frame();
}

/** @param {boolean} on @returns {Promise<number>} rows */
async function grid_filter(on) {
  const model = Object.entries(filtered).map(([column, filter]) => [field_of(column), { filterType: 'text', type: 'equals', filter }]);
  api.setFilterModel(on ? Object.fromEntries(model) : null);
  await next_frame();
  return api.getDisplayedRowCount();
}

/** @param {string} text @returns {Promise<number>} rows */
async function grid_search(text) {
  api.setGridOption('quickFilterText', text);
  await next_frame();
  return api.getDisplayedRowCount();
}

// --- the book: milliseconds on the wall, since it waits for the disk ---

const open = () => {
  const book = new Dexie('peer', { chromeTransactionDurability: 'strict' });
  book.version(1).stores({ leads: 'lead_id, e_mail, company, source' });
  return book;
};

/** Papa Parse and Dexie, as its manual advises: all rows in one bulkAdd. @param {string} url */
async function dexie_import(url) {
  const csv = await (await fetch(url)).text();
  const start = now();
  rows = /** @type {any} */ (Papa.parse(csv, { header: true, skipEmptyLines: true, transformHeader: field_of }).data);
  const parsed = now();
  const book = open();
  await book.table('leads').bulkAdd(rows);
  const times = { plan: parsed - start, all: now() - start };
  book.close();
  return times;
}

/** Edits one by one, each to the end of its transaction. @param {number} runs */
async function dexie_edit(runs) {
  const book = open();
  await book.open();
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < runs; run++) {
    const row = rows[(run * 7919) % rows.length];
    const start = now();
    await book.table('leads').put({ ...row, title: `Buyer ${run}` });
    times.push(now() - start);
  }
  book.close();
  return times;
}

async function dexie_load() {
  const start = now();
  const book = open();
  rows = await book.table('leads').toArray();
  const time = now() - start;
  book.close();
  return time;
}

Object.assign(window, { peers: { grid_start, grid_sort, grid_filter, grid_search, dexie_import, dexie_edit, dexie_load } });
