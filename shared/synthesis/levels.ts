/** Impact × feasibility, on three levels each: where an action stands, never a score. */
import type { Board } from '../board/board.ts';
import type { Level } from '../board/checks.ts';
import type { Action } from '../board/schema.ts';
import { append } from '../lists.ts';
import { actionsOnShow } from './on-show.ts';

export const LEVELS: readonly Level[] = [1, 2, 3];

export interface Levels {
  /** The actions of a square. */
  readonly at: (impact: Level, feasibility: Level) => readonly Action[];
  /** Impact or feasibility is not said: in no square. */
  readonly unrated: readonly Action[];
  /** Actions on show: the nine squares and the unrated. */
  readonly total: number;
}

export function levelsOf(board: Board): Levels {
  const actions = actionsOnShow(board);
  const squares = new Map<string, Action[]>();
  const unrated: Action[] = [];
  for (const action of actions) {
    const { impact, feasibility } = action;
    if (impact === undefined || feasibility === undefined) {
      unrated.push(action);
      continue;
    }
    append(squares, `${impact} ${feasibility}`, action);
  }
  return {
    at: (impact, feasibility) => squares.get(`${impact} ${feasibility}`) ?? [],
    unrated,
    total: actions.length,
  };
}
