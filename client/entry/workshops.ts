/**
 * Ways into a workshop and out of it. Each talks to the server once and leaves what it learned in
 * `device.ts`, so that the screens only follow the store. Nothing here throws.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardDoor, Joined, JoinRequest } from '../../shared/protocol/http.ts';
import { ok } from '../../shared/result.ts';
import { askWho, hasSaidWho, mustSayWho } from '../state/asked-who.ts';
import {
  findWorkshop,
  keepLink,
  type OpenedWorkshop,
  peopleOf,
  rememberWorkshop,
  setTabRole,
} from '../state/device.ts';
import { stayAs, workshopHere } from '../state/tab-person.ts';
import { type Answer, type HttpProblem, joinBoard, readDoor } from '../sync/http.ts';
import { rememberAs } from './who.ts';

/** Why the server did not do it, in its own words; `message` is empty when it was out of reach. */
export type Problem = HttpProblem;

/** By a link: its role is learned and it is remembered, to be handed on by those who may. */
export async function followLink(boardId: BoardId, token: string): Promise<Answer<BoardDoor>> {
  const door = await comeTo(boardId, token);
  if (door.ok) keepLink(boardId, door.value.role, `${location.origin}/a/${boardId}#${token}`);
  return door;
}

/** Opens a door, where this device asks who is there when it knows somebody: observers are nobody. */
export async function comeTo(boardId: BoardId, token: string): Promise<Answer<BoardDoor>> {
  const door = await readDoor(boardId, token);
  if (!door.ok) return door;
  const { role } = door.value;
  const known = workshopHere(boardId, role);
  // Before it is remembered: whoever draws what is remembered then asks.
  if (role !== 'observer' && known && peopleOf(known).length > 0) askWho(boardId);
  else hasSaidWho(boardId);
  return remembered(boardId, token, door.value);
}

/** Learns the role of a token and remembers it; a person who joined by that role stays joined. */
export async function openDoor(boardId: BoardId, token: string): Promise<Answer<BoardDoor>> {
  const door = await readDoor(boardId, token);
  return door.ok ? remembered(boardId, token, door.value) : door;
}

function remembered(boardId: BoardId, token: string, door: BoardDoor): Answer<BoardDoor> {
  const { role, title } = door;
  const here = workshopHere(boardId, role);
  // Before it is remembered: at the form this tab is nobody, whoever joins in another one meanwhile.
  const isNobody = role !== 'observer' && !here?.joined;
  if (!mustSayWho(boardId) && (here?.ended || isNobody)) stayAs({ boardId, role }, null);
  const { ended, joined = null, ...known } = findWorkshop(boardId, role) ?? {};
  const person = ended ? null : joined;
  const openedAt = Date.now();
  rememberWorkshop({ ...known, joined: person, boardId, role, title, token, openedAt });
  setTabRole(boardId, role);
  return ok(door);
}

/** Becomes a person of the workshop: this tab's, and the last one of this device. */
export async function joinWorkshop(
  workshop: OpenedWorkshop,
  request: JoinRequest,
): Promise<Answer<Joined>> {
  const joined = await joinBoard(workshop.boardId, workshop.token, request);
  if (joined.ok) {
    stayAs(workshop, joined.value);
    rememberAs(workshop, joined.value);
  }
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

/** The next one to use this tab will say who they are. The link stays, and the others. */
export function forgetPerson(workshop: OpenedWorkshop): void {
  stayAs(workshop, null);
  const known = findWorkshop(workshop.boardId, workshop.role) ?? workshop;
  const { ended: _over, ...entry } = known;
  if (isOf(known, workshop)) rememberWorkshop({ ...entry, joined: null });
  else setAsideNoMore(known, workshop);
}

/** The server takes the person in no more. They stay on the screen, with what they could not send. */
export function noteEnd(workshop: OpenedWorkshop): void {
  const known = findWorkshop(workshop.boardId, workshop.role);
  if (!known || !workshop.joined) return;
  if (!isOf(known, workshop)) setAsideNoMore(known, workshop);
  else if (!known.ended) rememberWorkshop({ ...known, ended: true });
}

/** Whether the device's last person is this tab's. */
const isOf = (known: OpenedWorkshop, { joined }: OpenedWorkshop): boolean =>
  known.joined?.personId === joined?.personId;

function setAsideNoMore(known: OpenedWorkshop, { joined }: OpenedWorkshop): void {
  const aside = known.aside?.filter(({ personId }) => personId !== joined?.personId) ?? [];
  rememberWorkshop({ ...known, aside });
}

/** What this device is let in by now: the person's ticket, else the link or the pass of the door. */
export const secretOf = ({ joined, token }: OpenedWorkshop): string => joined?.ticket ?? token;

/** The secret of a link: what follows `#`. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
