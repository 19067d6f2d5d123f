import type { BoardId } from '../../shared/ids.ts';
import { ok } from '../../shared/result.ts';
import type { Answer } from '../sync/http.ts';
import { takeCode } from '../sync/http-boards.ts';
import { comeTo } from './workshops.ts';

/** By the code shown in the room, which is exchanged for a pass. */
export async function enterByCode(code: string): Promise<Answer<BoardId>> {
  const taken = await takeCode(code);
  if (!taken.ok) return taken;
  const { boardId, token } = taken.value;
  const door = await comeTo(boardId, token);
  return door.ok ? ok(boardId) : door;
}
