/** One step in the list: what it is, its time, its rules in a sentence, and what to do with it. */
import { spentMs } from '../../../shared/session/agenda/pace.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { useSession } from '../../state/hooks.ts';
import { useWords } from '../../state/words.ts';
import { Tool } from '../../ui/list-tools.tsx';
import { StepForm } from './step-form.tsx';
import { useAgenda } from './use-agenda.ts';
import './step-line.css';

export interface StepLineProps {
  readonly step: Step;
  /** From 0. */
  readonly index: number;
  readonly isOpen: boolean;
  readonly now: number;
  readonly onToggle: () => void;
  /** Told where the focus goes once the list has changed. */
  readonly onShift: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

// One line of the list: its tools and its form share whether it is open.
export function StepLine({ step, index, isOpen, now, ...on }: StepLineProps) {
  const { agenda: t } = useWords(cockpitWords);
  const { step: words } = useWords();
  const { steps, current, start } = useAgenda();
  const { title } = step;
  const isCurrent = step.id === current;
  return (
    <li className="agenda-line" data-line={step.id} data-current={isCurrent ? '' : undefined}>
      <span className="agenda-number" aria-hidden="true">
        {index + 1}
      </span>
      <div className="agenda-words">
        <p className="agenda-title" aria-current={isCurrent ? 'step' : undefined}>
          <span translate="no">{title}</span>
          {isCurrent && <span className="agenda-current"> {t.current}</span>}
        </p>
        <p className="agenda-meta">
          <StepTime step={step} now={now} />
        </p>
        <p className="agenda-meta">{t.read(words.allowed(step.rules, step.anonymous))}</p>
      </div>
      <div className="agenda-tools">
        <Tool
          tool="start"
          label={t.startNamed(title)}
          isIdle={isCurrent}
          onPress={() => start(step.id)}
        />
        <Tool
          tool="edit"
          label={isOpen ? t.editDone(title) : t.edit(title)}
          onPress={on.onToggle}
        />
        <Tool tool="up" label={t.up(title)} isIdle={index === 0} onPress={() => on.onShift(-1)} />
        <Tool
          tool="down"
          label={t.down(title)}
          isIdle={index === steps.length - 1}
          onPress={() => on.onShift(1)}
        />
        <Tool
          tool="remove"
          label={isCurrent ? t.removeCurrent : t.remove(title)}
          isIdle={isCurrent}
          onPress={on.onRemove}
        />
      </div>
      {isOpen && <StepForm step={step} />}
    </li>
  );
}

/** Planned, and what it really took. */
function StepTime({ step, now }: { readonly step: Step; readonly now: number }) {
  const { agenda: t } = useWords(cockpitWords);
  const visits = useSession((session) => session?.visits);
  const course = { steps: [step], current: step.id, visits: visits ?? [] };
  const spent = spentMs(course, step.id, now);
  return (
    <>
      {t.kinds[step.kind]} · {t.planned(step.minutes)}
      {spent > 0 && <strong> · {t.spent(Math.floor(spent / 60_000))}</strong>}
    </>
  );
}
