/** Writes one action as a card of the file. */
import { type Board, visibleStatus } from '../board/board.ts';
import type { Action, Constraint, Indicator } from '../board/schema.ts';
import type { ActionId, GroupId } from '../ids.ts';
import { STATUSES, type VisibleStatus } from '../vocabulary/action.ts';
import {
  CARD_KEYS,
  CONSTRAINT_KEYS,
  FIRST_TARGET_KEYS,
  INDICATOR_KEYS,
  TARGET_KEYS,
} from './keys.ts';
import { laidOut } from './layout.ts';
import { type FileObject, type Labels, writeKeys } from './written.ts';

/** What the cards of one board share. */
export interface CardContext {
  readonly board: Board;
  readonly labels: Labels;
  /** Actions merged into another: asking the board for each would walk each chain again. */
  readonly merged: ReadonlySet<ActionId>;
  readonly groupIds: readonly GroupId[];
}

/** @param position place among all cards of its priority, those set aside included, from 1 */
export function cardOf(action: Action, position: number, context: CardContext): FileObject {
  const { board, labels, groupIds } = context;
  const indicators = action.indicators
    .filter(saysSomething)
    .map((each) => indicatorOf(each, labels));
  const [indicator, ...otherIndicators] = indicators;
  const isPlaced = action.priorityId !== undefined && board.columns.has(action.priorityId);
  return laidOut('card', {
    id: action.id,
    code: board.numbers.get(action.id),
    priorityId: isPlaced ? action.priorityId : undefined,
    unplaced: isPlaced ? undefined : true,
    position,
    ...writeKeys(CARD_KEYS, action, labels),
    assignedDirectionId: among(board.directions.keys(), action),
    assignedGroupId: among(groupIds, action),
    indicator,
    otherIndicators: otherIndicators.length > 0 ? otherIndicators : undefined,
    operatorConstraints: action.constraints
      .filter(({ actorId, text }) => actorId !== undefined || text !== undefined)
      .map((each: Constraint) => laidOut('constraint', writeKeys(CONSTRAINT_KEYS, each, labels))),
    ...fateOf(action, context),
  });
}

/** A file says nothing of people: a sheet given to one of them is given to nobody there. */
const among = (ids: Iterable<string>, { assignedTo }: Action) =>
  [...ids].find((id) => id === assignedTo);

/** *Fusionnée* and *écartée* hide the status the card had, and the first hides the second. */
function fateOf(action: Action, { board, merged }: CardContext): FileObject {
  const shown = merged.has(action.id) ? 'merged' : visibleStatus(board, action);
  const isGone = shown === 'merged' || shown === 'discarded';
  const { mergedInto } = action;
  const isMerge =
    mergedInto !== undefined && mergedInto !== action.id && board.actions.has(mergedInto);
  return {
    status: statusLabel(shown),
    statusBefore: isGone && action.status !== undefined ? statusLabel(action.status) : undefined,
    mergedIntoId: isMerge ? mergedInto : undefined,
    discarded: action.discarded && shown !== 'discarded' ? true : undefined,
  };
}

const statusLabel = (status: VisibleStatus): string | undefined =>
  STATUSES.find(({ code }) => code === status)?.fr;

function indicatorOf(indicator: Indicator, labels: Labels): FileObject {
  const [first, ...others] = indicator.targets.filter(isTarget);
  const otherTargets = others.map((target) =>
    laidOut('target', writeKeys(TARGET_KEYS, target, labels)),
  );
  return laidOut('indicator', {
    ...writeKeys(INDICATOR_KEYS, indicator, labels),
    ...(first && writeKeys(FIRST_TARGET_KEYS, first, labels)),
    otherTargets: otherTargets.length > 0 ? otherTargets : undefined,
  });
}

const isTarget = ({ value, date }: Indicator['targets'][number]): boolean =>
  value !== undefined || date !== undefined;

const saysSomething = (indicator: Indicator): boolean =>
  indicator.targets.some(isTarget) ||
  INDICATOR_KEYS.some(({ field }) => indicator[field] !== undefined);
