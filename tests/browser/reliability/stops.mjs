/// <reference path="./window.d.ts" />
// Points at which a page can be made to stand still, so that it is killed just there.

/** In the order in which a commit passes them. */
export const points = ['before its transaction', 'before add', 'after add', 'before commit', 'after commit', 'complete, before the page hears of it',
  'before its announcement', 'after its announcement'];
/** From here on it is durable. */
export const is_durable = (/** @type {string} */ point) => points.indexOf(point) >= points.indexOf('complete, before the page hears of it');

/**
 * Runs in the page before any of its scripts; must not refer to anything outside of itself.
 * @param {string} first where to stop from the start, if anywhere
 */
export function install_stops(first) {
  window.stop_at = first;
  const at = (/** @type {string} */ kind, /** @type {string} */ point) => {
    if (window.stop_at !== `${kind}: ${point}`) return;
    window.stop_at = '';
    const request = new XMLHttpRequest();
    request.open('GET', `/stopped/${encodeURIComponent(`${kind}: ${point}`)}`, false);  // nothing in this page goes on meanwhile
    request.send();
  };
  const kind_of = (/** @type {string} */ name) => (name.includes('snap-') ? 'compaction' : 'commit');
  /** @type {WeakMap<IDBTransaction, string>} */
  const kinds = new WeakMap();

  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (/** @type {string | string[]} */ stores, /** @type {IDBTransactionMode | undefined} */ mode, /** @type {IDBTransactionOptions | undefined} */ options) {
    if (mode === 'readwrite')  // what it is for is not known yet; reading at the start is relaxed
      for (const kind of options?.durability === 'strict' ? ['commit', 'compaction'] : ['load']) at(kind, 'before its transaction');
    return transaction.call(this, stores, mode, options);
  };
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (/** @type {unknown} */ value, /** @type {IDBValidKey | undefined} */ key) {
    const kind = kind_of(String(key));
    kinds.set(this.transaction, kind);
    at(kind, 'before add');
    const request = add.call(this, value, key);
    at(kind, 'after add');
    return request;
  };
  const { commit } = IDBTransaction.prototype;
  IDBTransaction.prototype.commit = function () {
    const kind = kinds.get(this) ?? '';
    at(kind, 'before commit');
    commit.call(this);
    at(kind, 'after commit');
  };
  const complete = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete'));
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    ...complete,
    set(/** @type {(event: Event) => void} */ handler) {
      complete.set?.call(this, (/** @type {Event} */ event) => {
        at(kinds.get(this) ?? '', 'complete, before the page hears of it');
        handler.call(this, event);
      });
    },
  });
  const { postMessage } = BroadcastChannel.prototype;
  BroadcastChannel.prototype.postMessage = function (/** @type {unknown} */ message) {
    at(kind_of(String(message)), 'before its announcement');
    postMessage.call(this, message);
    at(kind_of(String(message)), 'after its announcement');
  };
}
