/** A value, a code of a set, or a place, written again. */
import * as Y from 'yjs';
import { isNumber } from '../checks.ts';
import type { Problem } from '../commands/problem.ts';
import { type BoardDoc, writePlain } from '../doc.ts';
import { fitsEdit } from '../fields.ts';
import { contentAt, holderAt, lastOf } from './path.ts';
import { slotAt } from './slot.ts';
import type { WorkOf } from './work.ts';

export function writeAgain(doc: BoardDoc, { path, value }: WorkOf<'value'>): Problem | undefined {
  const slot = slotAt(path);
  const holder = holderAt(doc, path);
  const key = lastOf(path);
  if (!holder) return { kind: 'entity-gone' };
  const field = slot?.kind === 'field' ? slot.field : undefined;
  const fits =
    field?.kind === 'plain' && (value === undefined || fitsEdit(field, value, holder.get(key)));
  if (!fits) return { kind: 'value-refused', field: key };
  writePlain(holder, { [key]: value });
  return undefined;
}

/** A code that comes back stands behind those that are there. */
export function setMemberAgain(
  doc: BoardDoc,
  { path, present }: WorkOf<'member'>,
): Problem | undefined {
  const members = holderAt(doc, path);
  const code = lastOf(path);
  if (!members) return { kind: 'entity-gone' };
  const slot = slotAt(path.slice(0, -1));
  const field = slot?.kind === 'field' && slot.field.kind === 'set' ? slot.field : undefined;
  if (!field?.is(code)) return { kind: 'value-refused', field: path.at(-2) ?? '' };
  if (!present) members.delete(code);
  else if (!members.has(code)) {
    if (members.size >= field.max) return { kind: 'full', max: field.max };
    members.set(code, 1 + Math.max(-1, ...[...members.values()].filter(isNumber)));
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
