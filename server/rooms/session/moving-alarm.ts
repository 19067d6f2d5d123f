/** An alarm that is set anew whenever its time has changed. */
import type { Alarm } from '../../clock.ts';

export interface MovingAlarm {
  /** @param at milliseconds since 1970; undefined for none */
  readonly setTo: (at: number | undefined) => void;
  readonly clear: () => void;
}

export function createMovingAlarm(alarm: Alarm, ring: () => void): MovingAlarm {
  let set: { readonly at: number; readonly giveUp: () => void } | undefined;
  const clear = () => {
    set?.giveUp();
    set = undefined;
  };
  return {
    setTo: (at) => {
      if (at === set?.at) return;
      clear();
      if (at !== undefined) set = { at, giveUp: alarm(at, ring) };
    },
    clear,
  };
}
