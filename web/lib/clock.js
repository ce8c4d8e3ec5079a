// The time zone. The rest of the clock comes with Emscripten.
addToLibrary({
  /** Local time minus UTC. @param {number} utc_ms */
  leadlight_clock_offset_minutes: (utc_ms) => -new Date(utc_ms).getTimezoneOffset() || 0,
});
