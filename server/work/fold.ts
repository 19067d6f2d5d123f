/**
 * What the bytes of a log come to, computed at one go: as long as a board is large. Whoever runs
 * these decides where, see `work/work.ts`.
 */
import * as Y from 'yjs';
import type { Board } from '../../shared/board/board.ts';
import { createDoc } from '../../shared/board/doc.ts';
import { type BoardFrame, readBoard, readFrame } from '../../shared/board/snapshot.ts';

export interface Folded {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

export const sizeOf = (updates: readonly Uint8Array[]): number =>
  updates.reduce((sum, { length }) => sum + length, 0);

/** @param updates here as below: the last state and all updates after it, in order */
export const foldHere = (updates: readonly Uint8Array[]): Folded =>
  reading(updates, (doc) => ({
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
  }));

export const boardFrom = (updates: readonly Uint8Array[]): Board => reading(updates, readBoard);

export const frameFrom = (updates: readonly Uint8Array[]): BoardFrame =>
  reading(updates, readFrame);

function reading<Value>(updates: readonly Uint8Array[], read: (doc: Y.Doc) => Value): Value {
  const doc = createDoc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const value = read(doc);
  doc.destroy();
  return value;
}
