/** Ctrl+Z and its kin undo what I did on the wall, wherever I am but in a field of plain text. */
import { useEffect } from 'react';
import { useBoardClient } from '../state/hooks.ts';
import { undoKey } from '../state/keys.ts';
import { useWords } from '../state/words.ts';
import { pageToasts } from '../ui/toast-queue.ts';

export function useUndoKeys(): void {
  const client = useBoardClient();
  const { board } = useWords();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const asked = undoKey(event);
      if (!asked || event.defaultPrevented || isPlainText(event.target)) return;
      event.preventDefault();
      pageToasts.announce(client[asked]() ? board[DONE[asked]] : board.nothingToUndo);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [client, board]);
}

const DONE = { undo: 'undone', redo: 'redone' } as const;

/** A text bound to the wall is no plain text: undoing there is undoing on the wall. */
const isPlainText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, select, [contenteditable]') &&
  target.closest('.bound-text') === null;
