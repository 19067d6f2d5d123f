/** The actions on show by the quarter of their deadline. */
import type { Board } from '../board/board.ts';
import type { Action } from '../board/schema.ts';
import { ascending } from '../lists.ts';
import { actionsOnShow } from './on-show.ts';

export interface Year {
  readonly year: number;
  /** From January: always four. */
  readonly quarters: readonly (readonly Action[])[];
  readonly total: number;
}

export interface Deadlines {
  /** From the first to the last with a deadline, in order; years between them without any too. */
  readonly years: readonly Year[];
  /** Without a deadline. */
  readonly undated: readonly Action[];
  /** Actions on show: those of the years and the undated. */
  readonly total: number;
}

/** Beyond this many years the empty ones are left out: one wrong century must not draw a hundred. */
const longestRun = 20;

export function deadlinesOf(board: Board): Deadlines {
  const actions = actionsOnShow(board);
  const dated = new Map<number, Action[][]>();
  const undated: Action[] = [];
  for (const action of actions) {
    const [year, month] = (action.deadline ?? '').split('-').map(Number);
    if (!year || !month) {
      undated.push(action);
      continue;
    }
    const quarters = dated.get(year) ?? [[], [], [], []];
    quarters[Math.floor((month - 1) / 3)]?.push(action);
    dated.set(year, quarters);
  }
  const years = yearsFrom([...dated.keys()]).map((year) => {
    const quarters = dated.get(year) ?? [[], [], [], []];
    return { year, quarters, total: quarters.reduce((sum, each) => sum + each.length, 0) };
  });
  for (const { quarters } of years) for (const quarter of quarters) quarter.sort(byDeadline);
  return { years, undated, total: actions.length };
}

function yearsFrom(known: readonly number[]): readonly number[] {
  if (known.length === 0) return [];
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (last - first >= longestRun) return [...known].sort((a, b) => a - b);
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const byDeadline = (a: Action, b: Action): number => ascending(a.deadline ?? '', b.deadline ?? '');
