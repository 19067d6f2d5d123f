/** What decisions ask of an open board. The document is built only when one needs it. */
import {
  actionsOf,
  hasAction,
  hasPriority,
  leadOf,
  priorityOf,
  roomForActions,
} from '../../../shared/board/facts.ts';
import type { DecideContext } from '../../../shared/session/verb.ts';
import type { BoardDocument } from '../board/document.ts';

/** @param isFull the board takes no more bytes */
export const createBoardFacts = (
  document: Pick<BoardDocument, 'live'>,
  isFull: () => boolean,
): DecideContext['board'] => ({
  hasPriority: (id) => hasPriority(document.live(), id),
  hasAction: (id) => hasAction(document.live(), id),
  priorityOf: (id) => priorityOf(document.live(), id),
  leadOf: (id) => leadOf(document.live(), id),
  actionsOf: (person) => actionsOf(document.live(), person),
  room: () => (isFull() ? 0 : roomForActions(document.live())),
});
