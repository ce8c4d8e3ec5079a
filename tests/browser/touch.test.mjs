// One finger: pans, swipes, pulls, presses long, and the phone's Back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { Finger } from './finger.mjs';
import { house, phone } from './support.mjs';

/** @typedef {import('./person.mjs').Person} Person */

const { visit } = house();

/** @type {import('playwright-core').BrowserContextOptions} */
const still = { ...phone, reducedMotion: 'reduce' };

/** How far the form is scrolled. @param {Person} person */
const top_of_form = async (person) => (await person.find('textbox', 'Company').boundingBox())?.y ?? Number.NaN;

test('a finger pans, and the page glides on and comes to rest', { skip: lacks('a finger') }, async () => {
  const { page, person, close } = await visit({ context: phone });
  const touch = await Finger.of(person);
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
  const touch = await Finger.of(person);
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
  const hand = await Finger.of(person);
  /** @param {import('playwright-core').Locator} what @param {number} dx @param {number} dy */
  const slides = async (what, dx, dy) => {
    const box = await what.boundingBox();
    assert.ok(box);
    await hand.slides(box.x + box.width / 2, box.y + Math.min(box.height / 2, 20), dx, dy);
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
  const touch = await Finger.of(person);
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
  const hand = await Finger.of(person);
  const logs = async () => {
    const box = await page.getByRole('listitem').filter({ hasText: 'Barbara Liskov' }).boundingBox();
    assert.ok(box);
    await hand.slides(box.x + 60, box.y + 20, 150, 0);
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
