/** A question asked in place of a window's buttons; the focus goes to the harmless answer. */
import { type ReactNode, useEffect, useRef } from 'react';
import { Notice } from './notice.tsx';
import './question.css';

export interface QuestionProps {
  readonly title: string;
  readonly text: ReactNode;
  /** Given where the title is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  /** The answers, the harmless one first. */
  readonly children: ReactNode;
}

export function Question({ title, text, translate, children }: QuestionProps) {
  return (
    <Notice tone="warning" title={title} translate={translate}>
      <p>{text}</p>
      <Answers>{children}</Answers>
    </Notice>
  );
}

/** Buttons of which the first, the harmless one, has the focus: nobody answers by a key too many. */
export function Answers({ children }: Pick<QuestionProps, 'children'>) {
  const answers = useRef<HTMLDivElement>(null);
  useEffect(() => answers.current?.querySelector('button')?.focus(), []);
  return (
    <div className="question-answers" ref={answers}>
      {children}
    </div>
  );
}
