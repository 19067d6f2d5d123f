/**
 * What this device remembers: the workshops opened here, with the link and the ticket that bring
 * the same person back. Strictly what entry needs; forgotten on request.
 */
import * as v from 'valibot';
import { createStore } from 'zustand/vanilla';
import type { BoardId } from '../../shared/ids.ts';
import type { Joined } from '../../shared/protocol/http.ts';
import { isRole, ROLES, type Role } from '../../shared/session/roles.ts';
import { deviceTexts, tabTexts } from '../browser/texts.ts';
import { idSchema, readStored } from './stored.ts';

export interface OpenedWorkshop {
  readonly boardId: BoardId;
  readonly role: Role;
  readonly title: string;
  /** The link's secret, from the address's fragment. */
  readonly token: string;
  /** Null until the person has joined. */
  readonly joined: Joined | null;
  /** Others of that role who use this device: each may come back, and nothing of theirs is the next one's. */
  readonly aside?: readonly Joined[];
  /** Their ticket opens nothing any more: the next link or code makes them somebody new. */
  readonly ended?: true;
  /** Last opening, milliseconds since 1970. */
  readonly openedAt: number;
  /** The links this device created, renewed or entered by: the server cannot show them again. */
  readonly links?: KnownLinks;
}
export type KnownLinks = Readonly<Partial<Record<Role, string>>>;

const storageKey = 'gommette.workshops';
const remembered = 50;

const joinedSchema = v.object({
  personId: idSchema<'person'>(),
  role: v.picklist(ROLES),
  name: v.string(),
  directionId: v.nullable(idSchema<'direction'>()),
  actorId: v.nullable(idSchema<'actor'>()),
  ticket: v.string(),
});
/** What is damaged is left out, alone. */
const damagedOut = <Item>(schema: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.array(v.fallback(v.nullable(schema), null)),
    v.transform((read) => read.filter((item): item is Item => item !== null)),
  );
const link = v.exactOptional(v.string());
const workshopSchema = v.object({
  boardId: idSchema<'board'>(),
  role: v.picklist(ROLES),
  title: v.string(),
  token: v.string(),
  /** Damaged, the link stays: the person says again who they are. */
  joined: v.fallback(v.nullable(joinedSchema), null),
  aside: v.exactOptional(damagedOut(joinedSchema)),
  ended: v.exactOptional(v.literal(true)),
  openedAt: v.number(),
  links: v.exactOptional(v.object({ facilitator: link, participant: link, observer: link })),
});
const workshopsSchema = damagedOut(workshopSchema);

/** Most recently opened first; one entry for each board and role. */
export const deviceStore = createStore<readonly OpenedWorkshop[]>(() => load());

// Another tab joined or forgot something: without this, the next thing kept here would undo it.
addEventListener('storage', ({ key }) => {
  if (key === storageKey || key === null) deviceStore.setState(load(), true);
});

/** Adds or replaces the entry of that board and role, as the most recent one. */
export function rememberWorkshop(workshop: OpenedWorkshop): void {
  const others = deviceStore.getState().filter((known) => !isSame(known, workshop));
  save([workshop, ...others].slice(0, remembered));
}

export function forgetWorkshop(workshop: Pick<OpenedWorkshop, 'boardId' | 'role'>): void {
  save(deviceStore.getState().filter((known) => !isSame(known, workshop)));
}

/** The entry of a board; with a role when the tab knows which, else the most recent. */
export const findWorkshop = (boardId: BoardId, role?: Role): OpenedWorkshop | undefined =>
  deviceStore
    .getState()
    .find((known) => known.boardId === boardId && (role === undefined || known.role === role));

/** Those whom this device lets in by that role, the last one first. */
export const peopleOf = ({ joined, ended, aside = [] }: OpenedWorkshop): readonly Joined[] =>
  joined && !ended ? [joined].concat(aside) : aside;

/** The entry that somebody came to by this very link. */
export const knownBy = (boardId: BoardId, token: string): OpenedWorkshop | undefined =>
  entriesOf(boardId).find((known) => known.token === token);

/** The links of a board that this device knows, whichever role it knew them by. */
export const linksOf = (boardId: BoardId): KnownLinks =>
  Object.assign({}, ...entriesOf(boardId).map(({ links }) => links));

/** Keeps a link in the place of a former one; undefined takes one back that opens nothing any more. */
export function keepLink(boardId: BoardId, role: Role, link: string | undefined): void {
  const { [role]: _former, ...others } = linksOf(boardId);
  const links = link === undefined ? others : { ...others, [role]: link };
  const known = entriesOf(boardId);
  save(deviceStore.getState().map((each) => (known.includes(each) ? { ...each, links } : each)));
}

const entriesOf = (boardId: BoardId): readonly OpenedWorkshop[] =>
  deviceStore.getState().filter((known) => known.boardId === boardId);

/** Which role this tab is in, so that a facilitator may open the participants' link beside. */
export const tabRole = (boardId: BoardId): Role | undefined => {
  const role = tabTexts.get(`gommette.role.${boardId}`);
  return isRole(role) ? role : undefined;
};
export const setTabRole = (boardId: BoardId, role: Role): void =>
  void tabTexts.set(`gommette.role.${boardId}`, role);

const isSame = (
  a: Pick<OpenedWorkshop, 'boardId' | 'role'>,
  b: Pick<OpenedWorkshop, 'boardId' | 'role'>,
): boolean => a.boardId === b.boardId && a.role === b.role;

function save(workshops: readonly OpenedWorkshop[]): void {
  deviceStore.setState(workshops, true);
  // Not taken, it lives as long as the page, which asks for the link next time.
  deviceTexts.set(storageKey, JSON.stringify(workshops));
}

function load(): readonly OpenedWorkshop[] {
  return readStored(workshopsSchema, storageKey) ?? [];
}
