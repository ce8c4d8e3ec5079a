// What leaves the device and comes back, and what stays on it: sealed files, the backup folder, erasing everything.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { lacks } from './engine.mjs';
import { Person } from './person.mjs';
import { house } from './support.mjs';

const { site, visit: visits } = house();

const passphrase = 'Größe 山 12';

/** A fresh browser with one lead in its book, at Share. @param {{prepare?: () => void}} [options] */
async function visit({ prepare } = {}) {
  const visitor = await visits({ prepare, context: { viewport: { width: 1280, height: 900 } } });
  await visitor.person.captures('Ada Lovelace');
  await visitor.person.clicks('link', /^Share/);
  return visitor;
}

/** @param {Person} person @param {string} text */
async function seals(person, text) {
  await person.clicks('button', 'Export with a passphrase…');
  await person.types('Passphrase', text);
  await person.types('Passphrase, once more', text);
  return person.downloads(() => person.presses('Enter'));
}

/** docs/sealed.md, by its words alone. @param {any} sealed @param {string} typed */
async function unseal(sealed, typed) {
  const bytes = (/** @type {string} */ text) => Buffer.from(text, 'base64');
  assert.equal(bytes(sealed.salt).length, 16);
  assert.equal(bytes(sealed.iv).length, 12);
  const material = await crypto.subtle.importKey('raw', Buffer.from(typed.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  const key = await crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt: bytes(sealed.salt), iterations: sealed.rounds },
    material, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const header = [sealed.format, sealed.version, sealed.kdf, sealed.rounds, sealed.salt, sealed.cipher, sealed.iv, sealed.packed].join('\n');
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(sealed.iv), additionalData: Buffer.from(header) }, key, bytes(sealed.data));
  return (sealed.packed === 'gzip' ? gunzipSync(Buffer.from(plain)) : Buffer.from(plain)).toString('utf8');
}

test('a sealed file is what docs/sealed.md says, and opens with its passphrase alone', async () => {
  const { page, person, trouble, close } = await visit();
  await person.clicks('button', 'Export with a passphrase…');
  await person.clicks('textbox', 'Passphrase');
  const field = page.locator('#text-field-line');
  assert.equal(await field.getAttribute('type'), 'password');
  assert.equal(await field.getAttribute('autocomplete'), 'new-password');
  await page.keyboard.type(passphrase);
  assert.ok(!(await page.locator('#mirror').innerHTML()).includes('Größe'), 'told to nobody');
  await person.clicks('checkbox', 'Show the passphrase');
  await person.clicks('textbox', 'Passphrase');
  assert.equal(await field.getAttribute('type'), 'text');
  assert.equal(await field.inputValue(), passphrase);
  await person.presses('Escape', 'Escape');

  const download = await seals(person, passphrase);
  assert.match(download.suggestedFilename(), /^leadlight-sealed-\d{4}-\d\d-\d\d\.json$/);
  const text = readFileSync(await download.path(), 'utf8');
  assert.ok(!text.includes('Lovelace'));
  const sealed = JSON.parse(text);
  assert.deepEqual({ ...sealed, salt: '', iv: '', data: '' }, {
    format: 'leadlight-sealed', version: 1, kdf: 'PBKDF2-HMAC-SHA256', rounds: 600000, salt: '', cipher: 'AES-256-GCM', iv: '', packed: 'gzip', data: '',
  });
  const snapshot = await unseal(sealed, passphrase);
  assert.equal(JSON.parse(snapshot).format, 'leadlight-snapshot');
  assert.match(snapshot, /Ada Lovelace/);
  const [plain] = [await person.downloads(() => person.clicks('button', 'Export snapshot'))];
  assert.equal(readFileSync(await plain.path(), 'utf8'), snapshot);
  const again = JSON.parse(readFileSync(await (await seals(person, passphrase)).path(), 'utf8'));
  assert.notEqual(again.salt, sealed.salt);
  assert.notEqual(again.iv, sealed.iv);

  // On another device.
  const there = await visit();
  const brings = (/** @type {object} */ file) => there.person.picks(() => there.person.clicks('button', 'Import a file…'),
    { name: 'from-ana.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
  const tries = async (/** @type {string} */ typed) => {
    await there.person.types('Passphrase', typed);
    await there.person.presses('Enter');
  };
  const wrong = /another one, or the file was changed/;
  await brings(sealed);
  await there.person.sees_text(/from-ana\.json was exported with a passphrase/);
  await there.person.clicks('textbox', 'Passphrase');
  assert.equal(await there.page.locator('#text-field-line').getAttribute('autocomplete'), 'current-password');
  await tries('größe 山 12');
  await there.person.sees_text(wrong);
  // The next try is typed at once: the empty field has the focus.
  await there.page.waitForFunction(() => document.activeElement?.id === 'text-field-line');
  await there.page.keyboard.type('another');
  assert.equal(await there.page.locator('#text-field-line').inputValue(), 'another');
  await there.person.presses('Escape', 'Escape', 'Escape');

  // Whatever is changed in it: refused, and the file can not make the page hang.
  const flipped = Buffer.from(sealed.data, 'base64');
  flipped[flipped.length >> 1] ^= 1;
  for (const [change, says] of /** @type {[object, RegExp][]} */ ([
    [{ data: flipped.toString('base64') }, wrong], [{ packed: 'none' }, wrong], [{ rounds: 2e9 }, /cut or damaged/], [{ version: 2 }, /newer Leadlight/],
  ])) {
    await brings({ ...sealed, ...change });
    await tries(passphrase);
    await there.person.sees_text(says);
    await there.person.presses('Escape', 'Escape');
  }
  await brings(sealed);
  await tries(passphrase.normalize('NFD'));
  await there.person.clicks('button', /^Import( \d|$)/);
  await there.person.sees_text(/Ada Lovelace/);
  assert.deepEqual([...trouble, ...there.trouble], []);
  await there.close();
  await close();
});

test('where the browser has no cryptography for the page, it says so', async () => {
  const { page, person, close } = await visit({ prepare: () => { Object.defineProperty(crypto, 'subtle', { value: undefined }); } });
  await person.clicks('button', 'Export with a passphrase…');
  await person.types('Passphrase', passphrase);
  await person.types('Passphrase, once more', passphrase);
  await person.presses('Enter');
  await person.sees('alert', /secure pages only.*https/);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.store), 'saved');
  await close();
});

