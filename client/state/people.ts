/** How people are shown: by name to those who may see it, else by direction or organisation. */
import type { Board } from '../../shared/board/board.ts';
import { HUES, type Hue } from '../../shared/board/labels.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { PersonView } from '../../shared/session/present.ts';
import { useBoard, useSession } from './hooks.ts';
import { useWords } from './words.ts';

/** Name of the direction or external actor somebody comes from; undefined for neither. */
export const originOf = (
  board: Pick<Board, 'directions' | 'actors'>,
  person: Pick<PersonView, 'directionId' | 'actorId'>,
): string | undefined =>
  (person.directionId !== null ? board.directions.get(person.directionId)?.name : undefined) ??
  (person.actorId !== null ? board.actors.get(person.actorId)?.name : undefined);

/** The same colour for the same person on every screen: from their id, not from who came first. */
export function hueOfPerson(id: PersonId): Hue {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 8_191;
  return ((sum % HUES) + 1) as Hue;
}

/** What to call somebody; a calm word for who is not known yet. */
export function usePersonLabel(id: PersonId | null): string {
  const { common } = useWords();
  const person = useSession((session) => session?.people.find((someone) => someone.id === id));
  const origin = useBoard((board) => (person ? originOf(board, person) : undefined));
  return person?.name || origin || common.somebody;
}
