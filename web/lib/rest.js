// The second part of the program (web/core.js brings it): once the page can be used, so that nothing waits for it.
addToLibrary({
  /** @param {number} self @param {number} ticket */
  leadlight_rest_bring: (self, ticket) => {
    const bring = async () => {
      let is_here = true;
      try {
        await Module['bring_rest']();
        performance.mark('leadlight-whole');
      } catch (error) {
        console.warn(error);
        is_here = false;
      }
      _leadlight_rest_brought(self, ticket, is_here);
    };
    if (performance.getEntriesByName('leadlight-usable').length > 0) void bring();
    else addEventListener('leadlight-usable', bring, { once: true });
  },
});
