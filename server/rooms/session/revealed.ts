/** What a reveal does to the board: hidden ideas become actions, each in the name of its author. */
import { addIdeas, type Idea } from '../../../shared/board/commands/reveal.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Draft, EventOf } from '../../../shared/session/events.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { PersonRow } from '../../store/store.ts';
import type { BoardDocument, Written } from '../board/document.ts';

export interface RevealDeps {
  readonly document: Pick<BoardDocument, 'write'>;
  /** Somebody of the board, who may have left it; undefined when there is no trace of them. */
  readonly person: (id: PersonId) => Pick<PersonRow, 'directionId' | 'actorId'> | undefined;
}

/** @param state before the reveal, with the drafts it names */
export function revealedIn(
  { drafts }: Pick<SessionState, 'drafts'>,
  { ids, anonymous }: EventOf<'revealed'>,
  { document, person }: RevealDeps,
): Written | undefined {
  const authorOf = ({ personId, anonymous: unsigned }: Draft): Idea['author'] => {
    if (anonymous || unsigned) return null;
    const { directionId = null, actorId = null } = person(personId) ?? {};
    return { personId, directionId, actorId };
  };
  const ideas = ids
    .map((id) => drafts.get(id))
    .filter((draft) => draft !== undefined)
    .map((draft) => ({ ...draft, author: authorOf(draft) }));
  return document.write((doc) => addIdeas(doc, ideas));
}
