/** What the board has where something is kept. */
import type { Board } from '../../../shared/board/board.ts';
import type { ActionId, CommentId } from '../../../shared/ids.ts';

/**
 * The value of a field on the board.
 * @param path of what holds the field: an entity, or a part of one
 * @returns undefined for an empty field; null when what holds it is not on the board
 */
export function onBoard(board: Board, path: readonly string[], key: string): unknown {
  const holder = holderOn(board, path);
  return holder === undefined ? null : Reflect.get(holder, key);
}

function holderOn(board: Board, [root = '', ...below]: readonly string[]): object | undefined {
  if (root === 'board') return board.info;
  const [id = '', ...inside] = below;
  let holder: object | undefined = entitiesOn(board, root).find((each) => each.id === id);
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

function entitiesOn(board: Board, root: string): readonly Entity[] {
  switch (root) {
    case 'priorities':
      return board.priorities;
    case 'directions':
    case 'actors':
    case 'policies':
    case 'actions':
    case 'comments':
      return [...board[root].values()];
    default:
      return [];
  }
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
