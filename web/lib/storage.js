// The book's blobs in IndexedDB, in the database, object store and record format of Emscripten's IDBFS, which reads them
// at start. Writing is ours: one blob with add(), in one strict transaction, acknowledged in oncomplete and nowhere else.

const leadlight_storage = {
  mount: '/book',
  /** @type {BroadcastChannel | null} to other tabs */
  channel: null,

  /** @param {string} name */
  path: (name) => `${leadlight_storage.mount}/${name}`,

  /** @param {unknown} error @returns {string} a DOMException's name */
  name_of: (error) => (error instanceof Error || error instanceof DOMException ? error.name : 'UnknownError'),

  /** The open connection; IDBFS keeps it. @returns {Promise<IDBDatabase>} */
  open: () => new Promise((resolve, reject) => {
    if (typeof indexedDB === 'undefined') return reject(new DOMException('no IndexedDB', 'MissingError'));
    IDBFS.getDB(leadlight_storage.mount, (/** @type {unknown} */ error, /** @type {IDBDatabase} */ database) => {
      if (error) return reject(error);
      database.onclose = () => { delete IDBFS.dbs[leadlight_storage.mount]; };
      database.onversionchange = () => {
        database.close();
        delete IDBFS.dbs[leadlight_storage.mount];
      };
      resolve(database);
    });
  }),

  /**
   * Starts a transaction; a connection that the browser has closed meanwhile is opened again, once.
   * @param {IDBTransactionMode} mode @returns {Promise<IDBTransaction>}
   */
  transaction: async (mode) => {
    const begin = async () => (await leadlight_storage.open()).transaction([IDBFS.DB_STORE_NAME], mode, { durability: 'strict' });
    try {
      return await begin();
    } catch (error) {
      if (leadlight_storage.name_of(error) !== 'InvalidStateError') throw error;
      delete IDBFS.dbs[leadlight_storage.mount];
      return begin();
    }
  },

  /** @param {string} name @param {Uint8Array} contents @param {string[]} remove */
  commit: async (name, contents, remove) => {
    const transaction = await leadlight_storage.transaction('readwrite');
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      const store = transaction.objectStore(IDBFS.DB_STORE_NAME);
      // add(), not put(): what is there is never overwritten. A refusal aborts the whole transaction.
      store.add({ timestamp: new Date(), mode: 0o100644, contents }, leadlight_storage.path(name));
      for (const one of remove) store.delete(leadlight_storage.path(one));
      transaction.commit?.();  // at once: the page may be closing
    });
  },

  /** @param {string} name @returns {Promise<Uint8Array>} */
  read: async (name) => {
    const transaction = await leadlight_storage.transaction('readonly');
    return new Promise((resolve, reject) => {
      const request = transaction.objectStore(IDBFS.DB_STORE_NAME).get(leadlight_storage.path(name));
      request.onsuccess = () => {
        if (request.result?.contents) resolve(request.result.contents);
        else reject(new DOMException('gone', 'NotFoundError'));
      };
      request.onerror = () => reject(request.error);
    });
  },

  /** Brings IDBFS's memory into step with the database. */
  sync: () => new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    FS.syncfs(true, (/** @type {unknown} */ error) => (error ? reject(error) : resolve()));
  }),

  /** @param {number} self */
  load: async (self) => {
    await leadlight_storage.open();
    if (!FS.analyzePath(leadlight_storage.mount).exists) {
      FS.mkdir(leadlight_storage.mount);
      FS.mount(IDBFS, {}, leadlight_storage.mount);
    }
    // Another tab may compact while IDBFS reads what it has listed: then once more.
    await leadlight_storage.sync().catch(leadlight_storage.sync);
    for (const name of FS.readdir(leadlight_storage.mount)) {
      const path = leadlight_storage.path(name);
      if (!FS.isFile(FS.stat(path).mode)) continue;
      leadlight_border.lend(name, (address, size) => leadlight_border.lend_bytes(FS.readFile(path), (bytes, length) =>
        _leadlight_storage_loaded(self, address, size, bytes, length)));
      FS.unlink(path);  // from memory only: the core has it now
    }
  },
};

addToLibrary({
  $leadlight_storage: leadlight_storage,
  $leadlight_storage__deps: ['$FS', '$IDBFS', '$leadlight_border'],

  leadlight_storage_start__deps: ['$leadlight_storage'],
  /** @param {number} self */
  leadlight_storage_start: (self) => {
    if (typeof BroadcastChannel === 'undefined') return;
    const channel = new BroadcastChannel('leadlight');
    channel.onmessage = ({ data }) => {
      if (typeof data !== 'string') return;
      leadlight_border.lend(data, (address, size) => _leadlight_storage_announced(self, address, size));
    };
    leadlight_storage.channel = channel;
  },

  leadlight_storage_load__deps: ['$leadlight_storage'],
  /** @param {number} self */
  leadlight_storage_load: (self) => {
    const end = (/** @type {string} */ error) =>
      leadlight_border.lend(error, (address, size) => _leadlight_storage_load_ended(self, address, size));
    leadlight_storage.load(self).then(() => end(''), (error) => end(leadlight_storage.name_of(error)));
  },

  leadlight_storage_commit__deps: ['$leadlight_storage'],
  /**
   * @param {number} self @param {number} ticket @param {number} name @param {number} name_size @param {number} bytes
   * @param {number} size @param {number} remove @param {number} remove_size
   */
  leadlight_storage_commit: (self, ticket, name, name_size, bytes, size, remove, remove_size) => {
    const contents = leadlight_border.bytes(bytes, size).slice();
    const names = leadlight_border.text(remove, remove_size).split('\n').filter(Boolean);
    const end = (/** @type {string} */ error) =>
      leadlight_border.lend(error, (address, length) => _leadlight_storage_committed(self, ticket, address, length));
    leadlight_storage.commit(leadlight_border.text(name, name_size), contents, names)
      .then(() => end(''), (error) => end(leadlight_storage.name_of(error)));
  },

  leadlight_storage_read__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket @param {number} name @param {number} size */
  leadlight_storage_read: (self, ticket, name, size) => {
    const end = (/** @type {Uint8Array} */ contents, /** @type {string} */ error) =>
      leadlight_border.lend_bytes(contents, (bytes, length) => leadlight_border.lend(error, (address, error_size) =>
        _leadlight_storage_has_read(self, ticket, bytes, length, address, error_size)));
    leadlight_storage.read(leadlight_border.text(name, size))
      .then((contents) => end(contents, ''), (error) => end(new Uint8Array(), leadlight_storage.name_of(error)));
  },

  leadlight_storage_announce__deps: ['$leadlight_storage'],
  /** @param {number} name @param {number} size */
  leadlight_storage_announce: (name, size) => {
    leadlight_storage.channel?.postMessage(leadlight_border.text(name, size));
  },

  leadlight_storage_room__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_room: (self, ticket) => {
    Promise.all([navigator.storage?.estimate?.() ?? {}, navigator.storage?.persisted?.() ?? false]).catch(() => [{}, false])
      .then(([estimate, persisted]) => {
        const { usage, quota } = /** @type {StorageEstimate} */ (estimate);
        _leadlight_storage_room_known(self, ticket, usage ?? 0, quota ?? 0, persisted ? 1 : 0);
      });
  },

  leadlight_storage_persist__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_persist: (self, ticket) => {
    Promise.resolve(navigator.storage?.persist?.() ?? false).catch(() => false)
      .then((granted) => _leadlight_storage_persist_answered(self, ticket, granted ? 1 : 0));
  },
});
