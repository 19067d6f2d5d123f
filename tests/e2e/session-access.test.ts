/** axe on the pages of a workshop that is being led: those of who leads, then those of who takes part. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ActionId, DirectionId, PriorityId } from '../../shared/ids.ts';
import type { StepKind } from '../../shared/session/agenda/step.ts';
import type { Request } from '../../shared/session/session.ts';
import { DEFAULT_VOTE, type RoundId } from '../../shared/session/votes/votes.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { axeViolations } from '../support/axe.ts';
import { chooseInMenu, enter, putDots, writeIdeas } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { closeDialog, lead, openCockpit } from '../support/leading.ts';
import { type KnownBoard, openStage, type Stage, shortDemonstration } from '../support/stage.ts';
import { fr } from '../support/words.ts';

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

const round = 'tour-1' as RoundId;
const title = 'Payer les factures en vingt jours';
const priority = 'Économie de proximité';

/** Somebody who leads without a screen, and goes to the step of a kind. */
async function leader(board: KnownBoard) {
  const guest = await joinAs(stage.server.url, board, 'facilitator', { name: 'Denis' });
  guests.push(guest);
  const ask = async (request: Request) => expect(await guest.client.ask(request)).toBeUndefined();
  const start = async (kind: StepKind) => {
    const { steps = [], current = null } = guest.client.sessions.at(-1) ?? {};
    const id = steps.find((step) => step.kind === kind)?.id ?? null;
    await ask({ type: 'step-start', id, from: current });
  };
  return { ask, start };
}

const check = async (page: Page, state: string) =>
  expect([state, await axeViolations(page)]).toEqual([state, []]);

test('[WK4] axe finds nothing in what those who lead open', async () => {
  const board = await stage.create(shortDemonstration);
  const denis = await leader(board);
  const ben = await joinAs(stage.server.url, board, 'participant', {
    name: 'Ben',
    directionId: 'dce' as DirectionId,
  });
  guests.push(ben);
  const { page } = await stage.visitor();
  await enter(page, board.links.facilitator, { name: 'Claire' });
  await openCockpit(page);
  await denis.start('ideas');
  await denis.ask({ type: 'timer-start', seconds: 900, effect: 'pause' });
  const idea = { id: 'idee-1' as ActionId, title: 'Prêter', priorityId: 'p1' as PriorityId };
  await ben.client.ask({ type: 'draft-write', description: '', ...idea });
  await ben.client.ask({ type: 'hand', up: true });
  await lead(page, cockpitFr.now.acts({ act: 'reveal', ideas: 1 }));
  await check(page, 'the cockpit, asking before the reveal');
  await lead(page, cockpitFr.openAgenda);
  await page.getByRole('button', { name: cockpitFr.agenda.edit('Vote par gommettes') }).click();
  await page.getByLabel(cockpitFr.agenda.fields.instruction).waitFor();
  await check(page, 'the déroulé, a step open');
  await closeDialog(page);
  await denis.ask({ type: 'reveal', priorityId: null });
  await denis.start('vote');
  await lead(page, cockpitFr.now.acts({ act: 'open-vote' }));
  const opening = page.getByRole('dialog').getByRole('button', { name: fr.votes.openNow });
  await opening.waitFor();
  await check(page, 'a vote about to be opened');
  await opening.click();
  await lead(page, fr.votes.hands);
  await page.getByRole('dialog').getByRole('textbox').first().waitFor();
  await check(page, 'hands of the room');
});

test('[WK4] axe finds nothing in what those who take part see', async () => {
  const board = await stage.create(shortDemonstration);
  const { ask, start } = await leader(board);
  const { page } = await stage.visitor();
  const place = 'Direction du cycle de l’eau';
  await enter(page, board.links.participant, { name: 'Ana', place });
  await start('ideas');
  await writeIdeas(page, priority, ['Payer en vingt jours les factures']);
  await page.getByLabel(fr.ideas.newTitle(priority)).fill('Prêter une salle');
  await page.getByRole('button', { name: fr.ideas.detail }).click();
  await page.getByLabel(fr.ideas.description).waitFor();
  await check(page, 'hidden ideas, one being detailed');
  await page.getByRole('button', { name: fr.ideas.finish }).click();
  await start('sharing');
  await ask({ type: 'reveal', priorityId: null });
  await page.getByRole('button', { name: fr.ideas.seeAlike(1) }).click();
  await page.getByRole('dialog').waitFor();
  await check(page, 'what resembles');
  await closeDialog(page);
  await chooseInMenu(page, title, fr.pick.mergeWith);
  await page.getByRole('dialog').getByRole('radio').first().waitFor();
  await check(page, 'actions brought together');
  await closeDialog(page);
  await start('vote');
  await ask({ type: 'round-open', id: round, title: 'Nos choix', setup: DEFAULT_VOTE });
  await putDots(page, '1.1', 3);
  await putDots(page, '2.1', 2);
  await check(page, 'gommettes being put');
  await ask({ type: 'room-votes', roundId: round, actionId: 'p1-02' as ActionId, votes: 7 });
  await ask({ type: 'round-close', id: round });
  await ask({ type: 'focus', target: { kind: 'view', view: 'ranking' } });
  await ask({ type: 'summon' });
  await page.getByRole('button', { name: fr.step.join }).waitFor();
  await check(page, 'the call');
  await page.getByRole('button', { name: fr.step.join }).click();
  await check(page, 'the result on the cards');
  await page.getByRole('button', { name: fr.votes.seeRanking }).click();
  await page.locator('.ranking-bar').first().waitFor();
  await check(page, 'the ranking');
  await page.getByRole('radio', { name: fr.votes.asTable }).check();
  await page.getByRole('table').waitFor();
  await check(page, 'the ranking as a table');
});
