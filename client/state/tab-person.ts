/**
 * Who this tab is, of those whom its device knows in a workshop. The device's entry names the last one
 * who said so, in any tab: without this, what somebody says in one tab would make another person of
 * all the others. For as long as the tab, a reload included.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { Joined } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { tabTexts } from '../browser/texts.ts';
import { deviceStore, findWorkshop, type OpenedWorkshop, peopleOf } from './device.ts';

type Way = Pick<OpenedWorkshop, 'boardId' | 'role'>;
const keyOf = ({ boardId, role }: Way): string => `gommette.person.${boardId}.${role}`;
/** In the place of a person's id: none of those known here. */
const NOBODY = '-';

/** Those of this page. One may leave the device while on the screen: what ends in another tab. */
const onPage = new Map<string, Joined>();
// Forgotten, in this tab or another, nobody is let in again by what the page still holds.
deviceStore.subscribe((known) => {
  const left = new Set(known.map(keyOf));
  for (const key of onPage.keys()) if (!left.has(key)) onPage.delete(key);
});

/** @param person null for somebody who has not joined yet; an observer without a name is the device's */
export function stayAs(way: Way, person: Joined | null): void {
  const key = keyOf(way);
  if (person?.name === '') tabTexts.remove(key);
  else tabTexts.set(key, person?.personId ?? NOBODY);
  if (person) onPage.set(key, person);
  else onPage.delete(key);
}

/**
 * The entry of a board as this tab has it: `joined` is this tab's person, the others are `aside`. A tab
 * that is nobody yet takes the device's; one whose person has left the device has `joined` null, or
 * `ended` true while that person is on the screen.
 */
export function workshopHere(boardId: BoardId, role?: Role): OpenedWorkshop | undefined {
  const known = findWorkshop(boardId, role);
  const personId = known && tabTexts.get(keyOf(known));
  if (!known || !personId || known.joined?.personId === personId) return known;
  const { ended: _theirs, ...entry } = known;
  const people = peopleOf(known);
  const own = people.find((one) => one.personId === personId);
  if (own) return { ...entry, joined: own, aside: people.filter((one) => one !== own) };
  const gone = onPage.get(keyOf(known));
  if (gone?.personId !== personId) return { ...entry, joined: null, aside: people };
  return { ...entry, joined: gone, ended: true, aside: people };
}
