// Chromium is killed at every named point of a commit, and at those of a compaction and of an import. What was acknowledged is there
// afterwards; what was on its way is there whole or not at all, and from the moment on that the browser calls it durable it is there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, must_not_warn, serve_and_listen } from './harness.mjs';
import { install_stops, is_durable, points } from './stops.mjs';

const small_segments = 64;  // book::Store::kManySegments
const rows = 500;
/** Those that take long are tried at each point with LEADLIGHT_POINTS=all. */
const points_of_many = process.env.LEADLIGHT_POINTS === 'all' ? points : points.filter((_, index) => [2, 4, 5].includes(index));

/** @type {Awaited<ReturnType<typeof serve_and_listen>>} */
let site;
before(async () => { site = await serve_and_listen(); });
after(() => site.close());

const names = (/** @type {string} */ start, /** @type {number} */ count) => Array.from({ length: count }, (_, index) => `${start}${index}`);

/** A tab that stops there. @param {Device} device @param {string} [stop_at] */
async function tab_that_stops(device, stop_at = '') {
  const tab = await device.tab();
  await tab.page.addInitScript(install_stops, stop_at);
  return tab;
}

/** @param {Device} device @param {string[]} kept @param {string} when */
async function look(device, kept, when) {
  await device.start();
  const tab = await tab_that_stops(device);
  await tab.opens(site.url);
  await must_not_warn(tab, when);
  const book = await tab.book();
  book.must_hold(kept, when);
  return { tab, book };
}

test('killed at every point of a commit', { timeout: 200000 }, async () => {
  const device = new Device();
  try {
    /** @type {string[]} */
    const kept = [];
    for (const [index, point] of [...points, ''].entries()) {
      const killed_at = points[index - 1];
      const { tab, book } = await look(device, kept, `killed ${killed_at}`);
      const is_there = book.written.has(killed_at);
      if (is_durable(killed_at)) assert.ok(is_there, `there when killed ${killed_at}`);
      if (is_there) kept.push(killed_at);
      if (!point) break;
      await tab.page.evaluate(() => window.driver.go('capture'));
      await tab.captures(`before ${point}`);
      kept.push(`before ${point}`);
      tab.page.evaluate(([name, stop]) => {
        window.stop_at = stop;
        return window.driver.capture(name);
      }, [point, `commit: ${point}`]).catch(() => {});
      await site.stopped(`commit: ${point}`);
      await device.kill();
    }
  } finally {
    await device.discard();
  }
});

test('killed at points of a compaction', { timeout: 200000 }, async () => {
  const device = new Device();
  const kept = names('kept', small_segments - 1);
  try {
    await device.start();
    const tab = await device.tab();
    await tab.opens(site.url);
    await tab.captures_each(kept);
    await tab.page.evaluate(() => { location.href = 'about:blank'; });
    await device.quit();
    for (const point of points_of_many) {
      const other = new Device(device);
      try {
        await other.start();
        const stopping = await tab_that_stops(other);
        await stopping.opens(site.url);
        await stopping.page.evaluate((stop) => {
          // The compaction comes with a frame after the last commit.
          new MutationObserver(() => {
            if (window.driver.safety() !== 'saved') return;
            window.stop_at = stop;
            window.driver.minutes_pass(2);
          }).observe(document.documentElement, { attributeFilter: ['data-store'] });
          void window.driver.capture('the last');
        }, `compaction: ${point}`).catch(() => {});
        await site.stopped(`compaction: ${point}`);
        await other.kill();
        const { tab: again } = await look(other, [...kept, 'the last'], point);
        // And what was left undone is done now.
        await again.page.evaluate(() => { window.driver.minutes_pass(2); location.hash = '#/leads'; });
        await again.page.waitForFunction(() => new Promise((resolve, reject) => {
          const opening = indexedDB.open('/book');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const keys = opening.result.transaction('FILE_DATA').objectStore('FILE_DATA').getAllKeys();
            keys.onsuccess = () => { opening.result.close(); resolve(keys.result.length === 1 && String(keys.result[0]).startsWith('/book/snap-')); };
          };
        }), undefined, { timeout: 10000 });
      } finally {
        await other.discard();
      }
    }
  } finally {
    await device.discard();
  }
});

test('killed at points of an import: it is there whole or not at all', { timeout: 200000 }, async () => {
  const device = new Device();
  try {
    const kept = ['before'];
    await device.start();
    await device.tab().then(async (tab) => { await tab.opens(site.url); await tab.captures('before'); });
    await device.kill();
    const rows_of = (/** @type {string} */ point) => names(`${points.indexOf(point)}row`, rows);
    for (const [index, point] of [...points_of_many, ''].entries()) {
      const killed_at = points_of_many[index - 1];
      const { tab, book } = await look(device, kept, `killed ${killed_at}`);
      if (killed_at) {
        const imported = rows_of(killed_at);
        const there = imported.filter((name) => book.written.has(name)).length;
        assert.ok(there === 0 || there === rows, `${there} of ${rows} when killed ${killed_at}`);
        if (is_durable(killed_at)) assert.equal(there, rows, `there when killed ${killed_at}`);
        if (there) kept.push(...imported);
      }
      if (!point) break;
      await tab.page.evaluate((text) => window.driver.paste(text), `Name;Note\n${rows_of(point).map((name) => `${name};from the fair\n`).join('')}`);
      tab.page.evaluate(async ([stop, button]) => {
        const { driver } = window;
        await driver.until(() => driver.names('button').some((name) => name.startsWith(button)));
        window.stop_at = stop;
        void driver.press('button', button);
      }, [`commit: ${point}`, `Import ${rows} leads`]).catch(() => {});
      await site.stopped(`commit: ${point}`);
      await device.kill();
    }
  } finally {
    await device.discard();
  }
});
