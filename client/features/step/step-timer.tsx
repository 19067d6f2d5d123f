/** What is left of the timer, by the server's clock; `voice.tsx` says it aloud at a few moments. */
import { showLeft, type Timer } from '../../../shared/session/timer/timer.ts';
import { useSession } from '../../state/hooks.ts';
import { useSecondsLeft } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';

const closeSeconds = 60;

export function StepTimer() {
  const timer = useSession((session) => session?.timer ?? null);
  return timer && <Ticking timer={timer} />;
}

function Ticking({ timer }: { readonly timer: Timer }) {
  const { step: t } = useWords();
  const left = useSecondsLeft(timer);
  const isOver = left === 0;
  return (
    <p
      className="step-timer"
      data-state={isOver ? 'ended' : timer.state}
      data-close={timer.state === 'running' && left <= closeSeconds ? '' : undefined}
    >
      <span className="visually-hidden">
        {isOver ? t.timerOver : timer.state === 'paused' ? t.timerPaused : t.timer}{' '}
      </span>
      <span role="timer" aria-live="off">
        {showLeft(left * 1_000)}
      </span>
    </p>
  );
}
