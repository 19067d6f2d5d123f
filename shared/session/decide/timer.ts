/** Decisions on the timer, and on the pause of everybody. */
import { err } from '../../result.ts';
import { maxTimerSeconds } from '../timer.ts';
import { ALREADY, type Deciders, happens } from './decider.ts';

type TimerRequest =
  | 'timer-start'
  | 'timer-add'
  | 'timer-pause'
  | 'timer-resume'
  | 'timer-stop'
  | 'freeze';

export const decideTimer: Deciders<TimerRequest> = {
  'timer-start': (_state, { seconds, effect }, { now, asker }) =>
    happens({
      type: 'timer-started',
      seconds,
      effect,
      at: now,
      by: asker.id,
      endsAt: now + seconds * 1_000,
    }),

  'timer-add': ({ timer }, { seconds }, { now, asker }) => {
    if (!timer) return err('nothing');
    if (timer.seconds + seconds > maxTimerSeconds) return err('full');
    if (timer.state === 'ended' && seconds <= 0) return err('nothing');
    return happens({ type: 'timer-added', seconds, at: now, by: asker.id });
  },

  'timer-pause': ({ timer }, _request, { now, asker }) => {
    if (timer?.state === 'paused') return ALREADY;
    if (timer?.state !== 'running') return err('nothing');
    return happens({ type: 'timer-paused', at: now, by: asker.id });
  },

  'timer-resume': ({ timer }, _request, { now, asker }) => {
    if (timer?.state === 'running') return ALREADY;
    if (timer?.state !== 'paused') return err('nothing');
    return happens({ type: 'timer-resumed', at: now, by: asker.id });
  },

  'timer-stop': ({ timer }, _request, { now, asker }) =>
    timer ? happens({ type: 'timer-stopped', at: now, by: asker.id }) : ALREADY,

  freeze: ({ frozen }, { on }, { now, asker }) => {
    if (on === (frozen !== null)) return ALREADY;
    return happens({ type: on ? 'frozen' : 'unfrozen', at: now, by: asker.id });
  },
};
