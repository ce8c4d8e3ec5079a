// Unpredictable bytes from the browser.
addToLibrary({
  leadlight_random_fill__deps: ['$leadlight_border'],
  /** @param {number} address @param {number} size */
  leadlight_random_fill: (address, size) => {
    crypto.getRandomValues(leadlight_border.bytes(address, size));
  },
});
