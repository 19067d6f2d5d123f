/** What will be measured: every indicator of the actions on show, and the actions without one. */
import type { Board } from '../board/board.ts';
import type { Action, Indicator } from '../board/schema.ts';
import { isBlank } from '../board/text.ts';
import { actionsOnShow } from './on-show.ts';

export interface Measure {
  readonly action: Action;
  readonly indicator: Indicator;
}

export interface Measures {
  /** In the order of the actions, then of their sheets. */
  readonly measures: readonly Measure[];
  /** Actions on show whose sheet names no indicator. */
  readonly without: readonly Action[];
  /** Measures that have at least one target with a value. */
  readonly targeted: number;
}

export function measuresOf(board: Board): Measures {
  const actions = actionsOnShow(board);
  const named = ({ label = '' }: Indicator) => !isBlank(label);
  const measures = actions.flatMap((action) =>
    action.indicators.filter(named).map((indicator) => ({ action, indicator })),
  );
  return {
    measures,
    without: actions.filter(({ indicators }) => !indicators.some(named)),
    targeted: measures.filter(({ indicator }) =>
      indicator.targets.some(({ value }) => value !== undefined),
    ).length,
  };
}
