/**
 * Fetches every part of the page while it is idle, one after the other: a page that was open for some
 * seconds can then do everything without a network, and keeps the parts of its own version however
 * often the server's is replaced.
 */

export interface Idle {
  /** The parts to fetch, read again after each: one that came may have brought others. */
  readonly parts: () => ReadonlySet<() => Promise<unknown>>;
  /** Resolves once the page has nothing to do. */
  readonly idle: () => Promise<void>;
  /** Resolves at once, or when the line is no longer one that is to be spared. */
  readonly unspared: () => Promise<void>;
  /** Resolves after so many milliseconds, or as soon as the network is said to be back. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Until what failed is asked for again, milliseconds; twice as long each time, up to the last. */
export const [firstPauseMs, longestPauseMs] = [5_000, 300_000];

/** Resolves once all of them are here. */
export async function fetchParts({ parts, idle, unspared, pause }: Idle): Promise<void> {
  const here = new Set<() => Promise<unknown>>();
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const failed = new Set<() => Promise<unknown>>();
    for (;;) {
      const next = [...parts()].find((part) => !here.has(part) && !failed.has(part));
      if (!next) break;
      await unspared();
      await idle();
      const isHere = await next().then(
        () => true,
        () => false,
      );
      (isHere ? here : failed).add(next);
    }
    if (failed.size === 0) return;
    await pause(pauseMs);
  }
}

/** What the browser tells of its line, where it does. */
interface Line extends EventTarget {
  readonly saveData?: boolean;
  readonly effectiveType?: string;
}
const lineOf = (browser: Navigator): Line | undefined =>
  'connection' in browser ? (browser.connection as Line) : undefined;

/** Its owner pays for each byte, or waits for it. */
const isSpared = (line: Line | undefined): boolean =>
  line?.saveData === true || /2g$/.test(line?.effectiveType ?? '');

export const inBrowser: Omit<Idle, 'parts'> = {
  idle: () =>
    new Promise((resolve) => {
      // Safari has no such function, and a page that is never idle goes on all the same.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 5_000 });
      else setTimeout(resolve, 200);
    }),
  unspared: async () => {
    const line = lineOf(navigator);
    while (isSpared(line)) await once(line, 'change');
  },
  pause: async (ms) => {
    const waiting = new AbortController();
    const waited = new Promise((resolve) => {
      setTimeout(resolve, ms);
    });
    await Promise.race([waited, once(window, 'online', waiting.signal)]);
    waiting.abort();
  },
};

const once = (target: EventTarget | undefined, event: string, signal?: AbortSignal) =>
  new Promise((resolve) => {
    target?.addEventListener(event, resolve, { once: true, ...(signal && { signal }) });
  });
