/** Somebody fills the board: how far they come, and how it is put right. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addActions } from '../../../shared/board/commands/many.ts';
import { PERSON_LIMITS } from '../../../shared/board/person-limits.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { HAND_TIMERS, type HandPage, openRooms, settle } from '../../support/hand-rooms.ts';
import { unwrap } from '../../support/result.ts';
import { water } from '../../support/small-workshop.ts';

let house: Awaited<ReturnType<typeof openRooms>>;
let board: BoardId;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: [...HAND_TIMERS] });
  house = await openRooms();
  board = await house.makeBoard();
});
afterEach(async () => {
  await house.rooms.close();
  await house.store.close();
  vi.useRealTimers();
});
async function save() {
  await settle();
  await vi.advanceTimersByTimeAsync(50);
  await settle();
}
const propose = (page: HandPage, count: number) =>
  page.write((doc) => {
    const actions = Array.from({ length: count }, (_, n) => ({
      title: `Action ${n}`,
      priorityId: water,
    }));
    const author = { personId: page.person.id, directionId: null, actorId: null };
    unwrap(addActions(doc, { author, actions }));
  });
const onWall = (page: HandPage) => {
  page.read();
  return readBoard(page.doc).numbers.size;
};

test('[AD19] one participant does not fill the board: five hundred actions, and the next is refused with the reason', async () => {
  const [ana, ben] = [
    await house.enter(board, 'ana'),
    await house.enter(board, 'ben', 'participant'),
  ];
  const before = onWall(ana);
  for (let n = 0; n < PERSON_LIMITS.actions; n += 100) {
    propose(ben, 100);
    await save();
    house.time.pass(10_000);
  }
  propose(ben, 1);
  await save();
  expect(ben.read().refused).toMatchObject([{ reason: 'share' }]);
  expect(onWall(ana)).toBe(before + PERSON_LIMITS.actions);
  for (let n = 0; n < 1_200; n += 200) {
    propose(ana, 200); // a table of 1,200 actions
    await save();
    house.time.pass(10_000);
  }
  expect(ana.read().refused).toEqual([]);
  expect(onWall(ana)).toBe(before + PERSON_LIMITS.actions + 1_200);
});

test('[SR17] all of it leaves the wall in one act of whoever leads, and comes back in one', async () => {
  const [ana, ben] = [
    await house.enter(board, 'ana'),
    await house.enter(board, 'ben', 'participant'),
  ];
  const before = onWall(ana);
  propose(ben, 100);
  propose(ana, 2);
  await save();
  const appends = house.gates.count('append');
  ana.ask(1, { type: 'work-aside', personId: ben.person.id, on: true });
  await save();
  expect([onWall(ana), onWall(ben)]).toEqual([before + 2, before + 2]);
  expect(house.gates.count('append')).toBe(appends + 1);
  expect(ana.read().sessions.at(-1)?.aside).toEqual(['ben' as PersonId]);
  expect(ben.read().sessions.at(-1)).not.toHaveProperty('aside');
  ana.ask(2, { type: 'work-aside', personId: ben.person.id, on: false });
  await save();
  expect([onWall(ana), onWall(ben)]).toEqual([before + 102, before + 102]);
  expect(ana.read().sessions.at(-1)?.aside).toEqual([]);
  expect(ana.read().answers).toEqual([{ id: 1 }, { id: 2 }]);
});
