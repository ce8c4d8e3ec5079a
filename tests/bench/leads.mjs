// The leads that everything is measured with, as a CRM's CSV: 20 columns, about 300 bytes a row, the same in every run.
//   node tests/bench/leads.mjs COUNT FILE
import { closeSync, openSync, writeSync } from 'node:fs';
import { columns } from './asked.mjs';

/** A small seeded generator. @param {number} seed */
export function random_from(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables = ['ba', 'ker', 'lin', 'mo', 'ra', 'sen', 'ta', 'vo', 'zi', 'ner', 'hal', 'gru', 'pé', 'łu', 'øst', 'mü'];
/** Line by line, the header first. @param {number} count */
export function* csv_lines(count) {
  const random = random_from(7);
  const pick = (/** @type {string[]} */ list) => list[Math.floor(random() * list.length)];
  const word = (/** @type {number} */ parts) => {
    let text = '';
    for (let i = 0; i < parts; i++) text += pick(syllables);
    return text[0].toUpperCase() + text.slice(1);
  };
  const companies = Array.from({ length: Math.ceil(count / 5) }, () => `${word(3)} ${pick(['GmbH', 'Ltd', 'SA', 'AB', 'Inc'])}`);
  yield columns.join(',');
  for (let i = 0; i < count; i++) {
    const first = word(2), last = word(3), company = pick(companies);
    const domain = `${company.split(' ')[0].normalize('NFKD').replace(/[^a-z]/gi, '').toLowerCase()}.example`;
    yield [`L${i}`, first, last, pick(['Head of Procurement', 'Plant manager', 'Buyer', 'CEO', 'Engineer']), company,
      `https://www.${domain}`, `${first}.${last}.${i}@${domain}`.normalize('NFKD').replace(/[^\x21-\x7e]/g, ''),
      `+49 30 ${1000000 + i}`, `0170 ${2000000 + i}`, `"${word(3)}straße ${1 + (i % 90)}, Haus ${i % 7}"`, word(2), word(2),
      String(10000 + (i % 80000)), pick(['Germany', 'France', 'Spain', 'Poland', 'Japan']), pick(['de', 'fr', 'es', 'pl', 'ja']),
      pick(['Badge scan', 'Webinar', 'White paper', 'Quote request', 'Referral']), pick(['Aquafair', 'Spring mailing', 'Less water']),
      new Date(1.75e12 + i * 60000).toISOString(), pick(['Ana', 'Ben', 'Chiara']), `"Asked about ${word(4)}, wants ${word(3)} in spring"`].join(',');
  }
}

/** Writes the file piece by piece: a million rows are more than a string likes to hold. @param {number} count @param {string} path */
export function write_csv(count, path) {
  const file = openSync(path, 'w');
  /** @type {string[]} */
  let lines = [];
  const flush = () => { writeSync(file, lines.join('\n') + '\n'); lines = []; };
  for (const line of csv_lines(count)) if (lines.push(line) === 10000) flush();
  if (lines.length) flush();
  closeSync(file);
}

if (process.argv[1] === import.meta.filename) write_csv(Number(process.argv[2] ?? 100000), process.argv[3] ?? 'build/bench/leads.csv');
