/** Where a kept thing stands on the board, or stood when it was last seen there: to be shown. */
import type { Board } from '../../../shared/board/board.ts';
import type { ActionId, CommentId } from '../../../shared/ids.ts';
import type { KeptThing, Where } from './kept-work.ts';

export function whereOf(board: Board, thing: KeptThing): Where {
  if (thing.kind === 'typed') return {};
  if (thing.kind === 'idea') return inPriority(board, thing.title, thing.priorityId);
  if (thing.kind === 'votes') return onAction(board, thing.actionId);
  const [root, id = '', ...inside] = thing.path;
  const field = root === 'board' ? id : inside.filter((_, index) => index % 2 === 0).join('.');
  const values = thing.kind === 'created' && inside.length === 0 ? thing.values : undefined;
  return { ...placeIn(board, [root ?? '', id], values), ...(field !== '' && { field }) };
}

function placeIn(
  board: Board,
  [root, id]: readonly [root: string, id: string],
  values: Readonly<Record<string, unknown>> | undefined,
): Where {
  if (root === 'comments')
    return onAction(
      board,
      String(values?.actionId ?? board.comments.get(id as CommentId)?.actionId),
    );
  if (root !== 'actions') {
    const entity = values ?? entityIn(board, root, id);
    return titled(entity.title ?? entity.name);
  }
  return values ? inPriority(board, values.title, values.priorityId) : onAction(board, id);
}

/** An entity of the frame, by what it is called. */
function entityIn(board: Board, root: string, id: string): Named {
  const roots: Readonly<Record<string, Iterable<Named>>> = {
    priorities: board.priorities,
    directions: board.directions.values(),
    actors: board.actors.values(),
    policies: board.policies.values(),
  };
  return [...(roots[root] ?? [])].find((each) => each.id === id) ?? {};
}
interface Named {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly name?: unknown;
}

function onAction(board: Board, id: string): Where {
  const action = board.actions.get(id as ActionId);
  const number = board.numbers.get(id as ActionId);
  return {
    ...(number !== undefined && { number }),
    ...(action && inPriority(board, action.title, action.priorityId)),
  };
}

function inPriority({ priorities }: Board, title: unknown, priorityId: unknown): Where {
  const priority = priorities.find(({ id }) => id === priorityId)?.title;
  return { ...titled(title), ...(priority !== undefined && { priority }) };
}

const titled = (title: unknown): Where =>
  typeof title === 'string' && title !== '' ? { title } : {};
