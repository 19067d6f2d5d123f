/**
 * Somebody types, their field goes without their doing, and their fingers go on: the whole keyboard,
 * in an order a seed decides, over the screens of facilitators and participants. Nothing may happen.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Step, StepId } from '../../shared/session/agenda/step.ts';
import type { Role } from '../../shared/session/roles.ts';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import { DEFAULT_VOTE } from '../../shared/session/votes/votes.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { column, enter, saved } from '../support/hands.ts';
import { type Guest, joinAs } from '../support/leader.ts';
import { chooseInWorkshop, openCockpit } from '../support/leading.ts';
import { random } from '../support/random.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { compose, wholeKeyboard } from '../support/typing.ts';
import { fr } from '../support/words.ts';

const SEED = 12;
const WATER = 'Ressource en eau';
const step = (id: string, kind: Step['kind'], rules: Step['rules']): Step => ({
  id: id as StepId,
  title: id,
  instruction: '',
  minutes: 10,
  anonymous: false,
  kind,
  rules,
  vote: DEFAULT_VOTE,
});
const STEPS = [
  step('hidden', 'ideas', VISIBILITIES.masquée),
  step('open', 'sharing', VISIBILITIES.ouverte),
  step('reading', 'closing', { ...VISIBILITIES.ouverte, add: 'nobody', edit: 'none' }),
];

interface Scene {
  readonly page: Page;
  /** Leads too, without a screen. */
  readonly claire: Guest;
  /** Somebody is asked for what the person at the page does not do. */
  readonly start: (place: number) => Promise<void>;
  readonly become: (role: Role) => Promise<void>;
}
interface Screen {
  readonly role: Role;
  /** The step in which it is opened, from 0. */
  readonly from: number;
  readonly open: (scene: Scene) => Promise<unknown>;
  /** How the field is lost. */
  readonly lose: (scene: Scene) => Promise<unknown>;
}

const writeIdea = async ({ page }: Scene) => {
  const add = column(page, WATER).getByRole('button', { name: fr.ideas.write });
  if (await add.isVisible()) await add.click();
  await column(page, WATER).getByLabel(fr.ideas.newTitle(WATER)).click();
};
const writeCard = ({ page }: Scene) =>
  column(page, WATER).getByRole('button', { name: fr.board.addBottom, exact: true }).click();
const writeInSheet = async ({ page }: Scene) => {
  await page.locator('.card-open').first().click();
  await page.getByLabel(fr.sheet.fields.electedSponsor.label, { exact: true }).click();
};
const writeTitle = async ({ page }: Scene) => {
  await page.locator('.card-open').first().click();
  await page.getByLabel(fr.sheet.title, { exact: true }).click();
};
const writeMinutes = async ({ page }: Scene) => {
  const cockpit = await openCockpit(page);
  await cockpit.getByLabel(cockpitFr.timer.minutes, { exact: true }).click();
};
const writeFrame = async ({ page }: Scene) => {
  await chooseInWorkshop(page, fr.app.frame);
  await page.getByRole('dialog').getByRole('textbox').first().click();
};
const writeStep = async ({ page }: Scene) => {
  await chooseInWorkshop(page, fr.app.agenda);
  await page.getByRole('button', { name: cockpitFr.agenda.edit('reading') }).click();
  await page.getByLabel(cockpitFr.agenda.fields.instruction).click();
};
const writeVote = async ({ page }: Scene) => {
  await (await openCockpit(page)).getByRole('button', { name: fr.votes.open }).click();
  await page.getByLabel(fr.votes.name, { exact: true }).click();
};
const to =
  (place: number) =>
  ({ start }: Scene) =>
    start(place);
const as =
  (role: Role) =>
  ({ become }: Scene) =>
    become(role);
/** Who leads may write hidden ideas in any step: what was begun goes there by itself, before any key. */
const toOpenWithIdea = async ({ start, claire: { client } }: Scene) => {
  await start(1);
  await client.until(() => client.sessions.at(-1)?.drafts.writers === 2);
};
const startTimer = ({ claire }: Scene) =>
  claire.client.ask({ type: 'timer-start', seconds: 600, effect: 'nothing' });

