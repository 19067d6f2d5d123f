/**
 * Token buckets, one per address: a burst of a minute's worth, refilled evenly. Many people may
 * share an address (a town hall behind one router), so rates are set for a room, not for a person.
 */
import type { Clock } from './clock.ts';

/** Takes one from the bucket of a key. @returns 0, or the whole seconds to wait when it is empty */
export type RateLimit = (key: string) => number;

const minuteMs = 60_000;
/** Addresses remembered at once; beyond, the longest quiet ones are forgotten. */
const maxKeys = 20_000;

export function createRateLimit(perMinute: number, clock: Clock): RateLimit {
  // In the order of last use: the first ones are the longest quiet.
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();

  return (key) => {
    const now = clock();
    const { level, at } = buckets.get(key) ?? { level: perMinute, at: now };
    const refilled = Math.min(perMinute, level + (Math.max(0, now - at) * perMinute) / minuteMs);
    const left = refilled < 1 ? refilled : refilled - 1;
    buckets.delete(key);
    buckets.set(key, { level: left, at: now });
    forgetQuiet(now);
    return refilled < 1 ? Math.ceil(((1 - refilled) * minuteMs) / perMinute / 1_000) : 0;
  };

  function forgetQuiet(now: number): void {
    for (const [key, { at }] of buckets) {
      // After a quiet minute a bucket is full again, as a forgotten one is.
      if (now - at < minuteMs && buckets.size <= maxKeys) return;
      buckets.delete(key);
    }
  }
}
