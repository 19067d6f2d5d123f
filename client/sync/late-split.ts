/** What cuts large updates, fetched with the first change that is made here: readers need none. */
import type { BoardDoc } from '../../shared/board/doc.ts';

/** Until it is there an update leaves whole, and so may be refused. */
export function lateSplit(doc: BoardDoc): (update: Uint8Array) => readonly Uint8Array[] {
  let split: ReturnType<typeof lateSplit> | undefined;
  let isAsked = false;
  return (update) => {
    if (split) return split(update);
    if (!isAsked)
      import('./split-update.ts').then(
        ({ splitUpdate }) => {
          split = (whole) => splitUpdate(doc, whole);
        },
        () => {
          isAsked = false;
        },
      );
    isAsked = true;
    return [update];
  };
}
