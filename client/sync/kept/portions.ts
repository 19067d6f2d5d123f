/**
 * Much kept work, in portions that a server takes one after the other: it closes the line of who
 * sends more than some 3 MB faster than it reads, 256 kB a second.
 */
import { turnOf } from '../../../shared/board/work/put-back.ts';
import type { BoardStores } from '../board-stores.ts';
import type { KeptWork } from './kept-work.ts';
import { workFor } from './work-for.ts';

/** Characters of what is kept, as JSON: one update holds them; a single thing may be more. */
const most = 60_000;

/** In the order in which it can be done; what is asked of the session comes first. */
export function inTurn(items: readonly KeptWork[]): readonly KeptWork[] {
  const turn = ({ work }: KeptWork) => {
    const onBoard = workFor(work);
    return onBoard ? turnOf(onBoard) : -1;
  };
  return items.toSorted((a, b) => turn(a) - turn(b));
}

export function portionsOf(items: readonly KeptWork[]): readonly (readonly KeptWork[])[] {
  const portions: KeptWork[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of inTurn(items)) {
    const length = JSON.stringify(item.work).length;
    const last = portions.at(-1);
    if (last && size + length <= most) {
      last.push(item);
      size += length;
    } else {
      portions.push([item]);
      size = length;
    }
  }
  return portions;
}

/** Resolves once the server has acknowledged everything; to false as soon as the line is cut. */
export function whenSaved({ connection }: Pick<BoardStores, 'connection'>): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const now = connection.getState();
      if (now.state === 'live' && now.unsaved) return false;
      resolve(now.state === 'live');
      return true;
    };
    if (look()) return;
    const stop = connection.subscribe(() => {
      if (look()) stop();
    });
  });
}
