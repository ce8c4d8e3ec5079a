// Chromium is killed at random moments while one to three tabs edit. Every edit that the page called saved is there afterwards,
// once, and the page has nothing to say against what it reads. LEADLIGHT_KILLS sets how often. Most of the time is spent waiting
// for processes to start, so two browsers, on a profile each, take turns on the processor.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, Random, must_not_warn, pause, until } from './harness.mjs';
import { edits_for_ever } from './in_page.mjs';
import { serve_dist } from '../support.mjs';

const kills = Number(process.env.LEADLIGHT_KILLS ?? 20);
const deadline = Number(process.env.LEADLIGHT_UNTIL ?? Infinity);  // milliseconds since 1970: fewer kills, then
const kills_a_profile = 40;
const browsers = Math.min(2, kills);

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { site = await serve_dist(); });
after(() => site.close());

/** @param {number} which @param {number} kills @param {number} seed */
async function kill_again_and_again(which, kills, seed) {
  const random = new Random(seed);
  /** @type {Set<string>} */
  let acknowledged = new Set();
  let device = new Device();
  let total = 0;
  let unacknowledged = 0;

  /** Starts again, and looks whether all is there. @param {string} when */
  async function look(when) {
    await device.start();
    const tab = await device.tab();
    await tab.opens(site.url);
    await must_not_warn(tab, when);
    const book = await tab.book();
    book.must_hold(acknowledged, when);
    return { tab, book };
  }

  try {
    let kill = 1;
    for (; kill <= kills && Date.now() < deadline; kill++) {
      const when = `kill ${kill} of ${kills}, browser ${which + 1}, LEADLIGHT_SEED=${random.seed - which}`;
      const { tab: first, book } = await look(when);
      unacknowledged += book.written.size - acknowledged.size;
      acknowledged = new Set(book.written.keys());  // what is there once must stay there, told or not
      const tabs = [first];
      for (let more = random.below(3); more > 0; more--) tabs.push(await device.tab());
      const lead = book.lead_id([...acknowledged].find((name) => book.lead_id(name)) ?? '');
      let told = 0;
      for (const [index, tab] of tabs.entries()) {
        await tab.page.exposeFunction('acknowledged', (/** @type {string[]} */ names) => { for (const name of names) acknowledged.add(name); told += names.length; });
        if (index > 0) await tab.opens(site.url);
        const bursts = Array.from({ length: 16 }, () => 1 + random.below(4));
        tab.page.evaluate(edits_for_ever, { tab: `k${kill}t${index}`, bursts, lead: index === 1 ? lead : undefined }).catch(() => {});
      }
      // Mostly in the middle of edits, however slow the machine; now and then while the tabs start to work.
      if (random.below(5) > 0) await until(() => told > 0, 'something is acknowledged');
      await pause(random.below(600));
      await device.kill();
      total += told;
      if (kill % 50 === 0) console.log(`browser ${which + 1}: ${kill} kills, ${total} edits acknowledged`);
      if (kill % kills_a_profile === 0 && kill < kills) {
        await look(when);
        await device.discard();
        device = new Device();
        acknowledged = new Set();
      }
    }
    await look('after the last kill');
    return { done: kill - 1, total, unacknowledged };
  } finally {
    await device.discard();
  }
}

test(`no acknowledged edit is lost when the browser is killed ${kills} times`, { timeout: 240000 + kills * 10000 }, async (context) => {
  const { seed } = new Random();
  const ended = await Promise.all(Array.from({ length: browsers }, (_, which) => kill_again_and_again(which, Math.floor((kills + which) / browsers), seed + which)));
  const sum = (/** @type {'done' | 'total' | 'unacknowledged'} */ what) => ended.reduce((all, one) => all + one[what], 0);
  context.diagnostic(`${sum('done')} kills: ${sum('total')} edits acknowledged, 0 lost; ${sum('unacknowledged')} more were stored before the page could say so`);
  assert.ok(sum('total') >= sum('done') / 2, `${sum('total')} edits are too few to tell`);
});
