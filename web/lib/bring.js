// Files that a person drops on the page, pastes while no field is edited, opens with it, or shares with it from another app; and signatures
// that she pastes into a name.

const leadlight_bring = {
  /** @param {DataTransfer | null} data */
  has_files: (data) => data?.types.includes('Files') ?? false,

  /** A table, cards, a snapshot or somebody's signature that was copied as text; a line of other text is no file. @param {string} text @param {boolean} of_field @returns {File | undefined} */
  file_of_text: (text, of_field) => {
    if (/^\s*(BEGIN:VCARD|MECARD:)/i.test(text)) return new File([text], 'pasted.vcf', { type: 'text/vcard' });
    if (of_field) return /\n\s*\S/.test(text) ? new File([text], 'pasted.txt', { type: 'text/plain' }) : undefined;
    if (/^\s*\{/.test(text)) return new File([text], 'pasted.json', { type: 'application/json' });
    if (/\n\s*\S/.test(text)) return new File([text], 'pasted.csv', { type: 'text/csv' });
    return undefined;
  },

  /** What the service worker has taken in for this page (web/sw.js); each is handed over once. @returns {Promise<File[]>} */
  received: async () => {
    if (typeof caches === 'undefined' || !(await caches.has('leadlight-received'))) return [];
    const cache = await caches.open('leadlight-received');
    const files = [];
    for (const request of await cache.keys()) {
      const response = await cache.match(request);
      if (!response || !(await cache.delete(request))) continue;  // another tab was quicker
      const name = decodeURIComponent(response.headers.get('X-Name') ?? '');
      if (name) files.push(new File([await response.blob()], name));
      else files.push(new File([await response.text()], 'shared.txt', { type: 'text/plain' }));
    }
    return files;
  },
};

addToLibrary({
  $leadlight_bring: leadlight_bring,

  leadlight_files_start__deps: ['$leadlight_bring', '$leadlight_files'],
  /** @param {number} self */
  leadlight_files_start: (self) => {
    const hint = /** @type {HTMLElement} */ (document.getElementById('drop-hint'));
    let inside = 0;
    /** @param {number} depth */
    const show = (depth) => {
      inside = depth;
      hint.hidden = depth <= 0;
    };
    addEventListener('dragenter', (event) => {
      if (leadlight_bring.has_files(event.dataTransfer)) show(inside + 1);
    });
    addEventListener('dragleave', (event) => {
      if (leadlight_bring.has_files(event.dataTransfer)) show(inside - 1);
    });
    addEventListener('dragover', (event) => {
      if (!leadlight_bring.has_files(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    });
    addEventListener('drop', (event) => {
      show(0);
      if (!leadlight_bring.has_files(event.dataTransfer)) return;
      event.preventDefault();  // or the browser leaves the page for the file
      void leadlight_files.hand_over(self, 0, event.dataTransfer?.files ?? []);
    });
    // What was opened with the page, or shared with it, waits until the book is there.
    addEventListener('leadlight-usable', async () => {
      const received = await leadlight_bring.received().catch(() => []);
      if (received.length > 0) void leadlight_files.hand_over(self, 0, received);
      // @ts-ignore: launchQueue is not in TypeScript's library of 2025
      window.launchQueue?.setConsumer(async (/** @type {{files?: FileSystemFileHandle[]}} */ { files = [] }) => {
        if (files.length > 0) void leadlight_files.hand_over(self, 0, await Promise.all(files.map((file) => file.getFile())));
      });
    }, { once: true });
    addEventListener('paste', (event) => {
      const target = event.target;
      // Of several lines a field of one would make one; where a signature is welcome, it is read instead.
      const is_welcome = target instanceof HTMLInputElement && target.dataset.kind === 'person';
      if ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && !is_welcome) return;
      const data = event.clipboardData;
      const text = data && data.files.length === 0 ? leadlight_bring.file_of_text(data.getData('text/plain'), is_welcome) : undefined;
      const files = text ? [text] : is_welcome ? [] : [...(data?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      void leadlight_files.hand_over(self, 0, files);
    });
  },
});
