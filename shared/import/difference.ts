/**
 * What a list that left the workshop and was worked on elsewhere would change in it: exactly what
 * somebody changed in its cells, whatever its format did to them, told before anything is done.
 */
import type { Board } from '../board/board.ts';
import type { ActionEdit } from '../board/commands/many.ts';
import { createFaults, type Fault } from '../file/fault.ts';
import type { ActionId } from '../ids.ts';
import { dayIn, numberIn, textOf } from '../table/canonical.ts';
import type { TableCell } from '../table/cell.ts';
import { COLUMN, type ColumnKey } from '../table/columns.ts';
import type { ActionField } from '../table/fields.ts';
import { markOf, readState } from '../table/fingerprint.ts';
import { frenchDay, frenchNumber } from '../table/french.ts';
import { foldLabel } from '../vocabulary/term.ts';
import { isConversion } from './conversions.ts';
import { editsOf, measuresChange } from './edits.ts';
import { createExpected, type Expected } from './expected.ts';
import type { MappedRow } from './mapping.ts';
import { planActions } from './plan.ts';
import type { PlannedAction } from './planned.ts';
import { indicatorColumns } from './read-cell.ts';
import type { Returned, ReturnedRow, RowCells } from './round-trip.ts';
import { createRowContext, type Guess, lineName, type RowContext } from './row-context.ts';
import { TARGETS } from './targets.ts';

export interface FieldChange {
  readonly key: ColumnKey;
  readonly before: string;
  readonly after: string;
  /** Somebody changed it in the workshop too since the list left. */
  readonly isContested?: true;
  /** Excel does it by itself, and nobody may have wanted it. */
  readonly isConversion?: true;
}
/** An action that the file says otherwise. */
interface ChangedAction {
  readonly id: ActionId;
  readonly line: number;
  readonly changes: readonly FieldChange[];
  readonly edits: readonly ActionEdit[];
  /** The line may be of another action. */
  readonly isInDoubt?: true;
}
export interface Difference {
  readonly changed: readonly ChangedAction[];
  readonly added: readonly PlannedAction[];
  /** On show, and not in the file. Nothing follows from it by itself. */
  readonly missing: readonly ActionId[];
  readonly faults: readonly Fault[];
  /**
   * Whether the list says what it was when it left. Without it what changed in the workshop since
   * shows too, as a change back.
   */
  readonly isDated: boolean;
}

/** @param today `YYYY-MM-DD`, for what is to be done at once */
export function differenceOf(returned: Returned, board: Board, today?: string): Difference {
  const faults = createFaults();
  // Each is a change, which the person sees as it will be kept, and unticks.
  const guesses: Guess[] = [];
  const onGuess = (guess: Guess) => guesses.push(guess) > 0;
  const context = createRowContext(board, faults, { today, onGuess });
  const expected = createExpected(board, returned.language);
  const { known, fresh } = splitRows(returned, board, context);
  const changed = known.flatMap(
    (row) => changeOf(row, returned, { expected, guesses, ...context }) ?? [],
  );
  const plan = planActions(fresh.map(mappedRow), board, {
    addsMissing: false,
    fallback: null,
    ...(today !== undefined && { today }),
  });
  return {
    changed,
    added: plan.actions,
    missing: missingFrom(known, returned, board),
    faults: [...faults.list(), ...plan.faults],
    isDated: known.some((row) => stateIn(row, returned) !== undefined),
  };
}

interface KnownRow extends ReturnedRow {
  readonly id: ActionId;
}

/** Lines of actions of the board, those of other sheets included, and lines somebody added. */
function splitRows(
  { rows, besides }: Returned,
  board: Board,
  { faults }: RowContext,
): { readonly known: readonly KnownRow[]; readonly fresh: readonly ReturnedRow[] } {
  const known = new Map<ActionId, KnownRow>();
  const fresh: ReturnedRow[] = [];
  for (const row of rows) {
    const { id, line, cells } = row;
    if (id === null || !board.actions.has(id)) {
      if (isFilled(cells)) fresh.push(row);
      continue;
    }
    const first = known.get(id);
    if (!first) known.set(id, { ...row, id });
    // Somebody copied a line to write another action below it.
    else if (titleOf(cells) !== titleOf(first.cells)) fresh.push(row);
    else {
      const problem = `c’est l’action de la ligne ${first.line}, ligne non reprise`;
      faults.add('duplicate', lineName(line), problem, 'Identifiant');
    }
  }
  // Those set aside or merged are in the trace alone.
  for (const [id, traced] of besides)
    if (wasHidden(traced) && board.actions.has(id) && !board.numbers.has(id) && !known.has(id))
      known.set(id, { id, line: 0, cells: traced });
  return { known: [...known.values()], fresh };
}

/** Actions off the board when the file was made have no number in it. */
const wasHidden = (cells: RowCells): boolean => textOf(cells.get('number')) === '';

/**
 * Actions on show that somebody took out of the list. Where a trace tells them, neither those that
 * came to the board since, nor those that were off it, were in the list to begin with.
 */
