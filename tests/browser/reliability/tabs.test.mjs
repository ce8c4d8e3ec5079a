// Four tabs write at the same time and join their segments meanwhile: every tab has every commit, and so has the next start.
// LEADLIGHT_COMMITS sets how many each makes. And pages that start while another joins what they are about to read;
// LEADLIGHT_STARTS sets how many.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, Random, Tab, must_not_warn, pause, serve_and_listen, until } from './harness.mjs';
import { install_stops } from './stops.mjs';

const commits = Number(process.env.LEADLIGHT_COMMITS ?? 40);
const starts = Number(process.env.LEADLIGHT_STARTS ?? 8);

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

/** Tells when this tab asks the browser to join its segments. */
function note_compactions() {
  Object.assign(window, { asked: 0, joined: 0 });
  const counts = /** @type {any} */ (window);
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
    if (String(key).includes('snap-')) {
      counts.asked += 1;
      this.transaction.addEventListener('complete', () => { counts.joined += 1; });
    }
    return add.call(this, value, key);
  };
}
/** It is late enough for it, and a frame looks. @param {Tab} tab */
const join_now = (tab) => tab.page.evaluate(() => {
  window.driver.minutes_pass(2);
  location.hash = location.hash === '#/leads' ? '#/today' : '#/leads';
});
/** @param {Tab} tab @param {'asked' | 'joined'} what @returns {Promise<number>} */
const count_of = (tab, what) => tab.page.evaluate((one) => /** @type {any} */ (window)[one], what);

/** The second has all that the first has, and nothing to say against it. @param {Tab} first @param {Tab} second @param {string[]} names @param {string} when */
async function must_have_all(first, second, names, when) {
  await must_not_warn(second, when);
  assert.ok(!(await second.page.evaluate(() => window.driver.names('button'))).includes('Restore'), `nothing is offered, ${when}`);
  const book = await second.book();
  book.must_hold(names, when);
  assert.equal(book.text, (await first.book()).text, when);
}

/** Runs in the page before its scripts: IDBFS can't read, so that the page reads one by one, and it stands still at the 20th. */
function refuse_idbfs() {
  IDBIndex.prototype.openKeyCursor = () => { throw new DOMException('refused', 'UnknownError'); };
  const { get } = IDBObjectStore.prototype;
  let count = 0;
  IDBObjectStore.prototype.get = function (/** @type {IDBValidKey | IDBKeyRange} */ key) {
    if (String(key).includes('seg-') && ++count === 20) {
      const request = new XMLHttpRequest();
      request.open('GET', '/stopped/at the 20th', false);
      request.send();
    }
    return get.call(this, key);
  };
}

for (const [how, install, point] of /** @type {const} */ ([
  ['', install_stops, 'load: before its transaction'],
  [', one by one', refuse_idbfs, 'at the 20th'],
]))
  test(`what a page has listed is joined before it is read${how}: it reads all the same`, { timeout: 90000 }, async () => {
    const device = new Device();
    try {
      const names = Array.from({ length: 64 }, (_, i) => `kept${i}`);
      await device.start();
      const first = await device.tab();
      await first.page.addInitScript(note_compactions);
      await first.opens(site.url);
      await first.captures_each(names);
      // The second stands still within a transaction, and the first's waits for it: so the second must go on as soon as the
      // first has asked, and its next transaction comes after it.
      const second = await device.tab();
      await second.page.addInitScript(/** @type {(point: string) => void} */ (install), point);
      const opened = second.opens(site.url);
      const stop = await site.stopped(point);
      await join_now(first);
      await until(async () => await count_of(first, 'asked') === 1, 'the segments are being joined');
      stop.go_on();
      await opened;
      assert.equal(await count_of(first, 'joined'), 1);
      assert.equal((await stored(first)).snapshots, 1);
      await must_have_all(first, second, names, 'in the second tab');
    } finally {
      await device.discard();
    }
  });

test(`${starts} starts while another tab joins its segments: each shows the whole book`, { timeout: 60000 + starts * 10000 }, async (context) => {
  const device = new Device();
  try {
    const random = new Random();
    await device.start();
    const first = await device.tab();
    await first.page.addInitScript(note_compactions);
    await first.opens(site.url);
    /** @type {string[]} */
    const names = [];
    let slowest = 0;
    for (let done = 0; done < starts;) {
      const some = Array.from({ length: 64 }, (_, i) => `s${done}n${i}`);
      await first.page.evaluate(() => window.driver.go('capture'));
      await first.captures_each(some);
      names.push(...some);
      const before = await count_of(first, 'joined');
      const others = await Promise.all(Array.from({ length: Math.min(4, starts - done) }, () => device.tab()));
      const opened = Promise.all(others.map(async (tab) => {
        const begun = Date.now();
        await tab.opens(site.url);
        return Date.now() - begun;
      }));
      await pause(random.below(1500));
      await join_now(first);
      slowest = Math.max(slowest, ...await opened);
      await until(async () => await count_of(first, 'joined') > before, 'the segments are joined');
      for (const tab of others) {
        await must_have_all(first, tab, names, `LEADLIGHT_SEED=${random.seed}, after ${done} starts`);
        await tab.page.close();
      }
      done += others.length;
    }
    context.diagnostic(`${starts} starts, the slowest ${slowest} ms`);
  } finally {
    await device.discard();
  }
});
