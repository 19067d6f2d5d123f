/**
 * A link renewed while somebody types, seen from three pages: the writer's, the facilitator's who
 * renews it, and that of a screen that only watches. Then the way back in, by the code on the wall.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { BoardCreated } from '../../shared/protocol/http.ts';
import { axeViolations } from '../support/axe.ts';
import { addCards, card, enter, saved, wallReady } from '../support/hands.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const priority = 'Ressource en eau';
const place = 'Direction des mobilités';
const title = 'Payer les factures en vingt jours';

const openLinks = async (page: Page) => {
  await page.getByRole('button', { name: fr.app.menu }).click();
  await page.getByRole('menuitem', { name: fr.app.links }).click();
  const dialog = page.getByRole('dialog', { name: fr.join.linksTitle });
  await dialog.getByRole('region', { name: fr.join.linkNames.participant }).waitFor();
  return dialog;
};
const renewParticipants = async (lead: Page) => {
  const line = (await openLinks(lead)).getByRole('region', {
    name: fr.join.linkNames.participant,
  });
  await line.getByRole('button', { name: fr.access.renew }).click();
  await line.getByRole('button', { name: fr.access.renewYes, exact: true }).click();
  await line.getByText(fr.access.renewed).waitFor();
  const link = await line.getByRole('textbox').inputValue();
  await lead.keyboard.press('Escape');
  return link;
};
/** Opens the sheet and puts the caret at the end of its title. */
const startWriting = async (page: Page) => {
  await card(page, title).locator('.card-open').click();
  await page.getByRole('complementary').getByLabel(fr.sheet.title, { exact: true }).focus();
  await page.keyboard.press('Control+End');
};
const isClosed = (page: Page) =>
  page.getByRole('heading', { level: 1, name: fr.closed.titles.unauthenticated }).isVisible();
/** Types a letter after the other until the page is closed. @returns all that was typed */
async function typeUntilClosed(page: Page): Promise<string> {
  let typed = '';
  while (typed.length < 200 && !(await isClosed(page))) {
    await page.keyboard.type('o');
    typed += 'o';
  }
  await page.getByRole('heading', { level: 1, name: fr.closed.titles.unauthenticated }).waitFor();
  return typed;
}
/** The title as the server has it. */
async function titleKept(board: BoardCreated): Promise<string> {
  const { cards } = JSON.parse(await stage.exported(board, 'json')) as {
    readonly cards: readonly { readonly title: string }[];
  };
  return cards.find((each) => each.title.startsWith(title))?.title ?? '';
}

/** Ana leads, Ben writes, a screen watches. */
async function threePages() {
  const board = await stage.create(demonstration);
  const [lead, writer, wall] = [
    await stage.visitor(),
    await stage.visitor(),
    await stage.visitor({ width: 1920, height: 1080 }),
  ];
  await enter(lead.page, board.links.facilitator, { name: 'Ana' });
  await enter(writer.page, board.links.participant, { name: 'Ben', place });
  await wall.page.goto(board.links.observer);
  await wallReady(wall.page);
  await startWriting(writer.page);
  await writer.page.keyboard.type(' sans');
  await card(wall.page, `${title} sans`).waitFor();
  return { board, lead, writer, wall };
}

test('[LK2] a link renewed while somebody types: admitted letters stay for all, and nobody else notices', async () => {
  const { board, lead, writer, wall } = await threePages();
  const [typed] = await Promise.all([typeUntilClosed(writer.page), renewParticipants(lead.page)]);
  await writer.page.getByText(fr.closed.reasons.unauthenticated).waitFor();

  // What was admitted is the beginning of what was typed; the rest, if any, is there to copy.
  const admitted = await titleKept(board);
  expect(`${title} sans${typed}`.startsWith(admitted)).toBe(true);
  expect(admitted.startsWith(`${title} sans`)).toBe(true);
  for (const { page } of [lead, wall]) await card(page, admitted).waitFor();

  await addCards(lead.page, priority, ['Après la coupure']);
  await card(wall.page, 'Après la coupure').waitFor();
  for (const { page } of [lead, wall]) {
    await saved(page);
    expect(await isClosed(page)).toBe(false);
  }
});

test('[LK2] what did not reach the server is the writer’s to copy; the former link opens nothing, the new one does', async () => {
  const { board, lead, writer, wall } = await threePages();
  await saved(writer.page);
  await writer.context.setOffline(true);
  await writer.page.keyboard.type(' délai');
  await writer.page.locator('.save-indicator[data-state="offline"]').waitFor();
  const link = await renewParticipants(lead.page);
  await writer.context.setOffline(false);

  await writer.page
    .getByRole('heading', { level: 1, name: fr.closed.titles.unauthenticated })
    .waitFor();
  await writer.page.getByRole('button', { name: fr.kept.see }).click();
  const kept = writer.page.getByRole('dialog', { name: fr.kept.title });
  await kept.getByText(`${title} sans délai`, { exact: true }).first().waitFor();
  expect(await titleKept(board)).toBe(`${title} sans`);
  expect(await isClosed(wall.page)).toBe(false);
  expect(await axeViolations(writer.page)).toEqual([]);
  await writer.page.keyboard.press('Escape');

  const former = new URL(board.links.participant).hash.slice(1);
  const door = await fetch(`${stage.server.url}/api/boards/${board.boardId}`, {
    headers: { authorization: `Bearer ${former}` },
  });
  expect(door.status).toBe(401);
  await enter(writer.page, link, { name: 'Ben', place });
  await card(writer.page, `${title} sans`).waitFor();
});

test('[LK6] a removed person leaves, and their card stays; [LK18] the code on the wall lets somebody in', async () => {
  const { lead, writer, wall } = await threePages();
  await lead.page.getByRole('button', { name: fr.board.people(3) }).click();
  const people = lead.page.getByRole('dialog', { name: fr.board.peopleTitle });
  const ben = people.getByRole('listitem').filter({ hasText: 'Ben' });
  await ben.getByRole('button', { name: fr.access.manage }).click();
  await ben.getByRole('button', { name: fr.access.remove }).click();
  expect(await axeViolations(lead.page)).toEqual([]);
  await ben.getByRole('status').getByRole('button', { name: fr.access.remove }).click();
  await people.getByText(fr.access.removed('Ben')).waitFor();
  await writer.page.getByText(fr.closed.reasons.unauthenticated).waitFor();
  await lead.page.keyboard.press('Escape');
  await card(wall.page, `${title} sans`).waitFor();

  const links = await openLinks(lead.page);
  await links.getByRole('button', { name: fr.access.openCode }).click();
  await links.getByRole('button', { name: fr.access.closeCode }).waitFor();
  expect(await axeViolations(lead.page)).toEqual([]);
  await wall.page.getByRole('button', { name: fr.app.menu }).click();
  await wall.page.getByRole('menuitem', { name: fr.app.entry }).click();
  const large = wall.page.getByRole('dialog', { name: fr.access.screenTitle });
  const code = `${await large.locator('.entry-screen-code').textContent()}`.slice(-7);
  expect(code).toMatch(/^\w{3} \w{3}$/);

  await writer.page.goto('/');
  await writer.page.getByLabel(fr.home.codeLabel).fill(code.toLowerCase());
  await writer.page.getByRole('button', { name: fr.home.codeEnter }).click();
  await writer.page.getByLabel(fr.join.name).fill('Ben');
  await writer.page.getByLabel(fr.join.place).selectOption({ label: place });
  await writer.page.getByRole('button', { name: fr.join.enter }).click();
  await wallReady(writer.page);
});
