// The browsers that the tests run in: ENGINE=chromium (if not said otherwise), firefox or webkit, each as Debian has it.
import { spawn } from 'node:child_process';
import { accessSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';

export const engine = process.env.ENGINE ?? 'chromium';
/** What a browser lends no test here: by its driver's limits, though the browser itself may have it; or, in WebKitGTK, the last, by its own. @type {Record<string, string[]>} */
const lacking = {
  firefox: ['its own protocol', 'a finger', 'more contrast', 'paper', 'a profile of before', 'two people in turn'],
  webkit: ['its own protocol', 'a finger', 'more contrast', 'paper', 'a profile of before', 'scripts before the page\'s', 'answers in place of the server\'s',
    'requests that are told', 'densities between', 'questions at closing', 'files of the origin'],
};
/** For `skip` of a test: why, or false. @param {...string} needs */
export const lacks = (...needs) => {
  const missing = needs.filter((one) => lacking[engine]?.includes(one));
  return missing.length > 0 && `not for tests in ${engine} here: ${missing.join(', ')}`;
};

/** @param {(string | undefined)[]} paths @param {string} what */
function first_of(paths, what) {
  for (const path of paths) {
    try { accessSync(path ?? ''); return path ?? ''; } catch { /* the next */ }
  }
  throw new Error(`No ${what} was found. Please run make setup.`);
}

export const chromium_path = () => first_of([process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'], 'Chromium (or set CHROMIUM to its path)');

/** WebGL2 without a graphics card, and no traffic of the browser's own. */
export const browser_words = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run', '--no-default-browser-check', '--disable-features=Translate,OptimizationHints'];

export const launch_chromium = () => chromium.launch({ executablePath: chromium_path(), args: browser_words });

/** A screen that nobody sees. @returns {Promise<{name: string, close: () => void}>} */
function start_screen() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '2400x3600x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new Error('Xvfb ended')));
    server.stdio[3]?.on('data', (number) => resolve({ name: `:${String(number).trim()}`, close: () => { server.kill(); } }));
  });
}

/** @type {string | undefined} where what is downloaded goes; Chromium tells by itself */
let downloads;

/** A browser on a screen, without which it has no WebGL2. @param {(screen: string, downloads: string) => Promise<import('playwright-core').Browser>} start */
async function launch_on_screen(start) {
  const screen = await start_screen();
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-browser-'));
  downloads = join(folder, 'downloads');
  mkdirSync(downloads);
  const browser = await start(screen.name, downloads);
  const close = browser.close.bind(browser);
  browser.close = async () => {
    await close();
    screen.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return browser;
}

/** By WebDriver BiDi. @param {string} screen @param {string} folder */
const launch_firefox = (screen, folder) => firefox.launch({
  channel: 'moz-firefox', executablePath: first_of([process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'], 'Firefox'), headless: false, downloadsPath: folder,
  env: { ...process.env, DISPLAY: screen, LIBGL_ALWAYS_SOFTWARE: '1' }, firefoxUserPrefs: { 'webgl.force-enabled': true },
});

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launch() {
  switch (engine) {
    case 'chromium': return launch_chromium();
    case 'firefox': return launch_on_screen(launch_firefox);
    case 'webkit': {
      const { launch_webkit } = await import('./webkit.mjs');
      return launch_on_screen(async (screen, folder) => /** @type {any} */ (await launch_webkit(screen, folder)));
    }
    default: throw new Error(`ENGINE is chromium, firefox or webkit, not ${engine}`);
  }
}

/**
 * The file that the page gives to the person. @param {import('playwright-core').Page} page @param {() => Promise<void>} action
 * @returns {Promise<Pick<import('playwright-core').Download, 'path' | 'suggestedFilename'>>}
 */
export async function downloaded(page, action) {
  if (!downloads) return (await Promise.all([page.waitForEvent('download', { timeout: 10000 }), action()]))[0];
  await action();
  for (let waits = 0; waits < 200; waits++) {
    const [file, other] = readdirSync(downloads);
    if (file && !other && !/\.(part|wkdownload)$/.test(file)) {
      const taken = join(mkdtempSync(`${downloads}-`), file);  // out of the way of one of the same name
      renameSync(join(downloads, file), taken);
      return { path: async () => taken, suggestedFilename: () => file };
    }
    await page.waitForTimeout(50);
  }
  throw new Error('no file came');
}
