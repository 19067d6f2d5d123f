/**
 * The live document and its typed doors. Only `shared/board` (and what moves bytes) may hold a
 * `BoardDoc`; everybody else reads the frozen data of `snapshot.ts` and acts by commands.
 */
import * as Y from 'yjs';
import { isId, newId, type PartId } from '../ids.ts';
import { isRank } from './checks.ts';
import { byRank, type Field, type FieldTable, type PartsField, type SetField } from './fields.ts';
import type { Ranked } from './rank.ts';
import { ENTITY_ROOTS, type EntityRoot } from './schema.ts';

export type BoardDoc = Y.Doc;
export type EntityMap = Y.Map<unknown>;

/** Origin of every command of this peer: what the undo manager tracks. */
export const LOCAL = Symbol('local command');
/** Origin of the adding of an action: undone by setting it aside, since others may be in it already. */
export const LOCAL_ADD = Symbol('local addition');

/** Origin of kept work done again: what it added is set aside by its undo, the rest taken back. */
export const LOCAL_PUT_BACK = Symbol('local work put back');

/** A new, empty document. Collection of deleted content stays on: the log is the history. */
export const createDoc = (): BoardDoc => new Y.Doc();

/** The whole document as one update (V1), to be stored or sent. */
export const encodeDoc = (doc: BoardDoc): Uint8Array => Y.encodeStateAsUpdate(doc);
/** What is in it, by client id and clock: what a page tells to be sent the rest. */
export const encodeExtent = (doc: BoardDoc): Uint8Array => Y.encodeStateVector(doc);

export const infoMap = (doc: BoardDoc): EntityMap => doc.getMap('board');
export const entitiesOf = (doc: BoardDoc, root: EntityRoot): Y.Map<unknown> => doc.getMap(root);
export const entityMap = (doc: BoardDoc, root: EntityRoot, id: string): EntityMap | undefined => {
  const map = entitiesOf(doc, root).get(id);
  return map instanceof Y.Map ? map : undefined;
};

/** The entities of a root or the parts of a list; what is not one is passed over. */
export function* entriesOf(list: Y.Map<unknown>): Iterable<readonly [id: string, map: EntityMap]> {
  for (const [id, map] of list.entries()) if (map instanceof Y.Map && isId(id)) yield [id, map];
}

/** Their ids and ranks, in order. Reads nothing else: the texts of 5,000 actions stay closed. */
export function ranksOf(
  list: Y.Map<unknown>,
  isIn: (map: EntityMap, id: string) => boolean = () => true,
): readonly Ranked[] {
  const ranked: Ranked[] = [];
  for (const [id, map] of entriesOf(list)) {
    const rank = map.get('rank');
    if (isIn(map, id)) ranked.push(isRank(rank) ? { id, rank } : { id });
  }
  return ranked.sort(byRank);
}

/** Writes the ranks of neighbours that make room, see `placeAt`. */
export function shiftRanks(list: Y.Map<unknown>, shifted: ReadonlyMap<string, string>): void {
  for (const [id, rank] of shifted) {
    const map = list.get(id);
    if (map instanceof Y.Map) writePlain(map, { rank });
  }
}

/** Values to write, by field key: string for a text, list of codes for a set, list for parts. */
export type Writable = Readonly<Record<string, unknown>>;

/** Creates an entity with all its containers, so that later edits of them never race. */
export function addEntity(doc: BoardDoc, root: EntityRoot, id: string, values: Writable): void {
  entitiesOf(doc, root).set(id, newEntity(ENTITY_ROOTS[root].fields, values));
}

/** Writes plain fields of an entity; `undefined` empties one. Fields that stay equal are not touched. */
export function writePlain(map: EntityMap, values: Writable): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) map.delete(key);
    else if (map.get(key) !== value) map.set(key, value);
  }
}

/** Writes plain fields of the workshop itself. */
export const writeInfo = (doc: BoardDoc, values: Writable): void =>
  writePlain(infoMap(doc), values);

function newEntity(fields: FieldTable, values: Writable): EntityMap {
  const map = new Y.Map<unknown>();
  for (const [key, field] of Object.entries(fields)) {
    const content = newContent(field, values[key]);
    if (content !== undefined) map.set(key, content);
  }
  return map;
}

function newContent(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'plain':
      return value;
    case 'text':
      return typeof value === 'string' ? new Y.Text(value) : new Y.Text();
    case 'set':
      return newSet(field, value);
    case 'parts':
      return newParts(field, value);
  }
}

function newSet(field: SetField<string>, value: unknown): Y.Map<number> {
  const codes = Array.isArray(value) ? value.filter(field.is) : [];
  return new Y.Map(codes.map((code, position) => [code, position]));
}

function newParts(field: PartsField<FieldTable>, value: unknown): Y.Map<EntityMap> {
  const list: readonly Writable[] = Array.isArray(value) ? value : [];
  return new Y.Map(list.map((part) => [partId(part), newEntity(field.fields, part)]));
}

const partId = ({ id }: { readonly id?: unknown }): string => (isId(id) ? id : newId<'part'>());

/** A part inside an entity, such as one indicator of an action. */
export const partMap = (entity: EntityMap, key: string, id: PartId): EntityMap | undefined => {
  const list = entity.get(key);
  const part = list instanceof Y.Map ? list.get(id) : undefined;
  return part instanceof Y.Map ? part : undefined;
};

/** Adds a part with all its containers. */
export function addPart(
  entity: EntityMap,
  key: string,
  fields: FieldTable,
  id: PartId,
  values: Writable,
): void {
  const list = entity.get(key);
  if (list instanceof Y.Map) list.set(id, newEntity(fields, values));
}
