/**
 * The kinds of fields a board document is made of. A table of fields is at once the closed schema
 * the server judges by, the reader that turns live Yjs types into frozen plain data, and the type
 * of that data. A malformed value from a peer reads as absent; it never throws.
 */
import { deepFreeze } from 'lib0/object';
import * as Y from 'yjs';
import { isId, type PartId } from '../ids.ts';
import { ascending } from '../lists.ts';
import { isNumber } from './checks.ts';
import { splitKey } from './members.ts';

/**
 * What somebody does by touching a field; `session/permissions.ts` says who may.
 * `origin` is written once, with the action or comment, by its author; `sealed` by the server alone.
 */
export type ChangeKind =
  | 'frame'
  | 'add'
  | 'edit'
  | 'move'
  | 'merge'
  | 'discard'
  | 'comment'
  | 'origin'
  | 'sealed';

/** Collaborative text, `Y.Text` without formatting. `max`: UTF-16 units that editing may reach. */
export interface TextField {
  readonly kind: 'text';
  readonly change: ChangeKind;
  readonly max: number;
}
/** One JSON value, last writer wins; deleting the key empties the field. */
export interface PlainField<Value> {
  readonly kind: 'plain';
  readonly change: ChangeKind;
  readonly is: (value: unknown) => value is Value;
  /** For a text: UTF-16 units that editing may reach; `is` takes longer ones, see {@link fitsEdit}. */
  readonly max?: number;
}
/**
 * A set: a position under the key of each code, see `members.ts`. Positions keep the order in which
 * members were added or read from a file; equal positions are ordered by code.
 */
export interface SetField<Code extends string> {
  readonly kind: 'set';
  readonly change: ChangeKind;
  readonly is: (code: unknown) => code is Code;
  readonly max: number;
}
/** Small entities inside an entity: a `Y.Map` under the key of each, ordered by their `rank` then id. */
export interface PartsField<Fields extends FieldTable> {
  readonly kind: 'parts';
  readonly change: ChangeKind;
  readonly fields: Fields;
  readonly max: number;
}
export type Field = TextField | PlainField<unknown> | SetField<string> | PartsField<FieldTable>;
export interface FieldTable {
  readonly [key: string]: Field;
}

/** The plain data a table of fields reads as. Empty plain fields are absent. */
export type ValuesOf<Fields extends FieldTable> = {
  readonly [K in keyof Fields as Fields[K] extends PlainField<unknown>
    ? never
    : K]: Fields[K] extends TextField
    ? string
    : Fields[K] extends SetField<infer Code>
      ? readonly Code[]
      : Fields[K] extends PartsField<infer Inner>
        ? readonly PartOf<Inner>[]
        : never;
} & {
  readonly [K in keyof Fields as Fields[K] extends PlainField<unknown>
    ? K
    : never]?: Fields[K] extends PlainField<infer Value> ? Value : never;
};
type PartOf<Fields extends FieldTable> = { readonly id: PartId } & ValuesOf<Fields>;

export const text = (max: number, change: ChangeKind): TextField => ({ kind: 'text', max, change });
export const plain = <Value>(
  is: (value: unknown) => value is Value,
  change: ChangeKind,
  max?: number,
): PlainField<Value> => ({ kind: 'plain', is, change, ...(max !== undefined && { max }) });
export const set = <Code extends string>(
  is: (code: unknown) => code is Code,
  max: number,
  change: ChangeKind,
): SetField<Code> => ({ kind: 'set', is, max, change });
export const parts = <Fields extends FieldTable>(
  fields: Fields,
  max: number,
  change: ChangeKind,
): PartsField<Fields> => ({ kind: 'parts', fields, max, change });

/** Whether editing may put `value` where `before` was: an imported text beyond its limit may only shrink. */
export const fitsEdit = (field: PlainField<unknown>, value: unknown, before: unknown): boolean =>
  field.is(value) &&
  (field.max === undefined || lengthOf(value) <= Math.max(field.max, lengthOf(before)));
const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** The field that a key of an entity belongs to, with the id where it is one of many. */
export interface KeyedField {
  readonly field: Field;
  /** Undefined for a text and a plain field, never for the others. */
  readonly id: string | undefined;
}

/** @returns undefined for a key that the table has not: a set or list has keys of its members only */
export function fieldAt(fields: FieldTable, key: string): KeyedField | undefined {
  const [name, id] = splitKey(key);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const isMany = field?.kind === 'set' || field?.kind === 'parts';
  return field && isMany === (id !== undefined) ? { field, id } : undefined;
}

/** Reads a map by its table. Never throws; what does not fit the table is left out. */
export function readFields<Fields extends FieldTable>(
  fields: Fields,
  map: Y.Map<unknown>,
): ValuesOf<Fields> {
  const members = membersByField(map);
  const values: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const value =
      field.kind === 'set' || field.kind === 'parts'
        ? readMembers(field, members.get(key))
        : readField(field, map.get(key));
    if (value !== undefined) values[key] = value;
  }
  return Object.freeze(values) as ValuesOf<Fields>;
}

/** What a text or a plain field holds, as {@link readFields} reads it; undefined for an empty plain field. */
export function readField(field: TextField | PlainField<unknown>, raw: unknown): unknown {
  if (field.kind === 'text') return raw instanceof Y.Text ? raw.toString() : '';
  return field.is(raw) ? frozen(raw) : undefined;
}

/** A list of terms is the document's own array: nobody may write in it. */
const frozen = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? deepFreeze(value) : value;

type Member = readonly [id: string, value: unknown];

/** One pass over the map, however many sets and lists the table has. */
function membersByField(map: Y.Map<unknown>): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, Member[]>();
  for (const [key, value] of map.entries()) {
    const [field, id] = splitKey(key);
    if (id === undefined) continue;
    const known = members.get(field);
    if (known) known.push([id, value]);
    else members.set(field, [[id, value]]);
  }
  return members;
}

const EMPTY: readonly never[] = Object.freeze([]);

function readMembers(
  field: SetField<string> | PartsField<FieldTable>,
  members: readonly Member[] | undefined,
): readonly unknown[] {
  if (!members) return EMPTY;
  return field.kind === 'set' ? readSet(field, members) : readParts(field, members);
}

function readSet(field: SetField<string>, members: readonly Member[]): readonly string[] {
  const codes: { code: string; position: number }[] = [];
  for (const [code, position] of members)
    if (field.is(code) && isNumber(position)) codes.push({ code, position });
  codes.sort((a, b) => a.position - b.position || ascending(a.code, b.code));
  return Object.freeze(codes.map(({ code }) => code));
}

function readParts(field: PartsField<FieldTable>, members: readonly Member[]): readonly Part[] {
  const list: Part[] = [];
  for (const [id, part] of members)
    if (part instanceof Y.Map && isId(id))
      list.push(Object.freeze({ ...readFields(field.fields, part), id }));
  return Object.freeze(list.sort(byRank));
}
type Part = { readonly id: string; readonly rank?: unknown };

/**
 * Order of everything that has a place: rank, then id. Plain comparison: `localeCompare` would
 * sort the digits of ranks wrongly, and a tie left to insertion order would differ by peer.
 */
export const byRank = (a: Part, b: Part): number =>
  ascending(String(a.rank ?? ''), String(b.rank ?? '')) || ascending(a.id, b.id);
