// The page as a platform: it draws only when something happens, sharp at every density, survives what browsers do to a page,
// takes files and leaves the browser its own keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { Person } from './person.mjs';
import { house } from './support.mjs';

const { site, visit } = house();

/** @param {import('playwright-core').Page} page */
const frames = (page) => page.evaluate(() => /** @type {any} */ (window).leadlight.frames);

test('draws no frame while nothing happens, and few for a movement of the mouse', async () => {
  const { page, trouble, close } = await visit();
  await page.mouse.move(400, 300);
  await page.evaluate(() => /** @type {any} */ (window).leadlight.idle());
  const before_rest = await frames(page);
  await page.waitForTimeout(700);
  assert.equal(await frames(page), before_rest);
  await page.mouse.move(402, 300);
  await page.evaluate(() => /** @type {any} */ (window).leadlight.idle());
  const drawn = await frames(page) - before_rest;
  assert.ok(drawn >= 1 && drawn <= 6, `${drawn} frames`);
  assert.deepEqual(trouble, []);
  await close();
});

test('has a pixel for each of the screen, at every density and size', async () => {
  for (const density of lacks('densities between') ? [1, 2, 3] : [1, 1.5, 2, 3]) {
    const { page, close } = await visit({ context: { viewport: { width: 801, height: 603 }, deviceScaleFactor: density } });
    const size = () => page.evaluate(() => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
      return [canvas.width, canvas.height];
    });
    const close_to = (/** @type {number[]} */ got, /** @type {number[]} */ wanted) =>
      got.forEach((side, index) => assert.ok(Math.abs(side - wanted[index] * density) < 1, `${got} at ${density}`));
    close_to(await size(), [801, 603]);
    const drawn = await frames(page);
    await page.setViewportSize({ width: 500, height: 700 });
    await page.waitForFunction((count) => /** @type {any} */ (window).leadlight.frames > count, drawn);
    close_to(await size(), [500, 700]);
    await close();
  }
});

for (const [percent, width, zoom] of /** @type {const} */ ([[150, 1280, 1.5], [200, 1280, 2], [200, 390, 1.3]])) {
  test(`shows everything larger as the person wishes: ${percent}% on ${width} pixels`, async () => {
    const { page, person, trouble, close } = await visit({ context: { viewport: { width, height: 900 } } });
    const usual = await page.getByRole('textbox', { name: 'Company' }).boundingBox();
    await page.evaluate((wish) => localStorage.setItem('leadlight.text_percent', String(wish)), percent);
    await person.reloads();
    const box = await page.getByRole('textbox', { name: 'Company' }).boundingBox();
    assert.ok(usual && box);
    const grown = box.height / usual.height;
    assert.ok(grown > 1.25, `${grown} times as high`);
    // What is clicked is what the mirror says, and the real field lies over the drawn one.
    await person.types('Company', 'Brauwerk Nord');
    const field = await page.locator('.text-field:not([hidden])').boundingBox();
    assert.ok(field);
    assert.ok(field.x >= box.x && field.y >= box.y - 1 && field.x + field.width <= box.x + box.width + 1 && field.y + field.height <= box.y + box.height + 1, JSON.stringify({ field, box }));
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    const transform = await page.evaluate(() => getComputedStyle(/** @type {HTMLElement} */ (document.getElementById('mirror'))).transform);
    assert.equal(transform, `matrix(${zoom}, 0, 0, ${zoom}, 0, 0)`);
    await person.presses('Tab', 'Tab', 'Enter');  // Return in the last field saves
    await person.is_saved();
    assert.match((await person.names('listitem')).join(), /Brauwerk Nord/);  // captured last
    assert.deepEqual(trouble, []);
    await close();
  });
}

