/** Boards as plain data that compares: lists keep their order, what has none is sorted. */
import type { Board } from '../../shared/board/board.ts';

export function plainBoard(board: Board): Readonly<Record<string, unknown>> {
  return {
    info: board.info,
    priorities: board.priorities,
    directions: [...board.directions],
    actors: [...board.actors],
    policies: [...board.policies],
    actions: byKey(board.actions),
    comments: byKey(board.comments),
    columns: [...board.columns],
    unplaced: board.unplaced,
    numbers: [...board.numbers],
    discarded: board.discarded,
    sources: byKey(board.sources),
  };
}

const byKey = <Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1));