/** A folder of the browser's own storage is one like any other, also in browsers that show no others. */
const offers_a_folder = () => {
  const allowed = async () => 'granted';
  if (typeof FileSystemHandle === 'undefined') return;  // no page yet
  if (!('queryPermission' in FileSystemHandle.prototype)) Object.assign(FileSystemHandle.prototype, { queryPermission: allowed, requestPermission: allowed });
  Object.assign(window, {
    showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('My backups', { create: true }),
  });
};

/** @param {import('playwright-core').Page} page @returns {Promise<Record<string, string>>} */
const backups = (page) => page.evaluate(async () => {
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('My backups');
  /** @type {Record<string, string>} */
  const files = {};
  for await (const [name, handle] of /** @type {any} */ (folder).entries()) files[name] = await (await handle.getFile()).text();
  return files;
});

/** @param {import('playwright-core').Page} page */
const hides = async (page) => {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(300);
};

test('the backup folder gets a snapshot when it is chosen and when the page is hidden, also after a restart', { skip: lacks('files of the origin') }, async () => {
  const { page, person, trouble, close } = await visit({ prepare: offers_a_folder });
  await person.clicks('button', 'Choose a backup folder…');
  await person.sees('status', /Backed up to the folder “My backups”/);
  const [[name, first], ...others] = Object.entries(await backups(page));
  assert.deepEqual(others, []);
  assert.match(name, /^leadlight-\d{4}-\d\d-\d\d\.json$/);
  assert.match(first, /Ada Lovelace/);
  await person.clicks('link', /^Capture/);
  await person.captures('Grace Hopper');
  await hides(page);
  assert.match((await backups(page))[name], /Grace Hopper/);
  await person.reloads();
  await person.captures('Mary Somerville');
  await hides(page);
  assert.match((await backups(page))[name], /Mary Somerville/);

  // Its folder goes away.
  await page.evaluate(() => { FileSystemDirectoryHandle.prototype.getFileHandle = () => Promise.reject(new DOMException('gone', 'NotFoundError')); });
  await person.captures('Emmy Noether');
  await person.clicks('link', /^Share/);
  await person.clicks('button', 'Back up now');
  await person.sees_text(/could not be written to the folder “My backups”: it is gone/);
  await person.sees_text(/Last backup .*1 change since/);
  assert.doesNotMatch((await backups(page).catch(() => ({ [name]: '' })))[name] ?? '', /Emmy Noether/);
  assert.deepEqual(trouble, []);
  await close();
});

