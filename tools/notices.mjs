// What the licences of others ask to be told wherever their code goes, for what is in the page: dist/notices.txt, and a block
// in dist/leadlight.html. Each text comes from the package that the build took the code from.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first file that is there. @param {string} root @param {string[]} paths */
function first_of(root, ...paths) {
  const found = paths.map((path) => join(root, path)).find((path) => existsSync(path));
  if (!found) throw new Error(`The licence of a part of the page is missing: ${paths[0]}. Please run: make setup, then cmake --preset wasm`);
  return readFileSync(found, 'utf8');
}

/** The comment at the head of a file. @param {string} code */
const head_comment = (code) => (/\/\*(.*?)\*\//s.exec(code)?.[1] ?? '').split('\n').map((line) => line.replace(/^ *\*? ?/, '')).join('\n').trim();

/** @param {string} root of the checkout @returns {string} */
export function notices(root) {
  const own = readFileSync(join(root, 'LICENSE'), 'utf8');
  const mit = (/** @type {string} */ holders) => `${holders}\n\n${own.slice(own.indexOf('Permission is hereby granted'))}`;
  const copyright = (/** @type {string} */ code) => [...new Set([...code.matchAll(/SPDX-FileCopyrightText: *(.*)/g)].map(([, who]) => `Copyright ${who}`))].join('\n');
  const npm = (/** @type {string} */ name) => JSON.parse(first_of(root, `node_modules/${name}/package.json`));
  const people = (/** @type {{contributors?: {name: string}[], author?: string}} */ { contributors = [], author = '' }) => contributors.map(({ name }) => name).join(', ') || author;
  /** @type {[string, string][]} */
  const parts = [
    ['Leadlight', own],
    ['Dear ImGui', first_of(root, 'build/wasm/third_party/imgui/LICENSE.txt')],
    ['Emscripten', mit('Copyright (c) 2010-2022 The Emscripten Authors')],
    ['musl, the C library in Emscripten', first_of(root, 'build/wasm/third_party/musl/COPYRIGHT')],
    ['JSON for Modern C++ (nlohmann/json)', mit(copyright(first_of(root, 'build/wasm/third_party/nlohmann_json/nlohmann/json.hpp', 'build/wasm/_deps/nlohmann_json-src/include/nlohmann/json.hpp')))],
    ['xxHash', head_comment(first_of(root, 'build/wasm/third_party/xxhash/xxhash.h', 'build/wasm/_deps/xxhash_source-src/xxhash.h'))],
    ['xz-decompress', mit(`Copyright ${people(npm('xz-decompress'))}`)],
    ['Lucide', first_of(root, 'node_modules/lucide-static/LICENSE')],
  ];
  for (const [name, text] of parts) if (text.trim().length < 300) throw new Error(`The licence of ${name} is not what tools/notices.mjs expects.`);
  return parts.map(([name, text]) => `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`).join('\n\n');
}
