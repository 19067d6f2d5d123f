/**
 * For how many people somebody writes, and how many people that makes: whoever has no device is
 * counted with the scribe of their table, everywhere and once.
 */
import type { PersonId } from '../ids.ts';
import type { SessionState } from './state.ts';
import { allowance, spent } from './votes/votes.ts';

type Seating = Pick<SessionState, 'seats' | 'groups' | 'members'>;

/**
 * People of a group without a device, by who writes for them: the first who came to it. A group
 * without anybody has no scribe: its people are counted with it, and vote by a show of hands.
 */
export function extraSeats({ seats, groups, members }: Seating): ReadonlyMap<PersonId, number> {
  const extra = new Map<PersonId, number>();
  for (const { id, people } of groups) {
    if (people === undefined) continue;
    const own = [...members].filter(([, groupId]) => groupId === id).map(([personId]) => personId);
    const counted = own.reduce((sum, personId) => sum + (seats.get(personId) ?? 1), 0);
    const [scribe] = own;
    if (scribe !== undefined && people > counted) extra.set(scribe, people - counted);
  }
  return extra;
}

/** At least 1. */
export const seatsOf = (state: Seating, personId: PersonId): number =>
  (state.seats.get(personId) ?? 1) +
  (state.members.has(personId) ? (extraSeats(state).get(personId) ?? 0) : 0);

/** Whether somebody has put more dots than the people they write for have. */
export const isOverspent = (state: Seating & Pick<SessionState, 'rounds'>): boolean =>
  state.rounds.some(
    ({ setup, closedAt, ballots }) =>
      closedAt === null &&
      setup.basis === 'person' &&
      [...ballots].some(([ballot, { dots }]) => {
        const { budget, cap } = allowance(setup, seatsOf(state, voterOf(ballot)));
        return spent(dots) > budget || [...dots.values()].some((count) => count > cap);
      }),
  );

/** Of a round where each person has a ballot of their own. */
export const voterOf = (ballot: string): PersonId => ballot.slice('person:'.length) as PersonId;
