// The page around the canvas: what the device prefers, whether it is seen, colours of the browser's bars, and a few facts
// for tests in window.leadlight.

const leadlight_page = {
  // In the order of book::Safety.
  store_words: ['loading', 'saved', 'saving', 'not-saved'],
  // In the order of ImGuiMouseCursor, from 0.
  cursors: ['default', 'text', 'move', 'ns-resize', 'ew-resize', 'nesw-resize', 'nwse-resize', 'pointer', 'wait', 'progress', 'not-allowed'],

  /** How much larger than usual the browser is set to show text. */
  text_scale: () => {
    const probe = document.body.appendChild(document.createElement('span'));
    probe.className = 'usual-text';
    const size = Number.parseFloat(getComputedStyle(probe).fontSize);
    probe.remove();
    return size > 0 ? size / 16 : 1;
  },

  /** A frame may ask for another, a save for a frame: so the page counts as idle when it was twice in a row. @param {number} self */
  idle: async (self) => {
    for (let quiet = 0; quiet < 2;) {
      await new Promise((resolve) => { setTimeout(resolve, 20); });
      quiet = _leadlight_page_idle(self) ? quiet + 1 : 0;
    }
  },
};

addToLibrary({
  $leadlight_page: leadlight_page,

  leadlight_page_start__deps: ['$leadlight_page', '$leadlight_mirror', '$leadlight_storage'],
  /** @param {number} self */
  leadlight_page_start: (self) => {
    const queries = ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(pointer: coarse)', '(prefers-contrast: more), (forced-colors: active)'].map((query) => matchMedia(query));
    const tell_device = () => {
      const [dark, still, coarse, contrast] = queries.map(({ matches }) => (matches ? 1 : 0));
      _leadlight_page_device(self, dark, still, coarse, contrast, leadlight_page.text_scale());
    };
    for (const query of queries) query.addEventListener('change', tell_device);
    tell_device();

    const tell_visible = () => _leadlight_page_visible(self, document.visibilityState === 'visible' ? 1 : 0);
    document.addEventListener('visibilitychange', tell_visible);
    addEventListener('pagehide', () => _leadlight_page_visible(self, 0));
    addEventListener('pageshow', tell_visible);
    addEventListener('beforeunload', (event) => {
      if (!leadlight_storage.stopped && _leadlight_page_unsaved(self)) event.preventDefault();
    });
    if (document.visibilityState !== 'visible') tell_visible();

    Object.assign(window, {
      leadlight: Object.freeze({
        get frames() { return _leadlight_page_frames(self); },
        is_idle: () => Boolean(_leadlight_page_idle(self)),
        idle: () => leadlight_page.idle(self),
        enable_mirror: () => leadlight_mirror.enable(),
      }),
    });
  },

  leadlight_page_usable: () => {
    performance.mark('leadlight-usable');
    dispatchEvent(new Event('leadlight-usable'));
  },

  // What is being waited for can be read under the picture before the first one.
  leadlight_page_waits: () => document.getElementById('boot')?.remove(),

  leadlight_page_store__deps: ['$leadlight_page'],
  /** @param {number} safety */
  leadlight_page_store: (safety) => {
    document.documentElement.dataset.store = leadlight_page.store_words[safety];
  },

  /** @param {number} background as ImGui packs colours @param {number} dark */
  leadlight_page_colours: (background, dark) => {
    const colour = `rgb(${background & 255} ${background >>> 8 & 255} ${background >>> 16 & 255})`;
    document.documentElement.style.backgroundColor = colour;
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', colour);
  },

  /** @param {number} zoom */
  leadlight_page_zoom: (zoom) => {
    /** @type {HTMLElement} */ (document.getElementById('mirror')).style.transform = zoom === 1 ? '' : `scale(${zoom})`;
  },

  leadlight_page_cursor__deps: ['$leadlight_page'],
  /** @param {number} cursor */
  leadlight_page_cursor: (cursor) => {
    /** @type {HTMLElement} */ (document.getElementById('canvas')).style.cursor = leadlight_page.cursors[cursor] ?? 'none';
  },

  leadlight_boot_no_webgl: () => { dispatchEvent(new Event('leadlight-no-webgl')); },
});
