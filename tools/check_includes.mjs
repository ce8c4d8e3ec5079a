// Checks that each room includes only the rooms it declares, and that what others wrote stays in its place.
//   node tools/check_includes.mjs
// Every room's headers are on one include path, so the compiler can't see a wrong include of a header-only part; this does.
// The rules come from the rooms' own CMakeLists.txt: leadlight_room(NAME DEPENDS ...), followed transitively.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');

/** Where a third-party header may be included. */
const places = [
  { header: /^nlohmann\//, rooms: ['interchange', 'cli'] },
  { header: /^xxh/, rooms: ['base'] },
  { header: /^imgui/, rooms: ['ui', 'platform/headless', 'platform/web'] },
  { header: /^(emscripten|GLES3|GLES2|EGL)\//, rooms: ['platform/web', 'platform/sample'] },
];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));

/** @type {Map<string, string[]>} room -> rooms it declares */
const declared = new Map();
for (const file of files.filter((name) => name.endsWith('CMakeLists.txt'))) {
  const text = readFileSync(join(src, file), 'utf8').replace(/#.*/g, '');
  for (const [, body] of text.matchAll(/leadlight_room\(([^)]*)\)/g)) {
    const [room, ...words] = body.trim().split(/\s+/);
    let list = '';
    const depends = [];
    for (const word of words) {
      if (/^(DEPENDS|USES|PROGRAM)$/.test(word)) list = word;
      else if (list === 'DEPENDS') depends.push(word);
    }
    declared.set(room, depends);
  }
}

/** @type {string[]} */
const problems = [];

/** All rooms that `room` may know. @param {string} room @param {string[]} path @returns {Set<string>} */
function reachable(room, path = []) {
  if (path.includes(room)) {
    problems.push(`src/${room}/CMakeLists.txt: rooms know each other in a circle: ${[...path, room].join(' -> ')}`);
    return new Set();
  }
  const known = new Set([room]);
  for (const other of declared.get(room) ?? []) {
    if (!declared.has(other)) problems.push(`src/${room}/CMakeLists.txt: there is no room '${other}'`);
    else for (const one of reachable(other, [...path, room])) known.add(one);
  }
  return known;
}

const rooms = [...declared.keys()].sort((a, b) => b.length - a.length);  // platform/web before platform
/** @param {string} file */
const room_of = (file) => rooms.find((room) => file.startsWith(`${room}/`));
const allowed = new Map(rooms.map((room) => [room, reachable(room)]));

for (const file of files.filter((name) => /\.(h|cpp)$/.test(name))) {
  const room = room_of(file);
  const here = relative(root, join(src, file));
  if (!room) {
    problems.push(`${here}: belongs to no room; its folder needs a CMakeLists.txt with leadlight_room(...)`);
    continue;
  }
  readFileSync(join(src, file), 'utf8').split('\n').forEach((line, index) => {
    const header = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/.exec(line)?.[1];
    if (!header) return;
    const other = room_of(header);
    if (other && !allowed.get(room)?.has(other)) {
      problems.push(`${here}:${index + 1}: '${room}' may not include '${header}'; it knows ${[...(allowed.get(room) ?? [])].join(', ')}`);
    }
    const place = places.find((one) => one.header.test(header));
    if (place && !place.rooms.some((one) => one === room)) {
      problems.push(`${here}:${index + 1}: '${header}' is included in ${place.rooms.join(', ')} only`);
    }
  });
}

for (const problem of new Set(problems)) console.error(problem);
process.exit(problems.length ? 1 : 0);
