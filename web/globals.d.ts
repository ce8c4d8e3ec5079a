// What the page's scripts find around them: made by the build, or by Emscripten.
declare module '*/leadlight.mjs' {
  const createModule: (options?: Record<string, unknown>) => Promise<any>;
  export default createModule;
}

/** In the service worker: the version of this build, and every file that it consists of beside the page itself (tools/dist.mjs). */
declare const LEADLIGHT_VERSION: string;
declare const LEADLIGHT_FILES: string[];
/** What the service worker uses of its surroundings; TypeScript's own library of them can't be had beside the page's. */
interface WorkerEvent extends Event { waitUntil(work: Promise<unknown>): void }
interface WorkerFetchEvent extends WorkerEvent { request: Request; respondWith(answer: Promise<Response>): void }
interface WorkerScope {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerFetchEvent) => void): void;
}

// In JavaScript libraries (web/lib): Emscripten's runtime. It has no types of its own.
declare function addToLibrary(library: Record<string, any>): void;
declare const LibraryManager: any;
declare const Module: any;
declare const FS: any;
declare const IDBFS: any;
declare const GL: any;
declare const HEAP8: Int8Array;
declare const HEAPU8: Uint8Array;
declare const HEAP32: Int32Array;
declare const HEAPU32: Uint32Array;
declare const HEAPF32: Float32Array;
declare const HEAPF64: Float64Array;
declare function UTF8ToString(pointer: number, length?: number): string;
declare function stringToUTF8(text: string, pointer: number, size: number): void;
declare function stringToNewUTF8(text: string): number;
declare function lengthBytesUTF8(text: string): number;
declare function _malloc(size: number): number;
declare function _free(pointer: number): void;

// What the core exports (LEADLIGHT_EXPORT in src/platform/web). `self` is the object that the start function was given.
declare function _leadlight_address_changed(self: number, text: number, size: number, back: number): void;
declare function _leadlight_drafts_found(self: number, ticket: number): void;
declare function _leadlight_canvas_resized(self: number, width_px: number, height_px: number, density: number,
  top: number, right: number, bottom: number, left: number, keyboard: number): void;
declare function _leadlight_files_add(self: number, name: number, name_size: number, bytes: number, size: number, fault: number): void;
declare function _leadlight_files_end(self: number, ticket: number): void;
declare function _leadlight_key_event(self: number, key: number, character: number, ctrl: number, shift: number, alt: number, time_ms: number): number;
declare function _leadlight_mirror_enable(self: number): void;
declare function _leadlight_mirror_act(self: number, node: number, action: number, value: number, size: number): void;
declare function _leadlight_page_device(self: number, dark: number, reduced_motion: number, coarse_pointer: number, more_contrast: number, text_scale: number): void;
declare function _leadlight_print_text(self: number): number;
declare function _leadlight_page_visible(self: number, visible: number): void;
declare function _leadlight_page_frames(self: number): number;
declare function _leadlight_page_idle(self: number): number;
declare function _leadlight_page_unsaved(self: number): number;
declare function _leadlight_pointer_event(self: number, phase: number, kind: number, id: number, button: number, x: number, y: number, time_ms: number): void;
declare function _leadlight_wheel_event(self: number, dx: number, dy: number, x: number, y: number, smooth: number): void;
declare function _leadlight_seal_answered(self: number, ticket: number, fault: number, text: number, size: number): void;
declare function _leadlight_folder_known(self: number, ticket: number, standing: number, name: number, size: number): void;
declare function _leadlight_folder_written(self: number, ticket: number, fault: number): void;
declare function _leadlight_erase_blocked(self: number, ticket: number): void;
declare function _leadlight_updates_news(self: number, news: number): void;
declare function _leadlight_rest_brought(self: number, ticket: number, is_here: boolean): void;
declare function _leadlight_sample_made(self: number, ticket: number, snapshot: number, size: number): void;
declare function _leadlight_storage_loaded(self: number, name: number, name_size: number, bytes: number, size: number): void;
declare function _leadlight_storage_load_ended(self: number, error: number, size: number): void;
declare function _leadlight_storage_committed(self: number, ticket: number, error: number, size: number): void;
declare function _leadlight_storage_has_read(self: number, ticket: number, bytes: number, size: number, error: number, error_size: number): void;
declare function _leadlight_storage_announced(self: number, name: number, size: number): void;
declare function _leadlight_storage_room_known(self: number, ticket: number, used: number, quota: number, persistent: number, forgets_unused: number): void;
declare function _leadlight_storage_answered(self: number, ticket: number, granted: number): void;
declare function _leadlight_storage_listed(self: number, ticket: number, names: number, size: number, error: number, error_size: number): void;
declare function _leadlight_storage_reopened(self: number): void;
declare function _leadlight_textfield_event(self: number, event: number, value: number, size: number): void;
