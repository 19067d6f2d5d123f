/** What is left of the timer, by the server's clock; said aloud at a few moments only. */
import { useEffect, useRef } from 'react';
import { showLeft, type Timer, timeLeft } from '../../../shared/session/timer/timer.ts';
import { useSession } from '../../state/hooks.ts';
import { useServerNow } from '../../state/session-hooks.ts';
import { useWords } from '../../state/words.ts';
import { pageToasts, say } from '../../ui/toast-queue.ts';

/** Minutes left at which screen readers are told. */
const saidAt: readonly number[] = [10, 5, 2, 1];
const closeMs = 60_000;

export function StepTimer() {
  const timer = useSession((session) => session?.timer ?? null);
  return timer && <Ticking timer={timer} />;
}

function Ticking({ timer }: { readonly timer: Timer }) {
  const { step: t } = useWords();
  const now = useServerNow(timer.state === 'running' ? 250 : 0);
  const left = timeLeft(timer, now);
  useAnnouncedTime(timer, left);
  const isOver = left === 0;
  return (
    <p
      className="step-timer"
      data-state={isOver ? 'ended' : timer.state}
      data-close={timer.state === 'running' && left <= closeMs ? '' : undefined}
    >
      <span className="visually-hidden">
        {isOver ? t.timerOver : timer.state === 'paused' ? t.timerPaused : t.timer}{' '}
      </span>
      {/* A clock that is read at each second would be a torment: words come at a few moments. */}
      <span role="timer" aria-live="off">
        {showLeft(left)}
      </span>
    </p>
  );
}

function useAnnouncedTime(timer: Timer, left: number): void {
  const { step: t } = useWords();
  const before = useRef(left);
  useEffect(() => {
    const from = before.current;
    before.current = left;
    if (timer.state === 'paused' || left >= from) return;
    if (left === 0 && from > 0) {
      say(t.timerOver);
      if (timer.effect === 'sound') playChime();
      return;
    }
    const passed = saidAt.find((minutes) => from > minutes * 60_000 && left <= minutes * 60_000);
    if (passed !== undefined) pageToasts.announce(t.timerSaid(passed));
  }, [timer, left, t]);
}

/** Three soft notes, made by the browser: no file is fetched. Silent where sound is not allowed. */
function playChime(): void {
  if (typeof AudioContext === 'undefined') return;
  const audio = new AudioContext();
  for (const [index, hertz] of [660, 880, 660].entries()) {
    const from = audio.currentTime + index * 0.35;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.2, from);
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.3);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + 0.3);
    if (index === 2) tone.onended = () => void audio.close();
  }
}
