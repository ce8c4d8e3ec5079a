// The main job on the built page: import a file, correct a column, see the leads ranked with reasons, work the best one, reload,
// find everything again, hand a snapshot to somebody else. Once by mouse, once by keyboard alone, once by what a screen reader is told,
// and once on a phone by one finger.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { lacks, launch } from './engine.mjs';
import { Finger } from './finger.mjs';
import { Person } from './person.mjs';
import { listen_for_trouble, phone, serve_dist } from './support.mjs';

const fair_csv = fileURLToPath(new URL('../data/fair.csv', import.meta.url));

/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serve_dist>>} */
let site;
before(async () => { [browser, site] = await Promise.all([launch(), serve_dist()]); });
after(async () => { site.close(); await browser.close(); });

/** @param {Pick<import('playwright-core').Download, 'path'>} download */
const text_of = async (download) => readFileSync(await download.path(), 'utf8');

/** A person at a fresh browser. @param {import('playwright-core').BrowserContextOptions} [device] @returns {Promise<{person: Person, trouble: string[], close: () => Promise<void>}>} */
async function newcomer(device = { viewport: { width: 1280, height: 800 } }) {
  const context = await browser.newContext({ ...device, acceptDownloads: true });
  const page = await context.newPage();
  const trouble = listen_for_trouble(page);
  const person = new Person(page);
  await person.counts_pointer_events();
  await person.opens(`${site.url}?mirror=1`);
  return { person, trouble, close: () => context.close() };
}

/**
 * How a person works the page. @typedef {object} Hand
 * @property {(person: Person, role: Role, name: string | RegExp, inside?: Role) => Promise<void>} use
 * @property {(person: Person, name: RegExp, option: string) => Promise<void>} choose  in a drop-down
 * @property {(person: Person, label: string, text: string) => Promise<void>} type
 * @property {import('playwright-core').BrowserContextOptions} [device]
 */
/** @typedef {import('./person.mjs').Role} Role */

/** @type {Hand} */
const mouse = {
  use: (person, role, name, inside) => person.clicks(role, name, inside),
  choose: async (person, name, option) => {
    await person.clicks('combobox', name);
    await person.turns_the_wheel_to('option', option, 'listbox');
    await person.clicks('option', option);
  },
  type: (person, label, text) => person.types(label, text),
};

/** @type {Hand} */
const keyboard = {
  use: (person, role, name, inside) => person.enters(role, name, inside),
  choose: async (person, name, option) => {
    await person.enters('combobox', name);
    await person.sees('option', option);
    await person.page.keyboard.type(option);  // its first letters would do
    await person.settles();
    assert.equal(await person.focus(), `option ${option}`);
    await person.presses('Enter');
  },
  type: async (person, label, text) => {
    await person.tabs_to('textbox', label);
    await person.page.keyboard.type(text);
  },
};

/** By roles and names alone, as a screen reader works. @type {Hand} */
const screen_reader = {
  use: (person, role, name, inside) => person.activates(role, name, inside),
  choose: async (person, name, option) => {
    await person.activates('combobox', name);
    await person.activates('option', option);
  },
  type: (person, label, text) => person.fills(label, text),
};

/** One finger on a phone, which has no table: its lists are the best first. @type {Hand} */
const finger = {
  device: { ...phone, reducedMotion: 'reduce' },  // a page that glides on takes long to come to rest here
  use: async (person, role, name, inside) => {
    const hand = await Finger.of(person);
    if (role !== 'link') return hand.taps(role, name, inside);
    const there = () => person.find('link', name).count();
    if (await there() === 0 && await person.find('button', 'Back').count() > 0) await hand.taps('button', 'Back');  // a card has no tabs
    if (await there() > 0) return hand.taps('link', name);
    await hand.taps('button', 'More');
    await hand.taps('menuitem', name);
  },
  choose: async (person, name, option) => {
    const hand = await Finger.of(person);
    await hand.taps('combobox', name);
    await hand.taps('option', option);
  },
  type: async (person, label, text) => {
    await (await Finger.of(person)).taps('textbox', label);
    await person.page.keyboard.type(text);  // the phone's own, which are no keys of the page's
  },
};

/** Brings in the list of a fair, and says what a column is that was not guessed. @param {Person} person @param {Hand} hand */
async function imports_the_fair(person, hand) {
  await person.picks(() => hand.use(person, 'button', /^Import a file/), fair_csv);
  await hand.choose(person, /'Anlass'/, 'Event');
  assert.equal(await person.value('combobox', /'Anlass'/), 'Event');
  await hand.use(person, 'button', /^Import 5 leads/);
  await person.is_saved();
}

