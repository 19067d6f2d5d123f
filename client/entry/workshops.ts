/**
 * Ways into a workshop and out of it. Each talks to the server once and leaves what it learned in
 * `device.ts`, so that the screens only follow the store. Nothing here throws.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardCreated, BoardDoor, Joined, JoinRequest } from '../../shared/protocol/http.ts';
import { ok } from '../../shared/result.ts';
import {
  findWorkshop,
  keepLink,
  type OpenedWorkshop,
  rememberWorkshop,
  setTabRole,
} from '../state/device.ts';
import {
  type Answer,
  createBoard,
  type Download,
  downloadExport,
  type ExportRequest,
  type HttpProblem,
  joinBoard,
  readDemonstration,
  readDoor,
  takeCode,
} from '../sync/http.ts';

/** Why the server did not do it, in its own words; `message` is empty when it was out of reach. */
export type Problem = HttpProblem;

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
  signal?: AbortSignal,
): Promise<Answer<BoardCreated>> {
  const created = await createBoard(text, signal);
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

/** A demonstration of one's own, entered at once. @param name as the others would see it */
export async function openDemonstration(name: string): Promise<Answer<BoardId>> {
  const file = await readDemonstration();
  if (!file.ok) return file;
  const created = await createWorkshop(file.value);
  if (!created.ok) return created;
  const { boardId } = created.value;
  const workshop = findWorkshop(boardId, 'facilitator');
  if (workshop) {
    const joined = await joinWorkshop(workshop, { name });
    if (!joined.ok) return joined;
  }
  return ok(boardId);
}

/** By a link: its role is learned and it is remembered, to be handed on by those who may. */
export async function followLink(boardId: BoardId, token: string): Promise<Answer<BoardDoor>> {
  const door = await openDoor(boardId, token);
  if (door.ok) keepLink(boardId, door.value.role, `${location.origin}/a/${boardId}#${token}`);
  return door;
}

/** By the code shown in the room, which is exchanged for a pass. */
export async function enterByCode(code: string): Promise<Answer<BoardId>> {
  const taken = await takeCode(code);
  if (!taken.ok) return taken;
  const { boardId, token } = taken.value;
  const door = await openDoor(boardId, token);
  return door.ok ? ok(boardId) : door;
}

/** Learns the role of a token and remembers it; a person who joined by that role stays joined. */
export async function openDoor(boardId: BoardId, token: string): Promise<Answer<BoardDoor>> {
  const door = await readDoor(boardId, token);
  if (!door.ok) return door;
  const { role, title } = door.value;
  const { ended, joined = null, ...known } = findWorkshop(boardId, role) ?? {};
  const person = ended ? null : joined;
  const openedAt = Date.now();
  rememberWorkshop({ ...known, joined: person, boardId, role, title, token, openedAt });
  setTabRole(boardId, role);
  return door;
}

/** Becomes a person of the workshop, on this device from now on. */
export async function joinWorkshop(
  workshop: OpenedWorkshop,
  request: JoinRequest,
): Promise<Answer<Joined>> {
  const joined = await joinBoard(workshop.boardId, workshop.token, request);
  const { ended: _over, ...known } = workshop;
  if (joined.ok) rememberWorkshop({ ...known, joined: joined.value, openedAt: Date.now() });
  return joined;
}

/** The workshop is on the screen: first of the list from now on, under its present title. */
export function noteOpening(workshop: OpenedWorkshop, title: string): void {
  const { boardId, role } = workshop;
  setTabRole(boardId, role);
  // What is remembered, not what the caller holds: it may have been forgotten or left meanwhile.
  const known = findWorkshop(boardId, role);
  if (known) rememberWorkshop({ ...known, title: title || known.title, openedAt: Date.now() });
}

/** The next one to use this device will say who they are. The link stays. */
export const forgetPerson = ({ ended: _over, ...workshop }: OpenedWorkshop): void =>
  rememberWorkshop({ ...workshop, joined: null });

/** The server takes the person in no more. They stay on the screen, with what they could not send. */
export function noteEnd({ boardId, role }: OpenedWorkshop): void {
  const known = findWorkshop(boardId, role);
  if (known?.joined && !known.ended) rememberWorkshop({ ...known, ended: true });
}

export const downloadWorkshop = (
  workshop: OpenedWorkshop,
  request: ExportRequest,
  signal?: AbortSignal,
): Promise<Answer<Download>> =>
  downloadExport(workshop.boardId, secretOf(workshop), request, signal);

/** What this device is let in by now: the person's ticket, else the link or the pass of the door. */
export const secretOf = ({ joined, token }: OpenedWorkshop): string => joined?.ticket ?? token;

/** The secret of a link: what follows `#`. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
