/** Little room: 320 pixels, 400 %, text spaced out (WCAG 1.4.10 and 1.4.12), a phone on its side. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { accessibilityFr } from '../../shared/text/fr/accessibility.ts';
import { enter } from '../support/hands.ts';
import { openCockpit } from '../support/leading.ts';
import { openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

/** As WCAG 1.4.12 has them. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;
/** Through the page's own objects: its policy takes no style from elsewhere. */
const spaceOut = (page: Page): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, spacing);

/** Texts that end beyond the window or what cuts them off; what scrolls by itself is not it. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const cut = (element: Element): boolean => {
      const { right, width } = element.getBoundingClientRect();
      if (width === 0) return false;
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, clipPath } = getComputedStyle(around);
        if (clipPath !== 'none' || around.matches('[aria-hidden], [inert]')) return false;
        if (overflowX === 'auto' || overflowX === 'scroll') return false;
        const isCutting = overflowX === 'hidden' || overflowX === 'clip';
        if (isCutting && right > around.getBoundingClientRect().right + 1) return true;
      }
      return right > innerWidth + 1;
    };
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) =>
        getComputedStyle(element).clipPath === 'none' &&
        [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    );
    const wide = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
    return wide.concat(texts.filter(cut).map((element) => element.outerHTML.slice(0, 120)));
  });

test.each([
  [320, 568],
  [1280, 720],
])(
  '[AP24] at %d×%d with text spaced out nothing is cut off, on any page',
  async (width, height) => {
    const board = await stage.create(shortDemonstration);
    const { page } = await stage.visitor({ width, height });
    const look = async (what: string) => {
      await spaceOut(page);
      expect(await cutOff(page), what).toEqual([]);
    };
    await page.goto('/');
    await page.getByRole('heading', { level: 2, name: fr.home.codeTitle }).waitFor();
    await look('the first page');
    await page.getByRole('link', { name: /^Accessibilité/ }).click();
    await page.getByRole('heading', { level: 1, name: accessibilityFr.title }).waitFor();
    await look('the declaration');
    await enter(page, board.links.facilitator, { name: 'Claire' });
    await look('the board');
    await page.goto(`/a/${board.boardId}?synthese=couverture`);
    await page.getByRole('tab', { name: fr.synthesis.views.coverage }).waitFor();
    await look('the synthesis');
    await page.goto(`/a/${board.boardId}`);
    await page.locator('[data-card] .card-title').first().click();
    await page.getByRole('complementary').getByRole('textbox').first().waitFor();
    await look('the sheet');
    await page.goto(`/a/${board.boardId}`);
    await openCockpit(page);
    await look('the cockpit');
  },
);

test('[AP25] a phone on its side, its keyboard open, shows three lines of what is written', async () => {
  const board = await stage.create(shortDemonstration);
  const { page } = await stage.visitor({ width: 740, height: 360, touch: true });
  await enter(page, board.links.facilitator, { name: 'Claire' });
  await page.locator('[data-card] .card-title').first().click();
  const field = page.getByRole('complementary').getByLabel(fr.sheet.description, { exact: true });
  await field.fill('Une ligne\n'.repeat(12));
  // What the keyboard leaves.
  await page.setViewportSize({ width: 740, height: 200 });
  await field.press('End');
  const lines = await field.evaluate((area) => {
    const { top, bottom, left } = area.getBoundingClientRect();
    const line = Number.parseFloat(getComputedStyle(area).lineHeight);
    let seen = 0;
    for (let y = Math.max(0, top) + line / 2; y < Math.min(innerHeight, bottom); y += line)
      if (area.contains(document.elementFromPoint(left + 40, y))) seen += 1;
    return seen;
  });
  expect(lines).toBeGreaterThanOrEqual(3);
});
