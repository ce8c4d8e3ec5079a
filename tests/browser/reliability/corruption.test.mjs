// The files in which Chromium keeps IndexedDB and the origin private file system are damaged between two starts, at random, or
// cleared. It is always noticed, the page never starts empty in silence, and what the second copy holds comes back.
// LEADLIGHT_DAMAGES sets how often the first copy is damaged at random.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Device, Random, Snapshot, until } from './harness.mjs';
import { serve_dist } from '../support.mjs';

const damages = Number(process.env.LEADLIGHT_DAMAGES ?? 6);
const rows = 300;

/** @typedef {import('./harness.mjs').Tab} Tab */

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
/** A book of some size, both copies of it sound, and no Chromium. @type {Device} */
let sound;
/** @type {string[]} */
const kept = [];

/** It follows a few seconds behind. @param {Tab} tab */
const second_copy_is_kept = (tab) => until(() => tab.page.evaluate(async () => {
  const first = await new Promise((/** @type {(names: string[]) => void} */ resolve, reject) => {
    const opening = indexedDB.open('/book');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const keys = opening.result.transaction('FILE_DATA').objectStore('FILE_DATA').getAllKeys();
      keys.onsuccess = () => { opening.result.close(); resolve(keys.result.map((key) => String(key).replace('/book/', ''))); };
    };
  });
  const second = [];
  for await (const name of (await (await navigator.storage.getDirectory()).getDirectoryHandle('book')).keys()) second.push(name);
  return first.length > 0 && first.sort().join() === second.sort().join();
}), 'the second copy has all', 40000);

before(async () => {
  site = await serve_dist();
  sound = await new Device().start();
  const tab = await sound.tab();
  await tab.opens(site.url);
  const imported = Array.from({ length: rows }, (_, i) => `row${i}`);
  await tab.page.evaluate(async ([text, button]) => {
    window.driver.paste(text);
    await window.driver.press('button', button);
    await window.driver.until(() => window.driver.names('status').some((name) => name.startsWith('Imported')));
    await window.driver.saved();
  }, [`Name;Note\n${imported.map((name, i) => `${name};${'long '.repeat(i)}\n`).join('')}`, `Import ${rows} leads`]);
  const captured = Array.from({ length: 12 }, (_, i) => `lead${i}`);
  await tab.page.evaluate(() => window.driver.go('capture'));
  await tab.captures_each(captured);
  kept.push(...imported, ...captured);
  await second_copy_is_kept(tab);
  await sound.quit();
}, { timeout: 100000 });
after(async () => {
  await sound?.discard();
  site?.close();
});