for (const [wish, options] of /** @type {const} */ ([['prefers-contrast', { contrast: 'more' }], ['forced-colors', { forcedColors: 'active' }]])) {
  test(`shows more contrast where the system asks for it by ${wish}`, { skip: lacks('more contrast') }, async () => {
    const { page, close } = await visit({ context: { colorScheme: 'light', ...options } });
    assert.equal(await page.evaluate(() => document.documentElement.style.backgroundColor), 'rgb(255, 255, 255)');
    await page.emulateMedia({ colorScheme: 'dark', ...options });
    await page.waitForFunction(() => document.documentElement.style.backgroundColor === 'rgb(0, 0, 0)');
    await close();
  });
}

test('shows the same picture after the graphics context was lost', async () => {
  const { page, trouble, close } = await visit({ place: 'settings' });
  const picture = await page.screenshot();
  trouble.length = 0;  // Playwright tries a style of its own on the page, of which Firefox complains
  await page.evaluate(async () => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    const loss = /** @type {WEBGL_lose_context} */ (canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context'));
    const happened = (/** @type {string} */ event) => new Promise((resolve) => { canvas.addEventListener(event, resolve, { once: true }); });
    const lost = happened('webglcontextlost');
    loss.loseContext();
    await lost;
    const restored = happened('webglcontextrestored');
    setTimeout(() => loss.restoreContext(), 50);
    await restored;
    await /** @type {any} */ (window).leadlight.idle();
  });
  assert.deepEqual(trouble, []);
  assert.ok(picture.equals(await page.screenshot()));
  await close();
});

test('says in a sentence what the browser lacks', { skip: lacks('scripts before the page\'s') }, async () => {
  /** @type {[() => void, RegExp][]} */
  const lacks = [
    [() => { HTMLCanvasElement.prototype.getContext = () => null; }, /WebGL 2/],
    [() => { Reflect.deleteProperty(window, 'WebAssembly'); }, /needs WebAssembly/],
    [() => {
      const refuse = () => Promise.reject(new WebAssembly.CompileError('bad'));
      Object.assign(WebAssembly, { instantiate: refuse, instantiateStreaming: refuse });
    }, /needs WebAssembly/],
    [() => {  // what unpacks the core runs, and the core does not
      const usual = /** @type {any} */ (WebAssembly.instantiate);
      WebAssembly.instantiate = (/** @type {any} */ code, /** @type {any[]} */ ...more) =>
        (code.byteLength > 1e5 ? Promise.reject(new WebAssembly.CompileError('bad')) : usual(code, ...more));
    }, /needs WebAssembly/],
  ];
  for (const [prepare, sentence] of lacks) {
    const { page, close } = await visit({ prepare, usable: false });
    await page.waitForSelector('#boot.given-up', { timeout: 5000 });
    assert.match(await page.textContent('#boot-text') ?? '', sentence);
    await close();
  }
});

test('says so when the browser keeps nothing, rather than start an empty book', { skip: lacks('scripts before the page\'s') }, async () => {
  const { person, close } = await visit({ prepare: () => Object.defineProperty(window, 'indexedDB', { value: undefined }) });
  await person.sees_text(/does not let the page keep anything/);
  await close();
});

test('builds no mirror before somebody needs it', async () => {
  const { page, close } = await visit({ place: 'today', mirror: false });
  const nodes = () => page.locator('#mirror *').count();
  assert.equal(await nodes(), 0);
  await page.keyboard.press('Tab');
  await page.evaluate(() => /** @type {any} */ (window).leadlight.idle());
  assert.ok(await nodes() > 5);
  await close();
});

test('commits each edit as one new record in IDBFS\'s own form', async () => {
  const { page, person, trouble, close } = await visit();
  await person.captures('Ada Lovelace');
  await person.is_saved();
  /** @type {{key: string, mode: number, dated: boolean, bytes: boolean}[]} */
  const records = await page.evaluate(() => new Promise((resolve, reject) => {
    const opening = indexedDB.open('/book');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const store = opening.result.transaction('FILE_DATA').objectStore('FILE_DATA');
      const [keys, values] = [store.getAllKeys(), store.getAll()];
      values.onsuccess = () => resolve(values.result.map((one, index) => ({
        key: String(keys.result[index]), mode: one.mode, dated: one.timestamp instanceof Date, bytes: one.contents instanceof Uint8Array && one.contents.length > 0,
      })));
    };
  }));
  assert.equal(records.length, 1);
  assert.match(records[0].key, /^\/book\/seg-[0-9a-z]{26}-00000001$/);
  assert.deepEqual({ ...records[0], key: '' }, { key: '', mode: 0o100644, dated: true, bytes: true });
  assert.deepEqual(trouble, []);
  await close();
});

