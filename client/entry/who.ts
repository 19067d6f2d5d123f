/**
 * Several people may use one device, one after the other. Each keeps their own copy, ideas and texts
 * under their own name; who is set aside stays known here, and comes back by saying so.
 */
import type { Joined } from '../../shared/protocol/http.ts';
import { hasSaidWho } from '../state/asked-who.ts';
import { findWorkshop, type OpenedWorkshop, peopleOf, rememberWorkshop } from '../state/device.ts';
import { stayAs } from '../state/tab-person.ts';

/** As one of those this device knows, in this tab, and in those that are opened from now on. */
export function continueAs(workshop: OpenedWorkshop, person: Joined): void {
  hasSaidWho(workshop.boardId);
  stayAs(workshop, person);
  rememberAs(workshop, person);
}

/** As none of them: the door asks who. */
export function beSomebodyElse(workshop: OpenedWorkshop): void {
  hasSaidWho(workshop.boardId);
  stayAs(workshop, null);
  rememberAs(workshop, null);
}

/**
 * The last one of this device, or nobody. All others whom this device knows are set aside. Read anew: another tab may have added somebody.
 * @param workshop what is remembered where the device has forgotten it meanwhile
 */
export function rememberAs(workshop: OpenedWorkshop, person: Joined | null): void {
  const known = findWorkshop(workshop.boardId, workshop.role) ?? workshop;
  const { ended: _over, ...entry } = known;
  const aside = peopleOf(known).filter(
    // An observer without a name is nobody to come back to.
    ({ personId, name }) => name !== '' && personId !== person?.personId,
  );
  rememberWorkshop({ ...entry, joined: person, aside, openedAt: Date.now() });
}