/** All files below a folder of the profile. @param {string} folder @returns {string[]} */
const files_in = (folder) => (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
  .flatMap((entry) => (entry.isDirectory() ? files_in(join(folder, entry.name)) : [join(folder, entry.name)]));
const first_copy = (/** @type {Device} */ device) => join(device.folder, 'Default', 'IndexedDB');
const second_copy = (/** @type {Device} */ device) => join(device.folder, 'Default', 'File System');
/** With something in them that counts. @param {string[]} files */
const with_contents = (files) => files.filter((name) => statSync(name).size > 100 && !/LOCK$|LOG/.test(name));

/** Flips bits in it or cuts it. @param {Random} random @param {string} file @returns {string} what was done */
function damage(random, file) {
  const { size } = statSync(file);
  if (size === 0) { writeFileSync(file, 'x'); return `wrote into ${file}, which was empty`; }
  if (random.below(3) === 0) {
    const length = random.below(size);
    truncateSync(file, length);
    return `cut ${file} from ${size} to ${length}`;
  }
  const bytes = readFileSync(file);
  const flips = random.of([1, 1, 4, 64]);
  const at = Array.from({ length: flips }, () => random.below(size));
  for (const one of at) bytes[one] ^= 1 + random.below(255);
  writeFileSync(file, bytes);
  return `changed bytes ${at.slice(0, 4)}… of ${file}`;
}

/**
 * Opens the page on a damaged profile and does what it offers. What it has then must be all, or it must say that it is not.
 * @param {Device} device @param {string} what
 */
async function recover(device, what) {
  await device.start();
  const tab = await device.tab();
  await tab.opens(site.url);
  return recover_in(tab, what);
}

/** @param {Tab} tab that shows what it has found @param {string} what */
async function recover_in(tab, what) {
  await tab.page.evaluate(() => window.driver.until(() => window.driver.names('button').length));
  const offered = (await tab.page.evaluate(() => window.driver.names('button'))).includes('Restore');
  let refused = false;
  if (offered) {
    refused = await tab.page.evaluate(async () => {
      const { driver } = window;
      const shown = () => driver.names('button');
      await driver.press('button', 'Restore');
      const done = () => document.querySelector('#mirror [data-role="navigation"]') || shown().includes('Go on with what is here');
      await driver.until(() => done() || (shown().includes('Try again') && shown().includes('Dismiss')), 40000);
      if (!done()) return true;
      await driver.saved();
      return false;
    });
  }
  if (refused) {  // Chromium deletes no database that it can not open: then the page gives all as a file
    const copy = new Snapshot(await tab.page.evaluate(() => window.driver.copy()));
    return { tab, offered, refused, warned: true, missing: kept.filter((name) => !copy.written.has(name)).length };
  }
  const text = await tab.text();
  const emptied = text.includes('Go on with what is here');
  if (emptied) await tab.page.evaluate(async () => {
    const { driver } = window;
    for (let tries = 0; driver.names('button').includes('Go on with what is here'); tries++) {  // it asks once more
      if (tries > 20) throw new Error('It does not go on with what is here.');
      await driver.press('button', 'Go on with what is here');
      await driver.pause(200);
    }
  });
  const warned = emptied || /Not all of the book could be read|could not be opened|no longer here/.test(text);
  const book = await tab.book();
  const missing = kept.filter((name) => !book.written.has(name)).length;
  assert.ok(missing === 0 || warned, `${missing} of ${kept.length} missing in silence: ${what}\n${text}`);
  return { tab, offered, refused, warned, missing };
}

/** On a copy of the sound profile. @template T @param {(device: Device) => Promise<T>} work */
async function on_a_copy(work) {
  const device = new Device(sound);
  try {
    return await work(device);
  } finally {
    await device.discard();
  }
}

test(`IndexedDB damaged at random ${damages} times: all comes back`, { timeout: 60000 + damages * 20000 }, async (context) => {
  const random = new Random();
  const count = { 'as if nothing had been': 0, 'restored from the second copy': 0, 'given as a file': 0, 'restored after another start': 0 };
  for (let i = 0; i < damages; i++) {
    await on_a_copy(async (device) => {
      const file = random.of(files_in(first_copy(device)).filter((name) => !/LOCK$|LOG/.test(name)));
      const what = `LEADLIGHT_SEED=${random.seed}, the ${i + 1}th: ${damage(random, file)}`;
      const { tab, offered, refused, missing } = await recover(device, what);
      assert.equal(missing, 0, what);
      if (refused) {
        count['given as a file']++;
        context.diagnostic(`not restored in place: ${what}`);
        return;
      }
      count[offered ? 'restored from the second copy' : 'as if nothing had been']++;
      // Chromium may come upon the damage only now, when it tidies its files up.
      await tab.reloads();
      const later = await recover_in(tab, `after another start, ${what}`);
      assert.equal(later.missing, 0, `after another start, ${what}`);
      if (later.offered) count['restored after another start']++;
    });
  }
  context.diagnostic(JSON.stringify(count));
});

test('IndexedDB\'s folder deleted: the page does not start empty, and all comes back', { timeout: 60000 }, () => on_a_copy(async (device) => {
  rmSync(first_copy(device), { recursive: true });
  const { tab, offered, missing } = await recover(device, 'deleted');
  assert.ok(offered);
  assert.equal(missing, 0);
  await tab.reloads();
  (await tab.book()).must_hold(kept, 'after another start');
}));

test('what Chromium can neither open nor delete: the way leads over a file, and all comes back', { timeout: 100000 }, () => on_a_copy(async (device) => {
  const current = files_in(first_copy(device)).filter((name) => name.endsWith('CURRENT'));
  assert.equal(current.length, 1);
  writeFileSync(current[0], 'MANIFEST-000009\n');  // a file that is not there
  await device.start();
  const tab = await device.tab();
  await tab.opens(site.url);
  await tab.page.evaluate(() => window.driver.press('button', 'Restore'));
  await tab.page.evaluate(() => window.driver.until(() => window.driver.names('heading').includes('The browser does not let Leadlight repair it'), 40000));
  const copy = await tab.page.evaluate(() => window.driver.copy());
  new Snapshot(copy).must_hold(kept, 'in the file');
  await tab.page.evaluate(() => window.driver.until(() => window.driver.names('heading').includes('Your copy is a file now')));
  // As it is said there: the site's data is cleared. The page, which notices, starts anew, and the file is imported.
  const starts_anew = tab.page.waitForEvent('load');
  await (await device.context.newCDPSession(tab.page)).send('Storage.clearDataForOrigin', { origin: new URL(site.url).origin, storageTypes: 'all' });
  await starts_anew;
  await tab.usable();
  await tab.page.evaluate(() => window.driver.go('share'));
  const chooser = tab.page.waitForEvent('filechooser');
  await tab.page.evaluate(() => window.driver.press('button', 'Import a file'));
  await (await chooser).setFiles({ name: 'copy.json', mimeType: 'application/json', buffer: Buffer.from(copy) });
  await tab.page.evaluate(async () => {
    await window.driver.until(() => window.driver.names('button').includes('Import'));
    await window.driver.press('button', 'Import');
    await window.driver.until(() => !window.driver.names('button').includes('Import'));
    await window.driver.saved();
  });
  await tab.reloads();
  (await tab.book()).must_hold(kept, 'after another start');
}));

test('both emptied, by folders: the page says how much there was', { timeout: 60000 }, () => on_a_copy(async (device) => {
  for (const folder of [first_copy(device), second_copy(device)]) rmSync(folder, { recursive: true });
  await device.start();
  const tab = await device.tab();
  await tab.opens(site.url);
  assert.match(await tab.text(), new RegExp(`a book of ${kept.length} leads, last saved on`));
}));

test('IndexedDB deleted by a script while the page is open: all comes back', { timeout: 60000 }, () => on_a_copy(async (device) => {
  await device.start();
  const tab = await device.tab();
  await tab.opens(site.url);
  await tab.page.evaluate(() => new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('/book');
    request.onsuccess = resolve;
    request.onerror = () => reject(request.error);
  }));
  await tab.page.evaluate(() => window.driver.go('capture'));
  await tab.captures('after the deletion');
  await device.kill();
  const { missing, tab: again } = await recover(device, 'deleted by a script');
  assert.equal(missing, 0);
  (await again.book()).must_hold([...kept, 'after the deletion'], 'afterwards');
}));

