/**
 * Two people take the same card to two places: it ends in one, the same for everybody, and whoever
 * sees it leave again at once is told why.
 */
import type { ActionId, PriorityId } from '../../shared/ids.ts';
import type { BoardStores } from '../sync/board-stores.ts';

/** How long after one's own move another one is a collision and not just the next idea. */
const collisionMs = 3_000;

/** Calls back once if the action changes column soon after this person's own move. */
export function watchOwnMove(
  stores: Pick<BoardStores, 'board' | 'touchedByOthers'>,
  id: ActionId,
  onMovedElsewhere: (priorityId: PriorityId) => void,
): void {
  const { board, touchedByOthers } = stores;
  const columnOf = () => board.getState().actions.get(id)?.priorityId;
  const mine = columnOf();
  const stop = touchedByOthers.subscribe((touched) => {
    const now = touched.has(id) ? columnOf() : undefined;
    if (now === undefined || now === mine) return;
    end();
    onMovedElsewhere(now);
  });
  const timer = setTimeout(() => end(), collisionMs);
  const end = () => {
    clearTimeout(timer);
    stop();
  };
}
