/**
 * Writes a board as a workshop file: what `read.ts` reads back without a fault. `layout.ts` has the
 * order of keys and those that are ours. People are not in it: neither names nor ids.
 */
import type { Board } from '../board/board.ts';
import { byRank } from '../board/fields.ts';
import type { Action, BoardInfo } from '../board/schema.ts';
import type { PriorityId } from '../ids.ts';
import type { Step } from '../session/agenda/step.ts';
import type { Group } from '../session/groups/group.ts';
import { byTime, defaultLanguage, formatName, formatVersion } from './format.ts';
import {
  ACTOR_KEYS,
  COMMENT_KEYS,
  DIRECTION_KEYS,
  POLICY_KEYS,
  PRIORITY_KEYS,
  TOP_KEYS,
  WORKSHOP_KEYS,
} from './keys.ts';
import { laidOut } from './layout.ts';
import { declarationOf, OURS } from './terms.ts';
import { CLOSED } from './vocabularies.ts';
import { cardOf } from './write-card.ts';
import { phaseOf } from './write-phase.ts';
import { type FileObject, type Labels, labelsOf, writeKeys } from './written.ts';

/** The text of the file: JSON, indented by two. */
export const writeWorkshop = (
  board: Board,
  steps: readonly Step[],
  groups: readonly Group[] = [],
): string => `${JSON.stringify(fileOf(board, steps, groups), null, 2)}\n`;

function fileOf(board: Board, steps: readonly Step[], groups: readonly Group[]): FileObject {
  const { info } = board;
  const labels = labelsOf(info);
  return laidOut('file', {
    format: formatName,
    formatVersion,
    ...writeKeys(TOP_KEYS, { language: defaultLanguage, ...info }, labels),
    workshop: laidOut('workshop', {
      ...writeKeys(WORKSHOP_KEYS, info, labels),
      phases: steps.map((step, at) => laidOut('phase', phaseOf(step, at))),
      groups: groups.length > 0 ? groups.map((group) => laidOut('group', { ...group })) : undefined,
    }),
    vocabularies: laidOut('vocabularies', vocabulariesOf(info)),
    priorities: board.priorities.map((priority, at) =>
      laidOut('priority', {
        id: priority.id,
        code: String(at + 1),
        position: at + 1,
        ...writeKeys(PRIORITY_KEYS, priority, labels),
      }),
    ),
    directions: [...board.directions.values()].map((direction) =>
      laidOut('direction', { id: direction.id, ...writeKeys(DIRECTION_KEYS, direction, labels) }),
    ),
    externalActors: [...board.actors.values()].map((actor) =>
      laidOut('actor', { id: actor.id, ...writeKeys(ACTOR_KEYS, actor, labels) }),
    ),
    publicPolicies: [...board.policies.values()].map((policy) =>
      laidOut('policy', { id: policy.id, ...writeKeys(POLICY_KEYS, policy, labels) }),
    ),
    cards: cardsOf(board, labels, groups),
    comments: commentsOf(board, labels),
  });
}

const vocabulariesOf = (info: BoardInfo): FileObject => ({
  levers: (info.levers ?? OURS.levers.terms).map((term) => declarationOf(term, OURS.levers)),
  marketFamilies: (info.marketFamilies ?? OURS.marketFamilies.terms).map((term) =>
    declarationOf(term, OURS.marketFamilies),
  ),
  ...Object.fromEntries(
    CLOSED.map(({ key, terms, definitions }) => [
      key,
      terms.map(({ fr, help }) => (definitions ? { value: fr, definition: help } : fr)),
    ]),
  ),
});

/** Every action, priority by priority, in the order of places; those without one at the end. */
function cardsOf(board: Board, labels: Labels, groups: readonly Group[]): readonly FileObject[] {
  const columns = new Map<PriorityId, Action[]>(board.priorities.map(({ id }) => [id, []]));
  const unplaced: Action[] = [];
  for (const action of board.actions.values())
    ((action.priorityId && columns.get(action.priorityId)) || unplaced).push(action);
  const context = {
    board,
    labels,
    merged: new Set([...board.sources.values()].flat()),
    groupIds: groups.map(({ id }) => id),
  };
  return [...columns.values(), unplaced].flatMap((column) =>
    column.sort(byRank).map((action, at) => cardOf(action, at + 1, context)),
  );
}

/** Oldest first; absent when there are none. */
function commentsOf(board: Board, labels: Labels): readonly FileObject[] | undefined {
  if (board.comments.size === 0) return undefined;
  return [...board.comments.values()]
    .sort(byTime)
    .map((comment) =>
      laidOut('comment', { id: comment.id, ...writeKeys(COMMENT_KEYS, comment, labels) }),
    );
}
