// The book's blobs in IndexedDB, in the database, object store and record format of Emscripten's IDBFS, which reads them
// at start. Writing is ours: one blob with add(), in one strict transaction, acknowledged in oncomplete and nowhere else.

const leadlight_storage = {
  mount: '/book',
  /** @type {BroadcastChannel | null} to other tabs */
  channel: null,
  stopped: false,  // everything is being erased: nothing is read or written any more

  /** @param {string} name */
  path: (name) => `${leadlight_storage.mount}/${name}`,

  /** @param {unknown} error @returns {string} a DOMException's name */
  name_of: (error) => (error instanceof Error || error instanceof DOMException ? error.name : 'UnknownError'),

  self: 0,
  was_open: false,
  /** @type {(() => void) | null} lets go of the lock that this tab holds */
  unlock: null,

  /** @type {Promise<IDBDatabase> | undefined} */
  opening: undefined,
  /** The open connection; IDBFS keeps it. @returns {Promise<IDBDatabase>} */
  open: () => leadlight_storage.opening ??= new Promise((/** @type {(database: IDBDatabase) => void} */ resolve, reject) => {
    if (leadlight_storage.stopped) return reject(new DOMException('stopped', 'AbortError'));
    if (typeof indexedDB === 'undefined') return reject(new DOMException('no IndexedDB', 'MissingError'));
    const is_new = !IDBFS.dbs[leadlight_storage.mount];
    IDBFS.getDB(leadlight_storage.mount, (/** @type {unknown} */ error, /** @type {IDBDatabase} */ database) => {
      if (error) return reject(error);
      database.onclose = leadlight_storage.forget;
      database.onversionchange = () => {
        database.close();
        leadlight_storage.forget();
      };
      if (is_new && leadlight_storage.was_open) _leadlight_storage_reopened(leadlight_storage.self);
      leadlight_storage.was_open = true;
      resolve(database);
    });
  }).finally(() => { leadlight_storage.opening = undefined; }),

  /** @type {(() => void) | undefined} ends a sync that lost its connection, since IDBFS would not */
  sync_lost: undefined,
  forget: () => {
    delete IDBFS.dbs[leadlight_storage.mount];
    leadlight_storage.sync_lost?.();
  },

  /** @param {IDBDatabase} database @param {IDBTransactionMode} mode @param {IDBTransactionDurability} durability */
  begin: (database, mode, durability) => database.transaction([IDBFS.DB_STORE_NAME], mode, { durability }),

  /**
   * Starts a transaction, at once where there is a connection; one that the browser has closed meanwhile is opened again, once.
   * @template Answer @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore, resolve: (answer: Answer) => void, reject: (error: unknown) => void) => void} work
   * @param {IDBTransactionDurability} durability
   * @returns {Promise<Answer>}
   */
  transact: async (mode, work, durability = 'strict') => {
    const run = (/** @type {IDBTransaction} */ transaction) => new Promise((resolve, reject) => {
      // WebKit refuses what a page asks for while it goes (InvalidStateError, heard when the page is back) and completes the transaction
      // all the same if it was told to commit. So what completes with a refusal counts as nothing, and is asked for again.
      /** @type {unknown} */
      let refused;
      transaction.onerror = ({ target }) => { refused = /** @type {IDBRequest} */ (target).error; };
      transaction.addEventListener('complete', () => { if (refused) reject(refused); });  // before what `work` listens with
      transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
      try {
        work(transaction.objectStore(IDBFS.DB_STORE_NAME), resolve, reject);
      } catch (error) {
        reject(error);
        transaction.abort();  // or the half of it that was asked for would be kept
      }
    });
    try {
      return await run(leadlight_storage.begin(IDBFS.dbs[leadlight_storage.mount] ?? await leadlight_storage.open(), mode, durability));
    } catch (error) {
      if (leadlight_storage.name_of(error) !== 'InvalidStateError') throw error;
      leadlight_storage.forget();
      return run(leadlight_storage.begin(await leadlight_storage.open(), mode, durability));
    }
  },

  /** @param {string} name @param {Uint8Array} contents @param {string[]} remove @returns {Promise<void>} */
  commit: (name, contents, remove) => leadlight_storage.transact('readwrite', (store, resolve) => {
    store.transaction.oncomplete = () => resolve();
    for (const one of remove) store.delete(leadlight_storage.path(one));
    // add(), not put(): what is there is never overwritten. A refusal aborts the whole transaction.
    store.add({ timestamp: new Date(), mode: 0o100644, contents }, leadlight_storage.path(name));
    store.transaction.commit?.();  // at once: the page may be closing
  }),

  /** @param {string} name @returns {Promise<Uint8Array>} */
  read: (name) => leadlight_storage.transact('readonly', (store, resolve, reject) => {
    const request = store.get(leadlight_storage.path(name));
    request.onsuccess = () => (request.result?.contents ? resolve(request.result.contents) : reject(new DOMException('gone', 'NotFoundError')));
    request.onerror = () => reject(request.error);
  }),

  /** @returns {Promise<string[]>} */
  list: () => leadlight_storage.transact('readonly', (store, resolve, reject) => {
    const request = store.getAllKeys();
    const start = leadlight_storage.path('');
    request.onsuccess = () => resolve(request.result.map(String).filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)));
    request.onerror = () => reject(request.error);
  }),

  /** @returns {Promise<void>} */
  reset: () => new Promise((resolve, reject) => {
    IDBFS.dbs[leadlight_storage.mount]?.close();
    leadlight_storage.forget();
    leadlight_storage.was_open = false;
    const request = indexedDB.deleteDatabase(leadlight_storage.mount);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  }),

  /** Brings IDBFS's memory into step with the database. */
  sync: () => new Promise((/** @type {(value: void) => void} */ resolve, reject) => {
    leadlight_storage.sync_lost = () => reject(new DOMException('closed', 'InvalidStateError'));
    FS.syncfs(true, (/** @type {unknown} */ error) => (error ? reject(error) : resolve()));
  }),

  /** @param {number} self @param {string} name @param {Uint8Array} contents */
  hand_over: (self, name, contents) => {
    leadlight_border.lend(name, (address, size) => leadlight_border.lend_bytes(contents, (bytes, length) =>
      _leadlight_storage_loaded(self, address, size, bytes, length)));
  },

  /**
   * One by one, and again if something was replaced meanwhile, so that all of one moment is there. What can't be read comes
   * empty, and counts as damaged.
   * @param {number} self
   */
  load_each: async (self) => {
    const done = new Set();
    for (let round = 1, complete = false; !complete; round++) {
      complete = true;
      for (const name of await leadlight_storage.list()) {
        if (done.has(name)) continue;
        const contents = await leadlight_storage.read(name).catch((error) =>
          (round < 5 && leadlight_storage.name_of(error) === 'NotFoundError' ? undefined : new Uint8Array()));
        if (!contents) { complete = false; continue; }
        done.add(name);
        leadlight_storage.hand_over(self, name, contents);
      }
    }
  },

  /** @param {number} self */
  load: async (self) => {
    await leadlight_storage.open();
    if (!FS.analyzePath(leadlight_storage.mount).exists) {
      FS.mkdir(leadlight_storage.mount);
      FS.mount(IDBFS, {}, leadlight_storage.mount);
    }
    try {
      // Another tab may compact while IDBFS reads what it has listed: then once more.
      await leadlight_storage.sync().catch(leadlight_storage.sync);
    } catch {
      return leadlight_storage.load_each(self);  // IDBFS takes all or nothing
    }
    for (const name of FS.readdir(leadlight_storage.mount)) {
      const path = leadlight_storage.path(name);
      if (!FS.isFile(FS.stat(path).mode)) continue;
      leadlight_storage.hand_over(self, name, FS.readFile(path));
      FS.unlink(path);  // from memory only: the core has it now
    }
  },

  /** Answers a ticket. @param {number} self @param {number} ticket @param {Promise<void>} work */
  answer: (self, ticket, work) => {
    const end = (/** @type {string} */ error) =>
      leadlight_border.lend(error, (address, length) => _leadlight_storage_committed(self, ticket, address, length));
    work.then(() => end(''), (error) => end(leadlight_storage.name_of(error)));
  },

  /** @param {number} self @param {number} ticket @param {Promise<Uint8Array>} work */
  answer_bytes: (self, ticket, work) => {
    const end = (/** @type {Uint8Array} */ contents, /** @type {string} */ error) =>
      leadlight_border.lend_bytes(contents, (bytes, length) => leadlight_border.lend(error, (address, error_size) =>
        _leadlight_storage_has_read(self, ticket, bytes, length, address, error_size)));
    work.then((contents) => end(contents, ''), (error) => end(new Uint8Array(), leadlight_storage.name_of(error)));
  },

  /** @param {number} self @param {number} ticket @param {Promise<string[]>} work */
  answer_names: (self, ticket, work) => {
    const end = (/** @type {string[]} */ names, /** @type {string} */ error) =>
      leadlight_border.lend(names.join('\n'), (address, length) => leadlight_border.lend(error, (error_address, error_size) =>
        _leadlight_storage_listed(self, ticket, address, length, error_address, error_size)));
    work.then((names) => end(names, ''), (error) => end([], leadlight_storage.name_of(error)));
  },

  /** @param {number} names a line each @param {number} size */
  names: (names, size) => leadlight_border.text(names, size).split('\n').filter(Boolean),
};

