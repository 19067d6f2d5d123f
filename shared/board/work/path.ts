/**
 * A place in the board document, from the name of its root down: `['actions', id, 'levers', code]`,
 * `['board', 'title']`. What people did is kept under such paths, so that every field of the schema
 * is kept by one mechanism, those of tomorrow included.
 */
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';

export type Path = readonly string[];

/** The same path is the same key; two paths never share one. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/** What the document holds at a path: a Yjs type or a plain value; undefined when nothing. */
export function contentAt(doc: BoardDoc, [root = '', ...below]: Path): unknown {
  let content: unknown = doc.getMap(root);
  for (const key of below) content = content instanceof Y.Map ? content.get(key) : undefined;
  return content;
}

/** What {@link contentAt} finds around a path, when it can be written in. */
export const holderAt = (doc: BoardDoc, path: Path): Y.Map<unknown> | undefined => {
  const holder = contentAt(doc, path.slice(0, -1));
  return holder instanceof Y.Map ? holder : undefined;
};
export const lastOf = (path: Path): string => path.at(-1) ?? '';

/** Any type of a document, as Yjs itself declares those of a transaction. */
type AnyType = Parameters<Y.Transaction['changed']['get']>[0];

/** Where a type of the document stands; undefined once it was deleted from it. */
export function pathOf(doc: BoardDoc, type: AnyType): Path | undefined {
  const path: string[] = [];
  let current: AnyType = type;
  while (current._item) {
    const { parentSub, parent } = current._item;
    if (parentSub === null || !(parent instanceof Y.AbstractType)) return undefined;
    path.unshift(parentSub);
    current = parent;
  }
  for (const [name, root] of doc.share) if (root === current) return [name, ...path];
  return undefined;
}
