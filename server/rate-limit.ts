/**
 * Token buckets, one per key: a burst of a period's worth, refilled evenly. Where the key is an
 * address many people may share it (a town hall behind one router): such rates are set for a room.
 */
import type { Clock } from './clock.ts';

/**
 * Takes one, or that many, from the bucket of a key; all of a period's when it is more.
 * @returns 0, or the whole seconds to wait when there is less, and nothing was taken
 */
export type RateLimit = (key: string, amount?: number) => number;

const minuteMs = 60_000;
/** Keys remembered at once; beyond, the longest quiet ones are forgotten. */
const maxKeys = 20_000;

export function createRateLimit(perPeriod: number, clock: Clock, periodMs = minuteMs): RateLimit {
  // In the order of last use: the first ones are the longest quiet.
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();

  return (key, asked = 1) => {
    const now = clock();
    const amount = Math.min(asked, perPeriod);
    const { level, at } = buckets.get(key) ?? { level: perPeriod, at: now };
    const refilled = Math.min(perPeriod, level + (Math.max(0, now - at) * perPeriod) / periodMs);
    const left = refilled < amount ? refilled : refilled - amount;
    buckets.delete(key);
    buckets.set(key, { level: left, at: now });
    forgetQuiet(now);
    const lacking = amount - refilled;
    return lacking > 0 ? Math.ceil((lacking * periodMs) / perPeriod / 1_000) : 0;
  };

  function forgetQuiet(now: number): void {
    for (const [key, { at }] of buckets) {
      // After a quiet period a bucket is full again, as a forgotten one is.
      if (now - at < periodMs && buckets.size <= maxKeys) return;
      buckets.delete(key);
    }
  }
}
