// What is typed and not entered yet: it is never lost, wherever the page goes meanwhile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { lacks, launch } from './engine.mjs';
import { Person } from './person.mjs';
import { listen_for_trouble, serve_dist } from './support.mjs';

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

/** @param {import('playwright-core').BrowserContext} context @param {string} [place] */
async function tab(context, place = '#/capture') {
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const trouble = listen_for_trouble(page);
  const person = new Person(page);
  await person.opens(`${site.url}?mirror=1${place}`);
  return { page, person, trouble };
}

/** @param {string} name */
const picture = (name) => ({ path: `${process.env.PICTURES}/${name}.png` });

/** Somebody with one lead, whose card is open. @param {import('playwright-core').BrowserContextOptions} [options] */
async function with_card(options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const first = await tab(context);
  await first.person.types('Name', 'Olga Petrova');
  await first.person.presses('Tab', 'Tab');
  await first.page.keyboard.type('olga@brauwerk.example');
  await first.person.clicks('button', 'Save and next');
  await first.person.is_saved();
  // Whom one has just captured stands below the form, on a phone above.
  await first.person.settles();
  const box = await first.page.getByRole('listitem').filter({ hasText: 'Olga Petrova' }).first().boundingBox();
  assert.ok(box);
  await first.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await first.person.settles();
  const card = await first.page.evaluate(() => location.hash);
  assert.match(card, /lead\//);
  for (const hash of ['#/today', card]) {  // over a place that has no fields of the same names
    await first.page.evaluate((to) => { location.hash = to; }, hash);
    await first.person.settles();
  }
  return { context, card, ...first };
}

/** What stands in the field of this label: in the real one while it is edited. @param {Person} person @param {string} label */
async function typed_in(person, label) {
  await person.sees('textbox', label);
  return person.page.evaluate((name) => {
    const edited = /** @type {HTMLInputElement | null} */ (document.querySelector('.text-field:not([hidden])'));
    if (edited?.ariaLabel === name) return edited.value;
    return /** @type {HTMLInputElement | null} */ (document.querySelector(`#mirror [aria-label="${name}"]`))?.value;
  }, label);
}

/** Opens the fact, takes what is there away and types, without waiting for a frame after it. @param {Person} person @param {string} fact @param {string} text */
async function types_into(person, fact, text) {
  await person.sees('button', fact);
  await person.find('button', fact).evaluate((/** @type {HTMLElement} */ button) => button.click());  // it is scrolled to
  await person.settles();
  await person.page.keyboard.press('Control+a');
  await person.page.keyboard.type(text);
}

/** The names of what is kept half typed. @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const drafts = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const opening = indexedDB.open('/book');
  opening.onerror = reject;
  opening.onsuccess = () => {
    const keys = opening.result.transaction(['FILE_DATA']).objectStore('FILE_DATA').getAllKeys();
    keys.onsuccess = () => {
      opening.result.close();
      resolve(keys.result.map(String).filter((key) => key.includes('draft')));
    };
  };
}));

/**
 * A page that is unloaded can not wait for the storage: what that had no time for waits on the card, and is entered here.
 * @param {Person} person
 */
async function waits_on_card(person) {
  const [saved, waits] = [person.find('button', 'E-mail: olga@nord.example. Change'), person.find('textbox', 'E-mail')];
  for (let tries = 0; tries < 100 && !await saved.count() && !await waits.count(); tries++) await person.page.waitForTimeout(50);
  if (!await waits.count()) return false;
  assert.equal(await typed_in(person, 'E-mail'), 'olga@nord.example');
  await person.clicks('textbox', 'E-mail');
  await person.presses('Enter');
  await person.is_saved();
  return true;
}

for (const [how, goes] of /** @type {[string, (page: import('playwright-core').Page) => Promise<unknown>][]} */ ([
  ['back', (page) => page.evaluate(() => history.back())],
  ['to another address', (page) => page.evaluate(() => { location.hash = '#/today'; })],
  ['to its start, by reloading', (page) => page.reload({ waitUntil: 'load' })],
  ['away and back', async (page) => {
    await page.goto('about:blank');
    await page.goBack({ waitUntil: 'load' });
  }],
])) {
  test(`a field is open when the page goes ${how}: what is typed is saved`, async () => {
    const { context, page, person, trouble, card } = await with_card();
    await types_into(person, 'E-mail: olga@brauwerk.example. Change', 'olga@nord.example');
    await person.settles();
    assert.equal((await drafts(page)).length, 1, 'or nothing is tested');
    await page.keyboard.type('.');
    await page.keyboard.press('Backspace');
    await goes(page);
    await page.waitForFunction(() => document.documentElement.dataset.store === 'saved');
    await person.settles();
    await page.evaluate((hash) => { location.hash = hash; }, card);
    if (await waits_on_card(person)) assert.ok(how.includes('reloading') || how === 'away and back', how);
    await person.sees('button', 'E-mail: olga@nord.example. Change');
    await person.reloads();
    await person.sees('button', 'E-mail: olga@nord.example. Change');
    assert.deepEqual(await drafts(page), []);
    assert.deepEqual(trouble, []);
    await context.close();
  });
}

test('a field is open when the tab is closed: what is typed is saved', async () => {
  const { context, page, person, card } = await with_card();
  await types_into(person, 'E-mail: olga@brauwerk.example. Change', 'olga@nord.example');
  await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: true })]);
  const again = await tab(context, card);
  await waits_on_card(again.person);
  await again.person.sees('button', 'E-mail: olga@nord.example. Change');
  await context.close();
});

