/** What the sheets of the actions on show still lack, thing by thing. */
import type { Board } from '../board/board.ts';
import { completenessOf, EXPECTED_FIELDS, type ExpectedField } from '../board/completeness.ts';
import type { Action } from '../board/schema.ts';
import { actionsOnShow } from './on-show.ts';

export interface Missing {
  /** In the order of the sheet; every expected field, even one that nothing lacks. */
  readonly fields: readonly {
    readonly field: ExpectedField;
    readonly actions: readonly Action[];
  }[];
  /** Sheets that lack nothing. */
  readonly complete: readonly Action[];
  readonly total: number;
}

export function missingOf(board: Board): Missing {
  const actions = actionsOnShow(board);
  const lists = new Map<ExpectedField, Action[]>(EXPECTED_FIELDS.map((field) => [field, []]));
  const complete: Action[] = [];
  for (const action of actions) {
    const { missing } = completenessOf(action);
    if (missing.length === 0) complete.push(action);
    for (const field of missing) lists.get(field)?.push(action);
  }
  return {
    fields: [...lists].map(([field, lacking]) => ({ field, actions: lacking })),
    complete,
    total: actions.length,
  };
}
