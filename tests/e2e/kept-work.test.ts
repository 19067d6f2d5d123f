/**
 * Somebody writes without a network while the step is ended for all: what the board does not take is
 * in their hands, outlives the page, and goes back on the board in one act once writing reopens.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { setSheetField } from '../../shared/board/commands/sheet.ts';
import { readBoard } from '../../shared/board/snapshot.ts';
import type { DirectionId } from '../../shared/ids.ts';
import type { StepId } from '../../shared/session/agenda/step.ts';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import { axeViolations } from '../support/axe.ts';
import { addCards, card, enter, saved, wallReady } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { unwrap } from '../support/result.ts';
import { stepOf } from '../support/session-people.ts';
import { demonstration, type KnownBoard, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

const { kept: t } = fr;
let stage: Stage;
const guests: Guest[] = [];
beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  for (const { client } of guests.splice(0)) client.destroy();
  await stage.sweep();
});
afterAll(() => stage.dispose());

const WATER = 'Ressource en eau';
const title = 'Payer les factures en vingt jours';
const [more, means, news] = [' ou moins', 'Un agent à mi-temps', 'Compter chaque litre d’eau'];
const place = 'Direction du cycle de l’eau';

/** Claire leads a workshop of two steps: one to write, one to read. */
async function twoSteps() {
  const board = await stage.create(demonstration);
  const claire = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  guests.push(claire);
  const { client } = claire;
  await client.ask({
    type: 'steps-set',
    steps: [
      stepOf('write', VISIBILITIES.ouverte, { kind: 'ideas' }),
      stepOf('read', VISIBILITIES.lecture, { kind: 'ideas' }),
    ],
  });
  await client.ask({ type: 'step-start', id: 'write' as StepId, from: null });
  const start = (id: string, from: string) =>
    client.ask({ type: 'step-start', id: id as StepId, from: from as StepId });
  return { board, start };
}

/** What the step before allowed is taken for a while after it: until somebody else is refused. */
async function untilRefused(board: KnownBoard): Promise<void> {
  const { client } = await joinAs(stage.server.url, board, 'participant', {
    name: 'Éva',
    directionId: 'dce' as DirectionId,
  });
  const { doc, refusals, until } = client;
  await until(() => doc.getMap('actions').size > 0);
  const id = [...readBoard(doc).numbers.keys()].at(-1) ?? expect.unreachable('no action');
  let tries = 0;
  await expect
    .poll(() => {
      tries += 1;
      unwrap(setSheetField(doc, id, 'means', `Essai ${tries}`));
      return refusals.length;
    })
    .toBeGreaterThan(0);
  client.destroy();
}

/** A title goes on, a field is filled, a card is added. */
async function write(page: Page): Promise<void> {
  const sheet = page.getByRole('complementary');
  await sheet.getByLabel(fr.sheet.title, { exact: true }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(more);
  await sheet.getByLabel(fr.sheet.fields.means.label, { exact: true }).fill(means);
  await page.getByRole('button', { name: fr.sheet.close }).click();
  await addCards(page, WATER, [news]);
}

const band = (page: Page) => page.getByRole('region', { name: t.band });

test('[KW18] work done offline in a step that ended comes back in one act, and is undone in one', async () => {
  const { board, start } = await twoSteps();
  const [{ page, context }, { page: other }] = [await stage.visitor(), await stage.visitor()];
  await enter(other, board.links.facilitator, { name: 'Anne' });
  await enter(page, board.links.participant, { name: 'Denis', place });
  await card(page, title).locator('.card-open').click();
  await page.getByRole('complementary').getByLabel(fr.sheet.fields.means.label).waitFor();
  await context.setOffline(true);
  await page.locator('.save-indicator[data-state="offline"]').waitFor();
  await write(page);
  await start('read', 'write');
  await untilRefused(board);
  await context.setOffline(false);

  await band(page).getByText(t.kept(3)).waitFor();
  await saved(page);
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  await wallReady(page);
  await band(page).getByText(t.kept(3)).waitFor();
  await band(page).getByRole('button', { name: t.see }).click();
  const shown = page.getByRole('dialog', { name: t.title });
  for (const text of [`${title}${more}`, means, news])
    await shown.getByText(text, { exact: true }).first().waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');

  await start('write', 'read');
  await band(page).getByText(t.canComeBack(3, 3)).waitFor();
  await band(page).getByRole('button', { name: t.putBack }).click();
  await card(other, news).waitFor();
  await card(other, `${title}${more}`).waitFor();
  await page.locator('.toast-button', { hasText: t.undo }).click();
  await card(other, title).waitFor();
  await expect.poll(() => card(other, news).count()).toBe(0);
  await band(page).getByText(t.canComeBack(3, 3)).waitFor();
});
