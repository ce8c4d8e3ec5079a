// The store in a real Chromium: a book of many leads in many small segments. How long it takes to load, from an edit's key to
// its acknowledgement, and how long a compaction keeps the page from drawing.
//   node tests/bench/store.mjs [LEADS] [EDITS]      {"load": figure, "edit": figure, "compaction": {"snapshots": bytes each, "longest_tasks_ms": [...]}}
// Tasks are in milliseconds of the main thread's time on a core, the rest on the wall.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch_chromium } from '../browser/engine.mjs';
import { Person } from '../browser/person.mjs';
import { serve_dist } from '../browser/support.mjs';
import { figure_of } from './figure.mjs';
import { write_csv } from './leads.mjs';

const leads = Number(process.argv[2] ?? 50000);
const edits = Number(process.argv[3] ?? 200);
const kManySegments = 64;  // book::Store::kManySegments

/** Runs in the page before its scripts: no pixels, which take most of the time without a graphics card. */
function watch() {
  WebGL2RenderingContext.prototype.drawElements = () => {};
  const real = performance.now.bind(performance);
  let later = 0;
  performance.now = () => real() + later;
  /** @type {number[]} */
  const snapshots = [];
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
    if (String(key).includes('snap-')) snapshots.push(/** @type {any} */ (value).contents.length);
    return add.call(this, value, key);
  };
  let key_at = NaN;
  /** @type {number[]} */
  const acknowledged = [];
  addEventListener('keydown', () => { key_at = real(); }, true);
  addEventListener('DOMContentLoaded', () => {
    new MutationObserver(() => {
      if (document.documentElement.dataset.store === 'saved' && !Number.isNaN(key_at)) { acknowledged.push(real() - key_at); key_at = NaN; }
    }).observe(document.documentElement, { attributeFilter: ['data-store'] });
  });
  Object.assign(window, { watched: { snapshots, acknowledged, minutes_pass: (/** @type {number} */ minutes) => { later += 60000 * minutes; } } });
}

const folder = mkdtempSync(join(tmpdir(), 'leadlight-store-'));
const csv = join(folder, 'leads.csv');
write_csv(leads, csv);
const site = await serve_dist();
const browser = await launch_chromium();
const too_long = setTimeout(() => { console.error('The browser took too long.'); void browser.close(); }, 400e3);
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const opens = async (/** @type {string} */ hash) => {
    const page = await context.newPage();
    page.setDefaultTimeout(60000);
    await page.addInitScript(watch);
    const person = new Person(page);
    await person.opens(`${site.url}?mirror=1${hash}`);
    return { page, person };
  };
  const watched = (/** @type {import('playwright-core').Page} */ page) => page.evaluate(() => {
    const { snapshots, acknowledged } = /** @type {any} */ (window).watched;
    return { snapshots, acknowledged };
  });

  let { page, person } = await opens('#/share');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), person.clicks('button', /^Import a file/)]);
  await chooser.setFiles(csv);
  await person.find('button', /^Import [\d,.]+ leads/).waitFor({ state: 'attached', timeout: 120000 });
  await person.clicks('button', /^Import [\d,.]+ leads/);
  await person.is_saved();
  /** A lead that is then taken back and done again. @param {string} name */
  const adds = async (name) => {
    await page.evaluate(() => { location.hash = '#/capture'; });
    await person.settles();
    await person.types('Name', name);
    await person.presses('Tab', 'Tab', 'Tab', 'Enter');
    await person.is_saved();
    await page.evaluate(() => { location.hash = '#/today'; });
    await person.presses('Escape');
    await page.setViewportSize({ width: 240, height: 120 });
    await person.settles();
  };
  await adds('Ada Bench');
  /** There and back. @param {number} count */
  const edit = async (count) => {
    for (let i = 0; i < count; i++) {
      const before = (await watched(page)).acknowledged.length;
      await page.keyboard.press(i % 2 ? 'Control+Y' : 'Control+Z');
      await page.waitForFunction((least) => /** @type {any} */ (window).watched.acknowledged.length > least, before);
    }
  };
  await edit(kManySegments);
  await person.settles();
  await page.close();

  const usable = () => performance.getEntriesByName('leadlight-usable')[0].startTime;
  const starts = [];
  for (let run = 0; run < 3; run++) {
    ({ page, person } = await opens('#/leads'));
    starts.push(await page.evaluate(usable));
    if (run < 2) await page.close();
  }

  // A minute passes, a frame is drawn, and the compaction is due; the second copy follows and is looked through.
  await person.settles();
  const { snapshots } = await watched(page);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.evaluate(() => /** @type {any} */ (window).watched.minutes_pass(2));
  await page.mouse.move(300, 300);
  await page.waitForFunction((least) => /** @type {any} */ (window).watched.snapshots.length > least, snapshots.length);
  await person.is_saved();
  await new Promise((resolve) => { setTimeout(resolve, 5000); });
  /** @type {{traceEvents: {name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any}[]}} */
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const after = await watched(page);
  // The renderer's main thread, the one that ran timers of the page.
  const mains = new Set(traceEvents.filter(({ name }) => name === 'TimerFire').map(({ pid, tid }) => `${pid} ${tid}`));
  const task_ms = traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && mains.has(`${pid} ${tid}`))
    .map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000).sort((one, other) => other - one);

  await adds('Ben Bench');
  const first = (await watched(page)).acknowledged.length;
  await edit(edits);
  console.log(JSON.stringify({
    load: figure_of(starts),
    edit: figure_of((await watched(page)).acknowledged.slice(first)),
    compaction: { snapshots: after.snapshots, longest_tasks_ms: task_ms.slice(0, 5) },
  }));
} finally {
  clearTimeout(too_long);
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true });
}
