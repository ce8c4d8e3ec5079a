// The address line behind the '#', and the browser's back and forward buttons.

const leadlight_address = {
  fragment: () => {
    const text = location.hash.replace(/^#/, '');
    try {
      return decodeURI(text);
    } catch {
      return text;  // typed by hand, with a lone %
    }
  },
};

addToLibrary({
  $leadlight_address: leadlight_address,

  leadlight_address_start__deps: ['$leadlight_address', '$leadlight_border'],
  /** @param {number} self */
  leadlight_address_start: (self) => {
    const tell = () => leadlight_border.lend(leadlight_address.fragment(),
      (address, size) => _leadlight_address_changed(self, address, size));
    addEventListener('popstate', tell);  // comes for hand-typed fragments too
  },

  leadlight_address_get__deps: ['$leadlight_address', '$stringToNewUTF8'],
  leadlight_address_get: () => stringToNewUTF8(leadlight_address.fragment()),

  leadlight_address_load_again: () => location.reload(),

  leadlight_address_set__deps: ['$leadlight_border'],
  /** @param {number} address @param {number} size @param {number} push */
  leadlight_address_set: (address, size, push) => {
    const text = leadlight_border.text(address, size);  // with its '#', as in a link
    const fragment = text.startsWith('#') ? text : `#${text}`;
    if (fragment === location.hash || (fragment === '#' && location.hash === '')) return;
    try {
      if (push) history.pushState(null, '', fragment);
      else history.replaceState(null, '', fragment);
    } catch {
      // Safari refuses more than 100 in 30 seconds: the address stays behind, nothing else.
    }
  },
});
