/** Waiting for what must come, and for what must come soon. */
import { vi } from 'vitest';

/** However long a busy machine takes: it ends what hangs, and times nothing. */
const patience = { timeout: 30_000, interval: 10 };

/** @returns what it gives once it throws no more */
export const until = <Value>(sees: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(sees, patience);

export const untilTrue = (fact: () => boolean | Promise<boolean>): Promise<true> =>
  vi.waitUntil(fact, patience);

const tickMs = 50;

/**
 * For a rule that says how soon. Only time in which this process could act is counted: a machine that
 * gives it no processor is no fault of what is waited for.
 * @returns how long it took, milliseconds; throws when it took longer than that
 */
export async function soon(fact: () => boolean, withinMs: number): Promise<number> {
  for (let tookMs = 0; tookMs <= withinMs; tookMs += tickMs) {
    if (fact()) return tookMs;
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  throw new Error(`not within ${withinMs} ms`);
}
