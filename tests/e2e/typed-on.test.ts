/**
 * Somebody types, their field goes without their doing, and their fingers go on: the whole keyboard,
 * in an order a seed decides, over the screens of facilitators and participants. Nothing may happen.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { VISIBILITIES } from '../../shared/session/rules.ts';
import { cockpitFr } from '../../shared/text/fr/cockpit.ts';
import { column, enter, saved, wallReady } from '../support/hands.ts';
import { changeAccess, type Guest, joinAs, personNamed } from '../support/leader.ts';
import { chooseInWorkshop, cockpitOf, openCockpit, unfold } from '../support/leading.ts';
import { random } from '../support/random.ts';
import { stepOf } from '../support/session-people.ts';
import { demonstration, openStage, type Stage } from '../support/stage.ts';
import { compose, wholeKeyboard } from '../support/typing.ts';
import { fr } from '../support/words.ts';

/** Who follows a link to lead, or to take part. */
type Role = 'facilitator' | 'participant';
const SEED = 12;
const WATER = 'Ressource en eau';
const STEPS = [
  stepOf('hidden', VISIBILITIES.masquée, { kind: 'ideas' }),
  stepOf('open', VISIBILITIES.ouverte, { kind: 'sharing' }),
  stepOf('reading', { ...VISIBILITIES.ouverte, add: 'nobody', edit: 'none' }, { kind: 'closing' }),
];

interface Scene {
  readonly page: Page;
  readonly path: string;
  /** Leads too, without a screen. */
  readonly claire: Guest;
  /** Somebody is asked for what the person at the page does not do. */
  readonly start: (place: number) => Promise<void>;
  readonly become: (role: Role) => Promise<void>;
  /** All that the session and the board say. */
  readonly all: () => Promise<string>;
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
  const field = column(page, WATER).getByLabel(fr.ideas.newTitle(WATER));
  await add.or(field).first().waitFor(); // ideas come late
  if (await add.isVisible()) await add.click();
  await field.click();
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
  await unfold(page, cockpitFr.timer.title);
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
  await openCockpit(page);
  await unfold(page, cockpitFr.votes.title);
  await cockpitOf(page).getByRole('button', { name: fr.votes.open }).click();
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
/** What was begun goes by itself where it was meant, in the moment that rules leave for it: before any key. */
const ideaGoes = ({ claire: { client } }: Scene) =>
  client.until(() => client.sessions.at(-1)?.drafts.writers === 2);
const toOpenWithIdea = async (scene: Scene) => {
  await scene.start(1);
  await ideaGoes(scene);
};
const toLeadWithIdea = async (scene: Scene) => {
  await scene.become('facilitator');
  await ideaGoes(scene);
};
const startTimer = ({ claire }: Scene) =>
  claire.client.ask({ type: 'timer-start', seconds: 600, effect: 'nothing' });

const SCREENS: Readonly<Record<string, Screen>> = {
  'an idea of a participant, a step': {
    role: 'participant',
    from: 0,
    open: writeIdea,
    lose: toOpenWithIdea,
  },
  'an idea of a participant, the lead': {
    role: 'participant',
    from: 0,
    open: writeIdea,
    lose: toLeadWithIdea,
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
/** One for all: opening another, with nothing in its cache, took most of the time of a scene. */
let page: Page;
const guests: Guest[] = [];
beforeAll(async () => {
  stage = await openStage();
  page = (await stage.visitor()).page;
  // A machine that is slow would make a pause of typing: time stands still while fingers go on.
  await page.addInitScript(() => {
    const now = performance.now.bind(performance);
    performance.now = () => Reflect.get(window, 'stoppedAt') ?? now();
  });
});
afterAll(async () => {
  for (const { client } of guests) client.destroy();
  await stage.sweep();
  await stage.dispose();
});

/** Scenes that leave nothing behind are played in one workshop, by one person; ideas stay. */
const scenes = new Map<string, Promise<Scene>>();
async function begin(name: string, { role, from }: Screen): Promise<Scene> {
  const room = name.includes('idea') ? name : role;
  const known = scenes.get(room);
  const opening = known ?? openScene(role, from);
  scenes.set(room, opening);
  const scene = await opening;
  if (known) await again(scene, role, from);
  return scene;
}

async function openScene(role: Role, from: number): Promise<Scene> {
  const board = await stage.create(demonstration);
  const claire = await joinAs(stage.server.url, board, 'facilitator', { name: 'Claire' });
  guests.push(claire);
  const start = async (place: number) => {
    const id = STEPS[place]?.id ?? null;
    const current = claire.client.sessions.at(-1)?.current ?? null;
    expect(await claire.client.ask({ type: 'step-start', id, from: current })).toBeUndefined();
    // Its time began with it; whoever types minutes does so before it runs.
    await claire.client.ask({ type: 'timer-stop' });
  };
  expect(await claire.client.ask({ type: 'steps-set', steps: STEPS })).toBeUndefined();
  await start(from);
  const idea = { title: 'Cachée', description: '', priorityId: 'p1', id: 'idee' } as const;
  if (from === 0) await claire.client.ask({ type: 'draft-write', ...idea } as never);
  const place = 'Direction du cycle de l’eau';
  await enter(page, board.links[role], { name: 'Denis', ...(role === 'participant' && { place }) });
  const become = async (next: Role) => {
    const denis = await personNamed(claire, 'Denis');
    const path = `people/${denis}`;
    await changeAccess(stage.server.url, board, claire, 'PATCH', path, { role: next });
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
  return { page, path: `/a/${board.boardId}`, claire, start, become, all };
}

/** A new page for the same person, of the role and in the step in which the scene begins. */
async function again(scene: Scene, role: Role, from: number): Promise<void> {
  const { page, path, claire, start, become } = scene;
  const now = claire.client.sessions.at(-1) ?? fail();
  if (now.people.find(({ name }) => name === 'Denis')?.role !== role) await become(role);
  if (now.timer) await claire.client.ask({ type: 'timer-stop' });
  if (now.current !== STEPS[from]?.id) await start(from);
  await page.goto(path);
  await wallReady(page);
}

test.each(Object.keys(SCREENS))('[KY9] typed on after the field went: %s', async (name) => {
  const screen = SCREENS[name] ?? fail();
  const scene = await begin(name, screen);
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
