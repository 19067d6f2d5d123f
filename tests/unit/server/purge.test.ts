/** When boards are erased, and in which order sockets and rows go. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPurge, type Purge } from '../../../server/purge.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { type Store, StoreFault } from '../../../server/store/store.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { type MemoryLog, memoryLog } from '../../support/log.ts';

let store: Store;
let log: MemoryLog;
let purge: Purge;
let now: number;
/** What happened, in order. */
let steps: string[];

beforeEach(async () => {
  vi.useFakeTimers();
  store = await openSqlite(':memory:');
  log = memoryLog();
  now = 1_000;
  steps = [];
  purge = createPurge({
    store: {
      duePurges: (at) => store.duePurges(at),
      purge: async (board) => {
        steps.push('erase');
        await store.purge(board);
      },
    },
    rooms: { disconnect: (_board, _which, reason) => steps.push(`close ${reason}`) },
    clock: () => now,
    log: log.log,
  });
});
afterEach(async () => {
  await purge.stop();
  await store.close();
  vi.useRealTimers();
});

async function makeBoard(purgeAt: number): Promise<BoardId> {
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 1, purgeAt, epoch: 'e1' }, [], []);
  return id;
}
const remaining = async () => (await store.boards()).map(({ id }) => id);

test('[OP12] at start what is due is erased, sockets first, and the rest stays', async () => {
  await makeBoard(1_000);
  const later = await makeBoard(1_001);
  await purge.start();
  expect(await remaining()).toEqual([later]);
  expect(steps).toEqual(['close unknownBoard', 'erase', 'close unknownBoard']);
});

test('[OP12] a date that comes while it runs is met within a minute', async () => {
  await makeBoard(30_000);
  await purge.start();
  expect(await remaining()).toHaveLength(1);
  now = 31_000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await remaining()).toEqual([]);
});

test('[OP12] once stopped it erases nothing more', async () => {
  await makeBoard(30_000);
  await purge.start();
  await purge.stop();
  now = 31_000;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(await remaining()).toHaveLength(1);
});

test('[OP13] a fault is logged, and the next minute tries again', async () => {
  await makeBoard(1);
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
  const board = await makeBoard(1);
  await purge.start();
  expect(log.lines()).toEqual([
    { level: 'info', at: expect.any(String), board, msg: 'board purged' },
  ]);
});

test('[OP13] a board that cannot be erased holds up no other, and is tried again though it is not due', async () => {
  const [first, second] = [await makeBoard(1), await makeBoard(2)];
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
  await makeBoard(1);
  const real = store;
  store = { ...real, duePurges: () => Promise.reject(new StoreFault('busy', 'locked')) };
  await purge.start();
  expect(log.lines()).toMatchObject([{ level: 'error', err: { kind: 'busy' } }]);
  store = real;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await remaining()).toEqual([]);
});
