/**
 * What adding a table to a workshop would do: made from the lines and the board as it stands, told
 * before anything is changed.
 */
import type { Board } from '../board/board.ts';
import { LIMITS } from '../board/schema.ts';
import { singleLine } from '../board/text.ts';
import { count, createFaults, quote } from '../file/fault.ts';
import type { PriorityId } from '../ids.ts';
import { textOf } from '../table/canonical.ts';
import type { ImportKind } from '../table/fields.ts';
import { foldLabel } from '../vocabulary/term.ts';
import type { MappedRow } from './mapping.ts';
import { type Lacking, missingNames } from './missing-names.ts';
import { planEntities } from './plan-entities.ts';
import {
  addFullFault,
  type Plan,
  type PlannedAction,
  type PlanOptions,
  setAside,
} from './planned.ts';
import { readNewAction } from './read-action.ts';
import {
  createRowContext,
  type Guess,
  guessKey,
  lineName,
  type RowContext,
} from './row-context.ts';

export const planImport = (
  kind: ImportKind,
  rows: readonly MappedRow[],
  board: Board,
  options: PlanOptions,
): Plan =>
  kind === 'actions' ? planActions(rows, board, options) : planEntities(kind, rows, board);

/** Actions to add, in the order of the lines. */
export function planActions(
  rows: readonly MappedRow[],
  board: Board,
  { addsMissing, fallback, refused, guessedOn, today }: PlanOptions,
): Plan {
  const faults = createFaults();
  let lacking: Lacking[] = [];
  let guessed: Guess[] = [];
  const context = createRowContext(board, faults, {
    today,
    guessedOn,
    onMissing: (root, name) => {
      const isAdded = addsMissing && singleLine(name).length <= LIMITS.lineCharacters;
      if (isAdded) lacking.push({ root, name });
      return isAdded;
    },
    onGuess: (guess) => {
      guessed.push(guess);
      return !refused?.has(guessKey(guess));
    },
  });
  const known = titlesOf(board);
  const taken: Taken[] = [];
  for (const row of rows) {
    lacking = [];
    guessed = [];
    const values = readNewAction(row, context);
    if (!values) {
      setAside(row, 'intitulé absent', 'Intitulé', faults);
      continue;
    }
    const place = placeOf(row, context, fallback);
    if (!place) continue;
    const action = { line: row.line, values, ...place };
    const key = titleKey(action.priorityId ?? foldLabel(action.priorityName), values.title);
    const before = known.get(key);
    if (before !== undefined) {
      const problem = `${quote(values.title)} est déjà ${before}, ligne non reprise`;
      faults.add('duplicate', lineName(row.line), problem, 'Intitulé');
      continue;
    }
    known.set(key, `à la ligne ${count(row.line)}`);
    taken.push({ action, lacking, guessed });
  }
  const room = Math.max(0, LIMITS.actions - board.actions.size);
  if (taken.length > room) addFullFault(faults, LIMITS.actions, 'actions', taken.length - room);
  const kept = taken.slice(0, room);
  const missing = missingNames(
    kept.flatMap((line) => line.lacking),
    board,
    faults,
  );
  return {
    actions: kept.map(({ action }) => action),
    entities: [],
    missing,
    guesses: kept.flatMap((line) => line.guessed),
    faults: faults.list(),
  };
}

/** A line that becomes an action, and what it takes for it. */
interface Taken {
  readonly action: PlannedAction;
  readonly lacking: readonly Lacking[];
  readonly guessed: readonly Guess[];
}

function placeOf(
  row: MappedRow,
  { names, faults, onMissing, board }: RowContext,
  fallback: PriorityId | null,
): Pick<PlannedAction, 'priorityId' | 'priorityName'> | undefined {
  const name = singleLine(textOf(row.cells.priority ?? null)) || singleLine(row.section ?? '');
  const refuse = (problem: string) => setAside(row, problem, 'Priorité', faults);
  if (name === '') {
    const byNumber = priorityNumbered(textOf(row.cells.number ?? null), board);
    const priorityId = byNumber ?? fallback;
    return priorityId ? { priorityId, priorityName: '' } : refuse('priorité absente');
  }
  const priorityId = names.priorities(name);
  if (priorityId !== undefined) return { priorityId, priorityName: name };
  if (onMissing('priorities', name)) return { priorityId: null, priorityName: name };
  return refuse(`la priorité ${quote(name)} n’est pas dans l’atelier`);
}

/** « 2.3 » is of the second priority: so workshops number their actions, and plans theirs. */
const priorityNumbered = (number: string, board: Board): PriorityId | undefined => {
  const [, place] = /^(\d{1,2})[.-]\d{1,3}\b/.exec(number) ?? [];
  return place === undefined ? undefined : board.priorities[Number(place) - 1]?.id;
};

/** Where each title on show already is. */
function titlesOf(board: Board): Map<string, string> {
  const titles = new Map<string, string>();
  for (const [id, number] of board.numbers) {
    const action = board.actions.get(id);
    if (action?.priorityId)
      titles.set(titleKey(action.priorityId, action.title), `sur le tableau (${number})`);
  }
  return titles;
}

const titleKey = (priority: string, title: string): string => `${priority}\n${foldLabel(title)}`;
