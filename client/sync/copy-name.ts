/**
 * Which copy of a board this device goes on with: of one board and one person, so that nobody reads
 * another's. A copy that is let go (another epoch, a refusal, leaving) is never begun again under its
 * name: a second tab, which still has it open, then writes nothing of it into the next one. Copies of
 * a lower number wait to be kept and deleted, see `kept/left-copies.ts`.
 */
import type { BoardId, PersonId } from '../../shared/ids.ts';

export interface CopyOwner {
  readonly boardId: BoardId;
  readonly personId: PersonId;
}

export const copyName = (owner: CopyOwner): string => copyNameAt(owner, copyNumber(owner));

/** @param number 0 for the first copy of this board and person */
export function copyNameAt(owner: CopyOwner, number: number): string {
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
    localStorage.setItem(keyOf(owner), String(copyNumber(owner) + 1));
  } catch {
    unstored.set(keyOf(owner), (unstored.get(keyOf(owner)) ?? 0) + 1);
  }
}

/** Copies under a lower number were let go. */
export function copyNumber(owner: CopyOwner): number {
  let stored = 0;
  try {
    stored = Number(localStorage.getItem(keyOf(owner)));
  } catch {
    // A private window.
  }
  return (unstored.get(keyOf(owner)) ?? 0) + (stored > 0 ? Math.floor(stored) : 0);
}

/** Copies this page has begun where nothing may be stored, by key: it goes on with them all the same. */
const unstored = new Map<string, number>();

/** Before the ids of the board and the person, which hold no point. */
export const COPY_KEYS = 'gommette.copy.';
const keyOf = ({ boardId, personId }: CopyOwner): string => `${COPY_KEYS}${boardId}.${personId}`;
