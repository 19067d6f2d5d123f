/** For every hand and every screen: axe on each page and state, then the whole job by keyboard alone. */
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, colourViolations } from '../support/axe.ts';
import { card, chooseInMenu, column, enter, readWall, saved, wallReady } from '../support/hands.ts';
import { demonstration, openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const openDemonstration = async (page: Page) => {
  await page.goto('/');
  await page.getByRole('button', { name: fr.home.demoOpen }).click();
  await page.locator('[data-card]').first().waitFor();
  await saved(page);
};

type State = readonly [name: string, reach: (page: Page) => Promise<unknown>];
const [water, economy] = ['Ressource en eau', 'Économie de proximité'] as const;
const title = 'Payer les factures en vingt jours';
const dialog = (page: Page) => page.getByRole('dialog').waitFor();
/** Each is reached from the wall, in this order: what is set aside in one is not there in the next. */
const STATES: readonly State[] = [
  [
    'a card being written',
    async (page) => {
      await column(page, water)
        .getByRole('button', { name: fr.board.addBottom, exact: true })
        .click();
      await page.getByLabel(fr.board.newTitle).fill('Réutiliser');
    },
  ],
  [
    'a card’s menu',
    async (page) => {
      await card(page, title).hover();
      await card(page, title).locator('.card-menu button').click();
      await page.getByRole('menuitem').first().waitFor();
    },
  ],
  [
    'the move window',
    async (page) => {
      await chooseInMenu(page, title, fr.board.moveTo);
      await dialog(page);
    },
  ],
  [
    'the sheet',
    async (page) => {
      await card(page, title).locator('.card-open').click();
      await page.getByRole('complementary').getByRole('textbox').first().waitFor();
    },
  ],
  [
    'a message and the tray',
    async (page) => {
      await chooseInMenu(page, title, fr.board.discard);
      await page.getByRole('button', { name: fr.board.discardedTray(1) }).click();
      await dialog(page);
    },
  ],
  [
    'who is here',
    async (page) => {
      await page.getByRole('button', { name: fr.board.people(1) }).click();
      await dialog(page);
    },
  ],
  [
    'the export window',
    async (page) => {
      await page.getByRole('button', { name: fr.app.export, exact: true }).click();
      await dialog(page);
    },
  ],
  [
    'the priority window',
    async (page) => {
      const name = fr.board.editPriority(water);
      await column(page, water).getByRole('button', { name }).click();
      await dialog(page);
    },
  ],
];

/** Each theme has the same page in other colours: it is read whole in the first alone. */
async function check(page: Page, state: string): Promise<void> {
  expect([state, await axeViolations(page)]).toEqual([state, []]);
  for (const theme of ['sombre', 'contraste']) {
    await setTheme(page, theme);
    expect([state, theme, await colourViolations(page)]).toEqual([state, theme, []]);
  }
  await setTheme(page, 'clair');
}

describe('axe finds nothing', () => {
  test('[EN5] at home, at the door, at the declaration and where nothing is, in each theme', async () => {
    const board = await stage.create(demonstration);
    const { page } = await stage.visitor();
    const addresses = ['/', board.links.participant, '/accessibilite', '/a/nothinghere00'];
    for (const address of addresses) {
      await page.goto(address);
      // Not the name of the page that waits for its part.
      await page.locator('h1[tabindex]').waitFor();
      await setTheme(page, 'clair');
      await check(page, address);
    }
  });

  test.each([
    [1440, 900],
    [390, 844],
  ])('[EN5] in every state of the board, in each theme, at %d×%d', async (width, height) => {
    const { page } = await stage.visitor({ width, height });
    await openDemonstration(page);
    await setTheme(page, 'clair');
    await check(page, 'the wall');
    // The other states add to the wall: fewer cards behind them, and axe is done sooner.
    const board = await stage.create(shortDemonstration);
    await enter(page, board.links.facilitator, { name: 'Claire' });
    await wallReady(page);
    await setTheme(page, 'clair');
    for (const [name, reach] of STATES) {
      // A phone shows one priority at a time.
      const shown = /written|priority/.test(name) ? water : economy;
      if (width < 700) await page.getByRole('tab', { name: shown }).click();
      await reach(page);
      await check(page, name);
      await page.keyboard.press('Escape');
      for (const role of ['dialog', 'menu', 'complementary'] as const)
        await page.getByRole(role).waitFor({ state: 'detached' });
    }
  });
});

const setTheme = (page: Page, theme: string) =>
  page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);

