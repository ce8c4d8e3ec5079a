/// <reference path="./window.d.ts" />
// What works the page from inside of it, faster than keys from outside: it sets and clicks the elements of the mirror, as a
// screen reader does, so each edit goes through view, command, book and store as a person's does.

/**
 * Runs in the page before any of its scripts; must not refer to anything outside of itself.
 * @param {{draws: boolean}} options whether pixels are wanted: without a graphics card they take most of the time
 */
export function install({ draws }) {
  if (!draws) WebGL2RenderingContext.prototype.drawElements = () => {};

  /** @type {Blob | undefined} the last file that the page gave to the person */
  let given;
  const create = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    if (object instanceof Blob) given = object;
    return create(object);
  };

  const all = (/** @type {string} */ role) => [...document.querySelectorAll(`#mirror [data-role="${role}"]`)].map((one) => /** @type {HTMLInputElement} */ (one));
  const find = (/** @type {string} */ role, /** @type {string} */ start) => all(role).find((one) => one.dataset.name?.startsWith(start));
  const pause = (/** @type {number} */ ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
  /** @template T @param {() => T} what @param {number} [ms] @returns {Promise<NonNullable<T>>} */
  const until = async (what, ms = 20000) => {
    for (const end = performance.now() + ms; performance.now() < end; await pause(1)) {
      const value = what();
      if (value) return value;
    }
    throw new Error(`waited in vain for ${what}; the page shows: ${document.getElementById('mirror')?.innerText.slice(0, 2000)}`);
  };
  const safety = () => document.documentElement.dataset.store;
  const saved = (/** @type {number} */ ms) => until(() => safety() === 'saved', ms);
  const press = async (/** @type {string} */ role, /** @type {string} */ start) => (await until(() => find(role, start))).click();
  const fill = async (/** @type {string} */ role, /** @type {string} */ start, /** @type {string} */ value) => {
    const field = await until(() => find(role, start));
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  // A field that opens just then takes the first press for itself.
  const press_until = async (/** @type {string} */ start, /** @type {() => boolean} */ done) => {
    for (let presses = 1; !done(); presses++) {
      if (presses > 20) throw new Error(`${start} does nothing`);
      await press('button', start);
      for (const end = performance.now() + 300; !done() && performance.now() < end;) await pause(2);
    }
  };
  const go = async (/** @type {string} */ place) => {
    location.hash = `#/${place}`;
    await until(() => !place.startsWith('capture') || find('textbox', 'Name'));
  };

  const driver = {
    press, fill, go, until, saved, safety,
    pause,
    names: (/** @type {string} */ role) => all(role).map((one) => one.dataset.name ?? ''),
    text: () => [...document.querySelectorAll('#mirror [data-name]')].map((one) => /** @type {HTMLElement} */ (one).dataset.name).join('\n'),
    usable: () => until(() => performance.getEntriesByName('leadlight-usable').length > 0, 60000),

    /** Adds a lead of this name in Capture. When it returns the edit is made, and on its way. @param {string} name */
    capture: async (name) => {
      await until(() => find('textbox', 'Name')?.value === '');
      await fill('textbox', 'Name', name);
      await press_until('Save and next', () => find('textbox', 'Name')?.value === '');  // only now it is entered
    },
    /** Writes a note on the card that is open. @param {string} text */
    note: async (text) => {
      await fill('textbox', 'New note', text);
      await press_until('Save note', () => find('textbox', 'New note')?.value === '');
    },
    /** The whole book, as the page exports it. @returns {Promise<string>} */
    export: async () => {
      given = undefined;
      await go('share');
      await press('button', 'Export snapshot');
      return (await until(() => given)).text();
    },
    paste: (/** @type {string} */ text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
  };
  Object.assign(window, { driver });
}
