/** What is asked of the timer, and of everybody when they are paused. */
import * as v from 'valibot';
import { err } from '../../result.ts';
import { whole } from '../fields.ts';
import { type Act, ALREADY, type Folds, record, verbsTo } from '../verb.ts';
import { ended, paused, running, withoutTimerPause, withTime } from './change.ts';
import { maxTimerSeconds, TIMER_EFFECTS, type TimerEffect } from './timer.ts';

export type TimerEvent =
  | Act<
      'timer-started',
      { readonly seconds: number; readonly effect: TimerEffect; readonly endsAt: number }
    >
  | Act<'timer-added', { readonly seconds: number }>
  | Act<'timer-paused'>
  | Act<'timer-resumed'>
  | Act<'timer-stopped'>
  | { readonly type: 'timer-ended'; readonly at: number }
  | Act<'frozen'>
  | Act<'unfrozen'>;
const { facilitator } = verbsTo<TimerEvent>();

export const TIMER_VERBS = {
  'timer-start': facilitator(
    { seconds: whole(1, maxTimerSeconds), effect: v.picklist(TIMER_EFFECTS) },
    (_state, { seconds, effect }, { now, asker }) => {
      const endsAt = now + seconds * 1_000;
      return record({ type: 'timer-started', seconds, effect, at: now, by: asker.id, endsAt });
    },
  ),

  /** Negative to shorten. One that ended runs again, and a pause it caused ends. */
  'timer-add': facilitator(
    { seconds: whole(-maxTimerSeconds, maxTimerSeconds) },
    ({ timer }, { seconds }, { now, asker }) => {
      if (!timer) return err('nothing');
      if (timer.seconds + seconds > maxTimerSeconds) return err('full');
      if (timer.state === 'ended' && seconds <= 0) return err('nothing');
      return record({ type: 'timer-added', seconds, at: now, by: asker.id });
    },
  ),

  'timer-pause': facilitator({}, ({ timer }, _request, { now, asker }) => {
    if (timer?.state === 'paused') return ALREADY;
    if (timer?.state !== 'running') return err('nothing');
    return record({ type: 'timer-paused', at: now, by: asker.id });
  }),

  'timer-resume': facilitator({}, ({ timer }, _request, { now, asker }) => {
    if (timer?.state === 'running') return ALREADY;
    if (timer?.state !== 'paused') return err('nothing');
    return record({ type: 'timer-resumed', at: now, by: asker.id });
  }),

  'timer-stop': facilitator({}, ({ timer }, _request, { now, asker }) =>
    timer ? record({ type: 'timer-stopped', at: now, by: asker.id }) : ALREADY,
  ),

  /** Pauses everybody, the timer with them; `on: false` lets all go on. */
  freeze: facilitator({ on: v.boolean() }, ({ frozen }, { on }, { now, asker }) => {
    if (on === (frozen !== null)) return ALREADY;
    return record({ type: on ? 'frozen' : 'unfrozen', at: now, by: asker.id });
  }),
};

export const TIMER_FOLDS: Folds<TimerEvent> = {
  'timer-started': (state, { seconds, effect, endsAt }) => ({
    ...state,
    timer: running({ seconds, effect }, endsAt),
    frozen: withoutTimerPause(state),
  }),
  'timer-added': (state, { seconds, at }) => {
    if (!state.timer) return state;
    const timer = withTime(state.timer, seconds, at);
    return timer.state === 'paused'
      ? { ...state, timer }
      : { ...state, timer, frozen: withoutTimerPause(state) };
  },
  'timer-paused': (state, { at }) =>
    state.timer?.state === 'running'
      ? { ...state, timer: paused(state.timer, state.timer.endsAt - at) }
      : state,
  'timer-resumed': (state, { at }) =>
    state.timer?.state === 'paused'
      ? { ...state, timer: running(state.timer, at + state.timer.leftMs) }
      : state,
  'timer-stopped': (state) => ({ ...state, timer: null, frozen: withoutTimerPause(state) }),
  'timer-ended': (state, { at }) =>
    state.timer
      ? {
          ...state,
          timer: ended(state.timer, at),
          frozen: state.timer.effect === 'pause' ? (state.frozen ?? 'timer') : state.frozen,
          ...(state.timer.effect === 'return' && { summonedAt: at, away: new Set() }),
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
