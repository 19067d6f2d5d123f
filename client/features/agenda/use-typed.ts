/**
 * A field of a step, saved as it is typed: a moment after the last key, on leaving, and when its
 * window closes. What somebody else writes meanwhile is shown, and written over by a choice only.
 */
import { useEffect, useRef, useState } from 'react';

export interface Typed {
  readonly text: string;
  /** What somebody else put there since, when it says something else; null otherwise. */
  readonly theirs: string | null;
  readonly write: (text: string) => void;
  readonly leave: () => void;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

export interface TypedOptions {
  /** What the workshop has. */
  readonly stored: string;
  readonly isValid: (text: string) => boolean;
  /** Resolves to whether it was granted. */
  readonly save: (text: string) => Promise<boolean>;
}

interface Draft {
  readonly text: string;
  /** What the workshop has as far as this field knows: what it began from, or sent last. */
  readonly known: string;
  /** What it had before that: what is sent may take a moment to come back. */
  readonly former: string;
}

/** Long enough for a word to be finished, short enough for others to see it appear. */
export const saveDelayMs = 700;

export function useTyped({ stored, isValid, save }: TypedOptions): Typed {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isHeld, setHeld] = useState(false);
  const text = draft?.text ?? stored;
  const isTheirs = draft !== null && ![draft.text, draft.known, draft.former].includes(stored);

  const send = (from: Draft) => {
    if (from.text === from.known || !isValid(from.text)) return;
    setDraft({ text: from.text, known: from.text, former: from.known });
    const refuse = (last: Draft | null) =>
      last && last.known === from.text ? { ...last, known: from.known } : last;
    void save(from.text).then((granted) => {
      if (!granted) setDraft(refuse);
    });
  };
  const flush = () => {
    if (draft && !isTheirs) send(draft);
  };
  // What is done later must see what came meanwhile.
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each key starts the delay anew
  useEffect(() => {
    const timer = setTimeout(() => latest.current(), saveDelayMs);
    return () => clearTimeout(timer);
  }, [draft?.text]);
  // Échap closes a window without the field being left.
  useEffect(() => () => latest.current(), []);
  // Left, and what it holds is what there is: from now on it follows the others again.
  if (draft && !isHeld && draft.text === stored) setDraft(null);

  return {
    text,
    theirs: isTheirs ? stored : null,
    write: (typed) => {
      setHeld(true);
      setDraft((last) => ({
        text: typed,
        known: last?.known ?? stored,
        former: last?.former ?? stored,
      }));
    },
    leave: () => {
      setHeld(false);
      flush();
    },
    takeTheirs: () => setDraft(null),
    keepMine: () => draft && send({ ...draft, known: stored }),
  };
}
