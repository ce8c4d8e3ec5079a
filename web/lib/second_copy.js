// A second copy of the book's blobs in the origin private file system, a file each. It is another place of the browser's than
// IndexedDB, and not damaged or emptied together with it.

const leadlight_second_copy = {
  // A file gets its name once it is whole.
  unfinished: 'part-',
  given_up_ms: 60000,  // whoever wrote such a file is gone

  /** @type {Promise<FileSystemDirectoryHandle> | null} */
  folder: null,

  open: () => (leadlight_second_copy.folder ??= (async () => {
    if (!navigator.storage?.getDirectory || typeof FileSystemFileHandle === 'undefined' || !FileSystemFileHandle.prototype.createWritable)
      throw new DOMException('no file system', 'MissingError');
    return (await navigator.storage.getDirectory()).getDirectoryHandle('book', { create: true });
  })()),

  /**
   * Works in the folder; once more where somebody has removed it meanwhile.
   * @template Answer @param {(folder: FileSystemDirectoryHandle) => Promise<Answer>} work @returns {Promise<Answer>}
   */
  use: async (work) => {
    const again = leadlight_second_copy.folder !== null;
    try {
      return await work(await leadlight_second_copy.open());
    } catch (error) {
      leadlight_second_copy.folder = null;
      if (!again) throw error;
      return work(await leadlight_second_copy.open());
    }
  },

  /** What a page that was killed has left. @param {FileSystemDirectoryHandle} folder @param {string} name */
  sweep: async (folder, name) => {
    const { lastModified } = await (await folder.getFileHandle(name)).getFile();
    if (Date.now() - lastModified > leadlight_second_copy.given_up_ms) await folder.removeEntry(name);
  },

  list: () => leadlight_second_copy.use(async (folder) => {
    const { unfinished, sweep } = leadlight_second_copy;
    const names = [];
    for await (const name of folder.keys()) {
      if (name.startsWith(unfinished)) await sweep(folder, name).catch(() => {});  // it has its name meanwhile, or is gone
      else names.push(name);
    }
    return names;
  }),

  /** @param {string} name */
  copy: async (name) => {
    const contents = await leadlight_storage.read(name);
    await leadlight_second_copy.use(async (folder) => {
      // A new file is there, empty, before it is written; so it is written under another name where it can be renamed.
      const can_move = 'move' in FileSystemFileHandle.prototype;
      const file = await folder.getFileHandle(can_move ? leadlight_second_copy.unfinished + name : name, { create: true });
      const writable = await file.createWritable();
      await writable.write(/** @type {Uint8Array<ArrayBuffer>} */ (contents));
      await writable.close();
      if (can_move) await /** @type {any} */ (file).move(name);
    });
  },

  /** @param {string} name */
  read: (name) => leadlight_second_copy.use(async (folder) =>
    new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer())),

  /** @param {string[]} names @returns {Promise<void>} */
  remove: (names) => leadlight_second_copy.use(async (folder) => {
    for (const name of names) {
      await folder.removeEntry(name).catch((error) => { if (leadlight_storage.name_of(error) !== 'NotFoundError') throw error; });
    }
  }),
};

addToLibrary({
  $leadlight_second_copy: leadlight_second_copy,
  $leadlight_second_copy__deps: ['$leadlight_storage'],

  leadlight_copies_list__deps: ['$leadlight_second_copy'],
  /** @param {number} self @param {number} ticket */
  leadlight_copies_list: (self, ticket) => { leadlight_storage.answer_names(self, ticket, leadlight_second_copy.list()); },

  leadlight_copies_copy__deps: ['$leadlight_second_copy'],
  /** @param {number} self @param {number} ticket @param {number} name @param {number} size */
  leadlight_copies_copy: (self, ticket, name, size) => {
    leadlight_storage.answer(self, ticket, leadlight_second_copy.copy(leadlight_border.text(name, size)));
  },

  leadlight_copies_read__deps: ['$leadlight_second_copy'],
  /** @param {number} self @param {number} ticket @param {number} name @param {number} size */
  leadlight_copies_read: (self, ticket, name, size) => {
    leadlight_storage.answer_bytes(self, ticket, leadlight_second_copy.read(leadlight_border.text(name, size)));
  },

  leadlight_copies_remove__deps: ['$leadlight_second_copy'],
  /** @param {number} self @param {number} ticket @param {number} names @param {number} size */
  leadlight_copies_remove: (self, ticket, names, size) => {
    leadlight_storage.answer(self, ticket, leadlight_second_copy.remove(leadlight_storage.names(names, size)));
  },
});
