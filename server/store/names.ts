/** Who the people of a board are, for a file that is to say so. */
import type { PersonId } from '../../shared/ids.ts';
import type { PersonRow } from './store.ts';

/** Observers need no name and removed people have none any more: they are left out. */
export const namesOf = (people: readonly PersonRow[]): ReadonlyMap<PersonId, string> =>
  new Map(people.flatMap(({ id, name }) => (name === '' ? [] : [[id, name]])));
