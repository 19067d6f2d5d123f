/** Where an action stands in the reading order of the board: priority by priority, filter included. */
import type { Board } from '../../../shared/board/board.ts';
import { besideShown } from '../../../shared/finding/shown.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoard } from '../../state/hooks.ts';
import { useShown } from '../../state/use-finding.ts';

export interface Neighbours {
  /** Place in its priority, from 1; 0 when it is not on show. */
  readonly index: number;
  /** Actions on show in its priority. */
  readonly total: number;
  /** Across priorities, among those on show; undefined at either end. */
  readonly previous: ActionId | undefined;
  readonly next: ActionId | undefined;
}

export function useNeighbours(id: ActionId): Neighbours {
  const shown = useShown();
  return {
    index: useBoard((board) => columnOf(board, id).indexOf(id) + 1),
    total: useBoard((board) => columnOf(board, id).length),
    previous: useBoard((board) => besideShown(board, shown, id, -1)),
    next: useBoard((board) => besideShown(board, shown, id, 1)),
  };
}

function columnOf(board: Board, id: ActionId): readonly ActionId[] {
  const priorityId = board.actions.get(id)?.priorityId;
  return (priorityId !== undefined && board.columns.get(priorityId)) || [];
}
