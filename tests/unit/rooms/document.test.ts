import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDocument } from '../../../server/rooms/board/document.ts';
import { createFolder } from '../../../server/rooms/board/folder.ts';
import { openSqlite } from '../../../server/store/sqlite.ts';
import { foldHere } from '../../../server/work/fold.ts';
import { inThread } from '../../../server/work/thread.ts';
import { createWork, patientLimits } from '../../../server/work/work.ts';
import { createDoc } from '../../../shared/board/doc.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { newId } from '../../../shared/ids.ts';
import { actionIn, forge, smallBoard } from '../../support/forge.ts';
import { memoryLog } from '../../support/log.ts';
import { plainBoard } from '../../support/plain-board.ts';

const boardIn = (doc: Y.Doc) => plainBoard(readBoard(doc));
const whole = (state: Uint8Array) => {
  const doc = createDoc();
  Y.applyUpdate(doc, state);
  return boardIn(doc);
};

test('[RO28] a first sync from stored bytes is what the document itself would answer', () => {
  const doc = smallBoard();
  const half = createDoc();
  Y.applyUpdate(half, foldHere([Y.encodeStateAsUpdate(doc)]).state);
  const later = forge(doc, 20, (copy) => void actionIn(copy, 'a1').set('means', 'plus'));
  Y.applyUpdate(doc, later);
  const snapshot = foldHere([Y.encodeStateAsUpdate(doc)]);

  const stored = openDocument(snapshot);
  expect(whole(stored.missingFor(Y.encodeStateVector(createDoc())))).toEqual(boardIn(doc));
  const had = Y.encodeStateVector(half);
  const lack = stored.missingFor(had);
  expect(lack.length).toBeLessThan(snapshot.state.length / 2);
  expect(stored.missingFor(Y.encodeStateVector(createDoc()))).toBe(snapshot.state);
  // A room that comes back has the same: it is read once for all.
  expect(stored.missingFor(Uint8Array.from(had))).toBe(lack);
  Y.applyUpdate(half, lack);
  expect(boardIn(half)).toEqual(boardIn(doc));
  expect(whole(stored.missingFor(Y.encodeStateVector(createDoc())))).toEqual(boardIn(doc));
  expect(stored.stateVector()).toEqual(snapshot.stateVector);
  expect(boardIn(stored.live())).toEqual(boardIn(doc));
});

test('[RO28] what somebody lacks is read once in each encoding, until somebody writes', () => {
  const doc = smallBoard();
  const nothing = Y.encodeStateVector(createDoc());
  const opened = openDocument(foldHere([Y.encodeStateAsUpdate(doc)]));
  const inV2 = () => opened.missingInV2(Uint8Array.from(nothing)) ?? nothing;
  const read = () => {
    const copy = createDoc();
    Y.applyUpdateV2(copy, inV2());
    return boardIn(copy);
  };
  expect(read()).toEqual(boardIn(doc));
  expect(inV2()).toBe(inV2());
  expect(opened.isBuilt()).toBe(false);

  const later = forge(doc, 20, (copy) => void actionIn(copy, 'a1').set('means', 'plus'));
  Y.applyUpdate(doc, later);
  opened.apply(later);
  expect(read()).toEqual(boardIn(doc));
  expect(whole(opened.missingFor(nothing))).toEqual(boardIn(doc));
  expect([inV2(), opened.missingFor(nothing)]).toEqual([inV2(), opened.missingFor(nothing)]);
  expect(inV2()).toBe(inV2());

  opened.write((copy) => void copy.getMap('board').set('subtitle', 'après'));
  Y.applyUpdate(doc, opened.missingFor(Y.encodeStateVector(doc)));
  expect(readBoard(doc).info.subtitle).toBe('après');
  expect(read()).toEqual(boardIn(doc));
});

test('[RO28] a large stored board is not read again only to be written smaller; a live one is written at once', () => {
  const doc = smallBoard();
  doc.getMap('board').set('notice', 'y'.repeat(1_000_000));
  const opened = openDocument(foldHere([Y.encodeStateAsUpdate(doc)]));
  const nothing = Y.encodeStateVector(createDoc());
  expect(opened.missingInV2(nothing)).toBeUndefined();
  opened.live();
  expect(opened.missingInV2(nothing)?.length).toBeGreaterThan(1_000_000);
});

test('[SR13] what stands in the stored bytes is known before the document is built', () => {
  const doc = smallBoard();
  const [client = 0] = doc.store.clients.keys();
  const stored = openDocument(foldHere([Y.encodeStateAsUpdate(doc)]));
  expect([stored.holds(client), stored.holds(client + 1), stored.isBuilt()]).toEqual([
    true,
    false,
    false,
  ]);
});

test('[RO29] an update that would wait in the document is a broken promise, said at once', () => {
  const doc = smallBoard();
  const first = forge(doc, 99, (copy) => void actionIn(copy, 'a1').set('means', 'un'));
  const between = smallBoard();
  Y.applyUpdate(between, first);
  const second = forge(between, 99, (copy) => void actionIn(copy, 'a1').set('means', 'deux'));
  const opened = openDocument(foldHere([Y.encodeStateAsUpdate(doc)]));
  expect(() => opened.apply(second)).toThrow('waits');
});

test('[RO30] a worker folds to the same state', async () => {
  const updates = [Y.encodeStateAsUpdate(smallBoard())];
  expect(await inThread('fold', updates, patientLimits)).toEqual(foldHere(updates));
});

test('[RO30] bytes that cannot be folded reject, and end no process', async () => {
  await expect(inThread('fold', [Uint8Array.of(9, 9, 9)], patientLimits)).rejects.toMatchObject({
    kind: 'failed',
  });
});

test('[RO31] a log that has grown long is folded while people write, into the same board', async () => {
  const store = await openSqlite(':memory:');
  const id = newId<'board'>();
  const doc = smallBoard();
  const entry = (bytes: Uint8Array) => ({ kind: 'update', author: null, at: 0, bytes }) as const;
  await store.createBoard(
    { id, createdAt: 0, purgeAt: 1, epoch: 'e1' },
    [],
    [entry(Y.encodeStateAsUpdate(doc))],
  );
  const extent = { snapshotBytes: 0, tailEntries: 1, tailBytes: 100, seq: 1 };
  const log = memoryLog();
  const folder = createFolder(extent, {
    id,
    store,
    folds: createWork(patientLimits),
    maxStateBytes: 1e9,
    clock: () => 0,
    log: log.log,
  });

  let seq = 1;
  for (let i = 0; i < 30; i++) {
    const update = forge(
      doc,
      20,
      (copy) => void actionIn(copy, 'a1').set('means', 'x'.repeat(4_000)),
    );
    Y.applyUpdate(doc, update);
    seq = (await store.append(new Map([[id, [entry(update)]]]))).get(id) ?? 0;
    folder.grew(seq, 1, update.length * 3); // as long as if it were three
  }
  await folder.foldAll();
  const snapshot = await store.latestSnapshot(id);
  expect(snapshot?.seq).toBe(seq);
  expect(whole(snapshot?.state ?? new Uint8Array())).toEqual(boardIn(doc));
  expect(folder.size()).toBe(snapshot?.state.length);
  expect(log.lines()).toEqual([]);
  await store.close();
});
