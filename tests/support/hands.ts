/** What people do with a page, by the names they see: the browser tests speak in these. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fr } from './words.ts';

const t = fr.board;

/** Enters by a link as somebody; a facilitator may have no direction. */
export async function enter(
  page: Page,
  link: string,
  { name, place }: { readonly name: string; readonly place?: string },
): Promise<void> {
  await page.goto(link);
  await page.getByLabel(fr.join.name).fill(name);
  if (place !== undefined) await page.getByLabel(fr.join.place).selectOption({ label: place });
  await page.getByRole('button', { name: fr.join.enter }).click();
  await wallReady(page);
}

/** Enters by the code that is shown in the room, from the first page. */
export async function enterByCode(
  page: Page,
  code: string,
  { name, place }: { readonly name: string; readonly place: string },
): Promise<void> {
  await page.goto('/');
  await page.getByLabel(fr.home.codeLabel).fill(code);
  await page.getByRole('button', { name: fr.home.codeEnter }).click();
  await page.getByLabel(fr.join.name).fill(name);
  await page.getByLabel(fr.join.place).selectOption({ label: place });
  await page.getByRole('button', { name: fr.join.enter }).click();
  await wallReady(page);
}

/** Until the board is there and what this page holds is saved. */
export async function wallReady(page: Page): Promise<void> {
  await page.locator('[data-column]').first().waitFor();
  await saved(page);
}

/** Until everything this page did survives a power cut. The cockpit says it too, of the same connection. */
export const saved = (page: Page): Promise<void> =>
  page.locator('.save-indicator[data-state="saved"]').first().waitFor();

export const column = (page: Page, priority: string): Locator =>
  page.locator('[data-column]', { has: page.locator('h2', { hasText: priority }) });

/** The card with exactly that title. */
export const card = (page: Page, title: string): Locator =>
  page.locator('[data-card]', { has: page.getByText(title, { exact: true }) });

/** Writes cards one after the other at the end of a column. */
export async function addCards(page: Page, priority: string, titles: readonly string[]) {
  await column(page, priority).getByRole('button', { name: t.addBottom, exact: true }).click();
  const field = page.getByLabel(t.newTitle);
  for (const title of titles) {
    await field.fill(title);
    await field.press('Enter');
  }
  await field.press('Escape');
}

/** Writes hidden ideas one after the other, until the server has them. */
export async function writeIdeas(page: Page, priority: string, titles: readonly string[]) {
  const tab = page.getByRole('tab', { name: priority });
  if (await tab.isVisible()) await tab.click();
  const field = page.getByLabel(fr.ideas.newTitle(priority));
  for (const title of titles) {
    await field.fill(title);
    await field.press('Enter');
  }
  const kept = column(page, priority).locator('.idea[data-state="saved"]');
  await kept.nth(titles.length - 1).waitFor();
}

/** Puts gommettes on an action, one press each. */
export async function putDots(page: Page, number: string, count: number): Promise<void> {
  const add = page.getByRole('button', { name: fr.votes.add(number), exact: true });
  for (let put = 0; put < count; put++) await add.click();
}

/** Opens the card's menu and chooses in it. */
export async function chooseInMenu(page: Page, title: string, item: string): Promise<void> {
  const target = card(page, title);
  await target.hover();
  await target.locator('.card-menu button').click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** "Déplacer vers…": to the end of a priority. */
export async function moveByDialog(page: Page, title: string, priority: string): Promise<void> {
  await chooseInMenu(page, title, t.moveTo);
  const select = page.getByLabel(t.movePriority);
  const option = select.locator('option', { hasText: `. ${priority}` });
  await select.selectOption((await option.getAttribute('value')) ?? '');
  await page.getByRole('button', { name: t.moveConfirm, exact: true }).click();
}

/**
 * Takes a card with the mouse and holds it over a column; the returned function lets it go. It is held
 * between cards: over the middle of one, a hand that waits a moment would join it.
 */
export async function holdOver(page: Page, title: string, priority: string) {
  await card(page, title).scrollIntoViewIfNeeded();
  const from = await boxOf(card(page, title));
  const to = await boxOf(column(page, priority));
  const first = await column(page, priority).locator('[data-card]').first().boundingBox();
  await page.mouse.move(from.x + from.width / 2, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 12, from.y + 30, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, first ? first.y + 4 : to.y + 150, { steps: 10 });
  await page.locator('.drop-line:not([hidden])').waitFor({ state: 'attached' });
  return () => page.mouse.up();
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return box;
}

/** What a page shows, as text: `Priorité: 1.1 Titre | 1.2 Titre`; spaces as they were written, not as they are drawn. */
export const readWall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-column]')].map((section) => {
      const title = section.querySelector('h2 [aria-hidden]')?.textContent ?? '';
      const cards = [...section.querySelectorAll('[data-card]')].map((item) => {
        const number = item.querySelector('.card-number')?.firstChild?.textContent ?? '';
        return `${number} ${item.querySelector('.card-open')?.textContent ?? ''}`;
      });
      return `${title}: ${cards.join(' | ')}`.replaceAll(/[\u00a0\u202f]/g, ' ');
    }),
  );

/** Every part has been fetched, and the worker has the page. */
export const isKept = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const worker = await navigator.serviceWorker.getRegistration();
          return worker?.active?.state === 'activated' && !!navigator.serviceWorker.controller;
        }),
      { timeout: 60_000 },
    )
    .toBe(true);
