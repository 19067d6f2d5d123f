/** Tables brought in through the page, as people do: the reading apart, the server’s judgement, the way back. */
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { addCards, card, enter, saved } from '../support/hands.ts';
import { demonstration, openStage, type Stage, wallOf } from '../support/stage.ts';
import { fr } from '../support/words.ts';
import { xlsxFiles } from '../support/workbook-files.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const t = fr.intake;

async function openImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: fr.app.menu }).click();
  await page.getByRole('menuitem', { name: fr.app.importTable }).click();
  await page.getByText(t.safe).waitFor();
}
const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator('.intake input[type="file"]').setInputFiles({ name, mimeType: '', buffer });

/** Within every bound, and as slow to read as they allow. */
const heavy = Buffer.from(
  zipSync(xlsxFiles('<c r="A1" t="s"><v>0</v></c>', '<si><t>a</t></si>'.repeat(740_000)), {
    level: 1,
  }),
);

test('[IM23] while a heavy table is read the page lives; after ten seconds it is given up', async () => {
  const board = await stage.create(demonstration);
  const [claire, denis] = [await stage.visitor(), await stage.visitor()];
  await claire.page.clock.install(); // time goes on as usual, and can be pushed
  await enter(claire.page, board.links.facilitator, { name: 'Claire' });
  await enter(denis.page, board.links.participant, {
    name: 'Denis',
    place: 'Direction du cycle de l’eau',
  });
  await openImport(claire.page);
  const started = claire.page.waitForEvent('worker');
  await choose(claire.page, 'lourd.xlsx', heavy);
  await started;
  await addCards(denis.page, 'Ressource en eau', ['Venue pendant la lecture']);
  await card(claire.page, 'Venue pendant la lecture').waitFor({ state: 'attached' });
  expect(await claire.page.getByText(t.reading('lourd.xlsx')).isVisible()).toBe(true);
  await claire.page.clock.fastForward(10_000);
  await claire.page.getByText(t.faultsOf['too-slow']).waitFor();
  // Chromium gives a worker that does not answer two seconds to end by itself.
  await expect.poll(() => claire.page.workers()).toEqual([]);
});

/** More than one update may hold. */
const lines = 300;
const list = [
  'Priorité;Action;Description;Direction pilote;Échéance;Impact',
  ...Array.from(
    { length: lines },
    (_, at) =>
      `${(at % 6) + 1};Action ${at} de la liste;"${'Un lot par an, puis deux. '.repeat(40)}";DCP;31/12/2028;${(at % 3) + 1}`,
  ),
].join('\r\n');

test('[IM24] three hundred actions enter whole, are kept by the server, and are taken back', async () => {
  const board = await stage.create(demonstration);
  const { page } = await stage.visitor();
  await enter(page, board.links.facilitator, { name: 'Claire' });
  await openImport(page);
  await choose(page, 'liste.csv', Buffer.from(list, 'latin1'));
  await page.getByText(t.columns).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: t.add('actions', lines) }).click();
  await page.getByText(t.doneChanges(0, lines, 0)).waitFor();
  await saved(page);
  const file = await stage.exported(board, 'json');
  expect(JSON.parse(file).cards).toHaveLength(52 + lines);
  expect(wallOf(file)[0]).toContain('Action 294 de la liste');

  await page.getByRole('button', { name: t.undo }).click();
  await page.getByText(t.undone).waitFor();
  await page.getByRole('button', { name: t.finish }).click();
  await saved(page);
  expect(wallOf(await stage.exported(board, 'json'))).toEqual(wallOf(demonstration));
});
