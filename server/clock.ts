/** A day, in milliseconds. */
export const dayMs = 86_400_000;

/** Time as a part that is passed in: tests hold it still. */
export type Clock = () => number;

/**
 * Calls back once, when its clock has reached a time: at once when it has already.
 * @param at milliseconds since 1970
 * @returns how to give it up
 */
export type Alarm = (at: number, ring: () => void) => () => void;

/** Rings by the time that passes; a clock that was set meanwhile makes it ring early or late. */
export const createAlarm =
  (clock: Clock): Alarm =>
  (at, ring) => {
    const timer = setTimeout(ring, Math.max(0, at - clock()));
    return () => clearTimeout(timer);
  };

/** Milliseconds since 1970. */
export const systemClock: Clock = () => Date.now();
