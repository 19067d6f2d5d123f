/** Writing in the same text at the same time, in a real browser: nothing lost, nobody disturbed. */
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type BuiltPage, buildPage } from '../support/built-page.ts';
import { fr } from '../support/words.ts';

let built: BuiltPage;
let browser: Browser;
let context: BrowserContext;
let complaints: string[];
beforeAll(async () => {
  [built, browser] = await Promise.all([
    buildPage(join(import.meta.dirname, 'pages/sheet-page.tsx')),
    launchBrowser(),
  ]);
});
afterAll(() => browser?.close());
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  await built.serveIn(context);
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function open(name = 'Claire'): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('favicon'))
      complaints.push(message.text());
  });
  await page.goto(`${built.origin}/?name=${name}`);
  await descriptionOf(page).waitFor();
  return page;
}
const descriptionOf = (page: Page) => page.getByRole('textbox', { name: fr.sheet.description });

/** Begins from a text that somebody else wrote, with the caret at its end. */
async function begin(page: Page, text: string): Promise<void> {
  await page.evaluate((inserted) => {
    const { length } = window.bench.text('description');
    window.bench.replace('description', { index: 0, removed: length, inserted });
  }, text);
  await descriptionOf(page).focus();
  await page.keyboard.press('Control+End');
}
const textIn = (page: Page) => page.evaluate(() => window.bench.text('description'));

test('[TX3] the caret stays beside its letter and the focus in its field through 200 changes of others', async () => {
  const page = await open();
  await begin(page, 'Avant|Après');
  const faults = await descriptionOf(page).evaluate((element) => {
    const field = element as HTMLTextAreaElement;
    const panel = field.closest('.sheet');
    field.setSelectionRange(6, 6);
    const top = panel?.scrollTop;
    const found: string[] = [];
    for (let round = 0; round < 200; round++) {
      const caret = field.selectionStart;
      const places = [0, caret, field.value.length, Math.floor(caret / 2)];
      const index = places[round % places.length] ?? 0;
      const change = { index, removed: 0, inserted: round % 7 === 0 ? '😀\n' : `${round % 10}` };
      window.bench.replace('description', change);
      if (field.value !== window.bench.text('description')) found.push(`${round}: not alike`);
      if (field.value[field.selectionStart - 1] !== '|') found.push(`${round}: the caret moved`);
      if (field.selectionStart !== field.selectionEnd) found.push(`${round}: something selected`);
      if (document.activeElement !== field) found.push(`${round}: the focus left`);
      if (panel?.scrollTop !== top) found.push(`${round}: the page scrolled`);
    }
    return found;
  });
  expect(faults).toEqual([]);
  await page.keyboard.type('ici');
  expect(await textIn(page)).toContain('|ici');
});

test('[TX5] 144 keys against 180 insertions of others: no letter is lost and mine stay in their order', async () => {
  const page = await open();
  await begin(page, '');
  const typed = 'Rincer et éprouver les conduites. '.repeat(5).slice(0, 144);
  const others = page.evaluate(async () => {
    for (let round = 0; round < 180; round++) {
      const { length } = window.bench.text('description');
      const index = [0, length, Math.floor(length / 2)][round % 3] ?? 0;
      window.bench.replace('description', { index, removed: 0, inserted: '·' });
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  await Promise.all([page.keyboard.type(typed, { delay: 12 }), others]);
  const text = await textIn(page);
  expect(text.replaceAll('·', '')).toBe(typed);
  expect(text.length).toBe(144 + 180);
  expect(await descriptionOf(page).inputValue()).toBe(text);
});

test('[TX11] a dead key composed while others write gives its letter, and theirs', async () => {
  const page = await open();
  await begin(page, '#cole');
  await descriptionOf(page).evaluate((field) =>
    (field as HTMLTextAreaElement).setSelectionRange(1, 1),
  );
  const keys = await context.newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
  await page.evaluate(() => {
    window.bench.replace('description', { index: 0, removed: 0, inserted: 'Voici ' });
    window.bench.replace('description', { index: 11, removed: 0, inserted: ' ici' });
  });
  expect(await descriptionOf(page).inputValue()).toBe('#´cole');
  await keys.send('Input.imeSetComposition', { text: 'é', selectionStart: 1, selectionEnd: 1 });
  await keys.send('Input.insertText', { text: 'é' });
  expect(await textIn(page)).toBe('Voici #école ici');
  expect(await descriptionOf(page).inputValue()).toBe('Voici #école ici');
  await page.keyboard.type('!');
  expect(await textIn(page)).toBe('Voici #é!cole ici');
});

test('[TX12] Ctrl+Z takes back what I typed, not what others wrote since', async () => {
  const page = await open();
  await begin(page, '');
  await page.keyboard.type('mien');
  await page.evaluate(() =>
    window.bench.replace('description', { index: 0, removed: 0, inserted: 'le leur, ' }),
  );
  await page.keyboard.press('Control+z');
  expect(await textIn(page)).toBe('le leur, ');
  await page.keyboard.press('Control+y');
  expect(await textIn(page)).toBe('le leur, mien');
  expect(await descriptionOf(page).inputValue()).toBe('le leur, mien');
});

test('[TX15] two pages write in one text: they end alike, and each sees the other’s caret and name', async () => {
  const claire = await open();
  const denis = await open('Denis');
  await begin(claire, 'Réduire.');
  await expect.poll(() => textIn(denis)).toBe('Réduire.');
  await descriptionOf(denis).focus();
  await denis.keyboard.press('Control+Home');
  await descriptionOf(claire).focus();
  await claire.keyboard.press('Control+End');
  await Promise.all([
    claire.keyboard.type(' Puis réutiliser.', { delay: 8 }),
    denis.keyboard.type('D’abord : ', { delay: 8 }),
  ]);
  await expect.poll(() => textIn(claire)).toBe('D’abord : Réduire. Puis réutiliser.');
  await expect.poll(() => textIn(denis)).toBe('D’abord : Réduire. Puis réutiliser.');

  const caret = claire.locator('.caret');
  await expect.poll(() => caret.textContent()).toBe('Denis');
  /** How far the drawn caret is from the letter it should stand before, in CSS pixels. */
  const distance = () =>
    caret.evaluate((drawn, index) => {
      const copy = drawn.closest('.bound-text')?.querySelector('.bound-text-copy')?.firstChild;
      if (!copy) return Number.NaN;
      const range = document.createRange();
      range.setStart(copy, index);
      range.setEnd(copy, index + 1);
      const letter = range.getBoundingClientRect();
      const { left, top } = drawn.getBoundingClientRect();
      return Math.hypot(left - letter.left, top - letter.top);
    }, 'D’abord : '.length);
  await expect.poll(distance).toBeLessThan(2);

  const under = await claire.locator('.caret-name').evaluate((label) => {
    const { left, top, width, height } = label.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.caret') ?? null;
  });
  expect(under).toBeNull();
  await denis.getByRole('button', { name: fr.sheet.discard }).focus();
  await expect.poll(() => caret.count()).toBe(0);
});
