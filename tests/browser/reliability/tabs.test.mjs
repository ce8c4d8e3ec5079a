// Four tabs write at the same time and join their segments meanwhile: every tab has every commit, and so has the next start.
// LEADLIGHT_COMMITS sets how many each makes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, Tab, must_not_warn, serve_and_listen } from './harness.mjs';

const commits = Number(process.env.LEADLIGHT_COMMITS ?? 40);

/** @type {Awaited<ReturnType<typeof serve_and_listen>>} */
let site;
before(async () => { site = await serve_and_listen(); });
after(() => site.close());

/** How many stored parts there are: segments and snapshots. @param {import('./harness.mjs').Tab} tab @returns {Promise<{segments: number, snapshots: number}>} */
const stored = (tab) => tab.page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('/book');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const keys = opening.result.transaction('FILE_DATA').objectStore('FILE_DATA').getAllKeys();
    keys.onsuccess = () => {
      opening.result.close();
      const snapshots = keys.result.filter((key) => String(key).includes('snap-')).length;
      resolve({ segments: keys.result.length - snapshots, snapshots });
    };
  };
}));

test(`four tabs make ${commits} commits each, and every tab has all`, { timeout: 120000 + commits * 4000 }, async (context) => {
  const device = new Device();
  try {
    await device.start();
    /** @type {Tab[]} */
    const tabs = [];
    for (let i = 0; i < 4; i++) tabs.push(await device.tab());
    for (const tab of tabs) await tab.opens(site.url);
    const ear = await device.context.newPage();
    await ear.goto(`${site.url}icon.svg`);  // the same origin, without the page
    await ear.evaluate(() => {
      Object.assign(window, { heard: 0 });
      new BroadcastChannel('leadlight').onmessage = ({ data }) => { if (data.startsWith('snap-')) /** @type {any} */ (window).heard += 1; };
    });
    await Promise.all(tabs.map((tab, t) => tab.page.evaluate(async ([start, count]) => {
      for (let i = 0; i < count; i++) {
        await window.driver.capture(`${start}${i}`);
        await window.driver.saved(60000);
        if (i % 25 === 24) window.driver.minutes_pass(1.1);
      }
    }, /** @type {const} */ ([`t${t}e`, commits]))));
    const compactions = await ear.evaluate(() => /** @type {any} */ (window).heard);
    const all = tabs.flatMap((_, t) => Array.from({ length: commits }, (__, i) => `t${t}e${i}`));

    /** The four export the same. @param {string} when */
    const look = async (when) => {
      let first = '';
      for (const [t, tab] of tabs.entries()) {
        let book = await tab.book();
        for (const end = Date.now() + 10000; book.written.size < all.length && Date.now() < end;) book = await tab.book();  // an announcement may be on its way
        book.must_hold(all, `tab ${t}, ${when}`);
        assert.equal(book.written.size, all.length);
        await must_not_warn(tab, when);
        first ||= book.text;
        assert.equal(book.text, first, `tabs 0 and ${t} have the same book, ${when}`);
      }
    };
    await look('live');
    for (const tab of tabs) await tab.reloads();
    await look('after reload');
    const parts = await stored(tabs[0]);
    context.diagnostic(`4 x ${commits} commits, ${compactions} compactions: ${all.length} of ${all.length} there; ${parts.segments} segments and ${parts.snapshots} snapshots stored`);
    assert.ok(compactions > 0);
  } finally {
    await device.discard();
  }
});
