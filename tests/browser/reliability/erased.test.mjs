// Chromium is killed when the page has just said that somebody is erased for good, and the database is deleted: the second copy,
// which is restored, holds nothing of them. LEADLIGHT_ERASE_KILLS sets how often.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, until } from './harness.mjs';
import { Person } from '../person.mjs';
import { serve_dist } from '../support.mjs';

const kills = Number(process.env.LEADLIGHT_ERASE_KILLS ?? 2);

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { site = await serve_dist(); });
after(() => site.close());

/** @param {Device} device @param {string} place */
async function opens(device, place) {
  const page = await device.context.newPage();
  page.setDefaultTimeout(20000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const person = new Person(page);
  await person.opens(`${site.url}?mirror=1${place}`);
  return { page, person };
}

/** A page of the same origin that does not run the program. @param {Device} device */
async function aside(device) {
  const page = await device.context.newPage();
  await page.route('**/aside', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>aside</title>' }));
  await page.goto(`${site.url}aside`);
  return page;
}

/** How many files of the second copy there are, and in how many the word is. @param {import('playwright-core').Page} page @param {string} word */
const copies_with = (page, word) => page.evaluate(async (one) => {
  const look = async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('book', { create: true });
    let all = 0, found = 0;
    for await (const file of /** @type {any} */ (folder).values()) {
      all += 1;
      if ((await (await file.getFile()).text()).includes(one)) found += 1;
    }
    return { all, found };
  };
  for (let tries = 0; ; tries++) {
    try {
      return await look();
    } catch (error) {  // a file got its name just now, or is gone
      if (!(error instanceof DOMException) || error.name !== 'NotFoundError' || tries === 50) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }
}, word);

test(`who was said to be erased for good does not come back from the second copy after ${kills} kills`, { timeout: 120000 + kills * 60000 }, async (context) => {
  const took = [];
  for (let kill = 1; kill <= kills; kill++) {
    const device = await new Device().start();
    try {
      const { page, person } = await opens(device, '#/capture');
      for (const name of ['Ada Byron', 'Ben Okri', 'Cleo Rossi']) {
        await person.types('Name', name);
        await person.clicks('button', 'Save and next');
        await person.is_saved();
      }
      await until(async () => (await copies_with(page, 'Ben Okri')).found > 0, 'the second copy has followed');
      // As a page leaves it that is killed while it copies; two minutes ago.
      await page.evaluate(async () => {
        const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('book');
        const writable = await (await folder.getFileHandle('part-left', { create: true })).createWritable();
        await writable.write('Ben Okri');
        await writable.close();
        const now = Date.now;
        Date.now = () => now() + 120000;
      });
      await page.evaluate(() => { location.hash = '#/leads?scope=all'; });
      await person.clicks('row', /^Ben Okri/);
      await person.clicks('button', 'More for this lead');
      await person.clicks('menuitem', 'Erase for good…');
      await page.keyboard.type('ERASE');
      const said = page.evaluate(() => new Promise((/** @type {(ms: number[]) => void} */ resolve) => {
        const start = performance.now();
        let erasing = 0;
        const look = () => {
          const names = [...document.querySelectorAll('#mirror [data-name]')].map((one) => /** @type {HTMLElement} */ (one).dataset.name ?? '');
          if (!erasing && names.some((name) => name.startsWith('Erasing one person'))) erasing = performance.now() - start;
          if (names.some((name) => name.startsWith('Erased one person for good'))) resolve([erasing, performance.now() - start]);
          else setTimeout(look, 1);
        };
        look();
      }));
      await page.keyboard.press('Enter');
      took.push((await said).map(Math.round).join('/'));
      await device.kill();

      await device.start();
      const other = await aside(device);
      const copies = await copies_with(other, 'Ben Okri');
      assert.ok(copies.all > 0);
      assert.equal(copies.found, 0, 'in the second copy');
      await other.evaluate(() => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase('/book');
        request.onsuccess = resolve;
        request.onerror = request.onblocked = reject;
      }));
      await other.evaluate(() => localStorage.clear());  // not by what it notes
      const again = await opens(device, '#/leads?scope=all');
      await again.person.clicks('button', 'Restore');
      await again.person.is_saved();
      await again.page.evaluate(() => { location.hash = '#/leads?scope=all'; });
      await again.person.sees('row', /^Ada Byron/);
      await again.person.sees('row', /^Cleo Rossi/);
      assert.equal(await again.page.getByRole('row', { name: /Ben Okri/ }).count(), 0);
    } finally {
      await device.discard();
    }
  }
  context.diagnostic(`${kills} kills; "Erasing" and "Erased for good" after so many ms each: ${took.join(', ')}`);
});
