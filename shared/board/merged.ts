/** What an action has from those merged into it: nothing of theirs is copied, so nothing can be lost. */
import type { ActionId } from '../ids.ts';
import type { Board } from './board.ts';
import type { Action, Constraint } from './schema.ts';

export interface HeldConstraint {
  readonly constraint: Constraint;
  /** The action it was expressed on: the one asked about, or one of its sources. */
  readonly from: ActionId;
}

/** The constraints of an action, then those of its sources, each with where it comes from. */
export const constraintsOf = (board: Board, action: Action): readonly HeldConstraint[] =>
  [action, ...sourcesOf(board, action.id)].flatMap(({ id, constraints }) =>
    constraints.map((constraint) => ({ constraint, from: id })),
  );

/** The actions merged into one, whole chains included, in a stable order. */
export const sourcesOf = ({ sources, actions }: Board, id: ActionId): readonly Action[] =>
  (sources.get(id) ?? []).flatMap((source) => actions.get(source) ?? []);
