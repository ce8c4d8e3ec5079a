// Without a network, and from one version to the next: the page that was opened once opens again, whole, and works; a new version
// waits for a click, comes whole or not at all, and takes nothing away that was typed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { browser_words, chromium_path, lacks, launch } from './engine.mjs';
import { Person } from './person.mjs';
import { dist, listen_for_trouble, serve_folder } from './support.mjs';

const updates = Number(process.env.LEADLIGHT_UPDATES ?? 3);

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {string} */
let folder;
before(async () => {
  browser = await launch();
  folder = mkdtempSync(join(tmpdir(), 'leadlight-versions-'));
});
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** The built page as a version of its own: its script says which one it is. @param {number} number @returns {string} its folder */
function version(number) {
  const to = join(folder, `v${number}-${Math.random().toString(36).slice(2)}`);
  cpSync(dist, to, { recursive: true });
  const old_name = readdirSync(to).find((name) => /^main-.*\.js$/.test(name)) ?? '';
  const script = `${readFileSync(join(to, old_name), 'utf8')}\nwindow.version_for_tests = ${number};\n`;
  const new_name = `main-${createHash('sha256').update(script).digest('hex').slice(0, 10)}.js`;
  writeFileSync(join(to, old_name), script);
  renameSync(join(to, old_name), join(to, new_name));
  for (const name of ['index.html', 'sw.js']) {
    const text = readFileSync(join(to, name), 'utf8').replaceAll(old_name, new_name);
    writeFileSync(join(to, name), name === 'sw.js' ? text.replace(/"[0-9a-f]{16}"/, `"${String(number).padStart(16, '0')}"`) : text);
  }
  return to;
}

/** An address that shows one version after another. @param {string} first */
async function host(first) {
  const link = join(folder, `host-${Math.random().toString(36).slice(2)}`);
  symlinkSync(first, link);
  const server = await serve_folder(link);
  return {
    ...server,
    /** @param {string} next */
    shows: (next) => { unlinkSync(link); symlinkSync(next, link); },
  };
}

/** @param {import('playwright-core').Page} page */
const is_kept = (page) => page.waitForFunction(async () => navigator.serviceWorker.controller?.state === 'activated');
/** @param {import('playwright-core').Page} page */
const version_of = (page) => page.evaluate(() => /** @type {any} */ (window).version_for_tests);
/** @param {import('playwright-core').Page} page */
const look_for_new = (page) => page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration())?.update(); });

/** @param {import('playwright-core').BrowserContext} context @param {string} url @param {string} [place] */
async function tab(context, url, place = '#/capture') {
  const page = await context.newPage();
  page.setDefaultTimeout(20000);
  const trouble = listen_for_trouble(page);
  const person = new Person(page);
  await person.opens(`${url}?mirror=1${place}`);
  return { page, person, trouble };
}

test('opens and works without a network after the first visit, also after the browser was closed', { skip: lacks('a profile of before') }, async () => {
  const profile = mkdtempSync(join(folder, 'profile-'));
  const site = await serve_folder(dist);
  const open = () => chromium.launchPersistentContext(profile, { executablePath: chromium_path(), args: browser_words, viewport: { width: 1280, height: 800 } });
  let context = await open();
  let { page, person, trouble } = await tab(context, site.url);
  await person.captures('Olga Petrova');
  await is_kept(page);
  await site.close();
  await person.reloads();
  await person.captures('Ana Novak');
  assert.deepEqual(trouble, []);
  await context.close();

  context = await open();
  ({ page, person, trouble } = await tab(context, site.url, '#/leads'));
  await person.sees_text(/Olga Petrova/);
  await person.sees_text(/Ana Novak/);
  for (const [place, heading] of [['today', 'Today'], ['funnel', 'Funnel'], ['share', 'Share'], ['settings', 'Settings'], ['capture', 'Capture']]) {
    await page.evaluate((to) => { location.hash = `#/${to}`; }, place);
    await person.sees('heading', heading);
  }
  await person.captures('Lea Kraft');
  await person.reloads();
  await page.evaluate(() => { location.hash = '#/leads'; });
  await person.sees_text(/Lea Kraft/);
  assert.deepEqual(trouble, []);
  await context.close();
});

