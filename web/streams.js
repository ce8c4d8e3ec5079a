// The core's wasm, taken apart into streams of like things: all opcodes one behind the other, all numbers of local variables,
// all offsets in memory... xz makes those 7% smaller than the module as it is. tools/dist.mjs takes it apart, the page puts it
// together again. One walk does both: what differs is where bytes come from and where they go.
//
// The form: for each stream its length as four bytes, the lowest first; then the streams.

const [rest, data, opcode, local, offset, call, i32, i64, branch, block, float, other, address] = Array(13).keys();
const stream_count = 13;
/** What tools/split.mjs looks at: numbers of functions, and what stands behind rarer instructions. */
export const streams = { call, other };

/** Stands for i32.const where the number may be an address of data: those are a stream of their own. No instruction has this code. */
const const_address = 0x27;
/** Numbers of three bytes below this one are taken for addresses: what is none is kept as well, but packs worse. */
const last_address = 0x40000;

/** The natural alignment of loads and stores, from 0x28 on, as a power of two: what is nearly always there. */
const natural = [2, 3, 2, 3, 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 2, 3, 2, 3, 0, 1, 0, 1, 2];

/**
 * @typedef {object} Way  takes something from where it is, brings it to where it goes, and says what it was
 * @property {(stream: number) => number} byte
 * @property {(stream: number) => number} leb  the low 32 bits of a number in LEB128
 * @property {(stream: number, count: number) => void} bytes
 * @property {() => number} code  of an instruction; const_address for some
 * @property {(usual: number) => void} align  kept as its difference to what is usual, among the opcodes
 * @property {() => number} position  in the module
 */

/** One instruction. Codes: WebAssembly core specification 2.0, with tail calls. @param {Way} way */
function walk_instruction(way) {
  const code = way.code();
  if (code >= 0x20 && code <= 0x22) way.leb(local);
  else if (code >= 0x28 && code <= 0x3e) { way.align(natural[code - 0x28]); way.leb(offset); }
  else if (code === 0x41) way.leb(i32);
  else if (code === const_address) way.leb(address);
  else if (code === 0x10 || code === 0x12) way.leb(call);
  else if (code === 0x0c || code === 0x0d) way.leb(branch);
  else if (code >= 0x02 && code <= 0x04) way.leb(block);
  else if (code === 0x42) way.leb(i64);
  else if (code === 0x43) way.bytes(float, 4);
  else if (code === 0x44) way.bytes(float, 8);
  else if (code === 0x23 || code === 0x24 || code === 0xd0 || code === 0xd2 || code === 0x3f || code === 0x40) way.leb(other);
  else if (code === 0x11 || code === 0x13) { way.leb(other); way.leb(other); }
  else if (code === 0x0e) for (let targets = way.leb(branch) + 1; targets > 0; targets--) way.leb(branch);
  else if (code === 0x1c) way.bytes(other, way.leb(other));
  else if (code === 0xfc) {
    const more = way.leb(opcode);
    for (let numbers = more === 9 || more === 11 || more === 13 ? 1 : more < 8 ? 0 : more > 14 ? 1 : 2; numbers > 0; numbers--) way.leb(other);
  } else if (code === 0xfd) {
    const more = way.leb(opcode);
    if (more <= 11 || more === 92 || more === 93) { way.leb(opcode); way.leb(offset); }
    else if (more === 12 || more === 13) way.bytes(other, 16);
    else if (more >= 21 && more <= 34) way.byte(other);
    else if (more >= 84 && more <= 91) { way.leb(opcode); way.leb(offset); way.byte(other); }
  } else if (code === 0x05 || code > 0xc4 || (code > 0x11 && code < 0x1a) || (code > 0x05 && code < 0x0b)) {
    if (code !== 0x05) throw new Error(`no way is known for the instruction ${code.toString(16)}`);
  }
}

/** @param {Way} way @param {number} size of the module */
export function walk(way, size) {
  way.bytes(rest, 8);  // magic and version
  while (way.position() < size) {
    const section = way.byte(rest);
    const length = way.leb(rest);
    if (section !== 10) {
      way.bytes(section === 11 ? data : rest, length);
      continue;
    }
    for (let functions = way.leb(rest); functions > 0; functions--) {
      const body = way.leb(rest);
      const end = way.position() + body;
      for (let groups = way.leb(rest); groups > 0; groups--) { way.leb(rest); way.byte(rest); }
      while (way.position() < end) walk_instruction(way);
      if (way.position() !== end) throw new Error('an instruction goes on behind its function');
    }
  }
}

/** Whether a number of three bytes stands there that may be an address of data. @param {Uint8Array} wasm @param {number} at */
function is_address(wasm, at) {
  if (wasm[at] < 0x80 || wasm[at + 1] < 0x80 || wasm[at + 2] >= 0x40) return false;
  const value = (wasm[at] & 0x7f) | (wasm[at + 1] & 0x7f) << 7 | wasm[at + 2] << 14;
  return value < last_address;
}

/** @param {Uint8Array} wasm @returns {Uint8Array} */
export function streams_from_wasm(wasm) {
  /** @type {number[][]} */
  const streams = Array.from({ length: stream_count }, () => []);
  let at = 0;
  walk({
    byte: (stream) => { streams[stream].push(wasm[at]); return wasm[at++]; },
    leb: (stream) => {
      let [value, shift] = [0, 0];
      for (;;) {
        const byte = wasm[at++];
        streams[stream].push(byte);
        value |= (byte & 0x7f) << shift;
        shift += 7;
        if (byte < 0x80) return value >>> 0;
      }
    },
    bytes: (stream, count) => { for (const end = at + count; at < end; at++) streams[stream].push(wasm[at]); },
    code: () => {
      const code = wasm[at++] === 0x41 && is_address(wasm, at) ? const_address : wasm[at - 1];
      streams[opcode].push(code);
      return code;
    },
    align: (usual) => { streams[opcode].push(wasm[at++] ^ usual); },
    position: () => at,
  }, wasm.length);
  const lengths = streams.flatMap(({ length }) => [length & 255, length >> 8 & 255, length >> 16 & 255, length >> 24 & 255]);
  return Uint8Array.from([...lengths, ...streams.flat()]);
}

/** @param {Uint8Array} packed @returns {Uint8Array<ArrayBuffer>} */
export function wasm_from_streams(packed) {
  const view = new DataView(packed.buffer, packed.byteOffset);
  const from = new Int32Array(stream_count);  // where the next of each stream is
  let size = 4 * stream_count;
  for (let i = 0; i < stream_count; i++) {
    from[i] = size;
    size += view.getUint32(4 * i, true);
  }
  const wasm = new Uint8Array(packed.length - 4 * stream_count);
  let at = 0;
  walk({
    byte: (stream) => (wasm[at++] = packed[from[stream]++]),
    leb: (stream) => {
      let [value, shift] = [0, 0];
      for (;;) {
        const byte = wasm[at++] = packed[from[stream]++];
        value |= (byte & 0x7f) << shift;
        shift += 7;
        if (byte < 0x80) return value >>> 0;
      }
    },
    bytes: (stream, count) => {
      wasm.set(packed.subarray(from[stream], from[stream] + count), at);
      from[stream] += count;
      at += count;
    },
    code: () => {
      const code = packed[from[opcode]++];
      wasm[at++] = code === const_address ? 0x41 : code;
      return code;
    },
    align: (usual) => { wasm[at++] = packed[from[opcode]++] ^ usual; },
    position: () => at,
  }, wasm.length);
  return wasm;
}
