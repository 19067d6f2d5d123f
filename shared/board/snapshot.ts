/**
 * From the live document to frozen data, incrementally: one transaction re-reads the entities it
 * touched and nothing else. `readBoard` reads all at once; tests hold both equal (SPEC BD5).
 */
import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';
import { type ActionId, isId } from '../ids.ts';
import { assemble, type Board, type BoardEntities } from './board.ts';
import { type BoardDoc, entitiesOf, entityMap, entriesOf, infoMap } from './doc.ts';
import { byRank, readFields } from './fields.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from './schema.ts';

export interface BoardView {
  readonly get: () => Board;
  /** Calls back after each transaction that changed the board; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly destroy: () => void;
}

const ROOTS = Object.keys(ENTITY_ROOTS) as readonly EntityRoot[];

/** Reads the whole board once. */
export function readBoard(doc: BoardDoc): Board {
  const entities = Object.fromEntries(ROOTS.map((root) => [root, readRoot(doc, root)]));
  return assemble({
    info: readFields(BOARD_FIELDS, infoMap(doc)),
    ...entities,
  } as unknown as BoardEntities);
}

/** What surrounds the actions: little, however many there are. */
export type BoardFrame = Pick<Board, 'info' | 'directions' | 'actors'>;

/** Reads the frame alone; the actions stay closed. */
export const readFrame = (doc: BoardDoc): BoardFrame =>
  ({
    info: readFields(BOARD_FIELDS, infoMap(doc)),
    directions: readRoot(doc, 'directions'),
    actors: readRoot(doc, 'actors'),
  }) as unknown as BoardFrame;

/** Keeps a board read while the document lives. */
export function createBoardView(doc: BoardDoc): BoardView {
  let board = readBoard(doc);
  let infoTouched = false;
  const touched = new Map<EntityRoot, Set<string>>();
  const listeners = new Set<() => void>();

  const onInfo = () => {
    infoTouched = true;
  };
  const onRoot = ROOTS.map((root) => {
    const observer = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]) => {
      const ids = touched.get(root) ?? new Set();
      touched.set(root, ids);
      for (const event of events) for (const id of touchedIds(event)) ids.add(id);
    };
    return { root, observer };
  });
  const afterTransaction = () => {
    if (!infoTouched && touched.size === 0) return;
    const before = board;
    board = refresh(doc, board, infoTouched, touched);
    infoTouched = false;
    touched.clear();
    if (board === before) return;
    for (const listener of listeners) listener();
  };

  infoMap(doc).observe(onInfo);
  for (const { root, observer } of onRoot) entitiesOf(doc, root).observeDeep(observer);
  doc.on('afterTransaction', afterTransaction);

  return {
    get: () => board,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      doc.off('afterTransaction', afterTransaction);
      infoMap(doc).unobserve(onInfo);
      for (const { root, observer } of onRoot) entitiesOf(doc, root).unobserveDeep(observer);
      listeners.clear();
    },
  };
}

/** Ids of the entities an event is about: keys when the root itself changed, else the path's head. */
function touchedIds(event: Y.YEvent<Y.AbstractType<unknown>>): Iterable<string> {
  const [head] = event.path;
  if (head !== undefined) return [String(head)];
  return event instanceof Y.YMapEvent ? event.keysChanged : [];
}

function refresh(
  doc: BoardDoc,
  board: Board,
  infoTouched: boolean,
  touched: ReadonlyMap<EntityRoot, ReadonlySet<string>>,
): Board {
  const entities: Record<string, unknown> = {
    ...board,
    priorities: new Map(board.priorities.map((priority) => [priority.id, priority])),
  };
  let changed = false;
  if (infoTouched) {
    entities.info = unlessEqual(board.info, readFields(BOARD_FIELDS, infoMap(doc)));
    changed = entities.info !== board.info;
  }
  for (const [root, ids] of touched) {
    const before = entities[root] as ReadonlyMap<string, object>;
    const next = new Map(before);
    for (const id of ids) {
      const map = isId(id) ? entityMap(doc, root, id) : undefined;
      if (map) next.set(id, unlessEqual(before.get(id), readEntity(root, id, map)));
      else next.delete(id);
      changed ||= next.get(id) !== before.get(id);
    }
    entities[root] = inOrder(root, next);
  }
  if (!changed) return board;
  if (!touched.has('priorities') && !placesChanged(board, entities, touched.get('actions')))
    return Object.freeze({ ...entities, priorities: board.priorities }) as unknown as Board;
  return assemble(entities as unknown as BoardEntities, board);
}

/** What was read before, whole or field by field, wherever it still holds. */
function unlessEqual<Values extends object>(before: Values | undefined, now: Values): Values {
  if (!before) return now;
  const kept = Object.entries(now).map(([key, value]) => {
    const known: unknown = Reflect.get(before, key);
    return [key, equalityDeep(known, value) ? known : value] as const;
  });
  const isSame =
    kept.length === Object.keys(before).length &&
    kept.every(([key, value]) => value === Reflect.get(before, key));
  return isSame ? before : Object.freeze(Object.fromEntries(kept) as Values);
}

/** Typing in a card must not sort the whole board again. */
function placesChanged(
  board: Board,
  entities: { readonly actions?: unknown },
  touched: ReadonlySet<string> = new Set(),
): boolean {
  const now = entities.actions as Board['actions'];
  for (const id of touched as ReadonlySet<ActionId>) {
    const [a, b] = [board.actions.get(id), now.get(id)];
    if (!a || !b || PLACE.some((key) => a[key] !== b[key])) return true;
  }
  return false;
}
const PLACE = ['priorityId', 'rank', 'discarded', 'mergedInto'] as const;

function readRoot(doc: BoardDoc, root: EntityRoot): ReadonlyMap<string, unknown> {
  const entities = new Map<string, unknown>();
  for (const [id, map] of entriesOf(doc, root)) entities.set(id, readEntity(root, id, map));
  return inOrder(root, entities);
}

const readEntity = (root: EntityRoot, id: string, map: Y.Map<unknown>): object =>
  Object.freeze({ ...readFields(ENTITY_ROOTS[root].fields, map), id });

/** Maps of people's lists keep the order of ranks, so that their values can be shown as they come. */
function inOrder(root: EntityRoot, entities: ReadonlyMap<string, unknown>) {
  if (!('rank' in ENTITY_ROOTS[root].fields) || root === 'actions') return entities;
  const list = entities as ReadonlyMap<string, { readonly id: string }>;
  return new Map([...list].sort(([, a], [, b]) => byRank(a, b)));
}
