/** A question asked in place of a window's buttons; the focus goes to its first answer. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';
import './question.css';

export interface QuestionProps {
  readonly title: string;
  readonly text: string;
  /** The answers, the harmless one first. */
  readonly children: ReactNode;
}

export function Question({ title, text, children }: QuestionProps) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => {
    answers.current?.querySelector('button')?.focus();
  }, []);
  return (
    <Notice tone="warning" title={title}>
      <p>{text}</p>
      <div className="question-answers" ref={answers}>
        {children}
      </div>
    </Notice>
  );
}
