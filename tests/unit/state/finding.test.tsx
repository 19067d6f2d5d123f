/** What is looked for on an open board, and which actions answer while the board changes. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFinding } from '../../../client/state/finding.ts';
import { addAction, discardAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import { setSheetField } from '../../../shared/board/commands/sheet.ts';
import { NO_FILTER } from '../../../shared/finding/filter.ts';
import type { ActionId, PersonId } from '../../../shared/ids.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

const water = { ...NO_FILTER, text: 'eau' };
let stop = () => {};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => stop());

/** « Mesurer l’eau » and « Former » of this person's, and what finds among them, followed. */
async function found(first = NO_FILTER) {
  const board = createBoardHarness();
  const { client } = board;
  const priorityId = unwrap(client.run((doc) => addFrameEntity(doc, 'priorities', { title: 'A' })));
  const add = (title: string, personId = 'moi') =>
    ({
      title,
      place: { priorityId, before: null },
      author: { personId: personId as PersonId, directionId: null, actorId: null },
    }) as const;
  const mine = (title: string) => unwrap(client.run(addAction, add(title)));
  const [measure, train] = [mine('Mesurer l’eau'), mine('Former')];
  const finding = createFinding(client.stores, first);
  const seen = vi.fn();
  finding.store.subscribe(seen);
  stop = finding.follow();
  await vi.dynamicImportSettled();
  const theirs = (title: string) => unwrap(board.neighbour(addAction, add(title, 'eux')));
  const look = async (filter = water) => {
    finding.setFilter(filter);
    await vi.dynamicImportSettled();
  };
  const shown = (): readonly ActionId[] | null => {
    const now = finding.store.getState().shown;
    return now && [...now];
  };
  return { ...board, finding, seen, measure, train, mine, theirs, look, shown };
}

const nextFrame = () => vi.advanceTimersByTime(20);

test('[FD10] a text finds what has it, and no text shows everything', async () => {
  const { look, shown, measure } = await found();
  expect(shown()).toBeNull();
  await look();
  expect(shown()).toEqual([measure]);
  await look(NO_FILTER);
  expect(shown()).toBeNull();
});

test('[FD11] what the address looked for is found on opening', async () => {
  const { shown, measure } = await found(water);
  expect(shown()).toEqual([measure]);
});

test('[FD10] what finds is ready before the first key when a hand comes near', async () => {
  const { finding, shown, measure } = await found();
  finding.prepare();
  await vi.dynamicImportSettled();
  finding.setFilter(water);
  expect(shown()).toEqual([measure]);
});

test('[FD14] many changes in one frame are looked through once, at its end', async () => {
  const { look, shown, seen, theirs, measure } = await found();
  await look();
  seen.mockClear();
  const more = [theirs('Réutiliser l’eau'), theirs('Filtrer l’eau'), theirs('Planter')];
  expect(shown()).toEqual([measure]);
  nextFrame();
  expect(shown()).toEqual([measure, more[0], more[1]]);
  expect(seen).toHaveBeenCalledOnce();
});

test('[FD14] a change that leads to the same actions draws nothing again', async () => {
  const { look, seen, client, train } = await found();
  await look();
  seen.mockClear();
  client.run(setSheetField, train, 'means', 'Deux jours');
  nextFrame();
  expect(seen).not.toHaveBeenCalled();
});

test('[FD14] as many others are other actions', async () => {
  const { look, shown, client, theirs, measure } = await found();
  await look();
  client.run(discardAction, measure);
  const other = theirs('Filtrer l’eau');
  nextFrame();
  expect(shown()).toEqual([other]);
});

test('[FD14] what one adds stays in sight until one looks for something else; what others add does not', async () => {
  const { look, shown, mine, theirs, measure } = await found();
  await look();
  const added = mine('Planter');
  theirs('Isoler');
  nextFrame();
  expect(shown()).toEqual([measure, added]);
  await look({ ...NO_FILTER, text: 'eau ' });
  expect(shown()).toEqual([measure]);
});

test('[FD14] where nothing is looked for, changes of the board find nothing', async () => {
  const { seen, mine } = await found();
  mine('Filtrer l’eau');
  nextFrame();
  expect(seen).not.toHaveBeenCalled();
});

test('[FD14] a board that is left is followed no more, not even to the end of its frame', async () => {
  const { look, seen, theirs } = await found();
  await look();
  seen.mockClear();
  theirs('Filtrer l’eau');
  stop();
  nextFrame();
  theirs('Réutiliser l’eau');
  nextFrame();
  expect(seen).not.toHaveBeenCalled();
});
