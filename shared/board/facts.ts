/** What decisions ask of a live document, answered without reading the whole board. */
import { type ActionId, type DirectionId, isId, type PersonId, type PriorityId } from '../ids.ts';
import { type Mergeable, mergeRoot } from './board.ts';
import { type BoardDoc, entitiesOf, entityMap, entriesOf } from './doc.ts';
import { LIMITS } from './schema.ts';

export const hasPriority = (doc: BoardDoc, id: PriorityId): boolean =>
  entityMap(doc, 'priorities', id) !== undefined;

/** Whether there is such an action, those set aside or merged included. */
export const hasAction = (doc: BoardDoc, id: ActionId): boolean =>
  entityMap(doc, 'actions', id) !== undefined;

/** The priority an action stands under; undefined when it is not on show, or its priority is gone. */
export function priorityOf(doc: BoardDoc, id: ActionId): PriorityId | undefined {
  const action = entityMap(doc, 'actions', id);
  if (!action || action.get('discarded') === true) return undefined;
  const links = { get: (one: ActionId) => linkOf(doc, one) };
  const link = links.get(id);
  if (link && mergeRoot(links, link) !== undefined) return undefined;
  const priorityId = action.get('priorityId');
  return isPriority(doc, priorityId) ? priorityId : undefined;
}

/** The direction of the board that leads an action. */
export function leadOf(doc: BoardDoc, id: ActionId): DirectionId | undefined {
  const lead = entityMap(doc, 'actions', id)?.get('leadDirectionId');
  return isId(lead) && entityMap(doc, 'directions', lead as DirectionId)
    ? (lead as DirectionId)
    : undefined;
}

/** How many more actions the board can hold. */
export const roomForActions = (doc: BoardDoc): number =>
  Math.max(0, LIMITS.actions - entitiesOf(doc, 'actions').size);

/**
 * Actions that somebody proposed and that are not set aside, but for those into which somebody else's
 * were merged: with them, others' work would leave the wall.
 */
export function actionsOf(doc: BoardDoc, person: PersonId): readonly ActionId[] {
  const own: ActionId[] = [];
  const shared = new Set<unknown>();
  for (const [id, action] of entriesOf(doc, 'actions')) {
    if (action.get('authorId') !== person) shared.add(action.get('mergedInto'));
    else if (action.get('discarded') !== true) own.push(id as ActionId);
  }
  return own.filter((id) => !shared.has(id));
}

const isPriority = (doc: BoardDoc, id: unknown): id is PriorityId =>
  isId(id) && hasPriority(doc, id as PriorityId);

function linkOf(doc: BoardDoc, id: ActionId): Mergeable | undefined {
  const mergedInto = entityMap(doc, 'actions', id)?.get('mergedInto');
  if (!hasAction(doc, id)) return undefined;
  return isId(mergedInto) ? { id, mergedInto: mergedInto as ActionId } : { id };
}
