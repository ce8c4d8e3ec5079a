// The way to every place and dialog of the page, for tests that look at all of them.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';

/** @typedef {import('./person.mjs').Person} Person */

const fair_csv = fileURLToPath(new URL('../data/fair.csv', import.meta.url));

/**
 * Ways to every place and dialog, in an order in which one leads to the next.
 * @type {[string, (person: Person) => Promise<void>][]}
 */
export const stations = [
  ['an empty book', async (person) => person.sees('button', /sample data/)],
  ['Leads, empty', async (person) => to(person, 'leads')],
  ['Funnel, empty', async (person) => to(person, 'funnel')],
  ['Today', async (person) => {
    await to(person, 'today');
    await person.clicks('button', /sample data/);
    await person.sees('status', /to try things with/);  // they are brought
    await to(person, 'today');
  }],
  ['the shortcuts', async (person) => by_key(person, '?')],
  ['the palette', async (person) => by_key(person, 'Control+k')],
  ['Leads', async (person) => to(person, 'leads')],
  ['a lead', async (person) => {
    await clicks_item(person, '[data-role="main"]', /./);
    await person.sees('heading', 'What happened');
  }],
  ['what was done', async (person) => opens(person, 'Log…')],
  ['a plan', async (person) => opens(person, 'Plan…')],
  ['a snooze', async (person) => opens(person, 'Snooze…')],
  ['a move', async (person) => opens(person, 'Move to…')],
  ['what else can be done with a lead', async (person) => opens(person, 'More for this lead')],
  ['the board', async (person) => {
    await to(person, 'leads');
    await person.clicks('tab', 'Board');
  }],
  ['the filters', async (person) => opens(person, 'Filter')],
  ['Funnel', async (person) => to(person, 'funnel')],
  ['Capture', async (person) => to(person, 'capture')],
  ['where one captures', async (person) => opens(person, /source and event/)],
  ['What changed', async (person) => to(person, 'changes')],
  ['looking back', async (person) => opens(person, /^Look back/)],
  ['Share', async (person) => to(person, 'share')],
  ['an export with a passphrase', async (person) => opens(person, /passphrase/)],
  ['erasing everything', async (person) => opens(person, /^Erase everything/)],
  .../** @type {[string, (person: Person) => Promise<void>][]} */ (['Team and device', 'Fit criteria', 'Interest points', 'Best leads', 'Sub-stages', 'Response times'].map((section) => [
    `Settings, ${section}`, async (/** @type {Person} */ person) => {
      await to(person, 'today');
      await to(person, 'settings');
      const back = person.page.getByRole('button', { name: 'All settings' });
      if (await back.count() > 0) await person.clicks('button', 'All settings');
      await clicks_item(person, '[data-role="main"]', new RegExp(section));
    },
  ])),
  ['a file to import', async (person) => {
    await to(person, 'share');
    await person.picks(() => person.clicks('button', /^Import a file/), fair_csv);
  }],
  ['a file that was refused', async (person) => {
    await to(person, 'today');
    await to(person, 'share');
    await person.clicks('button', /^Cancel/);
    await to(person, 'share');
    await person.picks(() => person.clicks('button', /^Import a file/), { name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n"c') });
  }],
];

/** @param {Person} person @param {string} place */
async function to(person, place) {
  await person.presses('Escape');
  await person.page.evaluate((hash) => { location.hash = `#/${hash}`; }, place);
  await person.settles();
}
/** @param {Person} person @param {string} key */
async function by_key(person, key) {
  await person.presses('Escape', key);
  await person.sees('dialog', /./);
}
/** From the place or card that is shown; what lies over it is closed first. @param {Person} person @param {string | RegExp} button */
async function opens(person, button) {
  if (await person.page.locator('#mirror [data-role="dialog"]:not([data-name="Lead"]), #mirror [data-role="menu"]').count() > 0) await person.presses('Escape');
  await person.clicks('button', button);
}
/** A row of a list or table. @param {Person} person @param {string} inside @param {RegExp} text */
async function clicks_item(person, inside, text) {
  const rows = person.page.locator(`#mirror ${inside}`).locator('[data-role="listitem"]:has(> .handle), [data-role="row"][tabindex]').filter({ hasText: text });
  const box = await rows.first().boundingBox();
  assert.ok(box, `a row with ${text}`);
  await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await person.settles();
}
