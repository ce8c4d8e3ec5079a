// What browsers do to tabs that are in the middle of an edit: crash, freeze, discard, reload, close, go elsewhere and come back.
// No acknowledged edit is lost, and what the page still shows afterwards is saved, too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, must_not_warn, until } from './harness.mjs';
import { edits_for_ever } from './in_page.mjs';
import { serve_dist } from '../support.mjs';

const times = Number(process.env.LEADLIGHT_TIMES ?? 2);  // each

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
/** @type {Device} */
let device;
before(async () => { [site, device] = [await serve_dist(), await new Device().start()]; });
after(async () => {
  site.close();
  await device.discard();
});

let tabs_so_far = 0;

/** A tab in the middle of its edits, some of which are acknowledged. */
async function busy_tab() {
  const tab = await device.tab();
  /** @type {Set<string>} */
  const acknowledged = new Set();
  await tab.page.exposeFunction('acknowledged', (/** @type {string[]} */ names) => { for (const name of names) acknowledged.add(name); });
  tab.page.on('dialog', (dialog) => { void dialog.accept(); });
  await tab.opens(site.url);
  const work = () => { tab.page.evaluate(edits_for_ever, { tab: `tab${tabs_so_far++}`, bursts: [1, 3, 2, 5], lead: undefined }).catch(() => {}); };
  const goes_on = async () => {
    const before = acknowledged.size;
    await until(() => acknowledged.size >= before + 10, 'it has edited on');
  };
  work();
  await goes_on();
  return { tab, acknowledged, work, goes_on };
}

/** A fresh tab must have them. @param {Set<string>} acknowledged @param {string} when */
async function must_be_kept(acknowledged, when) {
  const until_now = [...acknowledged];  // a tab that lives may be told of more meanwhile
  const tab = await device.tab();
  await tab.opens(site.url);
  await must_not_warn(tab, when);
  (await tab.book()).must_hold(until_now, when);
  await tab.page.close();
}

test('nothing is lost when a tab crashes', { timeout: 100000 }, async () => {
  for (let i = 0; i < times; i++) {
    const { tab, acknowledged } = await busy_tab();
    const crashed = new Promise((resolve) => { tab.page.once('crash', resolve); });
    const session = await tab.page.context().newCDPSession(tab.page);
    session.send('Page.crash').catch(() => {});
    await crashed;
    await must_be_kept(acknowledged, `crash ${i}`);
    await tab.page.close();
  }
});

test('nothing is lost when a tab is frozen, and it goes on when it thaws', { timeout: 100000 }, async () => {
  const { tab, acknowledged, goes_on } = await busy_tab();
  const session = await tab.page.context().newCDPSession(tab.page);
  for (let i = 0; i < times; i++) {
    await session.send('Page.setWebLifecycleState', { state: 'frozen' });
    await must_be_kept(acknowledged, `frozen ${i}`);
    const other = await device.tab();
    await other.opens(site.url);
    await other.captures(`while frozen ${i}`);
    acknowledged.add(`while frozen ${i}`);
    await other.page.close();
    await session.send('Page.setWebLifecycleState', { state: 'active' });
    await goes_on();
  }
  await must_be_kept(acknowledged, 'after all');
  await tab.reloads();
  (await tab.book()).must_hold(acknowledged, 'in the tab itself');
  await tab.page.close();
});

// Chromium discards no tab that is driven from outside; to the page a discard is just this.
test('nothing is lost when the processes of all tabs are ended, as a discard ends them', { timeout: 100000 }, async () => {
  for (let i = 0; i < times; i++) {
    const busy = [await busy_tab(), await busy_tab()];
    const crashed = busy.map(({ tab }) => new Promise((resolve) => { tab.page.once('crash', resolve); }));
    device.end_renderers();
    await Promise.all(crashed);
    for (const { acknowledged, tab } of busy) {
      await must_be_kept(acknowledged, `discarded ${i}`);
      await tab.page.close();
    }
  }
});

test('nothing is lost by a reload in the middle', { timeout: 100000 }, async () => {
  const { tab, acknowledged, work, goes_on } = await busy_tab();
  for (let i = 0; i < times; i++) {
    await tab.reloads();
    await must_not_warn(tab, `reload ${i}`);
    (await tab.book()).must_hold(acknowledged, `reload ${i}`);  // nothing edits now
    work();
    await goes_on();
  }
  await tab.page.close();
});

test('nothing is lost when a tab is closed in the middle', { timeout: 100000 }, async () => {
  for (let i = 0; i < times; i++) {
    const { tab, acknowledged } = await busy_tab();
    await tab.page.close();
    await must_be_kept(acknowledged, `closed ${i}`);
  }
});

test('nothing is lost by going elsewhere and back', { timeout: 100000 }, async (context) => {
  const { tab, acknowledged, work, goes_on } = await busy_tab();
  let revived = 0;
  await tab.page.exposeFunction('shown_again', (/** @type {boolean} */ persisted) => { revived += persisted ? 1 : 0; });
  for (let i = 0; i < times; i++) {
    await tab.page.evaluate(() => addEventListener('pageshow', (event) => void /** @type {any} */ (window).shown_again(event.persisted), { once: true }));
    await tab.page.goto('about:blank');
    await tab.page.goBack({ waitUntil: 'commit' });
    await tab.usable();
    await tab.page.evaluate(() => window.driver.saved());
    await must_be_kept(acknowledged, `back again ${i}`);
    if (revived <= i) work();  // a page that was kept goes on by itself
    await goes_on();
  }
  context.diagnostic(`${revived} of ${times} times the page was kept as it was`);
  await tab.page.close();
});
