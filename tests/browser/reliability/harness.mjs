// What tests of reliability share: a Chromium of their own on a profile that outlives it and that can be killed without
// warning, tabs that are worked from inside, a log of what was done and acknowledged, and random choices from a printed seed.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../../tools/serve.mjs';
import { browser_words, chromium_path } from '../engine.mjs';
import { dist } from '../support.mjs';
import { install } from './in_page.mjs';

/** @typedef {import('playwright-core').Page} Page */

export const pause = (/** @type {number} */ ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** @param {() => boolean | Promise<boolean>} what @param {string} words @param {number} ms */
export async function until(what, words, ms = 20000) {
  for (const end = Date.now() + ms; Date.now() < end; await pause(10)) if (await what()) return;
  assert.fail(`waited in vain until ${words}`);
}

/** LEADLIGHT_SEED repeats a run. */
export class Random {
  /** @param {number} [seed] one that was told before */
  constructor(seed) {
    this.seed = seed ?? Number(process.env.LEADLIGHT_SEED ?? Math.floor(Math.random() * 2 ** 31));
    this.state = this.seed >>> 0;
    if (seed === undefined) console.log(`LEADLIGHT_SEED=${this.seed}`);
  }
  /** From 0 to below 1. */
  next() {  // a Weyl sequence, stirred
    this.state = (this.state + 0x9e3779b9) >>> 0;
    let z = this.state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  }
  /** A whole number from 0 to below `end`. @param {number} end */
  below(end) { return Math.floor(this.next() * end); }
  /** @template T @param {readonly T[]} all @returns {T} */
  of(all) { return all[this.below(all.length)]; }
}

/** All processes that descend from one, itself last. @param {number} root */
function family(root) {
  /** @type {Map<number, number[]>} */
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...children.get(parent) ?? [], Number(name)]);
    } catch { /* it has ended meanwhile */ }
  }
  /** @type {number[]} */
  const found = [];
  const visit = (/** @type {number} */ pid) => { for (const child of children.get(pid) ?? []) visit(child); found.push(pid); };
  visit(root);
  return found;
}

const end_now = (/** @type {number} */ pid) => { try { process.kill(pid, 'SIGKILL'); } catch { /* it has ended */ } };
const lives = (/** @type {number} */ pid) => {
  try { return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8')); } catch { return false; }
};

/**
 * The page on a loopback server, which also hears where a page has stopped: the page waits for an answer meanwhile, and does
 * nothing else at all.
 */
export async function serve_and_listen() {
  const server = await serve(dist, 0);
  const [answer] = server.listeners('request');
  /** @type {{point: string, go_on: () => void}[]} */
  const stops = [];
  server.removeAllListeners('request');
  server.on('request', (/** @type {import('node:http').IncomingMessage} */ request, /** @type {import('node:http').ServerResponse} */ response) => {
    const [, point] = /^\/stopped\/(.*)$/.exec(decodeURIComponent(request.url ?? '')) ?? [];
    if (point === undefined) answer(request, response);
    else stops.push({ point, go_on: () => { response.writeHead(204).end(); } });
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => { server.close(); server.closeAllConnections(); },
    /** Until a page has stopped there; it stays so. @param {string} point */
    stopped: async (point) => {
      await until(() => stops.some((stop) => stop.point === point), `the page is at "${point}"`);
      return stops.splice(stops.findIndex((stop) => stop.point === point), 1)[0];
    },
  };
}

/** @type {Set<Device>} */
const devices = new Set();
process.on('exit', () => { for (const device of devices) device.leave(); });  // whatever happened
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** A folder for Chromium's profile, and the Chromium that runs on it, if any. */
export class Device {
  /** @param {Device} [other] whose profile this one starts with; its Chromium must not run */
  constructor(other) {
    /** @type {string} */
    this.folder = mkdtempSync(join(tmpdir(), 'leadlight-profile-'));
    if (other)
      cpSync(other.folder, this.folder, { recursive: true, filter: (name) => !/Singleton|Cache/.test(name) });
    /** @type {import('node:child_process').ChildProcess | undefined} */
    this.process = undefined;
    /** @type {import('playwright-core').Browser | undefined} */
    this.browser = undefined;
    devices.add(this);
  }

  /** Starts Chromium. Its profile is as the last one left it. */
  async start() {
    // Half of the processor's time went into drawing, and into making code faster that is killed a second later: the tabs draw
    // nothing (in_page.mjs), so no graphics are started for them, and their wasm is compiled once and simply.
    const words = [...browser_words.filter((word) => !/angle|swiftshader|disable-features/.test(word)), '--disable-gpu',
      '--disable-features=Translate,OptimizationHints,SpareRendererForSitePerProcess', '--js-flags=--liftoff-only', '--headless', '--remote-debugging-port=0', '--disable-gpu-shader-disk-cache', '--disable-breakpad',
      '--disable-dev-shm-usage', '--disable-renderer-backgrounding', '--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--window-size=800,700',
      '--hide-crash-restore-bubble', `--user-data-dir=${this.folder}`, 'about:blank'];
    // What a killed Chromium leaves behind goes with the profile.
    const child = spawn(chromium_path(), words, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, TMPDIR: this.folder } });
    this.process = child;
    let told = '';
    const address = await new Promise((/** @type {(address: string) => void} */ resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`Chromium does not start:\n${told}`)), 30000);
      child.stderr?.on('data', (chunk) => {
        told += told.length < 10000 ? chunk : '';
        const found = /DevTools listening on (ws:\S+)/.exec(told);
        if (found) { clearTimeout(timer); resolve(found[1]); }
      });
      child.on('exit', () => { clearTimeout(timer); reject(new Error(`Chromium ended while it started:\n${told}`)); });
    }).catch((error) => { this.#end(); throw error; });
    this.browser = await chromium.connectOverCDP(address);
    return this;
  }

  get context() {
    const context = this.browser?.contexts()[0];
    assert.ok(context, 'Chromium runs');
    return context;
  }

  /** A new tab, before it has gone anywhere. @returns {Promise<Tab>} */
  async tab() {
    const page = await this.context.newPage();
    await page.addInitScript(install);
    return new Tab(page);
  }

  #end() {
    const pid = this.process?.pid;
    if (!pid) return [];
    const all = family(pid).reverse();
    all.forEach(end_now);  // the browser first: none of its children can tell it anything
    return all;
  }

  /** As if the machine had stopped: no process gets to do anything more. */
  async kill() {
    const pids = this.#end();
    await until(() => !pids.some(lives), 'Chromium is dead');
    this.process = undefined;
    await this.browser?.close().catch(() => {});
    this.browser = undefined;
  }

  /** Ends what runs the tabs, and not the browser. */
  end_renderers() {
    for (const pid of family(this.process?.pid ?? 0)) {
      try {
        if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')) end_now(pid);
      } catch { /* it has ended */ }
    }
  }

  /** As a person closes it. */
  async quit() {
    const child = this.process;
    if (!child?.pid) return;
    const pids = family(child.pid);
    const session = await this.browser?.newBrowserCDPSession();
    await session?.send('Browser.close').catch(() => {});
    await until(() => !pids.some(lives), 'Chromium has ended', 10000).catch(() => this.kill());
    await this.browser?.close().catch(() => {});
    this.process = this.browser = undefined;
  }

  leave() {
    this.#end();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  async discard() {
    await this.kill();
    this.leave();
    devices.delete(this);
  }
}

