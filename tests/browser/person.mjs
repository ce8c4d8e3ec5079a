// Somebody who uses the page: finds controls by role and name, as a screen reader tells them, and uses them where they are, with
// the mouse or the keyboard. Nothing here knows how the page is made.
import assert from 'node:assert/strict';
import { downloaded, engine } from './engine.mjs';

/** @typedef {string | RegExp} Name */
/** @typedef {Parameters<import('playwright-core').Page['getByRole']>[0]} Role */

export class Person {
  /** @param {import('playwright-core').Page} page */
  constructor(page) { this.page = page; }

  /** @param {string} url */
  async opens(url) {
    await this.page.goto(url, { waitUntil: 'load' });
    await this.#usable();
  }

  async reloads() {
    await this.page.reload({ waitUntil: 'load' });
    await this.#usable();
  }

  /** With all that comes behind what can be used (tests/browser/rest.test.mjs does without). */
  async #usable() {
    await this.page.waitForFunction(() => performance.getEntriesByName('leadlight-whole').length > 0);
    await this.settles();
  }

  /** Until no frame is to come and nothing is being saved. (A tab that lies behind another draws none, but in a Chromium without a screen.) */
  async settles() {
    if (engine !== 'chromium') await this.page.bringToFront();
    await this.page.evaluate(() => /** @type {any} */ (window).leadlight.idle());
  }

  async is_saved() {
    await this.page.waitForFunction(() => document.documentElement.dataset.store === 'saved');
  }

  /** @param {Role} role @param {Name} name @param {Role} [inside] */
  find(role, name, inside) {
    const where = inside ? this.page.getByRole(inside) : this.page;
    return where.getByRole(role, { name, exact: typeof name === 'string' }).first();
  }

  /** @param {Role} role @param {Name} name @param {Role} [inside] */
  async sees(role, name, inside) { await this.find(role, name, inside).waitFor({ state: 'attached', timeout: 5000 }); }

  /** @param {RegExp} text */
  async sees_text(text) { await this.page.locator('#mirror').getByText(text).first().waitFor({ state: 'attached', timeout: 5000 }); }

  /** The names of all that have this role, in reading order. @param {Role} role */
  async names(role) {
    return this.page.getByRole(role).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent ?? ''));
  }

  /** What a control says it holds. @param {Role} role @param {Name} name */
  async value(role, name) { return (await this.find(role, name).textContent())?.trim(); }

  /** What is pressed or turned, from the next page on. (A window that opens under the pointer is told of it as of a movement.) */
  async counts_pointer_events() {
    await this.page.addInitScript(() => {
      /** @type {any} */ (window).pointer_events = 0;
      for (const type of ['pointerdown', 'pointerup', 'wheel'])
        addEventListener(type, () => { /** @type {any} */ (window).pointer_events += 1; }, { capture: true });
    });
  }
  async pointer_events() { return this.page.evaluate(() => /** @type {number} */ (/** @type {any} */ (window).pointer_events)); }

  /** Points at the middle of it and presses the mouse button. @param {Role} role @param {Name} name @param {Role} [inside] */
  async clicks(role, name, inside) {
    const target = this.find(role, name, inside);
    await target.waitFor({ state: 'attached', timeout: 5000 });
    await this.settles();
    const box = await target.boundingBox();
    assert.ok(box && box.width > 0 && box.height > 0, `${role} ${name} has a place on screen`);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.up();
    await this.settles();
  }

  /** Until it can be seen in the area that scrolls. @param {Role} role @param {Name} name @param {Role} area */
  async turns_the_wheel_to(role, name, area) {
    const around = await this.page.getByRole(area).first().boundingBox();
    assert.ok(around, `${area} has a place on screen`);
    await this.page.mouse.move(around.x + around.width / 2, around.y + around.height / 2);
    for (let turns = 0; turns < 40; turns++) {
      const box = await this.find(role, name).boundingBox();
      assert.ok(box, `${role} ${name} has a place`);
      const below = box.y + box.height - around.y - around.height;
      if (below <= 0 && box.y >= around.y) return;
      await this.page.mouse.wheel(0, below > 0 ? 100 : -100);
      await this.settles();
    }
    assert.fail(`${role} ${name} does not scroll into view`);
  }

  /** @param {Name} label @param {string} text */
  async types(label, text) {
    await this.clicks('textbox', label);
    await this.page.keyboard.type(text);
  }

  /** Fills in the form of Capture, where she is. @param {string} name @param {{saved?: boolean}} [outcome] */
  async captures(name, { saved = true } = {}) {
    await this.types('Name', name);
    await this.presses('Tab', 'Tab', 'Tab', 'Enter');  // Return in the last field saves
    if (saved) await this.is_saved();
  }

  /**
   * Goes there with Tab, and with the arrow keys among things of one kind, which are one stop for Tab: the rows of a table, the
   * choices of a question. @param {Role} role @param {Name} name @param {Role} [inside]
   */
  async tabs_to(role, name, inside) {
    const target = this.find(role, name, inside);
    await target.waitFor({ state: 'attached', timeout: 5000 });
    const whereabouts = () => target.evaluate((element) => {
      const focus = document.activeElement;
      // Over a field that is edited lies the real one.
      if (element === focus || (focus?.classList.contains('text-field') && focus.ariaLabel === element.getAttribute('aria-label'))) return 'there';
      if (!focus || focus.role !== element.role || focus.parentElement !== element.parentElement) return 'Tab';
      return focus.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING ? 'ArrowDown' : 'ArrowUp';
    });
    for (let tabs = 0, keys = 0; tabs < 60 && keys < 600; keys++) {
      const key = await whereabouts();
      if (key === 'there') return;
      const before = await this.focus();
      await this.presses(key);
      if (key === 'Tab') tabs++;
      else if (await this.focus() === before) { await this.presses('Tab'); tabs++; }  // alike, but each a stop of its own
    }
    assert.fail(`${role} ${name} can not be reached by keyboard`);
  }

  /** Goes there by keyboard and uses it. The focus must then be somewhere. @param {Role} role @param {Name} name @param {Role} [inside] */
  async enters(role, name, inside) {
    await this.tabs_to(role, name, inside);
    await this.presses('Enter');
    assert.notEqual(await this.focus(), '', `the focus after ${role} ${name}`);
  }

  /** As a screen reader does: on the element itself, wherever it is. @param {Role} role @param {Name} name @param {Role} [inside] */
  async activates(role, name, inside) {
    const target = this.find(role, name, inside);
    await target.waitFor({ state: 'attached', timeout: 5000 });
    await target.evaluate((element) => { /** @type {HTMLElement} */ (element).click(); });
    await this.settles();
  }

  /** Likewise. @param {Name} label @param {string} text */
  async fills(label, text) {
    const target = this.find('textbox', label);
    await target.waitFor({ state: 'attached', timeout: 5000 });
    await target.evaluate((element, value) => {
      /** @type {HTMLInputElement} */ (element).value = value;
      element.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    await this.settles();
  }

  /** What has the focus: its role and name; empty if nothing has. */
  async focus() {
    return this.page.evaluate(() => {
      const focus = document.activeElement;
      if (!focus || focus === document.body) return '';
      return `${focus.role ?? focus.localName} ${focus.ariaLabel ?? focus.textContent}`;
    });
  }

  /** @param {...string} keys */
  async presses(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settles();
    }
  }

  /** What was copied elsewhere, by the keys. @param {string} text */
  async pastes(text) {
    const other = await this.page.context().newPage();
    await other.goto('about:blank');
    await other.evaluate((copied) => {
      const field = document.createElement('textarea');
      field.value = copied;
      document.body.append(field);
      field.focus();
      field.select();
    }, text);
    await other.keyboard.press('Control+c');
    await other.close();
    await this.page.bringToFront();
    await this.presses('Control+v');
  }

  /** @param {() => Promise<void>} action @param {Parameters<import('playwright-core').FileChooser['setFiles']>[0]} files */
  async picks(action, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser', { timeout: 5000 }), action()]);
    await chooser.setFiles(files);
    await this.settles();
  }

  /** @param {() => Promise<void>} action */
  async downloads(action) { return downloaded(this.page, action); }
}
