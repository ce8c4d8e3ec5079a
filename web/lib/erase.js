// Erases all that this page keeps in the browser, looks whether it is gone, and starts over. Other tabs forget what they hold
// and load anew.

const leadlight_erase = {
  // As ports::Eraser::Left.
  left: { database: 1, files: 2, preferences: 4, caches: 8, by_another: 16 },
  prefix: 'leadlight',
  received: 'leadlight-received',  // what other apps have shared; the other caches hold the page itself (sw.js)
  mark: 'leadlight.erased',  // in sessionStorage, for the next start of this tab
  patience_ms: 5000,
  /** @type {BroadcastChannel | undefined} to other tabs: by this one it does not hear itself */
  channel: undefined,

  /** The names of our databases that are there. @returns {Promise<string[]>} */
  databases: async () => {
    const ours = [leadlight_storage.mount, leadlight_folder.database];
    const there = await indexedDB.databases?.();
    return there ? ours.filter((name) => there.some((one) => one.name === name)) : ours;
  },

  /** False if another tab keeps it open. @param {string} name @returns {Promise<boolean>} */
  delete_database: (name) => new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    const timer = setTimeout(() => resolve(false), leadlight_erase.patience_ms);
    request.onsuccess = request.onerror = () => { clearTimeout(timer); resolve(request.error === null); };
  }),

  /** A tab that started anew meanwhile has made an empty one. @param {string} name @returns {Promise<boolean>} */
  is_empty: (name) => new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => resolve(false);
    opening.onsuccess = async () => {
      const database = opening.result;
      const counts = [...database.objectStoreNames].map((store) => new Promise((counted) => {
        const count = database.transaction(store).objectStore(store).count();
        count.onsuccess = () => counted(count.result);
        count.onerror = () => counted(1);
      }));
      const found = await Promise.all(counts);
      database.close();
      resolve(found.every((count) => count === 0));
    };
  }),

  /** @returns {Promise<string[]>} what is in the browser's own file storage */
  files: async () => {
    const root = await navigator.storage?.getDirectory?.();
    const names = [];
    // @ts-ignore: keys() is not in TypeScript's library of 2025
    for await (const name of root?.keys() ?? []) names.push(name);
    return names;
  },

  preferences: () => [localStorage, sessionStorage].flatMap((storage) =>
    Object.keys(storage).filter((key) => key.startsWith(leadlight_erase.prefix)).map((key) => ({ storage, key }))),

  caches: async () => (typeof caches === 'undefined' ? [] : (await caches.keys()).filter((name) => name === leadlight_erase.received)),

  /**
   * A part that the browser refuses is as good as not there, or is found by looking.
   * @template T @param {() => T | Promise<T>} work @returns {Promise<T | undefined>}
   */
  attempt: async (work) => { try { return await work(); } catch { return undefined; } },

  /** From here on nothing is written any more. */
  stop: () => {
    leadlight_storage.stopped = true;
    IDBFS.dbs[leadlight_storage.mount]?.close();
    delete IDBFS.dbs[leadlight_storage.mount];
  },

  /** False if nothing was erased. */
  erase_all: async () => {
    const { attempt, caches: our_caches, databases, delete_database, files, is_empty, left, mark, preferences, stop } = leadlight_erase;
    leadlight_erase.channel?.postMessage('erase');
    stop();
    if (!await delete_database(leadlight_storage.mount)) {
      leadlight_storage.stopped = false;
      return false;
    }
    await delete_database(leadlight_folder.database);
    await attempt(async () => {
      const root = await navigator.storage.getDirectory();
      for (const name of await files()) await attempt(() => root.removeEntry(name, { recursive: true }));
    });
    for (const { storage, key } of (await attempt(preferences)) ?? []) storage.removeItem(key);
    await attempt(async () => { for (const name of await our_caches()) await caches.delete(name); });

    // And now what is there?
    let found = 0;
    for (const name of (await attempt(databases)) ?? []) if (!await is_empty(name)) found |= left.database;
    if (((await attempt(files)) ?? []).length) found |= left.files;
    if (((await attempt(preferences)) ?? []).length) found |= left.preferences;
    if (((await attempt(our_caches)) ?? []).length) found |= left.caches;
    await attempt(() => sessionStorage.setItem(mark, String(found)));
    return true;
  },

  /** The page as if opened for the first time. */
  start_over: () => {
    history.replaceState(null, '', location.pathname + location.search);
    location.reload();
  },
};

addToLibrary({
  $leadlight_erase: leadlight_erase,
  $leadlight_erase__deps: ['$leadlight_storage', '$leadlight_folder', '$IDBFS'],

  leadlight_erase_start__deps: ['$leadlight_erase'],
  leadlight_erase_start: () => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel('leadlight-erase');
    channel.onmessage = () => {
      leadlight_erase.stop();
      leadlight_erase.attempt(() => sessionStorage.setItem(leadlight_erase.mark, String(leadlight_erase.left.by_another)));
      leadlight_erase.start_over();
    };
    leadlight_erase.channel = channel;
  },

  leadlight_erase_all__deps: ['$leadlight_erase'],
  /** @param {number} self @param {number} ticket */
  leadlight_erase_all: (self, ticket) => {
    leadlight_erase.erase_all().then((erased) => {
      if (erased) leadlight_erase.start_over();
      else _leadlight_erase_blocked(self, ticket);
    });
  },

  leadlight_erase_found__deps: ['$leadlight_erase'],
  /** -1: nobody has erased anything. */
  leadlight_erase_found: () => {
    try {
      const found = sessionStorage.getItem(leadlight_erase.mark);
      sessionStorage.removeItem(leadlight_erase.mark);
      return found === null ? -1 : Number(found);
    } catch {
      return -1;
    }
  },
});
