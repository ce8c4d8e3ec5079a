// The canvas follows its box in device pixels, so that a pixel drawn is a pixel of the screen.

const leadlight_canvas = {
  /** @param {string} side */
  inset: (side) => Number.parseFloat(getComputedStyle(/** @type {HTMLElement} */ (document.getElementById('safe-area')))
    .getPropertyValue(`padding-${side}`)) || 0,

  /** Height of what covers the page from below without changing its size: phone keyboards on iOS. */
  keyboard: () => {
    const view = window.visualViewport;
    if (!view || view.scale !== 1) return 0;
    return Math.max(0, Math.round(document.documentElement.clientHeight - view.height - view.offsetTop));
  },
};

addToLibrary({
  $leadlight_canvas: leadlight_canvas,

  leadlight_canvas_start__deps: ['$leadlight_canvas'],
  /** @param {number} self */
  leadlight_canvas_start: (self) => {
    const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById('canvas'));
    let [width, height] = [1, 1];
    const tell = () => {
      // Setting a size clears the canvas, so only when it is another.
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
      const { inset } = leadlight_canvas;
      _leadlight_canvas_resized(self, width, height, devicePixelRatio, inset('top'), inset('right'), inset('bottom'),
        inset('left'), leadlight_canvas.keyboard());
    };
    const measure = () => {
      const box = canvas.getBoundingClientRect();
      [width, height] = [box.width, box.height].map((side) => Math.max(1, Math.round(side * devicePixelRatio)));
    };
    const observer = new ResizeObserver(([entry]) => {
      measure();
      // The browser knows which way it rounded. (Where it emulates another density, this box is of the real screen.)
      const exact = entry.devicePixelContentBoxSize?.[0];
      if (exact && Math.abs(exact.inlineSize - width) <= 1) width = exact.inlineSize;
      if (exact && Math.abs(exact.blockSize - height) <= 1) height = exact.blockSize;
      tell();
    });
    try {
      observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      // Safari has no such box: rounding is right there but at rare zooms. A new density alone is no new size, so ask.
      observer.observe(canvas);
      const watch = () => matchMedia(`(resolution: ${devicePixelRatio}dppx)`)
        .addEventListener('change', () => { measure(); tell(); watch(); }, { once: true });
      watch();
    }
    window.visualViewport?.addEventListener('resize', tell);
    measure();
    tell();
  },
});
