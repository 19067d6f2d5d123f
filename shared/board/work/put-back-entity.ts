/** An entity or a part, created or removed again. */
import type { PartId, PriorityId } from '../../ids.ts';
import { type Author, siblingsIn } from '../commands/actions.ts';
import type { Problem } from '../commands/problem.ts';
import { isAccepted } from '../commands/sheet.ts';
import { addEntity, addPart, type BoardDoc } from '../doc.ts';
import { countMembers } from '../members.ts';
import { placeAt } from '../rank.ts';
import type { ENTITY_ROOTS } from '../schema.ts';
import { contentAt, holderAt, lastOf } from './path.ts';
import { isEntityRoot, slotAt } from './slot.ts';
import type { WorkOf } from './work.ts';

/** Creates what is not there under the id it had: what else was kept of it means the same one. */
export function createAgain(
  doc: BoardDoc,
  { path, values }: WorkOf<'created'>,
  author: Author,
): Problem | undefined {
  const slot = slotAt(path);
  const holder = holderAt(doc, path);
  if (slot?.kind !== 'whole' || !holder) return { kind: 'entity-gone' };
  const refused = Object.keys(values).find(
    (key) => key !== 'id' && !isAccepted(slot.fields[key], values[key]),
  );
  if (refused !== undefined) return { kind: 'value-refused', field: refused };
  const [root] = path;
  if (isEntityRoot(root) && path.length === 2) {
    if (holder.map.size >= slot.max) return { kind: 'full', max: slot.max };
    return addAgain(doc, root, { path, values: { ...values, ...signedBy(author, slot.fields) } });
  }
  const list = path.at(-2) ?? '';
  if (countMembers(holder.map, list) >= slot.max) return { kind: 'full', max: slot.max };
  addPart(holder.map, list, slot.fields, lastOf(path) as PartId, values);
  return undefined;
}

function addAgain(
  doc: BoardDoc,
  root: keyof typeof ENTITY_ROOTS,
  { path, values }: Pick<WorkOf<'created'>, 'path' | 'values'>,
): Problem | undefined {
  if (root === 'actions' && contentAt(doc, ['priorities', String(values.priorityId)]) === undefined)
    return { kind: 'priority-gone' };
  if (root === 'comments' && contentAt(doc, ['actions', String(values.actionId)]) === undefined)
    return { kind: 'action-gone' };
  const place = root === 'actions' && values.rank === undefined && atTheEnd(doc, values.priorityId);
  // Counted votes are the server's alone.
  addEntity(doc, root, lastOf(path), { ...values, ...place, votes: undefined });
  return undefined;
}

/** A rank for what never had one. */
function atTheEnd(doc: BoardDoc, priorityId: unknown) {
  const siblings = siblingsIn(doc, priorityId as PriorityId);
  return { rank: placeAt(siblings, siblings.length).rank };
}

/** The fields in which something says who made it; only those it has. */
function signedBy({ personId, directionId, actorId }: Author, fields: object) {
  const signature = {
    authorId: personId,
    authorDirectionId: directionId ?? undefined,
    authorActorId: actorId ?? undefined,
  };
  return Object.fromEntries(Object.entries(signature).filter(([key]) => key in fields));
}

/** An action never goes: it is set aside. */
export function removeAgain(doc: BoardDoc, { path }: WorkOf<'removed'>): Problem | undefined {
  if (path[0] === 'actions' && path.length === 2) return { kind: 'entity-gone' };
  const holder = holderAt(doc, path);
  holder?.map.delete(holder.key);
  return undefined;
}
