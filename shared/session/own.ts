/** Whose action it is: the one rule behind « edit your own », what the server refuses, and « mine ». */
import type { ActorId, DirectionId, PersonId } from '../ids.ts';

/** A person of the workshop and where they come from, as the server knows them. */
export interface Contributor {
  readonly id: PersonId;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
}

/** An action or a comment with its author, as far as it has one; from a document anything may be there. */
type Authored = { readonly [K in 'authorId' | 'authorDirectionId' | 'authorActorId']?: unknown };

/**
 * Whether the person proposed it, or somebody of their direction or of their outside actor did.
 * @param person null for whoever is not known yet: nothing is theirs
 */
export const isOwn = (
  { authorId, authorDirectionId, authorActorId }: Authored,
  person: Contributor | null,
): boolean =>
  person !== null &&
  (authorId === person.id ||
    (person.directionId !== null && authorDirectionId === person.directionId) ||
    (person.actorId !== null && authorActorId === person.actorId));
