/**
 * Half a text in each field of the real screens, then what ends it: the step, the removal of what it
 * is about or of its author, another role, a renewed link, a reload, a page that is killed. Every
 * letter is in its field again, among what is kept, or on the board. A seed draws which screen meets
 * which end; all pairs are tried on components, in `tests/unit/app/half-typed.test.tsx`.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '../support/browser.ts';
import {
  type Half,
  heldInFields,
  isOnBoard,
  TYPED_END_NAMES,
  TYPED_SCREEN_NAMES,
  TYPED_SCREENS,
  type TypedEnd,
  type TypedScreen,
  typeHalves,
} from '../support/half-typed.ts';
import type { Guest } from '../support/leader.ts';
import { random } from '../support/random.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { TYPED_OPENINGS, type TypedScene } from '../support/typed-openings.ts';
import { enterAs, openScene, TYPED_ENDS } from '../support/typed-scene.ts';
import { fr } from '../support/words.ts';

const SEED = 12;
type Pair = readonly [TypedScreen, TypedEnd];

/** Each screen meets one of its ends, and each end as many screens as the others, by turns. */
function draw(seed: number): readonly Pair[] {
  const next = random(seed);
  const shuffled = <Item>(items: readonly Item[]) =>
    items
      .map((item) => [next(), item] as const)
      .sort(([a], [b]) => a - b)
      .map(([, item]) => item);
  const met = new Map<TypedEnd, number>();
  const timesMet = (end: TypedEnd) => met.get(end) ?? 0;
  return shuffled(TYPED_SCREEN_NAMES).map((screen) => {
    const ends = shuffled(TYPED_OPENINGS[screen].ends ?? TYPED_END_NAMES);
    const [end] = ends.toSorted((a, b) => timesMet(a) - timesMet(b));
    met.set(end ?? fail(), timesMet(end ?? fail()) + 1);
    return [screen, end ?? fail()];
  });
}
const PAIRS = draw(SEED);
const drawn = `seed ${SEED}: ${PAIRS.map((pair) => pair.join(' × ')).join(', ')}`;

let stage: Stage;
/** Denis has one browser, which is quicker than a new one for each scene; workshops share nothing. */
let visitor: Visitor;
let page: Page;
const guests: Guest[] = [];
beforeAll(async () => {
  stage = await openStage();
  visitor = await stage.visitor();
  page = visitor.page;
});
afterEach(() => {
  for (const { client } of guests.splice(0)) client.destroy();
});
afterAll(async () => {
  await stage.sweep();
  await stage.dispose();
});

const RELOADED: readonly TypedEnd[] = ['the page is loaded again', 'the page is killed'];

test.each(PAIRS)('[HD10] half typed in « %s », then %s', async (name, end) => {
  const scene = await openScene({ stage, visitor, page }, name, (guest) => guests.push(guest));
  const { open } = TYPED_OPENINGS[name];
  await open(scene);
  const before = await boardOf(scene);
  const halves = await scene.page.evaluate(typeHalves, 31);
  expect(halves.length, drawn).toBeGreaterThanOrEqual(TYPED_SCREENS[name]);
  // None of them means that it was found, if it was there already.
  expect(halves.filter(({ text }) => isOnBoard(before, text))).toEqual([]);
  const link = await TYPED_ENDS[end](scene);
  page = scene.page;
  if (RELOADED.includes(end)) await open(scene);
  await expect.poll(() => lost(scene, halves), { message: drawn }).toEqual([]);
  if (link === undefined) return;
  // Whoever comes back by a link is somebody new, and finds all of it.
  await page.goto('about:blank');
  if (name === 'door') await page.goto(link);
  else await enterAs(scene, link);
  await expect.poll(() => lost(scene, halves), { message: drawn }).toEqual([]);
});

/** What is nowhere: neither in a field or an idea of the page, nor on the board, nor kept. */
async function lost(scene: TypedScene, halves: readonly Half[]): Promise<readonly Half[]> {
  const board = await boardOf(scene);
  const shown = await shownOn(scene.page);
  const missing = halves.filter(({ text }) => !isOnBoard(board, text) && !shown.includes(text));
  if (missing.length > 0) await seeKept(scene.page);
  return missing;
}

/** What the board and the session say, hidden ideas included once their author is out. */
async function boardOf({ board, claire, page: of }: TypedScene): Promise<string> {
  const isOut = await of
    .getByRole('heading', { level: 1, name: fr.closed.titles.unauthenticated })
    .isVisible();
  if (isOut) await claire.client.ask({ type: 'reveal', priorityId: null });
  return JSON.stringify([
    claire.client.sessions.at(-1),
    JSON.parse(await stage.exported(board, 'json')),
  ]);
}

const shownOn = async (on: Page): Promise<readonly string[]> => [
  ...(await on.evaluate(heldInFields)),
  ...(await on.locator('.idea-title, .idea-description, .kept-text-words').allTextContents()),
];

/** Opens the window of what is kept, in the place of the one that is open. */
async function seeKept(on: Page): Promise<void> {
  const kept = on.getByRole('dialog', { name: fr.kept.title });
  if (await kept.isVisible()) return;
  while (await on.getByRole('dialog').first().isVisible()) await on.keyboard.press('Escape');
  const see = on.getByRole('button', { name: fr.kept.see });
  if (await see.isVisible()) await see.click();
}

function fail(): never {
  throw new Error('nothing is there');
}
