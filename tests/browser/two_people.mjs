// Each with a browser profile of their own, and files that go from one to the other.
import { after, before } from 'node:test';
import { launch } from './engine.mjs';
import { Person } from './person.mjs';
import { listen_for_trouble, serve_dist } from './support.mjs';

/** For the tests of one file: a browser before them, gone after. */
export function two_people() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve_dist>>} */
  let site;
  before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
  after(async () => { site.close(); await browser.close(); });

  async function newcomer() {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true });
    const page = await context.newPage();
    const trouble = listen_for_trouble(page);
    const person = new Person(page);
    await person.opens(`${site.url}?mirror=1`);
    return { person, trouble, close: () => context.close() };
  }

  /** @param {Person} person */
  async function exports_a_snapshot(person) {
    await person.clicks('link', 'Share');
    const download = await person.downloads(() => person.clicks('button', 'Export snapshot'));
    return download.path();
  }

  /** Up to the preview. @param {Person} person @param {Parameters<import('playwright-core').FileChooser['setFiles']>[0]} file */
  async function opens_file(person, file) {
    await person.clicks('link', 'Share');
    await person.picks(() => person.clicks('button', /^Import a file/), file);
  }
  return { newcomer, exports_a_snapshot, opens_file };
}