/** Opens the lead with the highest score and reads why it has it. @param {Person} person @param {Hand} hand */
async function opens_the_best_lead(person, hand) {
  await hand.use(person, 'link', /^Leads/);
  if (hand.device) {
    const rows = await person.names('listitem');
    assert.equal(rows.length, 5);
    assert.match(rows[0] ?? '', /^Olga Petrova/);
    await hand.use(person, 'button', /^Olga Petrova/);
  } else {
    await hand.use(person, 'button', /^Sort by name/);
    await hand.use(person, 'button', /^Sort by score/);
    const [, ...rows] = await person.names('row');  // behind the header
    assert.equal(rows.length, 5);
    assert.equal(rows[0], 'Olga Petrova');
    await hand.use(person, 'row', 'Olga Petrova');
  }
  await person.sees('heading', 'Olga Petrova');
  await person.sees('heading', /^Why \d+/);
  await person.sees_text(/Decides/);  // what "Leiterin Einkauf" says of her
}

/** @param {Person} person @param {Hand} hand */
async function works_it(person, hand) {
  await hand.use(person, 'button', /^Log/);
  await hand.type(person, 'Note (optional)', 'Asks for two lines');
  await hand.use(person, 'button', 'No answer');
  await hand.use(person, 'button', 'Move to…');
  await hand.use(person, 'radio', 'MQL');
  await hand.use(person, 'button', /^Move to MQL/, 'dialog');
  await person.is_saved();
}

/** What must be there after the work, whoever did it. @param {Person} person */
async function finds_the_work_again(person) {
  await person.sees('heading', 'Olga Petrova');
  await person.sees_text(/^MQL/);
  await person.sees_text(/Call.*No answer|No answer/);
  const size = person.page.viewportSize();  // on a phone what happened is a screen below
  if (size && size.width < 700) await (await Finger.of(person)).slides(size.width / 2, size.height - 200, 0, -450);
  await person.sees_text(/Asks for two lines/);
}

/** Exports, imports in a fresh profile, exports there: the same bytes, and so the same book. @param {Person} person @param {Hand} hand */
async function hands_over(person, hand) {
  await hand.use(person, 'link', /^Share/);
  const first = await text_of(await person.downloads(() => hand.use(person, 'button', 'Export snapshot')));
  assert.equal(JSON.parse(first).format, 'leadlight-snapshot');
  const colleague = await newcomer(hand.device);
  await hand.use(colleague.person, 'link', /^Share/);
  await colleague.person.picks(() => hand.use(colleague.person, 'button', /^Import a file/), { name: 'ana.json', mimeType: 'application/json', buffer: Buffer.from(first) });
  await hand.use(colleague.person, 'button', /^Import( \d|$)/);
  await colleague.person.is_saved();
  await hand.use(colleague.person, 'link', /^Share/);
  const second = await text_of(await colleague.person.downloads(() => hand.use(colleague.person, 'button', 'Export snapshot')));
  assert.equal(second, first);
  return colleague;
}

/** @param {Hand} hand */
async function does_the_main_job(hand) {
  const { person, trouble, close } = await newcomer(hand.device);
  await imports_the_fair(person, hand);
  await opens_the_best_lead(person, hand);
  await works_it(person, hand);
  await finds_the_work_again(person);
  await person.reloads();
  await finds_the_work_again(person);
  const colleague = await hands_over(person, hand);
  const pointers = await Promise.all([person, colleague.person].map((one) => one.pointer_events()));
  assert.deepEqual(trouble, []);
  assert.deepEqual(colleague.trouble, []);
  await Promise.all([close(), colleague.close()]);
  return pointers;
}

test('by mouse: import, correct, rank, work, reload, share', async () => {
  await does_the_main_job(mouse);
});

test('by keyboard alone: import, correct, rank, work, reload, share', async () => {
  assert.deepEqual(await does_the_main_job(keyboard), [0, 0]);
});

test('by roles and names alone: import, correct, rank, work, reload, share', async () => {
  assert.deepEqual(await does_the_main_job(screen_reader), [0, 0]);
});

test('on a phone, by touch alone: import, correct, rank, work, reload, share', { skip: lacks('a finger') }, async () => {
  await does_the_main_job(finger);
});
