// Somebody who uses the page: finds controls by role and name, as a screen reader tells them, and uses them where they are, with
// the mouse or the keyboard. Nothing here knows how the page is made.
import assert from 'node:assert/strict';

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

  async #usable() {
    await this.page.waitForFunction(() => performance.getEntriesByName('leadlight-usable').length > 0);
    await this.settles();
  }

  /** Until no frame is to come and nothing is being saved. */
  async settles() {
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

  /** Opens a drop-down and takes an option by its first letters. @param {Name} name @param {string} option */
  async chooses(name, option) {
    await this.clicks('combobox', name);
    await this.sees('option', option);
    await this.page.keyboard.type(option);
    await this.presses('Enter');
  }

  /** @param {Name} label @param {string} text */
  async types(label, text) {
    await this.clicks('textbox', label);
    await this.page.keyboard.type(text);
  }

  /** Tab until it has the focus. @param {Role} role @param {Name} name @param {number} [most] */
  async tabs_to(role, name, most = 80) {
    const target = this.find(role, name);
    await target.waitFor({ state: 'attached', timeout: 5000 });
    for (let i = 0; i < most; i++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
      await this.settles();
    }
    assert.fail(`${role} ${name} can not be reached by Tab`);
  }

  /** @param {...string} keys */
  async presses(...keys) {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await this.settles();
    }
  }

  /** @param {() => Promise<void>} action @param {Parameters<import('playwright-core').FileChooser['setFiles']>[0]} files */
  async picks(action, files) {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser', { timeout: 5000 }), action()]);
    await chooser.setFiles(files);
    await this.settles();
  }

  /** @param {() => Promise<void>} action */
  async downloads(action) {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 10000 }), action()]);
    return download;
  }
}
