/** An alarm that is set anew whenever its time has changed. */
import type { Alarm } from '../../clock.ts';

export function createMovingAlarm(alarm: Alarm, ring: () => void) {
  let set: { readonly at: number; readonly giveUp: () => void } | undefined;
  const clear = () => {
    set?.giveUp();
    set = undefined;
  };
  return {
    /** @param at milliseconds since 1970; undefined for none */
    setTo: (at: number | undefined) => {
      if (at === set?.at) return;
      clear();
      if (at !== undefined) set = { at, giveUp: alarm(at, ring) };
    },
    clear,
  };
}