test('the second copy damaged: the first is whole, and the second is mended', { timeout: 100000 }, () => on_a_copy(async (device) => {
  const random = new Random();
  const files = with_contents(files_in(second_copy(device)));
  assert.ok(files.length > 0);
  const what = [0, 1, 2].map(() => damage(random, random.of(files))).join('; ');
  const { tab, offered, missing } = await recover(device, what);
  assert.equal(missing, 0, what);
  assert.ok(!offered, what);
  await tab.page.evaluate(() => window.driver.go('capture'));
  await tab.captures('after the damage');
  await second_copy_is_kept(tab);
  (await tab.book()).must_hold([...kept, 'after the damage'], what);
}));

test('both copies damaged: never in silence', { timeout: 60000 + damages * 20000 }, async (context) => {
  const random = new Random();
  let lost = 0;
  for (let i = 0; i < Math.ceil(damages / 3); i++) {
    await on_a_copy(async (device) => {
      // Where Chromium forgets the names of files as well, only the note in its local storage knows of a book.
      const groups = [files_in(first_copy(device)), files_in(second_copy(device))].map(with_contents);
      const what = groups.flatMap((files) => [damage(random, random.of(files)), damage(random, random.of(files))]).join('; ');
      lost += (await recover(device, `LEADLIGHT_SEED=${random.seed}, the ${i + 1}th: ${what}`)).missing > 0 ? 1 : 0;
    });
  }
  context.diagnostic(`in ${lost} cases neither copy had all, and the page said so`);
});
