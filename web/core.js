// Brings in the core. It comes taken apart (streams.js) and packed by xz, a quarter smaller than gzip makes it; it is unpacked as it arrives.
import { XzReadableStream } from 'xz-decompress';
import { wasm_from_streams } from './streams.js';

/** What has arrived is not what was published: cut short, or changed on its way. */
export class Damaged extends Error {}

/** Whether the page carries the core inside itself, as base64 in a data block (tools/dist.mjs puts it there). */
export const is_one_file = document.getElementById('leadlight-core') !== null;

/** @param {string} file @param {string} id of the block that holds it, in the page of one file @returns {Promise<ReadableStream<Uint8Array>>} */
async function packed(file, id) {
  const block = document.getElementById(id);
  if (block) {
    const text = atob(block.textContent ?? '');
    return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]).stream();
  }
  const response = await fetch(file, { credentials: 'same-origin' });
  if (!response.ok || !response.body) throw new Error(`${response.url} was answered with ${response.status}`);
  return response.body;
}

/** All that comes of a stream. @param {ReadableStream<Uint8Array>} stream @returns {Promise<Uint8Array>} */
async function whole(stream) {
  const parts = [];
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value);
  return new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (parts)).arrayBuffer());
}

/** @param {ReadableStream<Uint8Array>} stream @returns {Promise<Uint8Array<ArrayBuffer>>} */
const unpacked = async (stream) => wasm_from_streams(await whole(new XzReadableStream(stream)));  // compares checksums

/** For Emscripten's instantiateWasm. @param {WebAssembly.Imports} imports @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>} */
export async function instantiate_core(imports) {
  const arriving = await packed('./leadlight.bin', 'leadlight-core');
  /** @type {Uint8Array<ArrayBuffer>} */
  let wasm;
  try {
    wasm = await unpacked(arriving);
  } catch (fault) {
    throw fault instanceof WebAssembly.CompileError ? fault : new Damaged(String(fault));  // the unpacker is wasm, too
  }
  document.getElementById('leadlight-core')?.remove();
  const core = await WebAssembly.instantiate(wasm, imports);
  core_exports = core.instance.exports;
  return core;
}

/** What the second part of the program uses of the first (tools/split.mjs). @type {WebAssembly.Exports} */
let core_exports = {};

/** Brings the second part: it puts its functions into the first one's table. */
export async function bring_rest() {
  const wasm = await unpacked(await packed('./rest.bin', 'leadlight-rest'));
  await WebAssembly.instantiate(wasm, { core: core_exports });
  document.getElementById('leadlight-rest')?.remove();
}

/** @type {WebAssembly.Module | undefined} */
let sample;

/**
 * The text of a snapshot with sample data, made by a module of its own (src/platform/sample).
 * @param {number} leads @param {number} seed @param {number} now @returns {Promise<string>}
 */
export async function make_sample(leads, seed, now) {
  sample ??= await WebAssembly.compile(await unpacked(await packed('./sample.bin', 'leadlight-sample')));
  document.getElementById('leadlight-sample')?.remove();
  /** What a program may ask of its system: this one needs nothing of it. @type {WebAssembly.Imports} */
  const nothing = {};
  for (const { module, name } of WebAssembly.Module.imports(sample)) (nothing[module] ??= {})[name] = () => 0;
  const { exports } = await WebAssembly.instantiate(sample, nothing);
  const { memory, _initialize, leadlight_sample_make, leadlight_sample_text } = /** @type {any} */ (exports);
  _initialize?.();
  const size = leadlight_sample_make(leads, seed, now) >>> 0;
  return new TextDecoder().decode(new Uint8Array(memory.buffer, leadlight_sample_text() >>> 0, size));
}
