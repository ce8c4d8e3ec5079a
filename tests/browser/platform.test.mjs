// The page as a platform: it draws only when something happens, sharp at every density, survives what browsers do to a page,
// and takes text, files, fingers and keys as a page of the browser should.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Person } from './person.mjs';
import { launch, listen_for_trouble, serve_dist } from './support.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

/**
 * A fresh browser at a place of the page, its mirror on. `prepare` runs in the page before any of its scripts.
 * @param {{place?: string, context?: import('playwright-core').BrowserContextOptions, prepare?: () => void, usable?: boolean}} [options]
 */
async function visit({ place = 'capture', context: wishes = {}, prepare, usable = true } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...wishes });
  const page = await context.newPage();
  if (prepare) await page.addInitScript(prepare);
  const trouble = listen_for_trouble(page);
  const person = new Person(page);
  const address = `${site.url}?mirror=1#/${place}`;
  if (usable) await person.opens(address);
  else await page.goto(address);
  return { context, page, person, trouble, close: () => context.close() };
}

/** @param {import('playwright-core').Page} page */
const frames = (page) => page.evaluate(() => /** @type {any} */ (window).leadlight.frames);

/** The field that has the focus. @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return undefined;
  return { label: field.getAttribute('aria-label'), value: field.value, keyboard: field.inputMode, size: Number.parseFloat(getComputedStyle(field).fontSize), own: field.classList.contains('text-field') };
});

/** Fills in the form of Capture. @param {Person} person @param {string} name */
async function captures(person, name) {
  await person.types('Name', name);
  await person.presses('Tab', 'Tab', 'Tab', 'Enter');  // Return in the last field saves
}

/** One finger, by the browser's own touch events, 60 of them a second however slow the machine. @param {import('playwright-core').Page} page */
async function finger(page) {
  const client = await page.context().newCDPSession(page);
  let timestamp = Date.now() / 1000;
  const send = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {{x: number, y: number}[]} */ touchPoints) => {
    timestamp = type === 'touchStart' ? Math.max(timestamp, Date.now() / 1000) : timestamp + 1 / 60;
    return client.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp });
  };
  return {
    down: (/** @type {number} */ x, /** @type {number} */ y) => send('touchStart', [{ x, y }]),
    move: (/** @type {number} */ x, /** @type {number} */ y) => send('touchMove', [{ x, y }]),
    up: () => send('touchEnd', []),
  };
}
/** @type {import('playwright-core').BrowserContextOptions} */
const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };
/** @type {import('playwright-core').BrowserContextOptions} */
const still = { ...phone, reducedMotion: 'reduce' };

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
  for (const density of [1, 1.5, 2, 3]) {
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
  test(`shows more contrast where the system asks for it by ${wish}`, async () => {
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
  assert.ok(picture.equals(await page.screenshot()));
  assert.deepEqual(trouble, []);
  await close();
});

test('says in a sentence what the browser lacks', async () => {
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

test('says so when the browser keeps nothing, rather than start an empty book', async () => {
  const { person, close } = await visit({ prepare: () => Object.defineProperty(window, 'indexedDB', { value: undefined }) });
  await person.sees_text(/does not let the page keep anything/);
  await close();
});

test('builds no mirror before somebody needs it', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${site.url}#/today`);
  await page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
  const nodes = () => page.locator('#mirror *').count();
  assert.equal(await nodes(), 0);
  await page.keyboard.press('Tab');
  await page.evaluate(() => /** @type {any} */ (window).leadlight.idle());
  assert.ok(await nodes() > 5);
  await context.close();
});

test('lays a real field over the one that is edited', async () => {
  const { page, person, trouble, close } = await visit();
  await person.clicks('textbox', 'E-mail');
  const field = await focused(page);
  assert.equal(field?.label, 'E-mail');
  assert.equal(field?.own, true);
  assert.equal(field?.keyboard, 'email');
  await page.keyboard.type('ada@example');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page))?.label, 'Phone', 'Tab goes on at once, without losing a letter');
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focused(page))?.value, 'ada@example');
  // Ctrl+Z inside is the field's own.
  await page.keyboard.press('End');
  await page.keyboard.type('.org');
  await page.keyboard.press('Control+z');
  assert.notEqual((await focused(page))?.value, 'ada@example.org');
  await page.keyboard.press('Escape');
  await person.settles();
  assert.equal((await focused(page))?.own ?? false, false);
  assert.deepEqual(trouble, []);
  await close();
});

