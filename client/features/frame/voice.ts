/**
 * Where the frame's changes are told. On the page it is the page's own messages; inside the frame's
 * window it is its foot, since behind a modal window the page is silent.
 */
import { createContext, useContext, useMemo } from 'react';
import { facilitationWords } from '../../../shared/text/fr/facilitation.ts';
import { useBoardClient } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts } from '../../ui/toast-queue.ts';

export interface Voice {
  /** A change was made, one step of undo; null when what is seen says it all. */
  readonly done: (text: string | null) => void;
  /** The same for what people may want back at once. */
  readonly removed: (text: string) => void;
}

export const VoiceContext = createContext<Voice | null>(null);

export function useVoice(): Voice {
  const given = useContext(VoiceContext);
  const client = useBoardClient();
  const { common } = useWords();
  const { undoLater } = useWords(facilitationWords);
  return useMemo(
    () => given ?? pageVoice(client, common.undo, undoLater),
    [given, client, common, undoLater],
  );
}

type Client = ReturnType<typeof useBoardClient>;

const pageVoice = (client: Client, undoLabel: string, undoLater: string): Voice => ({
  done: (text) => text !== null && pageToasts.announce(text),
  removed: (text) => {
    const undo = undoOnce(client);
    const run = () => {
      if (!undo()) pageToasts.show({ text: undoLater });
    };
    pageToasts.show({ text, action: { label: undoLabel, run } });
  },
});

/** Undoes the last step; false, and nothing done, once another step has come after it. */
function undoOnce({ stores, undo }: Client): () => boolean {
  let isLast = true;
  const stop = stores.history.subscribe(() => {
    isLast = false;
    stop();
  });
  return () => {
    stop();
    return isLast && undo();
  };
}