addToLibrary({
  $leadlight_storage: leadlight_storage,
  $leadlight_storage__deps: ['$FS', '$IDBFS', '$leadlight_border'],

  leadlight_storage_start__deps: ['$leadlight_storage'],
  /** @param {number} self */
  leadlight_storage_start: (self) => {
    leadlight_storage.self = self;
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
    leadlight_storage.answer(self, ticket, leadlight_storage.commit(leadlight_border.text(name, name_size),
      leadlight_border.bytes(bytes, size).slice(), leadlight_storage.names(remove, remove_size)));
  },

  leadlight_storage_read__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket @param {number} name @param {number} size */
  leadlight_storage_read: (self, ticket, name, size) => {
    leadlight_storage.answer_bytes(self, ticket, leadlight_storage.read(leadlight_border.text(name, size)));
  },

  leadlight_storage_list__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_list: (self, ticket) => { leadlight_storage.answer_names(self, ticket, leadlight_storage.list()); },

  leadlight_storage_reset__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_reset: (self, ticket) => { leadlight_storage.answer(self, ticket, leadlight_storage.reset()); },

  leadlight_storage_lock__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_lock: (self, ticket) => {
    const granted = (/** @type {boolean} */ yes) => _leadlight_storage_answered(self, ticket, yes ? 1 : 0);
    if (!navigator.locks) {
      queueMicrotask(() => granted(true));
      return;
    }
    navigator.locks.request('leadlight-compaction', { ifAvailable: true }, (lock) => {
      const held = lock && new Promise((/** @type {(value: void) => void} */ resolve) => { leadlight_storage.unlock = resolve; });
      granted(Boolean(lock));
      return held;
    }).catch(() => granted(true));
  },

  leadlight_storage_unlock__deps: ['$leadlight_storage'],
  leadlight_storage_unlock: () => { leadlight_storage.unlock?.(); },

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
        _leadlight_storage_room_known(self, ticket, usage ?? 0, quota ?? 0, persisted ? 1 : 0,
          navigator.vendor.startsWith('Apple') && !matchMedia('(display-mode: standalone)').matches ? 1 : 0);
      });
  },

  leadlight_storage_persist__deps: ['$leadlight_storage'],
  /** @param {number} self @param {number} ticket */
  leadlight_storage_persist: (self, ticket) => {
    Promise.resolve(navigator.storage?.persist?.() ?? false).catch(() => false)
      .then((granted) => _leadlight_storage_answered(self, ticket, granted ? 1 : 0));
  },
});
