// Glyphs, drawn by the browser's own text engine on a small canvas and read back: every script and emoji that the device
// knows, at any scale, without a font file.

const leadlight_glyphs = {
  families: 'system-ui, -apple-system, "Segoe UI", Inter, Roboto, sans-serif',
/** @param {string} text */
  is_right_to_left: (text) => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a][\udc00-\udfff]/.test(text),

  /** @type {CanvasRenderingContext2D | null} */
  context: null,
  font: '',
  /** @type {Record<string, number>} the widest digit of a font */
  digits: {},
  /** @type {ImageData | null} what was drawn last */
  drawn: null,
  rows: 1,  // of it, for one of what is taken

  /** @param {number} size @param {number} weight @returns {CanvasRenderingContext2D} */
  use: (size, weight) => {
    let context = leadlight_glyphs.context;
    if (!context) {
      context = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d', { willReadFrequently: true }));
      leadlight_glyphs.context = context;
      leadlight_glyphs.resize(context.canvas, 64, 64);
    }
    const font = `${weight} ${size}px ${leadlight_glyphs.families}`;
    if (font !== leadlight_glyphs.font) {
      context.font = font;
      leadlight_glyphs.font = font;
    }
    return context;
  },

  /** A new size resets the context, so all that does not change is set here. @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
  resize: (canvas, width, height) => {
    canvas.width = width;
    canvas.height = height;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    context.fillStyle = '#fff';
    context.strokeStyle = '#fff';
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.textAlign = 'left';
    context.textBaseline = 'alphabetic';
    // Widths in proportion to the size, not rounded to pixels. (Missing in older Safari, which does so anyway.)
    if ('textRendering' in context) context.textRendering = 'geometricPrecision';
    leadlight_glyphs.font = '';
  },

  /** Digits are all as wide as the widest, so that columns of figures stand in line. @param {CanvasRenderingContext2D} context */
  digit_width: (context) => {
    const { digits, font } = leadlight_glyphs;
    return digits[font] ??= Math.max(...Array.from('0123456789', (digit) => context.measureText(digit).width));
  },

  /**
   * The part of the canvas with `width` x `height` pixels, cleared, with its origin at `left`, `top` pixels and scaled.
   * @param {number} size @param {number} weight @param {number} width @param {number} height
   * @param {number} left @param {number} top @param {number} scale_x @param {number} scale_y
   */
  prepare: (size, weight, width, height, left, top, scale_x, scale_y) => {
    let context = leadlight_glyphs.use(size, weight);
    const { canvas } = context;
    if (canvas.width < width || canvas.height < height) {
      leadlight_glyphs.resize(canvas, Math.max(canvas.width, width), Math.max(canvas.height, height));
      context = leadlight_glyphs.use(size, weight);
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    context.setTransform(scale_x, 0, 0, scale_y, left, top);
    return context;
  },

  /** Text that is drawn white but is not is an emoji. @param {Uint8ClampedArray} pixels */
  is_coloured: (pixels) => {
    for (let i = 0; i < pixels.length; i += 4) {
      if (pixels[i + 3] > 64 && Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) < 224) return true;
    }
    return false;
  },
};

