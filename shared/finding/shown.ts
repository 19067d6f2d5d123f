/** The board as it is walked while a filter holds, and where a place among what is on show really is. */
import type { Board } from '../board/board.ts';
import type { Place } from '../board/commands/actions.ts';
import type { ActionId } from '../ids.ts';

/** Actions that answer the filter; null while there is none, and everything is on show. */
export type Shown = ReadonlySet<ActionId> | null;

export const isShown = (shown: Shown, id: ActionId): boolean => shown === null || shown.has(id);

/** The same board, its columns without what is hidden; numbers stay those of the whole. */
export const shownBoard = (board: Board, shown: Shown): Board =>
  shown === null
    ? board
    : {
        ...board,
        columns: new Map(
          [...board.columns].map(([id, ids]) => [id, ids.filter((each) => shown.has(each))]),
        ),
      };

/**
 * Where an action put among those on show goes among all. Before another one is there; below the
 * last one is right after it, not after all that is hidden further down.
 */
export function placeAmongAll(board: Board, shown: Shown, id: ActionId, place: Place): Place {
  if (shown === null || place.before !== null) return place;
  const others = (board.columns.get(place.priorityId) ?? []).filter((other) => other !== id);
  const last = others.findLastIndex((other) => shown.has(other));
  return last < 0 ? place : { ...place, before: others[last + 1] ?? null };
}

/** The next action on show (1) or the one before (-1), across priorities; undefined at either end. */
export function besideShown(
  board: Board,
  shown: Shown,
  id: ActionId,
  by: -1 | 1,
): ActionId | undefined {
  const order = board.priorities.flatMap((priority) => board.columns.get(priority.id) ?? []);
  const from = order.indexOf(id);
  if (from < 0) return undefined;
  for (let at = from + by; at >= 0 && at < order.length; at += by) {
    const other = order[at];
    if (other !== undefined && isShown(shown, other)) return other;
  }
  return undefined;
}
