// One finger, by the browser's own touch events (which the tests of Chromium alone can make), 60 of them a second however slow the
// machine: how fast it was decides how far a page glides on.
import assert from 'node:assert/strict';

/** @typedef {import('./person.mjs').Person} Person */
/** @typedef {import('./person.mjs').Role} Role */
/** @typedef {import('./person.mjs').Name} Name */

/** @type {WeakMap<Person, Finger>} */
const known = new WeakMap();

export class Finger {
  #timestamp = Date.now() / 1000;

  /** @param {Person} person @param {import('playwright-core').CDPSession} client */
  constructor(person, client) {
    this.person = person;
    this.client = client;
  }

  /** @param {Person} person */
  static async of(person) {
    const finger = known.get(person) ?? new Finger(person, await person.page.context().newCDPSession(person.page));
    known.set(person, finger);
    return finger;
  }

  /** @param {'touchStart' | 'touchMove' | 'touchEnd'} type @param {{x: number, y: number}[]} touchPoints */
  #send(type, touchPoints) {
    this.#timestamp = type === 'touchStart' ? Math.max(this.#timestamp, Date.now() / 1000) : this.#timestamp + 1 / 60;
    return this.client.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp: this.#timestamp });
  }
  /** @param {number} x @param {number} y */
  down(x, y) { return this.#send('touchStart', [{ x, y }]); }
  /** @param {number} x @param {number} y */
  move(x, y) { return this.#send('touchMove', [{ x, y }]); }
  up() { return this.#send('touchEnd', []); }

  /** From a point, without a rest before it lifts. @param {number} x @param {number} y @param {number} dx @param {number} dy */
  async slides(x, y, dx, dy) {
    await this.down(x, y);
    for (let i = 1; i <= 5; i++) await this.move(x + dx * i / 5, y + dy * i / 5);
    await this.up();
    await this.person.settles();
  }

  /**
   * Slides the page or sheet up until it can be seen, and taps it. What is a long way below is only told of when it is near.
   * @param {Role} role @param {Name} name @param {Role} [inside]
   */
  async taps(role, name, inside) {
    const target = this.person.find(role, name, inside);
    await this.person.settles();
    const size = this.person.page.viewportSize();
    assert.ok(size);
    const [top, bottom] = [70, size.height - 140];  // between the heading and what may stand below
    for (let tries = 0, before = Number.NaN; tries < 30; tries++) {
      const box = await target.count() > 0 ? await target.boundingBox() : null;
      const y = box ? box.y + box.height / 2 : size.height;
      const stays = box?.y === before;
      if (box && ((y > top && y < bottom) || (stays && y > 0 && y < size.height))) {
        await this.down(box.x + box.width / 2, y);
        await this.up();
        return this.person.settles();
      }
      before = box?.y ?? Number.NaN;
      await this.slides(size.width / 2, (top + bottom) / 2, 0, y >= bottom ? -240 : 240);
    }
    assert.fail(`${role} ${name} does not slide into view`);
  }
}
