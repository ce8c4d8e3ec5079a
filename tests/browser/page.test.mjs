// The page starts, from a server and from disk, within its own Content-Security-Policy and asking nobody else for anything.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, listen_for_trouble, one_file, serve_dist } from './support.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

for (const [name, url] of /** @type {const} */ ([['from a server', () => site.url], ['from one file on disk', () => one_file]])) {
  test(`starts without errors ${name}`, async () => {
    const page = await browser.newPage();
    const trouble = listen_for_trouble(page);
    await page.goto(url(), { waitUntil: 'load' });
    await page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
    assert.deepEqual(trouble, []);
    await page.close();
  });
}
