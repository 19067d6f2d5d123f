/** Every request ends: one that brings no byte for ten seconds is given up, however long it goes on. */

const silentMs = 10_000;
/** A browser does not tell what has left: a body is given the time that a slow line takes, 64 kB/s. */
const sentPerMs = 64;

export interface Silence {
  /** For the request: aborted when it was silent, or its asker gives it up. */
  readonly signal: AbortSignal;
  /** Rejects then, whatever the request itself does. */
  readonly over: Promise<never>;
  /** Some of its body has left: it is not silent, and nothing that it was given is taken back. */
  readonly sent: () => void;
  /**
   * It has answered.
   * @param onBytes told how many have come so far
   * @returns the answer, each of whose bytes counts as heard
   */
  readonly heard: (response: Response, onBytes?: (bytes: number) => void) => Response;
  /** Called once the request is done with. */
  readonly end: () => void;
}

/** @param patienceMs the longest before the first byte; from one to the next it is ten seconds */
export function watchSilence(
  { signal: given, body }: RequestInit,
  patienceMs: number = silentMs,
): Silence {
  const control = new AbortController();
  const { signal } = control;
  const giveUp = () => control.abort();
  const sendingMs = typeof body === 'string' ? body.length / sentPerMs : 0;
  const until = performance.now() + patienceMs + sendingMs;
  let timer = setTimeout(giveUp, patienceMs + sendingMs);
  const note = () => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, silentMs);
  };
  const over = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  over.catch(() => {}); // it is over only if the request waits for it
  given?.addEventListener('abort', giveUp, { once: true });
  if (given?.aborted) giveUp();
  return {
    signal,
    over,
    sent: () => {
      clearTimeout(timer);
      timer = setTimeout(giveUp, Math.max(until - performance.now(), silentMs));
    },
    heard: (response, onBytes) => {
      note();
      if (!response.body) return response;
      let bytes = 0;
      const passing = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, through) => {
          note();
          bytes += chunk.byteLength;
          onBytes?.(bytes);
          through.enqueue(chunk);
        },
      });
      const { status, statusText, headers } = response;
      return new Response(response.body.pipeThrough(passing), { status, statusText, headers });
    },
    end: () => {
      clearTimeout(timer);
      given?.removeEventListener('abort', giveUp);
    },
  };
}
