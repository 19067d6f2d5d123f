/** Those who take part and are here: whom one waits for. The absent hold nobody up. */
import type { ActorId, DirectionId } from '../../../shared/ids.ts';
import type { GroupView } from '../../../shared/session/groups/view.ts';
import { seatsIn } from '../../../shared/session/heads.ts';
import type { PersonView } from '../../../shared/session/present.ts';

export const participantsHere = (people: readonly PersonView[]): readonly PersonView[] =>
  people.filter(({ role, clients }) => role === 'participant' && clients.length > 0);

export interface PlaceCount {
  /** Null for those of no direction. */
  readonly placeId: DirectionId | ActorId | null;
  readonly done: number;
  readonly present: number;
}

/** How many of those here are done, by direction or outside actor, in order of appearance; a table is all its people. */
export function doneByPlace(people: readonly PersonView[]): readonly PlaceCount[] {
  const counts = new Map<PlaceCount['placeId'], PlaceCount>();
  for (const { directionId, actorId, done, seats } of participantsHere(people)) {
    const placeId = directionId ?? actorId;
    const before = counts.get(placeId) ?? { placeId, done: 0, present: 0 };
    counts.set(placeId, {
      placeId,
      done: before.done + (done ? seats : 0),
      present: before.present + seats,
    });
  }
  return [...counts.values()];
}

/** Of how many people it is made up, and how many of them are done. */
export const doneAmong = (people: readonly PersonView[]) => ({
  finished: seatsIn(people.filter(({ done }) => done)),
  expected: seatsIn(people),
});

/** Hands up, the first raised first. */
export const raisedHands = <One extends Pick<PersonView | GroupView, 'id' | 'hand'>>(
  all: readonly One[],
): readonly One[] =>
  all
    .filter(({ hand }) => hand !== null)
    .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0) || (a.id < b.id ? -1 : 1));
