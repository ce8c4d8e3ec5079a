// The time zone. The rest of the clock comes with Emscripten.

// Years whose changes of daylight saving are told: leads and their plans lie within them.
const leadlight_clock = { from_year: 2000, to_year: 2050, probe_minutes: 14 * 24 * 60 };

addToLibrary({
  $leadlight_clock: leadlight_clock,

  /** Local time minus UTC. @param {number} utc_ms */
  leadlight_clock_offset_minutes: (utc_ms) => -new Date(utc_ms).getTimezoneOffset() || 0,

  leadlight_clock_zone__deps: ['$leadlight_clock', '$leadlight_border', '$stringToNewUTF8'],
  /**
   * The offset at first, and then, for each change, its minute since 1970 and the offset from then on; all in minutes, with commas between them.
   * @param {number} name @param {number} size an IANA name; one that the browser does not know is taken for this device's
   */
  leadlight_clock_zone: (name, size) => {
    /** @type {Intl.DateTimeFormatOptions} */
    const words = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' };
    let format = new Intl.DateTimeFormat('en-US', words);
    try {
      format = new Intl.DateTimeFormat('en-US', { ...words, timeZone: leadlight_border.text(name, size) });
    } catch {}
    const offset = (/** @type {number} */ minute) => {
      const [month, day, year, hour, past] = (format.format(minute * 60000).match(/\d+/g) ?? []).map(Number);
      return Date.UTC(year, month - 1, day, hour, past) / 60000 - minute;
    };
    const { from_year, to_year, probe_minutes } = leadlight_clock;
    const end = Date.UTC(to_year, 0) / 60000;
    let at = Date.UTC(from_year, 0) / 60000;
    let known = offset(at);
    const told = [known];
    for (; at < end; at += probe_minutes) {
      const later = offset(at + probe_minutes);
      if (later === known) continue;
      let [before, from] = [at, at + probe_minutes];
      while (from - before > 1) {
        const middle = (before + from) >> 1;
        if (offset(middle) === known) before = middle;
        else from = middle;
      }
      told.push(from, later);
      known = later;
    }
    return stringToNewUTF8(told.join(','));
  },
});
