/**
 * Where a struct stands in the board's schema: found by its parent, else by its neighbours, as Yjs
 * itself will find it. `VOID` is the place of what Yjs drops on arrival, because what it stood in
 * was removed meanwhile: normal life on a shared board.
 */
import * as Y from 'yjs';
import { type FieldTable, fieldAt, type TextField } from '../../../../shared/board/fields.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from '../../../../shared/board/schema.ts';
import { type Fresh, freshAt, type Queues } from '../../../work/causal-order.ts';

/** The entity, or the workshop itself, that everything below belongs to. */
export interface Owner {
  readonly root: EntityRoot | 'board';
  readonly id: string;
  /** Created by the update being judged. */
  readonly born: boolean;
}
interface Held {
  readonly owner: Owner;
  /** Undefined when the update being judged creates it. */
  readonly live: Y.AbstractType<unknown> | undefined;
}
export interface Entities {
  readonly holds: 'entities';
  readonly root: EntityRoot;
  readonly live: Y.AbstractType<unknown>;
}
/** An entity or a part. */
export interface Fields extends Held {
  readonly holds: 'fields';
  readonly fields: FieldTable;
}
export interface Characters extends Held {
  readonly holds: 'characters';
  readonly field: TextField;
  /** The entity it was born with. */
  readonly of: Fields;
}
export type Container = Entities | Fields | Characters;

export interface Slot {
  readonly container: Container;
  /** Null between the characters of a text. */
  readonly key: string | null;
}
export const VOID = Symbol('dropped on arrival');
type Found<Value> = Value | typeof VOID | undefined;

export type Places = ReturnType<typeof createPlaces>;

/** @param queues what the update brings, by client and clock */
// Where a struct stands is asked of its neighbours and parents: these call one another.
export function createPlaces(doc: Y.Doc, queues: Queues) {
  const known = new Map<Y.AbstractType<unknown>, Container | undefined>();
  const slots = new Map<Fresh, Found<Slot>>();
  const structAt = ({ client, clock }: Y.ID): Fresh | undefined => {
    if (clock >= Y.getState(doc.store, client)) return freshAt(queues.get(client) ?? [], clock);
    const structs = doc.store.clients.get(client) ?? [];
    return structs[Y.findIndexSS(structs, clock)];
  };

  const ofType = (type: Y.AbstractType<unknown>): Container | undefined => {
    if (!known.has(type)) known.set(type, describe(type));
    return known.get(type);
  };
  const describe = (type: Y.AbstractType<unknown>): Container | undefined => {
    const item = type._item;
    if (item === null) return rootContainer(Y.findRootTypeKey(type), type);
    const container = item.parent instanceof Y.AbstractType ? ofType(item.parent) : undefined;
    return container && inner({ container, key: item.parentSub }, type, true);
  };

  const named = (name: unknown): Container | undefined =>
    isRoot(name) ? ofType(doc.getMap(name) as Y.AbstractType<unknown>) : undefined;

  const at = (id: Y.ID): Found<Slot> => {
    const struct = structAt(id);
    if (!(struct instanceof Y.Item)) return struct && VOID;
    if (slots.has(struct)) return slots.get(struct);
    const container = struct.parent instanceof Y.AbstractType ? ofType(struct.parent) : undefined;
    return container && { container, key: struct.parentSub };
  };
  const containerAt = (id: Y.ID): Found<Container> => {
    const struct = structAt(id);
    if (!(struct instanceof Y.Item)) return struct && VOID;
    if (slots.get(struct) === VOID || struct.content instanceof Y.ContentDeleted) return VOID;
    if (!(struct.content instanceof Y.ContentType)) return undefined;
    return slots.has(struct) ? known.get(struct.content.type) : ofType(struct.content.type);
  };
  const find = (item: Y.Item): Found<Slot> => {
    const sides = [item.origin, item.rightOrigin].filter((id) => id !== null).map(at);
    const [left, right = left] = sides;
    if (sides.includes(VOID)) return VOID;
    if (left && left !== VOID && right && right !== VOID)
      return sameSlot(left, right) ? left : undefined;
    if (sides.length > 0) return undefined;
    const parent: unknown = item.parent; // an id, or the name of a root, until it is applied
    const container = parent instanceof Y.ID ? containerAt(parent) : named(parent);
    return container === VOID ? VOID : container && { container, key: item.parentSub };
  };

  return {
    /** Where a new struct stands; undefined when the schema has no such place. */
    enter: (item: Y.Item) => {
      const known = Y.getState(doc.store, item.id.client);
      const slot = find(item);
      // Its beginning is here already: what follows continues there, whatever the update says.
      const before = item.id.clock < known ? at(new Y.ID(item.id.client, known - 1)) : slot;
      const continues =
        before === slot || (isSlot(before) && isSlot(slot) && sameSlot(before, slot));
      slots.set(item, continues ? slot : undefined);
      return slots.get(item);
    },
    /** What a new type holds there, if the schema wants it; later structs can stand in it. */
    open: (slot: Slot, type: Y.AbstractType<unknown>) => {
      const container = inner(slot, type, false);
      known.set(type, container);
      return container;
    },
    /** Where something the document has, or the update brings, stands. */
    at,
    ofType,
  };
}

const isSlot = (found: Found<Slot>): found is Slot => found !== undefined && found !== VOID;
const sameSlot = (a: Slot, b: Slot): boolean => a.container === b.container && a.key === b.key;

function rootContainer(name: string, live: Y.AbstractType<unknown>): Container | undefined {
  const owner: Owner = { root: 'board', id: '', born: false };
  if (name === 'board') return { holds: 'fields', fields: BOARD_FIELDS, owner, live };
  return isEntityRoot(name) ? { holds: 'entities', root: name, live } : undefined;
}

const isEntityRoot = (name: string): name is EntityRoot => Object.hasOwn(ENTITY_ROOTS, name);
export const isRoot = (name: unknown): name is string =>
  typeof name === 'string' && (name === 'board' || isEntityRoot(name));

/** What a type put in a slot holds; undefined when the schema wants another type there, or none. */
function inner(
  { container, key }: Slot,
  type: Y.AbstractType<unknown>,
  isLive: boolean,
): Container | undefined {
  const live = isLive ? type : undefined;
  if (key === null) return undefined;
  if (container.holds === 'entities') {
    const { root } = container;
    const owner = { root, id: key, born: !isLive };
    const { fields } = ENTITY_ROOTS[root];
    return isMap(type) ? { holds: 'fields', fields, owner, live } : undefined;
  }
  if (container.holds !== 'fields') return undefined;
  const { owner } = container;
  const field = fieldAt(container.fields, key)?.field;
  if (field?.kind === 'text')
    return isText(type) ? { holds: 'characters', field, owner, live, of: container } : undefined;
  if (field?.kind === 'parts')
    return isMap(type) ? { holds: 'fields', fields: field.fields, owner, live } : undefined;
  return undefined;
}

// By constructor: the XML types of Yjs extend these two.
const isMap = (type: Y.AbstractType<unknown>): boolean => type.constructor === Y.Map;
const isText = (type: Y.AbstractType<unknown>): boolean => type.constructor === Y.Text;
