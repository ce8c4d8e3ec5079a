// The file picker and downloads. Files that are dropped or pasted: bring.js.

const leadlight_files = {
  /** Why a file has no bytes, as ports::File::Fault has it. */
  fault: { none: 0, unreadable: 1, too_large: 2 },

  /** Whether the core has room for it, for its text and for what it makes of it. @param {File} file */
  fits: (file) => {
    const room = file.size < 2 ** 30 ? _malloc(4 * file.size) >>> 0 : 0;
    _free(room);
    return room !== 0;
  },

  /** @param {File} file */
  read: async (file) => {
    const { none, unreadable, too_large } = leadlight_files.fault;
    if (file.size > 0 && !leadlight_files.fits(file)) return { bytes: new Uint8Array(), fault: too_large };
    try {
      return { bytes: new Uint8Array(await file.arrayBuffer()), fault: none };
    } catch {
      return { bytes: new Uint8Array(), fault: unreadable };
    }
  },

  /** Hands files over to the core, and says when it was the last. @param {number} self @param {number} ticket @param {Iterable<File>} files */
  hand_over: async (self, ticket, files) => {
    const list = [...files];
    const contents = await Promise.all(list.map(leadlight_files.read));
    list.forEach((file, index) => leadlight_border.lend(file.name, (name, name_size) =>
      leadlight_border.lend_bytes(contents[index].bytes, (bytes, size) =>
        _leadlight_files_add(self, name, name_size, bytes, size, contents[index].fault))));
    _leadlight_files_end(self, ticket);
  },
};

addToLibrary({
  $leadlight_files: leadlight_files,
  $leadlight_files__deps: ['$leadlight_border'],

  leadlight_files_pick__deps: ['$leadlight_files'],
  /** @param {number} self @param {number} ticket @param {number} accept @param {number} size */
  leadlight_files_pick: (self, ticket, accept, size) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = leadlight_border.text(accept, size);
    input.hidden = true;
    // In the document, or Safari forgets it before the person has chosen.
    document.body.append(input);
    const end = () => {
      input.remove();
      void leadlight_files.hand_over(self, ticket, input.files ?? []);
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  },

  leadlight_files_save__deps: ['$leadlight_border'],
  /** @param {number} name @param {number} name_size @param {number} mime @param {number} mime_size @param {number} bytes @param {number} size */
  leadlight_files_save: (name, name_size, mime, mime_size, bytes, size) => {
    const blob = new Blob([leadlight_border.bytes(bytes, size).slice()], { type: leadlight_border.text(mime, mime_size) });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = leadlight_border.text(name, name_size);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);  // a slow disk may still be reading
  },
});
