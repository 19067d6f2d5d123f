/** What a plain value of the board may be: the leaves of the schema. */
import { generateKeyBetween } from 'fractional-indexing';
import { isId } from '../ids.ts';
import type { Term } from '../vocabulary/term.ts';
import { wellFormed } from './text.ts';

type Check<Value> = (value: unknown) => value is Value;

/** A string of at most `max` UTF-16 units. */
export const string =
  (max: number): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length <= max;

/** A whole number from `min` to `max`, both included. */
export const integer =
  (min: number, max: number): Check<number> =>
  (value): value is number =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max;

/** A finite number. */
export const isNumber: Check<number> = (value): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** An impact or a feasibility: 1, 2 or 3. */
export type Level = 1 | 2 | 3;
export const isLevel: Check<Level> = (value): value is Level =>
  value === 1 || value === 2 || value === 3;

export const isTrue: Check<true> = (value): value is true => value === true;

/** A day of the Gregorian calendar, `YYYY-MM-DD`, that exists. */
export const isDay: Check<string> = (value): value is string => {
  const match = typeof value === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const [, year, month, day] = match.map(Number);
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
  // Years 0 to 99 are read as 1900 to 1999 by Date: the comparison refuses them too.
  return date.toISOString().startsWith(match[0]);
};

/** A time of day, `HH:MM`. */
export const isTime: Check<string> = (value): value is string =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);

/** A language tag such as `fr` or `fr-BE`. */
export const isLanguage: Check<string> = (value): value is string =>
  typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(value);

/** One code of a closed vocabulary. */
export const oneOf =
  <Code extends string>(terms: readonly Term<Code>[]): Check<Code> =>
  (value): value is Code =>
    terms.some((term) => term.code === value);

const maxRankLength = 1_000;
/**
 * A rank: a key of `fractional-indexing`. A malformed one is refused at the door, since the
 * library throws when it is asked for a neighbour of it.
 */
export const isRank: Check<string> = (value): value is string => {
  if (typeof value !== 'string' || value.length > maxRankLength) return false;
  if (!/^[A-Za-z][0-9A-Za-z]*$/.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    return true;
  } catch {
    return false;
  }
};

/** The terms a workshop declares for itself: at most 200, each with a code and a label. */
export const isTermList: Check<readonly Term[]> = (value): value is readonly Term[] =>
  Array.isArray(value) && value.length <= 200 && value.every(isTerm);

const isTerm = (value: unknown): value is Term =>
  typeof value === 'object' &&
  value !== null &&
  isId(Reflect.get(value, 'code')) &&
  isLabel(Reflect.get(value, 'fr')) &&
  isLabel(Reflect.get(value, 'en')) &&
  Object.entries(value).every(
    ([key, part]) => ['code', 'fr', 'en'].includes(key) || (key === 'help' && isLabel(part)),
  );

const isLabel = (value: unknown): boolean =>
  typeof value === 'string' &&
  value.length > 0 &&
  value.length <= 300 &&
  wellFormed(value) === value;
