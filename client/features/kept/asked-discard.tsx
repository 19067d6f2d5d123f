/** Throwing away asks first: the question stands in place of the buttons, and gives way to them again. */
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/question.tsx';
import type { Reading } from './reading.ts';

export interface AskedDiscardProps {
  readonly words: {
    readonly title: string;
    readonly text: string;
    readonly no: string;
    readonly yes: string;
  };
  readonly onDiscard: () => void;
  /** The buttons: one of them asks, and has the focus again when all is kept. */
  readonly children: (ask: () => void, opener: Ref<HTMLButtonElement>) => ReactNode;
}

export function AskedDiscard({ words, onDiscard, children }: AskedDiscardProps) {
  const [state, setState] = useState<'quiet' | 'asking' | 'kept'>('quiet');
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (state === 'kept') opener.current?.focus();
  }, [state]);
  if (state !== 'asking') return children(() => setState('asking'), opener);
  const discard = () => {
    setState('quiet');
    onDiscard();
  };
  return (
    <Question title={words.title} text={words.text}>
      <Button onClick={() => setState('kept')}>{words.no}</Button>
      <Button variant="danger" onClick={discard}>
        {words.yes}
      </Button>
    </Question>
  );
}

/** The question about throwing away that many things. */
export const allWords = (t: Reading['t'], count: number): AskedDiscardProps['words'] => ({
  title: t.discardAllTitle(count),
  text: t.discardAllText,
  no: t.discardNo,
  yes: t.discardYes,
});
