/**
 * An observer without a name is forgotten while away (SPEC LK28): by the link that this device holds
 * they are in again, as somebody new, and nobody is asked.
 */
import type { BoardDoor } from '../../shared/protocol/http.ts';
import { findWorkshop, type OpenedWorkshop, rememberWorkshop } from '../state/device.ts';
import { type Answer, joinBoard, readDoor } from '../sync/http.ts';

/**
 * @param letGo what is of the person of before: told once another is taken in, before it is noted
 * @returns a refusal of the server when they were removed, or their link was renewed
 */
export async function comeBack(
  { boardId, role, token, joined: before }: OpenedWorkshop,
  letGo: () => void,
): Promise<Answer<BoardDoor>> {
  const door = await readDoor(boardId, token);
  const known = findWorkshop(boardId, role);
  // Another tab may be in again already: this one follows what is noted.
  if (!door.ok || !before || known?.joined?.ticket !== before.ticket) return door;
  const joined = await joinBoard(boardId, token, { again: before.personId });
  if (!joined.ok) return joined;
  letGo();
  rememberWorkshop({ ...known, joined: joined.value, openedAt: Date.now() });
  return door;
}
