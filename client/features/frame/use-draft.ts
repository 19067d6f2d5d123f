/**
 * A text being written while others may write it too: what is typed stays, what others wrote
 * meanwhile is shown beside it, and a field nobody touched here follows the board.
 */
import { useState } from 'react';

export interface Draft {
  readonly text: string;
  /** Whether it says something else than what it began from. */
  readonly isChanged: boolean;
  /** What somebody else put there since, when it differs from `text`; else null. */
  readonly theirs: string | null;
  readonly write: (text: string) => void;
  /** The caret is in the field: from now on it no longer follows the board. */
  readonly hold: () => void;
  /** Follows the board again. */
  readonly release: () => void;
}

export function useDraft(stored: string): Draft {
  const [draft, setDraft] = useState<{ text: string; base: string } | null>(null);
  const text = draft?.text ?? stored;
  return {
    text,
    isChanged: draft !== null && draft.text.trim() !== draft.base.trim(),
    theirs: draft !== null && stored !== draft.base && stored !== draft.text.trim() ? stored : null,
    write: (typed) => setDraft((last) => ({ text: typed, base: last?.base ?? stored })),
    hold: () => setDraft((last) => last ?? { text: stored, base: stored }),
    release: () => setDraft(null),
  };
}
