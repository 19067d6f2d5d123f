/**
 * What people do with action cards. One command is one intention, one transaction and one undo
 * step; a command that changes nothing makes no transaction. Nothing is ever destroyed here.
 */
import {
  type ActionId,
  type ActorId,
  type DirectionId,
  isId,
  newId,
  type PersonId,
  type PriorityId,
} from '../../ids.ts';
import { err, ok } from '../../result.ts';
import { type Mergeable, mergeRoot } from '../board.ts';
import {
  addEntity,
  type BoardDoc,
  entitiesOf,
  entityMap,
  entriesOf,
  LOCAL,
  LOCAL_ADD,
  ranksOf,
  shiftRanks,
  writePlain,
} from '../doc.ts';
import { placeAt, type Ranked } from '../rank.ts';
import { LIMITS } from '../schema.ts';
import { clip, isBlank, singleLine } from '../text.ts';
import { type Outcome, problem } from './problem.ts';

/** A place in a column: before another action, or at the end. */
export interface Place {
  readonly priorityId: PriorityId;
  readonly before: ActionId | null;
}

/** Who writes, as the server knows them; it refuses any other author. */
export interface Author {
  readonly personId: PersonId;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
}

/** What an action keeps of who proposed it; nothing when it is nobody's. */
export const authorship = (author: Author | null) => ({
  authorId: author?.personId,
  authorDirectionId: author?.directionId ?? undefined,
  authorActorId: author?.actorId ?? undefined,
});

/** Adds a card. The title is one line, cut to the limit of a title. */
export function addAction(
  doc: BoardDoc,
  input: { readonly title: string; readonly place: Place; readonly author: Author },
): Outcome<ActionId> {
  const title = clip(singleLine(input.title), LIMITS.titleCharacters);
  if (isBlank(title)) return problem('title-missing');
  const actions = entitiesOf(doc, 'actions');
  if (actions.size >= LIMITS.actions) return err({ kind: 'full', max: LIMITS.actions });
  if (!entityMap(doc, 'priorities', input.place.priorityId)) return problem('priority-gone');
  const id = newId<'action'>();
  doc.transact(() => {
    addEntity(doc, 'actions', id, {
      title,
      priorityId: input.place.priorityId,
      rank: makeRoom(doc, id, input.place),
      ...authorship(input.author),
    });
  }, LOCAL_ADD);
  return ok(id);
}

/** Puts an action elsewhere: column and rank change together, so it is always in one place. */
export function moveAction(doc: BoardDoc, id: ActionId, place: Place): Outcome {
  const action = entityMap(doc, 'actions', id);
  if (!action) return problem('action-gone');
  if (!entityMap(doc, 'priorities', place.priorityId)) return problem('priority-gone');
  if (isAlreadyThere(doc, id, place)) return ok(undefined);
  doc.transact(() => {
    // Both are written even when one stays equal: of two moves at once, one wins with its whole place.
    action.set('priorityId', place.priorityId);
    action.set('rank', makeRoom(doc, id, place));
  }, LOCAL);
  return ok(undefined);
}

/** Sets an action aside: out of the columns and of the annex, kept with all its content. */
export const discardAction = (doc: BoardDoc, id: ActionId): Outcome =>
  writeAction(doc, id, { discarded: true });

/** Brings an action back to where it was. */
export const restoreAction = (doc: BoardDoc, id: ActionId): Outcome =>
  writeAction(doc, id, { discarded: undefined });

/**
 * Merges actions into one that stays. Each source keeps its text, author and constraints and can
 * leave again. What is already merged into the target, and the target itself, are left alone.
 */
export function mergeActions(
  doc: BoardDoc,
  sources: readonly ActionId[],
  target: ActionId,
): Outcome {
  if (!entityMap(doc, 'actions', target)) return problem('action-gone');
  const links = mergeLinks(doc);
  const targetLink = links.get(target);
  if (targetLink && mergeRoot(links, targetLink) !== undefined) return problem('action-gone');
  const moved = sources.filter((id) => id !== target && links.get(id)?.mergedInto !== target);
  const maps = moved.flatMap((id) => entityMap(doc, 'actions', id) ?? []);
  if (maps.length < moved.length) return problem('action-gone');
  if (maps.length === 0) return ok(undefined);
  doc.transact(() => {
    for (const source of maps) writePlain(source, { mergedInto: target });
  }, LOCAL);
  return ok(undefined);
}

/** Takes one source out of the action it was merged into; it stands in its former place again. */
export function unmergeAction(doc: BoardDoc, id: ActionId): Outcome {
  const links = mergeLinks(doc);
  const link = links.get(id);
  if (!link) return problem('action-gone');
  // The root of a circle has a link too: kept, it would now leave the board for this very action.
  const root = mergeRoot(links, link) ?? id;
  doc.transact(() => {
    for (const freed of [id, root])
      if (links.get(freed)?.mergedInto !== undefined)
        entityMap(doc, 'actions', freed)?.delete('mergedInto');
  }, LOCAL);
  return ok(undefined);
}

function writeAction(
  doc: BoardDoc,
  id: ActionId,
  values: Readonly<Record<string, unknown>>,
): Outcome {
  const action = entityMap(doc, 'actions', id);
  if (!action) return problem('action-gone');
  doc.transact(() => writePlain(action, values), LOCAL);
  return ok(undefined);
}

/** Actions on show in a column, in order, as `assemble` shows them. */
export function siblingsIn(doc: BoardDoc, priorityId: PriorityId): readonly Ranked[] {
  const links = mergeLinks(doc);
  return ranksOf(entriesOf(doc, 'actions'), (action, id) => {
    const link = links.get(id as ActionId);
    return (
      action.get('priorityId') === priorityId &&
      action.get('discarded') !== true &&
      (link?.mergedInto === undefined || mergeRoot(links, link) === undefined)
    );
  });
}

function makeRoom(doc: BoardDoc, id: ActionId, place: Place): string {
  const siblings = siblingsIn(doc, place.priorityId).filter((sibling) => sibling.id !== id);
  const index = siblings.findIndex((sibling) => sibling.id === place.before);
  const { rank, shifted } = placeAt(siblings, index < 0 ? siblings.length : index);
  shiftRanks(entriesOf(doc, 'actions'), shifted);
  return rank;
}

function isAlreadyThere(doc: BoardDoc, id: ActionId, place: Place): boolean {
  if (place.before === id) return true;
  const siblings = siblingsIn(doc, place.priorityId);
  const index = siblings.findIndex((sibling) => sibling.id === id);
  return index >= 0 && (siblings[index + 1]?.id ?? null) === place.before;
}

function mergeLinks(doc: BoardDoc): ReadonlyMap<ActionId, Mergeable> {
  const links = new Map<ActionId, Mergeable>();
  for (const [key, action] of entriesOf(doc, 'actions')) {
    const id = key as ActionId;
    const mergedInto = action.get('mergedInto');
    links.set(id, isId(mergedInto) ? { id, mergedInto: mergedInto as ActionId } : { id });
  }
  return links;
}
