// Mouse, pen, fingers and wheel over the canvas and what lies above it.

const leadlight_pointer = {
  phases: /** @type {Record<string, number>} */ ({ pointerdown: 0, pointermove: 1, pointerup: 2, pointercancel: 3, pointerleave: 4 }),
  buttons: [0, 2, 1],  // the browser's left, middle, right as ImGui counts them

  /** Is this one of the page's own fields, which take care of themselves? @param {EventTarget | null} target */
  is_field: (target) => target instanceof Element && target.classList.contains('text-field'),

  /** A notch of a wheel comes in large whole steps; touch pads send many small ones. @param {WheelEvent} event */
  is_smooth: (event) => event.deltaMode === WheelEvent.DOM_DELTA_PIXEL
    && !(Math.abs(event.deltaY) >= 60 && Number.isInteger(event.deltaY)) && !(Math.abs(event.deltaX) >= 60 && Number.isInteger(event.deltaX)),
};

addToLibrary({
  $leadlight_pointer: leadlight_pointer,

  leadlight_pointer_start__deps: ['$leadlight_pointer'],
  /** @param {number} self */
  leadlight_pointer_start: (self) => {
    const stage = /** @type {HTMLElement} */ (document.getElementById('stage'));
    const canvas = /** @type {HTMLElement} */ (document.getElementById('canvas'));

    const on_pointer = (/** @type {PointerEvent} */ event) => {
      const in_field = leadlight_pointer.is_field(event.target);
      const finger = event.pointerType === 'touch';
      if (in_field && (finger || event.type !== 'pointermove')) return;
      if (event.type === 'pointerdown') canvas.setPointerCapture(event.pointerId);
      const button = event.type === 'pointerdown' || event.type === 'pointerup' ? leadlight_pointer.buttons[event.button] ?? -1 : -1;
      _leadlight_pointer_event(self, leadlight_pointer.phases[event.type], finger ? 1 : 0, event.pointerId, button, event.clientX, event.clientY,
        event.timeStamp);
    };
    for (const type of Object.keys(leadlight_pointer.phases)) stage.addEventListener(type, /** @type {EventListener} */ (on_pointer));

    // The browser would take the focus from the field that is edited; the core decides that.
    canvas.addEventListener('mousedown', (event) => event.preventDefault());
    canvas.addEventListener('contextmenu', (event) => event.preventDefault());
    canvas.addEventListener('touchend', (event) => { if (event.cancelable) event.preventDefault(); });

    stage.addEventListener('wheel', (event) => {
      if (event.ctrlKey) return;  // the browser's zoom
      event.preventDefault();
      const step = [1, 20, innerHeight][event.deltaMode] ?? 1;
      const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      _leadlight_wheel_event(self, dx * step, dy * step, event.clientX, event.clientY, leadlight_pointer.is_smooth(event) ? 1 : 0);
    }, { passive: false });
  },
});
