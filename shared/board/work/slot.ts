/** What the schema has at a path. */
import type { ChangeKind, Field, FieldTable, PlainField, TextField } from '../fields.ts';
import { BOARD_FIELDS, ENTITY_ROOTS, type EntityRoot } from '../schema.ts';
import type { Path } from './path.ts';

/** What stands at a path, by the schema. */
export type Slot =
  /** An entity of a root, or a part of one; `change` is what adding or removing it is. */
  | {
      readonly kind: 'whole';
      readonly fields: FieldTable;
      readonly change: ChangeKind;
      /** How many there may be. */
      readonly max: number;
    }
  | { readonly kind: 'field'; readonly field: Field }
  /** One code of a set. */
  | { readonly kind: 'member'; readonly change: ChangeKind };

/** Whether one text or one plain value stands there. */
export const isValue = (slot: Slot | undefined): slot is ValueSlot =>
  slot?.kind === 'field' && (slot.field.kind === 'plain' || slot.field.kind === 'text');
interface ValueSlot {
  readonly kind: 'field';
  readonly field: TextField | PlainField<unknown>;
}

export const isEntityRoot = (root: string | undefined): root is EntityRoot =>
  root !== undefined && Object.hasOwn(ENTITY_ROOTS, root);

/** @returns undefined where the schema has nothing: a path of another version, or of no board */
export function slotAt([root, ...below]: Path): Slot | undefined {
  if (root === 'board') return slotIn(BOARD_FIELDS, below);
  if (!isEntityRoot(root)) return undefined;
  const { fields, add, max } = ENTITY_ROOTS[root];
  const [, ...inside] = below;
  if (below.length === 0) return undefined;
  return inside.length === 0 ? { kind: 'whole', fields, change: add, max } : slotIn(fields, inside);
}

function slotIn(fields: FieldTable, [key, member, ...inside]: Path): Slot | undefined {
  const field = key !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!field) return undefined;
  if (member === undefined) return { kind: 'field', field };
  if (field.kind === 'set' && inside.length === 0) return { kind: 'member', change: field.change };
  if (field.kind !== 'parts') return undefined;
  const { fields: inner, change, max } = field;
  return inside.length === 0
    ? { kind: 'whole', fields: inner, change, max }
    : slotIn(inner, inside);
}
