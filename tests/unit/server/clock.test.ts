import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAlarm, systemClock } from '../../../server/clock.ts';

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['in a minute', 1_060_000, 60_000],
  ['now', 1_000_000, 0],
  ['an hour ago', 1_000_000 - 3_600_000, 0],
])('[TI6] an alarm for %s rings once, then', (_when, at, after) => {
  const ring = vi.fn();
  createAlarm(systemClock)(at, ring);
  if (after > 0) vi.advanceTimersByTime(after - 1);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ring).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(7_200_000);
  expect(ring).toHaveBeenCalledOnce();
});

test('[TI6] an alarm that was given up does not ring', () => {
  const ring = vi.fn();
  createAlarm(systemClock)(1_060_000, ring)();
  vi.advanceTimersByTime(120_000);
  expect(ring).not.toHaveBeenCalled();
});
