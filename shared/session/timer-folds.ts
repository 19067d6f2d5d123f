/** What happens to the timer, and to everybody when they are paused. */
import type { EventOf } from './events.ts';
import type { SessionState } from './state.ts';
import type { Timer } from './timer.ts';

type TimerEvent =
  | 'timer-started'
  | 'timer-added'
  | 'timer-paused'
  | 'timer-resumed'
  | 'timer-stopped'
  | 'timer-ended'
  | 'frozen'
  | 'unfrozen';
type TimerFolds = {
  readonly [Type in TimerEvent]: (state: SessionState, event: EventOf<Type>) => SessionState;
};
export const TIMER_FOLDS: TimerFolds = {
  'timer-started': (state, { seconds, effect, endsAt }) => ({
    ...state,
    timer: { state: 'running', seconds, effect, endsAt },
    frozen: withoutTimerPause(state),
  }),
  'timer-added': addTime,
  'timer-paused': (state, { at }) =>
    state.timer?.state === 'running'
      ? { ...state, timer: paused(state.timer, state.timer.endsAt - at) }
      : state,
  'timer-resumed': (state, { at }) =>
    state.timer?.state === 'paused'
      ? { ...state, timer: running(state.timer, at + state.timer.leftMs) }
      : state,
  'timer-stopped': (state) => ({
    ...state,
    timer: null,
    frozen: withoutTimerPause(state),
  }),
  'timer-ended': (state, { at }) =>
    state.timer
      ? {
          ...state,
          timer: { ...shared(state.timer), state: 'ended', endedAt: at },
          frozen: state.timer.effect === 'pause' ? (state.frozen ?? 'timer') : state.frozen,
        }
      : state,
  frozen: ({ timer, ...state }, { at }) => ({
    ...state,
    frozen: 'facilitator',
    timer: timer?.state === 'running' ? paused(timer, timer.endsAt - at, true) : timer,
  }),
  unfrozen: ({ timer, ...state }, { at }) => ({
    ...state,
    frozen: null,
    timer: timer?.state === 'paused' && timer.byFreeze ? running(timer, at + timer.leftMs) : timer,
  }),
};

function addTime(state: SessionState, { seconds, at }: EventOf<'timer-added'>): SessionState {
  const { timer } = state;
  if (!timer) return state;
  const longer = { ...shared(timer), seconds: Math.max(0, timer.seconds + seconds) };
  const ms = seconds * 1_000;
  if (timer.state === 'paused')
    return { ...state, timer: { ...timer, ...longer, leftMs: Math.max(0, timer.leftMs + ms) } };
  const from = timer.state === 'running' ? timer.endsAt : at;
  return {
    ...state,
    timer: running(longer, Math.max(at, from + ms)),
    frozen: withoutTimerPause(state),
  };
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

type TimerBase = Pick<Timer, 'seconds' | 'effect'>;
const shared = ({ seconds, effect }: TimerBase) => ({ seconds, effect });
const running = (timer: TimerBase, endsAt: number): Timer => ({
  ...shared(timer),
  state: 'running',
  endsAt,
});
const paused = (timer: TimerBase, leftMs: number, byFreeze = false): Timer => ({
  ...shared(timer),
  state: 'paused',
  leftMs: Math.max(0, leftMs),
  byFreeze,
});
