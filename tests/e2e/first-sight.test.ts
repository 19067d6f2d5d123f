/** What is seen before the page has come, and when it does not come. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
const contexts: BrowserContext[] = [];
beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
  await stage.sweep();
});
afterAll(() => stage.dispose());

/** The script of the page: everything but what is read before the first paint. */
const script = /\/assets\/page-.*\.js$/;
const state = (page: Page) => page.locator('#first-sight [role="status"]');
const reload = (page: Page) => page.getByRole('button', { name: 'Recharger la page' });

/** Holds the script back. @returns lets it come */
async function holdScript(page: Page): Promise<() => void> {
  let come = () => {};
  const coming = new Promise<void>((resolve) => {
    come = resolve;
  });
  await page.route(script, async (route) => {
    await coming;
    await route.continue();
  });
  return come;
}

test.each([
  ['auto', 'rgb(243, 240, 234)'],
  ['sombre', 'rgb(20, 23, 29)'],
  ['contraste', 'rgb(255, 255, 255)'],
])('[AP20] in the theme %s the first sight stands where the page comes', async (theme, ground) => {
  const { page } = await stage.visitor();
  await page.addInitScript((chosen) => {
    localStorage.setItem('gommette.preferences', JSON.stringify({ theme: chosen }));
  }, theme);
  const come = await holdScript(page);
  await page.goto('/', { waitUntil: 'commit' });
  await state(page).waitFor();
  const look = () =>
    page.evaluate(() => {
      const { x, y, height } = document.querySelector('.brand')?.getBoundingClientRect() ?? {};
      const ground = getComputedStyle(document.documentElement).backgroundColor;
      const header = document.querySelector('header')?.getBoundingClientRect().height;
      return { x, y, height, header, ground };
    });
  const before = await look();
  expect(before.ground).toBe(ground);
  expect(await page.title()).toBe('Gommette');
  expect(await reload(page).isVisible()).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  come();
  await page.getByRole('heading', { level: 1, name: fr.home.title }).waitFor();
  expect(await look()).toEqual(before);
  expect(await page.locator('#first-sight').count()).toBe(0);
});

test('[AP21] a slow line is said after ten seconds, and the page comes all the same', async () => {
  const { page } = await stage.visitor({ width: 390, height: 844 });
  await page.clock.install();
  const come = await holdScript(page);
  await page.goto('/', { waitUntil: 'commit' });
  await state(page).waitFor();
  await page.clock.fastForward(5_000);
  expect(await reload(page).isVisible()).toBe(false);
  await page.clock.fastForward(6_000);
  await page.getByText('La connexion est lente').waitFor();
  expect(await state(page).isVisible()).toBe(true);
  expect(await axeViolations(page)).toEqual([]);
  come();
  await page.getByRole('heading', { level: 1, name: fr.home.title }).waitFor();
});

test.each([
  ['does not come', null, 'La page ne s’est pas ouverte'],
  ['cannot be read', 'let let = 1;', 'La page ne s’est pas ouverte'],
  ['fails', 'throw new Error("essai")', 'La page ne s’est pas ouverte'],
  ['fails after a while', 'await Promise.reject(1)', 'La page ne s’est pas ouverte'],
  ['cannot be read by an old browser', 'let let = 1;', 'Ce navigateur est trop ancien'],
])('[AP21] a script that %s: why is said, and it can be loaded again', async (how, body, title) => {
  const board = await stage.create('{"title": "Achats"}');
  const { context } = await stage.visitor();
  const page = await context.newPage(); // whose complaints are what is looked for
  if (how.includes('old'))
    await page.addInitScript(() => {
      Reflect.deleteProperty(Array.prototype, 'toSorted');
    });
  await page.route(script, (route) =>
    body === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body }),
  );
  await page.goto(board.links.participant);
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
  expect(await state(page).isVisible()).toBe(false);
  expect(await axeViolations(page)).toEqual([]);
  await page.unroute(script);
  await reload(page).click();
  await page.getByLabel(fr.join.name).waitFor();
});

test('[AP21] without JavaScript the page says that it needs it', async () => {
  const { context } = await stage.visitor();
  const plain = await context.browser()?.newContext({ javaScriptEnabled: false });
  if (!plain) throw new Error('no browser');
  contexts.push(plain);
  const page = await plain.newPage();
  await page.goto(stage.server.url);
  expect(await page.getByRole('heading', { name: 'JavaScript est désactivé' }).isVisible()).toBe(
    true,
  );
  expect(await state(page).isVisible()).toBe(false);
});

test('[HT39] an unknown address says so, and offers the first page and the field for a code', async () => {
  const { context } = await stage.visitor({ width: 390, height: 844 });
  const page = await context.newPage(); // the browser complains of the status
  const answer = await page.goto('/ailleurs');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: fr.app.unknownTitle }).waitFor();
  expect(await page.getByText(fr.app.unknownText).isVisible()).toBe(true);
  await page.getByLabel(fr.home.codeLabel).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('link', { name: fr.app.home }).click();
  await page.getByRole('heading', { level: 1, name: fr.home.title }).waitFor();
});
