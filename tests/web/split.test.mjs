// The program's two parts fit each other (tools/split.mjs).
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const [core, rest] = ['core', 'rest'].map((name) => fileURLToPath(new URL(`../../build/wasm/${name}.wasm`, import.meta.url)));
const skip = existsSync(rest) ? false : 'nothing is built in build/wasm';
/** @param {string} path */
const module = (path) => new WebAssembly.Module(readFileSync(path));

test('the rest takes all that it needs from the core, and nothing else', { skip }, () => {
  const offered = new Map(WebAssembly.Module.exports(module(core)).map(({ name, kind }) => [name, kind]));
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module(rest))) {
    assert.equal(from, 'core');
    assert.equal(offered.get(name), kind, name);
  }
});

test('the core asks for nothing of the rest, and is the larger part', { skip }, () => {
  const from = new Set(WebAssembly.Module.imports(module(core)).map((one) => one.module));
  assert.ok(!from.has('placeholder') && !from.has('core'), [...from].join(' '));
  assert.ok(readFileSync(core).length > readFileSync(rest).length);
});

test('neither has names of functions', { skip }, () => {
  for (const path of [core, rest]) assert.deepEqual(WebAssembly.Module.customSections(module(path), 'name'), []);
});
