/** The actions on show by the direction that leads them. */
import type { Board } from '../board/board.ts';
import type { Action, Direction } from '../board/schema.ts';
import type { DirectionId } from '../ids.ts';
import { append } from '../lists.ts';
import { actionsOnShow } from './on-show.ts';

export interface DirectionShare {
  /** Null: no direction leads them yet. */
  readonly direction: Direction | null;
  /** Each action on show is in exactly one share. */
  readonly leads: readonly Action[];
  /** Those of others that need this direction; empty for those without a lead. */
  readonly supports: readonly Action[];
}

/**
 * Every direction of the board in order, even one that leads nothing; then those nobody leads.
 * A lead that is no longer on the board leads nothing.
 */
export function byDirection(board: Board): readonly DirectionShare[] {
  const actions = actionsOnShow(board);
  const leads = new Map<DirectionId | null, Action[]>(
    [...board.directions.keys(), null].map((id) => [id, []]),
  );
  const supports = new Map<DirectionId, Action[]>();
  for (const action of actions) {
    leads.get(leadOf(board, action))?.push(action);
    for (const id of action.supportingDirections)
      if (id !== action.leadDirectionId) append(supports, id, action);
  }
  return [...leads].map(([id, led]) => ({
    direction: (id !== null && board.directions.get(id)) || null,
    leads: led,
    supports: (id !== null && supports.get(id)) || [],
  }));
}

/** The direction that leads an action, null when there is none on the board. */
const leadOf = (board: Board, { leadDirectionId }: Action): DirectionId | null =>
  leadDirectionId !== undefined && board.directions.has(leadDirectionId) ? leadDirectionId : null;