function missingFrom(
  known: readonly KnownRow[],
  { besides, isRecognised }: Returned,
  board: Board,
): readonly ActionId[] {
  if (isRecognised) return []; // an extract leaves most of them out

  const present = new Set(known.map(({ id }) => id));
  return [...board.numbers.keys()].filter((id) => {
    const traced = besides.get(id);
    const wasListed = besides.size === 0 || (traced !== undefined && !wasHidden(traced));
    return wasListed && !present.has(id);
  });
}

/** A note or a sum below the list fills a cell or two; a line with a title is always one. */
function isFilled(cells: RowCells): boolean {
  const filled = Object.keys(TARGETS).filter(
    (key) => isSaid(key as ActionField) && textOf(cells.get(key as ColumnKey)) !== '',
  );
  return filled.includes('title') || filled.length > 2;
}

/** Whether a column says something of its action, and not only which one it is. */
const isSaid = (key: ActionField): boolean => TARGETS[key].kind !== 'id';

const titleOf = (cells: RowCells): string => foldLabel(textOf(cells.get('title')));

const mappedRow = ({ line, cells }: ReturnedRow): MappedRow => ({
  line,
  cells: Object.fromEntries(cells),
});

const stateIn = ({ id, cells }: KnownRow, { besides }: Returned) =>
  readState(textOf(cells.get('state') ?? besides.get(id)?.get('state')));

interface Known extends RowContext {
  readonly expected: Expected;
  /** What cells were taken to mean, as they are read. */
  readonly guesses: readonly Guess[];
}

function changeOf(row: KnownRow, returned: Returned, known: Known): ChangedAction | undefined {
  const { expected, guesses, ...context } = known;
  const { id, line, cells } = row;
  const action = context.board.actions.get(id);
  if (!action) return undefined;
  const now = expected.marks(id);
  const left = stateIn(row, returned) ?? now;
  // A column that came since the list left has no mark, and is compared with the board as it stands.
  const isMoved = (key: ColumnKey) => left?.has(key) && left.get(key) !== now?.get(key);
  const isAsLeft = (key: ActionField, cell: TableCell) =>
    left?.get(key) === markOf(cell, COLUMN[key].kind);
  const differing = changedCells(id, cells, returned.besides.get(id), expected);
  // What the workshop alone has changed since is no change of the file.
  const changed = new Map(
    [...differing].filter(([key, cell]) => !isMoved(key) || !isAsLeft(key, cell)),
  );
  if (changed.size === 0) return undefined;
  const changes: FieldChange[] = [];
  const edits: ActionEdit[] = [];
  const note = (keys: readonly ActionField[], made: readonly ActionEdit[]) => {
    if (made.length === 0) return;
    edits.push(...made);
    for (const key of keys)
      changes.push({
        key,
        before: expected.shown(id, key),
        after: shownAfter(key, changed.get(key), guesses.slice(before)),
        ...(isMoved(key) && { isContested: true }),
        ...(isConversion(expected.shown(id, key), changed.get(key) ?? null) && {
          isConversion: true,
        }),
      });
  };
  const before = guesses.length;
  const where = { action, line, context };
  for (const key of changed.keys())
    if (TARGETS[key].kind !== 'indicator')
      note([key], editsOf({ ...where, key, cell: changed.get(key) ?? null }));
  const measured = indicatorColumns.map(([key]) => key).filter((key) => changed.has(key));
  if (measured.length > 0) note(measured, measuresChange({ ...where, cells: changed }));
  if (changes.length === 0) return undefined;
  return { id, line, changes, edits, ...(row.isInDoubt && { isInDoubt: true }) };
}

/** As the board will have it, spelled as what it has: a day, a number, a name of the workshop. */
function shownAfter(
  key: ActionField,
  cell: TableCell | undefined,
  guesses: readonly Guess[],
): string {
  const { kind } = COLUMN[key];
  const meant = guesses
    .filter((guess) => guess.key === key)
    .reduce((text, guess) => text.replace(guess.text, guess.shown), textOf(cell));
  const spell = (line: string): string => {
    const day = kind === 'date' ? dayIn(line) : undefined;
    const number = kind === 'number' ? numberIn(line) : undefined;
    return (day && frenchDay(day)) ?? (number === undefined ? line : frenchNumber(number));
  };
  return kind === 'date' || kind === 'number' ? meant.split('\n').map(spell).join('\n') : meant;
}

/**
 * Cells that say something else than the board. The list that was worked on speaks first: what
 * another sheet repeats of it was not corrected with it.
 */
function changedCells(
  id: ActionId,
  cells: RowCells,
  besides: RowCells | undefined,
  { isUnchanged }: Expected,
): ReadonlyMap<ActionField, TableCell> {
  const changed = new Map<ActionField, TableCell>();
  for (const key of Object.keys(TARGETS) as ActionField[]) {
    const cell = cells.has(key) ? cells.get(key) : besides?.get(key);
    if (isSaid(key) && cell !== undefined && !isUnchanged(id, key, cell)) changed.set(key, cell);
  }
  return changed;
}
