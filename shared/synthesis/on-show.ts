/**
 * What a synthesis counts: the actions on show, in the order people read them. Those merged or set
 * aside have left the list; those whose priority is gone are still in it.
 */
import type { Board } from '../board/board.ts';
import type { Action, Priority } from '../board/schema.ts';

/** A priority and its actions; `priority` is null for those whose priority is gone. */
export interface Axis {
  readonly priority: Priority | null;
  readonly actions: readonly Action[];
}

/** Every priority in order, then the actions without one when there are some. */
export function axesOf(board: Board): readonly Axis[] {
  const found = (ids: readonly Action['id'][]): readonly Action[] =>
    ids.flatMap((id) => board.actions.get(id) ?? []);
  const axes: Axis[] = board.priorities.map((priority) => ({
    priority,
    actions: found(board.columns.get(priority.id) ?? []),
  }));
  if (board.unplaced.length > 0) axes.push({ priority: null, actions: found(board.unplaced) });
  return axes;
}

/** Every action on show: by number, then those without a priority. */
export const actionsOnShow = (board: Board): readonly Action[] =>
  axesOf(board).flatMap(({ actions }) => actions);