// As three of them type: what is composed and changed, what is committed, keys meanwhile, and a word that is taken up again.
/** @typedef {{compose?: string, over?: [number, number], commit?: string, key?: string}} Step  over: what is replaced */
/** @type {Record<string, Step[]>} */
const input_methods = {
  Japanese: [...['k', 'か', 'かn', 'かん', 'かんじ', '漢字'].map((compose) => ({ compose })), { key: 'Enter' }, { commit: '漢字' },
    ...['t', 'た', 'たろう', '太郎'].map((compose) => ({ compose })), { commit: '太郎' }],
  Korean: [...['ㅎ', '하', '한'].map((compose) => ({ compose })), { commit: '한' }, ...['ㄱ', '그', '글'].map((compose) => ({ compose })), { commit: '글' },
    ...['ㅇ', '이'].map((compose) => ({ compose })), { compose: '' }, { compose: '잉' }, { commit: '잉' }],
  'a phone that composes each word': [...['O', 'Ol', 'Olg', 'Olgs'].map((compose) => ({ compose })), { commit: 'Olga' }, { commit: ' ' },
    ...['P', 'Pe', 'Pet'].map((compose) => ({ compose })), { commit: 'Petrova' }, { compose: 'Petro', over: [5, 12] }, { compose: 'Petrov' }, { commit: 'Petrov' }],
};
for (const [method, steps] of Object.entries(input_methods)) {
  for (const label of ['Name', 'Note']) {
    test(`${label} takes what an input method composes as a plain field does: ${method}`, async () => {
      const { page, person, context, trouble, close } = await visit();
      const plain = await context.newPage();
      await plain.setContent('<textarea id="text" rows="3"></textarea>');
      await plain.locator('#text').focus();
      await page.bringToFront();
      await person.clicks('textbox', label);
      const clients = await Promise.all([page, plain].map((one) => context.newCDPSession(one)));
      const values = () => Promise.all([page.locator('.text-field:not([hidden])').inputValue(), plain.locator('#text').inputValue()]);
      for (const step of steps) {
        for (const client of clients) {
          if (step.compose !== undefined) {
            const { length } = step.compose;
            const [replacementStart, replacementEnd] = step.over ?? [];
            await client.send('Input.imeSetComposition', { text: step.compose, selectionStart: length, selectionEnd: length, replacementStart, replacementEnd });
          } else if (step.commit !== undefined) {
            await client.send('Input.insertText', { text: step.commit });
          } else if (client === clients[0]) {  // takes part in choosing a word, and is not the field's
            await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: step.key, windowsVirtualKeyCode: 229 });
          }
        }
        await person.settles();
        const [ours, theirs] = await values();
        assert.equal(ours, theirs, `after ${JSON.stringify(step)}`);
      }
      const [text] = await values();
      assert.ok(text.length > 2);
      await page.keyboard.press('Tab');
      await person.settles();
      assert.equal(await person.find('textbox', label).inputValue(), text, 'and the core has it');
      assert.equal(await page.getByRole('status').filter({ hasText: 'Added' }).count(), 0, 'nothing was saved by a key of the input method');
      assert.deepEqual(trouble, []);
      await close();
    });
  }
}

for (const touch of [false, true]) {
  test(`a day is chosen with the browser's own picker, by ${touch ? 'finger' : 'mouse'}`, async () => {
    const { page, person, trouble, close } = await visit({
      context: touch ? phone : {},
      prepare: () => { HTMLInputElement.prototype.showPicker = function () { document.documentElement.dataset.picker = this.type; }; },
    });
    await person.types('Name', 'Ada Lovelace');
    await person.clicks('button', 'Save and next');
    await person.is_saved();
    await page.evaluate(() => { location.hash = '#/leads'; });
    await page.getByRole(touch ? 'listitem' : 'row').filter({ hasText: 'Ada Lovelace' }).evaluate((/** @type {any} */ row) => row.click());
    await person.clicks('button', 'Plan…');
    await person.clicks('textbox', 'Or on this day');
    const field = page.locator('#text-field-line');
    assert.equal(await field.getAttribute('type'), 'date');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.picker), touch ? 'date' : undefined);
    await field.fill('2031-05-17');  // as the picker does
    await person.clicks('button', 'Plan');
    await person.is_saved();
    await person.sees_text(/17 May 2031/);
    assert.deepEqual(trouble, []);
    await close();
  });
}

