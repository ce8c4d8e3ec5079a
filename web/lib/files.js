// The file picker and downloads. Files that are dropped or pasted: bring.js.

const leadlight_files = {
  /** Hands files over to the core, and says when it was the last. @param {number} self @param {number} ticket @param {Iterable<File>} files */
  hand_over: async (self, ticket, files) => {
    const list = [...files];
    const contents = await Promise.all(list.map((file) => file.arrayBuffer()));
    list.forEach((file, index) => leadlight_border.lend(file.name, (name, name_size) =>
      leadlight_border.lend_bytes(new Uint8Array(contents[index]), (bytes, size) =>
        _leadlight_files_add(self, name, name_size, bytes, size))));
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
