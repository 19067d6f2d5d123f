/** When an observer who gave no name is forgotten, in time moved by hand. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOneByOne } from '../../../server/http/one-by-one.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { type PersonRow, type Store, StoreFault } from '../../../server/store/store.ts';
import { createVisitors, type Visitors } from '../../../server/visitors.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { createHandClock, type HandClock } from '../../support/hand-clock.ts';
import { settle } from '../../support/hand-rooms.ts';
import { type MemoryLog, memoryLog } from '../../support/log.ts';

let store: Store;
let time: HandClock;
let log: MemoryLog;
let visitors: Visitors;
let boardId: BoardId;
/** Boards whose people were told to have changed. */
let changed: BoardId[];
let isBroken: boolean;
/** How often the store was asked to forget somebody. */
let asked: number;
const oneByOne = createOneByOne();

beforeEach(async () => {
  store = await openSqlite(':memory:');
  time = createHandClock();
  log = memoryLog();
  changed = [];
  isBroken = false;
  asked = 0;
  const refused = () => Promise.reject(new StoreFault('full', 'refused by the test'));
  visitors = createVisitors({
    store: {
      forgetVisitor: (...who) => {
        asked += 1;
        return isBroken ? refused() : store.forgetVisitor(...who);
      },
      forgetVisitors: () => (isBroken ? refused() : store.forgetVisitors()),
    },
    rooms: { peopleChanged: async (id) => void changed.push(id) },
    oneByOne,
    clock: time.clock,
    alarm: time.alarm,
    log: log.log,
  });
  boardId = newId<'board'>();
  await store.createBoard({ id: boardId, createdAt: 1, purgeAt: 2, epoch: 'e1' }, [], []);
});
afterEach(async () => {
  await visitors.stop();
  await store.close();
});

/** Has joined, as the door lets them in. */
async function join(change: Partial<PersonRow> = {}) {
  const person: PersonRow = {
    id: newId<'person'>(),
    role: 'observer',
    name: '',
    directionId: null,
    actorId: null,
    ticketHash: new Uint8Array(32),
    joinedAt: time.clock(),
    ...change,
  };
  await store.savePerson(boardId, person);
  const seen = { boardId, person };
  visitors.joined(seen);
  return seen;
}
/** How many there are once that many milliseconds have passed. */
async function countAfter(ms: number): Promise<number> {
  time.pass(ms);
  await settle();
  return (await store.people(boardId)).length;
}

test('[LK26] whoever joins and never connects goes after a minute, and the room is told', async () => {
  await join();
  expect([await countAfter(59_999), changed]).toEqual([1, []]);
  expect([await countAfter(1), changed]).toEqual([0, [boardId]]);
});

test('[LK26] whoever has connected goes ten seconds after the last of their connections', async () => {
  const seen = await join();
  visitors.came(seen);
  visitors.came(seen);
  expect(await countAfter(100_000)).toBe(1);
  visitors.left(seen);
  expect(await countAfter(100_000)).toBe(1);
  visitors.left(seen);
  expect(await countAfter(9_999)).toBe(1);
  expect(await countAfter(1)).toBe(0);
});

test('[LK26] each has their own time: whoever goes takes nobody along', async () => {
  const [one, two] = [await join(), await join()];
  visitors.came(one);
  visitors.came(two);
  visitors.left(one);
  expect(await countAfter(10_000)).toBe(1);
  expect(await store.people(boardId)).toEqual([two.person]);
});

test.each<Role>(['participant', 'facilitator'])('[LK26] of a %s nothing is asked', async (role) => {
  const seen = await join({ role });
  visitors.came(seen);
  visitors.left(seen);
  expect([await countAfter(100_000), asked]).toEqual([1, 0]);
});

test.each<[string, Partial<PersonRow>]>([
  ['an observer with a name', { name: 'Mur' }],
  ['an observer who was removed', { ticketHash: null }],
])('[LK26] %s stays, and nobody is told of a change', async (_, change) => {
  const seen = await join(change);
  visitors.came(seen);
  visitors.left(seen);
  expect([await countAfter(100_000), changed]).toEqual([1, []]);
});

test('[LK26] a name that was given meanwhile keeps its person', async () => {
  const { person } = await join();
  await store.savePerson(boardId, { ...person, name: 'Salle' });
  expect([await countAfter(60_000), changed]).toEqual([1, []]);
});

test('[LK27] whoever connects again in time stays, and is given ten seconds each time', async () => {
  const seen = await join();
  for (let cuts = 3; cuts > 0; cuts--) {
    visitors.came(seen);
    visitors.left(seen);
    expect(await countAfter(9_999)).toBe(1);
  }
  visitors.came(seen);
  expect(await countAfter(100_000)).toBe(1);
});

test('[LK27] whoever is being looked up when their time is over comes in, and stays', async () => {
  const seen = await join();
  let decide = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const entered = oneByOne(boardId, async () => {
    await decided;
    visitors.came(seen);
  });
  expect(await countAfter(60_000)).toBe(1);
  decide();
  await entered;
  expect([await countAfter(0), asked, log.lines()]).toEqual([1, 0, []]);
  visitors.left(seen);
  expect(await countAfter(10_000)).toBe(0);
});

test('[LK27] whoever came and went while they waited to be forgotten has their ten seconds', async () => {
  const seen = await join();
  let decide = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  void oneByOne(boardId, () => decided);
  time.pass(60_000);
  visitors.came(seen);
  visitors.left(seen);
  decide();
  expect(await countAfter(9_999)).toBe(1);
  expect(await countAfter(1)).toBe(0);
});

test('[LK26] a start forgets those of before, and leaves the others', async () => {
  await join();
  const { person } = await join({ name: 'Mur' });
  await visitors.start();
  expect(await store.people(boardId)).toEqual([person]);
});

test('[LK26] what the store refuses is logged, and ends nothing', async () => {
  await join();
  isBroken = true;
  await visitors.start();
  expect(await countAfter(60_000)).toBe(1);
  const err = expect.objectContaining({ message: 'refused by the test' });
  expect(log.lines()).toEqual([
    expect.objectContaining({ msg: 'visitors not forgotten', err }),
    expect.objectContaining({ msg: 'visitor not forgotten', err, board: boardId }),
  ]);
  isBroken = false;
  await join();
  expect(await countAfter(60_000)).toBe(1);
});

test('[LK26] nobody is forgotten once the server stops: the store may be closed', async () => {
  const seen = await join();
  visitors.came(await join());
  await visitors.stop();
  visitors.left(seen);
  expect(await countAfter(100_000)).toBe(2);
});
