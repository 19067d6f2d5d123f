/** One's own move of a card, overtaken by somebody else's. */
import { beforeEach, expect, test, vi } from 'vitest';
import { watchOwnMove } from '../../../client/state/own-move.ts';
import { addAction, discardAction, moveAction } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity } from '../../../shared/board/commands/frame.ts';
import type { ActionId, PersonId, PriorityId } from '../../../shared/ids.ts';
import { createBoardHarness } from '../../support/board-harness.tsx';
import { unwrap } from '../../support/result.ts';

const told = vi.fn();
const last = { before: null } as const;
beforeEach(() => {
  vi.useFakeTimers();
  told.mockClear();
});

/** A card of this person's under Climat, where they have just taken it. */
function moved() {
  const board = createBoardHarness();
  const { client } = board;
  const priority = (title: string) =>
    unwrap(client.run((doc) => addFrameEntity(doc, 'priorities', { title })));
  const [water, climate, roads] = [priority('Eau'), priority('Climat'), priority('Voirie')];
  const author = { personId: 'moi' as PersonId, directionId: null, actorId: null };
  const add = (title: string) =>
    unwrap(client.run(addAction, { title, place: { priorityId: water, ...last }, author }));
  const [id, other] = [add('Mesurer'), add('Former')];
  client.run(moveAction, id, { priorityId: climate, ...last });
  watchOwnMove(client.stores, id, told);
  const take = (card: ActionId, priorityId: PriorityId) =>
    board.neighbour(moveAction, card, { priorityId, ...last });
  return { ...board, id, other, water, climate, roads, take };
}

test('[WA11] is told with where the card is now, and once only', () => {
  const { id, water, roads, take } = moved();
  take(id, roads);
  expect(told.mock.calls).toEqual([[roads]]);
  take(id, water);
  expect(told).toHaveBeenCalledOnce();
});

test.each([
  [2_999, 1],
  [3_000, 0],
])('[WA11] is news for three seconds: after %d ms it is told %d times', (ms, times) => {
  const { id, roads, take } = moved();
  vi.advanceTimersByTime(ms);
  take(id, roads);
  expect(told).toHaveBeenCalledTimes(times);
});

test('[WA11] is not mistaken for a move of another card, nor for one within the priority', () => {
  const { id, other, climate, roads, take } = moved();
  take(other, roads);
  take(other, climate);
  take(id, climate);
  expect(told).not.toHaveBeenCalled();
  take(id, roads);
  expect(told).toHaveBeenCalledOnce();
});

test('[WA11] leaves nothing waiting once it is told', () => {
  const { id, roads, take } = moved();
  expect(vi.getTimerCount()).toBeGreaterThan(0);
  const before = vi.getTimerCount();
  take(id, roads);
  expect(vi.getTimerCount()).toBe(before - 1);
});

test('[WA11] says nothing of a card that somebody sets aside: that has its own message', () => {
  const { id, neighbour } = moved();
  neighbour(discardAction, id);
  expect(told).not.toHaveBeenCalled();
});
