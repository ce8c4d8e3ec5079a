// What a person would use instead, measured on the same leads in the same run: Papa Parse, arrays of objects, MiniSearch,
// Fuse.js, JSON. Times are medians in milliseconds. In the browser's part (page.mjs): AG Grid and Dexie.
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import Papa from 'papaparse';

/** Median of several runs. @param {number} runs @param {() => void} work */
export function median_ms(runs, work) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1];
}

/** A small seeded generator, so that every run has the same leads. @param {number} seed */
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
const columns = ['Lead ID', 'First name', 'Last name', 'Title', 'Company', 'Website', 'E-mail', 'Phone', 'Mobile', 'Street', 'City',
  'Region', 'Postal code', 'Country', 'Language', 'Source', 'Campaign', 'Created', 'Owner', 'Notes'];

/** 20 columns, about 270 bytes a row. @param {number} count */
export function make_csv(count) {
  const random = random_from(7);
  const pick = (/** @type {string[]} */ list) => list[Math.floor(random() * list.length)];
  const word = (/** @type {number} */ parts) => {
    let text = '';
    for (let i = 0; i < parts; i++) text += pick(syllables);
    return text[0].toUpperCase() + text.slice(1);
  };
  const companies = Array.from({ length: Math.ceil(count / 5) }, () => `${word(3)} ${pick(['GmbH', 'Ltd', 'SA', 'AB', 'Inc'])}`);
  const lines = [columns.join(',')];
  for (let i = 0; i < count; i++) {
    const first = word(2), last = word(3), company = pick(companies);
    const domain = `${company.split(' ')[0].normalize('NFKD').replace(/[^a-z]/gi, '').toLowerCase()}.example`;
    lines.push([`L${i}`, first, last, pick(['Head of Procurement', 'Plant manager', 'Buyer', 'CEO', 'Engineer']), company,
      `https://www.${domain}`, `${first}.${last}.${i}@${domain}`.normalize('NFKD').replace(/[^\x21-\x7e]/g, ''),
      `+49 30 ${1000000 + i}`, `0170 ${2000000 + i}`, `"${word(3)}straße ${1 + (i % 90)}, Haus ${i % 7}"`, word(2), word(2),
      String(10000 + (i % 80000)), pick(['Germany', 'France', 'Spain', 'Poland', 'Japan']), pick(['de', 'fr', 'es', 'pl', 'ja']),
      pick(['Badge scan', 'Webinar', 'White paper', 'Quote request', 'Referral']), pick(['Aquafair', 'Spring mailing', 'Less water']),
      new Date(1.75e12 + i * 60000).toISOString(), pick(['Ana', 'Ben', 'Chiara']), `"Asked about ${word(4)}, wants ${word(3)} in spring"`].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** @param {string} csv @returns {Record<string, number>} */
export function measure_peers(csv) {
  /** @type {Record<string, number>} */
  const ms = {};
  /** @type {Record<string, string>[]} */
  let rows = [];
  ms['import (Papa Parse and three Maps)'] = median_ms(3, () => {
    rows = Papa.parse(csv, { header: true, skipEmptyLines: true }).data;
    const by_id = new Map(), by_email = new Map(), by_company = new Map();
    for (const row of rows) {
      by_id.set(row['Lead ID'], row);
      by_email.set(row['E-mail'].toLowerCase(), row);
      const list = by_company.get(row.Company);
      if (list) list.push(row); else by_company.set(row.Company, [row]);
    }
  });
  const random = random_from(11);
  const leads = rows.map((row) => ({ ...row, score: 0, stage: random() < 0.3 ? 'mql' : 'new',
    touches: Array.from({ length: 10 }, () => ({ kind: Math.floor(random() * 16), at: 1.75e12 - random() * 1e10 })) }));
  const points = Array.from({ length: 16 }, (_, i) => i + 1);
  ms['rescore (objects, 10 touches a lead)'] = median_ms(5, () => {
    for (const lead of leads) {
      let sum = 0;
      for (const touch of lead.touches) sum += points[touch.kind] * 2 ** ((touch.at - 1.75e12) / 2.592e9);
      lead.score = Math.round(sum);
    }
  });
  ms['sort by score (objects)'] = median_ms(5, () => { [...leads].sort((a, b) => b.score - a.score); });
  const collator = new Intl.Collator('en');
  ms['sort by company (objects, Intl.Collator)'] = median_ms(3, () => {
    [...leads].sort((a, b) => collator.compare(/** @type {any} */ (a).Company, /** @type {any} */ (b).Company));
  });
  ms['filter (objects)'] = median_ms(5, () => { leads.filter((lead) => lead.stage === 'mql' && /** @type {any} */ (lead).Country === 'Germany'); });
  const fields = ['First name', 'Last name', 'Company', 'E-mail', 'City', 'Notes'];
  const mini = new MiniSearch({ fields, idField: 'Lead ID' });
  ms['index (MiniSearch)'] = median_ms(1, () => mini.addAll(rows));
  ms['search (MiniSearch, prefix)'] = median_ms(5, () => { mini.search('baker lin', { prefix: true, combineWith: 'AND' }); });
  const fuse = new Fuse(rows, { keys: fields, threshold: 0.3 });
  ms['search (Fuse.js)'] = median_ms(1, () => { fuse.search('bakerlin'); });
  let json = '';
  ms['export (JSON.stringify)'] = median_ms(3, () => { json = JSON.stringify(leads); });
  ms['read back (JSON.parse)'] = median_ms(3, () => { JSON.parse(json); });
  return ms;
}

if (process.argv[1] === (await import('node:url')).fileURLToPath(import.meta.url)) {
  const count = Number(process.argv[2] ?? 100000);
  for (const [name, ms] of Object.entries(measure_peers(make_csv(count)))) console.log(`${name}\t${ms.toFixed(1)}`);
}
