/** Time as a part that is passed in: tests hold it still. */
export type Clock = () => number;

/** Milliseconds since 1970. */
export const systemClock: Clock = () => Date.now();
