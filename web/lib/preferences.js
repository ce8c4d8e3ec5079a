// Small facts about this device, in localStorage. Where that is refused, they last until the page is closed.

const leadlight_preferences = {
  prefix: 'leadlight.',
  /** @type {Record<string, string>} only used without localStorage */
  here: {},
};

addToLibrary({
  $leadlight_preferences: leadlight_preferences,

  leadlight_preferences_get__deps: ['$leadlight_preferences', '$leadlight_border', '$stringToNewUTF8'],
  /** @param {number} key @param {number} size */
  leadlight_preferences_get: (key, size) => {
    const name = leadlight_preferences.prefix + leadlight_border.text(key, size);
    let value;
    try {
      value = localStorage.getItem(name);
    } catch {
      value = leadlight_preferences.here[name];
    }
    return value ? stringToNewUTF8(value) : 0;
  },

  leadlight_preferences_set__deps: ['$leadlight_preferences', '$leadlight_storage', '$leadlight_border'],
  /** @param {number} key @param {number} key_size @param {number} value @param {number} value_size */
  leadlight_preferences_set: (key, key_size, value, value_size) => {
    if (leadlight_storage.stopped) return;  // or what is being erased would be there again
    const name = leadlight_preferences.prefix + leadlight_border.text(key, key_size);
    const text = leadlight_border.text(value, value_size);
    try {
      if (text) localStorage.setItem(name, text);
      else localStorage.removeItem(name);
    } catch {
      leadlight_preferences.here[name] = text;
    }
  },
});
