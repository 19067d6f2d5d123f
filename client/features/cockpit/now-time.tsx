/** The time of the step in one line: what is left, a minute more or less, and a stop. */
import { Pause, Play } from 'lucide-react';
import { expectedEnd, spentMs } from '../../../shared/session/agenda/pace.ts';
import type { Step } from '../../../shared/session/agenda/step.ts';
import { showLeft, type Timer, timeLeft } from '../../../shared/session/timer/timer.ts';
import { cockpitWords } from '../../../shared/text/fr/cockpit.ts';
import { clockTime } from '../../state/dates.ts';
import { usePreferences, useSession } from '../../state/hooks.ts';
import { useServerNow, useStep, useSteps } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { ActButton } from './act-button.tsx';
import './now-time.css';

export function NowTime() {
  const { timer: t } = useWords(cockpitWords);
  const timer = useSession((session) => session?.timer ?? null);
  const step = useStep()?.step;
  return (
    <>
      {timer && (
        <div className="cockpit-time">
          <Clock timer={timer} />
          <ActButton act="shorter" words={t.minuteLess} />
          <ActButton act="longer" words={t.minuteMore} />
          {timer.state !== 'ended' && (
            <ActButton
              act="timer"
              words=""
              icon={timer.state === 'running' ? <Pause /> : <Play />}
            />
          )}
        </div>
      )}
      {step && <Spent step={step} timer={timer} />}
    </>
  );
}

/** Its clock ticks alone: the rest of the cockpit stands still. */
function Clock({ timer }: { readonly timer: Timer }) {
  const { timer: t } = useWords(cockpitWords);
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  return (
    <p className="cockpit-clock" data-over={left === 0 ? '' : undefined}>
      <b role="timer" aria-live="off">
        {showLeft(left)}
      </b>
      {left === 0 && <span>{t.over}</span>}
      {timer.state === 'paused' && <span>{t.paused}</span>}
    </p>
  );
}

function Spent({ step, timer }: { readonly step: Step; readonly timer: Timer | null }) {
  const { step: t, now: words } = useWords(cockpitWords);
  const { language } = usePreferences();
  const steps = useSteps();
  const visits = useSession((session) => session?.visits);
  const now = useServerNow(5_000);
  const course = { steps, current: step.id, visits: visits ?? [] };
  const spent = Math.floor(spentMs(course, step.id, now) / 60_000);
  const isLate = step.minutes > 0 && spent > step.minutes;
  const resumes = step.kind === 'break' && timer?.state === 'running' && timeLeft(timer, now);
  return (
    <div className="cockpit-pace" data-late={isLate ? '' : undefined}>
      <progress
        aria-label={t.planned(step.minutes, spent)}
        value={Math.min(spent, step.minutes)}
        max={step.minutes || 1}
      />
      <p>
        {resumes ? (
          <strong>{words.resumes(clockTime(now + resumes, language))}</strong>
        ) : (
          t.planned(step.minutes, spent)
        )}
        {isLate && <strong> · {t.late(spent - step.minutes)}</strong>}
        {' · '}
        {t.end(clockTime(expectedEnd(course, now), language))}
      </p>
    </div>
  );
}