test('commits each edit as one new record in IDBFS\'s own form', async () => {
  const { page, person, trouble, close } = await visit();
  await captures(person, 'Ada Lovelace');
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

test('draws nothing between a change and the storage\'s answer, which would only come later for it', async () => {
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
    await captures(person, name);
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
  await other.opens(`${site.url}?mirror=1#/leads`);
  await captures(person, 'Grace Hopper');
  await person.is_saved();
  await other.sees('row', /^Grace Hopper/);
  await close();
});

test('says NOT SAVED when the browser has no room, and asks before it closes', async () => {
  const { page, person, close } = await visit({
    prepare: () => { IDBObjectStore.prototype.add = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  });
  await captures(person, 'Edsger Dijkstra');
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
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.setData('text/plain', 'Name;E-Mail\nAda;ada@example.org\n');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
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
  await page.evaluate(() => { location.hash = '#/leads'; });
  await person.settles();
  const seen = await page.getByRole('row').count();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  const rows = await page.locator('#paper tbody tr').count();
  assert.ok(rows > 100 && rows > seen, `${rows} rows on paper, ${seen} on screen`);
  assert.match(await page.locator('#paper h1').innerText(), /^\d+ leads$/);
  assert.equal(await page.locator('#stage').isVisible(), false);
  assert.equal(await page.locator('#paper').isVisible(), true);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
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

test('a tap on a phone opens the keyboard for a field of 16 pixels', async () => {
  const { page, person, close } = await visit({ context: phone });
  const box = await person.find('textbox', 'Phone').boundingBox();
  assert.ok(box);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  const field = await focused(page);
  assert.equal(field?.label, 'Phone');
  assert.equal(field?.keyboard, 'tel');
  assert.ok((field?.size ?? 0) >= 16, 'or iOS zooms the page');
  await close();
});

/** How far the form is scrolled. @param {Person} person */
const top_of_form = async (person) => (await person.find('textbox', 'Company').boundingBox())?.y ?? Number.NaN;

test('a finger pans, and the page glides on and comes to rest', async () => {
  const { page, person, close } = await visit({ context: phone });
  const touch = await finger(page);
  const start = await top_of_form(person);
  await touch.down(200, 600);
  for (let y = 590; y >= 540; y -= 5) await touch.move(200, y);
  await person.settles();
  const panned = start - await top_of_form(person);
  assert.ok(panned > 40 && panned <= 60, `panned by ${panned}`);
  for (let y = 535; y >= 500; y -= 5) await touch.move(200, y);
  await touch.up();
  await person.settles();
  const glided = start - await top_of_form(person) - panned - 40;
  assert.ok(glided > 10, `glided by ${glided}`);
  await close();
});

test('with reduced motion nothing glides', async () => {
  const { page, person, close } = await visit({ context: still });
  const touch = await finger(page);
  const start = await top_of_form(person);
  await touch.down(200, 600);
  for (let y = 590; y >= 540; y -= 5) await touch.move(200, y);
  await touch.up();
  await person.settles();
  assert.ok(start - await top_of_form(person) <= 60);
  await close();
});

test('a swipe over a lead logs a touch, and its sheet is pulled down', async () => {
  const { page, person, trouble, close } = await visit({ context: phone });
  await person.types('Name', 'Ada Lovelace');
  await person.clicks('button', 'Save and next');
  await person.is_saved();
  await page.evaluate(() => { location.hash = '#/leads'; });
  const lead = page.getByRole('listitem').filter({ hasText: 'Ada Lovelace' });
  await lead.waitFor({ state: 'attached', timeout: 5000 });
  await person.settles();
  const hand = await finger(page);
  /** @param {import('playwright-core').Locator} what @param {number} dx @param {number} dy */
  const slides = async (what, dx, dy) => {
    const box = await what.boundingBox();
    assert.ok(box);
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
    await hand.down(x, y);
    for (let i = 1; i <= 10; i++) await hand.move(x + dx * i / 10, y + dy * i / 10);
    await hand.up();
    await person.settles();
  };
  await slides(lead, 60, 0);
  assert.equal(await page.getByRole('dialog').count(), 0, 'not far enough');
  await slides(lead, 150, 10);
  await person.sees('dialog', 'Log a touch with Ada Lovelace');
  await slides(page.getByRole('dialog'), 0, 200);
  assert.equal(await page.getByRole('dialog').count(), 0);
  await slides(lead, -150, 10);
  await person.sees('menu', 'Snooze until');
  assert.deepEqual(trouble, []);
  await close();
});

test('a long press opens the menu of a lead, a tap opens the lead', async () => {
  const { page, person, close } = await visit({ context: phone });
  await captures(person, 'Barbara Liskov');
  await person.is_saved();
  await person.clicks('link', 'Leads');
  const row = await page.getByRole('listitem').filter({ hasText: 'Barbara Liskov' }).boundingBox();
  assert.ok(row);
  const touch = await finger(page);
  await touch.down(row.x + 120, row.y + row.height / 2);
  await person.find('menuitem', /./).waitFor({ state: 'attached', timeout: 5000 });
  await touch.up();
  await person.presses('Escape');
  await page.touchscreen.tap(row.x + 120, row.y + row.height / 2);
  await person.sees('heading', 'Barbara Liskov');
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
  await close();
});
