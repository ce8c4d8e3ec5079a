// Two people with one book apart: marketing offers a lead, sales returns it with a reason, and marketing sees that after
// merging (practice A4, F3).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { two_people } from './two_people.mjs';

const { newcomer, exports_a_snapshot, opens_file } = two_people();

/** @param {import('./person.mjs').Person} person @param {string} name */
async function says_who(person, name) {
  await person.clicks('link', 'Settings');
  await person.fills('Your name', name);
}

test('a lead is offered, returned with a reason, and marketing sees why', { timeout: 200_000, skip: lacks('two people in turn') }, async () => {
  const mia = await newcomer();
  await says_who(mia.person, 'Mia');
  const rows = 'Name,Company,Email,Source\nOlga Petrova,Brauwerk Nord,olga@brauwerk.example,Aquafair\n';
  await opens_file(mia.person, { name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await mia.person.clicks('button', 'Import 1 lead');
  await mia.person.is_saved();

  await mia.person.clicks('link', /^Leads/);
  await mia.person.clicks('row', /^Olga Petrova/);
  await mia.person.clicks('button', 'More for this lead');
  await mia.person.clicks('menuitem', 'Offer to sales…');
  await mia.person.fills('What should they know? (optional)', 'Asked for a quote at the stand');
  await mia.person.clicks('button', 'Offer', 'dialog');
  await mia.person.is_saved();

  // Sales gets it, first of all in Today, and gives it back.
  const sam = await newcomer();
  await says_who(sam.person, 'Sam');
  await opens_file(sam.person, await exports_a_snapshot(mia.person));
  await sam.person.clicks('button', /^Import( \d|$)/);
  await sam.person.is_saved();
  await sam.person.clicks('link', /^Today/);
  await sam.person.sees('list', 'Offered to sales');
  await sam.person.clicks('button', /^Olga Petrova/);
  await sam.person.clicks('button', 'Return…');
  await sam.person.clicks('radio', 'Wrong or missing data', 'dialog');
  await sam.person.clicks('button', 'Return', 'dialog');
  await sam.person.is_saved();

  await opens_file(mia.person, await exports_a_snapshot(sam.person));
  await mia.person.clicks('button', /^Olga Petrova/);
  await mia.person.sees_text(/Returned by sales: wrong or missing data/);
  await mia.person.clicks('button', /^Import( \d|$)/);
  await mia.person.is_saved();
  await mia.person.clicks('link', /^Today/);
  await mia.person.sees('button', /Returned by Sam/);
  await mia.person.clicks('link', /^Funnel/);
  await mia.person.clicks('button', /^Hand-offs: 1 returned/);
  await mia.person.sees('row', /^Aquafair, 1 hand-offs, 0 accepted, 1 returned/);
  await mia.person.presses('Escape');

  const [one, other] = await Promise.all([mia, sam].map(async ({ person }) => readFile(await exports_a_snapshot(person), 'utf8')));
  assert.equal(one, other, 'the same book on both sides');
  for (const { trouble, close } of [mia, sam]) {
    assert.deepEqual(trouble, []);
    await close();
  }
});
