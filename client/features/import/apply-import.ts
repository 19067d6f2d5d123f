/**
 * Brings into the board what was agreed to, by ordinary commands. What leaves this page as one
 * update is judged whole by the server, so nothing is put in one that it could not hold.
 */
import type { Board } from '../../../shared/board/board.ts';
import type { Author } from '../../../shared/board/commands/actions.ts';
import { addFrameEntity, type FrameRoot } from '../../../shared/board/commands/frame.ts';
import {
  type ActionEdits,
  addActions,
  editActions,
  type NewAction,
} from '../../../shared/board/commands/many.ts';
import type { Outcome } from '../../../shared/board/commands/problem.ts';
import type { PlannedAction, PlannedEntity } from '../../../shared/import/planned.ts';
import { ok } from '../../../shared/result.ts';
import type { useBoardClient } from '../../state/hooks.ts';

type Client = ReturnType<typeof useBoardClient>;

/** What came of it. */
export interface Applied {
  readonly changed: number;
  readonly added: number;
  readonly discarded: number;
  /** Changes that others' work had made impossible. */
  readonly refused: number;
  readonly isFull: boolean;
  /** Steps of undo that take all of it back. */
  readonly steps: number;
}
export const NOTHING_APPLIED: Applied = {
  changed: 0,
  added: 0,
  discarded: 0,
  refused: 0,
  isFull: false,
  steps: 0,
};

/** Adds entities of the frame as one step; those that do not fit any more are left out. */
export function applyEntities(
  client: Client,
  root: FrameRoot,
  entities: readonly Pick<PlannedEntity, 'values'>[],
): Applied {
  let added = 0;
  client.run((doc): Outcome => {
    for (const { values } of entities)
      if (addFrameEntity<FrameRoot>(doc, root, values).ok) added += 1;
    return ok(undefined);
  });
  const isFull = added < entities.length;
  return { ...NOTHING_APPLIED, added, isFull, steps: added > 0 ? 1 : 0 };
}

/** Changes actions, all in one step. */
export function applyEdits(client: Client, list: readonly ActionEdits[]): Applied {
  let refused = 0;
  client.run((doc): Outcome => {
    for (const some of batches(list)) {
      const outcome = editActions(doc, some);
      if (outcome.ok) refused += outcome.value.length;
    }
    return ok(undefined);
  });
  return { ...NOTHING_APPLIED, refused, steps: list.length > 0 ? 1 : 0 };
}

/**
 * Adds actions, a step for each batch; the page lives between two.
 * @param onProgress how many are in
 */
export async function applyAdditions(
  client: Client,
  author: Author,
  planned: readonly PlannedAction[],
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<Applied> {
  const actions = planned.flatMap(({ priorityId, values }): readonly NewAction[] =>
    priorityId ? [{ ...values, title: values.title, priorityId }] : [],
  );
  const total = { added: 0, steps: 0, refused: 0, isFull: false };
  for (const some of batches(actions)) {
    if (signal.aborted) break;
    const outcome = client.run(addActions, { author, actions: some });
    if (outcome.ok) {
      total.added += some.length;
      total.steps += 1;
    } else if (outcome.error.kind === 'full') {
      total.isFull = true;
      break;
    } else total.refused += some.length; // their priority went meanwhile
    onProgress(total.added);
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { ...NOTHING_APPLIED, ...total };
}

/** What the workshop lacks and lines name, as steps of their own. */
export function applyMissing(
  client: Client,
  missing: Readonly<Record<FrameRoot, readonly string[]>>,
): number {
  let steps = 0;
  for (const root of ['priorities', 'directions', 'actors', 'policies'] as const) {
    const entities = missing[root].map((name) => ({
      values: { [root === 'priorities' ? 'title' : 'name']: name },
    }));
    if (entities.length > 0) steps += applyEntities(client, root, entities).steps;
  }
  return steps;
}

export const boardOf = (client: Client): Board => client.stores.board.getState();

/**
 * Far below what an update may hold, which is 256 kB and 20,000 parts, and soon judged: while the
 * server reads it, some 15 ms, nobody's edits pass.
 */
const batch = { items: 50, characters: 40_000 };

/** The same items in order, in batches of a bounded size; a single one may be beyond. */
function batches<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  const lists: Item[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const length = JSON.stringify(item).length;
    const last = lists.at(-1);
    if (!last || last.length >= batch.items || size + length > batch.characters) {
      lists.push([item]);
      size = length;
    } else {
      last.push(item);
      size += length;
    }
  }
  return lists;
}