test('draws nothing between a change and the storage\'s answer, which would only come later for it', { skip: lacks('scripts before the page\'s') }, async () => {
  const { page, person, close } = await visit({
    prepare: () => {
      const { add } = IDBObjectStore.prototype;
      /** @type {{drawn: number[], later: number, keeps: boolean, answer: () => void}} */
      const watched = { drawn: [], later: 100, keeps: false, answer: () => {} };
      Object.assign(window, { watched });
      const frames = () => /** @type {any} */ (window).leadlight.frames;
      IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
        let before = 0;
        queueMicrotask(() => { before = frames(); });
        this.transaction.addEventListener('complete', () => { watched.drawn.push(frames() - before); });
        const { transaction } = this;
        if (watched.keeps) {
          const { oncomplete } = transaction;
          transaction.oncomplete = null;
          watched.answer = () => { oncomplete?.call(transaction, new Event('complete')); };
        }
        return add.call(this, value, key);
      };
      // The page waits a little and no longer: here so long that a slow machine does not count. Nor does it give the storage up.
      const after = window.setTimeout.bind(window);
      window.setTimeout = /** @type {any} */ ((/** @type {() => void} */ work, /** @type {number} */ ms) => 
        after(work, ms === 40 ? ms * watched.later : ms === 5000 ? 10 * ms : ms));
    },
  });
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra']) {
    await person.captures(name);
    await person.is_saved();
  }
  const drawn = await page.evaluate(() => /** @type {any} */ (window).watched.drawn);
  assert.deepEqual(drawn, [0, 0, 0]);

  // An answer that takes long keeps the page from nothing.
  await page.evaluate(() => { location.hash = '#/today'; });
  await person.settles();
  await page.evaluate(() => Object.assign(/** @type {any} */ (window).watched, { later: 1, keeps: true }));
  await page.keyboard.press('Control+Z');
  const before_moving = await frames(page);
  await page.mouse.move(400, 300);
  await page.waitForFunction((count) => /** @type {any} */ (window).leadlight.frames > count, before_moving);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.store), 'saving');
  await page.evaluate(() => /** @type {any} */ (window).watched.answer());
  await person.is_saved();
  await close();
});

test('shows in one tab what was entered in another', async () => {
  const { context, person, close } = await visit();
  const other = new Person(await context.newPage());
  await other.opens(`${site()}?mirror=1#/leads`);
  await person.captures('Grace Hopper');
  await person.is_saved();
  await other.sees('row', /^Grace Hopper/);
  await close();
});

test('says NOT SAVED when the browser has no room, and asks before it closes', { skip: lacks('questions at closing') }, async () => {
  const { page, person, close } = await visit({
    prepare: () => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  });
  await person.captures('Edsger Dijkstra', { saved: false });
  await page.waitForFunction(() => document.documentElement.dataset.store === 'not-saved');
  await person.sees('alert', /no room left/);
  let asked = false;
  page.on('dialog', (dialog) => { asked = dialog.type() === 'beforeunload'; void dialog.accept(); });
  await page.close({ runBeforeUnload: true });
  for (let i = 0; i < 50 && !asked; i++) await new Promise((resolve) => { setTimeout(resolve, 20); });
  assert.ok(asked);
  await close();
});

