/**
 * What a board holds, as plain lists in their order: no ranks, no ids of parts, nothing of the
 * people. A workshop file reads as this, and an empty document is filled with it.
 */
import type {
  Action,
  Actor,
  BoardInfo,
  Comment,
  Constraint,
  Direction,
  Indicator,
  Policy,
  Priority,
} from './schema.ts';

type Placed<Entity> = Omit<Entity, 'rank'>;

export interface BoardContent {
  readonly info: Omit<BoardInfo, 'schemaVersion'>;
  readonly priorities: readonly Placed<Priority>[];
  readonly directions: readonly Placed<Direction>[];
  readonly actors: readonly Placed<Actor>[];
  readonly policies: readonly Placed<Policy>[];
  /**
   * In the order of the priorities, then of the places in each, actions merged or set aside
   * included; those without a priority come last.
   */
  readonly actions: readonly ActionContent[];
  readonly comments: readonly Omit<Comment, 'authorId'>[];
}

export type ActionContent = Omit<Action, 'rank' | 'authorId' | 'indicators' | 'constraints'> & {
  readonly indicators: readonly IndicatorContent[];
  readonly constraints: readonly ConstraintContent[];
};
export type IndicatorContent = Omit<Indicator, 'id' | 'rank' | 'targets'> & {
  readonly targets: readonly TargetContent[];
};
export type TargetContent = Omit<Indicator['targets'][number], 'id' | 'rank'>;
export type ConstraintContent = Omit<Constraint, 'id' | 'rank'>;
