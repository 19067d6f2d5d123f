/** What only a real page can show of the wall: scrolling, focus in sight, paper. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, column, enter, holdOver, moveByDialog } from '../support/hands.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

async function openWall() {
  const board = await stage.create(demonstration);
  const { page } = await stage.visitor();
  await enter(page, board.links.facilitator, { name: 'Claire' });
  return page;
}

test('[WA13] a card held near an edge scrolls the column under it, and the wall', async () => {
  const page = await openWall();
  const scrollTops = () =>
    page
      .locator('.column-scroll')
      .evaluateAll((columns) => columns.map((scroller) => scroller.scrollTop > 0));
  const wallLeft = () => page.locator('.wall').evaluate((wall) => wall.scrollLeft);

  const title = 'Découper les travaux en lots accessibles à l’artisanat';
  const letGo = await holdOver(page, title, 'Ressource en eau');
  const { x, width } = (await column(page, 'Ressource en eau').boundingBox()) ?? { x: 0, width: 0 };
  await page.mouse.move(x + width / 2, 890);
  await expect.poll(scrollTops).toEqual([false, false, true, false, false, false]);
  await page.mouse.move(1_435, 500);
  await expect.poll(wallLeft).toBeGreaterThan(600);
  await page.mouse.move(5, 500);
  await expect.poll(wallLeft).toBe(0);
  await page.keyboard.press('Escape');
  await letGo();
  expect(await card(page, title).locator('.card-number').textContent()).toBe('1.2');
});

test('[WA17] a card falls where the pointer lets it go, however fast', async () => {
  const page = await openWall();
  const title = 'Découper les travaux en lots accessibles à l’artisanat';
  const water = column(page, 'Ressource en eau');
  const titles = () => water.locator('[data-card] .card-title').allTextContents();
  const before = await titles();
  await holdOver(page, title, 'Ressource en eau');
  const box = await water.locator('[data-card]').nth(1).boundingBox();
  const { x, y, width, height } = box ?? { x: 0, y: 0, width: 0, height: 0 };
  // Both in one turn: nothing renders between the last move and the letting go.
  await page.evaluate(
    ([clientX, clientY]) => {
      for (const type of ['mousemove', 'mouseup'])
        document.dispatchEvent(new MouseEvent(type, { clientX, clientY, bubbles: true }));
    },
    [x + width / 2, y + height - 4] as const,
  );
  await page.mouse.up();
  await expect.poll(titles).toEqual([...before.slice(0, 2), title, ...before.slice(2)]);
});

test('[WA15] after « Déplacer vers… » the focus is on the card, in sight', async () => {
  const page = await openWall();
  const title = 'Alléger le dossier de réponse des petits marchés';
  await moveByDialog(page, title, 'Pilotage');
  const open = card(page, title).locator('.card-open');
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect.poll(async () => (await open.boundingBox())?.y ?? 9_999).toBeLessThan(900);
  await expect.poll(async () => (await open.boundingBox())?.x ?? 9_999).toBeLessThan(1_440);
});

test('[WA14] printed columns follow each other', async () => {
  const page = await openWall();
  await page.emulateMedia({ media: 'print' });
  const { columns, last } = await page.evaluate(() => ({
    columns: [...document.querySelectorAll('[data-column]')].map((section) => {
      const { top, bottom } = section.getBoundingClientRect();
      return { top, bottom };
    }),
    last: [...document.querySelectorAll('[data-column]')].map(
      (section) =>
        [...section.querySelectorAll('[data-card]')].at(-1)?.getBoundingClientRect().bottom,
    ),
  }));
  expect(columns).toHaveLength(6);
  for (const [i, { bottom }] of columns.entries()) {
    expect(last[i]).toBeLessThanOrEqual(bottom);
    expect(columns[i + 1]?.top ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(bottom);
  }
  expect(await page.getByRole('button', { name: fr.board.addBottom, exact: true }).count()).toBe(0);
});
