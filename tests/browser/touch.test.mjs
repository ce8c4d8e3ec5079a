// One finger: pans, swipes, pulls, presses long, and the phone's Back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { house, phone } from './support.mjs';

/** @typedef {import('./person.mjs').Person} Person */

const { visit } = house();

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
const still = { ...phone, reducedMotion: 'reduce' };

/** How far the form is scrolled. @param {Person} person */
const top_of_form = async (person) => (await person.find('textbox', 'Company').boundingBox())?.y ?? Number.NaN;

test('a finger pans, and the page glides on and comes to rest', { skip: lacks('a finger') }, async () => {
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

test('with reduced motion nothing glides', { skip: lacks('a finger') }, async () => {
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

test('a swipe over a lead logs a touch, and its sheet is pulled down', { skip: lacks('a finger') }, async () => {
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

test('a long press opens the menu of a lead, a tap opens the lead', { skip: lacks('a finger') }, async () => {
  const { page, person, close } = await visit({ context: phone });
  await person.captures('Barbara Liskov');
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

test('Back closes the sheet that lies over a place, and then leaves the place', { skip: lacks('a finger') }, async () => {
  const { page, person, trouble, close } = await visit({ context: phone });
  await person.captures('Barbara Liskov');
  await person.is_saved();
  await person.clicks('link', 'Leads');
  const hash = () => page.evaluate(() => location.hash);
  const dialogs = () => page.getByRole('dialog').count();
  const goes_back = async () => {
    await page.evaluate(() => new Promise((resolve) => { addEventListener('popstate', () => setTimeout(resolve), { once: true }); history.back(); }));
    await person.settles();
  };
  const hand = await finger(page);
  const logs = async () => {
    const box = await page.getByRole('listitem').filter({ hasText: 'Barbara Liskov' }).boundingBox();
    assert.ok(box);
    await hand.down(box.x + 60, box.y + 20);
    for (let i = 1; i <= 10; i++) await hand.move(box.x + 60 + 15 * i, box.y + 20);
    await hand.up();
    await person.sees('dialog', 'Log a touch with Barbara Liskov');
    await person.settles();
  };
  await logs();
  await person.types('Note (optional)', 'Wants two lines');
  await goes_back();
  assert.deepEqual([await dialogs(), await hash()], [0, '#/leads'], 'it is closed');
  await logs();
  assert.equal(await person.find('textbox', 'Note (optional)').inputValue(), 'Wants two lines');
  await person.clicks('button', 'Close');
  await person.clicks('link', 'Funnel');
  await goes_back();
  assert.equal(await hash(), '#/leads', 'one that was closed by hand is no stop');
  await logs();
  await person.clicks('button', 'Close');
  await goes_back();
  await page.waitForFunction(() => location.hash === '#/capture');
  assert.deepEqual(trouble, []);
  await close();
});
