/**
 * What is being typed in a plain field, apart from its value on the board: others' changes never
 * touch it, and it is written after a pause, on leaving the field, or when the field goes away.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

const pauseMs = 800;

export interface Draft {
  /** What the field shows: what is typed, or the board's value when nobody is typing here. */
  readonly text: string;
  readonly error: string | undefined;
  readonly onFocus: () => void;
  readonly onType: (text: string) => void;
  /** The same, written on leaving only: what is typed may not be whole yet. */
  readonly onHold: (text: string) => void;
  readonly onBlur: () => void;
  /** Writes at once what is typed. */
  readonly flush: () => void;
}

/**
 * @param value the board's value, as text
 * @param commit writes what was typed; a sentence when it cannot be a value
 */
export function useDraft(value: string, commit: (text: string) => string | undefined): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latestCommit = useRef(commit);
  useEffect(() => {
    latestCommit.current = commit;
  });

  const flush = useCallback((): string | null => {
    clearTimeout(timer.current);
    const text = pending.current;
    pending.current = null;
    if (text === null) return null;
    const sentence = latestCommit.current(text) ?? null;
    setError(sentence);
    return sentence;
  }, []);
  useEffect(() => () => void flush(), [flush]);

  const onHold = (text: string) => {
    setTyped(text);
    setError(null);
    pending.current = text;
    clearTimeout(timer.current);
  };

  return {
    text: typed ?? value,
    error: error ?? undefined,
    onFocus: () => setTyped((last) => last ?? value),
    onHold,
    onType: (text) => {
      onHold(text);
      timer.current = setTimeout(flush, pauseMs);
    },
    onBlur: () => {
      // What could not be taken stays in the field, beside the sentence that says why.
      if (flush() === null && error === null) setTyped(null);
    },
    flush: () => void flush(),
  };
}
