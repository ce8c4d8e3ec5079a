// The folder for backups (File System Access). Its handle is kept in a database of its own.

const leadlight_folder = {
  // In the order of ports::Folder::Standing and Fault.
  standing: { not_offered: 0, none: 1, ready: 2, must_ask: 3 },
  fault: { none: 0, not_allowed: 1, gone: 2, full: 3, other: 4 },
  database: 'leadlight-folder',
  /** @type {any} the handle; its permissions are not in TypeScript's library */
  handle: undefined,

  /** One request on the store of one value. @param {IDBTransactionMode} mode @param {(store: IDBObjectStore) => IDBRequest} ask @returns {Promise<any>} */
  stored: (mode, ask) => new Promise((resolve, reject) => {
    const opening = indexedDB.open(leadlight_folder.database);
    opening.onupgradeneeded = () => opening.result.createObjectStore('folder');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const transaction = database.transaction('folder', mode);
      const request = ask(transaction.objectStore('folder'));
      transaction.oncomplete = () => { database.close(); resolve(request.result); };
      transaction.onabort = () => { database.close(); reject(transaction.error); };
    };
  }),

  /** @param {boolean} asks */
  standing_now: async (asks) => {
    const { handle, standing } = leadlight_folder;
    if (typeof Reflect.get(window, 'showDirectoryPicker') === 'undefined') return standing.not_offered;
    if (!handle) return standing.none;
    const mode = { mode: 'readwrite' };
    const answer = asks ? await handle.requestPermission(mode) : await handle.queryPermission(mode);
    return answer === 'granted' ? standing.ready : standing.must_ask;
  },

  /** @param {number} self @param {number} ticket @param {() => Promise<unknown>} [work] @param {boolean} [asks] */
  answer: async (self, ticket, work, asks = false) => {
    let standing = leadlight_folder.standing.none;
    try {
      await work?.();
    } catch { /* She declined, or nothing can be remembered: it stands as before. */ }
    try {
      standing = await leadlight_folder.standing_now(asks);
    } catch {
      standing = leadlight_folder.standing.must_ask;
    }
    leadlight_border.lend(leadlight_folder.handle?.name ?? '', (name, size) => _leadlight_folder_known(self, ticket, standing, name, size));
  },

  /** @param {string} name @param {Uint8Array<ArrayBuffer>} bytes */
  write: async (name, bytes) => {
    const file = await leadlight_folder.handle.getFileHandle(name, { create: true });
    const stream = await file.createWritable();  // beside the file, which it replaces when closed
    try {
      await stream.write(bytes);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => {});
      throw error;
    }
  },
};

addToLibrary({
  $leadlight_folder: leadlight_folder,
  $leadlight_folder__deps: ['$leadlight_border'],

  leadlight_folder_look__deps: ['$leadlight_folder'],
  /** @param {number} self @param {number} ticket */
  leadlight_folder_look: (self, ticket) => {
    void leadlight_folder.answer(self, ticket, async () => {
      if (typeof Reflect.get(window, 'showDirectoryPicker') === 'undefined') return;
      leadlight_folder.handle = await leadlight_folder.stored('readonly', (store) => store.get('handle'));
    });
  },

  leadlight_folder_choose__deps: ['$leadlight_folder'],
  /** @param {number} self @param {number} ticket */
  leadlight_folder_choose: (self, ticket) => {
    void leadlight_folder.answer(self, ticket, async () => {
      const handle = await /** @type {any} */ (window).showDirectoryPicker({ id: 'leadlight', mode: 'readwrite' });
      leadlight_folder.handle = handle;
      await leadlight_folder.stored('readwrite', (store) => store.put(handle, 'handle'));
    });
  },

  leadlight_folder_allow__deps: ['$leadlight_folder'],
  /** @param {number} self @param {number} ticket */
  leadlight_folder_allow: (self, ticket) => { void leadlight_folder.answer(self, ticket, undefined, true); },

  leadlight_folder_forget__deps: ['$leadlight_folder'],
  /** @param {number} self @param {number} ticket */
  leadlight_folder_forget: (self, ticket) => {
    void leadlight_folder.answer(self, ticket, () => {
      leadlight_folder.handle = undefined;
      return leadlight_folder.stored('readwrite', (store) => store.clear());
    });
  },

  leadlight_folder_write__deps: ['$leadlight_folder'],
  /** @param {number} self @param {number} ticket @param {number} name @param {number} name_size @param {number} bytes @param {number} size */
  leadlight_folder_write: (self, ticket, name, name_size, bytes, size) => {
    const { fault, write } = leadlight_folder;
    const faults = /** @type {Record<string, number>} */ ({
      NotAllowedError: fault.not_allowed, NotFoundError: fault.gone, QuotaExceededError: fault.full,
    });
    write(leadlight_border.text(name, name_size), leadlight_border.bytes(bytes, size).slice()).then(() => fault.none,
      (error) => faults[error?.name] ?? fault.other).then((found) => _leadlight_folder_written(self, ticket, found));
  },
});
