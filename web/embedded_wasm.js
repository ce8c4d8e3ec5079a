// The one-file page carries the core inside itself, as base64 of gzip in a data block (tools/dist.mjs puts it there).

/**
 * What to give to createModule: the core's bytes in the one-file page, nothing in the page of many files,
 * where the core is fetched from beside it.
 * @returns {Promise<{wasmBinary?: ArrayBuffer}>}
 */
export async function embedded_wasm() {
  const block = document.getElementById('leadlight-wasm');
  if (!block) return {};
  const text = atob(block.textContent ?? '');
  block.remove();
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return { wasmBinary: await new Response(unpacked).arrayBuffer() };
}
