/** A value, a code of a set, or a place, written again. */
import * as Y from 'yjs';
import type { Problem } from '../commands/problem.ts';
import { nextPosition } from '../commands/sheet.ts';
import { type BoardDoc, writePlain } from '../doc.ts';
import { fitsEdit } from '../fields.ts';
import { countMembers } from '../members.ts';
import { contentAt, holderAt, lastOf } from './path.ts';
import { slotAt } from './slot.ts';
import type { WorkOf } from './work.ts';

export function writeAgain(doc: BoardDoc, { path, value }: WorkOf<'value'>): Problem | undefined {
  const slot = slotAt(path);
  const holder = holderAt(doc, path);
  if (!holder) return { kind: 'entity-gone' };
  const { map, key } = holder;
  const field = slot?.kind === 'field' ? slot.field : undefined;
  const fits =
    field?.kind === 'plain' && (value === undefined || fitsEdit(field, value, map.get(key)));
  if (!fits) return { kind: 'value-refused', field: key };
  writePlain(map, { [key]: value });
  return undefined;
}

/** A code that comes back stands behind those that are there. */
export function setMemberAgain(
  doc: BoardDoc,
  { path, present }: WorkOf<'member'>,
): Problem | undefined {
  const holder = holderAt(doc, path);
  if (!holder) return { kind: 'entity-gone' };
  const { map, key } = holder;
  const name = path.at(-2) ?? '';
  const slot = slotAt(path.slice(0, -1));
  const field = slot?.kind === 'field' && slot.field.kind === 'set' ? slot.field : undefined;
  if (!field?.is(lastOf(path))) return { kind: 'value-refused', field: name };
  if (!present) map.delete(key);
  else if (!map.has(key)) {
    if (countMembers(map, name) >= field.max) return { kind: 'full', max: field.max };
    map.set(key, nextPosition(map, name));
  }
  return undefined;
}

export function moveAgain(
  doc: BoardDoc,
  { path, priorityId, rank }: WorkOf<'place'>,
): Problem | undefined {
  const action = contentAt(doc, path);
  if (!(action instanceof Y.Map)) return { kind: 'action-gone' };
  if (contentAt(doc, ['priorities', priorityId]) === undefined) return { kind: 'priority-gone' };
  writePlain(action, { priorityId, rank });
  return undefined;
}
