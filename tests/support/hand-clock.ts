/** Time that stands still until a test lets it pass, and the alarms that ring meanwhile. */
import type { Alarm, Clock } from '../../server/clock.ts';

export interface HandClock {
  readonly clock: Clock;
  readonly alarm: Alarm;
  /** Lets that many milliseconds pass, stopping where an alarm rings. */
  readonly pass: (ms: number) => void;
}

export function createHandClock(start = 1_900_000_000_000): HandClock {
  let now = start;
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>();
  return {
    clock: () => now,
    alarm: (at, ring) => {
      const one = { at, ring };
      alarms.add(one);
      return () => alarms.delete(one);
    },
    pass: (ms) => {
      const end = now + ms;
      for (;;) {
        const [next] = [...alarms].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
        if (!next) break;
        alarms.delete(next);
        now = Math.max(now, next.at);
        next.ring();
      }
      now = end;
    },
  };
}
