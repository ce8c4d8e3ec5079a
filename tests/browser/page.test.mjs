// The page starts, from a server and from disk, within its own Content-Security-Policy and asking nobody else for anything;
// what a first visit loads stays small; and where the core does not arrive whole, the page says so.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { lacks, launch } from './engine.mjs';
import { dist, listen_for_trouble, one_file, serve_dist } from './support.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

const is_usable = () => performance.getEntriesByName('leadlight-usable').length > 0;
const is_whole = () => performance.getEntriesByName('leadlight-whole').length > 0;
const first_load_budget = 500_000;

for (const [name, url] of /** @type {const} */ ([['from a server', () => site.url], ['from one file on disk', () => one_file]])) {
  test(`starts without errors ${name}`, async () => {
    const page = await browser.newPage();
    const trouble = listen_for_trouble(page);
    await page.goto(url(), { waitUntil: 'load' });
    await page.waitForFunction(is_whole);
    assert.deepEqual(trouble, []);
    await page.close();
  });
}

test('a first visit loads no more than its budget, gzipped, and the core once; the rest comes behind it', { skip: lacks('requests that are told') }, async (context) => {
  const page = await browser.newPage();
  /** @type {string[]} */
  const paths = [];
  page.on('request', (request) => { paths.push(new URL(request.url()).pathname); });
  await page.goto(site.url, { waitUntil: 'load' });
  await page.waitForFunction(is_whole);
  const late = await page.evaluate(() => {
    const [{ startTime: usable }] = performance.getEntriesByName('leadlight-usable');
    return performance.getEntriesByType('resource').filter(({ startTime }) => startTime > usable).map(({ name }) => new URL(name).pathname);
  });
  await page.close();
  assert.equal(paths.filter((path) => /^\/leadlight-[0-9a-f]+\.bin$/.test(path)).length, 1, `asked for ${paths}`);
  assert.equal(late.filter((path) => /^\/rest-[0-9a-f]+\.bin$/.test(path)).length, 1, `asked for ${late} when it could be used`);
  const size = (/** @type {string} */ path) => gzipSync(readFileSync(join(dist, path === '/' ? 'index.html' : path)), { level: 9 }).length;
  const sum = (/** @type {Iterable<string>} */ of) => [...new Set(of)].reduce((bytes, path) => bytes + size(path), 0);
  const rest = new Set(paths.filter((path) => /^\/rest-/.test(path)));
  // All that is asked for before it can be used, and whatever else comes with it: only the rest of the program is not counted.
  const first = paths.filter((path) => !rest.has(path) && !late.includes(path));
  context.diagnostic(`first load ${sum(first)} B; the rest, right behind it, ${sum(rest)} B; together ${sum(first) + sum(rest)} B`);
  assert.ok(sum(first) <= first_load_budget, `${sum(first)} B: ${[...new Set(first)].map((path) => `${path} ${size(path)}`).join(', ')}`);
});

/** @param {Buffer} bytes @param {number} at a share of all */
const with_wrong_byte = (bytes, at) => {
  const wrong = Buffer.from(bytes);
  wrong[Math.floor(at * (wrong.length - 1))] ^= 0x10;
  return wrong;
};
/** What can become of the core on its way. @type {[string, (core: Buffer) => Buffer][]} */
const damages = [
  ['is empty', () => Buffer.alloc(0)],
  ['ends after its first byte', (core) => core.subarray(0, 1)],
  ['is cut in the middle', (core) => core.subarray(0, core.length >> 1)],
  ['lacks its last byte', (core) => core.subarray(0, core.length - 1)],
  ...[0, 0.001, 0.3, 0.6, 0.9, 1].map((at) => /** @type {[string, (core: Buffer) => Buffer]} */ (
    [`has a wrong byte at ${at * 100}%`, (core) => with_wrong_byte(core, at)])),
  ['is a page that says sorry', () => Buffer.from('<!doctype html><title>Not found</title>')],
];

test('brings the licences of all that others wrote in it', () => {
  const told = readFileSync(join(dist, 'notices.txt'), 'utf8');
  for (const name of ['Dear ImGui', 'Emscripten', 'musl', 'nlohmann', 'xxHash', 'xz-decompress', 'Lucide']) assert.ok(told.includes(name), name);
  for (const holder of ['Omar Cornut', 'Niels Lohmann', 'Yann Collet', 'Rich Felker']) assert.ok(told.includes(holder), holder);
  assert.ok(readFileSync(join(dist, 'leadlight.html'), 'utf8').includes(told));
});

test('says so where the core does not arrive whole, and starts nothing', { skip: lacks('answers in place of the server\'s') }, async () => {
  const page = await browser.newPage();
  for (const [name, damage] of damages) {
    await page.route(/\.bin$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: damage(await response.body()) });
    });
    await page.goto(site.url);
    await page.getByRole('alert').filter({ hasText: 'did not arrive whole' }).waitFor({ timeout: 20e3 }).catch(async () => {
      assert.fail(`a core that ${name}: ${await page.locator('#boot').textContent()}`);
    });
    assert.equal(await page.evaluate(is_usable), false, name);
    await page.unrouteAll();
  }
  await page.close();
});

test('says so where the core can not be had', { skip: lacks('answers in place of the server\'s') }, async () => {
  const page = await browser.newPage();
  for (const act of /** @type {((route: import('playwright-core').Route) => Promise<void>)[]} */ ([
    (route) => route.fulfill({ status: 404, body: 'none' }), (route) => route.abort('connectionreset')])) {
    await page.route(/\.bin$/, act);
    await page.goto(site.url);
    await page.getByRole('alert').filter({ hasText: 'could not be loaded. Please check the connection' }).waitFor({ timeout: 20e3 });
    await page.unrouteAll();
  }
  await page.goto(site.url);
  await page.waitForFunction(is_usable);
  await page.close();
});

test('a damaged file on disk says what to do', async () => {
  const path = join(dist, 'damaged.html');
  const text = readFileSync(join(dist, 'leadlight.html'), 'utf8');
  const start = text.indexOf('>', text.indexOf('id="leadlight-core"')) + 1;
  const middle = (start + text.indexOf('</script>', start)) >> 1;
  const page = await browser.newPage();
  try {
    writeFileSync(path, `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`);
    await page.goto(pathToFileURL(path).href);
    await page.getByRole('alert').filter({ hasText: 'This copy of Leadlight is damaged' }).waitFor({ timeout: 20e3 });
  } finally {
    rmSync(path);
    await page.close();
  }
});
