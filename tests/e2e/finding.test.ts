/** Looking for actions and summing them up, as people share both: by their address. */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { addCards, column, enter, holdOver, saved, wallReady } from '../support/hands.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

test('[FD16] a search is shared by its address and kept across a reload; cards are dragged in it', async () => {
  const board = await stage.create(demonstration);
  const { page } = await stage.visitor({ height: 1_200 });
  await enter(page, board.links.facilitator, { name: 'Claire' });
  const titles = (within: Locator) => within.locator('[data-card] .card-title').allTextContents();
  await page.keyboard.press('/');
  await page.keyboard.type('TRAVAUX');
  await expect.poll(() => new URL(page.url()).search).toBe('?q=TRAVAUX');
  await page.locator('.found-count').waitFor();
  const found = await titles(page.locator('.wall'));
  await page.reload();
  await wallReady(page);
  await expect.poll(() => titles(page.locator('.wall'))).toEqual(found);

  const guest = await stage.visitor();
  const link = new URL(board.links.observer);
  await guest.page.goto(`${link.pathname}?q=travaux${link.hash}`);
  await wallReady(guest.page);
  await expect.poll(() => titles(guest.page.locator('.wall'))).toEqual(found);

  // Below the last card on show: right after it, before those that the search hides.
  const water = column(page, 'Ressource en eau');
  const shown = await titles(water);
  const moved = 'Découper les travaux en lots accessibles à l’artisanat';
  const letGo = await holdOver(page, moved, 'Ressource en eau');
  const last = await water.locator('[data-card]').last().boundingBox();
  const { x, y, width, height } = last ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(x + width / 2, y + height + 20, { steps: 5 });
  await letGo();
  await expect.poll(() => titles(water)).toEqual([...shown, moved]);
  await page.getByRole('button', { name: fr.filters.showAll }).click();
  await expect.poll(() => page.locator('[data-card]').count()).toBe(52);
  const all = await titles(water);
  expect(all.indexOf(moved)).toBe(all.indexOf(shown.at(-1) ?? '') + 1);
  expect(all.at(-1)).not.toBe(moved);
});

test('[SY16] a view opened by its address follows the others’ work, in every theme', async () => {
  const board = await stage.create(demonstration);
  const writer = await stage.visitor();
  await enter(writer.page, board.links.facilitator, { name: 'Claire' });
  const { page } = await stage.visitor();
  const link = new URL(board.links.observer);
  await page.goto(`${link.pathname}?synthese=couverture${link.hash}`);
  const total = page.locator('.coverage-priority .coverage-total').first();
  await expect.poll(() => total.textContent()).toBe('9');
  await addCards(writer.page, 'Économie de proximité', ['Publier un bilan']);
  await saved(writer.page);
  await expect.poll(() => total.textContent()).toBe('10');
  for (const theme of ['clair', 'sombre', 'contraste']) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset.theme = chosen;
    }, theme);
    expect(await axeViolations(page), theme).toEqual([]);
  }
  for (const view of ['levels', 'missing', 'markers'] as const) {
    await page.getByRole('tab', { name: fr.synthesis.views[view] }).click();
    expect(await axeViolations(page), view).toEqual([]);
  }
  await page.getByRole('button', { name: fr.synthesis.close }).click();
  await expect.poll(() => page.locator('[data-card]').count()).toBe(53);
});