for (const [name, options] of /** @type {[string, import('playwright-core').BrowserContextOptions][]} */ ([
  ['1280-light', {}], ['390-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
])) {
  test(`a refused value waits on its card (${name})`, async () => {
    const { context, page, person, card } = await with_card(options);
    await types_into(person, 'E-mail: olga@brauwerk.example. Change', 'olga@');
    await person.presses('Enter');
    await person.sees_text(/This is no e-mail address/);
    if (process.env.PICTURES) await page.screenshot(picture(`refused-${name}`));
    await page.evaluate(() => { location.hash = '#/today'; });
    await person.sees('alert', /The e-mail of Olga Petrova is not saved: “olga@”/);
    await person.settles();
    if (process.env.PICTURES) await page.screenshot(picture(`refused-left-${name}`));
    await person.reloads();
    await person.sees('alert', /The e-mail of Olga Petrova is not saved: “olga@”/);
    await person.clicks('button', 'Open');
    assert.equal(await page.evaluate(() => location.hash), card);
    await person.sees('textbox', 'E-mail');
    await person.settles();
    if (process.env.PICTURES) await page.screenshot(picture(`refused-again-${name}`));
    assert.equal(await typed_in(person, 'E-mail'), 'olga@');
    await context.close();
  });
}

test('another tab deletes the lead whose field is open: what is typed waits on its card', async () => {
  const { context, page, person, card } = await with_card();
  const other = await tab(context, card);
  await types_into(person, 'E-mail: olga@brauwerk.example. Change', 'olga@nord.example');
  await other.person.clicks('button', 'More for this lead');
  await other.person.clicks('menuitem', 'Delete');
  await person.sees('alert', /The e-mail of Olga Petrova is not saved: “olga@nord.example”. The lead was deleted meanwhile/);
  await person.settles();
  if (process.env.PICTURES) await page.screenshot(picture('deleted-meanwhile'));
  await person.clicks('button', 'Open');
  await person.sees('textbox', 'E-mail');
  await person.settles();
  if (process.env.PICTURES) await page.screenshot(picture('deleted-open'));
  assert.equal(await typed_in(person, 'E-mail'), 'olga@nord.example');
  await context.close();
});

test('two tabs capture at once: each keeps its own, and what they leave is taken over once', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [one, two] = [await tab(context), await tab(context)];
  await one.person.types('Name', 'Ada Byron');
  await one.person.settles();
  await two.person.types('Name', 'Ben Okri');
  await two.person.settles();
  await one.person.reloads();
  await one.person.sees('textbox', 'Name');
  assert.equal(await typed_in(one.person, 'Name'), 'Ada Byron');
  const three = await tab(context);
  assert.equal(await typed_in(three.person, 'Name'), '', 'theirs, who are there');
  for (const { page } of [one, two, three]) await page.close();
  const names = [];
  for (let start = 0; start < 3; start++) {
    const next = await tab(context);
    const name = await typed_in(next.person, 'Name');
    names.push(name);
    if (name) {
      await next.person.clicks('button', 'Save and next');
      await next.person.is_saved();
    }
    assert.deepEqual(next.trouble, []);
    await next.page.close();
  }
  assert.deepEqual(names.sort(), ['', 'Ada Byron', 'Ben Okri']);
  await context.close();
});

test('the database does not answer: after some seconds the page says what may hold it', { skip: lacks('scripts before the page\'s') }, async () => {
  for (const [name, options] of /** @type {[string, import('playwright-core').BrowserContextOptions][]} */ ([
    ['1280-light', { viewport: { width: 1280, height: 800 } }], ['390-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ])) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    await page.addInitScript(() => {
      const open = indexedDB.open.bind(indexedDB);
      indexedDB.open = (database, version) => (database === '/book' ? /** @type {any} */ ({}) : open(database, version));
    });
    await page.goto(`${site.url}?mirror=1`);
    await page.getByRole('status', { name: /Still waiting for the browser/ }).waitFor({ state: 'attached', timeout: 20000 });
    await page.locator('#boot').waitFor({ state: 'detached', timeout: 5000 });  // which would lie over it
    if (process.env.PICTURES) await page.screenshot(picture(`opening-${name}`));
    await context.close();
  }
});
