import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BatchedBoard, createPersist } from '../../../server/rooms/keep/persist.ts';
import { type Acknowledge, createSaver } from '../../../server/rooms/keep/saver.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { type BoardId, newId, type PersonId } from '../../../shared/ids.ts';
import { update } from '../../contracts/store-entries.ts';
import { gatedStore } from '../../support/gated-store.ts';

let store: Store;
let gates: ReturnType<typeof gatedStore>;
beforeEach(async () => {
  gates = gatedStore(await openSqlite(':memory:'));
  store = gates.store;
});
afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

async function makeBoard(): Promise<BoardId> {
  const id = newId<'board'>();
  await store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], []);
  return id;
}
/** A board with one update to keep, and what became of it. */
function written(id: BoardId, n = 1): BatchedBoard & { readonly outcome: unknown[] } {
  const outcome: unknown[] = [];
  return {
    id,
    outcome,
    take: () => ({ entries: [update(n)], claims: new Map([[n, 'ana' as PersonId]]) }),
    onKept: (seq) => outcome.push(seq),
    onLost: (fault) => outcome.push(fault),
  };
}

test('[RO25] all boards of one turn are kept by one append, with their new client ids', async () => {
  const [a, b] = [written(await makeBoard(), 1), written(await makeBoard(), 2)];
  const persist = createPersist(store);
  persist.schedule(a);
  persist.schedule(b);
  persist.schedule(a);
  await persist.idle();
  expect([gates.count('append'), a.outcome, b.outcome]).toEqual([1, [1], [1]]);
  expect(await store.clients(a.id)).toEqual(new Map([[1, 'ana']]));
});

test('[RO25] new client ids are kept without entries too, and nothing is written of nothing', async () => {
  const { id, ...board } = written(await makeBoard());
  const persist = createPersist(store);
  const claims = new Map([[1, 'ana' as PersonId]]);
  persist.schedule({ ...board, id, take: () => ({ entries: [], claims }) });
  await persist.idle();
  expect([gates.count('append'), board.outcome]).toEqual([1, [undefined]]);
  expect(await store.clients(id)).toEqual(claims);
  persist.schedule({ ...board, id, take: () => ({ entries: [], claims: new Map() }) });
  await persist.idle();
  expect([gates.count('append'), board.outcome]).toEqual([1, [undefined, undefined]]);
});

test('[RO25] appends follow one another: what comes during one is in the next', async () => {
  const [a, b] = [written(await makeBoard(), 1), written(await makeBoard(), 2)];
  const persist = createPersist(store);
  const append = gates.hold('append');
  persist.schedule(a);
  await append.reached;
  persist.schedule(b);
  expect(b.outcome).toEqual([]);
  append.release();
  await persist.idle();
  expect([gates.count('append'), a.outcome, b.outcome]).toEqual([2, [1], [1]]);
});

test('[RO26] a board that is gone loses its own turn and nobody else’s', async () => {
  const [a, gone] = [written(await makeBoard(), 1), written(newId<'board'>(), 2)];
  const persist = createPersist(store);
  persist.schedule(gone);
  persist.schedule(a);
  await persist.idle();
  expect(a.outcome).toEqual([1]);
  expect(gates.count('append')).toBe(3); // together, then each alone
  expect(gone.outcome).toEqual([expect.any(Error)]);
});

/** Somebody who is told how far what they sent is saved. */
const author =
  (name: string, told: unknown[]): Acknowledge =>
  (updates, at) =>
    told.push([name, updates, at]);
const opened = (intervalMs: number, told: unknown[]) =>
  createSaver({ store, intervalMs, clock: () => 7, onFault: (fault) => told.push(fault) });

test('[RO27] one disk sync per interval serves everybody, each with their last number', async () => {
  vi.useFakeTimers();
  const told: unknown[] = [];
  const saver = opened(50, told);
  const [ana, ben, cleo] = ['ana', 'ben', 'cleo'].map((name) => author(name, told));
  if (!ana || !ben || !cleo) throw new Error('three were made');
  saver.acknowledgeAfterSync(ana, 1);
  saver.acknowledgeAfterSync(ben, 4);
  saver.acknowledgeAfterSync(ana, 2);
  saver.acknowledgeAfterSync(cleo, 1);
  saver.forget(cleo);
  await vi.advanceTimersByTimeAsync(49);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(told).toEqual([
    ['ana', 2, 7],
    ['ben', 4, 7],
  ]);
  expect(gates.count('sync')).toBe(1);
});

test('[RO27] what comes during a sync waits for one that begins after it', async () => {
  const told: unknown[] = [];
  const saver = opened(0, told);
  const sync = gates.hold('sync');
  saver.acknowledgeAfterSync(author('ana', told), 1);
  await sync.reached;
  saver.acknowledgeAfterSync(author('ben', told), 1);
  sync.release();
  await saver.now();
  expect(told).toEqual([
    ['ana', 1, 7],
    ['ben', 1, 7],
  ]);
  expect(gates.count('sync')).toBe(2);
});

test('[RO27] who only waits for a sync is called after it, in the order of asking', async () => {
  const told: unknown[] = [];
  const saver = opened(1_000, told);
  await saver.now();
  expect(gates.count('sync')).toBe(0); // nobody waits
  saver.afterSync(() => told.push('first'));
  saver.afterSync(() => told.push('second'));
  expect(told).toEqual([]);
  await saver.now();
  expect([told, gates.count('sync')]).toEqual([['first', 'second'], 1]);
});

test('[RO7] after a sync that failed nobody is told anything but the fault', async () => {
  const told: unknown[] = [];
  const saver = opened(1_000, told);
  gates.fail('sync');
  saver.acknowledgeAfterSync(author('ana', told), 1);
  saver.afterSync(() => told.push('done'));
  await saver.now();
  expect(told).toEqual([expect.any(Error)]);
});

test('[RO7] what goes wrong while people are told is no fault of the disk', async () => {
  const told: unknown[] = [];
  const saver = opened(1_000, told);
  saver.afterSync(() => {
    throw new Error('ours');
  });
  await expect(saver.now()).rejects.toThrow('ours');
  expect(told).toEqual([]);
  saver.afterSync(() => told.push('done'));
  await saver.now();
  expect(told).toEqual(['done']);
});
