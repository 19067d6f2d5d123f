/** Every request ends: one that brings no byte for ten seconds is given up, however long it goes on. */

const silentMs = 10_000;
/** A browser does not tell what has left: a body is given the time that a slow line takes, 64 kB/s. */
const sentPerMs = 64;

export interface Silence {
  /** For the request: aborted when it was silent, or its asker gives it up. */
  readonly signal: AbortSignal;
  /** Rejects then, whatever the request itself does. */
  readonly over: Promise<never>;
  /** It has answered. @returns the answer, each of whose bytes counts as heard */
  readonly heard: (response: Response) => Response;
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
    heard: (response) => {
      note();
      if (!response.body) return response;
      const passing = new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, through) => {
          note();
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
