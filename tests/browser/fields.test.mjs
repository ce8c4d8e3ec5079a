// Text and days are entered in real fields of the browser: their focus, keyboards, input methods and pickers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lacks } from './engine.mjs';
import { house, phone } from './support.mjs';

const { visit } = house();

/** The field that has the focus. @param {import('playwright-core').Page} page */
const focused = (page) => page.evaluate(() => {
  const field = document.activeElement;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return undefined;
  return { label: field.getAttribute('aria-label'), value: field.value, keyboard: field.inputMode, size: Number.parseFloat(getComputedStyle(field).fontSize), own: field.classList.contains('text-field') };
});

test('lays a real field over the one that is edited', async () => {
  const { page, person, trouble, close } = await visit();
  await person.clicks('textbox', 'E-mail');
  const field = await focused(page);
  assert.equal(field?.label, 'E-mail');
  assert.equal(field?.own, true);
  assert.equal(field?.keyboard, 'email');
  await page.keyboard.type('ada@example');
  await page.keyboard.press('Tab');
  assert.equal((await focused(page))?.label, 'Phone', 'Tab goes on at once, without losing a letter');
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focused(page))?.value, 'ada@example');
  // Ctrl+Z inside is the field's own.
  await page.keyboard.press('End');
  await page.keyboard.type('.org');
  await page.keyboard.press('Control+z');
  assert.notEqual((await focused(page))?.value, 'ada@example.org');
  await page.keyboard.press('Escape');
  await person.settles();
  assert.equal((await focused(page))?.own ?? false, false);
  assert.deepEqual(trouble, []);
  await close();
});

// As three of them type: what is composed and changed, what is committed, keys meanwhile, and a word that is taken up again.
/** @typedef {{compose?: string, over?: [number, number], commit?: string, key?: string}} Step  over: what is replaced */
/** @type {Record<string, Step[]>} */
const input_methods = {
  Japanese: [...['k', 'か', 'かn', 'かん', 'かんじ', '漢字'].map((compose) => ({ compose })), { key: 'Enter' }, { commit: '漢字' },
    ...['t', 'た', 'たろう', '太郎'].map((compose) => ({ compose })), { commit: '太郎' }],
  Korean: [...['ㅎ', '하', '한'].map((compose) => ({ compose })), { commit: '한' }, ...['ㄱ', '그', '글'].map((compose) => ({ compose })), { commit: '글' },
    ...['ㅇ', '이'].map((compose) => ({ compose })), { compose: '' }, { compose: '잉' }, { commit: '잉' }],
  'a phone that composes each word': [...['O', 'Ol', 'Olg', 'Olgs'].map((compose) => ({ compose })), { commit: 'Olga' }, { commit: ' ' },
    ...['P', 'Pe', 'Pet'].map((compose) => ({ compose })), { commit: 'Petrova' }, { compose: 'Petro', over: [5, 12] }, { compose: 'Petrov' }, { commit: 'Petrov' }],
};
for (const [method, steps] of Object.entries(input_methods)) {
  for (const label of ['Name', 'Note']) {
    test(`${label} takes what an input method composes as a plain field does: ${method}`, { skip: lacks('its own protocol') }, async () => {
      const { page, person, context, trouble, close } = await visit();
      const plain = await context.newPage();
      await plain.setContent('<textarea id="text" rows="3"></textarea>');
      await plain.locator('#text').focus();
      await page.bringToFront();
      await person.clicks('textbox', label);
      const clients = await Promise.all([page, plain].map((one) => context.newCDPSession(one)));
      const values = () => Promise.all([page.locator('.text-field:not([hidden])').inputValue(), plain.locator('#text').inputValue()]);
      for (const step of steps) {
        for (const client of clients) {
          if (step.compose !== undefined) {
            const { length } = step.compose;
            const [replacementStart, replacementEnd] = step.over ?? [];
            await client.send('Input.imeSetComposition', { text: step.compose, selectionStart: length, selectionEnd: length, replacementStart, replacementEnd });
          } else if (step.commit !== undefined) {
            await client.send('Input.insertText', { text: step.commit });
          } else if (client === clients[0]) {  // takes part in choosing a word, and is not the field's
            await client.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code: step.key, windowsVirtualKeyCode: 229 });
          }
        }
        await person.settles();
        const [ours, theirs] = await values();
        assert.equal(ours, theirs, `after ${JSON.stringify(step)}`);
      }
      const [text] = await values();
      assert.ok(text.length > 2);
      await page.keyboard.press('Tab');
      await person.settles();
      assert.equal(await person.find('textbox', label).inputValue(), text, 'and the core has it');
      assert.equal(await page.getByRole('status').filter({ hasText: 'Added' }).count(), 0, 'nothing was saved by a key of the input method');
      assert.deepEqual(trouble, []);
      await close();
    });
  }
}

for (const touch of [false, true]) {
  test(`a day is chosen with the browser's own picker, by ${touch ? 'finger' : 'mouse'}`, { skip: touch && lacks('a finger') }, async () => {
    const { page, person, trouble, close } = await visit({
      context: touch ? phone : {},
      prepare: () => { HTMLInputElement.prototype.showPicker = function () { document.documentElement.dataset.picker = this.type; }; },
    });
    await person.types('Name', 'Ada Lovelace');
    await person.clicks('button', 'Save and next');
    await person.is_saved();
    await page.evaluate(() => { location.hash = '#/leads'; });
    await page.getByRole(touch ? 'listitem' : 'row').filter({ hasText: 'Ada Lovelace' }).evaluate((/** @type {any} */ row) => row.click());
    await person.clicks('button', 'Plan…');
    await person.clicks('textbox', 'Or on this day');
    const field = page.locator('#text-field-line');
    assert.equal(await field.getAttribute('type'), 'date');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.picker), touch ? 'date' : undefined);
    await field.fill('2031-05-17');  // as the picker does
    await person.clicks('button', 'Plan');
    await person.is_saved();
    await person.sees_text(/17 May 2031/);
    assert.deepEqual(trouble, []);
    await close();
  });
}

test('a tap on a phone opens the keyboard for a field of 16 pixels', { skip: lacks('a finger') }, async () => {
  const { page, person, close } = await visit({ context: phone });
  const box = await person.find('textbox', 'Phone').boundingBox();
  assert.ok(box);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  const field = await focused(page);
  assert.equal(field?.label, 'Phone');
  assert.equal(field?.keyboard, 'tel');
  assert.ok((field?.size ?? 0) >= 16, 'or iOS zooms the page');
  await close();
});
