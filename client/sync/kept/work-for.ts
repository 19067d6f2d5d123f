/** What a kept thing is for the board. */
import type { Work } from '../../../shared/board/work/work.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import { isWork } from './kept-list.ts';
import type { KeptThing, KeptWork } from './kept-work.ts';

/** Undefined when it can only be copied, or is asked of the session. */
export function workFor(thing: KeptThing): Work | undefined {
  if (isWork(thing)) return thing;
  if (thing.kind === 'typed' || thing.kind === 'votes') return undefined;
  const { id, priorityId, title, description } = thing;
  return { kind: 'created', path: ['actions', id], values: { priorityId, title, description } };
}

/** A new action put elsewhere, at the end of a priority; anything else as it is. */
export const placedIn = (item: KeptWork, priorityId: PriorityId | undefined): KeptWork =>
  priorityId === undefined ? item : { ...item, work: thingIn(item.work, priorityId) };

function thingIn(thing: KeptThing, priorityId: PriorityId): KeptThing {
  if (thing.kind === 'idea') return { ...thing, priorityId };
  if (thing.kind !== 'created' || thing.path[0] !== 'actions' || thing.path.length > 2)
    return thing;
  const { rank, ...values } = thing.values;
  return { ...thing, values: { ...values, priorityId } };
}
