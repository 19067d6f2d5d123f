/**
 * Names that say the same as one of the workshop in other words: « Commande publique » and « Direction
 * de la commande publique », « Direction des finances (DF) », « CCI », « CMA et CRESS ». Proposed to a
 * person, and never where two would fit.
 */
import type { Board } from '../board/board.ts';
import { abbreviationOf } from '../board/labels.ts';
import { foldLabel } from '../vocabulary/term.ts';
import type { NamedRoot } from './names.ts';

/** The ids it may mean: one, or one for each of its parts; none when that is not sure. */
type FindNear = (text: string) => readonly string[];
export type NearNames = Readonly<Record<Exclude<NamedRoot, 'priorities'>, FindNear>>;

interface Named {
  readonly id: string;
  readonly names: readonly (string | undefined)[];
}

export const createNearNames = (board: Board): NearNames => ({
  directions: finder(
    [...board.directions.values()].map((direction) => ({
      id: direction.id,
      names: [direction.name, abbreviationOf(direction)],
    })),
  ),
  actors: finder([...board.actors.values()].map(({ id, name }) => ({ id, names: [name] }))),
  policies: finder(
    [...board.policies.values()].map(({ id, name, shortName }) => ({
      id,
      names: [name, shortName],
    })),
  ),
});

/** What a table writes in full, or leaves out, before the name itself. */
const UNITS =
  /^(?:la |le |l')?(?:direction|service|pole|departement|mission|cellule|secteur|bureau|unite|dir|sce)\b\.?\s*/;
const SMALL = new Set(
  'a au aux d de des du en et l la le les pour sur un une and of the'.split(' '),
);
/** No name has more; what is longer is a sentence. */
const maxCharacters = 200;

/** Its words, without what says nothing: an equal set is the same name. */
function wordsOf(name: string): readonly string[] {
  const bare = foldLabel(name.slice(0, maxCharacters))
    .replace(/\([^)]*\)/g, ' ')
    .replace(UNITS, '');
  return bare
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !SMALL.has(word))
    .map((word) => (word.length > 3 ? word.replace(/[sx]$/, '') : word));
}

const byCode = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const keyOf = (name: string): string => [...new Set(wordsOf(name))].sort(byCode).join(' ');
const bracketed = (name: string): string =>
  foldLabel(/\(([^)]{2,12})\)/.exec(name)?.[1] ?? '').replace(/[^a-z0-9]/g, '');
/** « CCI » of « Chambre de commerce et d’industrie ». */
const initialsOf = (name: string): string =>
  wordsOf(name)
    .map(([first = '']) => first)
    .join('');
const isShort = (text: string): boolean => /^[A-Z0-9][A-Za-z0-9.&-]{1,11}$/.test(text.trim());

function finder(entities: readonly Named[]): FindNear {
  const ids = new Map<string, Set<string>>();
  const note = (key: string, id: string) => {
    if (key !== '') ids.set(key, (ids.get(key) ?? new Set()).add(id));
  };
  for (const { id, names } of entities)
    for (const name of names) {
      if (name === undefined) continue;
      note(keyOf(name), id);
      note(bracketed(name), id);
      if (wordsOf(name).length > 2) note(`initials ${initialsOf(name)}`, id);
    }
  const only = (key: string): string | undefined => {
    const found = ids.get(key);
    return found?.size === 1 ? [...found][0] : undefined;
  };
  const one = (text: string): string | undefined =>
    only(keyOf(text)) ??
    only(bracketed(text)) ??
    (isShort(text) ? only(`initials ${foldLabel(text).replace(/[^a-z0-9]/g, '')}`) : undefined);

  return (text) => {
    if (text.length > maxCharacters) return [];
    const whole = one(text);
    if (whole !== undefined) return [whole];
    const parts = text.split(/\s*[/&+]\s*|\s+et\s+/i).filter((part) => part.trim() !== '');
    const found = parts.map(one);
    return parts.length > 1 && found.every((id) => id !== undefined) ? (found as string[]) : [];
  };
}
