// What axe-core has to say against the mirror, which is all that a screen reader gets of the page: in every place and dialog, in
// both themes. Contrast is measured elsewhere (tests/ui/theme_test.cpp), since what is mirrored has no colours.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { launch } from './engine.mjs';
import { Person } from './person.mjs';
import { serve_dist } from './support.mjs';

const fair_csv = fileURLToPath(new URL('../data/fair.csv', import.meta.url));

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

/**
 * The field that is edited is left out: it lies outside of the landmarks, and the mirror's aria-owns brings it in, of which axe-core's
 * rule about regions takes no notice. @param {import('playwright-core').Page} page @returns {Promise<string[]>} a line for each rule that is broken */
async function violations(page) {
  const results = await page.evaluate(() => /** @type {any} */ (window).axe.run({ include: document, exclude: ['.text-field'] }, { resultTypes: ['violations'] }));
  return results.violations.map((/** @type {any} */ one) => `${one.id}: ${one.help}\n${one.nodes.slice(0, 4).map((/** @type {any} */ node) => `    ${node.html.slice(0, 300)}\n      ${node.failureSummary.replaceAll('\n', '\n      ')}`).join('\n')}`);
}

/**
 * Ways to every place and dialog, in an order in which one leads to the next.
 * @type {[string, (person: Person) => Promise<void>][]}
 */
const stations = [
  ['an empty book', async (person) => person.sees('button', /sample data/)],
  ['Leads, empty', async (person) => to(person, 'leads')],
  ['Funnel, empty', async (person) => to(person, 'funnel')],
  ['Today', async (person) => {
    await to(person, 'today');
    await person.clicks('button', /sample data/);
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
  const rows = person.page.locator(`#mirror ${inside}`).locator('[data-role="listitem"][tabindex], [data-role="row"][tabindex]').filter({ hasText: text });
  const box = await rows.first().boundingBox();
  assert.ok(box, `a row with ${text}`);
  await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await person.settles();
}

for (const theme of /** @type {const} */ (['light', 'dark'])) {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    test(`axe-core has nothing to say, ${theme}, ${width}x${height}`, { timeout: 300000 }, async (context) => {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme });
      try {
        page.setDefaultTimeout(10000);
        const person = new Person(page);
        await person.opens(`${site.url}?mirror=1`);
        await page.evaluate(axe.source);
        /** @type {string[]} */
        const said = [];
        for (const [name, go] of stations) {
          await go(person);
          said.push(...(await violations(page)).map((line) => `${name}: ${line}`));
        }
        assert.equal(said.length, 0, `${said.length} violations:\n${said.join('\n')}`);
        context.diagnostic(`${stations.length} places and dialogs, 0 violations`);
      } finally {
        await page.close();
      }
    });
  }
}
