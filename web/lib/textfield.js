// The real text field over the one that the core draws: phone keyboards, input methods, dictation, spell check, autofill.
// There are two, one with one line and one with many; the core says where, and how it looks.

const leadlight_textfield = {
  // In the order of ui::FieldKind. E-mail is text with a keyboard for it: type=email has no selection.
  kinds: ['text', 'name', 'email', 'phone', 'url', 'number', 'search', 'date', 'multiline', 'person', 'passphrase', 'shown passphrase'],
  keyboards: /** @type {Record<string, string>} */ ({ email: 'email', phone: 'tel', url: 'url', number: 'decimal', search: 'search', date: 'numeric' }),
  types: /** @type {Record<string, string>} */ ({ passphrase: 'password', date: 'date' }),  // text where it is none of these
  capitals: /** @type {Record<string, string>} */ ({ text: 'sentences', name: 'words', person: 'words', multiline: 'sentences' }),
  // In the order of ui::EntryEvent.
  events: { changed: 0, submitted: 1, next: 2, previous: 3, cancelled: 4, left: 5 },
  least_size: 16,  // with less iOS zooms the page in

  /** @type {HTMLInputElement | HTMLTextAreaElement | null} the one that is shown */
  active: null,
  /** @type {number} */
  self: 0,

  /** @param {number} event */
  tell: (event) => {
    const value = leadlight_textfield.active?.value ?? '';
    leadlight_border.lend(value, (address, size) => _leadlight_textfield_event(leadlight_textfield.self, event, address, size));
  },

  /** @param {HTMLInputElement | HTMLTextAreaElement} field */
  listen: (field) => {
    const { events, tell } = leadlight_textfield;
    const is_active = () => leadlight_textfield.active === field;
    field.addEventListener('input', () => { if (is_active()) tell(events.changed); });
    field.addEventListener('blur', () => {
      // Not when the whole window lost it: the field has it again when the person is back.
      if (is_active() && document.hasFocus()) tell(events.left);
    });
    field.addEventListener('keydown', (untyped) => {
      const event = /** @type {KeyboardEvent} */ (untyped);
      if (!is_active() || event.isComposing || event.keyCode === 229) return;
      if (leadlight_textfield.is_offered(event) && leadlight_keys.offer(event)) return;
      if (event.key !== 'Enter') return;
      if (field instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;  // a new line
      event.preventDefault();
      const to_next = field.enterKeyHint === 'next' && matchMedia('(pointer: coarse)').matches;  // as the key says
      tell(to_next ? events.next : events.submitted);
    });
  },

  /** What the shell may use while text is edited: the rest, with the letters, is the field's. @param {KeyboardEvent} event */
  is_offered: (event) => {
    if (event.key.startsWith('Arrow') && leadlight_textfield.active?.type === 'date') return false;  // its parts
    if (['Tab', 'Escape', 'Enter', 'ArrowUp', 'ArrowDown'].includes(leadlight_keys.name_of(event))) return true;
    return (event.ctrlKey || event.metaKey) && !'acvxzyubi'.includes(event.key.toLowerCase());
  },

  /** For a finger the field alone is of no use; after a recent tap only, or the browser refuses. */
  pick_day: () => {
    if (!matchMedia('(pointer: coarse)').matches) return;
    try { /** @type {HTMLInputElement} */ (leadlight_textfield.active).showPicker(); } catch { /* it can be tapped */ }
  },

  close: () => {
    const field = leadlight_textfield.active;
    if (!field) return;
    leadlight_textfield.active = null;  // before blur, which is not the person's then
    field.hidden = true;
    field.blur();
    field.value = '';
  },
};

addToLibrary({
  $leadlight_textfield: leadlight_textfield,
  $leadlight_textfield__deps: ['$leadlight_border', '$leadlight_keys'],

  leadlight_textfield_start__deps: ['$leadlight_textfield'],
  /** @param {number} self */
  leadlight_textfield_start: (self) => {
    leadlight_textfield.self = self;
    for (const field of document.querySelectorAll('.text-field')) {
      leadlight_textfield.listen(/** @type {HTMLInputElement | HTMLTextAreaElement} */ (field));
    }
  },

  leadlight_textfield_open__deps: ['$leadlight_textfield'],
  /**
   * @param {number} kind_number @param {number} last @param {number} label @param {number} label_size @param {number} placeholder
   * @param {number} placeholder_size @param {number} autocomplete @param {number} autocomplete_size @param {number} value
   * @param {number} value_size @param {number} select_all
   */
  leadlight_textfield_open: (kind_number, last, label, label_size, placeholder, placeholder_size, autocomplete, autocomplete_size,
    value, value_size, select_all) => {
    const kind = leadlight_textfield.kinds[kind_number];
    const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (document.getElementById(kind === 'multiline' ? 'text-field-lines' : 'text-field-line'));
    if (leadlight_textfield.active && leadlight_textfield.active !== field) leadlight_textfield.close();
    leadlight_textfield.active = field;
    const set = (/** @type {string} */ name, /** @type {string} */ text) => field.setAttribute(name, text);
    if (field instanceof HTMLInputElement) field.type = leadlight_textfield.types[kind] ?? 'text';
    set('aria-label', leadlight_border.text(label, label_size));
    set('autocomplete', leadlight_border.text(autocomplete, autocomplete_size) || 'off');
    set('inputmode', leadlight_textfield.keyboards[kind] ?? 'text');
    set('enterkeyhint', kind === 'multiline' ? 'enter' : kind === 'search' ? 'search' : last ? 'done' : 'next');
    set('autocapitalize', leadlight_textfield.capitals[kind] ?? 'none');
    set('spellcheck', kind === 'text' || kind === 'multiline' ? 'true' : 'false');
    if (kind === 'date') field.removeAttribute('role');  // it has its own
    else set('role', kind === 'search' ? 'searchbox' : 'textbox');
    set('data-kind', kind);  // bring.js
    field.placeholder = leadlight_border.text(placeholder, placeholder_size);
    field.value = leadlight_border.text(value, value_size);
    field.hidden = false;
    field.focus({ preventScroll: true });
    if (kind === 'date') leadlight_textfield.pick_day();
    else if (select_all) field.select();
    else field.setSelectionRange(field.value.length, field.value.length);
  },

  leadlight_textfield_place__deps: ['$leadlight_textfield', '$leadlight_glyphs'],
  /** @param {number} box @param {number} weight @param {number} colour */
  leadlight_textfield_place: (box, weight, colour) => {
    const field = leadlight_textfield.active;
    if (!field) return;
    const [x, y, width, height, clip_x, clip_y, clip_width, clip_height, size, line] = HEAPF32.subarray(box >>> 2, (box >>> 2) + 10);
    const coarse = matchMedia('(pointer: coarse)').matches;
    const scale = coarse ? Math.max(1, leadlight_textfield.least_size / size) : 1;
    const { style } = field;
    style.width = `${width * scale}px`;
    style.height = `${height * scale}px`;
    style.transform = `translate(${x}px, ${y}px) scale(${1 / scale})`;
    style.font = `${weight} ${size * scale}px/${(field instanceof HTMLInputElement ? height : line) * scale}px ${leadlight_glyphs.families}`;
    style.color = `rgba(${colour & 255} ${colour >>> 8 & 255} ${colour >>> 16 & 255} / ${(colour >>> 24) / 255})`;
    style.caretColor = style.color;
    const inset = [clip_y - y, x + width - clip_x - clip_width, y + height - clip_y - clip_height, clip_x - x];
    style.clipPath = inset.some((side) => side > 0) ? `inset(${inset.map((side) => `${Math.max(0, side) * scale}px`).join(' ')})` : '';
  },

  leadlight_textfield_value__deps: ['$leadlight_textfield'],
  /** @param {number} value @param {number} size */
  leadlight_textfield_value: (value, size) => {
    const field = leadlight_textfield.active;
    const text = leadlight_border.text(value, size);
    if (field && field.value !== text) field.value = text;
  },

  leadlight_textfield_close__deps: ['$leadlight_textfield'],
  leadlight_textfield_close: () => leadlight_textfield.close(),
});
