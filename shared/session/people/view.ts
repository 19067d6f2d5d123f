/** People as they are shown: to everybody with their names, to observers without. */

import type { PersonView } from '../present.ts';
import { madeFrom } from '../scene.ts';

export const peopleOf = madeFrom(
  ({ present, state: { seats, hands, done, away } }) => [present, seats, hands, done, away],
  ({ state, present }): readonly PersonView[] =>
    present.map((person) => ({
      ...person,
      seats: state.seats.get(person.id) ?? 1,
      hand: state.hands.get(person.id) ?? null,
      done: state.done.has(person.id),
      follows: !state.away.has(person.id),
    })),
);
export const nameless = madeFrom(
  (scene) => [peopleOf(scene)],
  (scene): readonly PersonView[] => peopleOf(scene).map((person) => ({ ...person, name: null })),
);
