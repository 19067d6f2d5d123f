/**
 * The server is updated under open pages: another version of the page, none of whose files has a name
 * that the pages know.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addCards, card, enter, isKept, saved } from '../support/hands.ts';
import { type Installation, installBuild, isNewer } from '../support/installation.ts';
import { openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

let installed: Installation;
let stage: Stage;
beforeAll(async () => {
  installed = await installBuild();
  stage = await openStage(installed);
});
afterEach(() => stage.sweep());
afterAll(async () => {
  await stage.dispose();
  await installed.dispose();
});

const WATER = 'Ressource en eau';
const [before, after] = ['Réparer les fuites en un jour', 'Relever les compteurs de nuit'];

/** Files of the page that it took from now on, by their paths. */
function taken(page: Page): string[] {
  const paths: string[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/assets/')) paths.push(pathname);
  });
  return paths;
}

const openSynthesis = (page: Page) =>
  page.getByRole('button', { name: fr.app.synthesis, exact: true }).click();

test('[AW3] a page that kept its version goes on with it under a newer server; opened again, it is wholly of the newer one', async () => {
  const board = await stage.create(shortDemonstration);
  const kept = (await stage.visitor({ keepsPage: true })).page;
  await enter(kept, board.links.facilitator, { name: 'Claire' });
  await isKept(kept);
  // This one has no worker, and has fetched nothing beyond its board when the server is updated.
  const bare = await stage.visitor({ missesFiles: true });
  await enter(bare.page, board.links.facilitator, { name: 'Omar' });
  await bare.context.route('**/assets/**', (route) => route.abort('internetdisconnected'));
  await addCards(kept, WATER, [before]);
  await saved(kept);
  await kept.evaluate(() => Object.assign(window, { isSame: true }));

  await stage.server.kill('SIGTERM');
  await installed.update();
  await stage.server.start();
  await bare.context.unroute('**/assets/**');

  await addCards(kept, WATER, [after]);
  await saved(kept);
  await openSynthesis(kept);
  await kept.getByRole('tab').first().waitFor();
  expect(await kept.evaluate(() => 'isSame' in window)).toBe(true);

  await card(bare.page, after).waitFor(); // it follows the board all the same
  await openSynthesis(bare.page);
  const told = bare.page.getByRole('dialog', { name: fr.app.partFailed });
  await told.getByRole('button', { name: fr.app.reload }).click();
  await bare.page.getByRole('tab').first().waitFor(); // the address says what was asked for

  const files = taken(kept);
  await kept.reload();
  await kept.getByRole('tab').first().waitFor();
  expect(files.length).toBeGreaterThan(2);
  expect(files.filter((path) => !isNewer(path))).toEqual([]);
});
