import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSessionFolder } from '../../../server/rooms/board/folder.ts';
import type { Extent } from '../../../server/rooms/board/folding.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { perform } from '../../../server/work/tasks.ts';
import type { Work } from '../../../server/work/work.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { gatedStore } from '../../support/gated-store.ts';
import { memoryLog } from '../../support/log.ts';

const kilobyte = 1_024;
let gates: ReturnType<typeof gatedStore>;
beforeEach(async () => {
  gates = gatedStore(await openSqlite(':memory:'));
});
afterEach(() => gates.store.close());

const hand = (personId: string) =>
  ({
    kind: 'event',
    author: null,
    at: 0,
    bytes: new TextEncoder().encode(JSON.stringify({ type: 'hand-set', personId, raisedAt: 1 })),
  }) as const;

/** A board with two events, and what folds its session. */
async function opened(extent: Partial<Extent> = {}) {
  const id = newId<'board'>();
  const row = { id, createdAt: 0, purgeAt: 1, epoch: 'e1' };
  await gates.store.createBoard(row, [], [hand('ana'), hand('ben')]);
  const time = { now: 0 };
  const folds: Work = { run: (task, input) => perform(task, input) };
  const folder = createSessionFolder(
    { snapshotBytes: 0, tailEntries: 0, tailBytes: 0, seq: 0, ...extent },
    { id, store: gates.store, folds, clock: () => time.now, log: memoryLog().log },
  );
  return { id, folder, time };
}
const foldedUpTo = async (id: BoardId) => (await gates.store.session(id)).snapshot?.seq;
const handsIn = async (id: BoardId) => {
  const { snapshot, tail } = await gates.store.session(id);
  const text = new TextDecoder().decode(snapshot?.bytes);
  return [/"ana"/u.test(text), /"ben"/u.test(text), tail.length];
};

test.each([
  { tail: '2,000 events', entries: 2_000, bytes: 1, snapshot: 0, folds: false },
  { tail: 'more than 2,000 events', entries: 2_001, bytes: 1, snapshot: 0, folds: true },
  { tail: '64 kB', entries: 1, bytes: 64 * kilobyte, snapshot: 0, folds: false },
  { tail: 'more than 64 kB', entries: 1, bytes: 64 * kilobyte + 1, snapshot: 0, folds: true },
  {
    tail: 'as much as a large session',
    entries: 1,
    bytes: 200_000,
    snapshot: 200_000,
    folds: false,
  },
  { tail: 'more than a large session', entries: 1, bytes: 200_001, snapshot: 200_000, folds: true },
  { tail: 'more than 512 kB', entries: 1, bytes: 512 * kilobyte + 1, snapshot: 9e6, folds: true },
])('[RO61] a session with $tail after its snapshot: folded is $folds', async (how) => {
  const { id, folder } = await opened({ snapshotBytes: how.snapshot });
  folder.grew(2, how.entries, how.bytes);
  await folder.settled();
  expect(await foldedUpTo(id)).toBe(how.folds ? 2 : undefined);
});

test('[RO61] a session that is folded holds what it says it does, and goes on from there', async () => {
  const { id, folder } = await opened();
  folder.grew(1, 6_000, 1);
  await folder.settled();
  expect([await foldedUpTo(id), await handsIn(id)]).toEqual([1, [true, false, 1]]);
  folder.grew(2, 1, 1);
  await folder.foldAll();
  expect([await foldedUpTo(id), await handsIn(id)]).toEqual([2, [true, true, 0]]);
  expect(folder.size()).toBe((await gates.store.session(id)).snapshot?.bytes.length);
});

test('[RO61] a session that was long when it was opened is folded without anybody asking for more', async () => {
  const { id, folder } = await opened({ tailEntries: 30_000, tailBytes: 9_000_000, seq: 2 });
  folder.foldIfLong();
  await folder.settled();
  expect(await foldedUpTo(id)).toBe(2);
});

test('[RO62] what is to be forgotten is folded at once, and after a fault as soon as that is over', async () => {
  const { id, folder, time } = await opened();
  gates.fail('saveSession');
  folder.grew(1, 1, 1);
  folder.forget();
  await folder.foldAll();
  gates.mend();
  expect(await foldedUpTo(id)).toBeUndefined();
  time.now = 60_000;
  folder.grew(2, 1, 1);
  await folder.settled();
  expect([await foldedUpTo(id), gates.count('saveSession') > 1]).toEqual([2, true]);
  await gates.store.purge(id);
  folder.grew(3, 1, 1);
  folder.forget();
  await folder.settled();
  expect(await gates.store.session(id)).toEqual({ snapshot: undefined, tail: [] });
});
