/**
 * Filling the sheet of an action: one field at a time, so that two people on the same sheet merge.
 * Texts are edited through `text-handle.ts`.
 */

import { type ActionId, isId, newId, type PartId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import { isNumber } from '../checks.ts';
import {
  addPart,
  type BoardDoc,
  type EntityMap,
  entityMap,
  LOCAL,
  partMap,
  partsOf,
  ranksOf,
  shiftRanks,
  writePlain,
} from '../doc.ts';
import { type Field, type FieldTable, fitsEdit, type PartsField } from '../fields.ts';
import { countMembers, memberKey, membersOf } from '../members.ts';
import { freshRanks, placeAt } from '../rank.ts';
import { ACTION_FIELDS, INDICATOR_FIELDS, TARGET_FIELDS } from '../schema.ts';
import { wellFormed } from '../text.ts';
import { type Outcome, problem } from './problem.ts';

type KeysOfKind<Kind extends string> = {
  [K in keyof typeof ACTION_FIELDS]: (typeof ACTION_FIELDS)[K] extends { kind: Kind } ? K : never;
}[keyof typeof ACTION_FIELDS];
type PlaceAndFate = 'priorityId' | 'rank' | 'discarded' | 'mergedInto';
type Origin = 'authorId' | 'authorDirectionId' | 'authorActorId' | 'votes';
/** Fields of the sheet that hold one value. */
export type SheetKey = Exclude<KeysOfKind<'plain'>, PlaceAndFate | Origin>;
/** Fields of the sheet that hold a set of codes. */
export type SheetSetKey = KeysOfKind<'set'>;
/** Lists of the sheet: indicators and constraints. */
export type SheetPartsKey = KeysOfKind<'parts'>;
export type Plain = string | number | boolean | undefined;

/** Sets or empties (`undefined`, an empty string) one field of the sheet. */
export function setSheetField(doc: BoardDoc, id: ActionId, key: SheetKey, value: Plain): Outcome {
  const action = entityMap(doc, 'actions', id);
  if (!action) return problem('action-gone');
  return writeChecked(doc, action, ACTION_FIELDS, key, value);
}

/** Adds a code to a set of the sheet, at its end, or takes it out. */
export function setSheetMember(
  doc: BoardDoc,
  id: ActionId,
  key: SheetSetKey,
  code: string,
  present: boolean,
): Outcome {
  const action = entityMap(doc, 'actions', id);
  if (!action) return problem('action-gone');
  const field = ACTION_FIELDS[key];
  if (!field.is(code)) return err({ kind: 'value-refused', field: key });
  if (action.has(memberKey(key, code)) === present) return ok(undefined);
  if (present && countMembers(action, key) >= field.max)
    return err({ kind: 'full', max: field.max });
  doc.transact(() => {
    if (present) action.set(memberKey(key, code), nextPosition(action, key));
    else action.delete(memberKey(key, code));
  }, LOCAL);
  return ok(undefined);
}

/** Adds an indicator, with a first target to fill, or a constraint, at the end of its list. */
export function addSheetPart(
  doc: BoardDoc,
  id: ActionId,
  key: SheetPartsKey,
  values: Readonly<Record<string, unknown>> = {},
): Outcome<PartId> {
  const action = entityMap(doc, 'actions', id);
  if (!action) return problem('action-gone');
  const withTarget =
    key === 'indicators' ? { targets: [{ rank: freshRanks(1)[0] }], ...values } : values;
  return addTo(doc, action, key, ACTION_FIELDS[key], withTarget);
}

/** Adds a dated target at the end of an indicator's targets. */
export function addTarget(doc: BoardDoc, id: ActionId, indicatorId: PartId): Outcome<PartId> {
  const indicator = indicatorMap(doc, id, indicatorId);
  if (!indicator) return problem('entity-gone');
  return addTo(doc, indicator, 'targets', INDICATOR_FIELDS.targets, {});
}

/** Sets or empties one field of an indicator or of a constraint. */
export function setPartField(
  doc: BoardDoc,
  id: ActionId,
  key: SheetPartsKey,
  partId: PartId,
  field: string,
  value: Plain,
): Outcome {
  const action = entityMap(doc, 'actions', id);
  const part = action && partMap(action, key, partId);
  if (!part) return problem('entity-gone');
  return writeChecked(doc, part, ACTION_FIELDS[key].fields, field, value);
}

/** Sets or empties one field of a target. */
export function setTargetField(
  doc: BoardDoc,
  id: ActionId,
  indicatorId: PartId,
  targetId: PartId,
  field: 'value' | 'date',
  value: Plain,
): Outcome {
  const indicator = indicatorMap(doc, id, indicatorId);
  const target = indicator && partMap(indicator, 'targets', targetId);
  if (!target) return problem('entity-gone');
  return writeChecked(doc, target, TARGET_FIELDS, field, value);
}

/** Takes an indicator or a constraint off the sheet. */
export const removeSheetPart = (
  doc: BoardDoc,
  id: ActionId,
  key: SheetPartsKey,
  partId: PartId,
): Outcome => removeFrom(doc, entityMap(doc, 'actions', id), key, partId);

/** Takes a dated target off an indicator. */
export const removeTarget = (
  doc: BoardDoc,
  id: ActionId,
  indicatorId: PartId,
  targetId: PartId,
): Outcome => removeFrom(doc, indicatorMap(doc, id, indicatorId), 'targets', targetId);

function removeFrom(
  doc: BoardDoc,
  owner: EntityMap | undefined,
  key: string,
  partId: PartId,
): Outcome {
  if (!owner?.has(memberKey(key, partId))) return problem('entity-gone');
  doc.transact(() => owner.delete(memberKey(key, partId)), LOCAL);
  return ok(undefined);
}

const indicatorMap = (doc: BoardDoc, id: ActionId, indicatorId: PartId): EntityMap | undefined => {
  const action = entityMap(doc, 'actions', id);
  return action && partMap(action, 'indicators', indicatorId);
};

function addTo(
  doc: BoardDoc,
  owner: EntityMap,
  key: string,
  field: PartsField<FieldTable>,
  given: Readonly<Record<string, unknown>>,
): Outcome<PartId> {
  const count = countMembers(owner, key);
  if (count >= field.max) return err({ kind: 'full', max: field.max });
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, cleaned(value)]),
  );
  const refused = Object.keys(values).find((name) => !isAccepted(field.fields[name], values[name]));
  if (refused !== undefined) return err({ kind: 'value-refused', field: refused });
  const id = newId<'part'>();
  const { rank, shifted } = placeAt(ranksOf(partsOf(owner, key)), count);
  doc.transact(() => {
    shiftRanks(partsOf(owner, key), shifted);
    addPart(owner, key, field.fields, id, { ...values, rank });
  }, LOCAL);
  return ok(id);
}

