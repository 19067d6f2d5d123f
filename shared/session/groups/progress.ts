/** How far whoever was given sheets has come with them: read from the board alone. */
import type { Board } from '../../board/board.ts';
import { completenessOf, type ExpectedField } from '../../board/completeness.ts';
import type { Action } from '../../board/schema.ts';
import type { ActionId } from '../../ids.ts';

export interface SheetProgress {
  /** Of the sheets on show, in the order of the board. */
  readonly ids: readonly ActionId[];
  /** Those that lack nothing. */
  readonly complete: number;
  /** Fields that are filled, of all that are expected. */
  readonly filled: number;
  readonly expected: number;
  /** How many of the sheets lack each field, most first. */
  readonly lacks: readonly { readonly field: ExpectedField; readonly count: number }[];
}

const NOTHING: SheetProgress = { ids: [], complete: 0, filled: 0, expected: 0, lacks: [] };

/** By whom the sheets were given to: a group, a direction or a person. */
export function progressIn(
  board: Pick<Board, 'numbers' | 'actions'>,
): ReadonlyMap<NonNullable<Action['assignedTo']>, SheetProgress> {
  const sheets = new Map<NonNullable<Action['assignedTo']>, Action[]>();
  for (const id of board.numbers.keys()) {
    const action = board.actions.get(id);
    if (action?.assignedTo === undefined) continue;
    const own = sheets.get(action.assignedTo);
    if (own) own.push(action);
    else sheets.set(action.assignedTo, [action]);
  }
  return new Map([...sheets].map(([to, actions]) => [to, progressOf(actions)]));
}

function progressOf(actions: readonly Action[]): SheetProgress {
  if (actions.length === 0) return NOTHING;
  const all = actions.map(completenessOf);
  const lacks = new Map<ExpectedField, number>();
  for (const field of all.flatMap(({ missing }) => missing))
    lacks.set(field, (lacks.get(field) ?? 0) + 1);
  return {
    ids: actions.map(({ id }) => id),
    complete: all.filter(({ missing }) => missing.length === 0).length,
    filled: all.reduce((sum, { done }) => sum + done, 0),
    expected: all.reduce((sum, { expected }) => sum + expected, 0),
    lacks: [...lacks].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count),
  };
}
