// Brings in the core. It comes packed by xz, a fifth smaller than gzip makes it, is unpacked as it arrives and compiled as it is unpacked.
import { XzReadableStream } from 'xz-decompress';

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

/** For Emscripten's instantiateWasm. @param {WebAssembly.Imports} imports @returns {Promise<WebAssembly.WebAssemblyInstantiatedSource>} */
export async function instantiate_core(imports) {
  const unpacked = new XzReadableStream(await packed_core()).getReader();
  // Read by hand: a compiler that gives up must not end the reading.
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await unpacked.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
  try {
    return await WebAssembly.instantiateStreaming(new Response(body, { headers: { 'Content-Type': 'application/wasm' } }), imports);
  } catch (error) {
    // The browser's fault, or the bytes'? To the end, the unpacker compares checksums.
    try {
      while (!(await unpacked.read()).done);
    } catch (fault) {
      throw fault instanceof WebAssembly.CompileError ? fault : new Damaged(String(fault));  // the unpacker is wasm, too
    }
    throw error;
  }
}
