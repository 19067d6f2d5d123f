/** Those who take part and are here: whom one waits for. The absent hold nobody up. */
import type { ActorId, DirectionId } from '../../../shared/ids.ts';
import type { PersonView } from '../../../shared/session/present.ts';

export const participantsHere = (people: readonly PersonView[]): readonly PersonView[] =>
  people.filter(({ role, clients }) => role === 'participant' && clients.length > 0);

export interface PlaceCount {
  /** Null for those of no direction. */
  readonly placeId: DirectionId | ActorId | null;
  readonly done: number;
  readonly present: number;
}

/** How many of those here are done, by direction or outside actor, in order of appearance. */
export function doneByPlace(people: readonly PersonView[]): readonly PlaceCount[] {
  const counts = new Map<PlaceCount['placeId'], PlaceCount>();
  for (const { directionId, actorId, done } of participantsHere(people)) {
    const placeId = directionId ?? actorId;
    const before = counts.get(placeId) ?? { placeId, done: 0, present: 0 };
    counts.set(placeId, {
      placeId,
      done: before.done + (done ? 1 : 0),
      present: before.present + 1,
    });
  }
  return [...counts.values()];
}

/** Hands up, the first raised first. */
export const raisedHands = (people: readonly PersonView[]): readonly PersonView[] =>
  people
    .filter(({ hand }) => hand !== null)
    .sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0) || (a.id < b.id ? -1 : 1));
