// Keys for the shell. What it does not use stays the browser's; a few of the browser's own are never offered.

const leadlight_keys = {
  // In the order of ui::Key; the last, kCharacter, is any printable one.
  names: ['Tab', 'Enter', ' ', 'Escape', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown',
    'Delete', 'Backspace', 'ContextMenu'],
  character: 15,
  /** @param {KeyboardEvent} event */
  command: (event) => (/Mac|iPhone|iPad/.test(navigator.platform) ? event.metaKey : event.ctrlKey),

  /** Ctrl (Command on a Mac) with these is the browser's. */
  browsers_own: 'ltrnwqo+-=0123456789',

  /** WebKitGTK has no name for Tab with Shift. @param {KeyboardEvent} event */
  name_of: (event) => (event.key === 'Unidentified' && event.code === 'Tab' ? 'Tab' : event.key),

  /** @param {KeyboardEvent} event @returns {[number, number] | undefined} key and character */
  code_of: (event) => {
    const named = leadlight_keys.names.indexOf(leadlight_keys.name_of(event));
    if (named >= 0) return [named, 0];
    const points = [...event.key];
    if (points.length !== 1) return undefined;  // Shift, F5, dead keys
    // On a keyboard of another script Ctrl+K is still the key with K on it.
    const latin = /^Key([A-Z])$/.exec(event.code)?.[1];
    const text = (event.ctrlKey || event.metaKey) && points[0] > '~' && latin ? latin : points[0];
    return [leadlight_keys.character, text.toLowerCase().codePointAt(0) ?? 0];
  },

  self: 0,

  /** The shell takes it or leaves it; what it takes the browser does not get. @param {KeyboardEvent} event @returns {boolean} */
  offer: (event) => {
    const code = leadlight_keys.code_of(event);
    if (!code) return false;
    const [key, character] = code;
    const ctrl = leadlight_keys.command(event);
    if (ctrl && (key === 0 || leadlight_keys.browsers_own.includes(event.key.toLowerCase()))) return false;
    if (event.altKey && key !== leadlight_keys.character) return false;  // Alt+Left and its like
    const used = _leadlight_key_event(leadlight_keys.self, key, character, ctrl ? 1 : 0, event.shiftKey ? 1 : 0, event.altKey ? 1 : 0,
      event.timeStamp);
    if (used) event.preventDefault();
    return Boolean(used);
  },
};

addToLibrary({
  $leadlight_keys: leadlight_keys,

  leadlight_keys_start__deps: ['$leadlight_keys', '$leadlight_pointer'],
  /** @param {number} self */
  leadlight_keys_start: (self) => {
    leadlight_keys.self = self;
    addEventListener('keydown', (event) => {
      if (event.isComposing || event.keyCode === 229) return;
      // What a field does itself: textfield.js asks about the rest.
      if (leadlight_pointer.is_field(event.target)) return;
      if (event.target instanceof HTMLElement && event.target.closest('[data-own-keys]')) return;
      leadlight_keys.offer(event);
    });
  },
});
