/**
 * Commands for what comes in from a table: many additions, or many changes, in one transaction
 * each. What leaves a page as one update is judged whole, so callers give no more at
 * once than an update may hold.
 */
import { type ActionId, newId, type PartId, type PriorityId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import {
  addEntity,
  type BoardDoc,
  entitiesOf,
  entityMap,
  entriesOf,
  LOCAL,
  LOCAL_ADD,
  shiftRanks,
} from '../doc.ts';
import { freshRanks, placeAt } from '../rank.ts';
import { ACTION_FIELDS, type Action, LIMITS } from '../schema.ts';
import { isBlank } from '../text.ts';
import { changeBetween } from '../text-change.ts';
import { openText, type TextKey } from '../text-handle.ts';
import {
  type Author,
  authorship,
  discardAction,
  moveAction,
  restoreAction,
  siblingsIn,
} from './actions.ts';
import { type Outcome, type Problem, problem } from './problem.ts';
import {
  addSheetPart,
  addTarget,
  isAccepted,
  type Plain,
  removeSheetPart,
  removeTarget,
  type SheetKey,
  type SheetPartsKey,
  type SheetSetKey,
  setPartField,
  setSheetField,
  setSheetMember,
  setTargetField,
} from './sheet.ts';

/** What a new action begins with: parts without ids nor ranks, in their order. */
export type NewAction = {
  readonly [K in Exclude<keyof Action, 'id' | 'rank' | `author${string}`>]?: unknown;
} & { readonly title: string; readonly priorityId: PriorityId };

/** Adds actions at the ends of their priorities, all or none; undone by setting them aside. */
export function addActions(
  doc: BoardDoc,
  { author, actions }: { readonly author: Author; readonly actions: readonly NewAction[] },
): Outcome<readonly ActionId[]> {
  if (entitiesOf(doc, 'actions').size + actions.length > LIMITS.actions)
    return err({ kind: 'full', max: LIMITS.actions });
  for (const action of actions) {
    const obstacle = obstacleTo(doc, action);
    if (obstacle) return err(obstacle);
  }
  if (actions.length === 0) return ok([]);
  const placeIn = createEnds(doc);
  const ids: ActionId[] = [];
  doc.transact(() => {
    for (const action of actions) {
      const id = newId<'action'>();
      addEntity(doc, 'actions', id, {
        ...action,
        indicators: ranked(action.indicators, (part) => ({
          ...part,
          targets: ranked(part.targets),
        })),
        constraints: ranked(action.constraints),
        rank: placeIn(action.priorityId),
        ...authorship(author),
      });
      ids.push(id);
    }
  }, LOCAL_ADD);
  return ok(ids);
}

function obstacleTo(doc: BoardDoc, action: NewAction): Problem | undefined {
  if (isBlank(action.title)) return { kind: 'title-missing' };
  if (!entityMap(doc, 'priorities', action.priorityId)) return { kind: 'priority-gone' };
  const refused = Object.entries(action).find(
    ([key, value]) =>
      value !== undefined && !isAccepted(ACTION_FIELDS[key as keyof typeof ACTION_FIELDS], value),
  );
  return refused && { kind: 'value-refused', field: refused[0] };
}

/** Ranks at the end of each priority, one after the other: the board is looked at once for each. */
export function createEnds(doc: BoardDoc): (id: PriorityId) => string {
  const last = new Map<PriorityId, string>();
  return (id) => {
    const before = last.get(id);
    const siblings = before === undefined ? siblingsIn(doc, id) : [{ id, rank: before }];
    const { rank, shifted } = placeAt(siblings, siblings.length);
    if (before === undefined) shiftRanks(entriesOf(doc, 'actions'), shifted);
    last.set(id, rank);
    return rank;
  };
}

type Part = Readonly<Record<string, unknown>>;

function ranked(parts: unknown, complete: (part: Part) => Part = (part) => part): readonly Part[] {
  const list: readonly Part[] = Array.isArray(parts) ? parts : [];
  const ranks = freshRanks(list.length);
  return list.map((part, place) => ({ ...complete(part), rank: ranks[place] }));
}

/** One change of an action. */
export type ActionEdit =
  | { readonly kind: 'text'; readonly key: TextKey; readonly text: string }
  | { readonly kind: 'field'; readonly key: SheetKey; readonly value: Plain }
  | {
      readonly kind: 'member';
      readonly key: SheetSetKey;
      readonly code: string;
      readonly present: boolean;
    }
  | { readonly kind: 'priority'; readonly priorityId: PriorityId }
  | { readonly kind: 'discarded'; readonly discarded: boolean }
  | { readonly kind: 'part-added'; readonly key: SheetPartsKey; readonly values: Part }
  | {
      readonly kind: 'part';
      readonly key: SheetPartsKey;
      readonly partId: PartId;
      readonly field: string;
      readonly value: Plain;
    }
  | { readonly kind: 'part-removed'; readonly key: SheetPartsKey; readonly partId: PartId }
  | { readonly kind: 'target-added'; readonly partId: PartId; readonly values: TargetValues }
  | {
      readonly kind: 'target';
      readonly partId: PartId;
      readonly targetId: PartId;
      readonly values: TargetValues;
    }
  | { readonly kind: 'target-removed'; readonly partId: PartId; readonly targetId: PartId };
/** A key that is there with `undefined` empties its field. */
export type TargetValues = { readonly [K in 'value' | 'date']?: Plain };

export interface ActionEdits {
  readonly id: ActionId;
  readonly edits: readonly ActionEdit[];
}

/**
 * Makes changes of several actions, each for itself: what others have removed meanwhile does not
 * keep the rest from being done.
 * @returns why each change that could not be made was not
 */
export function editActions(
  doc: BoardDoc,
  list: readonly ActionEdits[],
): Outcome<readonly Problem[]> {
  const problems: Problem[] = [];
  doc.transact(() => {
    for (const { id, edits } of list)
      for (const edit of edits) {
        const outcome = makeEdit(doc, id, edit);
        if (!outcome.ok) problems.push(outcome.error);
      }
  }, LOCAL);
  return ok(problems);
}

function makeEdit(doc: BoardDoc, id: ActionId, edit: ActionEdit): Outcome<unknown> {
  switch (edit.kind) {
    case 'text':
      return writeText(doc, id, edit.key, edit.text);
    case 'field':
      return setSheetField(doc, id, edit.key, edit.value);
    case 'member':
      return setSheetMember(doc, id, edit.key, edit.code, edit.present);
    case 'priority':
      return moveAction(doc, id, { priorityId: edit.priorityId, before: null });
    case 'discarded':
      return edit.discarded ? discardAction(doc, id) : restoreAction(doc, id);
    case 'part-added':
      return addSheetPart(doc, id, edit.key, withRanks(edit.values));
    case 'part':
      return setPartField(doc, id, edit.key, edit.partId, edit.field, edit.value);
    case 'part-removed':
      return removeSheetPart(doc, id, edit.key, edit.partId);
    case 'target-added': {
      const added = addTarget(doc, id, edit.partId);
      return added.ok ? writeTarget(doc, id, edit.partId, added.value, edit.values) : added;
    }
    case 'target':
      return writeTarget(doc, id, edit.partId, edit.targetId, edit.values);
    case 'target-removed':
      return removeTarget(doc, id, edit.partId, edit.targetId);
  }
}

const withRanks = (values: Part): Part =>
  'targets' in values ? { ...values, targets: ranked(values.targets) } : values;

function writeTarget(
  doc: BoardDoc,
  id: ActionId,
  partId: PartId,
  targetId: PartId,
  values: TargetValues,
): Outcome {
  for (const field of ['value', 'date'] as const) {
    if (!(field in values)) continue;
    const written = setTargetField(doc, id, partId, targetId, field, values[field]);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

/** Only what differs is replaced: the carets of those who are in the text stay where they are. */
function writeText(doc: BoardDoc, id: ActionId, key: TextKey, text: string): Outcome {
  const handle = openText(doc, id, key);
  if (!handle) return problem('action-gone');
  const change = changeBetween(handle.get(), text);
  if (change && !handle.replace(change)) return err({ kind: 'value-refused', field: key });
  return ok(undefined);
}
