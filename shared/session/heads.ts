/** How many people are here: with a device or without, each once. */
import type { Group } from './groups/group.ts';
import type { PersonView } from './present.ts';

type Counted = Pick<PersonView, 'role' | 'clients' | 'seats' | 'groupId'>;

/** People that these write for, themselves included. */
export const seatsIn = (people: readonly Pick<PersonView, 'seats'>[]): number =>
  people.reduce((sum, { seats }) => sum + seats, 0);

/** Those who take part and are here, each with the people they write for; tables without a device too. */
export function headCount(
  people: readonly Counted[],
  groups: readonly Pick<Group, 'id' | 'people'>[],
): number {
  const here = people.filter(({ role, clients }) => role === 'participant' && clients.length > 0);
  const alone = groups.filter(({ id }) => !people.some(({ groupId }) => groupId === id));
  return seatsIn(here) + alone.reduce((sum, { people: count = 0 }) => sum + count, 0);
}
