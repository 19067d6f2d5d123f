/**
 * Counts of a group of actions, the same for an axis, a direction, a deadline or the whole board:
 * what a screen and every file show, so that their totals agree.
 */
import { completenessOf, EXPECTED_FIELDS, type ExpectedField } from '../board/completeness.ts';
import type { Action } from '../board/schema.ts';
import type { Status } from '../vocabulary/action.ts';

export interface Totals {
  readonly actions: number;
  /** Sums to `actions`. An action without a status is *proposée*. */
  readonly byStatus: Readonly<Record<Status, number>>;
  /** How many lack each thing expected of a sheet. */
  readonly lacking: Readonly<Record<ExpectedField, number>>;
  /** Actions whose sheet lacks at least one of them: "à compléter". */
  readonly toComplete: number;
}

export function totalsOf(actions: readonly Action[]): Totals {
  const byStatus: Record<Status, number> = { proposed: 0, discuss: 0, retained: 0 };
  const lacking = Object.fromEntries(EXPECTED_FIELDS.map((field) => [field, 0])) as Record<
    ExpectedField,
    number
  >;
  let toComplete = 0;
  for (const action of actions) {
    byStatus[action.status ?? 'proposed'] += 1;
    const { missing } = completenessOf(action);
    if (missing.length > 0) toComplete += 1;
    for (const field of missing) lacking[field] += 1;
  }
  return { actions: actions.length, byStatus, lacking, toComplete };
}
