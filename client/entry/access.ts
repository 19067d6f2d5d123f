/**
 * What facilitators change about who may come in. Each talks to the server once; links, which it
 * tells once, stay on this device. Nothing here throws.
 */
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type {
  Entry,
  LinkRenewed,
  PersonChanged,
  PersonRequest,
} from '../../shared/protocol/http.ts';
import { ROLES, type Role } from '../../shared/session/roles.ts';
import {
  findWorkshop,
  keepLink,
  linksOf,
  type OpenedWorkshop,
  rememberWorkshop,
} from '../state/device.ts';
import { type Answer, readDoor } from '../sync/http.ts';
import { changePerson, removePerson, renewLink, setEntry } from '../sync/http-access.ts';
import { secretOf, tokenOf } from './workshops.ts';

/** A new link for a role; everybody of that role leaves, but oneself. */
export async function renewWorkshopLink(
  workshop: OpenedWorkshop,
  role: Role,
): Promise<Answer<LinkRenewed>> {
  const { boardId } = workshop;
  const renewed = await renewLink(boardId, secretOf(workshop), role);
  if (!renewed.ok) return renewed;
  const { link } = renewed.value;
  keepLink(boardId, role, link);
  // What this device entered by opens nothing any more either.
  const known = findWorkshop(boardId, role);
  if (known) rememberWorkshop({ ...known, token: tokenOf(link) });
  return renewed;
}

/** Forgets the links of this device that somebody else has renewed meanwhile. */
export async function checkLinks(boardId: BoardId): Promise<void> {
  const links = linksOf(boardId);
  await Promise.all(
    ROLES.map(async (role) => {
      const link = links[role];
      const door = link === undefined ? undefined : await readDoor(boardId, tokenOf(link));
      if (door && !door.ok && door.error.status === 401) keepLink(boardId, role, undefined);
    }),
  );
}

export const openEntry = (workshop: OpenedWorkshop, open: boolean): Promise<Answer<Entry>> =>
  setEntry(workshop.boardId, secretOf(workshop), { open });

export const changeSomebody = (
  workshop: OpenedWorkshop,
  personId: PersonId,
  change: PersonRequest,
): Promise<Answer<PersonChanged>> =>
  changePerson(workshop.boardId, secretOf(workshop), personId, change);

export const removeSomebody = (
  workshop: OpenedWorkshop,
  personId: PersonId,
): Promise<Answer<PersonChanged>> => removePerson(workshop.boardId, secretOf(workshop), personId);
