/** The first press on a card, though what carries cards is still on its way. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { card, column, enter } from '../support/hands.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const machine = /\/assets\/drag-machine-.*\.js$/;
const title = 'Découper les travaux en lots accessibles à l’artisanat';
const number = (page: Page) => card(page, title).locator('.card-number').textContent();

/** @returns lets what carries cards come; its being asked for */
async function holdMachine(page: Page) {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(machine, async (route) => {
    await coming;
    await route.continue();
  });
  return {
    come,
    asked: page.waitForRequest(machine, { timeout: 60_000 }),
    held: page.locator('[data-held]'),
  };
}

async function middleOf(page: Page, what: 'card' | 'column') {
  const target = what === 'card' ? card(page, title) : column(page, 'Alternance');
  const { x, y, width, height } = (await target.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  return { x: x + width / 2, y: y + Math.min(height / 2, 200) };
}

test('[WA18] a mouse that presses before it has come carries the card all the same', async () => {
  const board = await stage.create(demonstration);
  const { page } = await stage.visitor();
  const { come, asked, held } = await holdMachine(page);
  await enter(page, board.links.facilitator, { name: 'Claire' });
  const [from, to] = [await middleOf(page, 'card'), await middleOf(page, 'column')];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y);
  await asked;
  come();
  await expect
    .poll(async () => {
      await page.mouse.move(to.x, to.y + Math.random());
      return held.count();
    })
    .toBe(1);
  await page.mouse.move(to.x, to.y + 2);
  await page.mouse.up();
  await expect.poll(() => number(page)).toMatch(/^2\./);
});

test('[WA18] so does a finger that waits; one that left meanwhile carries nothing', async () => {
  const board = await stage.create(demonstration);
  const { page, context } = await stage.visitor({ width: 1_024, height: 768, touch: true });
  const { come, asked, held } = await holdMachine(page);
  await enter(page, board.links.facilitator, { name: 'Claire' });
  const touch = await context.newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  const [from, to] = [await middleOf(page, 'card'), await middleOf(page, 'column')];
  await send('touchStart', from);
  await send('touchEnd');
  await page.keyboard.press('Escape'); // the sheet that the tap opened
  await send('touchStart', from);
  await asked;
  come();
  await held.waitFor();
  await send('touchMove', to);
  await send('touchMove', { x: to.x, y: to.y + 2 });
  await send('touchEnd');
  await expect.poll(() => number(page)).toMatch(/^2\./);
});

test('[WA18] who may not move cards is not sent it', async () => {
  const board = await stage.create(demonstration);
  const { page } = await stage.visitor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(board.links.observer);
  await page.locator('[data-card]').nth(51).waitFor();
  const from = await middleOf(page, 'card');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y);
  await page.mouse.up();
  await page.locator('.save-indicator[data-state="saved"]').waitFor();
  expect(asked.filter((url) => machine.test(url))).toEqual([]);
});
