/** What reading the lines of a table knows of the board, and how a fault of a line is worded. */
import type { Board } from '../board/board.ts';
import { count, type Faults } from '../file/fault.ts';
import { memoized } from '../memoized.ts';
import { COLUMN } from '../table/columns.ts';
import type { ActionField } from '../table/fields.ts';
import { createTermFinder, type FindTerm, foldLabel } from '../vocabulary/term.ts';
import { createNames, type NamedRoot } from './names.ts';
import { createNearNames } from './near-names.ts';
import type { Vocabulary } from './targets.ts';

/** What a cell was taken to mean, beside what is written in it. */
export interface Guess {
  readonly line: number;
  readonly key: ActionField;
  readonly text: string;
  /** As the board keeps it: a day, an id. */
  readonly value: string;
  /** As people read it. */
  readonly shown: string;
}

/** What says the same in the same column means the same, on whatever line. */
export const guessKey = ({ key, text }: Pick<Guess, 'key' | 'text'>): string =>
  `${key}\n${foldLabel(text)}`;

export interface RowChoices {
  /** Takes note of a name nothing has; true when it will be there by the time the line is added. */
  readonly onMissing?: (root: NamedRoot, name: string) => boolean;
  /** Takes note of what a cell may mean; true when it is taken so. */
  readonly onGuess?: (guess: Guess) => boolean;
  /** Whose names others are near to; the board itself when absent. */
  readonly guessedOn?: Board | undefined;
  /** `YYYY-MM-DD`, for what is to be done at once. */
  readonly today?: string | undefined;
}

export function createRowContext(
  board: Board,
  faults: Faults,
  { onMissing = () => false, onGuess = () => false, guessedOn = board, today }: RowChoices = {},
) {
  const findTerm = memoized(({ terms, own }: Vocabulary): FindTerm => {
    const ownTerms = (own && board.info[own]) ?? [];
    const [theirs, ours] = [createTermFinder(ownTerms), createTermFinder(terms)];
    return (text) => theirs(text) ?? ours(text);
  });
  return {
    board,
    names: createNames(board),
    near: createNearNames(guessedOn),
    faults,
    findTerm,
    onMissing,
    onGuess,
    today,
  };
}

export type RowContext = ReturnType<typeof createRowContext>;

/** « Ligne 12 ». */
export const lineName = (line: number): string => `Ligne ${count(line)}`;

/** The French name of a column. */
export const fieldName = (key: ActionField): string => COLUMN[key].fr;

/** @param problem what follows the name of the field, its colon included */
export function addFault(
  problem: string,
  key: ActionField,
  line: number,
  { faults }: Pick<RowContext, 'faults'>,
): void {
  const name = fieldName(key);
  faults.add('impossible-value', lineName(line), `${name} ${problem}`, name);
}
