/** What a reveal does to the board: hidden ideas become actions, each in the name of its author. */
import type { Author } from '../../../shared/board/commands/actions.ts';
import { addIdeas } from '../../../shared/board/commands/reveal.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { Idea } from '../../../shared/session/ideas/idea.ts';
import type { EventOf } from '../../../shared/session/session.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { PersonRow } from '../../store/store.ts';
import type { BoardDocument, Written } from '../board/document.ts';

export interface RevealDeps {
  readonly document: Pick<BoardDocument, 'write'>;
  /** Somebody of the board, who may have left it; undefined when there is no trace of them. */
  readonly person: (id: PersonId) => Pick<PersonRow, 'directionId' | 'actorId'> | undefined;
}

/** @param state before the reveal, with the ideas it names */
export function revealedIn(
  state: Pick<SessionState, 'ideas'>,
  { ids, anonymous }: EventOf<'revealed'>,
  { document, person }: RevealDeps,
): Written | undefined {
  const authorOf = ({ personId, anonymous: unsigned }: Idea): Author | null => {
    if (anonymous || unsigned) return null;
    const { directionId = null, actorId = null } = person(personId) ?? {};
    return { personId, directionId, actorId };
  };
  const ideas = ids
    .map((id) => state.ideas.get(id))
    .filter((idea) => idea !== undefined)
    .map((idea) => ({ ...idea, author: authorOf(idea) }));
  return document.write((doc) => addIdeas(doc, ideas));
}
