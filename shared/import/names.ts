/** Finds what a cell names: priorities, directions, actors and policies as people call them. */
import type { Board } from '../board/board.ts';
import { abbreviationOf } from '../board/labels.ts';
import type { PriorityId } from '../ids.ts';
import { foldLabel } from '../vocabulary/term.ts';
import { withoutNumber } from './sections.ts';

type Find<Id> = (text: string) => Id | undefined;

export function createNames(board: Board) {
  const priorities = finder(board.priorities, ({ title, id }) => [title, id]);
  return {
    // « 2 », « 2. Eau », « Axe 2 – Eau »: the number of its place, or its title after one.
    priorities: (text: string): PriorityId | undefined => {
      const [, place, rest = ''] =
        /^\s*(?:\p{L}+\s+)?(\d{1,2})(?:\s*[.):–—-]\s*(.*))?\s*$/u.exec(text) ?? [];
      return (
        priorities(text) ??
        (rest ? priorities(rest) : undefined) ??
        priorities(withoutNumber(text)) ??
        (place && !rest ? board.priorities[Number(place) - 1]?.id : undefined)
      );
    },
    directions: finder([...board.directions.values()], (direction) => [
      direction.name,
      direction.id,
      abbreviationOf(direction),
    ]),
    actors: finder([...board.actors.values()], ({ name, id }) => [name, id]),
    policies: finder([...board.policies.values()], ({ name, shortName, id }) => [
      name,
      shortName,
      id,
    ]),
  };
}

export type Names = ReturnType<typeof createNames>;
export type NamedRoot = keyof Names;

/** The first names of all come before the second ones: a name is nobody's abbreviation. */
function finder<Entity extends { readonly id: string }>(
  entities: readonly Entity[],
  namesOf: (entity: Entity) => readonly (string | undefined)[],
): Find<Entity['id']> {
  const ids = new Map<string, Entity['id']>();
  const named = entities.map((entity) => ({ id: entity.id, names: namesOf(entity) }));
  for (const place of [0, 1, 2])
    for (const { id, names } of named) {
      const key = foldLabel(names[place] ?? '');
      if (key !== '' && !ids.has(key)) ids.set(key, id);
    }
  return (text) => ids.get(foldLabel(text));
}
