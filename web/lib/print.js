// Printing: what the core says of what is shown (src/ui/printout.h), as real text on paper in place of the screen's picture.

const leadlight_print = {
  tags: /** @type {Record<string, 'h1' | 'h2' | 'p'>} */ ({ 1: 'h1', 2: 'h2', p: 'p' }),

  /** @param {HTMLElement} paper @param {string} text */
  set: (paper, text) => {
    paper.replaceChildren();
    /** @type {HTMLTableElement | undefined} the one that rows go to */
    let table;
    for (const block of text.split('\x1E').slice(1)) {
      const kind = block[0];
      const texts = block.slice(1).split('\x1F');
      const tag = leadlight_print.tags[kind];
      if (tag) {
        table = undefined;
        paper.appendChild(document.createElement(tag)).textContent = texts[0];
        continue;
      }
      if (!table) {
        table = document.createElement('table');
        paper.append(table);
      }
      const row = kind === 'h' ? table.createTHead().insertRow() : (table.tBodies[0] ?? table.createTBody()).insertRow();
      for (const one of texts) row.appendChild(document.createElement(kind === 'h' ? 'th' : 'td')).textContent = one;
    }
  },
};

addToLibrary({
  $leadlight_print: leadlight_print,

  leadlight_print_start__deps: ['$leadlight_print', '$UTF8ToString', 'free'],
  /** @param {number} self */
  leadlight_print_start: (self) => {
    const paper = document.createElement('main');
    paper.id = 'paper';
    addEventListener('beforeprint', () => {
      const address = _leadlight_print_text(self);
      const text = UTF8ToString(address);
      _free(address);
      leadlight_print.set(paper, text);
      document.documentElement.classList.toggle('on-paper', text !== '');
      document.body.append(paper);
    });
    addEventListener('afterprint', () => {
      paper.remove();
      document.documentElement.classList.remove('on-paper');
    });
  },
});
