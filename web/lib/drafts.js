// What is half typed, in localStorage: a text for each page that has any, under a name that it holds a lock of. So what a page has
// left behind that is gone can be told from what another tab is typing now.

const leadlight_drafts = {
  prefix: 'leadlight.draft.',
  most: 50,  // texts that pages have left
  name: '',  // of this page's, in the order in which pages came
  text: '',
  away: false,  // the page is hidden, and may come back by the back button
  /** @type {(() => void) | null} lets go of the lock */
  release: null,
  /** @type {string[]} names of those that are still to be shown */
  left: [],
  shown: '',

  /** A part that the browser refuses is as good as not there. @template T @param {() => T} work @returns {T | undefined} */
  attempt: (work) => { try { return work(); } catch { return undefined; } },

  hold: () => {
    if (leadlight_drafts.release || leadlight_drafts.away) return;
    const held = new Promise((/** @type {(value: void) => void} */ resolve) => { leadlight_drafts.release = resolve; });
    leadlight_drafts.attempt(() => navigator.locks?.request(leadlight_drafts.name, () => held).catch(() => {}));
  },
  let_go: () => {
    leadlight_drafts.release?.();
    leadlight_drafts.release = null;
  },

  /** @param {number} self @param {number} ticket */
  look: async (self, ticket) => {
    const { attempt, most, name, prefix } = leadlight_drafts;
    const open = new Set(((await navigator.locks?.query().catch(() => undefined))?.held ?? []).map((lock) => lock.name));
    const names = attempt(() => Object.keys(localStorage)) ?? [];
    leadlight_drafts.left = names.filter((one) => one.startsWith(prefix) && one !== name && !open.has(one)).sort().reverse();
    for (const one of leadlight_drafts.left.splice(most)) localStorage.removeItem(one);
    _leadlight_drafts_found(self, ticket);
  },
};

addToLibrary({
  $leadlight_drafts: leadlight_drafts,
  $leadlight_drafts__deps: ['$leadlight_storage', '$leadlight_border', '$stringToNewUTF8'],

  leadlight_drafts_start__deps: ['$leadlight_drafts'],
  leadlight_drafts_start: () => {
    const { attempt, hold, let_go, prefix } = leadlight_drafts;
    leadlight_drafts.name = prefix + Date.now().toString(36) + Math.random().toString(36).slice(2);
    // A page that waits for the back button must hold no lock. If another has taken its draft over meanwhile, it starts anew.
    addEventListener('pagehide', () => {
      leadlight_drafts.away = true;
      let_go();
    });
    addEventListener('pageshow', () => {
      leadlight_drafts.away = false;
      if (!leadlight_drafts.text) return;
      if (attempt(() => localStorage.getItem(leadlight_drafts.name)) === null) location.reload();
      else hold();
    });
  },

  leadlight_drafts_keep__deps: ['$leadlight_drafts'],
  /** @param {number} address @param {number} size */
  leadlight_drafts_keep: (address, size) => {
    if (leadlight_storage.stopped) return;
    const { attempt, hold, let_go, name } = leadlight_drafts;
    const text = leadlight_drafts.text = leadlight_border.text(address, size);
    attempt(() => (text ? localStorage.setItem(name, text) : localStorage.removeItem(name)));
    if (text) hold();
    else let_go();
  },

  leadlight_drafts_look__deps: ['$leadlight_drafts'],
  /** @param {number} self @param {number} ticket */
  leadlight_drafts_look: (self, ticket) => {
    const look = () => leadlight_drafts.look(self, ticket);
    if (!navigator.locks) look();
    else navigator.locks.request('leadlight-drafts', look).catch(look);
  },

  leadlight_drafts_next__deps: ['$leadlight_drafts'],
  leadlight_drafts_next: () => {
    const { attempt, left } = leadlight_drafts;
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      const shown = leadlight_drafts.shown = name;
      const text = attempt(() => localStorage.getItem(shown));
      if (text) return stringToNewUTF8(text);
    }
    return 0;
  },

  leadlight_drafts_leave__deps: ['$leadlight_drafts'],
  /** @param {number} address @param {number} size */
  leadlight_drafts_leave: (address, size) => {
    if (leadlight_storage.stopped) return;
    const text = leadlight_border.text(address, size);
    leadlight_drafts.attempt(() => (text ? localStorage.setItem(leadlight_drafts.shown, text) : localStorage.removeItem(leadlight_drafts.shown)));
  },
});
