// Every script as the page draws it, against pictures that somebody has looked at: golden/ENGINE-DENSITY.png. GOLDEN=write makes them
// anew, from this machine's fonts. Where a line is not as in its picture, what was drawn and where it differs go to build/pictures/.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { engine } from './engine.mjs';
import { house } from './support.mjs';

const { visit } = house();
const golden = fileURLToPath(new URL('golden', import.meta.url));
const pictures = fileURLToPath(new URL('../../build/pictures', import.meta.url));
const writes = process.env.GOLDEN === 'write';

/** Name and company. @type {Record<string, [string, string]>} */
const lines = {
  Latin: ['Žofie Łukasiewiczová', 'Größe & Ångström, Şişli'],
  'Latin with combining marks': ['Nguye\u0302\u0303n Thi\u0323 Ha\u0306\u0300ng', 'Cafe\u0301 Zu\u0308rich'],
  Greek: ['Ελένη Παπαδοπούλου', 'Αθηναϊκή Ζυθοποιία'],
  Cyrillic: ['Ольга Їжакевич', 'Северный пивзавод'],
  Arabic: ['ليلى الحسيني', 'شركة النُّور للتجارة'],
  Persian: ['نیلوفر رضایی‌پور', 'گروه پارسیان ۱۲'],
  Hebrew: ['נועה בן־דוד', 'מבשלת הצפון 42'],
  Devanagari: ['प्रिया श्रीवास्तव', 'हिन्दुस्तान उद्योग'],
  Bengali: ['রাবেয়া চৌধুরী', 'ঢাকা শিল্প'],
  Tamil: ['கோகிலா சுந்தரம்', 'சென்னை நிறுவனம்'],
  Thai: ['กัญญารัตน์ น้ำใจ', 'บริษัท ไทยรุ่งเรือง'],
  Chinese: ['王小明', '北京酿造有限公司'],
  Japanese: ['佐藤 さくら', '株式会社ビール工房'],
  Korean: ['김민준', '서울 양조 주식회사'],
  Emoji: ['👩🏽‍🚀 Zoë 🇺🇦', '👨‍👩‍👧‍👦 Family 🏳️‍🌈 👍🏿'],
  'Arabic with Latin and digits': ['Omar عمر Haddad', 'شركة Nord GmbH رقم 42'],
  'Hebrew with Latin and digits': ['דנה Cohen (3)', 'Acme 12 – סניף חיפה'],
};
const densities = [1, 2, 3];

/** As a file to import; in their order, which is that of their numbers. @param {[string, string][]} rows */
const as_csv = (rows) => Buffer.from(['Name,Company', ...rows.map((row) => row.map((text) => `"${text}"`).join(','))].join('\n'));

/**
 * The column of names, from the first line to the last, by pixels of the screen. Nothing in it depends on the time.
 * @param {[string, string][]} rows @param {number} density @returns {Promise<PNG[]>} a picture for each line, in the order of `rows`
 */
async function drawn(rows, density) {
  const { page, person, trouble, close } = await visit({ place: 'share', context: { viewport: { width: 860, height: 170 + 52 * rows.length }, deviceScaleFactor: density } });
  await person.picks(() => person.clicks('button', /^Import a file/), { name: 'scripts.csv', mimeType: 'text/csv', buffer: as_csv(rows) });
  await person.clicks('button', /^Import \d+ leads/);
  await person.is_saved();
  await page.evaluate(() => { location.hash = '#/leads'; });
  await person.settles();
  await person.reloads();  // what was said of the import is gone
  await page.mouse.move(4, 4);
  await person.settles();
  /** @type {Record<string, {x: number, y: number, width: number, height: number}>} */
  const boxes = await page.evaluate(() => Object.fromEntries([...document.querySelectorAll('#mirror [data-role=row]')].slice(1).map((row) => {
    const { x, y, width, height } = row.querySelectorAll('[data-role=cell]')[2].getBoundingClientRect();
    return [/** @type {HTMLElement} */ (row).dataset.name, { x, y, width, height }];
  })));
  assert.deepEqual(trouble, []);  // before Playwright tries a style of its own on the page, of which Firefox complains
  const screen = PNG.sync.read(await page.screenshot());
  assert.equal(screen.width, 860 * density);
  await close();
  return rows.map(([name]) => {
    const box = boxes[name];
    assert.ok(box, `a line for ${name}`);
    const part = new PNG({ width: 180 * density, height: 52 * density });
    PNG.bitblt(screen, part, Math.round((box.x + 6) * density), Math.round(box.y * density), part.width, part.height, 0, 0);
    return part;
  });
}

/** @param {PNG[]} parts */
function stacked(parts) {
  const [{ width, height }] = parts;
  const all = new PNG({ width, height: height * parts.length });
  parts.forEach((part, nth) => PNG.bitblt(part, all, 0, 0, width, height, 0, nth * height));
  return all;
}

/** Fewer colours than an eye tells apart make a smaller file. @param {PNG} picture */
function packed(picture) {
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = Math.min(255, Math.round(picture.data[i] / 12) * 12);
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });
}

/** @param {PNG} all @param {number} count @returns {PNG[]} */
function apart(all, count) {
  const height = all.height / count;
  return Array.from({ length: count }, (_, nth) => {
    const part = new PNG({ width: all.width, height });
    PNG.bitblt(all, part, 0, nth * height, part.width, height, 0, 0);
    return part;
  });
}

