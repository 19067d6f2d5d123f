/** The nine steps led by the keyboard alone, then from a phone by touch alone. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { ActionId, DirectionId, PriorityId } from '../../shared/ids.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { card, enter } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { atStep, cockpitOf, leadButton } from '../support/leading.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { untilTrue } from '../support/until.ts';
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

const STEPS = [
  'Accueil et tour de parole',
  'Rappel des orientations des élus',
  'Idées individuelles',
  'Mise en commun et regroupement',
  'Pause',
  'Vote par gommettes',
  'Fiches actions en sous-groupes',
  'Restitution et engagement des pilotes',
  'Clôture',
] as const;
const titleOf = (place: number): string => STEPS[place - 1] ?? fail();
const IDEA = 'Prêter les salles aux artisans';
const IDEA_ID = 'idee-1' as ActionId;
const VOTED = 'p1-01' as ActionId;
const { acts, focus, now, people, reveal, wall: lists } = cockpitFr;

interface Scene {
  readonly page: Page;
  readonly ben: Guest;
  /** Waits until Ben is told so. */
  readonly told: <Value>(
    read: (session: SessionView) => Value,
    value: NoInfer<Value>,
  ) => Promise<void>;
}

/** Somebody who leads, before the first step, and Ben who takes part without a screen. */
async function begin(size: { width?: number; height?: number; touch?: boolean }): Promise<Scene> {
  const board = await stage.create(demonstration);
  const ben = await joinAs(stage.server.url, board, 'participant', {
    name: 'Ben',
    directionId: 'dce' as DirectionId,
  });
  guests.push(ben);
  const { page } = await stage.visitor(size);
  await enter(page, board.links.facilitator, { name: 'Claire' });
  const told: Scene['told'] = (read, value) =>
    expect.poll(() => read(ben.client.sessions.at(-1) ?? fail())).toEqual(value);
  return { page, ben, told };
}

const writeIdea = async ({ client }: Guest) =>
  expect(
    await client.ask({
      type: 'draft-write',
      id: IDEA_ID,
      title: IDEA,
      description: '',
      priorityId: 'p1' as PriorityId,
    }),
  ).toBeUndefined();

async function vote({ client }: Guest) {
  const roundId = client.sessions.at(-1)?.rounds.at(-1)?.id ?? fail();
  const dot = { type: 'vote-cast', roundId, actionId: VOTED, dots: 2 } as const;
  expect(await client.ask(dot)).toBeUndefined();
}

test('[WK2] the nine steps are led by the keyboard alone', async () => {
  const { page, ben, told } = await begin({});
  const press = (key: string) => page.keyboard.press(key);
  const next = async (place: number) => {
    await press('n');
    await atStep(page, place, titleOf(place));
  };
  await press('a');
  await cockpitOf(page).waitFor();

  await next(1);
  await told(({ timer }) => [timer?.state, timer?.seconds], ['running', 1_200]);
  await press('+');
  await press('-');
  await press('t');
  await told(({ timer }) => [timer?.state, timer?.seconds], ['paused', 1_200]);
  await next(2);
  await next(1 + 2);
  await press('p');
  await atStep(page, 2, STEPS[1]);
  await press('z');
  await atStep(page, 3, STEPS[2]);
  await writeIdea(ben);
  await cockpitOf(page).getByText(cockpitFr.reveal.count(1, 1)).waitFor();
  await next(4);
  await press('r');
  await press('Tab');
  await press('Enter');
  await card(page, IDEA).waitFor();
  await next(5);
  await press('g');
  await told(({ frozen }) => frozen, 'facilitator');
  await press('g');
  await told(({ frozen }) => frozen, null);
  await next(6);
  await press('v');
  await page.getByRole('dialog').waitFor();
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await told(({ rounds }) => rounds.length, 1);
  await vote(ben);
  await press('v');
  await page.getByText(fr.votes.closeTitle).waitFor();
  await press('Tab');
  await press('Enter');
  await told(({ rounds }) => rounds[0]?.result?.ballots, 1);
  await next(7);

  await tabTo(page, card(page, IDEA).locator('.card-open'));
  await press('Enter');
  await page.getByRole('complementary', { name: /^Fiche/ }).waitFor();
  await press('d');
  await page.getByText(lists.isParked(IDEA)).waitFor();
  await next(8);
  await press('f');
  await told(({ focus }) => focus, { kind: 'action', id: IDEA_ID });
  await press('s');
  await told(({ summonedAt }) => summonedAt !== null, true);
  await press('f');
  await told(({ focus }) => focus, null);
  expect(await ben.client.ask({ type: 'hand', up: true })).toBeUndefined();
  await cockpitOf(page).getByRole('list', { name: people.hands }).waitFor();
  await press('h');
  await told(({ people: them }) => them.filter(({ hand }) => hand !== null).length, 0);
  await next(9);
  await press('Shift+?');
  const lines = page.getByRole('dialog').getByRole('listitem');
  for (const label of [acts.previous, acts.reveal, acts.undo, fr.app.leadKey])
    await lines.filter({ hasText: label }).waitFor();
});

