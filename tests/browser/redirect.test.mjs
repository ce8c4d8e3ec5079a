// Two people with one book apart: one merges two leads that are one person while the other works on the one that goes. Put
// together again, both have the same book, with everything of both on one card; and the merge can be undone (practice E8).
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { two_people } from './two_people.mjs';

const { newcomer, exports_a_snapshot, opens_file } = two_people();

test('one merges, the other works on the lead that goes', { timeout: 200_000, skip: lacks('two people in turn') }, async () => {
  const ana = await newcomer();
  const rows = 'Name,Company,Email,Phone\nJames Brodo,Initech,james@initech.example,\nJim Brodo,Initech,jim@initech.example,0221 000001\n';
  await opens_file(ana.person, { name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) });
  await ana.person.clicks('button', 'Import 2 leads');
  await ana.person.is_saved();
  const ben = await newcomer();
  await opens_file(ben.person, await exports_a_snapshot(ana.person));
  await ben.person.clicks('button', 'Import');
  await ben.person.is_saved();

  // Ana merges from the card.
  await ana.person.clicks('link', /^Leads/);
  await ana.person.clicks('row', /^James Brodo/);
  await ana.person.clicks('button', 'More for this lead');
  await ana.person.clicks('menuitem', 'Merge with another lead…');
  await ana.person.clicks('button', /^Jim Brodo/, 'dialog');
  await ana.person.clicks('radio', 'James Brodo');
  await ana.person.sees_text(/^E-mail: james@initech\.example stays/);
  await ana.person.clicks('button', 'Merge', 'dialog');
  await ana.person.is_saved();
  assert.equal(await ana.person.page.getByRole('row', { name: /^Jim Brodo/ }).count(), 0);

  // Ben, who knows nothing of it, changes Jim's phone and logs a touch.
  await ben.person.clicks('link', /^Leads/);
  await ben.person.clicks('row', /^Jim Brodo/);
  await ben.person.clicks('button', 'Log…');
  await ben.person.clicks('button', 'Sent');
  await ben.person.is_saved();
  await ben.person.turns_the_wheel_to('button', /^Phone: /, 'complementary');
  await ben.person.clicks('button', /^Phone: /);
  await ben.person.page.keyboard.press('Control+A');
  await ben.person.page.keyboard.type('0221 999999');
  await ben.person.presses('Enter');
  await ben.person.is_saved();

  const of_ana = await exports_a_snapshot(ana.person);
  const of_ben = await exports_a_snapshot(ben.person);
  await opens_file(ben.person, of_ana);
  await ben.person.sees('radio', '1 merged');
  await ben.person.sees('button', /^Jim Brodo, into James Brodo, merged/);
  await ben.person.clicks('button', /^Import( \d|$)/);
  await ben.person.is_saved();
  await opens_file(ana.person, of_ben);
  await ana.person.clicks('button', /^Import( \d|$)/);
  await ana.person.is_saved();
  const [one, other] = await Promise.all([ana, ben].map(async ({ person }) => readFile(await exports_a_snapshot(person), 'utf8')));
  assert.equal(one, other, 'the same book on both sides');

  for (const { person } of [ana, ben]) {
    await person.clicks('link', /^Leads/);
    assert.equal((await person.names('row')).filter((name) => /Brodo/.test(name)).length, 1);
    await person.clicks('row', /^James Brodo/);
    await person.sees('button', 'Jim Brodo, jim@initech.example');
    await person.sees_text(/E-mail/);
    await person.turns_the_wheel_to('button', 'Jim Brodo, jim@initech.example', 'complementary');
    await person.clicks('button', 'Jim Brodo, jim@initech.example');
    await person.sees_text(/0221 999999/);
  }

  // A link to the lead that went opens the one that stays.
  const merged = JSON.parse(one).operations.flatMap((/** @type {any} */ operation) => operation.records)
    .find((/** @type {any} */ record) => record.set.merged_into);
  await ben.person.page.evaluate((id) => { location.hash = `#/lead/${id}`; }, merged.id);
  await ben.person.sees('region', 'Card of James Brodo');
  assert.match(await ben.person.page.url(), new RegExp(merged.set.merged_into));

  // Taken apart again, each has what is its own.
  await ben.person.turns_the_wheel_to('button', 'Separate', 'complementary');
  await ben.person.clicks('button', 'Separate');
  await ben.person.is_saved();
  await ben.person.clicks('link', /^Leads/);
  await ben.person.sees('row', /^Jim Brodo/);
  await ben.person.sees('row', /^James Brodo/);
  await ben.person.page.keyboard.press('Control+Z');
  await ben.person.is_saved();
  await ben.person.settles();
  assert.equal(await ben.person.page.getByRole('row', { name: /^Jim Brodo/ }).count(), 0);
  assert.deepEqual([...ana.trouble, ...ben.trouble], []);
  await ana.close();
  await ben.close();
});
