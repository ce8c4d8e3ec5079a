// Text and bytes across the border to the core. Text is UTF-8 with a length, never with a closing zero.

const leadlight_border = {
  /** @param {number} address @param {number} size */
  text: (address, size) => UTF8ToString(address >>> 0, size >>> 0),

  /** Bytes of the core, only until it runs again. @param {number} address @param {number} size */
  bytes: (address, size) => HEAPU8.subarray(address >>> 0, (address >>> 0) + (size >>> 0)),

  /**
   * Lends bytes to the core for one call.
   * @template T @param {Uint8Array} bytes @param {(address: number, size: number) => T} use @returns {T}
   */
  lend_bytes: (bytes, use) => {
    const address = _malloc(bytes.length || 1) >>> 0;
    if (address === 0) throw new RangeError('There is not enough memory.');
    try {
      HEAPU8.set(bytes, address);
      return use(address, bytes.length);
    } finally {
      _free(address);
    }
  },

  /** @template T @param {string} text @param {(address: number, size: number) => T} use @returns {T} */
  lend: (text, use) => leadlight_border.lend_bytes(new TextEncoder().encode(text), use),
};

addToLibrary({
  $leadlight_border: leadlight_border,
  $leadlight_border__deps: ['$UTF8ToString', 'malloc', 'free'],

  leadlight_number_from_text__deps: ['$leadlight_border'],
  /** @param {number} address @param {number} size */
  leadlight_number_from_text: (address, size) => Number(leadlight_border.text(address, size)),
});