addToLibrary({
  $leadlight_glyphs: leadlight_glyphs,
  $leadlight_glyphs__deps: ['$leadlight_border'],

  leadlight_glyphs_metrics__deps: ['$leadlight_glyphs'],
  /** The height of the face above and below the base line. @param {number} size @param {number} weight @param {number} out two floats */
  leadlight_glyphs_metrics: (size, weight, out) => {
    const { fontBoundingBoxAscent, fontBoundingBoxDescent } = leadlight_glyphs.use(size, weight).measureText('x');
    HEAPF32.set([fontBoundingBoxAscent, fontBoundingBoxDescent], out >>> 2);
  },

  leadlight_glyphs_advance__deps: ['$leadlight_glyphs'],
  /** @param {number} text @param {number} length @param {number} size @param {number} weight */
  leadlight_glyphs_advance: (text, length, size, weight) => {
    const context = leadlight_glyphs.use(size, weight);
    const string = leadlight_border.text(text, length);
    return /^\d$/.test(string) ? leadlight_glyphs.digit_width(context) : context.measureText(string).width;
  },

  leadlight_glyphs_draw__deps: ['$leadlight_glyphs'],
  /**
   * Draws a text and keeps its pixels for leadlight_glyphs_take.
   * @param {number} text @param {number} length @param {number} size @param {number} weight
   * @param {number} scale_x pixels for a CSS pixel @param {number} scale_y @param {number} margin pixels on the left and right
   * @param {number} out six floats: x and y of the first pixel from the pen on the base line, width, height, all in
   *   pixels; 1 if coloured; the advance in CSS pixels
   */
  leadlight_glyphs_draw: (text, length, size, weight, scale_x, scale_y, margin, out) => {
    const string = leadlight_border.text(text, length);
    const metrics = leadlight_glyphs.use(size, weight).measureText(string);
    const advance = /^\d$/.test(string) ? leadlight_glyphs.digit_width(leadlight_glyphs.use(size, weight)) : metrics.width;
    const shift = (advance - metrics.width) / 2;
    // Firefox forgets some letters' width where digits stand behind right-to-left ones: never less than the advance.
    const [least_left, least_right] = leadlight_glyphs.is_right_to_left(string) ? [0, metrics.width] : [-Infinity, -Infinity];
    const left = Math.floor((shift - Math.max(metrics.actualBoundingBoxLeft, least_left)) * scale_x) - margin;
    const right = Math.ceil((shift + Math.max(metrics.actualBoundingBoxRight, least_right)) * scale_x) + margin;
    const top = Math.floor(-metrics.actualBoundingBoxAscent * scale_y) - 1;
    const bottom = Math.ceil(metrics.actualBoundingBoxDescent * scale_y) + 1;
    const [width, height] = [Math.min(right - left, 4096), Math.min(bottom - top, 1024)];
    const blank = metrics.actualBoundingBoxLeft + metrics.actualBoundingBoxRight <= 0;
    leadlight_glyphs.drawn = null;
    if (!blank) {
      // Finer across than down is drawn as fine in both: hinted letters that are stretched lose their tops in WebKitGTK.
      const rows = leadlight_glyphs.rows = Math.max(1, Math.round(scale_x / scale_y));
      const context = leadlight_glyphs.prepare(size, weight, width, height * rows, -left, -top * rows, scale_x, scale_y * rows);
      context.direction = leadlight_glyphs.is_right_to_left(string) ? 'rtl' : 'ltr';
      context.fillText(string, shift, 0);
      leadlight_glyphs.drawn = context.getImageData(0, 0, width, height * rows);
    }
    const coloured = leadlight_glyphs.drawn !== null && leadlight_glyphs.is_coloured(leadlight_glyphs.drawn.data);
    HEAPF32.set([left, top, blank ? 0 : width, blank ? 0 : height, coloured ? 1 : 0, advance], out >>> 2);
  },

  leadlight_glyphs_draw_icon__deps: ['$leadlight_glyphs'],
  /**
   * Draws an icon of `size` CSS pixels with a margin of one pixel around, from path data on a grid of 24.
   * @param {number} path @param {number} length @param {number} size @param {number} stroke width on that grid
   * @param {number} scale @param {number} pixels width and height with the margin
   */
  leadlight_glyphs_draw_icon: (path, length, size, stroke, scale, pixels) => {
    const grid = size * scale / 24;
    const context = leadlight_glyphs.prepare(size, 400, pixels, pixels, 1, 1, grid, grid);
    context.lineWidth = stroke;
    context.stroke(new Path2D(leadlight_border.text(path, length)));
    leadlight_glyphs.drawn = context.getImageData(0, 0, pixels, pixels);
    leadlight_glyphs.rows = 1;
  },

  leadlight_glyphs_take__deps: ['$leadlight_glyphs'],
  /** What was drawn last: RGBA, or its coverage only. @param {number} out @param {number} coloured  with as many pixels across as down */
  leadlight_glyphs_take: (out, coloured) => {
    if (!leadlight_glyphs.drawn) return;
    const { drawn: { data, width, height }, rows } = leadlight_glyphs;
    if (coloured) {
      HEAPU8.set(data, out >>> 0);
    } else {
      for (let y = 0, to = out >>> 0; y < height; y += rows) {
        for (let from = 4 * y * width + 3, x = 0; x < width; x++, from += 4) {
          let sum = rows >> 1;
          for (let row = 0; row < rows; row++) sum += data[from + 4 * row * width];
          HEAPU8[to++] = sum / rows;
        }
      }
    }
    leadlight_glyphs.drawn = null;
  },
});
