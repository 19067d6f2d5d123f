/**
 * An idea was revealed while its author was still writing: what is newer here goes on the action,
 * by the way of any other edit, when the rules allow it and nobody has written there meanwhile.
 */
import type { Action } from '../../shared/board/schema.ts';
import { singleLine } from '../../shared/board/text.ts';
import { changeBetween } from '../../shared/board/text-change.ts';
import { isOwn } from '../../shared/session/own.ts';
import { allows } from '../../shared/session/permissions.ts';
import type { SessionView } from '../../shared/session/view.ts';
import type { BoardClient } from '../sync/board-client.ts';
import { meIn } from './hooks.ts';
import type { KeptIdea } from './kept-ideas.ts';

const TEXTS = ['title', 'description'] as const;

/** @returns false when the text could not be put there whole: it stays with its author */
export function putOnAction(
  { stores, openText }: Pick<BoardClient, 'stores' | 'openText'>,
  { id, sent, ...idea }: KeptIdea,
): boolean {
  const action = stores.board.getState().actions.get(id);
  if (!action) return false;
  const shown = { title: singleLine(idea.title), description: idea.description };
  const changes = TEXTS.flatMap((key) => {
    const change = changeBetween(action[key], shown[key]);
    return change ? [{ key, change }] : [];
  });
  // A title loses its ends at the reveal.
  const isUntouched = changes.every(({ key }) =>
    sent.some((text) => text[key] === action[key] || singleLine(text[key]) === action[key]),
  );
  if (!isUntouched || (changes.length > 0 && !mayEdit(action, stores.session.getState())))
    return false;
  return changes.every(({ key, change }) => openText(id, key)?.replace(change) === true);
}

function mayEdit(action: Action, session: SessionView | null): boolean {
  const me = meIn(session);
  if (!session || !me) return false;
  return allows(session.role, session.rules, 'edit', isOwn(action, me));
}
