// Sample data: made by a program of its own (web/core.js brings it), which is loaded only when somebody asks.
addToLibrary({
  leadlight_sample_make__deps: ['$leadlight_border'],
  /** @param {number} self @param {number} ticket @param {number} leads @param {number} seed @param {number} now */
  leadlight_sample_make: (self, ticket, leads, seed, now) => {
    const answer = (/** @type {string} */ text) =>
      leadlight_border.lend(text, (address, size) => _leadlight_sample_made(self, ticket, address, size));
    Module['make_sample'](leads, seed, now).then(answer, (/** @type {unknown} */ error) => {
      console.warn(error);
      answer('');
    });
  },
});
