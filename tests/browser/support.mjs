// What browser tests share: a browser, the built page on a loopback server, and an ear for errors.
import { accessSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const dist = join(root, 'dist');

/** The page in one file, as a file: address. */
export const one_file = pathToFileURL(join(dist, 'leadlight.html')).href;

/** @returns {string} */
export function chromium_path() {
  for (const path of [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome']) {
    try { accessSync(path ?? ''); return path ?? ''; } catch { /* the next */ }
  }
  throw new Error('No Chromium was found. Please run make setup, or set CHROMIUM to its path.');
}

/** WebGL2 without a graphics card, and no traffic of the browser's own. */
export const browser_words = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check', '--disable-features=Translate,OptimizationHints'];

export const launch = () => chromium.launch({ executablePath: chromium_path(), args: browser_words });

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
