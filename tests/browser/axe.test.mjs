// What axe-core has to say against the mirror, which is all that a screen reader gets of the page: in every place and dialog, in
// both themes. Contrast is measured elsewhere (tests/ui/theme_test.cpp), since what is mirrored has no colours.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { launch } from './engine.mjs';
import { Person } from './person.mjs';
import { stations } from './stations.mjs';
import { serve_dist } from './support.mjs';

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