test('[EN6] the keyboard alone opens the demonstration, writes, moves, edits, undoes and exports', async () => {
  const { page } = await stage.visitor();
  const press = (key: string) => page.keyboard.press(key);
  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-open-action') ?? '');

  await page.goto('/');
  await page.getByRole('button', { name: fr.home.demoOpen }).waitFor();
  await tabTo(page, fr.home.demoOpen);
  await press('Enter');
  await page.locator('[data-card]').nth(51).waitFor();

  // From card to card by arrows; Espace takes, arrows move, Espace puts down: said in French.
  await tabTo(
    page,
    fr.board.openSheet('1.1', 'Publier deux fois par an le calendrier prévisionnel des achats'),
  );
  await press('ArrowDown');
  const held = await focused();
  expect(held).toBe('p1-02');
  await press(' ');
  await spoken(page, /^Carte 1\.2 .* saisie\. Place 2 sur 9/);
  await press('ArrowRight');
  await spoken(page, 'Place 2 sur 9 dans « Alternance et formation ».');
  expect(await focused()).toBe(held);
  await press(' ');
  await spoken(page, /posée en 2\.2 dans « Alternance et formation »/);
  expect(await focused()).toBe(held);
  expect((await readWall(page))[1]).toContain('2.2 Découper les travaux');

  // Échap leaves a card where it was.
  await press(' ');
  await press('ArrowDown');
  await press('Escape');
  await spoken(page, /Déplacement annulé/);
  expect((await readWall(page))[1]).toContain('2.2 Découper les travaux');

  // Undo, from anywhere on the board.
  await press('Control+z');
  await expect
    .poll(() => readWall(page).then((wall) => wall[0]))
    .toContain('1.2 Découper les travaux');

  // The sheet: Entrée opens it, the title is edited, Échap closes it and the focus is back.
  await page.locator('[data-open-action="p1-02"]').focus();
  await press('Enter');
  const sheet = page.getByRole('complementary');
  await sheet.getByRole('textbox').first().waitFor();
  await tabTo(page, fr.sheet.title);
  await press('End');
  await press('Control+End');
  await page.keyboard.type(' local');
  await press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await card(page, 'Découper les travaux en lots accessibles à l’artisanat local').waitFor();

  // The file.
  await tabTo(page, fr.app.export, true);
  await press('Enter');
  await page.getByRole('dialog').waitFor();
  const download = page.waitForEvent('download');
  await tabTo(page, /CSV/);
  await press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});

/** Presses Tab until the focus is on something of that name; gives up after a whole round. */
async function tabTo(page: Page, name: string | RegExp, backwards = false): Promise<void> {
  const seen: string[] = [];
  for (let i = 0; i < 200; i++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const labels =
        element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
          ? element.labels
          : null;
      return (
        element?.getAttribute('aria-label') ??
        labels?.[0]?.textContent ??
        element?.textContent ??
        ''
      );
    });
    if (typeof name === 'string' ? here.trim() === name : name.test(here)) return;
    seen.push(here.trim().slice(0, 40));
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
  }
  throw new Error(`no way by Tab to ${name}; met: ${seen.join(' · ')}`);
}

/** A space of the words is any that French typography draws there. */
const spoken = (page: Page, words: string | RegExp) =>
  page
    .locator('.toast-region [role="status"] span', {
      hasText: typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s')),
    })
    .last()
    .waitFor({ state: 'attached' });

test('[EN7] the demonstration shows its 6 priorities and 52 actions by 1.5 s of work, from its own origin, in 200 kB', async () => {
  const { page } = await stage.visitor();
  let bytes = 0;
  let requests = 0;
  await page.goto('/');
  await page.getByRole('button', { name: fr.home.demoOpen }).waitFor();
  const thread = await page.context().newCDPSession(page);
  await thread.send('Performance.enable');
  const begun = await secondsOf(thread);
  await page.getByRole('button', { name: fr.home.demoOpen }).click();
  await page.locator('[data-card]').nth(51).waitFor();
  const shown = await secondsOf(thread);
  expect(await page.locator('[data-column]').count()).toBe(6);
  expect(await page.locator('[data-card]').count()).toBe(52);
  expect(shown - begun).toBeLessThan(1.5);
  await page.getByText('Jeu de données de démonstration').first().waitFor();

  // The board page alone, cold: what a participant downloads.
  const board = await stage.create(demonstration);
  const guest = await stage.visitor();
  const network = await guest.context.newCDPSession(guest.page);
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await guest.page.goto(board.links.observer);
  await guest.page.locator('[data-card]').nth(51).waitFor();
  // From here on it fetches what it may need one day, sooner or later as the machine has time.
  const first = { bytes, requests };
  await saved(guest.page);
  expect(first.requests).toBeGreaterThan(3);
  expect(first.requests).toBeLessThanOrEqual(20);
  expect(first.bytes).toBeLessThan(200_000);
});

/** What the page's main thread has worked so far: a busy machine makes it wait, not work. */
async function secondsOf(thread: CDPSession): Promise<number> {
  const { metrics } = await thread.send('Performance.getMetrics');
  const time = metrics.find(({ name }) => name === 'ThreadTime')?.value;
  if (time === undefined) throw new Error('this browser tells no time of its thread');
  return time;
}
