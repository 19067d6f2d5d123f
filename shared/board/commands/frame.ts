/**
 * The frame of the workshop, fixed by the élus and kept by facilitators: the workshop itself, its
 * priorities, directions, actors and policies.
 */
import { newId } from '../../ids.ts';
import { err, ok } from '../../result.ts';
import {
  addEntity,
  type BoardDoc,
  type EntityMap,
  entitiesOf,
  entityMap,
  entriesOf,
  infoMap,
  LOCAL,
  ranksOf,
  shiftRanks,
  writePlain,
} from '../doc.ts';
import { type FieldTable, fitsEdit } from '../fields.ts';
import { placeAt } from '../rank.ts';
import {
  type Actor,
  BOARD_FIELDS,
  type BoardInfo,
  type Direction,
  ENTITY_ROOTS,
  type Policy,
  type Priority,
} from '../schema.ts';
import { isBlank, wellFormed } from '../text.ts';
import { type Outcome, problem } from './problem.ts';

interface FrameEntities {
  priorities: Priority;
  directions: Direction;
  actors: Actor;
  policies: Policy;
}
export type FrameRoot = keyof FrameEntities;
/** `undefined` empties a field. */
export type Changes<Entity> = {
  readonly [K in Exclude<keyof Entity, 'id' | 'rank'>]?: Entity[K] | undefined;
};

/** Writes fields of the workshop itself, all or none. */
export function setInfo(doc: BoardDoc, changes: Changes<BoardInfo>): Outcome {
  const cleaned = clean(BOARD_FIELDS, changes, infoMap(doc));
  if (!cleaned.ok) return cleaned;
  doc.transact(() => writePlain(infoMap(doc), cleaned.value), LOCAL);
  return ok(undefined);
}

/** Adds a priority, direction, actor or policy at the end of its list. */
export function addFrameEntity<Root extends FrameRoot>(
  doc: BoardDoc,
  root: Root,
  values: Changes<FrameEntities[Root]>,
): Outcome<FrameEntities[Root]['id']> {
  const { fields, max } = ENTITY_ROOTS[root];
  if (entitiesOf(doc, root).size >= max) return err({ kind: 'full', max });
  const cleaned = clean(fields, values);
  if (!cleaned.ok) return cleaned;
  if (isBlank(String(cleaned.value[nameKey(root)] ?? ''))) return problem('title-missing');
  const id = newId() as FrameEntities[Root]['id'];
  const { rank, shifted } = placeAt(ranksOf(entriesOf(doc, root)), Number.POSITIVE_INFINITY);
  doc.transact(() => {
    shiftRanks(entriesOf(doc, root), shifted);
    addEntity(doc, root, id, { ...cleaned.value, rank });
  }, LOCAL);
  return ok(id);
}

/** Changes fields of one of them, all or none. */
export function editFrameEntity<Root extends FrameRoot>(
  doc: BoardDoc,
  root: Root,
  id: FrameEntities[Root]['id'],
  changes: Changes<FrameEntities[Root]>,
): Outcome {
  const map = entityMap(doc, root, id);
  if (!map) return problem('entity-gone');
  const cleaned = clean(ENTITY_ROOTS[root].fields, changes, map);
  if (!cleaned.ok) return cleaned;
  const name = nameKey(root);
  if (name in cleaned.value && isBlank(String(cleaned.value[name] ?? '')))
    return problem('title-missing');
  doc.transact(() => writePlain(map, cleaned.value), LOCAL);
  return ok(undefined);
}

/** Moves one of them one place up (-1) or down (+1) in its list. */
export function shiftFrameEntity<Root extends FrameRoot>(
  doc: BoardDoc,
  root: Root,
  id: FrameEntities[Root]['id'],
  by: -1 | 1,
): Outcome {
  const list = ranksOf(entriesOf(doc, root));
  const index = list.findIndex((entity) => entity.id === id);
  if (index < 0) return problem('entity-gone');
  if (index + by < 0 || index + by >= list.length) return ok(undefined);
  const others = list.filter((entity) => entity.id !== id);
  const { rank, shifted } = placeAt(others, index + by);
  doc.transact(() => {
    shiftRanks(entriesOf(doc, root), new Map([...shifted, [id, rank]]));
  }, LOCAL);
  return ok(undefined);
}

/** Removes one of them; refused while an action stands in the priority or names the direction as lead. */
export function removeFrameEntity<Root extends FrameRoot>(
  doc: BoardDoc,
  root: Root,
  id: FrameEntities[Root]['id'],
): Outcome {
  if (!entityMap(doc, root, id)) return problem('entity-gone');
  for (const [, action] of entriesOf(doc, 'actions')) {
    if (root === 'priorities' && action.get('priorityId') === id) return problem('priority-in-use');
    if (root === 'directions' && action.get('leadDirectionId') === id)
      return problem('direction-in-use');
  }
  doc.transact(() => entitiesOf(doc, root).delete(id), LOCAL);
  return ok(undefined);
}

const nameKey = (root: FrameRoot): string => (root === 'priorities' ? 'title' : 'name');

/** Checks values against their fields; an empty string empties the field. */
function clean(
  fields: FieldTable,
  values: Readonly<Record<string, unknown>>,
  before?: EntityMap,
): Outcome<Readonly<Record<string, unknown>>> {
  const cleaned: Record<string, unknown> = {};
  for (const [key, raw] of Object.entries(values)) {
    const value = typeof raw === 'string' ? wellFormed(raw).trim() || undefined : raw;
    const field = fields[key];
    if (
      field?.kind !== 'plain' ||
      (value !== undefined && !fitsEdit(field, value, before?.get(key)))
    )
      return err({ kind: 'value-refused', field: key });
    cleaned[key] = value;
  }
  return ok(cleaned);
}
