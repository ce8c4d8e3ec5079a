/// <reference path="./window.d.ts" />
// What works the page from inside of it, faster than keys from outside: it sets and clicks the elements of the mirror, as a
// screen reader does, so each edit goes through view, command, book and store as a person's does.

/** Runs in the page before any of its scripts; must not refer to anything outside of itself. */
export function install() {
  // A WebGL context that takes every call and draws nothing: without a graphics card pixels take most of the time.
  const asked = new Map(Object.entries({
    getError: 0, getParameter: '', getExtension: null, getSupportedExtensions: [], getShaderInfoLog: '', getProgramInfoLog: '', getContextAttributes: {}, isContextLost: false,
    getShaderParameter: 1, getProgramParameter: 1, getAttribLocation: 1, getUniformLocation: {}, getActiveUniform: { name: '', size: 0, type: 0 },
  }));
  const idle = new Proxy(Object.create(WebGL2RenderingContext.prototype), {
    get: (own, name) => {
      if (Object.hasOwn(own, name)) return own[name];  // kept there by Emscripten
      const constant = /** @type {any} */ (WebGL2RenderingContext)[name];
      if (typeof constant === 'number') return constant;
      return asked.has(String(name)) ? () => asked.get(String(name)) : () => ({});
    },
  });
  const context = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = /** @type {any} */ (/** @this {HTMLCanvasElement} */ function (/** @type {string} */ kind, /** @type {any} */ options) {
    return kind === 'webgl2' ? idle : context.call(this, kind, options);
  });

  // A draft that another tab or a killed browser left would be mixed up with what is entered here: none is found when the page
  // starts (drafts.test.mjs looks for them).
  for (const name of /** @type {const} */ (['getAll', 'getAllKeys'])) {
    const get = IDBObjectStore.prototype[name];
    let starts = true;
    IDBObjectStore.prototype[name] = function (/** @type {any} */ query, /** @type {any} */ ...more) {
      const hides = starts && query instanceof IDBKeyRange && String(query.lower).startsWith('leadlight.draft.');
      if (hides) starts = false;
      return get.call(this, hides ? IDBKeyRange.only('') : query, ...more);
    };
  }

  // The page joins its segments at most once a minute, with a frame; tests let it get later faster.
  const now = performance.now.bind(performance);
  let later_ms = 0;
  performance.now = () => now() + later_ms;

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
    for (const end = now() + ms; now() < end; await pause(1)) {
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
  /**
   * Fills in a field and presses the button that saves it. A field that opens just then may take the first press for itself, so it
   * is tried until it is done.
   * @param {string} field @param {string} value @param {string} button @param {() => boolean} done
   */
  const enter = async (field, value, button, done) => {
    for (let tries = 0; !done(); tries++) {
      if (tries > 20) throw new Error(`${button} does nothing`);
      await fill('textbox', field, value);
      for (const end = now() + 500; !done() && now() < end; await pause(2)) {
        const there = find('button', button);
        if (!there) continue;
        const before = safety();
        there.click();
        // Taken for sure; what shows it may come a frame later, and in a tab behind others frames are rare.
        if (before === 'saved' && safety() !== 'saved') return void await until(done);
        for (const soon = now() + 3000; !done() && now() < soon;) await pause(2);
      }
    }
  };
  const go = async (/** @type {string} */ place) => {
    location.hash = `#/${place}`;
    await until(() => !place.startsWith('capture') || find('textbox', 'Name'));
  };

  const driver = {
    press, fill, go, until, saved, safety,
    pause,
    minutes_pass: (/** @type {number} */ minutes) => { later_ms += minutes * 60000; },
    names: (/** @type {string} */ role) => all(role).map((one) => one.dataset.name ?? ''),
    text: () => [...document.querySelectorAll('#mirror [data-name]')].map((one) => /** @type {HTMLElement} */ (one).dataset.name).join('\n'),
    usable: () => until(() => performance.getEntriesByName('leadlight-usable').length > 0, 60000),

    /** Adds a lead of this name in Capture. When it returns the edit is made, and on its way. @param {string} name */
    capture: async (name) => {
      await enter('Name', name, 'Save and next', () => all('status').some((one) => [`Added ${name}`, `Added ${name}, but it is not saved yet`].includes(one.dataset.name ?? '')));
    },
    /** Writes a note on the card that is open. @param {string} text */
    note: async (text) => {
      await enter('New note', text, 'Add note', () => {
        if (find('listitem', `${text}, `)) return true;
        all('button').find((one) => /^Show all \d/.test(one.dataset.name ?? ''))?.click();  // by a clock that jumps it may stand far below
        return false;
      });
    },
    /** The whole book, as the page exports it. @returns {Promise<string>} */
    export: async () => {
      given = undefined;
      await go('share');
      await press('button', 'Export snapshot');
      return (await until(() => given)).text();
    },
    /** What the page gives to the person instead of restoring. @returns {Promise<string>} */
    copy: async () => {
      given = undefined;
      await press('button', 'Save a copy as a file');
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

/**
 * Runs in the page: edits for ever, in bursts, and tells what has been acknowledged.
 * @param {{tab: string, bursts: number[], lead: string | undefined}} work  with a lead: notes on its card
 */
export async function edits_for_ever({ tab, bursts, lead }) {
  const { driver } = window;
  await driver.go(lead ? `lead/${lead}` : 'capture');
  for (let i = 0; ; i++) {
    const names = [];
    for (let k = bursts[i % bursts.length]; k > 0; k--) {
      const name = `${tab}e${i}b${k}`;
      await (lead ? driver.note(name) : driver.capture(name));
      names.push(name);
    }
    await driver.saved();
    void window.acknowledged(names);
  }
}
