/**
 * A minute of three people at work, one of them offline for twenty seconds of it, then `kill -9`:
 * every screen, the server and the exported file end the same. The script is drawn from a seed.
 */
import { errors } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../support/browser.ts';
import { addCards, chooseInMenu, enter, moveByDialog, readWall, saved } from '../support/hands.ts';
import { random } from '../support/random.ts';
import { demonstration, openStage, type Stage, wallOf } from '../support/stage.ts';
import { fr } from '../support/words.ts';

const seed = 20261123;
const minuteMs = 60_000;
const offlineFromMs = 20_000;
const offlineToMs = 40_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => stage.sweep());
afterAll(() => stage.dispose());

test('[EN4] three browsers, one offline for 20 s of a minute, end identical to the server and to the file', async () => {
  const board = await stage.create(demonstration);
  const people: Visitor[] = [];
  for (const name of ['Ana', 'Ben', 'Cléo']) {
    const visitor = await stage.visitor();
    await enter(visitor.page, board.links.participant, { name, place: 'Direction des mobilités' });
    people.push(visitor);
  }
  const begunAt = Date.now();
  const done = await Promise.all(people.map((visitor, i) => work(visitor, i, begunAt)));
  for (const { deeds, missed } of done) expect(deeds).toBeGreaterThan(10 + missed);

  for (const { page } of people) await saved(page);
  const wall = await readWall(people[0]?.page ?? fail());
  for (const { page } of people) await expect.poll(() => readWall(page)).toEqual(wall);
  expect(wallOf(await stage.exported(board, 'json'))).toEqual(wall);

  await stage.server.kill('SIGKILL');
  await stage.server.start();
  expect(wallOf(await stage.exported(board, 'json'))).toEqual(wall);
  for (const { page } of people) await saved(page);
  for (const { page } of people) expect(await readWall(page)).toEqual(wall);
});

interface Done {
  deeds: number;
  /** A neighbour had taken the card away between the choice and the hand. */
  missed: number;
}

/** Works until the minute is over; the third person loses the network in the middle. */
async function work({ context, page }: Visitor, who: number, begunAt: number): Promise<Done> {
  const draw = random(seed + who);
  const sinceBegun = () => Date.now() - begunAt;
  const done: Done = { deeds: 0, missed: 0 };
  while (sinceBegun() < minuteMs) {
    const offline = who === 2 && sinceBegun() > offlineFromMs && sinceBegun() < offlineToMs;
    await context.setOffline(offline);
    if (await oneDeed(page, draw, `${who}-${done.deeds}`)) done.deeds += 1;
    else done.missed += 1;
  }
  await context.setOffline(false);
  return done;
}

/** One thing a person does; false when a neighbour had taken the card away meanwhile. */
async function oneDeed(page: Visitor['page'], draw: () => number, mark: string): Promise<boolean> {
  const pick = <Item>(items: readonly Item[]): Item | undefined =>
    items[Math.floor(draw() * items.length)];
  const title = pick(await page.locator('.card-open').allTextContents()) ?? '';
  const priority = pick(priorities) ?? '';
  const dice = draw();
  if (dice < 0.4) {
    await addCards(page, priority, [`Action ${mark}`, `Suite ${mark}`]);
    return true;
  }
  try {
    if (dice < 0.8) await moveByDialog(page, title, priority);
    else await chooseInMenu(page, title, fr.board.discard);
    return true;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    await page.keyboard.press('Escape');
    return false;
  }
}
const priorities = [
  'Économie de proximité',
  'Alternance et formation',
  'Ressource en eau',
  'Inclusion et emploi durable',
  'Climat et économie circulaire',
  'Pilotage et redevabilité',
];

function fail(): never {
  throw new Error('nobody came');
}
