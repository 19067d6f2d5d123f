/** Ctrl+Z and its kin undo what I did on the wall, wherever I am but in a field of plain text. */
import { useEffect } from 'react';
import { useBoardClient } from '../state/hooks.ts';
import { useWords } from '../state/words.ts';
import type { BoardClient } from '../sync/board-client.ts';
import { pageToasts } from '../ui/toast-queue.ts';

export function useUndoKeys(): void {
  const client = useBoardClient();
  const { board } = useWords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const intent = intentOf(event);
      if (!intent || event.defaultPrevented || isPlainText(event.target)) return;
      event.preventDefault();
      pageToasts.announce(act(client, intent) ? board[said[intent]] : board.nothingToUndo);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [client, board]);
}

type Intent = 'undo' | 'redo';
const said = { undo: 'undone', redo: 'redone' } as const;

const act = (client: BoardClient, intent: Intent): boolean => client[intent]();

/** Ctrl or ⌘; Z undoes, with Maj it redoes, and so does Y. */
function intentOf({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): Intent | undefined {
  if ((!ctrlKey && !metaKey) || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && !shiftKey ? 'redo' : undefined;
}

/** A text bound to the wall is no plain text: undoing there is undoing on the wall. */
const isPlainText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, select, [contenteditable]') &&
  target.closest('.bound-text') === null;
