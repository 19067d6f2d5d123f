/**
 * How much one connection may send: two buckets that refill with time, of messages and of bytes.
 * Whoever empties one waits; nobody else notices.
 */
import type { Clock } from '../clock.ts';

export interface AllowanceLimits {
  readonly messagesPerSecond: number;
  readonly messageBurst: number;
  readonly bytesPerSecond: number;
  readonly byteBurst: number;
}

/**
 * Spends one message of that many bytes.
 * @returns milliseconds to wait before the next one; 0 while there is something left
 */
export type Spend = (bytes: number) => number;

export function createAllowance(limits: AllowanceLimits, clock: Clock): Spend {
  const messages = createBucket(limits.messageBurst, limits.messagesPerSecond, clock);
  const bytes = createBucket(limits.byteBurst, limits.bytesPerSecond, clock);
  return (size) => Math.max(messages(1), bytes(size));
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
