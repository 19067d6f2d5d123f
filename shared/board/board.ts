/**
 * The board as everybody but this folder sees it: frozen plain data, and the questions asked of it.
 * Parts that did not change keep their identity from one snapshot to the next (SPEC BD4).
 */
import type { ActionId, ActorId, CommentId, DirectionId, PolicyId, PriorityId } from '../ids.ts';
import { append, ascending } from '../lists.ts';
import type { VisibleStatus } from '../vocabulary/action.ts';
import { byRank } from './fields.ts';
import type { Action, Actor, BoardInfo, Comment, Direction, Policy, Priority } from './schema.ts';

export interface Board {
  readonly info: BoardInfo;
  /** In their order, as are directions, actors and policies. */
  readonly priorities: readonly Priority[];
  readonly directions: ReadonlyMap<DirectionId, Direction>;
  readonly actors: ReadonlyMap<ActorId, Actor>;
  readonly policies: ReadonlyMap<PolicyId, Policy>;
  /** Every action, those set aside or merged included; no order. */
  readonly actions: ReadonlyMap<ActionId, Action>;
  readonly comments: ReadonlyMap<CommentId, Comment>;
  /** Actions on show in each priority, both in order; every priority has its entry. */
  readonly columns: ReadonlyMap<PriorityId, readonly ActionId[]>;
  /** Actions on show whose priority is gone: shown apart, never lost. */
  readonly unplaced: readonly ActionId[];
  /** "1.3": the priority's place, then the action's; only for actions on show in a priority. */
  readonly numbers: ReadonlyMap<ActionId, string>;
  /** Écartées, in the order of ids. */
  readonly discarded: readonly ActionId[];
  /** Actions merged into each action on show or discarded, whole chains flattened. */
  readonly sources: ReadonlyMap<ActionId, readonly ActionId[]>;
}

/** Everything read of a document, by id and in no place yet. */
export interface BoardEntities
  extends Pick<Board, 'info' | 'directions' | 'actors' | 'policies' | 'actions' | 'comments'> {
  readonly priorities: ReadonlyMap<PriorityId, Priority>;
}

/** Puts entities in their places. Lists and maps equal to those of `previous` are reused. */
export function assemble(read: BoardEntities, previous?: Board): Board {
  const priorities = reuse(previous?.priorities, [...read.priorities.values()].sort(byRank));
  const roots = mergeRoots(read.actions);
  const columns = new Map<PriorityId, Action[]>(priorities.map(({ id }) => [id, []]));
  const unplaced: Action[] = [];
  const discarded: ActionId[] = [];
  const sources = new Map<ActionId, ActionId[]>();
  for (const action of read.actions.values()) {
    const root = roots.get(action.id);
    if (root !== undefined) append(sources, root, action.id);
    else if (action.discarded) discarded.push(action.id);
    else (columnOf(columns, action) ?? unplaced).push(action);
  }
  const sorted = new Map(
    [...columns].map(([id, list]) => [id, reuse(previous?.columns.get(id), idsInOrder(list))]),
  );
  return Object.freeze({
    ...read,
    priorities,
    columns: reuseMap(previous?.columns, sorted),
    unplaced: reuse(previous?.unplaced, idsInOrder(unplaced)),
    numbers: reuseMap(previous?.numbers, numbersOf(priorities, sorted)),
    discarded: reuse(previous?.discarded, discarded.sort(ascending)),
    sources: reuseMap(
      previous?.sources,
      new Map(
        [...sources].map(([id, ids]) => [
          id,
          reuse(previous?.sources.get(id), ids.sort(ascending)),
        ]),
      ),
    ),
  });
}

/** What people see as the action's status: a merged or discarded action is that before all else. */
export const visibleStatus = (board: Board, action: Action): VisibleStatus =>
  isMerged(board, action)
    ? 'merged'
    : action.discarded
      ? 'discarded'
      : (action.status ?? 'proposed');

/** Whether the action has left the board for another one that is still there. */
const isMerged = (board: Board, action: Action): boolean =>
  action.mergedInto !== undefined && mergeRoot(board.actions, action) !== undefined;

/** As much of an action as says where it was merged. */
export type Mergeable = Pick<Action, 'id' | 'mergedInto'>;
type Links = Pick<ReadonlyMap<ActionId, Mergeable>, 'get'>;

/** The action one finally finds this one in; undefined when it stands by itself. */
export function mergeRoot(actions: Links, action: Mergeable): ActionId | undefined {
  const root = endOf(actions, action, new Map());
  return root === action.id ? undefined : root;
}

function mergeRoots(actions: ReadonlyMap<ActionId, Action>): ReadonlyMap<ActionId, ActionId> {
  const ends = new Map<ActionId, ActionId>();
  const roots = new Map<ActionId, ActionId>();
  for (const action of actions.values()) {
    const root = endOf(actions, action, ends);
    if (root !== action.id) roots.set(action.id, root);
  }
  return roots;
}

/** Where the links of an action end, itself included. `ends` keeps what was found: long chains are walked once. */
function endOf(actions: Links, action: Mergeable, ends: Map<ActionId, ActionId>): ActionId {
  const path = new Set<ActionId>();
  let at = action;
  let end = ends.get(at.id);
  while (end === undefined) {
    path.add(at.id);
    const next = at.mergedInto === undefined ? undefined : actions.get(at.mergedInto);
    if (!next) end = at.id;
    // People merged each into the other: the smallest id of the circle stays, for everybody.
    else if (path.has(next.id)) end = smallestFrom(path, next.id);
    else {
      at = next;
      end = ends.get(at.id);
    }
  }
  for (const id of path) ends.set(id, end);
  return end;
}

function smallestFrom(path: ReadonlySet<ActionId>, start: ActionId): ActionId {
  const ids = [...path];
  return ids.slice(ids.indexOf(start)).sort(ascending)[0] ?? start;
}

const columnOf = (columns: ReadonlyMap<PriorityId, Action[]>, action: Action) =>
  action.priorityId === undefined ? undefined : columns.get(action.priorityId);

const idsInOrder = (actions: Action[]): readonly ActionId[] =>
  actions.sort(byRank).map((action) => action.id);

function numbersOf(
  priorities: readonly Priority[],
  columns: ReadonlyMap<PriorityId, readonly ActionId[]>,
): ReadonlyMap<ActionId, string> {
  const numbers = new Map<ActionId, string>();
  priorities.forEach(({ id }, p) => {
    columns.get(id)?.forEach((actionId, a) => {
      numbers.set(actionId, `${p + 1}.${a + 1}`);
    });
  });
  return numbers;
}

function reuse<Item>(before: readonly Item[] | undefined, now: readonly Item[]): readonly Item[] {
  const same = before?.length === now.length && now.every((item, i) => item === before[i]);
  return same && before ? before : Object.freeze(now);
}

/** Order counts: columns are shown as they come. */
function reuseMap<Key, Value>(
  before: ReadonlyMap<Key, Value> | undefined,
  now: ReadonlyMap<Key, Value>,
): ReadonlyMap<Key, Value> {
  if (before?.size !== now.size) return now;
  const entries = now.entries();
  for (const [key, value] of before) {
    const [sameKey, sameValue] = entries.next().value ?? [];
    if (key !== sameKey || value !== sameValue) return now;
  }
  return before;
}
