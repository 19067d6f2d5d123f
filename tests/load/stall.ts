/** How long the generator itself stood still: a run it disturbed says nothing about a server. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 5;

/** @returns how to stop watching, which tells the longest standstill in milliseconds */
export function watchStall(): () => number {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  delays.enable();
  return () => {
    delays.disable();
    // The histogram measures from one tick of its own timer to the next.
    return Math.max(0, delays.max / 1e6 - resolutionMs);
  };
}

export const longestStallMs = 100;