test('a folder whose permission is gone is asked for again', { skip: lacks('files of the origin') }, async () => {
  const { page, person, close } = await visit({ prepare: offers_a_folder });
  await person.clicks('button', 'Choose a backup folder…');
  await person.sees('status', /Backed up to/);
  await page.addInitScript(() => {
    let asked = false;
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => (asked ? 'granted' : 'prompt'),
      requestPermission: async () => { asked = true; return 'granted'; },
    });
  });
  await person.reloads();
  await person.clicks('button', 'Allow the backup folder again');
  await person.sees_text(/A snapshot goes to the folder “My backups”/);
  await close();
});

/** All that the browser holds for the page, as one text. @param {import('playwright-core').Page} page */
const everything = (page) => page.evaluate(async () => {
  const parts = [JSON.stringify({ ...localStorage })];
  const text_of = (/** @type {unknown} */ value) => {
    const bytes = /** @type {any} */ (value)?.contents;
    return bytes instanceof Uint8Array ? new TextDecoder('latin1').decode(bytes) : JSON.stringify(value);
  };
  for (const { name } of await indexedDB.databases()) {
    /** @type {IDBDatabase} */
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name ?? '');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const all = await new Promise((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      parts.push(`${name}/${store}`, ...all.map(text_of));
    }
    database.close();
  }
  const walk = async (/** @type {any} */ folder) => {
    for await (const [name, handle] of folder.entries()) {
      parts.push(name);
      if (handle.kind === 'directory') await walk(handle);
      else parts.push(new TextDecoder('latin1').decode(await (await handle.getFile()).arrayBuffer()));
    }
  };
  const root = await navigator.storage?.getDirectory?.();
  if (root) await walk(root);
  return parts.join('\n');
});

test('erasing everything leaves nothing of a lead in the browser, in any tab, and says what was looked at', async () => {
  const has_files = !lacks('files of the origin');
  const { context, page, person, trouble, close } = await visit(has_files ? { prepare: offers_a_folder } : {});
  if (has_files) {
    await person.clicks('button', 'Choose a backup folder…');
    await person.sees('status', /Backed up to/);
  }
  await page.evaluate(async (with_files) => {
    localStorage.setItem('leadlight.capture_draft', 'Lovelace');
    localStorage.setItem('of-another-page', 'stays');
    if (!with_files) return;
    const file = await (await navigator.storage.getDirectory()).getFileHandle('another.bin', { create: true });
    const stream = await file.createWritable();
    await stream.write('Lovelace');
    await stream.close();
  }, has_files);
  const other = new Person(await context.newPage());
  await other.opens(`${site()}?mirror=1#/leads`);
  await other.sees('row', /^Ada Lovelace/);
  assert.match(await everything(page), /Lovelace/);

  const note = () => localStorage.getItem('leadlight.book_note');  // of how much there was
  await page.waitForFunction(note);
  await person.clicks('button', 'Erase everything…');
  await person.types('Type ERASE to go on', 'ERASE');
  const reloaded = page.waitForEvent('load');
  const other_reloaded = other.page.waitForEvent('load');
  await person.page.keyboard.press('Enter');
  await Promise.all([reloaded, other_reloaded]);
  await page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
  await person.sees_text(/Everything is erased/);
  await person.sees_text(/Looked at and found empty/);
  await page.waitForTimeout(1500);
  assert.equal(await page.evaluate(note), null);
  assert.doesNotMatch(await everything(page), /Lovelace|My backups/);
  assert.equal(await page.evaluate(() => localStorage.getItem('of-another-page')), 'stays');
  await other.page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
  await other.settles();
  await other.sees_text(/Everything was erased in another tab/);
  assert.deepEqual(await other.names('row'), []);
  await new Promise((resolve) => { setTimeout(resolve, 500); });
  assert.doesNotMatch(await everything(page), /Lovelace/, 'the other tab wrote nothing back');

  // And a book can begin here again.
  await page.goto(`${site()}?mirror=1#/capture`);
  await person.reloads();
  await person.captures('Grace Hopper');
  await person.reloads();
  await person.clicks('link', /^Leads/);
  await person.sees('row', /^Grace Hopper/);
  assert.deepEqual(trouble, []);
  await close();
});
