/**
 * Which direction acts for which priority: each action on show is in one square, that of its lead
 * and of its priority. Empty squares are what people look for.
 */
import type { Board } from '../board/board.ts';
import type { Action, Direction, Priority } from '../board/schema.ts';
import { byDirection } from './by-direction.ts';
import { axesOf } from './on-show.ts';

export interface Square {
  /** Actions of this priority led by this direction. */
  readonly leads: readonly Action[];
  /** Actions of this priority that need this direction beside another lead. */
  readonly supports: readonly Action[];
}

interface CoverageRow {
  /** Null: nobody leads them yet. */
  readonly direction: Direction | null;
  /** One per column, in their order. */
  readonly squares: readonly Square[];
  readonly total: number;
}

export interface Coverage {
  /** Null, the last one if at all: actions whose priority is gone. */
  readonly columns: readonly (Priority | null)[];
  /** Every direction in order; then, if there are some, the actions nobody leads. */
  readonly rows: readonly CoverageRow[];
  /** Of each column. */
  readonly totals: readonly number[];
  /** Actions on show: the sum of the squares, of the rows, and of the columns. */
  readonly total: number;
  /** Squares of a direction and a priority where it neither leads nor supports. */
  readonly empty: number;
}

export function coverageOf(board: Board): Coverage {
  const axes = axesOf(board);
  const columnOf = new Map(
    axes.flatMap(({ actions }, column) => actions.map(({ id }) => [id, column] as const)),
  );
  const spread = (actions: readonly Action[]): readonly Action[][] => {
    const columns: Action[][] = axes.map(() => []);
    for (const action of actions) columns[columnOf.get(action.id) ?? -1]?.push(action);
    return columns;
  };
  const rows = byDirection(board)
    .filter(({ direction, leads }) => direction !== null || leads.length > 0)
    .map(({ direction, leads, supports }): CoverageRow => {
      const [led, supported] = [spread(leads), spread(supports)];
      return {
        direction,
        squares: axes.map((_, at) => ({ leads: led[at] ?? [], supports: supported[at] ?? [] })),
        total: leads.length,
      };
    });
  const totals = axes.map(({ actions }) => actions.length);
  return {
    columns: axes.map(({ priority }) => priority),
    rows,
    totals,
    total: totals.reduce((sum, each) => sum + each, 0),
    empty: rows
      .filter(({ direction }) => direction !== null)
      .flatMap(({ squares }) => squares.filter((_, at) => axes[at]?.priority !== null))
      .filter(isEmpty).length,
  };
}

/** Whether nothing is done here, not even beside another direction. */
export const isEmpty = ({ leads, supports }: Square): boolean =>
  leads.length === 0 && supports.length === 0;
