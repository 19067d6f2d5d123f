/** One part of the cockpit, a heading and what it holds. */
import { type ReactNode, useId } from 'react';
import './section.css';

export interface SectionProps {
  readonly title: string;
  /** What counts most, at the right of the heading. */
  readonly figure?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, figure, children }: SectionProps) {
  const id = useId();
  return (
    <section className="cockpit-section" aria-labelledby={id}>
      <div className="cockpit-head">
        <h3 id={id}>{title}</h3>
        {figure}
      </div>
      {children}
    </section>
  );
}
