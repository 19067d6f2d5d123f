/** Hidden ideas in real pages: kept through a server that goes and a page that is closed, then told. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { StepId } from '../../shared/session/agenda/step.ts';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import { axeViolations } from '../support/axe.ts';
import { card, column, enter, wallReady } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { stepOf } from '../support/session-people.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { fr } from '../support/words.ts';

const t = fr.ideas;
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
const [first, second, third] = ['Réparer les fuites', 'Arroser le soir', 'Compter les litres'];

test('[HI10] hidden ideas outlive a stopped server and a closed page, nobody sees them, then all do', async () => {
  const board = await stage.create(demonstration);
  const claire = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  guests.push(claire);
  const id = 'hidden' as StepId;
  const step = stepOf(id, VISIBILITIES.masquée, { kind: 'ideas', title: 'Idées' });
  await claire.client.ask({ type: 'steps-set', steps: [step] });
  await claire.client.ask({ type: 'step-start', id, from: null });
  const [{ page: denis }, { page: ines }] = [
    await stage.visitor({ width: 390, height: 844, touch: true }),
    await stage.visitor(),
  ];
  const place = 'Direction du cycle de l’eau';
  await enter(denis, board.links.participant, { name: 'Denis', place });
  await enter(ines, board.links.participant, { name: 'Inès', place });
  await denis.getByRole('tab', { name: WATER }).click();

  const field = column(denis, WATER).getByRole('textbox', { name: t.newTitle(WATER) });
  await field.click();
  await denis.keyboard.type(first);
  await denis.keyboard.press('Enter');
  await denis.getByText(t.saved).waitFor();
  await stage.server.kill('SIGKILL');
  await denis.keyboard.type(second);
  await denis.keyboard.press('Enter');
  await denis.getByText(t.offline).waitFor();
  await stage.server.start();
  await expect.poll(() => denis.getByText(t.saved).count()).toBe(2);
  expect(await axeViolations(denis)).toEqual([]);

  // Closed in the middle of a word: what was typed is there when the page comes back.
  await field.click();
  await denis.keyboard.type(third);
  await denis.reload();
  await wallReady(denis);
  await denis.getByRole('tab', { name: WATER }).click();
  await denis.getByRole('button', { name: t.editIdea(third) }).waitFor();

  await column(ines, WATER).getByText(t.count(3)).waitFor();
  const seen = await ines.content();
  for (const title of [first, second, third]) expect(seen).not.toContain(title);

  await claire.client.until(() => claire.client.provider.synced);
  expect(await claire.client.ask({ type: 'reveal', priorityId: null })).toBeUndefined();
  for (const page of [ines, denis]) {
    await page.getByText(t.revealed(3)).waitFor();
    for (const title of [first, second, third]) await card(page, title).waitFor();
    await card(page, first).getByText(fr.pick.fresh).waitFor();
  }
});
