// The browsers that the tests run in: ENGINE=chromium (if not said otherwise), firefox or webkit, each as Debian has it.
import { spawn } from 'node:child_process';
import { accessSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, firefox } from 'playwright-core';

export const engine = process.env.ENGINE ?? 'chromium';
/** For `skip` of a test. */
export const only_in_chromium = engine === 'chromium' ? false : 'needs what only Chromium lends to tests';

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
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', () => reject(new Error('Xvfb ended')));
    server.stdio[3]?.on('data', (number) => resolve({ name: `:${String(number).trim()}`, close: () => { server.kill(); } }));
  });
}

/** @type {string | undefined} where Firefox puts what is downloaded */
let downloads;

/** By WebDriver BiDi; it has WebGL2 on a screen only. */
async function launch_firefox() {
  const screen = await start_screen();
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-downloads-'));
  downloads = folder;
  const browser = await firefox.launch({
    channel: 'moz-firefox', executablePath: first_of([process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'], 'Firefox'), headless: false, downloadsPath: folder,
    env: { ...process.env, DISPLAY: screen.name, LIBGL_ALWAYS_SOFTWARE: '1' },
    firefoxUserPrefs: { 'webgl.force-enabled': true },
  });
  browser.on('disconnected', () => {
    screen.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return browser;
}

export const launch = () => engine === 'firefox' ? launch_firefox() : launch_chromium();

/**
 * The file that the page gives to the person. @param {import('playwright-core').Page} page @param {() => Promise<void>} action
 * @returns {Promise<Pick<import('playwright-core').Download, 'path' | 'suggestedFilename'>>}
 */
export async function downloaded(page, action) {
  if (!downloads) return (await Promise.all([page.waitForEvent('download', { timeout: 10000 }), action()]))[0];
  const folder = downloads;
  const before = readdirSync(folder);
  await action();
  for (let waits = 0; waits < 200; waits++) {
    const [file, other] = readdirSync(folder).filter((name) => !before.includes(name));
    if (file && !other && !file.endsWith('.part')) return { path: async () => join(folder, file), suggestedFilename: () => file };
    await page.waitForTimeout(50);
  }
  throw new Error('no file came');
}
