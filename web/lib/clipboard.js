// Copying text. Where the clipboard can't be written directly (no secure context), through a field that is copied from.
addToLibrary({
  leadlight_clipboard_copy__deps: ['$leadlight_border'],
  /** @param {number} address @param {number} size */
  leadlight_clipboard_copy: (address, size) => {
    const text = leadlight_border.text(address, size);
    const through_field = () => {
      const active = /** @type {HTMLElement | null} */ (document.activeElement);
      const field = document.createElement('textarea');
      field.value = text;
      field.style.position = 'fixed';
      field.style.opacity = '0';
      document.body.append(field);
      field.select();
      document.execCommand('copy');
      field.remove();
      active?.focus({ preventScroll: true });
    };
    if (navigator.clipboard?.writeText) navigator.clipboard.writeText(text).catch(through_field);
    else through_field();
  },
});
