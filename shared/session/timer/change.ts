/** How the timer changes, and the pause it may have caused. Times are of the server's clock, milliseconds. */
import type { SessionState } from '../state.ts';
import type { Timer } from './timer.ts';

type TimerBase = Pick<Timer, 'seconds' | 'effect'>;
const baseOf = ({ seconds, effect }: TimerBase): TimerBase => ({ seconds, effect });

export const running = (timer: TimerBase, endsAt: number): Timer => ({
  ...baseOf(timer),
  state: 'running',
  endsAt,
});
export const paused = (timer: TimerBase, leftMs: number, byFreeze = false): Timer => ({
  ...baseOf(timer),
  state: 'paused',
  leftMs: Math.max(0, leftMs),
  byFreeze,
});
export const ended = (timer: TimerBase, endedAt: number): Timer => ({
  ...baseOf(timer),
  state: 'ended',
  endedAt,
});

/** A paused timer stays so; one that ended runs again. */
export function withTime(timer: Timer, seconds: number, at: number): Timer {
  const longer = { ...baseOf(timer), seconds: Math.max(0, timer.seconds + seconds) };
  const ms = seconds * 1_000;
  if (timer.state === 'paused') return paused(longer, timer.leftMs + ms, timer.byFreeze);
  const from = timer.state === 'running' ? timer.endsAt : at;
  return running(longer, Math.max(at, from + ms));
}

/** The pause a timer caused ends with it: when there is more time, another timer, or another step. */
export const withoutTimerPause = ({ frozen }: SessionState): SessionState['frozen'] =>
  frozen === 'timer' ? null : frozen;

/**
 * The timer as it was before the last act. One that has stood still since goes on with what was
 * left then: its former end may be past, and would strike the moment the act is taken back.
 */
export function timerBefore({ timer, undoable }: SessionState, at: number): Timer | null {
  const before = undoable?.before.timer;
  if (!undoable || before === undefined) return timer;
  const stoodStill = timer?.state !== 'running';
  return before?.state === 'running' && stoodStill
    ? running(before, at + Math.max(0, before.endsAt - undoable.at))
    : before;
}
