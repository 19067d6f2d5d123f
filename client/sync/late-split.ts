/** What cuts large updates, fetched with the first change that is made here: readers need none. */
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { SYNC } from '../../shared/protocol/messages.ts';
import { late } from '../browser/late.ts';

const splitting = late(() => import('./split-update.ts'));

/** Bytes of an answer that leaves whole: on a slow line nothing passes it. */
const mostUncut = 32 * 1_024;
type Frame = Uint8Array<ArrayBuffer>;
export interface LateSplit {
  /** Until it is there a frame leaves whole, and so may be refused. */
  readonly split: (frame: Frame) => readonly Frame[];
  /** What cuts it is to be waited for, before so much is answered; undefined when nothing is. */
  readonly beforeAnswer: (stateVector: Uint8Array) => Promise<void> | undefined;
}

/** @param leaving told what is about to be sent */
export function lateSplit(
  doc: BoardDoc,
  leaving: (frames: readonly Frame[]) => readonly Frame[],
): LateSplit {
  let split: LateSplit['split'] | undefined;
  let asked: Promise<void> | undefined;
  const coming = () => {
    if (split) return undefined;
    asked ??= splitting().then(
      ({ splitFrame }) => {
        split = (whole) => splitFrame(doc, whole);
      },
      () => {
        asked = undefined;
      },
    );
    return asked;
  };
  return {
    split: (frame) => {
      if (frame[1] === SYNC.update) void coming();
      return leaving(split?.(frame) ?? [frame]);
    },
    beforeAnswer: (stateVector) =>
      split || Y.encodeStateAsUpdate(doc, stateVector).length < mostUncut ? undefined : coming(),
  };
}
