/**
 * What each cell of an action said when its list left, as short marks in one cell. When the list
 * comes back they tell what was changed in the file from what was changed in the workshop meanwhile.
 */
import { digest } from '../digest.ts';
import { words } from '../lists.ts';
import { canonical } from './canonical.ts';
import { COLUMNS, type ColumnKey, type ColumnKind } from './columns.ts';

/** Columns that nobody writes in a file: counted, or told from elsewhere. */
const UNMARKED: ReadonlySet<string> = new Set(
  words`number votes proposedBy mergedInto comments state id`,
);
const MARKED = COLUMNS.filter(({ key }) => !UNMARKED.has(key));

/**
 * Marks of another version are not read: it changes when marks are made otherwise, or stand in
 * another order. A column more at the end changes nothing. Begins as no number does.
 */
const version = 'e1';
const markLength = 4;
/** What a cell holds of a text in every format, with room for the words that say it was cut. */
const markedCharacters = 15_000;

/**
 * The mark of a cell, four letters or digits: the same in every format, whose blanks and signs
 * differ. One in a million other cells has it too.
 */
export function markOf(cell: string | number | boolean | null, kind: ColumnKind): string {
  const compared = canonical(cell, kind);
  const text =
    kind === 'number' || kind === 'date' ? compared : compared.replace(/[^\p{L}\p{N}]/gu, '');
  return digest(text.slice(0, markedCharacters)).padStart(markLength, '0').slice(-markLength);
}

/** All marks of an action. */
export const stateOf = (textIn: (key: ColumnKey) => string): string =>
  version + MARKED.map(({ key, kind }) => markOf(textIn(key), kind)).join('');

/**
 * The marks by column, but of columns that came after the list left; undefined for what is not the
 * state of an action, or has columns we do not know.
 */
export function readState(text: string): ReadonlyMap<ColumnKey, string> | undefined {
  const marks = text.slice(version.length);
  const count = marks.length / markLength;
  const isState = text.startsWith(version) && count >= 1 && count <= MARKED.length;
  if (!isState || !Number.isInteger(count)) return undefined;
  return new Map(
    MARKED.slice(0, count).map(({ key }, at) => [
      key,
      marks.slice(markLength * at, markLength * (at + 1)),
    ]),
  );
}