test(`${updates} times from one version to the next, with two tabs and something typed: nothing is lost, and no version is mixed`, { timeout: 120000 + updates * 60000 }, async () => {
  for (let time = 0; time < updates; time++) {
    const [v1, v2] = [version(1), version(2)];
    const site = await host(v1);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const one = await tab(context, site.url);
    await one.person.captures('Olga Petrova');
    await is_kept(one.page);
    const other = await tab(context, site.url);
    await is_kept(other.page);
    assert.deepEqual([await version_of(one.page), await version_of(other.page)], [1, 1]);

    site.shows(v2);
    await other.person.types('Name', 'Half typed');
    await one.page.bringToFront();
    await look_for_new(one.page);
    await one.person.sees('button', 'Load it');
    assert.equal(await version_of(one.page), 1, 'it waits');
    await one.person.reloads();
    assert.equal(await version_of(one.page), 1, 'a reload is no wish for another version');
    await one.person.sees('button', 'Load it');
    await one.person.types('Name', 'Unsaved');
    const gone = Promise.all([one, other].map(({ page }) => page.waitForFunction(() => /** @type {any} */ (window).version_for_tests === 2, undefined, { timeout: 20000 })));
    // It may be gone before it has settled.
    await one.person.clicks('button', 'Load it').catch((error) => assert.match(String(error), /context was destroyed/));
    await gone;
    for (const { page, person } of [one, other]) {
      await page.bringToFront();
      await page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
      await person.settles();
    }
    // What each had typed is offered again, in one of the two: a draft is taken over once.
    const typed = await Promise.all([one, other].map(({ page }) => page.evaluate(() => [...document.querySelectorAll('#mirror input')].map((field) => /** @type {HTMLInputElement} */ (field).value).join())));
    assert.match(typed.join(), /Half typed/);
    assert.match(typed.join(), /Unsaved/);
    await one.page.evaluate(() => { location.hash = '#/leads'; });
    await one.person.sees_text(/Olga Petrova/);
    const caches_left = await one.page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('leadlight-page-')));
    assert.equal(caches_left.length, 1, 'the old version is gone');
    assert.deepEqual([...one.trouble, ...other.trouble], []);
    await context.close();
    await site.close();
  }
});

for (const [fault, harm] of /** @type {const} */ ([
  ['one of its files is missing', (/** @type {string} */ at) => unlinkSync(join(at, readdirSync(at).find((name) => name.startsWith('main-')) ?? ''))],
  ['one of its files is another', (/** @type {string} */ at) => writeFileSync(join(at, readdirSync(at).find((name) => name.startsWith('leadlight-')) ?? ''), 'cut')],
  ['its page is that of the version before', (/** @type {string} */ at) => cpSync(join(dist, 'index.html'), join(at, 'index.html'))],
])) {
  test(`a version of which ${fault} does not come at all`, async () => {
    const v2 = version(2);
    harm(v2);
    const site = await host(version(1));
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { page, person, trouble } = await tab(context, site.url);
    await person.captures('Olga Petrova');
    await is_kept(page);
    site.shows(v2);
    await look_for_new(page).catch(() => {});
    await page.waitForFunction(async () => { const one = await navigator.serviceWorker.getRegistration(); return !one?.installing && !one?.waiting; });
    await person.settles();
    assert.equal(await page.getByRole('button', { name: 'Load it' }).count(), 0);
    await site.close();
    await person.reloads();
    assert.equal(await version_of(page), 1);
    await page.evaluate(() => { location.hash = '#/leads'; });
    await person.sees_text(/Olga Petrova/);
    assert.deepEqual(trouble.filter((one) => !/Failed to load resource/.test(one)), []);
    await context.close();
  });
}

test('can be installed: the browser finds nothing to say against the manifest', { skip: lacks('its own protocol') }, async () => {
  const site = await serve_folder(dist);
  const context = await browser.newContext();
  const { page } = await tab(context, site.url);
  await is_kept(page);
  const session = await context.newCDPSession(page);
  const manifest = /** @type {{errors: {message: string}[], data?: string}} */ (await session.send('Page.getAppManifest'));
  assert.deepEqual(manifest.errors, []);
  const { installabilityErrors } = /** @type {{installabilityErrors: {errorId: string}[]}} */ (await session.send('Page.getInstallabilityErrors'));
  assert.deepEqual(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'), []);
  const { icons, screenshots } = JSON.parse(manifest.data ?? '{}');
  for (const { src, sizes, type } of [...icons, ...screenshots]) {
    if (type !== 'image/png') continue;
    const size = await page.evaluate(async (address) => { const picture = await createImageBitmap(await (await fetch(address)).blob()); return `${picture.width}x${picture.height}`; }, src);
    assert.equal(size, sizes, src);
  }
  await context.close();
  await site.close();
});

test('takes in a file that another app shares with it', async () => {
  const site = await serve_folder(dist);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const { page, person } = await tab(context, site.url);
  await is_kept(page);
  // As the system does it: a form sent to the manifest's address. (Not from the page itself: its policy sends no forms.)
  await page.goto(`${site.url}notices.txt`);
  await Promise.all([page.waitForURL(/#\/share/), page.evaluate(() => {
    const form = Object.assign(document.createElement('form'), { action: './receive', method: 'post', enctype: 'multipart/form-data' });
    const input = Object.assign(document.createElement('input'), { type: 'file', name: 'files' });
    const data = new DataTransfer();
    data.items.add(new File(['name,email\nOlga Petrova,olga@brauwerk.example\n'], 'fair.csv', { type: 'text/csv' }));
    input.files = data.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  })]);
  await page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
  await page.evaluate(() => /** @type {any} */ (window).leadlight.enable_mirror());
  await person.sees_text(/fair\.csv/);
  assert.equal(await page.evaluate(async () => (await (await caches.open('leadlight-received')).keys()).length), 0, 'handed over once');
  await context.close();
  await site.close();
});
