import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { loadBoard } from '../../../server/rooms/board/load.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import type { Store } from '../../../server/store/store.ts';
import { foldHere } from '../../../server/work/fold.ts';
import { perform } from '../../../server/work/tasks.ts';
import { threadFromBytes, type Work } from '../../../server/work/work.ts';
import { createDoc, writeInfo } from '../../../shared/board/doc.ts';
import { SCHEMA_VERSION } from '../../../shared/board/schema-version.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';

let store: Store;
beforeEach(async () => {
  store = await openSqlite(':memory:');
});
afterEach(() => store.close());

/** Work that is done here, whatever its size, and noted. */
function notedWork() {
  const done: string[] = [];
  const work: Work = {
    run: (task, input) => {
      done.push(task);
      return perform(task, input);
    },
  };
  return { done, work };
}
const setting = (doc: Y.Doc, key: string, value: string): Uint8Array => {
  const before = Y.encodeStateVector(doc);
  doc.getMap('board').set(key, value);
  return Y.encodeStateAsUpdate(doc, before);
};
const entry = (bytes: Uint8Array) => ({ kind: 'update', author: null, at: 0, bytes }) as const;

/** A board of that size, folded, and what was written since. */
async function makeBoard(characters: number, later: readonly string[]): Promise<BoardId> {
  const id = newId<'board'>();
  const doc = createDoc();
  writeInfo(doc, { schemaVersion: SCHEMA_VERSION });
  doc.getMap('board').set('notice', 'y'.repeat(characters));
  const first = Y.encodeStateAsUpdate(doc);
  const snapshot = { seq: 1, ...foldHere([first]) };
  await store.createBoard(
    { id, createdAt: 0, purgeAt: 1, epoch: 'e1' },
    [],
    [entry(first)],
    snapshot,
  );
  for (const text of later)
    await store.append(new Map([[id, [entry(setting(doc, 'subtitle', text))]]]));
  return id;
}
const depsWith = (work: Work) => ({
  store,
  loads: work,
  folds: work,
  schema: SCHEMA_VERSION,
  clock: () => 0,
});
async function loaded(id: BoardId, { work } = notedWork()) {
  const outcome = await loadBoard(id, depsWith(work));
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
}

test.each([
  { size: 'small', characters: 10 },
  { size: 'large', characters: 300_000 },
])('[RO17] a $size board is loaded with what was written after its snapshot', async (how) => {
  const { document, extent } = await loaded(await makeBoard(how.characters, ['un', 'deux']));
  const copy = new Y.Doc();
  Y.applyUpdate(copy, document.missingFor(Y.encodeStateVector(new Y.Doc())));
  const info = copy.getMap('board');
  expect([String(info.get('notice')).length, info.get('subtitle')]).toEqual([
    how.characters,
    'deux',
  ]);
  expect(extent).toMatchObject({ tailEntries: 2, seq: 3 });
  expect(extent.snapshotBytes).toBeGreaterThan(how.characters);
  expect(extent.tailBytes).toBeGreaterThan(0);
  expect(extent.tailBytes).toBeLessThan(200);
  document.destroy();
});

test('[RO54] a board opens while others are being folded', async () => {
  const busy: Work = { run: () => new Promise(() => {}) };
  const id = await makeBoard(10, ['un']);
  const board = await loadBoard(id, { ...depsWith(notedWork().work), folds: busy });
  expect(board.ok).toBe(true);
});

test('[RO28] a large board is folded before it opens only when it is not folded yet', async () => {
  const noted = notedWork();
  const folded = await loaded(await makeBoard(300_000, []), noted);
  expect([noted.done, folded.document.isBuilt()]).toEqual([[], false]);
  const grown = await loaded(await makeBoard(300_000, ['un']), noted);
  expect([noted.done, grown.document.isBuilt()]).toEqual([['upgrade'], false]);
  for (const { document } of [folded, grown]) document.destroy();
});

test('[RO56] a large board comes with the answer that was made when it was folded, or for the opening', async () => {
  const nothing = Y.encodeStateVector(createDoc());
  for (const later of [[], ['un']]) {
    const { document } = await loaded(await makeBoard(300_000, later));
    expect(document.answerTo(nothing)?.length).toBeGreaterThan(100);
    document.destroy();
  }
});

/** So many ideas written in a session that was never folded. */
async function write(id: BoardId, ideas: number): Promise<void> {
  const draft = (n: number) => ({
    id: `idea-${n}`,
    personId: 'ana',
    priorityId: 'p',
    title: `${n}`,
    description: 'x'.repeat(9_000),
  });
  const events = Array.from({ length: ideas }, (_, n) => ({
    kind: 'event' as const,
    author: null,
    at: 0,
    bytes: new TextEncoder().encode(JSON.stringify({ type: 'draft-written', draft: draft(n) })),
  }));
  await store.append(new Map([[id, events]]));
}

test.each([
  { ideas: 60, done: [] },
  { ideas: 120, done: ['foldSession'] },
])(
  '[RO61] a session of $ideas long events from before is read where it should be: $done',
  async (how) => {
    const noted = notedWork();
    const id = await makeBoard(10, []);
    await write(id, how.ideas);
    const { session, sessionExtent, document } = await loaded(id, noted);
    expect(noted.done).toEqual(how.done);
    expect([session.ideas.size, sessionExtent.tailEntries]).toEqual([how.ideas, how.ideas]);
    document.destroy();
  },
);

test('[RO45] a large board is built ahead a moment after it was opened, a small one is not', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const [below, above] = [
    await makeBoard(threadFromBytes - 2_000, []),
    await makeBoard(threadFromBytes, []),
  ];
  const [small, large] = [await loaded(below), await loaded(above)];
  await vi.advanceTimersByTimeAsync(999);
  expect([small.document.isBuilt(), large.document.isBuilt()]).toEqual([false, false]);
  await vi.advanceTimersByTimeAsync(100);
  expect([small.document.isBuilt(), large.document.isBuilt()]).toEqual([false, true]);
  for (const { document } of [small, large]) document.destroy();
  vi.useRealTimers();
});

test('[RO45] nothing is built ahead of a board that everybody has left by then', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const noted = notedWork();
  const { document } = await loaded(await makeBoard(threadFromBytes, []), noted);
  document.destroy();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(noted.done).toEqual([]);
  vi.useRealTimers();
});

test('[RO17] session, people, client ids and code come with it; events are no part of the document', async () => {
  const id = await makeBoard(10, []);
  const opened = JSON.stringify({ type: 'hand-set', personId: 'ana', raisedAt: 5 });
  await store.append(new Map([[id, [{ ...entry(Buffer.from(opened)), kind: 'event' }]]]));
  await store.openEntry(id, 'ABCDEF');
  await store.claimClients(id, new Map([[7, newId<'person'>()]]));
  const board = await loaded(id);
  expect(board).toMatchObject({ people: [], entryCode: 'ABCDEF' });
  expect([...board.session.hands.keys()]).toEqual(['ana']);
  expect([...board.clients.keys()]).toEqual([7]);
  expect(board.extent).toMatchObject({ tailEntries: 0, tailBytes: 0, seq: 1 });
});

test('[RO39] what is no board is not opened', async () => {
  expect(await loadBoard(newId<'board'>(), depsWith(notedWork().work))).toEqual({
    ok: false,
    error: 'unknownBoard',
  });
});
