// Files far larger than any book, opened in a real Chromium: how long until the page says what is in them or what is wrong, and
// how much memory its renderer takes at most. A snapshot that is sound, the same one cut, and one that is nothing but "[".
//   node tests/bench/large_files.mjs [MEGABYTES]      {"sound": {"bytes": …, "leads": …, "seconds": …, "renderer_mb": …, "said": "…"}, …}
import { createHash } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch_chromium } from '../browser/engine.mjs';
import { Person } from '../browser/person.mjs';
import { serve_dist } from '../browser/support.mjs';

const bytes = Number(process.argv[2] ?? 500) * 1e6;
const folder = mkdtempSync(join(tmpdir(), 'leadlight-large-'));

/** @param {string} of @returns {string} 26 digits of Crockford's base 32 */
function id(of) {
  let bits = BigInt(`0x${createHash('sha256').update(of).digest('hex').slice(0, 32)}`);
  let text = '';
  for (let i = 0; i < 26; i++, bits >>= 5n) text = '0123456789abcdefghjkmnpqrstvwxyz'[Number(bits & 31n)] + text;
  return text;
}

/** Operations of a hundred new leads each. @param {string} path @returns {number} leads */
function write_snapshot(path) {
  const file = openSync(path, 'w');
  let size = writeSync(file, '{"format":"leadlight-snapshot","version":1,"operations":[');
  let leads = 0;
  for (let i = 0; size < bytes - 2; i++) {
    const records = Array.from({ length: 100 }, (_, j) => JSON.stringify({ kind: 'lead', id: id(`${i}.${j}`), set: {
      company: `Company ${i}`, email: `ada${i}.${j}@example.org`, first_name: `Ada${i}`, full_name: `Ada${i} Lovelace${j}`, last_name: `Lovelace${j}`,
      phone: `+44 20 7946 ${String(j).padStart(4, '0')}`, stage: 'raw', title: 'Head of Marketing' } }));
    const at = (0x0199000000000000n + BigInt(i) * 65536n).toString(16).padStart(16, '0');
    size += writeSync(file, `${i ? ',' : ''}\n{"at":"${at}-${id('session')}","by":"Ana","label":"Import","records":[\n${records.join(',\n')}\n]}`);
    leads += records.length;
  }
  writeSync(file, '\n]}');
  closeSync(file);
  return leads;
}

/** @param {string} path */
function write_brackets(path) {
  const file = openSync(path, 'w');
  const many = '['.repeat(1e6);
  for (let size = 0; size < bytes; size += many.length) writeSync(file, many);
  closeSync(file);
}

/** The largest renderer now, where the system tells. @returns {number} megabytes */
function renderer_mb() {
  let most = 0;
  for (const process_id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${process_id}/cmdline`, 'utf8').includes('--type=renderer')) continue;
      const [, pages] = readFileSync(`/proc/${process_id}/statm`, 'utf8').split(' ').map(Number);
      most = Math.max(most, pages * 4096 / 1e6);
    } catch {
      // it has ended
    }
  }
  return Math.round(most);
}

const site = await serve_dist();
const browser = await launch_chromium();
const too_long = setTimeout(() => { console.error('The browser took too long.'); void browser.close(); }, 900e3);

/** @param {string} path @param {RegExp} name of the element that says it */
async function opens(path, name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(300000);
  const person = new Person(page);
  await person.opens(`${site.url}?mirror=1#/share`);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), person.clicks('button', /^Import a file/)]);
  let most = 0;
  const watch = setInterval(() => { most = Math.max(most, renderer_mb()); }, 200);
  const begin = Date.now();
  await chooser.setFiles(path);
  const said = page.locator('#mirror').getByText(name).first();
  await said.waitFor({ state: 'attached' });
  const seconds = (Date.now() - begin) / 1000;
  clearInterval(watch);
  most = Math.max(most, renderer_mb());
  const text = await said.innerText();
  await context.close();
  return { seconds, renderer_mb: most, said: text.slice(0, 200) };
}

try {
  const path = join(folder, 'book.json');
  const leads = write_snapshot(path);
  /** @type {Record<string, object>} */
  const results = { sound: { bytes, leads, ...(await opens(path, /^All [\d,.]+/)) } };
  truncateSync(path, bytes * 0.96);
  results.cut = await opens(path, /seems to be cut/);
  write_brackets(path);
  results.brackets = await opens(path, /no Leadlight snapshot/);
  console.log(JSON.stringify(results, undefined, 2));
} finally {
  clearTimeout(too_long);
  await browser.close();
  site.close();
  rmSync(folder, { recursive: true });
}