/** Whether something new may begin with this value. */
export function isAccepted(field: Field | undefined, value: unknown): boolean {
  if (field?.kind === 'text') return typeof value === 'string' && value.length <= field.max;
  if (field?.kind === 'set')
    return Array.isArray(value) && value.length <= field.max && value.every(field.is);
  if (field?.kind === 'plain') return value === undefined || fitsEdit(field, value, undefined);
  if (field?.kind !== 'parts' || !Array.isArray(value) || value.length > field.max) return false;
  return value.every((part: unknown) => {
    if (typeof part !== 'object' || part === null) return false;
    return Object.entries(part).every(([key, inner]) =>
      key === 'id' ? isId(inner) : isAccepted(field.fields[key], inner),
    );
  });
}

function writeChecked(
  doc: BoardDoc,
  map: EntityMap,
  fields: FieldTable,
  key: string,
  raw: Plain,
): Outcome {
  const value = cleaned(raw);
  const field = fields[key];
  // Texts, sets and lists are none of these: emptying one would take it from under others' edits.
  if (field?.kind !== 'plain' || (value !== undefined && !fitsEdit(field, value, map.get(key))))
    return err({ kind: 'value-refused', field: key });
  if (map.get(key) !== value) doc.transact(() => writePlain(map, { [key]: value }), LOCAL);
  return ok(undefined);
}

/** An empty text empties the field. */
const cleaned = (value: unknown): unknown =>
  typeof value === 'string' ? wellFormed(value) || undefined : value;

/** Where a code stands that is added to a set: behind all others. */
export const nextPosition = (entity: EntityMap, key: string): number =>
  1 + Math.max(-1, ...[...membersOf(entity, key)].map(([, position]) => position).filter(isNumber));
