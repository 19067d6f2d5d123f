/**
 * What the step needs now: one act in large, and beside it the time, the hands and who is still at
 * work. Always in sight: the rest of the cockpit scrolls below.
 */
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useStep, useSteps } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { useCockpit } from './acts.ts';
import { AskReveal } from './ask-reveal.tsx';
import { NowHands, NowMissing } from './now-people.tsx';
import { NowTime } from './now-time.tsx';
import { PrimaryAct, type PrimaryActProps } from './primary-act.tsx';
import './now.css';

export function Now(windows: PrimaryActProps) {
  const t = useWords(cockpitWords);
  const steps = useSteps();
  const current = useStep();
  const { next } = useCockpit();
  const frozen = useSession((session) => session?.frozen ?? null);
  return (
    <section className="cockpit-now" aria-label={t.step.title}>
      <p className="cockpit-place">
        {current ? t.step.place(current.place, steps.length) : t.now.title}
      </p>
      <h3 translate={current ? 'no' : undefined}>{current?.step.title ?? titleOf(t, steps)}</h3>
      {current && (
        <p className="cockpit-consigne" translate="no">
          {current.step.instruction}
        </p>
      )}
      {frozen && (
        <p className="cockpit-frozen" role="status">
          {next.act === 'export'
            ? t.now.ended
            : frozen === 'timer'
              ? t.freeze.byTimer
              : t.freeze.on}
        </p>
      )}
      <NowTime />
      <PrimaryAct {...windows} />
      <AskReveal />
      <NowHands />
      <NowMissing />
    </section>
  );
}

const titleOf = (
  { step: t }: { readonly step: { readonly none: string; readonly empty: string } },
  steps: readonly unknown[],
): string => (steps.length > 0 ? t.none : t.empty);
