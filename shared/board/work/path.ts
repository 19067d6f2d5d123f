/**
 * A place in the board document, from the name of its root down: `['actions', id, 'levers', code]`,
 * `['board', 'title']`. What people did is kept under such paths, so that every field of the schema
 * is kept by one mechanism, those of tomorrow included. A path says nothing of how the document
 * stores a place, so that paths noted under an older schema mean the same today.
 */
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';
import { memberKey, splitKey } from '../members.ts';

export type Path = readonly string[];

/** The same path is the same key; two paths never share one. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/** What the document holds at a path: a Yjs type or a plain value; undefined when nothing. */
export function contentAt(doc: BoardDoc, path: Path): unknown {
  if (path.length < 2) return doc.getMap(path[0] ?? '');
  const holder = holderAt(doc, path);
  return holder?.map.get(holder.key);
}

/** The map that holds what stands at a path, and under which key; undefined when it is gone. */
export function holderAt(doc: BoardDoc, path: Path): Holder | undefined {
  let map: unknown = doc.getMap(path[0] ?? '');
  const keys = keysOf(path);
  for (const key of keys.slice(0, -1)) map = map instanceof Y.Map ? map.get(key) : undefined;
  return map instanceof Y.Map ? { map, key: keys.at(-1) ?? '' } : undefined;
}
export interface Holder {
  readonly map: Y.Map<unknown>;
  readonly key: string;
}

export const lastOf = (path: Path): string => path.at(-1) ?? '';

/** Of the maps below the root, from outside in: a member has one key with its field. */
function keysOf([root, ...below]: Path): readonly string[] {
  const entity = root === 'board' ? 0 : 1;
  const keys = below.slice(0, entity);
  for (let at = entity; at < below.length; at += 2) {
    const [field = '', id] = below.slice(at, at + 2);
    keys.push(id === undefined ? field : memberKey(field, id));
  }
  return keys;
}

/** The path of what stands under a key of a map that stands at `path`. */
export const pathIn = (path: Path, key: string): Path => [...path, ...splitKey(key)];

/** Any type of a document, as Yjs itself declares those of a transaction. */
type AnyType = Parameters<Y.Transaction['changed']['get']>[0];

/** Where a type of the document stands; undefined once it was deleted from it. */
export function pathOf(doc: BoardDoc, type: AnyType): Path | undefined {
  const path: string[] = [];
  let current: AnyType = type;
  while (current._item) {
    const { parentSub, parent } = current._item;
    if (parentSub === null || !(parent instanceof Y.AbstractType)) return undefined;
    path.unshift(...splitKey(parentSub));
    current = parent;
  }
  for (const [name, root] of doc.share) if (root === current) return [name, ...path];
  return undefined;
}
