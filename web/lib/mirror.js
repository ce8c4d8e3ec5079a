// The core's semantic tree as real elements at the same places, invisible: what a screen reader reads, and tests find by
// role and name. Mouse and fingers go through to the canvas; focus, clicks and input that programs send come back as actions.

const leadlight_mirror = {
  self: 0,
  enabled: false,
  applying: false,
  /** @type {Record<number, HTMLElement>} */
  elements: {},
  edited: 0,
  /** @type {HTMLElement | null} what the field that is edited belongs to */
  owner: null,
  // In the order of a11y::Action.
  actions: { activate: 0, focus: 1, set_value: 2, context_menu: 3 },

  /** Named by a label, since what is inside them has names of its own. */
  containers: ['application', 'banner', 'navigation', 'main', 'complementary', 'region', 'form', 'dialog', 'group', 'radiogroup',
    'menu', 'tablist', 'list', 'listbox', 'table', 'image', 'progressbar', 'combobox', 'textbox', 'searchbox', 'separator'],
  tags: /** @type {Record<string, string>} */ ({ button: 'button', textbox: 'input', searchbox: 'input', text: 'span' }),

  root: () => /** @type {HTMLElement} */ (document.getElementById('mirror')),

  enable: () => {
    if (leadlight_mirror.enabled) return;
    leadlight_mirror.enabled = true;
    document.getElementById('mirror-on')?.remove();
    _leadlight_mirror_enable(leadlight_mirror.self);
  },

  /** @param {EventTarget | null} target @param {number} action @param {string} [value] */
  act: (target, action, value = '') => {
    const id = target instanceof Element ? Number(target.closest('[data-node]')?.getAttribute('data-node')) : 0;
    if (!id || leadlight_mirror.applying) return;
    leadlight_border.lend(value, (address, size) => _leadlight_mirror_act(leadlight_mirror.self, id, action, address, size));
  },

  /** @typedef {Record<string, any>} MirrorNode  as a11y::diff_as_json writes it */

  /** @param {MirrorNode} node @returns {HTMLElement} */
  create: (node) => {
    const tag = node.multiline ? 'textarea' : leadlight_mirror.tags[node.role] ?? 'div';
    const element = document.createElement(tag);
    element.dataset.node = String(node.id);
    if (element instanceof HTMLButtonElement) element.type = 'button';
    if (tag === 'input' || tag === 'textarea') {
      element.inputMode = 'none';  // the real field brings the phone's keyboard
      element.setAttribute('autocomplete', 'off');
    }
    return element;
  },

  /**
   * What is acted on. A row of a list is an item, which nobody would think can be pressed: the first thing inside of it is a button.
   * @param {HTMLElement} element
   */
  handle: (element) => /** @type {HTMLElement} */ (element.querySelector(':scope > .handle') ?? element),

  /** @param {HTMLElement} element */
  give_handle: (element) => {
    const handle = document.createElement('button');
    handle.type = 'button';
    handle.className = 'handle';
    handle.style.cssText = element.style.cssText;
    element.prepend(handle);
  },

  /** A name is text where nothing else is inside, or it would be read twice. @param {HTMLElement} element */
  show_name: (element) => {
    const handle = leadlight_mirror.handle(element);
    if (handle !== element) {
      handle.textContent = element.dataset.name ?? '';
      element.removeAttribute('aria-label');
      if (element.firstChild instanceof Text) element.firstChild.remove();
      return;
    }
    const name = element.dataset.name ?? '';
    const role = element.dataset.role ?? '';
    const text = element.firstChild instanceof Text ? element.firstChild : null;
    const as_label = leadlight_mirror.containers.includes(role) || element.childElementCount > 0;
    // The text inside of a drop-down is its value.
    const inside = !as_label ? name : role === 'combobox' ? element.dataset.value ?? '' : '';
    if (as_label && name) element.setAttribute('aria-label', name);
    else element.removeAttribute('aria-label');
    if (!inside) text?.remove();
    else if (text) text.data = inside;
    else element.prepend(inside);
  },

  /** @param {HTMLElement} element @param {string} name @param {unknown} value  nothing to say where it is undefined, false, -1 or empty */
  attribute: (element, name, value) => {
    if (value === undefined || value === false || value === '' || value === -1 || value === 0 || value === 'none') element.removeAttribute(name);
    else element.setAttribute(name, value === 'on' ? 'true' : value === 'off' ? 'false' : String(value));
  },

  /** @param {HTMLElement} element @param {MirrorNode} node */
  set: (element, node) => {
    const { attribute } = leadlight_mirror;
    const aria = /** @type {Record<string, string>} */ ({
      level: 'aria-level', row_count: 'aria-rowcount', column_count: 'aria-colcount', row_index: 'aria-rowindex',
      column_index: 'aria-colindex', checked: 'aria-checked', expanded: 'aria-expanded', disabled: 'aria-disabled',
      description: 'aria-description',
    });
    if ('role' in node) {
      element.dataset.role = node.role;
      attribute(element, 'role', { text: '', button: '', image: 'img' }[/** @type {string} */ (node.role)] ?? node.role);
    }
    if (node.focusable && element.dataset.role === 'listitem' && leadlight_mirror.handle(element) === element) leadlight_mirror.give_handle(element);
    const handle = leadlight_mirror.handle(element);
    for (const [key, name] of Object.entries(aria)) if (key in node) attribute(handle, name, node[key]);
    if ('multiline' in node) attribute(element, 'aria-multiline', node.multiline);
    if ('sorted' in node) attribute(element, 'aria-sort', { on: 'ascending', off: 'descending' }[/** @type {string} */ (node.sorted)]);
    if ('current' in node) attribute(element, 'aria-current', node.current);
    if ('selected' in node) {
      // Of others it is said by what they hold (aria-checked), or not at all.
      const word = { option: 'aria-selected', tab: 'aria-selected', row: 'aria-selected', cell: 'aria-selected', listitem: 'aria-current', button: 'aria-pressed' }[element.dataset.role ?? ''];
      if (word) attribute(handle, word, node.selected);
    }
    if ('focusable' in node) attribute(handle, 'tabindex', node.focusable ? '0' : '');
    if ('rect' in node) {
      const [x, y, width, height] = node.rect;
      for (const one of new Set([element, handle]))
        Object.assign(one.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
    }
    if ('value' in node) {
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = node.value;
      else if (element.dataset.role === 'combobox') element.dataset.value = node.value;
      else attribute(element, 'aria-valuetext', node.value);
      leadlight_mirror.show_name(element);
    }
    if ('name' in node) {
      element.dataset.name = node.name;
      leadlight_mirror.show_name(element);
    }
  },

  /** @param {MirrorNode} change */
  change: (change) => {
    const { elements, root, set } = leadlight_mirror;
    let element = elements[change.id];
    if (change.op === 'remove') {
      const parent = element?.parentElement;
      element?.remove();
      delete elements[change.id];
      if (parent?.dataset.node) leadlight_mirror.show_name(parent);
      return;
    }
    if (change.op === 'add') element = elements[change.id] = leadlight_mirror.create(change);
    if (!element) return;
    if (change.op === 'add' || change.op === 'move') {
      const parent = elements[change.parent] ?? root();
      parent.insertBefore(element, elements[change.before] ?? null);
      if (parent.dataset.node) leadlight_mirror.show_name(parent);
    }
    if (change.op !== 'move') set(element, change);
    if (change.focused) leadlight_mirror.focus(element);
  },

  /** The focus follows the core's, unless the person is typing. @param {HTMLElement} element */
  focus: (element) => {
    const active = document.activeElement;
    element = leadlight_mirror.handle(element);
    if (active === element || active?.classList.contains('text-field')) return;
    element.focus({ preventScroll: true });
  },
};

addToLibrary({
  $leadlight_mirror: leadlight_mirror,
  $leadlight_mirror__deps: ['$leadlight_border'],

  leadlight_mirror_start__deps: ['$leadlight_mirror', '$leadlight_keys'],
  /** @param {number} self */
  leadlight_mirror_start: (self) => {
    leadlight_mirror.self = self;
    const { act, actions, enable } = leadlight_mirror;
    const root = leadlight_mirror.root();
    root.addEventListener('click', (event) => act(event.target, actions.activate));
    root.addEventListener('focusin', (event) => act(event.target, actions.focus));
    root.addEventListener('input', (event) => act(event.target, actions.set_value, /** @type {HTMLInputElement} */ (event.target).value));
    root.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      act(event.target, actions.context_menu);
    });
    document.getElementById('mirror-on')?.addEventListener('click', enable);
    addEventListener('keydown', (event) => { if (leadlight_keys.name_of(event) === 'Tab') enable(); }, { capture: true });
    if (new URLSearchParams(location.search).get('mirror') === '1') enable();
  },

  leadlight_mirror_apply__deps: ['$leadlight_mirror'],
  /** @param {number} json @param {number} size */
  leadlight_mirror_apply: (json, size) => {
    leadlight_mirror.applying = true;
    try {
      for (const change of JSON.parse(leadlight_border.text(json, size))) leadlight_mirror.change(change);
    } finally {
      leadlight_mirror.applying = false;
    }
  },

  leadlight_mirror_edited__deps: ['$leadlight_mirror'],
  /** @param {number} node */
  leadlight_mirror_edited: (node) => {
    const { elements, edited, attribute, owner } = leadlight_mirror;
    if (elements[edited]) attribute(elements[edited], 'aria-hidden', false);
    owner?.removeAttribute('aria-owns');
    const element = elements[node >>> 0];
    const field = document.querySelector('.text-field:not([hidden])');
    if (element) attribute(element, 'aria-hidden', true);
    // The field that stands for it is elsewhere in the page: here is where it belongs.
    leadlight_mirror.owner = element && field ? element.parentElement : null;
    if (field) leadlight_mirror.owner?.setAttribute('aria-owns', field.id);
    leadlight_mirror.edited = node >>> 0;
  },

  leadlight_mirror_announce__deps: ['$leadlight_border'],
  /** @param {number} text @param {number} size @param {number} assertive */
  leadlight_mirror_announce: (text, size, assertive) => {
    const line = document.createElement('div');
    line.textContent = leadlight_border.text(text, size);
    document.getElementById(assertive ? 'announce-now' : 'announce')?.append(line);
    setTimeout(() => line.remove(), 10000);
  },
});
