/** What cuts large updates, fetched with the first change that is made here: readers need none. */
import type { BoardDoc } from '../../shared/board/doc.ts';
import { SYNC } from '../../shared/protocol/messages.ts';
import { late } from '../browser/late.ts';

const splitting = late(() => import('./split-update.ts'));

/** Until it is there a frame leaves whole, and so may be refused. */
export function lateSplit(doc: BoardDoc): (frame: Frame) => readonly Frame[] {
  let split: ReturnType<typeof lateSplit> | undefined;
  let isAsked = false;
  return (frame) => {
    if (frame[1] !== SYNC.update) return [frame];
    if (split) return split(frame);
    if (!isAsked)
      splitting().then(
        ({ splitFrame }) => {
          split = (whole) => splitFrame(doc, whole);
        },
        () => {
          isAsked = false;
        },
      );
    isAsked = true;
    return [frame];
  };
}

type Frame = Uint8Array<ArrayBuffer>;
