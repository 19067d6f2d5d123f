/** Whose each Yjs client id of a board is: the person who first said it or wrote under it, for good. */
import type { PersonId } from '../../../shared/ids.ts';

export type ClientIds = ReturnType<typeof createClientIds>;

/** @param known those that are kept */
export function createClientIds(known: ReadonlyMap<number, PersonId>) {
  const owners = new Map<number, PersonId>();
  const counts = new Map<PersonId, number>();
  const bind = (client: number, person: PersonId) => {
    if (owners.has(client)) return;
    owners.set(client, person);
    counts.set(person, (counts.get(person) ?? 0) + 1);
  };
  for (const [client, person] of known) bind(client, person);

  return {
    /** Undefined for an id of nobody, such as the server's own. */
    ownerOf: (client: number) => owners.get(client),
    /** How many are a person's. */
    countOf: (person: PersonId) => counts.get(person) ?? 0,
    size: () => owners.size,
    /** One that is somebody's stays theirs. */
    bind,
  };
}