const SCREENS: Readonly<Record<string, Screen>> = {
  'an idea of a participant, a step': {
    role: 'participant',
    from: 0,
    open: writeIdea,
    lose: to(1),
  },
  'an idea of a participant, the lead': {
    role: 'participant',
    from: 0,
    open: writeIdea,
    lose: as('facilitator'),
  },
  'a card of a participant, a step': { role: 'participant', from: 1, open: writeCard, lose: to(2) },
  'a field of a participant, a step': {
    role: 'participant',
    from: 1,
    open: writeInSheet,
    lose: to(2),
  },
  'a title of a participant, a step': {
    role: 'participant',
    from: 1,
    open: writeTitle,
    lose: to(2),
  },
  'an idea of a facilitator, a step': {
    role: 'facilitator',
    from: 0,
    open: writeIdea,
    lose: toOpenWithIdea,
  },
  'the minutes of a facilitator, a timer': {
    role: 'facilitator',
    from: 1,
    open: writeMinutes,
    lose: startTimer,
  },
  'the frame, the lead': {
    role: 'facilitator',
    from: 1,
    open: writeFrame,
    lose: as('participant'),
  },
  'a step, the lead': { role: 'facilitator', from: 1, open: writeStep, lose: as('participant') },
  'a vote to open, the lead': {
    role: 'facilitator',
    from: 1,
    open: writeVote,
    lose: as('participant'),
  },
};

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

async function begin({ role, from }: Screen): Promise<Scene & { all: () => Promise<string> }> {
  const board = await stage.create(demonstration);
  const claire = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  guests.push(claire);
  const start = async (place: number) => {
    const id = STEPS[place]?.id ?? null;
    const current = claire.client.sessions.at(-1)?.current ?? null;
    expect(await claire.client.ask({ type: 'step-start', id, from: current })).toBeUndefined();
  };
  expect(await claire.client.ask({ type: 'steps-set', steps: STEPS })).toBeUndefined();
  await start(from);
  const idea = { title: 'Cachée', description: '', priorityId: 'p1', id: 'idee' } as const;
  if (from === 0) await claire.client.ask({ type: 'draft-write', ...idea } as never);
  const { page } = await stage.visitor();
  // A machine that is slow would make a pause of typing: time stands still while fingers go on.
  await page.addInitScript(() => {
    const now = performance.now.bind(performance);
    performance.now = () => Reflect.get(window, 'stoppedAt') ?? now();
  });
  const place = 'Direction du cycle de l’eau';
  await enter(page, board.links[role], { name: 'Denis', ...(role === 'participant' && { place }) });
  const become = async (next: Role) => {
    const people = claire.client.sessions.at(-1)?.people ?? [];
    const denis = people.find(({ name }) => name === 'Denis');
    const answer = await fetch(
      `${stage.server.url}/api/boards/${board.boardId}/people/${denis?.id}`,
      {
        method: 'PATCH',
        headers: { authorization: `Bearer ${claire.joined.ticket}` },
        body: JSON.stringify({ role: next }),
      },
    );
    expect(answer.status).toBe(200);
  };
  const all = async () => {
    await saved(page);
    await claire.client.roundTrip();
    const { people, ...session } = claire.client.sessions.at(-1) ?? fail();
    const hands = people.map(({ name, hand, done, role: its, follows }) => ({
      name,
      hand,
      done,
      its,
      follows,
    }));
    return JSON.stringify([session, hands]) + (await stage.exported(board, 'json'));
  };
  return { page, claire, start, become, all };
}

test.each(Object.keys(SCREENS))('[KY9] typed on after the field went: %s', async (name) => {
  const screen = SCREENS[name] ?? fail();
  const scene = await begin(screen);
  const { page, all } = scene;
  await screen.open(scene);
  await page.keyboard.type('3 former');
  const field = await page.evaluateHandle(() => document.activeElement);
  await screen.lose(scene);
  await page.waitForFunction(
    (element) =>
      element instanceof HTMLElement &&
      (!element.isConnected || (element as HTMLTextAreaElement).readOnly),
    field,
  );
  await page.evaluate(() => Reflect.set(window, 'stoppedAt', performance.now()));
  const before = await all();
  for (const key of wholeKeyboard(random(SEED + name.length))) await page.keyboard.press(key);
  await compose(page, 'ê');
  expect(await all()).toBe(before);
});

function fail(): never {
  throw new Error('nothing is there');
}
