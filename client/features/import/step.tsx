/** The frame of each step: a title that takes the focus, what is to be done, and the way on. */
import { type ReactNode, useEffect, useRef } from 'react';
import './table-dialog.css';

export interface StepProps {
  readonly title: string;
  /** Given where the title is people's: a browser does not translate them. */
  readonly translate?: 'no' | undefined;
  readonly children: ReactNode;
  /** Buttons at the foot, always in sight; the one that goes on comes last. */
  readonly foot?: ReactNode;
}

export function Step({ title, translate, children, foot }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever listens, or walks by keys, hears where they are and goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <div className="intake-scroll">
        <h3 className="intake-title" ref={heading} tabIndex={-1} translate={translate}>
          {title}
        </h3>
        {children}
      </div>
      {foot && <div className="intake-foot">{foot}</div>}
    </>
  );
}
