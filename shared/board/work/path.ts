/**
 * A place in the board document, from the name of its root down: `['actions', id, 'levers', code]`,
 * `['board', 'title']`. What people did is kept under such paths, so that every field of the schema
 * is kept by one mechanism, those of tomorrow included.
 */
import * as Y from 'yjs';
import type { BoardDoc } from '../doc.ts';
import type { ChangeKind, Field, FieldTable } from '../fields.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from '../schema.ts';

export type Path = readonly string[];

/** What stands at a path, by the schema. */
export type Slot =
  /** An entity of a root, or a part of one; `change` is what adding or removing it is. */
  | { readonly kind: 'whole'; readonly fields: FieldTable; readonly change: ChangeKind }
  | { readonly kind: 'field'; readonly field: Field }
  /** One code of a set. */
  | { readonly kind: 'member'; readonly change: ChangeKind };

/** The same path is the same key; two paths never share one. */
export const pathKey = (path: Path): string => JSON.stringify(path);

export const isEntityRoot = (root: string | undefined): root is EntityRoot =>
  root !== undefined && Object.hasOwn(ENTITY_ROOTS, root);

/** @returns undefined where the schema has nothing: a path of another version, or of no board */
export function slotAt([root, ...below]: Path): Slot | undefined {
  if (root === 'board') return slotIn(BOARD_FIELDS, below);
  if (!isEntityRoot(root)) return undefined;
  const { fields, add } = ENTITY_ROOTS[root];
  const [, ...inside] = below;
  if (below.length === 0) return undefined;
  return inside.length === 0 ? { kind: 'whole', fields, change: add } : slotIn(fields, inside);
}

function slotIn(fields: FieldTable, [key, member, ...inside]: Path): Slot | undefined {
  const field = key !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!field) return undefined;
  if (member === undefined) return { kind: 'field', field };
  if (field.kind === 'set' && inside.length === 0) return { kind: 'member', change: field.change };
  if (field.kind !== 'parts') return undefined;
  return inside.length === 0
    ? { kind: 'whole', fields: field.fields, change: field.change }
    : slotIn(field.fields, inside);
}

/** What the document holds at a path: a Yjs type or a plain value; undefined when nothing. */
export function contentAt(doc: BoardDoc, [root = '', ...below]: Path): unknown {
  let content: unknown = doc.getMap(root);
  for (const key of below) content = content instanceof Y.Map ? content.get(key) : undefined;
  return content;
}

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
