/** Where the workshop is, against what was planned, and what comes then. */

import { ChevronLeft, Undo2 } from 'lucide-react';
import { expectedEnd, spentMs } from '../../../shared/session/agenda/pace.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { clockTime } from '../../state/dates.ts';
import { usePeople, usePreferences, useSession } from '../../state/hooks.ts';
import { useServerNow, useStep, useSteps } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { Button } from '../../ui/button.tsx';
import { ActButton } from './act-button.tsx';
import { Section } from './section.tsx';
import './step-section.css';
import './foot.css';

export function StepSection({ onAgenda }: { readonly onAgenda: () => void }) {
  const { step: t } = useWords(cockpitWords);
  const { step: words } = useWords();
  const steps = useSteps();
  const current = useStep();
  const next = steps[current?.place ?? 0];
  if (steps.length === 0)
    return (
      <Section title={t.empty}>
        <p className="cockpit-note">{t.emptyText}</p>
        <Button onClick={onAgenda}>{t.prepare}</Button>
      </Section>
    );
  return (
    <section className="cockpit-section cockpit-now" aria-label={t.title}>
      <p className="cockpit-place">{current ? t.place(current.place, steps.length) : t.title}</p>
      <h3 translate={current ? 'no' : undefined}>{current ? current.step.title : t.none}</h3>
      <p className="cockpit-note" translate={current?.step.instruction ? 'no' : undefined}>
        {current
          ? current.step.instruction || words.allowed(current.step.rules, current.step.anonymous)
          : t.noneText}
      </p>
      {current && <Spent step={current.step} />}
      <p className="cockpit-following" translate="no">
        {next ? t.following(next.title, next.minutes) : t.last}
      </p>
    </section>
  );
}

/** Its clock ticks alone: the rest of the cockpit stands still. */
function Spent({ step }: { readonly step: Step }) {
  const { step: t } = useWords(cockpitWords);
  const { language } = usePreferences();
  const steps = useSteps();
  const visits = useSession((session) => session?.visits);
  const now = useServerNow(5_000);
  const course = { steps, current: step.id, visits: visits ?? [] };
  const spent = Math.floor(spentMs(course, step.id, now) / 60_000);
  const isLate = step.minutes > 0 && spent > step.minutes;
  return (
    <div className="cockpit-pace" data-late={isLate ? '' : undefined}>
      <progress
        aria-label={t.planned(step.minutes, spent)}
        value={Math.min(spent, step.minutes)}
        max={step.minutes || 1}
      />
      <p>
        {t.planned(step.minutes, spent)}
        {isLate && <strong> · {t.late(spent - step.minutes)}</strong>}
      </p>
      <p className="cockpit-note">{t.end(clockTime(expectedEnd(course, now), language))}</p>
    </div>
  );
}

/** Always in sight, under the thumb: the next step, and the last act taken back. */
export function Foot() {
  const { undo: t } = useWords(cockpitWords);
  const undoable = useSession((session) => session?.undoable ?? null);
  const me = useSession((session) => session?.me);
  const by = usePeople().find(({ id }) => id === undoable?.by);
  const hasSteps = useSession((session) => (session?.steps.length ?? 0) > 0);
  return (
    <div className="cockpit-foot">
      <div className="cockpit-undo">
        <p translate={undoable ? 'no' : undefined}>
          {undoable
            ? t.by(t.acts[undoable.type] ?? t.other, by?.id === me ? t.you : (by?.name ?? '…'))
            : t.none}
        </p>
        {undoable && <ActButton act="undo" variant="quiet" icon={<Undo2 />} words={t.button} />}
      </div>
      {hasSteps && (
        <div className="cockpit-go">
          <ActButton act="previous" icon={<ChevronLeft />} words="" />
          <ActButton act="next" variant="primary" />
        </div>
      )}
    </div>
  );
}
