/**
 * Which copy of a board this device goes on with: of one board and one person, so that nobody reads
 * another's. Another epoch of the board begins another copy, under another name: a second tab, which
 * still has the former one open, then writes nothing of it into this.
 */
import type { BoardId, PersonId } from '../../shared/ids.ts';

export interface CopyOwner {
  readonly boardId: BoardId;
  readonly personId: PersonId;
}

/** The first one where nothing may be stored: there is no copy there either. */
export function copyName(owner: CopyOwner): string {
  const number = numberOf(owner);
  const first = `gommette-${owner.boardId}-${owner.personId}`;
  return number === 0 ? first : `${first}-${number}`;
}

/** Whether a name is, or begins with, that of a copy of the board, of whomever. */
export const isCopyOf = (name: string, boardId: BoardId): boolean =>
  name.startsWith(`gommette-${boardId}-`);

/** From now on another copy than the one of that name; the one that another tab has begun, if it has. */
export function beginCopyAfter(owner: CopyOwner, name: string): void {
  if (copyName(owner) !== name) return;
  try {
    localStorage.setItem(keyOf(owner), String(numberOf(owner) + 1));
  } catch {
    // A private window, which keeps no copy.
  }
}

function numberOf(owner: CopyOwner): number {
  try {
    const number = Number(localStorage.getItem(keyOf(owner)));
    return Number.isSafeInteger(number) && number > 0 ? number : 0;
  } catch {
    return 0;
  }
}

const keyOf = ({ boardId, personId }: CopyOwner): string => `gommette.copy.${boardId}.${personId}`;
