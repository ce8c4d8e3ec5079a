// The browser refuses to keep something, or does not answer: NOT SAVED within five seconds, everything in the export meanwhile,
// and once the fault is over all is saved by itself, and there after a reload.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, must_not_warn, until } from './harness.mjs';
import { serve_dist } from '../support.mjs';

const watchdog_ms = 5000;  // book::Store::kWatchdogMs
const slack_ms = 1500;     // for a busy machine

/** The others are over by themselves, after the page has tried again. */
const by_hand = ['no transaction', 'no room', 'abort'];

/** @typedef {import('./harness.mjs').Tab} Tab */

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
/** @type {Device} */
let device;
before(async () => {
  site = await serve_dist();
  device = await new Device().start();
});
after(async () => {
  site.close();
  await device.discard();
});

/** Runs in the page before any of its scripts: faults of strict transactions, as `window.fault` says. */
function install_faults() {
  window.fault = '';
  const strict = new WeakSet();
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (/** @type {string | string[]} */ stores, /** @type {IDBTransactionMode | undefined} */ mode, /** @type {IDBTransactionOptions | undefined} */ options) {
    const writes = mode === 'readwrite' && options?.durability === 'strict';
    if (writes && window.fault === 'no transaction') throw new DOMException('the connection is closing', 'InvalidStateError');
    const made = transaction.call(this, stores, mode, options);
    if (writes) strict.add(made);
    return made;
  };
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
    if (window.fault === 'no room') throw new DOMException('full', 'QuotaExceededError');
    const request = add.call(this, value, key);
    if (window.fault === 'abort') this.transaction.abort();
    if (window.fault === 'never ends') {
      const keep_alive = () => { if (window.fault) this.get('nothing').onsuccess = keep_alive; };
      keep_alive();
    }
    return request;
  };
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function () {
    if (!strict.has(this) || (window.fault !== 'abort' && window.fault !== 'never ends')) commit.call(this);
  };
  const complete = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete'));
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    ...complete,
    set(/** @type {(event: Event) => void} */ handler) {
      complete.set?.call(this, (/** @type {Event} */ event) => { if (window.fault !== 'lost answer') handler.call(this, event); });
    },
  });
}

/** @param {Device} device @param {string} name @returns {Promise<Tab>} */
async function tab_with_a_lead(device, name) {
  const tab = await device.tab();
  await tab.page.addInitScript(install_faults);
  await tab.opens(site.url);
  await tab.captures(name);
  return tab;
}

/**
 * Edits while the fault lasts, then lets it end.
 * @param {string} fault @param {(tab: Tab) => Promise<void>} begin @param {(tab: Tab) => Promise<void>} end
 */
async function edits_under(fault, begin, end) {
  const tab = await tab_with_a_lead(device, `${fault}: early`);
  await begin(tab);
  return edits_meanwhile(tab, fault, end);
}

/** @param {Tab} tab @param {string} fault @param {(tab: Tab) => Promise<void>} end */
async function edits_meanwhile(tab, fault, end) {
  const [early, ...late] = ['early', 'first', 'second', 'third'].map((name) => `${fault}: ${name}`);
  const waited = await tab.page.evaluate(async (names) => {
    const start = Date.now();
    let end = 0;
    new MutationObserver(() => { if (window.driver.safety() === 'not-saved') end ||= Date.now(); }).observe(document.documentElement, { attributeFilter: ['data-store'] });
    for (const name of names) await window.driver.capture(name);
    await window.driver.until(() => end);
    return end - start;
  }, late);
  assert.ok(waited <= watchdog_ms + slack_ms, `NOT SAVED after ${waited} ms`);
  await until(async () => /changes are not saved/.test(await tab.text()) && /Export now/.test(await tab.text()), 'the page says so');
  (await tab.book()).must_hold([early, ...late], `in the export while ${fault}`);
  assert.equal(await tab.safety(), 'not-saved');

  await end(tab);
  if (by_hand.includes(fault)) await tab.page.evaluate(() => window.driver.press('button', 'Try again'));
  await tab.page.evaluate(() => window.driver.saved(60000));
  await tab.reloads();
  await must_not_warn(tab, `after ${fault}`);
  (await tab.book()).must_hold([early, ...late], `after ${fault}`);
  assert.deepEqual(tab.trouble, []);
  await tab.page.close();
  return waited;
}

for (const fault of ['no transaction', 'no room', 'abort', 'never ends', 'lost answer']) {
  test(`nothing is lost by a fault: ${fault}`, { timeout: 100000 }, async (context) => {
    const set = (/** @type {string} */ value) => async (/** @type {Tab} */ tab) => { await tab.page.evaluate((one) => { window.fault = one; }, value); };
    context.diagnostic(`NOT SAVED after ${await edits_under(fault, set(fault), set(''))} ms`);
  });
}

test('nothing is lost when the quota is used up', { timeout: 150000 }, async (context) => {
  const own = await new Device().start();
  try {
    await tab_with_a_lead(own, 'quota: early');
    await own.quit();  // Chromium remembers for half a minute how much room there was
    await own.start();
    const tab = await own.tab();
    await tab.opens(site.url);
    const session = await tab.page.context().newCDPSession(tab.page);
    await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin, quotaSize: 1 });
    const waited = await edits_meanwhile(tab, 'quota', async () => { await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(site.url).origin }); });
    context.diagnostic(`NOT SAVED after ${waited} ms`);
  } finally {
    await own.discard();
  }
});

test('what was acknowledged stays when the page is left while it says NOT SAVED', { timeout: 60000 }, async () => {
  const tab = await tab_with_a_lead(device, 'acknowledged');
  await tab.page.evaluate(async () => {
    window.fault = 'never ends';
    await window.driver.capture('warned of');
    await window.driver.until(() => window.driver.safety() === 'not-saved');
  });
  await tab.page.close({ runBeforeUnload: false });
  const again = await device.tab();
  await again.opens(site.url);
  await must_not_warn(again, 'afterwards');
  (await again.book()).must_hold(['acknowledged'], 'afterwards');
  await again.page.close();
});
