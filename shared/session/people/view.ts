/** People as they are shown: to everybody with their names, to observers without. */

import type { PersonView } from '../present.ts';
import { madeFrom } from '../scene.ts';
import { extraSeats } from '../seats.ts';

export const peopleOf = madeFrom(
  ({ present, state: { seats, hands, done, away, groups, members } }) => [
    present,
    seats,
    hands,
    done,
    away,
    groups,
    members,
  ],
  ({ state, present }): readonly PersonView[] => {
    const extra = extraSeats(state);
    return present.map((person) => {
      const groupId = state.members.get(person.id);
      return {
        ...person,
        seats: (state.seats.get(person.id) ?? 1) + (extra.get(person.id) ?? 0),
        hand: state.hands.get(person.id) ?? null,
        done: state.done.has(person.id),
        follows: !state.away.has(person.id),
        ...(groupId !== undefined && { groupId }),
      };
    });
  },
);
export const nameless = madeFrom(
  (scene) => [peopleOf(scene)],
  (scene): readonly PersonView[] => peopleOf(scene).map((person) => ({ ...person, name: null })),
);
