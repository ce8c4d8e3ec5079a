// The core, taken apart for packing and put together again, is the same to the byte.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { streams_from_wasm, wasm_from_streams } from '../../web/streams.js';

const built = fileURLToPath(new URL('../../build/wasm/', import.meta.url));

/** @param {Uint8Array} wasm @param {string} name */
function must_survive(wasm, name) {
  const again = wasm_from_streams(streams_from_wasm(wasm));
  assert.ok(Buffer.from(again).equals(Buffer.from(wasm)), `${name} is another one now`);
}

/** A module with one function of no parameters and results. @param {number[]} code without its end */
function module_with(code) {
  const body = [0x01, 0x02, 0x7f, ...code, 0x0b];  // two locals of i32
  return Uint8Array.from([0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    1, 4, 1, 0x60, 0, 0,  // its type
    3, 2, 1, 0,
    5, 3, 1, 0, 1,  // a memory of a page
    10, body.length + 3, 1, (body.length & 0x7f) | 0x80, body.length >> 7, ...body]);  // its length in two bytes, as linkers write it
}

test('each kind of instruction survives, in modules that the engine takes, too', () => {
  const i32 = (/** @type {number} */ value) => [0x41, value];
  const codes = {
    'a loop with branches': [0x02, 0x40, 0x03, 0x40, ...i32(1), 0x0d, 1, 0x0c, 0, 0x0b, 0x0b],
    'if and else': [...i32(1), 0x04, 0x7f, ...i32(2), 0x05, ...i32(3), 0x0b, 0x1a],
    'a table of branches': [0x02, 0x40, 0x02, 0x40, ...i32(0), 0x0e, 2, 0, 1, 0, 0x0b, 0x0b],
    'loads and stores of usual and unusual alignment': [...i32(0), ...i32(8), 0x28, 2, 0x80, 0x01, 0x36, 0, 4, ...i32(0), 0x29, 3, 0, 0x1a],
    'numbers': [0x41, 0xff, 0xff, 0xff, 0xff, 0x07, 0x1a, 0x42, 0x80, 0x7f, 0x1a, 0x43, 1, 2, 3, 4, 0x1a, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a],
    'locals, calls, select': [0x20, 0, 0x22, 1, 0x21, 0, ...i32(1), ...i32(2), ...i32(3), 0x1b, 0x1a, ...i32(1), ...i32(2), ...i32(3), 0x1c, 1, 0x7f, 0x1a, 0x10, 0],
    'memory': [0x3f, 0, 0x40, 0, 0x1a, ...i32(0), ...i32(0), ...i32(0), 0xfc, 10, 0, 0, ...i32(0), ...i32(0), ...i32(0), 0xfc, 11, 0],
    'saturating conversion': [0x43, 0, 0, 0, 0, 0xfc, 0, 0x1a],
    'SIMD': [0xfd, 12, ...Array(16).keys(), ...i32(0), 0xfd, 0, 4, 0, 0xfd, 13, ...Array(16).keys(), 0xfd, 21, 3, 0x1a, ...i32(0), 0xfd, 12, ...Array(16).keys(), 0xfd, 84, 0, 1, 2, 0x1a],
  };
  for (const [name, code] of Object.entries(codes)) {
    const wasm = module_with(code);
    assert.ok(WebAssembly.validate(wasm), name);
    must_survive(wasm, name);
  }
});

test('what is not known is refused, rather than packed wrongly', () => {
  assert.throws(() => streams_from_wasm(module_with([0x06, 0x40, 0x0b])), /no way is known for the instruction 6/);
});

test('the built core and the test programs survive', (context) => {
  const names = existsSync(built) ? readdirSync(built).filter((name) => name.endsWith('.wasm')) : [];
  if (names.length === 0) return context.skip('nothing is built in build/wasm');
  for (const name of names) must_survive(new Uint8Array(readFileSync(join(built, name))), name);
});
