/**
 * How much one person may ask of the server: buckets that refill with time, of messages, of
 * bytes, and of the time spent on them. Whoever empties one waits; nobody else notices.
 */
import type { Clock } from '../../clock.ts';

export interface AllowanceLimits {
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
}

/** A fifth of the event loop, which everybody shares; five seconds of that at once. */
const workMsPerSecond = 200;
const workBurstMs = 1_000;

export type Allowance = ReturnType<typeof createAllowance>;

/** Each answers the milliseconds to wait before the next message; 0 while there is something left. */
export function createAllowance(limits: AllowanceLimits, clock: Clock) {
  const messages = createBucket(limits.messageBurst, limits.messagesPerSecond, clock);
  const bytes = createBucket(limits.byteBurst, limits.bytesPerSecond, clock);
  return {
    /** One message of that many bytes has come. */
    spend: (size: number) => Math.max(messages(1), bytes(size)),
    /** It held the event loop for that many milliseconds. */
    work: createBucket(workBurstMs, workMsPerSecond, clock),
  };
}

function createBucket(burst: number, perSecond: number, clock: Clock) {
  let level = burst;
  let at = clock();
  return (amount: number): number => {
    const now = clock();
    // A clock set back must not empty the bucket.
    level = Math.min(burst, level + (Math.max(0, now - at) / 1_000) * perSecond) - amount;
    at = now;
    return level >= 0 ? 0 : Math.ceil((-level / perSecond) * 1_000);
  };
}
