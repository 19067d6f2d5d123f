/** The heartbeat on a connection that tests drive, with a clock that tests drive. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Heartbeat, keepAlive } from '../../../client/sync/heartbeat.ts';

function connection({ synced = true } = {}) {
  const pings: number[] = [];
  const provider = {
    wsconnected: true,
    wsconnecting: false,
    synced,
    shouldConnect: true,
    wsLastMessageReceived: Date.now(),
    reconnections: 0,
    ws: {
      readyState: WebSocket.OPEN,
      bufferedAmount: 0,
      send: () => pings.push(Date.now()),
    } as unknown as WebSocket,
    connect: () => {
      provider.reconnections += 1;
    },
    disconnect: () => undefined,
  };
  /** Lets seconds pass; while `answered`, each ping has its answer at once. */
  const pass = (seconds: number, answered: boolean) => {
    for (let i = 0; i < seconds * 10; i++) {
      const before = pings.length;
      vi.advanceTimersByTime(100);
      if (answered && pings.length > before) provider.wsLastMessageReceived = Date.now();
    }
  };
  return { provider, pings, pass };
}

let beat: Heartbeat | undefined;
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  beat?.stop();
  vi.useRealTimers();
});

describe('a connection', () => {
  test('[CO6] that answers is kept', () => {
    const { provider, pings, pass } = connection();
    beat = keepAlive(provider);
    pass(60, true);
    expect(pings.length).toBeGreaterThan(30);
    expect(provider.reconnections).toBe(0);
  });

  test('[CO6] that falls silent is given up within 5 s', () => {
    const { provider, pass } = connection();
    beat = keepAlive(provider);
    pass(10, true);
    pass(5, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[PO17] over plain HTTP is asked for a sign of life every 3 s at most, and given up after 9', () => {
    const { provider, pings, pass } = connection();
    beat = keepAlive(provider, () => 'polling');
    pass(30, true);
    expect(pings.length).toBeGreaterThanOrEqual(9);
    expect(pings.length).toBeLessThanOrEqual(12);
    pass(6, false);
    expect(provider.reconnections).toBe(0);
    pass(3, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[CO6] is not given up for the silence of a page that did not beat', () => {
    const { provider, pass } = connection();
    beat = keepAlive(provider);
    pass(3, true);
    const { now } = performance;
    vi.spyOn(performance, 'now').mockImplementation(() => now.call(performance) + 60_000);
    pass(3, true); // a background page's timers had been held back
    expect(provider.reconnections).toBe(0);
  });

  test('[CO7] has time for a large board on a slow line', () => {
    const { provider, pass } = connection({ synced: false });
    beat = keepAlive(provider);
    pass(20, false);
    expect(provider.reconnections).toBe(0);
  });

  test('[CO21] is kept while what was sent is leaving, and not once that stands still', () => {
    const { provider, pass } = connection();
    let left = 1_200_000;
    Object.defineProperty(provider.ws, 'bufferedAmount', { get: () => left });
    beat = keepAlive(provider);
    for (let i = 0; i < 20; i++) {
      pass(1, false);
      left -= 20_000;
    }
    expect(provider.reconnections).toBe(0);
    pass(5, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[CO21] has time for a frame that is not acknowledged, and not for ever', () => {
    const { provider, pass } = connection();
    let waiting = 32_768;
    beat = keepAlive(
      provider,
      () => 'socket',
      () => {},
      () => waiting,
    );
    pass(6, false);
    expect(provider.reconnections).toBe(0);
    pass(3, false);
    expect(provider.reconnections).toBe(1);
    waiting = 10_000_000;
    pass(29, false);
    expect(provider.reconnections).toBe(1);
    pass(4, false);
    expect(provider.reconnections).toBe(2);
  });

  test('[CO6] is tried again as soon as the system says that the network changed', () => {
    const { provider } = connection();
    beat = keepAlive(provider);
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(provider.reconnections).toBe(2);
  });

  test('[CO6] that ended for good is left alone when the network changes', () => {
    const { provider } = connection();
    provider.shouldConnect = false;
    beat = keepAlive(provider);
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    expect(provider.reconnections).toBe(0);
  });

  test('[CO6] answers of former pings say nothing of the last one', () => {
    const { provider, pass } = connection();
    beat = keepAlive(provider);
    pass(0.9, false);
    provider.wsLastMessageReceived = Date.now();
    pass(3.1, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[CO6] that does not open within 2.5 s is tried again, and not sooner', () => {
    const { provider, pings, pass } = connection();
    provider.wsconnected = false;
    provider.wsconnecting = true;
    beat = keepAlive(provider);
    pass(3.5, false);
    expect(provider.reconnections).toBe(0);
    pass(0.5, false);
    expect(provider.reconnections).toBe(1);
    expect(pings).toEqual([]);
    pass(3, false);
    expect(provider.reconnections).toBe(1); // the next one has as much time
  });

  test('[CO6] that is between two attempts is not hurried, and its silence is forgotten', () => {
    const { provider, pass } = connection();
    beat = keepAlive(provider);
    pass(2, false);
    provider.wsconnected = false;
    pass(20, false);
    provider.wsconnected = true;
    pass(1, false);
    expect(provider.reconnections).toBe(0);
  });

  test('[CO7] does not have for ever: 30 s', () => {
    const { provider, pass } = connection({ synced: false });
    beat = keepAlive(provider);
    pass(31, false);
    expect(provider.reconnections).toBe(0);
    pass(1, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[CO6] is pinged as the page comes back to the front, and only then', () => {
    const { provider, pings } = connection();
    beat = keepAlive(provider);
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(pings).toEqual([]);
    visibility.mockReturnValue('visible');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(pings).toHaveLength(1);
    expect(provider.reconnections).toBe(0);
  });

  test('[CO6] whose socket is closing is not written to', () => {
    const { provider, pings, pass } = connection();
    provider.ws = { ...provider.ws, readyState: WebSocket.CLOSING } as unknown as WebSocket;
    beat = keepAlive(provider);
    pass(2, false);
    expect(pings).toEqual([]);
  });

  test('[CO6] that is no longer watched is left alone', () => {
    const { provider, pings, pass } = connection();
    keepAlive(provider).stop();
    pass(10, false);
    window.dispatchEvent(new Event('offline'));
    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    expect(provider.reconnections).toBe(0);
    expect(pings).toEqual([]);
  });
});

describe('a device whose clock is set', () => {
  const hour = 3_600_000;
  test.each([hour, -hour])('[CO20] by %d ms is asked for signs of life as before', (step) => {
    const { provider, pings, pass } = connection();
    beat = keepAlive(provider);
    pass(5, true);
    const before = pings.length;
    vi.setSystemTime(Date.now() + step);
    pass(5, true);
    expect(pings.length).toBeGreaterThanOrEqual(before + 4);
    expect(provider.reconnections).toBe(0);
    pass(5, false);
    expect(provider.reconnections).toBe(1);
  });

  test('[CO20] on a slow line each answer is set beside the ping that it answers', () => {
    const { provider, pass } = connection();
    const onClock = vi.fn();
    beat = keepAlive(provider, () => 'socket', onClock);
    pass(2.1, true); // two pings have left, a second apart, and none is answered
    beat.ponged(Date.now() - 550 + 5_000);
    expect(onClock.mock.lastCall).toEqual([5_000, 550]);
    beat.ponged(Date.now() - 50 + 5_000);
    expect(onClock.mock.lastCall).toEqual([5_000, 50]);
    beat.ponged(Date.now()); // of a connection before this one
    expect(onClock).toHaveBeenCalledTimes(2);
  });

  test('[CO20] is told the server’s clock by each answer, and how far that may be wrong', () => {
    const { provider, pass } = connection();
    const onClock = vi.fn();
    beat = keepAlive(provider, () => 'socket', onClock);
    pass(1, true);
    vi.advanceTimersByTime(300);
    beat.ponged(Date.now() - 150 + 5_000); // the answer left in the middle, from a clock 5 s ahead
    expect(onClock.mock.lastCall).toEqual([5_000, 150]);
    vi.setSystemTime(Date.now() - hour);
    pass(0.7, true);
    vi.advanceTimersByTime(300);
    beat.ponged(Date.now() - 150 + hour);
    expect(onClock.mock.lastCall).toEqual([hour, 150]);
  });
});
