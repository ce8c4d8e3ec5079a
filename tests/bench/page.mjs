// The page and its peers in a real Chromium (software rendering), on the same leads.
//   node tests/bench/page.mjs LEADS.csv [page | peers]      {"page": {...}, "peers": {...}}, figures as tests/bench/figures.h prints them
//
// What computes is measured in milliseconds of the main thread's time on a core, from the person's act until nothing more is
// to be drawn; what waits for the disk, in milliseconds on the wall. WebGL's own work is another process's.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launch_chromium } from '../browser/engine.mjs';
import { serve } from '../../tools/serve.mjs';
import { Person } from '../browser/person.mjs';
import { listen_for_trouble, serve_dist } from '../browser/support.mjs';
import { typed } from './asked.mjs';
import { figure_of } from './figure.mjs';

const [csv = 'build/bench/leads.csv', only] = process.argv.slice(2);
const kEdits = 40;
const kMostMs = 240e3;  // then what there is so far has to do

/** Takes the time of a page's main thread. @param {import('playwright-core').Page} page */
async function stopwatch(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const busy_ms = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
  };
  /** @param {() => Promise<unknown>} act */
  return async (act) => {
    const before = await busy_ms();
    await act();
    return (await busy_ms()) - before;
  };
}

/** Several times over. @param {number} runs @param {(run: number) => Promise<number>} work */
async function times(runs, work) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await work(run));
  return figure_of(all);
}

const usable_at = () => performance.getEntriesByName('leadlight-usable')[0].startTime;

/** Notes when the store is asked to keep something, and when it has. Runs in the page before its scripts. */
function watch_store() {
  /** @type {{asked: number, kept: number}[]} */
  const saves = [];
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
    const save = { asked: performance.now(), kept: NaN };
    this.transaction.addEventListener('complete', () => { save.kept = performance.now(); saves.push(save); });
    return key === undefined ? add.call(this, value) : add.call(this, value, key);
  };
  let key_at = NaN;
  addEventListener('keydown', () => { key_at = performance.now(); }, true);
  Object.assign(window, { watched: { saves, key_at: () => key_at } });
}

/** @param {import('playwright-core').Browser} browser @param {Record<string, import('./figure.mjs').Figure>} figures */
async function measure_page(browser, figures) {
  const site = await serve_dist();
  figures.start_empty = await times(3, async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await new Person(page).opens(site.url);
    const time = await page.evaluate(usable_at);
    await context.close();
    return time;
  });

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  let page = await context.newPage();
  page.setDefaultTimeout(120000);
  await page.addInitScript(watch_store);
  const trouble = listen_for_trouble(page);
  let person = new Person(page);
  const wall = async (/** @type {() => Promise<unknown>} */ act) => { const start = performance.now(); await act(); return performance.now() - start; };

  await person.opens(`${site.url}?mirror=1#/share`);
  const button = person.find('button', /^Import [\d,.]+ leads/);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), person.clicks('button', /^Import a file/)]);
  const plan = await wall(async () => { await chooser.setFiles(csv); await button.waitFor({ state: 'attached', timeout: 120000 }); });
  const box = await button.boundingBox();
  if (!box) throw new Error('The button that imports has no place.');
  const commit = await wall(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForFunction(() => /** @type {any} */ (window).watched.saves.length > 0);
    await person.is_saved();
  });
  figures.import_plan = figure_of([plan]);
  figures.import = figure_of([plan + commit]);
  await person.settles();
  await page.goto('about:blank');  // a new hash alone loads nothing
  await person.opens(`${site.url}?mirror=1#/leads`);
  await person.sees('searchbox', /Search these leads/);
  const search = await person.find('searchbox', /Search these leads/).boundingBox();
  if (!search) throw new Error('The search field has no place.');
  await page.close();

  // From here on without the mirror, as for most people.
  figures.start = await times(3, async () => {
    page = await context.newPage();
    page.setDefaultTimeout(120000);
    person = new Person(page);
    await person.opens(`${site.url}#/leads`);
    const time = await page.evaluate(usable_at);
    await page.close();
    return time;
  });
  page = await context.newPage();
  await page.addInitScript(watch_store);
  person = new Person(page);
  await person.opens(`${site.url}#/leads`);
  const cpu = await stopwatch(page);
  const goes = (/** @type {string} */ query) => person.page.evaluate((hash) => { location.hash = hash; }, `#/leads?scope=all&${query}`).then(() => person.settles());
  for (const column of ['company', 'name']) {
    const first = await cpu(() => goes(`sort=${column}`));
    figures[`sort_${column}_first`] = figure_of([first]);
    figures[`sort_${column}`] = await times(5, async () => { await goes('sort=score'); return cpu(() => goes(`sort=${column}`)); });
  }
  figures.sort_score = await times(5, async () => { await goes('sort=company'); return cpu(() => goes('sort=score')); });
  figures.filter = await times(5, async () => { await goes(''); return cpu(() => goes('country=Germany&source=Webinar')); });
  await goes('');
  /** @type {number[]} */
  const keys = [];
  for (let round = 0; round < 2; round++) {
    await page.mouse.click(search.x + search.width / 2, search.y + search.height / 2);
    await person.settles();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await person.settles();
    for (const letter of typed) keys.push(await cpu(async () => { await page.keyboard.press(letter === ' ' ? 'Space' : letter); await person.settles(); }));
  }
  figures.search_key = figure_of(keys);
  await page.keyboard.press('Escape');
  await goes('');
  await page.mouse.move(640, 500);
  await person.settles();
  const frames = () => page.evaluate(() => /** @type {any} */ (window).leadlight.frames);
  figures.frame_table_scrolling = await times(20, async () => {
    const before = await frames();
    const busy = await cpu(async () => { await page.mouse.wheel(0, 300); await person.settles(); });
    return busy / Math.max(1, (await frames()) - before);
  });

  // One small edit there and back: from the key to the end of its transaction.
  await page.close();
  page = await context.newPage();
  page.setDefaultTimeout(120000);
  await page.addInitScript(watch_store);
  person = new Person(page);
  await person.opens(`${site.url}?mirror=1#/capture`);
  await person.types('Name', 'Ada Bench');
  await person.presses('Tab', 'Tab', 'Tab', 'Enter');
  await person.is_saved();
  await page.goto('about:blank');
  await person.opens(`${site.url}?mirror=1#/leads?scope=all&q=ada%20bench`);
  await person.clicks('row', /^Ada Bench/);
  await person.settles();
  const saves = () => page.evaluate(() => /** @type {any} */ (window).watched.saves.length);
  /** @type {number[]} */
  const store = [];
  /** @type {number[]} */
  const whole = [];
  await person.clicks('button', /^Log/);
  await person.clicks('radio', 'Call');
  await person.clicks('button', 'No answer');
  await person.is_saved();
  await page.setViewportSize({ width: 240, height: 120 });  // or the main thread waits for the software renderer instead
  await person.settles();
  for (let edit = 0; edit < kEdits; edit++) {
    const before = await saves();
    await page.keyboard.press(edit % 2 ? 'Control+Y' : 'Control+Z');
    await page.waitForFunction((count) => /** @type {any} */ (window).watched.saves.length > count, before);
    await person.settles();
    const { asked, kept, key } = await page.evaluate(() => {
      const { saves, key_at } = /** @type {any} */ (window).watched;
      return { ...saves.at(-1), key: key_at() };
    });
    store.push(kept - asked);
    whole.push(kept - key);
  }
  figures.edit_in_store = figure_of(store);
  figures.edit = figure_of(whole);
  if (trouble.length) throw new Error(`The page had trouble: ${trouble.join('; ')}`);
  await context.close();
  site.close();
}

