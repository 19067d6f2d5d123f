/** Workshops that begin here. Each is remembered on this device as its facilitator's. */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardCreated, RehearsalStep } from '../../shared/protocol/http.ts';
import { ok } from '../../shared/result.ts';
import { findWorkshop, rememberWorkshop } from '../state/device.ts';
import type { Answer } from '../sync/http.ts';
import { type Creation, createBoard, readDemonstration } from '../sync/http-boards.ts';
import { withCreationKey } from './creation-key.ts';
import { joinWorkshop, openDoor, tokenOf } from './workshops.ts';

/** A board with nothing but a title. */
export const createEmptyWorkshop = (title: string): Promise<Answer<BoardCreated>> =>
  createWorkshop(JSON.stringify({ title }));

/**
 * Creates a board and remembers it here as its facilitator's, with its three links: the server
 * cannot show them again.
 * @param text a workshop file, or `{"title": …}`
 */
export async function createWorkshop(
  text: string,
  followed?: Creation,
): Promise<Answer<BoardCreated>> {
  const created = await withCreationKey((key) => createBoard(text, followed, key));
  if (!created.ok) return created;
  const { boardId, links } = created.value;
  const token = tokenOf(links.facilitator);
  rememberWorkshop({
    boardId,
    role: 'facilitator',
    title: '',
    token,
    joined: null,
    openedAt: Date.now(),
    links,
  });
  // For the title as the server understood it; without an answer the board itself will tell it.
  await openDoor(boardId, token);
  return created;
}

/**
 * A demonstration of one's own, entered at once.
 * @param name as the others would see it
 * @param startAt the step that it begins at, played along; the free board when absent
 */
export async function openDemonstration(
  name: string,
  startAt?: RehearsalStep,
): Promise<Answer<BoardId>> {
  const file = await readDemonstration();
  if (!file.ok) return file;
  const created = await createWorkshop(file.value, { startAt });
  if (!created.ok) return created;
  const { boardId } = created.value;
  const workshop = findWorkshop(boardId, 'facilitator');
  if (workshop) {
    const joined = await joinWorkshop(workshop, { name });
    if (!joined.ok) return joined;
  }
  return ok(boardId);
}
