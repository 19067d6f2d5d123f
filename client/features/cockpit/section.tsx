/** One part of the cockpit, open while the step needs it and folded otherwise: each can be had by a press. */
import { type ReactNode, useId, useState } from 'react';
import { useStep, useSteps } from '../../state/session-hooks.ts';
import { isNeeded, type PartId } from './needed.ts';
import './section.css';

export interface SectionProps {
  readonly part: PartId;
  readonly title: string;
  /** What counts most, beside the heading, folded or not. */
  readonly figure?: ReactNode;
  /** Something in it waits for an answer: it is not folded away. */
  readonly isAsking?: boolean;
  readonly children: ReactNode;
}

export function Section({ part, title, figure, isAsking = false, children }: SectionProps) {
  const id = useId();
  const step = useStep()?.step;
  const hasSteps = useSteps().length > 0;
  const stepId = step?.id ?? null;
  // What was opened for another step says nothing about this one.
  const [chosen, setChosen] = useState({ stepId, open: null as boolean | null });
  const isChosen = chosen.stepId === stepId && chosen.open !== null;
  const needed = isNeeded(part, step?.kind, hasSteps);
  const isOpen = isAsking || (isChosen ? chosen.open === true : needed);
  return (
    <section className="cockpit-section" aria-labelledby={id}>
      <details
        open={isOpen}
        onToggle={({ currentTarget: { open } }) => open !== isOpen && setChosen({ stepId, open })}
      >
        <summary className="cockpit-head">
          <h3 id={id}>{title}</h3>
          {figure !== undefined && <span className="cockpit-head-figure">{figure}</span>}
        </summary>
        <div className="cockpit-part">{children}</div>
      </details>
    </section>
  );
}
