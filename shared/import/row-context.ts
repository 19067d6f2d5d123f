/** What reading the lines of a table knows of the board, and how a fault of a line is worded. */
import type { Board } from '../board/board.ts';
import { count, type Faults } from '../file/fault.ts';
import { memoized } from '../memoized.ts';
import { COLUMN } from '../table/columns.ts';
import type { ActionField } from '../table/fields.ts';
import { createTermFinder, type FindTerm } from '../vocabulary/term.ts';
import { createNames, type NamedRoot } from './names.ts';
import type { Vocabulary } from './targets.ts';

export function createRowContext(
  board: Board,
  faults: Faults,
  /** Takes note of a name nothing has; true when it will be there by the time the line is added. */
  onMissing: (root: NamedRoot, name: string) => boolean = () => false,
) {
  const findTerm = memoized(({ terms, own }: Vocabulary): FindTerm => {
    const ownTerms = (own && board.info[own]) ?? [];
    const [theirs, ours] = [createTermFinder(ownTerms), createTermFinder(terms)];
    return (text) => theirs(text) ?? ours(text);
  });
  return { board, names: createNames(board), faults, findTerm, onMissing };
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
