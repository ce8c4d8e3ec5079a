// The second part of the program comes behind the first (docs/architecture.md). Slow, missing or damaged: what a person came for
// works, the places that need it say so, and one click brings it.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { lacks } from './engine.mjs';
import { dist, house } from './support.mjs';

const { visit, browser } = house();
const skip = lacks('answers in place of the server\'s');
const rest = /\/rest-[0-9a-f]+\.bin$/;

/** @param {import('playwright-core').Page} page @param {string} place */
const goes = (page, place) => page.evaluate((to) => { location.hash = `#/${to}`; }, place);
/** @param {import('playwright-core').Page} page */
const is_usable = (page) => page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);

/** A page whose second part is answered like that. @param {(route: import('playwright-core').Route) => Promise<void>} answer */
async function visit_with(answer) {
  const { page, person, trouble, close } = await visit({ usable: false, mirror: true, place: 'capture' });
  await page.route(rest, answer);
  // Anew, with the answer in place: the service worker of the first visit must not have it yet.
  await page.evaluate(async () => { for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister(); });
  await page.reload();
  await is_usable(page);
  return { page, person, close, errors: () => trouble.filter((one) => one.startsWith('error:')) };
}

test('while it is on its way the main job works, its places say that it comes, and what needs it goes on when it is there', { skip }, async () => {
  let let_go = () => {};
  const arrives = new Promise((done) => { let_go = () => done(undefined); });
  const { page, person, errors, close } = await visit_with(async (route) => { await arrives; await route.continue(); });
  await person.captures('Olga Petrova');
  await goes(page, 'leads');
  await person.sees_text(/Olga Petrova/);
  for (const place of ['funnel', 'settings', 'changes', 'share']) {
    await goes(page, place);
    await person.sees_text(/being loaded/);
  }
  await goes(page, 'capture');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['Name,Email\nGrace,grace@example.org\n'], 'dropped.csv', { type: 'text/csv' }));
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await person.sees('status', /Just a moment/);
  let_go();
  await person.sees_text(/dropped\.csv/);
  await goes(page, 'settings');
  await person.sees('textbox', 'Your name');
  assert.deepEqual(errors(), []);
  await close();
});

/** @type {[string, (route: import('playwright-core').Route) => Promise<void>][]} */
const faults = [
  ['is not found', (route) => route.fulfill({ status: 404, body: 'none' })],
  ['is cut off', (route) => route.abort('connectionreset')],
  ['is damaged', async (route) => {
    const response = await route.fetch();
    const body = Buffer.from(await response.body());
    body[body.length >> 1] ^= 0x10;
    await route.fulfill({ response, body });
  }],
  ['is a page that says sorry', (route) => route.fulfill({ body: '<!doctype html><title>Not found</title>' })],
];
for (const [name, answer] of faults) {
  test(`where it ${name}, that is said, the main job works, and one click brings it`, { skip }, async () => {
    const { page, person, errors, close } = await visit_with(answer);
    await person.captures('Olga Petrova');
    await goes(page, 'settings');
    await person.sees('heading', 'This part of Leadlight is not here yet');
    await person.sees_text(/It could not be loaded/);
    await goes(page, 'leads');
    await person.sees_text(/Olga Petrova/);
    await goes(page, 'settings');
    await page.unrouteAll();
    await person.clicks('button', 'Try again');
    await person.sees('textbox', 'Your name');
    assert.deepEqual(errors(), []);
    await close();
  });
}

test('a file on disk whose second part is damaged opens, works, and says so', async () => {
  const path = join(dist, 'damaged-rest.html');
  const text = readFileSync(join(dist, 'leadlight.html'), 'utf8');
  const start = text.indexOf('>', text.indexOf('id="leadlight-rest"')) + 1;
  const middle = (start + text.indexOf('</script>', start)) >> 1;
  const page = await browser().newPage();
  try {
    writeFileSync(path, `${text.slice(0, middle)}${text[middle] === 'A' ? 'B' : 'A'}${text.slice(middle + 1)}`);
    await page.goto(`${pathToFileURL(path).href}?mirror=1#/funnel`);
    await page.getByRole('heading', { name: 'This part of Leadlight is not here yet' }).waitFor({ state: 'attached', timeout: 20e3 });
  } finally {
    rmSync(path);
    await page.close();
  }
});
