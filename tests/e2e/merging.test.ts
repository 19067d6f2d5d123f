/** Actions brought together in real pages: by mouse, seen by others, taken apart; then by keys alone. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { axeViolations } from '../support/axe.ts';
import { card, enter } from '../support/hands.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

const t = fr.merge;
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

const [stays, joins, third] = [
  'Payer les factures en vingt jours',
  'Porter l’avance à 30 % pour les TPE et PME',
  'Ouvrir une permanence d’aide à la réponse',
] as const;

test('[MG9] merged and separated by mouse, then by keys alone, as others see it too', async () => {
  const board = await stage.create(demonstration);
  const [{ page: claire }, { page: denis }] = [await stage.visitor(), await stage.visitor()];
  await enter(claire, board.links.facilitator, { name: 'Claire' });
  await enter(denis, board.links.participant, {
    name: 'Denis',
    place: 'Direction du cycle de l’eau',
  });

  await card(denis, stays)
    .locator('.card-open')
    .click({ modifiers: ['Control'] });
  await card(denis, joins).hover();
  await card(denis, joins).locator('.card-pick').click();
  const bar = denis.getByRole('region', { name: t.bar });
  await bar.getByText(fr.pick.selected(2)).waitFor();
  expect(await axeViolations(denis)).toEqual([]);
  await bar.getByRole('button', { name: t.merge }).click();
  await denis.getByRole('radio', { name: stays }).check();
  expect(await axeViolations(denis)).toEqual([]);
  await denis.getByRole('button', { name: t.confirm, exact: true }).click();

  await card(claire, joins).waitFor({ state: 'detached' });
  await card(claire, stays).getByText(fr.pick.stack(2)).waitFor();
  await card(claire, stays).locator('.card-open').click();
  const source = claire.locator('.source', { hasText: joins });
  await source.getByRole('button', { name: t.split }).click();
  await card(denis, joins).waitFor();
  await claire.keyboard.press('Escape');

  // From one card to the next: pick, pick, decide.
  await card(claire, stays).locator('.card-open').focus();
  for (const key of ['x', 'ArrowDown', 'x', 'u']) await claire.keyboard.press(key);
  await claire.getByRole('radio', { name: stays }).waitFor();
  await claire.keyboard.press('Space');
  await claire.keyboard.press('Enter');
  await card(denis, third).waitFor({ state: 'detached' });
  await card(denis, stays).getByText(fr.pick.stack(2)).waitFor();
  expect(
    await claire.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''),
  ).toContain(stays);
  await claire.keyboard.press('Control+z');
  await card(denis, third).waitFor();
});
