// Brings in the core. It comes taken apart (streams.js) and packed by xz, a quarter smaller than gzip makes it; it is unpacked as it arrives.
import { XzReadableStream } from 'xz-decompress';
import { wasm_from_streams } from './streams.js';

/** What has arrived is not what was published: cut short, or changed on its way. */
export class Damaged extends Error {}

/** Whether the page carries the core inside itself, as base64 in a data block (tools/dist.mjs puts it there). */
export const is_one_file = document.getElementById('leadlight-core') !== null;

/** @returns {Promise<ReadableStream<Uint8Array>>} */
async function packed_core() {
  const block = document.getElementById('leadlight-core');
  if (block) {
    const text = atob(block.textContent ?? '');
    block.remove();
    return new Blob([Uint8Array.from(text, (character) => character.charCodeAt(0))]).stream();
  }
  const response = await fetch('./leadlight.bin', { credentials: 'same-origin' });
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

/** For Emscripten's instantiateWasm. @param {WebAssembly.Imports} imports @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>} */
export async function instantiate_core(imports) {
  const packed = await packed_core();
  /** @type {Uint8Array<ArrayBuffer>} */
  let wasm;
  try {
    wasm = wasm_from_streams(await whole(new XzReadableStream(packed)));  // compares checksums
  } catch (fault) {
    throw fault instanceof WebAssembly.CompileError ? fault : new Damaged(String(fault));  // the unpacker is wasm, too
  }
  return WebAssembly.instantiate(wasm, imports);
}
