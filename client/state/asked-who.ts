/**
 * Workshops to which this tab has come by a link or a code, and where the person has not said yet who
 * they are: somebody else may have sat down at this device. For as long as the tab, a reload included.
 */
import type { BoardId } from '../../shared/ids.ts';

/** Where nothing may be stored, for as long as the page. */
const inMemory = new Set<string>();
const keyOf = (boardId: BoardId): string => `gommette.who.${boardId}`;

export const mustSayWho = (boardId: BoardId): boolean =>
  inMemory.has(keyOf(boardId)) ||
  (attempt(() => sessionStorage.getItem(keyOf(boardId))) ?? null) !== null;

export function askWho(boardId: BoardId): void {
  inMemory.add(keyOf(boardId));
  attempt(() => sessionStorage.setItem(keyOf(boardId), '1'));
}

export function hasSaidWho(boardId: BoardId): void {
  inMemory.delete(keyOf(boardId));
  attempt(() => sessionStorage.removeItem(keyOf(boardId)));
}

/** Storage may be full or forbidden. */
function attempt<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
