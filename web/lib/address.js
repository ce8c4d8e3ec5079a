// The address line behind the '#', and the browser's back and forward buttons.

// Back closes what lies over the place (a dialog, a menu) before it leaves the place. So an entry of the history is made for it,
// "over", which stays when it is closed by other means: the next place takes it, and Back goes on over it.

const leadlight_address = {
  at: 0,  // of our entries, which this one is
  over: false,  // this one is for something that lies over the place...
  covered: false,  // ...which is there
  fragment: () => {
    const text = location.hash.replace(/^#/, '');
    try {
      return decodeURI(text);
    } catch {
      return text;  // typed by hand, with a lone %
    }
  },
  /** @param {number} at @param {boolean} over @param {boolean} push @param {string} [fragment] */
  enter: (at, over, push, fragment) => {
    try {
      if (push) history.pushState({ at, over }, '', fragment);
      else history.replaceState({ at, over }, '', fragment);
      leadlight_address.at = at;
      leadlight_address.over = over;
    } catch {
      // Safari refuses more than 100 in 30 seconds: the address stays behind, nothing else.
    }
  },
};

addToLibrary({
  $leadlight_address: leadlight_address,

  leadlight_address_start__deps: ['$leadlight_address', '$leadlight_border'],
  /** @param {number} self */
  leadlight_address_start: (self) => {
    const here = leadlight_address;
    here.enter(history.state?.at ?? 0, history.state?.over ?? false, false);
    addEventListener('popstate', ({ state }) => {
      const from = { at: here.at, over: here.over };
      if (state) {
        here.at = state.at;
        here.over = state.over;
      } else {
        here.enter(here.at + 1, false, false);  // a fragment that was typed by hand
      }
      const back = here.at < from.at;
      if (back && from.over && !here.covered) return history.back();
      leadlight_border.lend(here.fragment(),
        (address, size) => _leadlight_address_changed(self, address, size, back ? 1 : 0));
    });
  },

  leadlight_address_get__deps: ['$leadlight_address', '$stringToNewUTF8'],
  leadlight_address_get: () => stringToNewUTF8(leadlight_address.fragment()),

  leadlight_address_link__deps: ['$stringToNewUTF8'],
  leadlight_address_link: () => stringToNewUTF8(location.href),

  leadlight_address_load_again: () => location.reload(),

  leadlight_address_set__deps: ['$leadlight_address', '$leadlight_border'],
  /** @param {number} address @param {number} size @param {number} push */
  leadlight_address_set: (address, size, push) => {
    const text = leadlight_border.text(address, size);  // with its '#', as in a link
    const fragment = text.startsWith('#') ? text : `#${text}`;
    if (fragment === location.hash || (fragment === '#' && location.hash === '')) return;
    const { at, over } = leadlight_address;
    if (push && over) leadlight_address.enter(at, false, false, fragment);
    else if (push) leadlight_address.enter(at + 1, false, true, fragment);
    else leadlight_address.enter(at, over, false, fragment);
  },

  leadlight_address_cover__deps: ['$leadlight_address'],
  /** @param {number} covered something lies over the place, or no longer */
  leadlight_address_cover: (covered) => {
    const here = leadlight_address;
    here.covered = covered !== 0;
    if (here.covered && !here.over) here.enter(here.at + 1, true, true);
  },
});
