/** One try of each way to the server, without a board: `shared/protocol/echo.ts`. Nothing here throws. */
import { closeReason } from '../../shared/protocol/close.ts';
import { ECHO_PATH, ECHO_SYNC_PATH, type Echo, echoSchema } from '../../shared/protocol/echo.ts';
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import { ask, ONCE } from './http.ts';

export interface Tried {
  /**
   * `ours`: the server itself echoed; `refused`: it answered that it does not, so that nothing is known
   * of this way; `foreign`: something in between; `silent`: nobody.
   */
  readonly by: 'ours' | 'refused' | 'foreign' | 'silent';
  /** As a network's administrator reads it, such as `200 text/html` or `close 1006`; empty for silence. */
  readonly answered: string;
  /** How long it took, whole milliseconds. */
  readonly ms: number;
  /** By how much the device's clock is ahead of the server's, milliseconds; absent where it is not told. */
  readonly aheadMs?: number;
}

/** @param body sent, and answered after a wait, as frames over plain HTTP are; asked for nothing when absent */
export async function tryRequest(body?: string): Promise<Tried> {
  let answered = '';
  const begun = performance.now();
  const init: RequestInit = body === undefined ? {} : { method: 'POST', body };
  const answer = await ask<Echo>(
    body === undefined ? ECHO_PATH : ECHO_SYNC_PATH,
    { ...init, cache: 'no-store' },
    {
      ...ONCE<Echo>(echoSchema),
      seen: ({ status, headers }) => {
        answered = [status, headers.get('content-type')?.split(';')[0]].filter(Boolean).join(' ');
      },
    },
  );
  const ms = Math.round(performance.now() - begun);
  if (!answer.ok) {
    const other = answered ? 'foreign' : 'silent';
    return { by: answer.error.status > 0 ? 'refused' : other, answered, ms };
  }
  // The half of the time there and back is what the answer itself took.
  const ahead = body === undefined && { aheadMs: Date.now() - ms / 2 - answer.value.now };
  return { by: 'ours', answered, ms, ...ahead };
}

/** A socket that brings nothing for so long lets no workshop through. */
const socketMs = 5_000;

/** A socket that opens, and brings back what it is sent. */
export function trySocket(): Promise<Tried> {
  const begun = performance.now();
  return new Promise((resolve) => {
    let answered = '';
    let socket: WebSocket | undefined;
    const end = (by: Tried['by'], last: string) => {
      clearTimeout(timer);
      if (socket) for (const on of EVENTS) socket[on] = null;
      socket?.close();
      const said = [answered, last].filter(Boolean).join(', ');
      resolve({ by, answered: said, ms: Math.round(performance.now() - begun) });
    };
    const timer = setTimeout(() => end('silent', ''), socketMs);
    try {
      socket = new WebSocket(location.origin.replace(/^http/, 'ws') + ECHO_SYNC_PATH, [PROTOCOL]);
    } catch {
      return end('foreign', 'refused by the browser'); // a policy of it forbids the address
    }
    socket.onopen = () => {
      answered = '101';
      socket?.send('gommette');
    };
    socket.onmessage = () => end('ours', 'echo');
    socket.onclose = ({ code }) => end(closeReason(code) ? 'refused' : 'foreign', `close ${code}`);
  });
}

const EVENTS = ['onopen', 'onmessage', 'onclose'] as const;