/** Less than this of a line's pixels may be otherwise: a dot of a letter has more. @param {number} density */
const tolerance = (density) => 2 * density * density;
/** How many pixels differ, as an eye sees it. @param {PNG} one @param {PNG} other @param {PNG} [shows] */
const difference = (one, other, shows) => pixelmatch(one.data, other.data, shows?.data, one.width, one.height, { threshold: 0.1, includeAA: true });

/** The lines that are not as in the picture. @param {PNG[]} parts @param {PNG[]} wanted @param {number} density @returns {number[]} */
const unlike = (parts, wanted, density) => parts.flatMap((part, nth) => (difference(part, wanted[nth]) >= tolerance(density) ? [nth] : []));

/** @param {string} name @param {PNG} picture */
function keep(name, picture) {
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, name), PNG.sync.write(picture));
}

/** Which fonts there are: with others the pictures are others. */
function fonts() {
  try {
    const files = execFileSync('fc-list', ['--format', '%{file}\n'], { encoding: 'utf8' }).split('\n').filter((file) => file);
    const all = [...new Set(files)].map((file) => `${basename(file)} ${statSync(file).size}\n`).sort().join('');
    return createHash('sha256').update(all).digest('hex').slice(0, 16);
  } catch {
    return 'unknown';
  }
}
const known_fonts = join(golden, 'fonts.txt');
const skip = !writes && (!existsSync(known_fonts) || readFileSync(known_fonts, 'utf8').trim() !== fonts())
  && 'the pictures were made with other fonts; GOLDEN=write makes them anew, to be looked at';
const rows = Object.values(lines);
const path_of = (/** @type {number} */ density) => join(golden, `${engine}-${density}.png`);
const wanted_at = (/** @type {number} */ density) => apart(PNG.sync.read(readFileSync(path_of(density))), rows.length);

for (const density of densities) {
  test(`draws ${rows.length} scripts and mixtures as in their picture, at ${density} pixels for one`, { skip }, async () => {
    const parts = await drawn(rows, density);
    if (writes) {
      writeFileSync(path_of(density), packed(stacked(parts)));
      writeFileSync(known_fonts, `${fonts()}\n`);
      return;
    }
    const wanted = wanted_at(density);
    const wrong = unlike(parts, wanted, density);
    if (wrong.length) {
      const shows = parts.map((part, nth) => {
        const one = new PNG({ width: part.width, height: part.height });
        difference(part, wanted[nth], one);
        return one;
      });
      keep(`${engine}-${density}-drawn.png`, stacked(parts));
      keep(`${engine}-${density}-difference.png`, stacked(shows));
    }
    assert.deepEqual(wrong.map((nth) => Object.keys(lines)[nth]), [], 'build/pictures/ shows them');
  });
}

test('a line that is written otherwise is found, and no other', { skip: skip || writes }, async () => {
  const nth = Object.keys(lines).indexOf('Devanagari');
  const other = rows.map(([name, company], at) => /** @type {[string, string]} */ ([at === nth ? name.replace('\u093f', '') : name, company]));
  assert.deepEqual(unlike(await drawn(other, 1), wanted_at(1), 1), [nth]);
});

/** What a line's upper text covers: from the first pixel that is not the background to the last. @param {PNG} part @param {number} density */
function ink(part, density) {
  const at = (/** @type {number} */ x, /** @type {number} */ y) => part.data.subarray(4 * (y * part.width + x), 4 * (y * part.width + x) + 3);
  const paper = at(0, 8 * density);
  const box = { left: part.width, right: 0, top: part.height, bottom: 0 };
  for (let y = 8 * density; y < 25 * density; y++) {
    for (let x = 0; x < part.width; x++) {
      if (at(x, y).every((level, nth) => Math.abs(level - paper[nth]) < 48)) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x + 1);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y + 1);
    }
  }
  return { ...box, paper: [...paper] };
}

/** @param {PNG} part @param {number} left @param {number} top @param {number} right @param {number} bottom @param {number[]} colour */
function fill(part, left, top, right, bottom, colour) {
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) part.data.set(colour, 4 * (y * part.width + x));
}

test('a letter that is missing, cut or a box is found, in every script', { skip: skip || writes }, () => {
  for (const density of densities) {
    const wanted = wanted_at(density);
    const letter = 7 * density;
    wanted.forEach((part, nth) => {
      const { left, right, top, bottom, paper } = ink(part, density);
      assert.ok(right - left > 2 * letter && bottom - top > 6 * density, `${Object.keys(lines)[nth]} is there`);
      /** @type {[string, (harmed: PNG) => void][]} */
      const harms = [
        ['its first letter missing', (harmed) => fill(harmed, left, top, left + letter, bottom, paper)],
        ['its last letter missing', (harmed) => fill(harmed, right - letter, top, right, bottom, paper)],
        ['cut above', (harmed) => fill(harmed, left, top, right, top + 2 * density, paper)],
        ['cut below', (harmed) => fill(harmed, left, bottom - 2 * density, right, bottom, paper)],
        ['a box', (harmed) => {
          fill(harmed, left, top, left + letter, bottom, [30, 30, 40]);
          fill(harmed, left + density, top + density, left + letter - density, bottom - density, paper);
        }],
      ];
      for (const [what, harm] of harms) {
        const harmed = new PNG({ width: part.width, height: part.height });
        part.data.copy(harmed.data);
        harm(harmed);
        assert.ok(difference(harmed, part) >= tolerance(density), `${Object.keys(lines)[nth]}, ${what}, at ${density}: ${difference(harmed, part)} pixels`);
      }
    });
  }
});
