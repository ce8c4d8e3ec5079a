// Clocks that stand still, are coarse, wrong by years, or jump: no save is lost, two tabs agree, and a reload gives the same.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, Random, must_not_warn } from './harness.mjs';
import { serve_dist } from '../support.mjs';

const edits = Number(process.env.LEADLIGHT_CLOCK_EDITS ?? 6);

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
/** @type {Device} */
let device;
before(async () => { [site, device] = [await serve_dist(), await new Device().start()]; });
after(async () => {
  site.close();
  await device.discard();
});

/** Runs in the page before any of its scripts. @param {{kind: string, jumps: number[]}} clock */
function install_clock({ kind, jumps }) {
  const year_ms = 365.25 * 86400000;
  const real = Date.now.bind(Date);
  const start = real();
  let calls = 0;
  const now = () => {
    const at = real();
    if (kind === 'stands still') return start;
    if (kind === 'is coarse') return Math.floor(at / 100) * 100;
    if (kind === 'is a year late') return Math.floor(at - year_ms);
    if (kind === 'is ten years ahead') return Math.floor(at + 10 * year_ms);
    return Math.floor(at + jumps[Math.floor(calls++ / 5) % jumps.length]);
  };
  const RealDate = Date;
  window.Date = new Proxy(RealDate, {
    construct: (target, words, maker) => Reflect.construct(target, words.length ? words : [now()], maker),
    get: (target, key, receiver) => (key === 'now' ? now : Reflect.get(target, key, receiver)),
  });
}

for (const kind of ['stands still', 'is coarse', 'is a year late', 'is ten years ahead', 'jumps by hours and days']) {
  test(`no save is lost when a clock ${kind}`, { timeout: 100000 }, async () => {
    const random = new Random();
    const jumps = Array.from({ length: 50 }, () => (random.next() - 0.5) * random.of([7.2e6, 1.7e8]));
    // One with this clock, one with the true one; both on the same book, and both on the same lead.
    const tabs = [await device.tab(), await device.tab()];
    await tabs[0].page.addInitScript(install_clock, { kind, jumps });
    for (const tab of tabs) await tab.opens(site.url);
    const shared = `${kind}: shared`;
    await tabs[0].captures(shared);
    const lead = (await tabs[0].book()).lead_id(shared);
    assert.ok(lead);
    const all = [shared];
    await Promise.all(tabs.map(async (tab, t) => {
      const names = Array.from({ length: edits }, (_, i) => `${kind}: t${t}e${i}`);
      const notes = names.map((name) => `note ${name}`);
      all.push(...names, ...notes);
      await tab.page.evaluate(() => window.driver.go('capture'));
      await tab.captures_each(names);
      await tab.page.evaluate(async ([place, texts]) => {
        await window.driver.go(place);
        for (const text of texts) { await window.driver.note(text); await window.driver.saved(); }
      }, /** @type {const} */ ([`lead/${lead}`, notes]));
    }));
    const look = async (/** @type {string} */ when) => {
      let first = '';
      for (const tab of tabs) {
        let book = await tab.book();
        for (const end = Date.now() + 10000; !all.every((one) => book.written.has(one)) && Date.now() < end;) book = await tab.book();  // it may be on its way
        book.must_hold(all, when);
        await must_not_warn(tab, when);
        first ||= book.text;
        assert.equal(book.text, first, `both tabs have the same book ${when}`);
      }
      return first;
    };
    const live = await look('live');
    for (const tab of tabs) await tab.reloads();
    assert.equal(await look('after reload'), live);
    for (const tab of tabs) { assert.deepEqual(tab.trouble, []); await tab.page.close(); }
  });
}