test('[WK3] the nine steps are led from a phone by touch alone', async () => {
  const { page, ben, told } = await begin({ width: 390, height: 844, touch: true });
  const cockpit = cockpitOf(page);
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap();
  const fold = async (name: string) => {
    const part = cockpit.getByRole('region', { name, exact: true }).locator('details').first();
    const isOpen = async () => (await part.getAttribute('open')) !== null;
    // What a step needs comes late, and moves what stands below it: a finger looks where it falls.
    await untilTrue(async () => {
      if (await isOpen()) return true;
      await part.locator('summary').first().tap();
      return isOpen();
    });
  };
  const next = async (place: number) => {
    await leadButton(page, place === 1 ? acts.first : acts.next).tap();
    await cockpit.getByRole('heading', { name: titleOf(place), exact: true }).waitFor();
  };
  await tap(fr.app.lead);
  await next(1);
  await tap(acts.longer);
  await told(({ timer }) => timer?.state, 'running');
  await next(2);
  await next(3);
  await writeIdea(ben);
  await fold(reveal.title);
  await tap(reveal.oneNamed('Économie de proximité'));
  expect(await page.getByText(cockpitFr.confirm).isVisible()).toBe(false); // fingers have no keys
  await tap(reveal.yes);
  await told(({ drafts }) => drafts.mine.length, 0);
  await next(4);
  await next(5);
  await fold(focus.title);
  await tap(acts.freeze);
  await told(({ frozen }) => frozen, 'facilitator');
  await tap(acts.unfreeze);
  await next(6);
  await tap(now.acts({ act: 'open-vote' }));
  await page.getByRole('dialog').getByRole('button', { name: fr.votes.openNow }).tap();
  await told(({ rounds }) => rounds.length, 1);
  await vote(ben);
  await tap(now.acts({ act: 'close-vote' }));
  await tap(fr.votes.closeNow);
  await told(({ rounds }) => rounds[0]?.result?.ballots, 1);
  await next(7);
  await fold(lists.title);
  await cockpit.locator('summary', { hasText: lists.lacks.indicator }).tap();
  await cockpit.getByRole('button', { name: IDEA }).last().tap();
  await tap(fr.sheet.showToAll);
  await told(({ focus }) => focus, { kind: 'action', id: IDEA_ID });
  await tap(fr.sheet.close);
  await next(8);
  await tap(acts.summon);
  await told(({ summonedAt }) => summonedAt !== null, true);
  expect(await ben.client.ask({ type: 'hand', up: true })).toBeUndefined();
  await tap(people.lower('Ben'));
  // His line goes, and what stands below it moves up.
  await page.getByRole('button', { name: people.lower('Ben') }).waitFor({ state: 'detached' });
  await tap(acts.unfocus);
  await told(({ focus }) => focus, null);
  await next(9);
  await tap(acts.undo);
  await cockpit.getByRole('heading', { name: STEPS[7], exact: true }).waitFor();
});

/** Tab after Tab, as fingers do, until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 120; presses++) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never comes there');
}

function fail(): never {
  throw new Error('nothing is there');
}
