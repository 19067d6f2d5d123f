/**
 * Moving a card with the keyboard: it is picked up, shown where it would stand, and moved once, when
 * it is put down. Pure functions of the board, so that a neighbour may change it meanwhile.
 */
import type { Board } from '../../../shared/board/board.ts';
import type { Place } from '../../../shared/board/commands/actions.ts';
import type { ActionId, PriorityId } from '../../../shared/ids.ts';

export interface Grab {
  readonly id: ActionId;
  /** Where it would be put down now. */
  readonly place: Place;
}

/** Where a place is, for people: from 1. */
export interface Position {
  readonly priorityId: PriorityId;
  readonly index: number;
  readonly total: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/** Picks an action up where it stands; undefined when it is not on show in a priority. */
export function startGrab(board: Board, id: ActionId): Grab | undefined {
  const priorityId = board.actions.get(id)?.priorityId;
  const column = priorityId && board.columns.get(priorityId);
  const index = column?.indexOf(id) ?? -1;
  if (!column || index < 0) return undefined;
  return { id, place: { priorityId, before: column[index + 1] ?? null } };
}

/** One step of the place; the same grab at the edge of the board. */
export function shiftGrab(board: Board, grab: Grab, direction: Direction): Grab {
  const position = positionOf(board, grab);
  if (!position) return grab;
  const { index } = position;
  switch (direction) {
    case 'up':
      return at(board, grab, position.priorityId, index - 2);
    case 'down':
      return at(board, grab, position.priorityId, index);
    case 'left':
    case 'right': {
      const order = board.priorities.map((priority) => priority.id);
      const next = order[order.indexOf(position.priorityId) + (direction === 'left' ? -1 : 1)];
      return next === undefined ? grab : at(board, grab, next, index - 1);
    }
  }
}

/** Where the grabbed card is now; undefined when its target priority is gone. */
export function positionOf(board: Board, { id, place }: Grab): Position | undefined {
  const others = othersIn(board, place.priorityId, id);
  if (!others) return undefined;
  const before = place.before === null ? -1 : others.indexOf(place.before);
  const index = before < 0 ? others.length : before;
  return { priorityId: place.priorityId, index: index + 1, total: others.length + 1 };
}

/** The cards of a column as the person who holds one sees it. */
export function previewColumn(
  board: Board,
  grab: Grab | null,
  priorityId: PriorityId,
  column: readonly ActionId[],
): readonly ActionId[] {
  if (!grab) return column;
  const isTarget = grab.place.priorityId === priorityId;
  if (!isTarget && !column.includes(grab.id)) return column;
  const others = column.filter((id) => id !== grab.id);
  const position = isTarget ? positionOf(board, grab) : undefined;
  return position ? others.toSpliced(position.index - 1, 0, grab.id) : others;
}

/** @param index from 0 among the other cards; kept within the column */
function at(board: Board, grab: Grab, priorityId: PriorityId, index: number): Grab {
  const others = othersIn(board, priorityId, grab.id) ?? [];
  const kept = Math.min(Math.max(index, 0), others.length);
  return { id: grab.id, place: { priorityId, before: others[kept] ?? null } };
}

const othersIn = (board: Board, priorityId: PriorityId, id: ActionId) =>
  board.columns.get(priorityId)?.filter((other) => other !== id);
