/** The step, what is asked of the room, and the clock. */
import { showLeft, type Timer, timeLeft } from '../../../shared/session/timer/timer.ts';
import { projectionWords } from '../../../shared/text/fr/projection.ts';
import { useBoard, useSession } from '../../state/hooks.ts';
import { useServerNow, useStep } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import './head.css';

export function Head() {
  const t = useWords(projectionWords);
  const step = useStep();
  const info = useBoard((board) => board.info);
  const timer = useSession((session) => session?.timer ?? null);
  const frozen = useSession((session) => session?.frozen ?? null);
  const what = step ? t.step(step.place, step.step.title) : (info.territory ?? t.free);
  const asked = step ? step.step.instruction || step.step.title : (info.title ?? t.free);
  return (
    <header className="projector-head">
      <h1 className="visually-hidden">{t.title(info.title ?? '')}</h1>
      <div className="projector-words">
        <p className="projector-step">{frozen ? t.frozen : what}</p>
        <p className="projector-consigne">{asked}</p>
      </div>
      {timer && <Clock timer={timer} />}
    </header>
  );
}

const closeMs = 60_000;

function Clock({ timer }: { readonly timer: Timer }) {
  const t = useWords(projectionWords);
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  const state = left === 0 ? 'over' : timer.state === 'paused' ? 'paused' : 'running';
  const word = { over: t.timeOver, paused: t.timePaused, running: '' }[state];
  return (
    <div
      className="projector-clock"
      data-state={state}
      data-close={left <= closeMs ? '' : undefined}
    >
      <p className="projector-time" role="timer" aria-live="off">
        {showLeft(left)}
      </p>
      {word && <p className="projector-clock-word">{word}</p>}
    </div>
  );
}