test('opens a table that is pasted, and a file that is dropped', async () => {
  const { page, person, trouble, close } = await visit({ place: 'today' });
  await person.pastes('Name;E-Mail\nAda;ada@example.org\n');
  await person.sees_text(/pasted\.csv/);
  const dropped = await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Name,Email\nGrace,grace@example.org\n'], 'dropped.csv', { type: 'text/csv' }));
    const event = (/** @type {string} */ type) => {
      const one = new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
      document.getElementById('canvas')?.dispatchEvent(one);
      return one.defaultPrevented;
    };
    event('dragenter');
    const hinted = document.getElementById('drop-hint')?.hidden === false;
    return hinted && event('dragover') && event('drop');
  });
  assert.ok(dropped, 'the page shows where to drop, and keeps the browser from leaving');
  await person.sees_text(/dropped\.csv/);
  assert.deepEqual(trouble, []);
  await close();
});

test('says so when a file can not be read', async () => {
  const { page, person, trouble, close } = await visit({ place: 'today' });
  const drop = () => page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Name\nGrace\n'], 'stick.csv', { type: 'text/csv' }));
    document.getElementById('canvas')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await page.evaluate(() => { File.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError')); });
  await drop();
  await person.sees_text(/stick\.csv.*can't be imported/);
  await person.sees_text(/Copy it to this device/);
  await page.evaluate(() => { Object.defineProperty(File.prototype, 'size', { get: () => 2 ** 31 }); });
  await drop();
  await person.sees_text(/too large for this device/);
  assert.deepEqual(trouble, []);
  await close();
});

test('prints what is shown as text, and is a screen again afterwards', async () => {
  const { page, person, trouble, close } = await visit({ place: 'today' });
  await person.clicks('button', /sample data/);
  await person.sees('list', 'Now');  // they are brought
  await page.evaluate(() => { location.hash = '#/leads'; });
  await person.settles();
  const seen = await page.getByRole('row').count();
  const on_paper = !lacks('paper');
  if (on_paper) await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const rows = await page.locator('#paper tbody tr').count();
  assert.ok(rows > 100 && rows > seen, `${rows} rows on paper, ${seen} on screen`);
  assert.match(await page.locator('#paper h1').innerText(), /^\d+ leads$/);
  assert.equal(await page.locator('#stage').isVisible(), !on_paper);
  assert.equal(await page.locator('#paper').isVisible(), on_paper);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  if (on_paper) await page.emulateMedia({ media: 'screen' });
  assert.equal(await page.locator('#paper').count(), 0);
  assert.equal(await page.locator('#stage').isVisible(), true);
  if (process.env.PICTURES) await page.pdf({ path: `${process.env.PICTURES}/leads.pdf` });  // Chromium itself says beforeprint there
  assert.deepEqual(trouble, []);
  await close();
});

test('leaves the browser its own keys', async () => {
  const { page, close } = await visit({ place: 'today' });
  const used = (/** @type {{key: string, code?: string, ctrlKey?: boolean, altKey?: boolean}} */ key) => page.evaluate((init) => {
    const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
    document.body.dispatchEvent(event);
    return event.defaultPrevented;
  }, key);
  for (const key of 'ltwrn+-0') assert.equal(await used({ key, ctrlKey: true }), false, `Ctrl+${key}`);
  for (const key of ['F5', 'F12', 'Shift', 'Dead']) assert.equal(await used({ key }), false, key);
  assert.equal(await used({ key: 'ArrowLeft', altKey: true }), false);
  assert.equal(await used({ key: 'k', code: 'KeyK', ctrlKey: true }), true);
  await close();
});

test('has a link for where one is, which leads there again', async () => {
  const { page, person, close } = await visit({ place: 'leads?view=board' });
  await person.clicks('link', /^Funnel/);
  assert.equal(await page.evaluate(() => location.hash), '#/funnel');
  await person.reloads();
  await person.sees('heading', 'Funnel');
  await page.goBack();
  await person.settles();
  assert.equal(await page.evaluate(() => location.hash), '#/leads?view=board');
  const here = page.url();
  await person.presses('Control+k');
  await page.keyboard.type('copy a link');
  await person.settles();
  await person.presses('Enter');
  await page.evaluate(() => { location.hash = '#/capture'; });
  await person.clicks('textbox', 'Name');
  await person.presses('Control+v');
  assert.equal(await person.find('textbox', 'Name').inputValue(), here);
  await close();
});
