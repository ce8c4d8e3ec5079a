// Chromium is killed while something is typed and not entered, or when the page has just said that it is saved. What was typed
// is there after the next start, whole; what was saved is not offered again. LEADLIGHT_DRAFT_KILLS sets how often each.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Device, Random, pause } from './harness.mjs';
import { Person } from '../person.mjs';
import { serve_dist } from '../support.mjs';

const kills = Number(process.env.LEADLIGHT_DRAFT_KILLS ?? 4);

/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { site = await serve_dist(); });
after(() => site.close());

/** Starts Chromium again, and opens the page. @param {Device} device @param {string} place */
async function starts(device, place) {
  await device.start();
  const page = await device.context.newPage();
  page.setDefaultTimeout(20000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const person = new Person(page);
  await person.opens(`${site.url}?mirror=1${place}`);
  await person.is_saved();
  await person.settles();
  return { page, person };
}

/** A device with one lead. @returns {Promise<{device: Device, card: string}>} */
async function with_lead() {
  const device = new Device();
  const { page, person } = await starts(device, '#/capture');
  await person.types('Name', 'Olga Petrova');
  await person.presses('Tab', 'Tab');
  await page.keyboard.type('olga@brauwerk.example');
  await person.clicks('button', 'Save and next');
  await person.is_saved();
  const box = await page.getByRole('listitem').filter({ hasText: 'Olga Petrova' }).first().boundingBox();
  assert.ok(box);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await person.settles();
  const card = await page.evaluate(() => location.hash.replace(/\?.*/, ''));
  assert.match(card, /lead\//);
  await device.quit();
  return { device, card };
}

/** What stands in the field: in the real one while it is edited. @param {Person} person @param {string} label */
async function typed_in(person, label) {
  await person.sees('textbox', label);
  return person.page.evaluate((name) => {
    const edited = /** @type {HTMLTextAreaElement | null} */ (document.querySelector('.text-field:not([hidden])'));
    if (edited?.ariaLabel === name) return edited.value;
    return /** @type {HTMLTextAreaElement | null} */ (document.querySelector(`#mirror [aria-label="${name}"]`))?.value;
  }, label);
}

/** Leaves the field empty, and nothing to offer. @param {Person} person @param {string} label */
async function empties(person, label) {
  await person.clicks('textbox', label);
  await person.presses('Control+a', 'Delete');
}

const texts = (/** @type {Random} */ random, /** @type {number} */ kill) =>
  Array.from({ length: 2 + random.below(6) }, (_, at) => `word${kill}${String.fromCharCode(97 + at + random.below(20))}`).join(' ');

test(`what is typed is there after each of ${kills} kills, whole`, { timeout: 120000 + kills * 30000 }, async (context) => {
  const random = new Random();
  const { device, card } = await with_lead();
  const late = [];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const [place, label] = random.of([[card, 'New note'], ['#/capture', 'Name'], [card, 'E-mail']]);
      const when = `kill ${kill} of ${kills}: ${label}, LEADLIGHT_SEED=${random.seed}`;
      const before = await starts(device, place);
      if (label === 'E-mail') {
        await before.person.find('button', /^E-mail: .*Change/).evaluate((/** @type {HTMLElement} */ button) => button.click());
        await before.person.settles();
        await before.person.presses('Control+a');
      } else {
        await empties(before.person, label);
      }
      const text = texts(random, kill);
      await before.page.keyboard.type(text);
      await before.person.settles();  // it is on the screen
      const wait = random.of([0, 0, 50]);
      await pause(wait);
      await device.kill();
      const { person } = await starts(device, place);
      late.push(wait);
      assert.equal(await typed_in(person, label), text, when);
      await empties(person, label);
      await person.presses('Escape');
      await device.quit();
    }
    context.diagnostic(`${kills} kills, ${late.filter((wait) => wait === 0).length} of them right after the frame: each time all of it was there`);
  } finally {
    await device.discard();
  }
});

test(`what was saved is not offered again after each of ${kills} kills, and is there once`, { timeout: 120000 + kills * 30000 }, async (context) => {
  const random = new Random();
  const { device, card } = await with_lead();
  /** @type {string[]} */
  const notes = [];
  const people = ['Olga Petrova'];
  try {
    for (let kill = 1; kill <= kills; kill++) {
      const captures = random.below(3) === 0;
      const when = `kill ${kill} of ${kills}, LEADLIGHT_SEED=${random.seed}`;
      const before = await starts(device, captures ? '#/capture' : card);
      const text = texts(random, kill);
      await before.person.types(captures ? 'Name' : 'New note', text);
      await before.person.settles();
      if (captures) await before.person.clicks('button', 'Save and next');
      else await before.person.clicks('button', 'Add note');
      await before.person.is_saved();
      await device.kill();
      (captures ? people : notes).push(text);

      const { page, person } = await starts(device, captures ? '#/capture' : card);
      assert.equal(await typed_in(person, captures ? 'Name' : 'New note'), '', when);
      assert.equal(await page.getByRole('alert').count(), 0, `${when}: ${await page.locator('#mirror').innerText()}`);
      await page.evaluate((to) => { location.hash = to; }, card);
      await person.sees('textbox', 'New note');
      await person.settles();
      for (const note of notes.slice(-3))
        assert.equal(await page.locator(`#mirror [data-role="listitem"][data-name^="${note}, "]`).count(), 1, `${when}: ${note}`);
      await page.evaluate(() => { location.hash = '#/leads?scope=all'; });
      for (const name of people.slice(-3)) {
        await person.sees('row', new RegExp(`^${name}`));
        assert.equal(await page.getByRole('row', { name: new RegExp(`^${name}`) }).count(), 1, `${when}: ${name}`);
      }
      await device.quit();
    }
    context.diagnostic(`${kills} kills: ${notes.length} notes and ${people.length - 1} leads, none offered again, each there once`);
  } finally {
    await device.discard();
  }
});
