// Two people work on one book apart and put it together again: what comes is shown first, one lead is left out, a conflict is
// chosen, the merge is taken back, after a reload too (practice H3).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { two_people } from './two_people.mjs';

const { newcomer, exports_a_snapshot, opens_file } = two_people();

/** @param {import('./person.mjs').Person} person @param {RegExp} lead @param {string} phone */
async function writes_phone(person, lead, phone) {
  await person.clicks('link', /^Leads/);
  await person.clicks('row', lead);
  await person.turns_the_wheel_to('button', /^Phone: /, 'complementary');
  await person.clicks('button', /^Phone: /);
  await person.page.keyboard.press('Control+A');
  await person.page.keyboard.type(phone);
  await person.presses('Enter');
  await person.is_saved();
}

test('two books diverge and are merged', { timeout: 200_000, skip: lacks('two people in turn') }, async () => {
  const ana = await newcomer();
  await opens_file(ana.person, { name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Company,Phone\nOlga Petrova,Acme,0221 000000\nJim Brodo,Initech,0221 000001\n') });
  await ana.person.clicks('button', 'Import 2 leads');
  await ana.person.is_saved();
  const shared = await exports_a_snapshot(ana.person);

  const ben = await newcomer();
  await opens_file(ben.person, shared);
  await ben.person.sees('radio', '2 new');
  await ben.person.clicks('button', 'Import');
  await ben.person.is_saved();
  await writes_phone(ben.person, /^Olga Petrova/, '0221 222222');
  await writes_phone(ana.person, /^Olga Petrova/, '0221 111111');
  await opens_file(ben.person, { name: 'more.csv', mimeType: 'text/csv', buffer: Buffer.from('Name,Company\nAda Lind,Bolt\nTim Lee,Nord\n') });
  await ben.person.clicks('button', 'Import 2 leads');
  await ben.person.is_saved();
  const changed = await exports_a_snapshot(ben.person);

  const { person } = ana;
  await opens_file(person, changed);
  await person.sees('radio', '1 in conflict');
  await person.sees('radio', '2 new');
  await person.clicks('button', /^Olga Petrova/);
  await person.sees_text(/written on both sides/);
  await person.sees_text(/0221 111111 (counts|can be chosen)/);
  await person.clicks('checkbox', 'Take Tim Lee');
  await person.clicks('button', 'Import 2 of 3 leads');
  await person.is_saved();
  await person.clicks('button', 'Choose');
  await person.sees('group', 'Phone of Olga Petrova');
  await person.clicks('button', 'Use this');
  await person.is_saved();
  assert.equal(await person.page.getByRole('group', { name: 'Phone of Olga Petrova' }).count(), 0);

  await person.reloads();
  await person.clicks('link', /^Leads/);
  await person.sees('row', /^Ada Lind/);
  assert.equal(await person.page.getByRole('row', { name: /^Tim Lee/ }).count(), 0);

  // Who was left out is all that the same file has to offer.
  await opens_file(person, changed);
  await person.sees('button', 'Tim Lee, Nord, new');
  await person.sees('radio', 'All 1');
  await person.clicks('button', 'Cancel');

  // The merge is taken back from the list, though there is nothing to undo any more after the reload.
  await person.clicks('button', 'Show what changed');
  await person.sees('button', /^Import [0-9a-f-]{36}/);
  const merge = await person.find('button', /^Import [0-9a-f-]{36}/).boundingBox();
  const buttons = await person.page.getByRole('button', { name: 'Take back' }).all();
  assert.ok(merge);
  for (const button of buttons) {
    const box = await button.boundingBox();
    if (!box || box.y < merge.y || box.y > merge.y + merge.height) continue;
    await person.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    break;
  }
  await person.settles();
  await person.is_saved();
  await person.clicks('link', /^Leads/);
  assert.equal(await person.page.getByRole('row', { name: /^Ada Lind/ }).count(), 0);
  await person.sees('row', /^Olga Petrova/);
  assert.deepEqual([...ana.trouble, ...ben.trouble], []);
  await ana.close();
  await ben.close();
});
