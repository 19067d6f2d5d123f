/** A network that answers nothing, for as long as one lets it: what is told meanwhile, and in the end. */
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useObstacle } from '../../../client/features/network/use-obstacle.ts';
import { ECHO_PATH, ECHO_SYNC_PATH } from '../../../shared/protocol/echo.ts';
import { serveIndexedDb } from '../../support/indexed-db.ts';
import { stubNetwork, type TriedNetwork } from '../../support/tried-network.ts';

serveIndexedDb();
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

/** @param silent paths that answer after so many milliseconds, or never */
function look(change: Partial<TriedNetwork>, silent: Readonly<Record<string, number>>) {
  stubNetwork(change);
  const answer = fetch;
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    await new Promise((resolve) => setTimeout(resolve, silent[path] ?? 0));
    return answer(path, init);
  });
  const { result } = renderHook(() => useObstacle(undefined));
  return () => result.current.verdict;
}
const never = 3_600_000;

test.each([
  ['stopped', {}, { [ECHO_PATH]: never, [ECHO_SYNC_PATH]: never }],
  ['offline', { isOnline: false }, { [ECHO_PATH]: never, [ECHO_SYNC_PATH]: never }],
  ['blocked', {}, { [ECHO_SYNC_PATH]: never }],
] as const)(
  '[NW12] %s is named after 4 s where no way answers',
  async (obstacle, change, silent) => {
    const verdict = look({ socket: 'silence', ...change }, silent);
    await pass(3_900);
    expect(verdict()).toBeUndefined();
    await pass(200);
    expect(verdict()).toBe(obstacle);
    await pass(10_000);
    expect(verdict()).toBe(obstacle);
  },
);

test('[NW12] one way that is on its way is enough to say nothing yet', async () => {
  const verdict = look({}, { [ECHO_SYNC_PATH]: 6_000 });
  await pass(4_100);
  expect(verdict()).toBeUndefined();
  await pass(4_000);
  expect(verdict()).toBe('fine');
});

test('[NW12] what was named too soon is taken back once the way has answered', async () => {
  const verdict = look({ socket: 'closed' }, { [ECHO_SYNC_PATH]: 6_000 });
  await pass(4_100);
  expect(verdict()).toBe('blocked');
  await pass(4_000);
  expect(verdict()).toBe('fallback');
});
