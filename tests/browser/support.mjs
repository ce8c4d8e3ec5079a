// What browser tests share: a browser, the built page on a loopback server, and an ear for errors.
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../tools/serve.mjs';
import { launch } from './engine.mjs';
import { Person } from './person.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** The built page: dist/, or where LEADLIGHT_DIST says, so that tests run on while another is built. */
export const dist = process.env.LEADLIGHT_DIST ?? join(root, 'dist');

/** The page in one file, as a file: address. */
export const one_file = pathToFileURL(join(dist, 'leadlight.html')).href;

/** Serves dist/. @returns {Promise<{url: string, close: () => void}>} */
export async function serve_dist() {
  const server = await serve(dist, 0);
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}/`, close: () => { server.close(); server.closeAllConnections(); } };
}

/** Collects what should never happen in the page: errors, and requests to anywhere else. @param {import('playwright-core').Page} page */
export function listen_for_trouble(page) {
  /** @type {string[]} */
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(`error: ${error.message}`));
  page.on('console', (message) => { if (message.type() === 'error') trouble.push(`console: ${message.text()}`); });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && hostname !== '127.0.0.1') trouble.push(`request: ${request.url()}`);
  });
  return trouble;
}

/** A folder on a loopback server that can go away and come back at the same address. @param {string} folder @param {number} [port] */
export async function serve_folder(folder, port = 0) {
  const server = await serve(folder, port);
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  let requests = 0;
  server.on('request', () => { requests += 1; });
  return {
    url: `http://127.0.0.1:${address.port}/`, port: address.port,
    get requests() { return requests; },
    /** @returns {Promise<void>} */
    close: () => new Promise((done) => { server.close(() => done()); server.closeAllConnections(); }),
  };
}

/** @type {import('playwright-core').BrowserContextOptions} */
export const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };

/** A browser and the page on a server, for all tests of a file. */
export function house() {
  /** @type {import('playwright-core').Browser} */
  let browser;
  /** @type {Awaited<ReturnType<typeof serve_dist>>} */
  let site;
  before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
  after(async () => { site.close(); await browser.close(); });
  return {
    browser: () => browser,
    site: () => site.url,
    /**
     * Somebody with a fresh profile at a place of the page, its mirror on. `prepare` runs in the page before any of its scripts.
     * @param {{place?: string, mirror?: boolean, context?: import('playwright-core').BrowserContextOptions, prepare?: () => void, usable?: boolean}} [options]
     */
    visit: async ({ place = 'capture', mirror = true, context: wishes = {}, prepare, usable = true } = {}) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...wishes });
      const page = await context.newPage();
      if (prepare) await page.addInitScript(prepare);
      const trouble = listen_for_trouble(page);
      const person = new Person(page);
      const address = `${site.url}${mirror ? '?mirror=1' : ''}#/${place}`;
      if (usable) await person.opens(address);
      else await page.goto(address);
      return { context, page, person, trouble, close: () => context.close() };
    },
  };
}
