/** Where an action stands in the reading order of the board: priority by priority. */
import type { Board } from '../../../shared/board/board.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoard } from '../../state/hooks.ts';

export interface Neighbours {
  /** Place in its priority, from 1; 0 when it is not on show. */
  readonly index: number;
  /** Actions on show in its priority. */
  readonly total: number;
  /** Across priorities; undefined at either end. */
  readonly previous: ActionId | undefined;
  readonly next: ActionId | undefined;
}

export function useNeighbours(id: ActionId): Neighbours {
  return {
    index: useBoard((board) => columnOf(board, id).indexOf(id) + 1),
    total: useBoard((board) => columnOf(board, id).length),
    previous: useBoard((board) => beside(board, id, -1)),
    next: useBoard((board) => beside(board, id, 1)),
  };
}

function columnOf(board: Board, id: ActionId): readonly ActionId[] {
  const priorityId = board.actions.get(id)?.priorityId;
  return (priorityId !== undefined && board.columns.get(priorityId)) || [];
}

function beside(board: Board, id: ActionId, by: -1 | 1): ActionId | undefined {
  const column = columnOf(board, id);
  const index = column.indexOf(id);
  if (index < 0) return undefined;
  const near = column[index + by];
  if (near !== undefined) return near;
  const place = board.priorities.findIndex((p) => p.id === board.actions.get(id)?.priorityId);
  const beyond =
    by > 0 ? board.priorities.slice(place + 1) : board.priorities.slice(0, place).reverse();
  const ids = beyond.map((priority) => board.columns.get(priority.id)).find((c) => c?.length);
  return by > 0 ? ids?.[0] : ids?.at(-1);
}
