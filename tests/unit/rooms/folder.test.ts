import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createFolder } from '../../../server/rooms/board/folder.ts';
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

/** A board of two updates, and what folds it. */
async function opened(extent: Partial<Extent> = {}, maxStateBytes = 10_000 * kilobyte) {
  const id = newId<'board'>();
  const doc = new Y.Doc();
  doc.getMap('board').set('title', 'un');
  const first = Y.encodeStateAsUpdate(doc);
  doc.getMap('board').set('title', 'deux');
  const entries = [first, Y.encodeStateAsUpdate(doc)].map(
    (bytes) => ({ kind: 'update', author: null, at: 0, bytes }) as const,
  );
  await gates.store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: 'e1' }, [], entries);
  const time = { now: 0 };
  const folds: Work = { run: (task, input) => perform(task, input) };
  const folder = createFolder(
    { snapshotBytes: 0, tailEntries: 0, tailBytes: 0, seq: 0, ...extent },
    {
      id,
      store: gates.store,
      folds,
      maxStateBytes,
      clock: () => time.now,
      log: memoryLog().log,
    },
  );
  return { id, folder, time };
}
const foldedUpTo = async (id: BoardId) => (await gates.store.latestSnapshot(id))?.seq;

test.each([
  { tail: 'few small updates', entries: 1, bytes: 1, folds: false },
  { tail: '5,000 updates', entries: 5_000, bytes: 1, folds: false },
  { tail: 'more than 5,000 updates', entries: 5_001, bytes: 1, folds: true },
  { tail: '256 kB', entries: 1, bytes: 256 * kilobyte, folds: false },
  { tail: 'more than 256 kB', entries: 1, bytes: 256 * kilobyte + 1, folds: true },
])('[RO31] a log with $tail after its snapshot: folded is $folds', async (how) => {
  const { id, folder } = await opened();
  folder.grew(2, how.entries, how.bytes);
  await folder.settled();
  expect(await foldedUpTo(id)).toBe(how.folds ? 2 : undefined);
});

test('[RO31] a large board is folded when its log is larger than its snapshot', async () => {
  const { id, folder } = await opened({ snapshotBytes: 1_000 * kilobyte });
  folder.grew(1, 1, 1_000 * kilobyte);
  await folder.settled();
  expect(await foldedUpTo(id)).toBeUndefined();
  folder.grew(2, 1, 1);
  await folder.settled();
  expect(await foldedUpTo(id)).toBe(2);
});

test('[RO38] a board beyond its limit is folded earlier, and then takes what is still there', async () => {
  const { id, folder } = await opened({ snapshotBytes: 700 * kilobyte }, 1_000 * kilobyte);
  folder.grew(1, 1, 300 * kilobyte);
  await folder.settled();
  expect([await foldedUpTo(id), folder.size()]).toEqual([undefined, 1_000 * kilobyte]);
  folder.grew(2, 1, 1);
  await folder.settled();
  expect([await foldedUpTo(id), folder.size() < kilobyte]).toEqual([2, true]);
});

test('[RO31] after a fold that failed, none is tried for a minute', async () => {
  const { id, folder, time } = await opened();
  gates.fail('saveSnapshot');
  folder.grew(2, 6_000, 1);
  await folder.settled();
  gates.mend();
  time.now = 59_999;
  folder.grew(2, 1, 1);
  await folder.settled();
  expect([gates.count('saveSnapshot'), await foldedUpTo(id)]).toEqual([1, undefined]);
  time.now = 60_000;
  folder.grew(2, 1, 1);
  await folder.settled();
  expect([gates.count('saveSnapshot'), await foldedUpTo(id)]).toEqual([2, 2]);
});

test('[RO10] a board that is let go is folded only when there is something to fold', async () => {
  const { id, folder } = await opened();
  await folder.foldAll();
  expect(await foldedUpTo(id)).toBeUndefined();
  folder.grew(2, 2, 10);
  await folder.foldAll();
  expect(await foldedUpTo(id)).toBe(2);
  await folder.foldAll();
  expect(gates.count('saveSnapshot')).toBe(1);
});

test('[RO31] of a board that was purged nothing is folded', async () => {
  const { id, folder } = await opened();
  await gates.store.purge(id);
  folder.grew(2, 6_000, 1);
  await folder.settled();
  expect(gates.count('saveSnapshot')).toBe(0);
});

test('[RO31] a fold holds what it says it does, and nothing that came after it', async () => {
  const { id, folder } = await opened();
  folder.grew(1, 6_000, 1);
  await folder.settled();
  const { seq, state } = (await gates.store.latestSnapshot(id)) ?? {
    seq: 0,
    state: new Uint8Array(),
  };
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  expect([seq, doc.getMap('board').get('title')]).toEqual([1, 'un']);
});
