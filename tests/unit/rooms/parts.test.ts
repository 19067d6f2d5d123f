import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openDocument } from '../../../server/rooms/board/document.ts';
import { foldHere } from '../../../server/work/fold.ts';
import { partsOf } from '../../../server/work/parts.ts';
import { inThread } from '../../../server/work/thread.ts';
import { patientLimits } from '../../../server/work/work.ts';
import { readBoard } from '../../../shared/board/snapshot.ts';
import { actionIn, forge, smallBoard } from '../../support/forge.ts';
import { plainBoard } from '../../support/plain-board.ts';

const boardIn = (doc: Y.Doc) => plainBoard(readBoard(doc));

/** A text that three people wrote in turns, each at the others' words, and took half of away again. */
function worn(): Y.Doc {
  const doc = smallBoard();
  for (let turn = 0; turn < 60; turn++) {
    const update = forge(doc, [20, 21, 10][turn % 3] ?? 20, (copy) => {
      const text = actionIn(copy, 'a1').get('description') as Y.Text;
      text.insert((turn * 7) % text.length, `mot ${turn} `);
      if (turn % 2 === 1) text.delete((turn * 5) % (text.length - 6), 6);
      actionIn(copy, 'a1').set('means', `version ${turn}`);
    });
    Y.applyUpdate(doc, update);
  }
  return doc;
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('[RO44] parts come to the same document, and none waits for a later one', () => {
  const source = worn();
  const { state } = foldHere([Y.encodeStateAsUpdate(source)]);
  const parts = partsOf(state, 7);
  expect(parts.length).toBeGreaterThan(20);
  const built = new Y.Doc();
  for (const part of parts) {
    Y.applyUpdate(built, part);
    expect([built.store.pendingStructs, built.store.pendingDs]).toEqual([null, null]);
  }
  expect(boardIn(built)).toEqual(boardIn(source));
  expect(Y.equalSnapshots(Y.snapshot(built), Y.snapshot(source))).toBe(true);
});

test('[RO44] a worker cuts as we do', async () => {
  vi.useRealTimers();
  const { state } = foldHere([Y.encodeStateAsUpdate(worn())]);
  expect(await inThread('cut', state, patientLimits)).toEqual(partsOf(state));
});

test('[RO45] a document is built ahead, and answers from its bytes meanwhile', () => {
  const source = worn();
  const snapshot = foldHere([Y.encodeStateAsUpdate(source)]);
  const document = openDocument(snapshot);
  document.buildFrom(partsOf(snapshot.state, 7));
  expect([document.isBuilt(), document.stateVector()]).toEqual([false, snapshot.stateVector]);
  vi.runAllTimers();
  expect(document.isBuilt()).toBe(true);
  expect(boardIn(document.live())).toEqual(boardIn(source));
});

test('[RO45] whoever writes while it is built finds it whole, and what they wrote stays', () => {
  const source = worn();
  const snapshot = foldHere([Y.encodeStateAsUpdate(source)]);
  const document = openDocument(snapshot);
  document.buildFrom(partsOf(snapshot.state, 7));
  vi.advanceTimersByTime(20);
  const update = forge(source, 20, (copy) => void actionIn(copy, 'a1').set('means', 'écrit'));
  document.apply(update);
  vi.runAllTimers();
  Y.applyUpdate(source, update);
  expect(boardIn(document.live())).toEqual(boardIn(source));
});

test.each([
  { name: 'a part is missing', spoil: (parts: Uint8Array[]) => parts.toSpliced(3, 1) },
  { name: 'a part is no update', spoil: (parts: Uint8Array[]) => parts.with(3, Uint8Array.of(9)) },
])('[RO45] when $name the document is built from its snapshot', ({ spoil }) => {
  const source = worn();
  const snapshot = foldHere([Y.encodeStateAsUpdate(source)]);
  const document = openDocument(snapshot);
  document.buildFrom(spoil(partsOf(snapshot.state, 7)));
  vi.runAllTimers();
  expect(document.isBuilt()).toBe(false);
  expect(boardIn(document.live())).toEqual(boardIn(source));
});

test('[RO45] so it is when all but what one author wrote came, and nothing waits for it', () => {
  const source = smallBoard();
  const snapshot = foldHere([Y.encodeStateAsUpdate(source)]);
  const document = openDocument(snapshot);
  document.buildFrom(partsOf(snapshot.state, 1).toSpliced(-2, 1)); // the last one of all
  vi.runAllTimers();
  expect(document.isBuilt()).toBe(false);
  expect(boardIn(document.live())).toEqual(boardIn(source));
});

test('[RO45] a document that was built, or let go, is left alone', () => {
  const snapshot = foldHere([Y.encodeStateAsUpdate(worn())]);
  const parts = partsOf(snapshot.state, 7);
  const built = openDocument(snapshot);
  const live = built.live();
  built.buildFrom(parts);
  vi.runAllTimers();
  expect(built.live()).toBe(live);
  const gone = openDocument(snapshot);
  gone.buildFrom(parts);
  gone.destroy();
  vi.runAllTimers();
  expect(gone.isBuilt()).toBe(false);
});
