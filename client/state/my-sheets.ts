/** The sheets that facilitators have confided to this person, to their direction or to their group. */
import type { Board } from '../../shared/board/board.ts';
import type { Action } from '../../shared/board/schema.ts';
import type { ActionId } from '../../shared/ids.ts';
import type { PersonView } from '../../shared/session/present.ts';
import { useBoard, useMe } from './hooks.ts';

const isMine = ({ assignedTo }: Action, me: PersonView): boolean =>
  assignedTo !== undefined &&
  (assignedTo === me.id || assignedTo === me.directionId || assignedTo === me.groupId);

/** In the order of the board; those that are not on show have no number, and are nobody's to fill. */
const sheetsOf = (board: Board, me: PersonView): readonly ActionId[] =>
  [...board.numbers.keys()].filter((id) => {
    const action = board.actions.get(id);
    return action !== undefined && isMine(action, me);
  });

/** Null for whoever takes no part. */
const useTakingPart = (): PersonView | null => {
  const me = useMe();
  return me?.role === 'participant' ? me : null;
};

/** As one text, so that only another list draws. */
export function useMySheets(): readonly ActionId[] {
  const me = useTakingPart();
  const ids = useBoard((board) => (me ? sheetsOf(board, me).join(' ') : ''));
  return ids === '' ? [] : (ids.split(' ') as ActionId[]);
}

export function useIsMySheet(id: ActionId): boolean {
  const me = useTakingPart();
  return useBoard((board) => {
    const action = board.actions.get(id);
    return me !== null && action !== undefined && isMine(action, me);
  });
}

/**
 * The one after it among these, around to the first; the first from anywhere else.
 * Null when there is no other.
 */
export function nextAmong(ids: readonly ActionId[], id: ActionId | null): ActionId | null {
  const next = ids[(id === null ? 0 : ids.indexOf(id) + 1) % ids.length];
  return next === undefined || next === id ? null : next;
}
