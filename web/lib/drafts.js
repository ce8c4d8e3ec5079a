// What is half typed, in the book's database: a text for each page that has any, under a name that it holds a lock of. So what a
// page has left behind that is gone can be told from what another tab is typing now.
//
// It is in the book's own object store, where transactions come one after the other: a text is there before an edit that is
// committed after it. IDBFS reads what its index lists, by `timestamp`, and these records have none; `list` looks for paths.
// A process that is killed takes nothing of it along: for that 'relaxed' is enough.

const leadlight_drafts = {
  prefix: 'leadlight.draft.',
  most: 50,  // texts that pages have left
  name: '',  // of this page's, in the order in which pages came
  text: '',
  kept: false,  // the database has one of this page's
  away: false,  // the page is hidden, and may come back by the back button
  /** @type {(() => void) | null} lets go of the lock */
  release: null,
  /** @type {[string, string][]} names and texts of those that are still to be shown */
  left: [],
  shown: '',
  /** @type {Map<string, string> | null} what is to be written together, once all were looked at */
  changed: null,

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

  /** All that there are, by their names. @returns {Promise<Map<string, string>>} */
  read: () => leadlight_storage.transact('readonly', (store, resolve) => {
    const { prefix } = leadlight_drafts;
    const all = IDBKeyRange.bound(prefix, `${prefix}~`);
    const names = store.getAllKeys(all);
    const texts = store.getAll(all);
    store.transaction.oncomplete = () => resolve(new Map(names.result.map((name, at) => [String(name), texts.result[at].text])));
  }),

  /** All of them or none; whether they are there. @param {Iterable<[string, string]>} texts by their names; empty: none */
  write: (texts) =>
    leadlight_storage.transact('readwrite', (store, /** @type {(there: boolean) => void} */ resolve) => {
      store.transaction.oncomplete = () => resolve(true);
      for (const [name, text] of texts) if (text) store.put({ text }, name); else store.delete(name);
      store.transaction.commit?.();  // at once: the page may be closing
    }, 'relaxed').catch(() => false),

  /** @param {string} name @param {string} text */
  put: (name, text) => {
    if (leadlight_storage.stopped) return;
    if (leadlight_drafts.changed) leadlight_drafts.changed.set(name, text);
    else return leadlight_drafts.write([[name, text]]);
  },

  /** @param {number} self @param {number} ticket */
  look: async (self, ticket) => {
    const { most, name, read, write } = leadlight_drafts;
    const open = new Set(((await navigator.locks?.query().catch(() => undefined))?.held ?? []).map((lock) => lock.name));
    const all = [...await read().catch(() => new Map())];
    const left = leadlight_drafts.left = all.filter(([one]) => one !== name && !open.has(one)).reverse();
    const changed = leadlight_drafts.changed = new Map(left.splice(most).map(([one]) => [one, '']));
    _leadlight_drafts_found(self, ticket);
    leadlight_drafts.changed = null;
    if (changed.size) write(changed);
  },
};

addToLibrary({
  $leadlight_drafts: leadlight_drafts,
  $leadlight_drafts__deps: ['$leadlight_storage', '$leadlight_border', '$stringToNewUTF8'],

  leadlight_drafts_start__deps: ['$leadlight_drafts'],
  leadlight_drafts_start: () => {
    const { hold, let_go, prefix, read } = leadlight_drafts;
    leadlight_drafts.name = prefix + Date.now().toString(36) + Math.random().toString(36).slice(2);
    // A page that waits for the back button must hold no lock. If another has taken its draft over meanwhile, it starts anew.
    addEventListener('pagehide', () => {
      leadlight_drafts.away = true;
      let_go();
    });
    addEventListener('pageshow', () => {
      leadlight_drafts.away = false;
      if (!leadlight_drafts.text) return;
      hold();
      if (!leadlight_drafts.kept) return;
      read().then((all) => { if (leadlight_drafts.text && !all.has(leadlight_drafts.name)) location.reload(); }, () => {});
    });
  },

  leadlight_drafts_keep__deps: ['$leadlight_drafts'],
  /** @param {number} address @param {number} size */
  leadlight_drafts_keep: (address, size) => {
    const { hold, let_go, name, put } = leadlight_drafts;
    const text = leadlight_drafts.text = leadlight_border.text(address, size);
    put(name, text)?.then((kept) => { leadlight_drafts.kept = kept; });
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
    const next = leadlight_drafts.left.shift();
    if (!next) return 0;
    leadlight_drafts.shown = next[0];
    return stringToNewUTF8(next[1]);
  },

  leadlight_drafts_leave__deps: ['$leadlight_drafts'],
  /** @param {number} address @param {number} size */
  leadlight_drafts_leave: (address, size) => leadlight_drafts.put(leadlight_drafts.shown, leadlight_border.text(address, size)),
});
