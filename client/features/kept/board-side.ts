/** What the board has where something is kept. */
import type { Board } from '../../../shared/board/board.ts';
import type { ActionId, CommentId } from '../../../shared/ids.ts';
import type { KeptItem } from '../../state/kept-shown.ts';

/**
 * The value of a field on the board.
 * @param path of what holds the field: an entity, or a part of one
 * @returns undefined for an empty field; null when what holds it is not on the board
 */
export function onBoard(board: Board, path: readonly string[], key: string): unknown {
  const holder = holderOn(board, path);
  return holder === undefined ? null : Reflect.get(holder, key);
}

/** What a path leads to: an entity, or a part of one. */
export function holderOn(
  board: Board,
  [root = '', ...below]: readonly string[],
): object | undefined {
  if (root === 'board') return board.info;
  const [id = '', ...inside] = below;
  let holder: object | undefined = entityOn(board, root, id);
  for (const [index, step] of inside.entries()) {
    if (holder === undefined || index % 2 === 1) continue;
    const parts: unknown = Reflect.get(holder, step);
    const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
    holder = list.filter(isEntity).find((part) => part.id === inside[index + 1]);
  }
  return holder;
}

interface Entity {
  readonly id: string;
}
const isEntity = (value: unknown): value is Entity =>
  typeof value === 'object' && value !== null && 'id' in value;

function entityOn(board: Board, root: string, id: string): object | undefined {
  switch (root) {
    case 'priorities':
      return board.priorities.find((each) => each.id === id);
    case 'directions':
    case 'actors':
    case 'policies':
    case 'actions':
    case 'comments': {
      const entities: ReadonlyMap<string, object> = board[root];
      return entities.get(id);
    }
    default:
      return undefined;
  }
}

/** Whether a new action, or a text, has come to the board by another hand meanwhile. */
export function isOnBoard(board: Board, work: KeptItem['work']): boolean {
  if (work.kind !== 'created' && work.kind !== 'text') return false;
  const [root, id, key] = work.path;
  const action = root === 'actions' ? board.actions.get(id as ActionId) : undefined;
  if (work.kind === 'created') return action !== undefined && key === undefined;
  return action !== undefined && Reflect.get(action, key ?? '') === work.text;
}

/** « 1.3 Réutiliser l’eau », as far as the board knows it. */
export function titledAction(board: Board | null, id: string): string {
  const title = board?.actions.get(id as ActionId)?.title ?? '';
  const number = board?.numbers.get(id as ActionId) ?? '';
  return [number, title].filter(Boolean).join(' ');
}

/** The action that a comment is about, by the comment. */
export const actionOfComment = (board: Board | null, id: string): string | undefined =>
  board?.comments.get(id as CommentId)?.actionId;