/** @param {import('playwright-core').Browser} browser @param {Record<string, import('./figure.mjs').Figure>} figures */
async function measure_peers(browser, figures) {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-peers-'));
  await build({ entryPoints: [join(import.meta.dirname, 'peers_page.mjs')], bundle: true, minify: true, format: 'esm', outfile: join(folder, 'peers.js'), logLevel: 'warning' });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>Peers</title><script type="module" src="peers.js"></script>');
  copyFileSync(csv, join(folder, 'leads.csv'));
  const server = await serve(folder, 0);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(180000);
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'peers' in window);
  const ask = (/** @type {string} */ name, /** @type {unknown[]} */ ...words) =>
    page.evaluate(([name, words]) => /** @type {any} */ (window).peers[/** @type {string} */ (name)](.../** @type {unknown[]} */ (words)), [name, words]);
  const { plan, all } = await ask('dexie_import', 'leads.csv');
  figures.import_plan = figure_of([plan]);
  figures.import = figure_of([all]);
  figures.edit = figure_of(await ask('dexie_edit', kEdits));
  figures.start = await times(3, () => ask('dexie_load'));

  const cpu = await stopwatch(page);
  figures.grid_start = figure_of([await cpu(() => ask('grid_start'))]);
  figures.sort_company = await times(5, async () => { await ask('grid_sort', 'score', 'desc'); return cpu(() => ask('grid_sort', 'company', 'asc')); });
  figures.sort_score = await times(5, async () => { await ask('grid_sort', 'company', 'asc'); return cpu(() => ask('grid_sort', 'score', 'desc')); });
  figures.filter = await times(5, async () => {
    await ask('grid_filter', false);
    return cpu(async () => { figures.filter_rows = figure_of([await ask('grid_filter', true)]); });
  });
  await ask('grid_filter', false);
  figures.search_key = await times(typed.length, (run) => cpu(async () => {
    figures.search_rows = figure_of([await ask('grid_search', typed.slice(0, run + 1))]);
  }));
  await ask('grid_search', '');
  await page.mouse.move(640, 400);
  figures.frame_table_scrolling = await times(20, () => cpu(async () => {
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(() => { setTimeout(resolve, 20); }); }); }));
  }));
  await context.close();
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
}

const browser = await launch_chromium();
/** @type {{page: Record<string, import('./figure.mjs').Figure>, peers: Record<string, import('./figure.mjs').Figure>}} */
const figures = { page: {}, peers: {} };
const too_long = setTimeout(() => { console.error('The browser took too long.'); void browser.close(); }, kMostMs);
try {
  if (only !== 'peers') await measure_page(browser, figures.page);
  if (only !== 'page') await measure_peers(browser, figures.peers);
} finally {
  clearTimeout(too_long);
  await browser.close();
  console.log(JSON.stringify(figures));
}
