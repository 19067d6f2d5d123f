/**
 * The live document and its typed doors. Only `shared/board` (and what moves bytes) may hold a
 * `BoardDoc`; everybody else reads the frozen data of `snapshot.ts` and acts by commands.
 */
import * as Y from 'yjs';
import { isId, newId, type PartId } from '../ids.ts';
import { isRank } from './checks.ts';
import { byRank, type Field, type FieldTable } from './fields.ts';
import { memberKey, membersOf } from './members.ts';
import type { Ranked } from './rank.ts';
import { ENTITY_ROOTS, type EntityRoot } from './schema.ts';

export type BoardDoc = Y.Doc;
export type EntityMap = Y.Map<unknown>;

/** Origin of every command of this peer: what the undo manager tracks. */
export const LOCAL = Symbol('local command');
/** Origin of the adding of an action: undone by setting it aside, since others may be in it already. */
export const LOCAL_ADD = Symbol('local addition');

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

type Entry = readonly [id: string, map: EntityMap];

/** The entities of a root; what is not one is passed over. */
export const entriesOf = (doc: BoardDoc, root: EntityRoot): Iterable<Entry> =>
  mapsAmong(entitiesOf(doc, root).entries());

/** The parts of a list of an entity; what is not one is passed over. */
export const partsOf = (entity: EntityMap, key: string): Iterable<Entry> =>
  mapsAmong(membersOf(entity, key));

function* mapsAmong(entries: Iterable<readonly [string, unknown]>): Iterable<Entry> {
  for (const [id, map] of entries) if (map instanceof Y.Map && isId(id)) yield [id, map];
}

/** Their ids and ranks, in order. Reads nothing else: the texts of 5,000 actions stay closed. */
export function ranksOf(
  entries: Iterable<Entry>,
  isIn: (map: EntityMap, id: string) => boolean = () => true,
): readonly Ranked[] {
  const ranked: Ranked[] = [];
  for (const [id, map] of entries) {
    const rank = map.get('rank');
    if (isIn(map, id)) ranked.push(isRank(rank) ? { id, rank } : { id });
  }
  return ranked.sort(byRank);
}

/** Writes the ranks of neighbours that make room, see `placeAt`. */
export function shiftRanks(entries: Iterable<Entry>, shifted: ReadonlyMap<string, string>): void {
  if (shifted.size === 0) return;
  for (const [id, map] of entries) {
    const rank = shifted.get(id);
    if (rank !== undefined) writePlain(map, { rank });
  }
}

/** Values to write, by field key: string for a text, list of codes for a set, list for parts. */
export type Writable = Readonly<Record<string, unknown>>;

/** Creates an entity with all its texts, so that later edits of them never race. */
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
  for (const [key, field] of Object.entries(fields))
    for (const [name, content] of newContents(key, field, values[key])) map.set(name, content);
  return map;
}

/** What a field with that value begins as, by key of the entity. */
function newContents(
  key: string,
  field: Field,
  value: unknown,
): readonly (readonly [key: string, content: unknown])[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  switch (field.kind) {
    case 'plain':
      return value === undefined ? [] : [[key, value]];
    case 'text':
      return [[key, typeof value === 'string' ? new Y.Text(value) : new Y.Text()]];
    case 'set':
      return list.filter(field.is).map((code, position) => [memberKey(key, code), position]);
    case 'parts':
      return (list as readonly Writable[]).map((part) => [
        memberKey(key, partId(part)),
        newEntity(field.fields, part),
      ]);
  }
}

const partId = ({ id }: { readonly id?: unknown }): string => (isId(id) ? id : newId<'part'>());

/** A part inside an entity, such as one indicator of an action. */
export const partMap = (entity: EntityMap, key: string, id: PartId): EntityMap | undefined => {
  const part = entity.get(memberKey(key, id));
  return part instanceof Y.Map ? part : undefined;
};

/** Adds a part to a list of an entity. */
export const addPart = (
  entity: EntityMap,
  key: string,
  fields: FieldTable,
  id: PartId,
  values: Writable,
): void => void entity.set(memberKey(key, id), newEntity(fields, values));