/** A tab of the page. */
export class Tab {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** @type {string[]} */
    this.trouble = [];
    page.on('pageerror', (error) => this.trouble.push(error.message));
  }

  /** Until it can be used. @param {string} url @param {string} [place] */
  async opens(url, place = 'capture') {
    await this.page.goto(`${url}?mirror=1#/${place}`, { waitUntil: 'load' });
    await this.usable();
  }
  async usable() { await this.page.evaluate(() => window.driver.usable()); }
  async reloads() {
    await this.page.reload({ waitUntil: 'load' });
    await this.usable();
  }

  /** Adds a lead and waits until the page says that it is saved. @param {string} name */
  async captures(name) {
    await this.page.evaluate(async (one) => { await window.driver.capture(one); await window.driver.saved(); }, name);
  }
  /** Adds leads, each in a commit of its own. @param {string[]} names */
  async captures_each(names) {
    await this.page.evaluate(async (all) => { for (const one of all) { await window.driver.capture(one); await window.driver.saved(); } }, names);
  }
  async saved() { await this.page.evaluate(() => window.driver.saved()); }
  async safety() { return this.page.evaluate(() => window.driver.safety()); }
  async text() { return this.page.evaluate(() => window.driver.text()); }
  /** The book as the page exports it. */
  async book() { return new Snapshot(await this.page.evaluate(() => window.driver.export())); }
}

/** An exported book: what of the edits is in it. */
export class Snapshot {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {{at: string, label?: string, records: {kind: string, id: string, set: Record<string, string>}[]}[]} */
    this.operations = JSON.parse(text).operations;
    /** @type {Map<string, number>} how often something was written: names of leads, texts of notes */
    this.written = new Map();
    for (const { records } of this.operations)
      for (const { kind, set } of records) {
        const value = kind === 'lead' ? set.full_name : kind === 'note' ? set.text : undefined;
        if (value) this.written.set(value, (this.written.get(value) ?? 0) + 1);
      }
  }
  /** @param {string} name */
  lead_id(name) { return this.operations.flatMap(({ records }) => records).find(({ kind, set }) => kind === 'lead' && set.full_name === name)?.id; }

  /** Each of them once. @param {Iterable<string>} edits @param {string} when */
  must_hold(edits, when) {
    const all = [...edits];
    const lost = all.filter((one) => !this.written.has(one));
    const twice = all.filter((one) => (this.written.get(one) ?? 0) > 1);
    assert.deepEqual(lost, [], `lost of ${all.length} edits: ${when}`);
    assert.deepEqual(twice, [], `there twice: ${when}`);
  }
}

/** No tab may complain about what it has read. @param {Tab} tab @param {string} when */
export async function must_not_warn(tab, when) {
  const text = await tab.text();
  assert.doesNotMatch(text, /could not be|can't be read|is missing|are missing|not saved|damaged|unreadable/i, `${when}:\n${text}`);
}
