/** Short marks of directions and priorities: what fits a chip, which hue a column has. */
import { words } from '../lists.ts';
import type { Board } from './board.ts';
import type { Action, Direction } from './schema.ts';

const maxLetters = 5;
const minLetters = 3;
/** Number of hues a theme defines for priorities. */
export const HUES = 8;
export type Hue = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/**
 * The letters a direction is known by: its own abbreviation, else its id when it is one ("dcp"),
 * else the initials of its name, completed from the last word ("Direction des mobilités" → DMOB).
 */
export function abbreviationOf({ id, name = '', abbreviation = '' }: Direction): string {
  if (abbreviation.trim() !== '') return abbreviation.trim();
  if (isAbbreviation(id)) return id.toUpperCase();
  const telling = significantWords(name);
  const initials = telling.map((word) => word.charAt(0)).slice(0, maxLetters);
  const last = telling.at(-1) ?? '';
  const end = initials.length < minLetters ? last.slice(1, minLetters) : '';
  return (initials.join('') + end || id.slice(0, maxLetters)).toUpperCase();
}

/** The direction or the outside actor that proposed an action; never a person. */
export const proposerOf = (
  { directions, actors }: Pick<Board, 'directions' | 'actors'>,
  { authorDirectionId, authorActorId }: Action,
): string | undefined =>
  (authorDirectionId && directions.get(authorDirectionId)?.name) ||
  (authorActorId && actors.get(authorActorId)?.name) ||
  undefined;

/** Hue of a priority, 1 to {@link HUES}, by its place from 0: neighbours always differ. */
export const hueOf = (priorityIndex: number): Hue => (1 + (priorityIndex % HUES)) as Hue;

const isAbbreviation = (id: string): boolean => /^[A-Za-z]{1,5}$/.test(id);

const SMALL_WORDS: ReadonlySet<string> = new Set(
  words`a au aux d de des du en et l la le les of par pour sur the and for`,
);

/** Words without accents, so that "Économie" gives an E whatever the font has. */
const significantWords = (name: string): readonly string[] =>
  (
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).filter((word) => !SMALL_WORDS.has(word.toLowerCase()));
