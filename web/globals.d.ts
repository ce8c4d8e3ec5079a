// What the page's scripts find around them: made by the build, or by Emscripten.
declare module '*/leadlight.mjs' {
  const createModule: (options?: Record<string, unknown>) => Promise<any>;
  export default createModule;
}

/** In the service worker: the version of this build, and every file it consists of (tools/dist.mjs). */
declare const LEADLIGHT_VERSION: string;
declare const LEADLIGHT_FILES: string[];

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
