// WebKitGTK by WebDriver, for tests that are written for Playwright's pages: as much of its Browser, Page and Locator as they use
// in every engine. Roles and names come from what the engine's document holds, by Testing Library.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webdriver from 'selenium-webdriver';

const { Builder, By, Capabilities, Key, Origin } = webdriver;
const by_role = readFileSync(createRequire(import.meta.url).resolve('@testing-library/dom/dist/@testing-library/dom.umd.min.js'), 'utf8');

/** @typedef {import('selenium-webdriver').WebDriver} Driver */
/** @typedef {{css: string} | {role: string, name?: string | {source: string, flags: string}, exact?: boolean} | {has_text: string} | {said: {source: string, flags: string}} | {nth: number}} Step */

const pause = (/** @type {number} */ ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

/** Runs in the page: the elements that the steps lead to. @param {Step[]} steps */
function resolve_steps(steps) {
  const library = /** @type {any} */ (window).TestingLibraryDom;
  /** @type {Element[]} */
  let found = [document.documentElement];
  for (const step of steps) {
    if ('css' in step) {
      found = found.flatMap((root) => [...root.querySelectorAll(step.css)]);
    } else if ('role' in step) {
      const { name } = step;
      /** @type {RegExp | string | ((said: string) => boolean) | undefined} */
      let wanted;
      if (name && typeof name === 'object') wanted = new RegExp(name.source, name.flags);
      else if (typeof name === 'string') wanted = step.exact ? name : (said) => said.toLowerCase().includes(name.toLowerCase());
      found = found.flatMap((root) => library.queryAllByRole(root, step.role, wanted === undefined ? {} : { name: wanted }));
    } else if ('has_text' in step) {
      found = found.filter((one) => one.textContent?.toLowerCase().includes(step.has_text.toLowerCase()));
    } else if ('said' in step) {
      found = found.flatMap((root) => library.queryAllByText(root, new RegExp(step.said.source, step.said.flags)));
    } else {
      found = found.slice(step.nth, step.nth + 1);
    }
  }
  return found;
}

class Locator {
  /** @param {Page} page @param {Step[]} steps */
  constructor(page, steps) { this.page = page; this.steps = steps; }

  /** @param {Step} step */
  #then(step) { return new Locator(this.page, [...this.steps, step]); }
  /** @param {string} css */
  locator(css) { return this.#then({ css }); }
  /** @param {string} role @param {{name?: string | RegExp, exact?: boolean}} [options] */
  getByRole(role, options) { return this.#then(role_step(role, options)); }
  /** @param {RegExp} text */
  getByText({ source, flags }) { return this.#then({ said: { source, flags } }); }
  /** @param {{hasText: string}} what */
  filter({ hasText }) { return this.#then({ has_text: hasText }); }
  first() { return this.#then({ nth: 0 }); }
  /** @param {number} nth */
  nth(nth) { return this.#then({ nth }); }

  /** @param {(all: any[], arg?: any) => any} run @param {unknown} [arg] */
  evaluateAll(run, arg) { return this.page.run_with(`(${run})(resolve_steps(steps), arg)`, this.steps, arg); }
  /** @param {(one: any, arg?: any) => any} run @param {unknown} [arg] */
  async evaluate(run, arg) {
    await this.waitFor();
    return this.page.run_with(`(${run})(resolve_steps(steps)[0], arg)`, this.steps, arg);
  }
  count() { return this.evaluateAll((all) => all.length); }
  textContent() { return this.evaluate((one) => one.textContent); }
  inputValue() { return this.evaluate((one) => one.value); }
  innerText() { return this.evaluate((one) => one.innerText); }
  innerHTML() { return this.evaluate((one) => one.innerHTML); }
  focus() { return this.evaluate((one) => one.focus()); }
  /** @param {string} text */
  fill(text) {
    return this.evaluate((one, value) => {
      one.value = value;
      one.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }
  async all() { return Array.from({ length: await this.count() }, (_, nth) => this.nth(nth)); }
  isVisible() { return this.evaluateAll((all) => all.length > 0 && all[0].checkVisibility()); }
  /** @param {string} name */
  getAttribute(name) { return this.evaluate((one, which) => one.getAttribute(which), name); }
  boundingBox() {
    return this.evaluate((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x, y, width, height };
    });
  }
  /** @param {{state?: string, timeout?: number}} [options] */
  async waitFor({ timeout = 10000, state = 'attached' } = {}) {
    for (const end = Date.now() + timeout; (await this.count() === 0) !== (state === 'detached'); await pause(20))
      if (Date.now() > end) throw new Error(`waited in vain for ${JSON.stringify(this.steps)}`);
  }
}

/** @param {string} role @param {{name?: string | RegExp, exact?: boolean}} [options] @returns {Step} */
const role_step = (role, { name, exact } = {}) => ({ role, name: name instanceof RegExp ? { source: name.source, flags: name.flags } : name, exact });

const keys = new Map(Object.entries({
  Enter: Key.ENTER, Tab: Key.TAB, Escape: Key.ESCAPE, End: Key.END, Home: Key.HOME, Backspace: Key.BACK_SPACE, Delete: Key.DELETE,
  ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT,
  PageDown: Key.PAGE_DOWN, PageUp: Key.PAGE_UP, Shift: Key.SHIFT, Control: Key.CONTROL, Alt: Key.ALT,
}));

class Page {
  #at = { x: 0, y: 0 };
  #turned = { x: 0, y: 0 };
  /** @type {(() => void)[]} */
  #scripts = [];
  /** @param {Context} context @param {Driver} driver @param {string} handle */
  constructor(context, driver, handle) {
    this.of = context;
    this.driver = driver;
    this.handle = handle;
    this.keyboard = {
      /** @param {string} key */
      press: async (key) => {
        await this.bringToFront();
        const parts = key.split(/\+(?=.)/).map((part) => keys.get(part) ?? part);
        let actions = driver.actions();
        for (const part of parts) actions = actions.keyDown(part);
        for (const part of parts.reverse()) actions = actions.keyUp(part);
        await actions.perform();
      },
      /** @param {string} text */
      type: async (text) => {
        await this.bringToFront();
        await driver.actions().sendKeys(text).perform();
      },
    };
    const pointer = async (/** @type {(actions: import('selenium-webdriver').Actions) => import('selenium-webdriver').Actions} */ does) => {
      await this.bringToFront();
      await does(driver.actions({ async: true })).perform();
    };
    this.mouse = {
      /** @param {number} x @param {number} y */
      move: async (x, y) => {
        this.#at = { x: Math.round(x), y: Math.round(y) };
        await pointer((actions) => actions.move({ ...this.#at, origin: Origin.VIEWPORT, duration: 0 }));
      },
      down: () => pointer((actions) => actions.press()),
      up: () => pointer((actions) => actions.release()),
      /** @param {number} x @param {number} y */
      click: async (x, y) => {
        await this.mouse.move(x, y);
        await this.mouse.down();
        await this.mouse.up();
      },
      /** Its driver turns the wheel by how much the way differs from the one before. @param {number} dx @param {number} dy */
      wheel: (dx, dy) => {
        this.#turned = { x: this.#turned.x + dx, y: this.#turned.y + dy };
        return pointer((/** @type {any} scroll is not in its types yet */ actions) => actions.scroll(this.#at.x, this.#at.y, this.#turned.x, this.#turned.y, Origin.VIEWPORT));
      },
    };
  }

  context() { return this.of; }
  on() { /* its driver tells nothing by itself */ }
  setDefaultTimeout() { /* each wait has its own */ }
  async bringToFront() {
    if (this.of.in_front === this.handle) return;
    await this.driver.switchTo().window(this.handle);
    this.of.in_front = this.handle;
  }
  /** Once the document is there: too late for what must come before the page's own scripts. @param {() => void} script */
  async addInitScript(script) { this.#scripts.push(script); }
  async #loaded() { for (const script of this.#scripts) await this.evaluate(script); }
  /** @param {string} url */
  async goto(url) {
    await this.bringToFront();
    await this.driver.get(url);
    await this.#loaded();
  }
  async reload() {
    await this.bringToFront();
    await this.driver.navigate().refresh();
    await this.#loaded();
  }
  async goBack() {
    await this.bringToFront();
    await this.driver.navigate().back();
  }
  waitForTimeout(/** @type {number} */ ms) { return pause(ms); }
  async close() {
    await this.bringToFront();
    // Without any window the driver would end.
    const others = (await this.driver.getAllWindowHandles()).length > 1;
    if (!others) {
      await this.driver.switchTo().newWindow('window');
      this.of.fresh = true;
      const spare = await this.driver.getWindowHandle();
      await this.driver.switchTo().window(this.handle);
      await this.driver.close();
      await this.driver.switchTo().window(spare);
    } else {
      await this.driver.close();
    }
    this.of.in_front = '';
  }

  /** Runs `code`, which knows `arg`, `steps` and resolve_steps. @param {string} code @param {Step[]} steps @param {unknown} arg @returns {Promise<any>} */
  async run_with(code, steps, arg) {
    await this.bringToFront();
    const script = `const [steps, arg, done] = arguments; ${resolve_steps}
      if (steps.some((step) => step.role || step.said) && !window.TestingLibraryDom) return done({ library: true });
      (async () => ${code})().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const ask = () => /** @type {Promise<{value?: unknown, error?: string, library?: boolean}>} */ (this.driver.executeAsyncScript(script, steps, arg));
    let answer = await ask();
    if (answer.library) {
      await this.driver.executeScript(`${by_role}; window.TestingLibraryDom.configure({ throwSuggestions: false })`);
      answer = await ask();
    }
    if (answer.error) throw new Error(answer.error);
    return answer.value ?? undefined;
  }
  /** @param {(arg?: any) => any} run @param {unknown} [arg] */
  evaluate(run, arg) { return this.run_with(`(${run})(arg)`, [], arg); }
  /** @param {(arg?: any) => any} run @param {unknown} [arg] @param {{timeout?: number}} [options] */
  async waitForFunction(run, arg, { timeout = 30000 } = {}) {
    for (const end = Date.now() + timeout; !await this.evaluate(run, arg); await pause(20))
      if (Date.now() > end) throw new Error(`waited in vain for ${run}`);
  }
  /** @param {string} css */
  locator(css) { return new Locator(this, [{ css }]); }
  /** @param {string} role @param {{name?: string | RegExp, exact?: boolean}} [options] */
  getByRole(role, options) { return new Locator(this, [role_step(role, options)]); }
  url() { return this.driver.getCurrentUrl(); }
  /** @param {{width: number, height: number}} size */
  async setViewportSize(size) {
    await this.bringToFront();
    await give_size(this.driver, size);
  }
  async screenshot() {
    await this.bringToFront();
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }

  /** A new document has no mark of the one before. */
  async #new_document() {
    await this.evaluate(() => { Object.assign(window, { seen_by_test: true }); });
    await this.waitForFunction(() => document.readyState === 'complete' && !('seen_by_test' in window));
  }
  /** Of the kinds of event only a few. When a file is asked for, the page's own field for it stays, and takes one. @param {'filechooser' | 'load' | 'close'} kind @returns {Promise<any>} */
  async waitForEvent(kind) {
    if (kind === 'load') return this.#new_document();
    if (kind === 'close') return undefined;  // close() has waited for it
    if (kind !== 'filechooser') throw new Error(`no ${kind} is told here`);
    await this.evaluate(() => {
      const click = HTMLInputElement.prototype.click;
      HTMLInputElement.prototype.click = function () { if (this.type !== 'file') click.call(this); };
    });
    await this.locator('input[type=file]').waitFor();
    return {
      /** @param {string | {name: string, buffer: Buffer}} file */
      setFiles: async (file) => {
        let path = file;
        if (typeof path !== 'string') {
          const { name, buffer } = path;
          writeFileSync(path = join(this.of.home, name), buffer);
        }
        await this.bringToFront();
        await this.driver.findElement(By.css('input[type=file]')).sendKeys(path);
      },
    };
  }
}

class Context {
  in_front = '';
  fresh = true;
  /** @param {Driver} driver @param {string} home @param {() => void} end */
  constructor(driver, home, end) { this.driver = driver; this.home = home; this.end = end; }
  async newPage() {
    if (!this.fresh) {
      const [one] = await this.driver.getAllWindowHandles();
      await this.driver.switchTo().window(one);  // the one that was in front may be closed
      await this.driver.switchTo().newWindow('window');
    }
    this.fresh = false;
    this.in_front = await this.driver.getWindowHandle();
    return new Page(this, this.driver, this.in_front);
  }
  async close() {
    try { await this.driver.quit(); } finally { this.end(); }
  }
}

/** A driver has room for one browser. @param {string} screen @param {string} home @param {Record<string, string>} wishes_of_gtk */
async function start_driver(screen, home, wishes_of_gtk) {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  const server = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`],
    { stdio: 'ignore', env: { ...process.env, DISPLAY: screen, HOME: home, GDK_BACKEND: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', ...wishes_of_gtk } });
  const [libraries] = readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')).map((name) => join('/usr/lib', name));
  const [browser] = readdirSync(libraries).filter((name) => name.startsWith('webkit2gtk-')).map((name) => join(libraries, name, 'MiniBrowser'));
  const wishes = new Capabilities({ browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } });
  for (let tries = 0; ; tries++) {
    try {
      const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wishes).build();
      await driver.manage().setTimeouts({ script: 60000 });
      return { driver, end: () => { server.kill(); } };
    } catch (error) {
      if (tries > 50) throw error;
      await pause(100);  // it does not listen yet
    }
  }
}

/** So that the page, without what the window has around it, is as large. @param {Driver} driver @param {{width: number, height: number}} size */
async function give_size(driver, size) {
  const frame = driver.manage().window();
  await frame.setRect({ x: 0, y: 0, ...size });
  const [width, height] = /** @type {[number, number]} */ (await driver.executeScript('return [innerWidth, innerHeight]'));
  await frame.setRect({ x: 0, y: 0, width: 2 * size.width - width, height: 2 * size.height - height });
}

/** @param {string} screen @param {string} downloads */
export async function launch_webkit(screen, downloads) {
  const home = mkdtempSync(join(tmpdir(), 'leadlight-webkit-'));
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  /** @type {Set<Context>} */
  const contexts = new Set();
  return {
    /** What the page is told of the device, GTK is told before. @param {{viewport?: {width: number, height: number}, deviceScaleFactor?: number, colorScheme?: string}} [options] */
    newContext: async ({ viewport = { width: 1280, height: 800 }, deviceScaleFactor = 1, colorScheme = 'light' } = {}) => {
      const { driver, end } = await start_driver(screen, home, { GDK_SCALE: String(deviceScaleFactor), GTK_THEME: colorScheme === 'dark' ? 'Adwaita:dark' : 'Adwaita' });
      await give_size(driver, viewport);
      const context = new Context(driver, home, () => {
        contexts.delete(context);
        end();
      });
      contexts.add(context);
      return context;
    },
    close: async () => {
      await Promise.allSettled([...contexts].map((context) => context.close()));
      rmSync(home, { recursive: true, force: true });
    },
  };
}
