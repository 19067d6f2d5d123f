/** Where an action stands in the reading order of the board: priority by priority, filter included. */
import type { Board } from '../../../shared/board/board.ts';
import { besideShown } from '../../../shared/finding/shown.ts';
import type { ActionId } from '../../../shared/ids.ts';
import { useBoard } from '../../state/hooks.ts';
import { useShown } from '../../state/use-finding.ts';

export function useNeighbours(id: ActionId) {
  const shown = useShown();
  return {
    /** Place in its priority, from 1; 0 when it is not on show. */
    index: useBoard((board) => columnOf(board, id).indexOf(id) + 1),
    /** Actions on show in its priority. */
    total: useBoard((board) => columnOf(board, id).length),
    /** Across priorities, among those on show; undefined at either end. */
    previous: useBoard((board) => besideShown(board, shown, id, -1)),
    next: useBoard((board) => besideShown(board, shown, id, 1)),
  };
}

function columnOf(board: Board, id: ActionId): readonly ActionId[] {
  const priorityId = board.actions.get(id)?.priorityId;
  return (priorityId !== undefined && board.columns.get(priorityId)) || [];
}
