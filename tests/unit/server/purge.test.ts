/** When boards are erased, and in which order sockets and rows go. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createPurge, type Purge } from '../../../server/purge.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { PURGE_NOW, type Store, StoreFault } from '../../../server/store/store.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { type MemoryLog, memoryLog } from '../../support/log.ts';

const BEGUN = 1_900_000_000_000;
const DAY = 86_400_000;

let store: Store;
let log: MemoryLog;
let purge: Purge;
let now: number;
let isHeld: boolean;
/** What happened, in order. */
let steps: string[];

beforeEach(async () => {
  vi.useFakeTimers();
  store = await openSqlite(':memory:');
  const { purge: erase } = store;
  log = memoryLog();
  now = BEGUN;
  steps = [];
  isHeld = false;
  store = {
    ...store,
    purge: async (board) => {
      steps.push('erase');
      await erase(board);
    },
  };
  purge = create();
});
afterEach(async () => {
  await purge.stop();
  await store.close();
  vi.useRealTimers();
});

/** Another server over the same store. */
const create = () =>
  createPurge({
    // Each test may put another one in its place.
    store: {
      duePurges: (at) => store.duePurges(at),
      setDueSince: (board, at) => store.setDueSince(board, at),
      lastLook: (what) => store.lastLook(what),
      setLastLook: (what, at) => store.setLastLook(what, at),
      purge: (board) => store.purge(board),
    },
    rooms: { disconnect: (_board, _which, reason) => steps.push(`close ${reason}`) },
    measures: {
      purgesHeld: (are) => {
        isHeld = are;
      },
    },
    clock: () => now,
    log: log.log,
  });
/** Time goes by, and the server looks each minute; days are looked at by the hour. */
async function pass(ms: number): Promise<void> {
  const stepMs = Math.max(60_000, Math.ceil(ms / 24));
  for (let left = ms; left > 0; left -= stepMs) {
    now += Math.min(left, stepMs);
    await vi.advanceTimersByTimeAsync(60_000);
  }
}

async function makeBoard(purgeAt: number): Promise<BoardId> {
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 1, purgeAt, epoch: 'e1' }, [], []);
  return id;
}
/** As a look finds them. */
async function twoBoards(): Promise<readonly BoardId[]> {
  for (let made = 0; made < 2; made++) await makeBoard(PURGE_NOW);
  return (await store.duePurges(now)).map(({ id }) => id);
}
const remaining = async () => (await store.boards()).map(({ id }) => id);

test('[OP12] what is due is erased a day after it was first seen, sockets first, and the rest stays', async () => {
  const due = await makeBoard(BEGUN);
  const later = await makeBoard(BEGUN + DAY + 1);
  await purge.start();
  await pass(DAY - 1);
  expect(await remaining()).toHaveLength(2);
  expect(new Set(await remaining())).toEqual(new Set([due, later]));
  await pass(1);
  expect(await remaining()).toEqual([later]);
  expect(steps).toEqual(['close unknownBoard', 'erase', 'close unknownBoard']);
});

test('[OP12] the day goes on while no server runs, and a date that is put off is seen anew', async () => {
  const due = await makeBoard(BEGUN);
  const kept = await makeBoard(BEGUN);
  await purge.start();
  await purge.stop();
  await store.setPurgeDate(kept, BEGUN + 1);
  now += DAY;
  purge = create();
  await purge.start();
  expect(await remaining()).toEqual([kept]);
  expect(due).not.toBe(kept);
});

test('[OP14] what was asked for by name goes at the next look, whatever the clock says', async () => {
  await purge.start();
  await makeBoard(PURGE_NOW);
  now += 300 * DAY;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await remaining()).toEqual([]);
});

describe.each([
  ['a clock 32 days ahead', 32 * DAY],
  ['a clock 200 days ahead', 200 * DAY],
  ['a clock 40 years ahead', 40 * 365 * DAY],
])('%s', (_what, ahead) => {
  test('[OP16] at start erases nothing for as long as it is wrong, and nothing once it is right', async () => {
    const board = await makeBoard(BEGUN + 20 * DAY);
    await purge.start();
    await purge.stop();
    purge = create();
    now += ahead;
    await purge.start();
    await pass(40 * DAY);
    expect(await remaining()).toEqual([board]);
    expect(isHeld).toBe(true);
    expect(log.lines()).toMatchObject([{ level: 'warn', msg: expect.stringContaining('clock') }]);
    now = BEGUN + DAY;
    await pass(2 * DAY);
    expect([await remaining(), isHeld]).toEqual([[board], false]);
    await pass(20 * DAY);
    expect(await remaining()).toEqual([]);
  });

  test('[OP16] under a running server for a moment erases nothing', async () => {
    const board = await makeBoard(BEGUN + 20 * DAY);
    await purge.start();
    for (const step of [ahead, -ahead, ahead, -ahead]) {
      now += step;
      await pass(120_000);
    }
    expect(await remaining()).toEqual([board]);
  });
});

test.each([1, 10, 30])(
  '[OP16] a step of %i days for less than a day erases nothing',
  async (days) => {
    const board = await makeBoard(BEGUN + DAY);
    await purge.start();
    now += days * DAY;
    await pass(DAY - 1);
    expect(await remaining()).toEqual([board]);
    now -= days * DAY;
    await pass(60_000);
    expect(await remaining()).toEqual([board]);
  },
);

test('[OP12] once stopped it erases nothing more', async () => {
  await makeBoard(PURGE_NOW + 1);
  await purge.start();
  await purge.stop();
  await pass(2 * DAY);
  expect(await remaining()).toHaveLength(1);
});

test('[OP13] a fault is logged, and the next minute tries again', async () => {
  await makeBoard(PURGE_NOW);
  const real = store;
  const busy = () => Promise.reject(new StoreFault('busy', 'locked'));
  store = { ...real, purge: busy };
  await purge.start();
  expect(log.lines()).toMatchObject([{ level: 'error', err: { kind: 'busy' } }]);
  store = real;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await remaining()).toEqual([]);
});

test('[OP13] a purge is logged with the id of the board and nothing else', async () => {
  const board = await makeBoard(PURGE_NOW);
  await purge.start();
  expect(log.lines()).toEqual([
    { level: 'info', at: expect.any(String), board, msg: 'board purged' },
  ]);
});

test('[OP13] a board that cannot be erased holds up no other, and is tried again though it is not due', async () => {
  const [first, second] = await twoBoards();
  const real = store;
  let isBusy = true;
  const tried: BoardId[] = [];
  store = {
    ...real,
    purge: async (board) => {
      tried.push(board);
      await real.purge(board); // from the tables
      if (board === first && isBusy) throw new StoreFault('busy', 'somebody reads');
    },
  };
  await purge.start();
  expect([tried, await remaining()]).toEqual([[first, second], []]);
  expect(log.lines()).toMatchObject([{ level: 'error', board: first }, { msg: 'board purged' }]);
  isBusy = false;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(tried).toEqual([first, second, first]);
});

test('[OP13] a store that cannot say what is due is asked again', async () => {
  await makeBoard(PURGE_NOW);
  const real = store;
  store = { ...real, duePurges: () => Promise.reject(new StoreFault('busy', 'locked')) };
  await purge.start();
  expect(log.lines()).toMatchObject([{ level: 'error', err: { kind: 'busy' } }]);
  store = real;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await remaining()).toEqual([]);
});
