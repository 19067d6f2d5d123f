/**
 * Several people may use one device, one after the other. Each keeps their own copy, ideas and texts
 * under their own name; who is set aside stays known here, and comes back by saying so.
 */
import type { Joined } from '../../shared/protocol/http.ts';
import { hasSaidWho } from '../state/asked-who.ts';
import { type OpenedWorkshop, peopleOf, rememberWorkshop } from '../state/device.ts';

/** As one of those this device knows, from now on. */
export function continueAs(workshop: OpenedWorkshop, person: Joined): void {
  hasSaidWho(workshop.boardId);
  const aside = peopleOf(workshop).filter(({ personId }) => personId !== person.personId);
  rememberWorkshop({ ...workshop, joined: person, aside });
}

/** As none of them: the door asks who. */
export function beSomebodyElse(workshop: OpenedWorkshop): void {
  hasSaidWho(workshop.boardId);
  rememberWorkshop({ ...workshop, joined: null, aside: peopleOf(workshop) });
}
