/** A question asked in place of a window's buttons; the focus goes to one of its answers. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';
import './question.css';

export interface QuestionProps {
  readonly title: string;
  readonly text: ReactNode;
  /** The answers, the harmless one first. */
  readonly children: ReactNode;
  /** Which answer Entrée gives; the harmless one unless asked by the key that wants the other. */
  readonly startAt?: 'first' | 'last';
}

export function Question({ title, text, children, startAt = 'first' }: QuestionProps) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const buttons = [...(answers.current?.querySelectorAll('button') ?? [])];
    buttons.at(startAt === 'first' ? 0 : -1)?.focus();
  }, [startAt]);
  return (
    <Notice tone="warning" title={title}>
      <p>{text}</p>
      <div className="question-answers" ref={answers}>
        {children}
      </div>
    </Notice>
  );
}
