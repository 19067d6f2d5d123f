/**
 * Notices a network that is cut without a word, and gets back as soon as it returns. The provider
 * alone would wait 30 s. Only an unanswered ping counts: a page in the background beats once a
 * minute, and its silence in between means nothing.
 */
import type { WebsocketProvider } from 'y-websocket';
import { PING } from '../../shared/protocol/messages.ts';
import type { Way } from './way.ts';

const beatMs = 1_000;
/**
 * How often a sign of life is asked for, and how long it may take; then the connection is given up.
 * Over plain HTTP each takes two requests, and waits for those that are on their way.
 */
const RHYTHMS = {
  socket: { everyMs: 1_000, silenceMs: 2_500 },
  polling: { everyMs: 2_500, silenceMs: 6_000 },
} as const satisfies Readonly<Record<Way, unknown>>;
/** What was sent and is not acknowledged holds a slow line: bytes per millisecond that pass at least. */
const slowest = 8;
/** Before the board is here one large frame may hold a slow line for as long as this. */
const firstSyncMs = 30_000;

type Watched = Pick<
  WebsocketProvider,
  'ws' | 'wsconnected' | 'wsconnecting' | 'wsLastMessageReceived' | 'synced' | 'shouldConnect'
> & { readonly connect: () => void; readonly disconnect: () => void };

export interface Heartbeat {
  /**
   * The answer to a ping.
   * @param at the server's clock, milliseconds since 1970
   */
  readonly ponged: (at: number) => void;
  readonly stop: () => void;
}

/**
 * Watches a provider's connection until it is stopped. How long something takes is measured on a
 * clock that nobody sets: the device's may be put right, by hours, in the middle of a workshop.
 * @param onClock told how far the server's clock is ahead of this device's, in milliseconds, and by
 *   how many that may be wrong: half of what the ping and its answer took
 * @param waitingBytes of the largest frame that was sent and is not acknowledged
 */
// Over one state, when something was asked and when something came; each part is a few lines.
export function keepAlive(
  provider: Watched,
  way: () => Way = () => 'socket',
  onClock: (offset: number, error: number) => void = () => {},
  waitingBytes: () => number = () => 0,
): Heartbeat {
  /** Since when an answer is waited for: to a ping, or to the opening of a socket. */
  let askedAt: number | null = null;
  /** When the last message had come, as the provider has it, when that was asked for. */
  let heardBefore = 0;
  /** Bytes that had not left at the last beat. */
  let buffered = 0;
  let pingedAt = Number.NEGATIVE_INFINITY;
  /** When each ping left that is not answered; answers come in the same order. */
  const unanswered: number[] = [];
  const reconnect = () => {
    askedAt = null;
    unanswered.length = 0;
    provider.disconnect();
    provider.connect();
  };
  const beat = () => {
    const now = performance.now();
    const { everyMs, silenceMs } = RHYTHMS[way()];
    const onItsWayMs = Math.min(silenceMs + waitingBytes() / slowest, firstSyncMs);
    const patience = provider.wsconnected && !provider.synced ? firstSyncMs : onItsWayMs;
    const rest = provider.ws?.bufferedAmount ?? 0; // over plain HTTP messages say what was taken
    const isLeaving = rest < buffered;
    buffered = rest;
    if (isLeaving || provider.wsLastMessageReceived !== heardBefore) askedAt = null;
    if (askedAt !== null && now - askedAt > patience) return reconnect();
    if (!provider.wsconnected) unanswered.length = 0;
    if (!provider.wsconnected && !provider.wsconnecting) {
      askedAt = null;
      return;
    }
    if (provider.wsconnected && now - pingedAt < everyMs) return;
    pingedAt = now;
    if (askedAt === null) {
      askedAt = now;
      heardBefore = provider.wsLastMessageReceived;
    }
    if (provider.wsconnected && provider.ws?.readyState === WebSocket.OPEN) {
      unanswered.push(now);
      provider.ws.send(PING);
    }
  };
  const onNetwork = () => {
    if (provider.shouldConnect) reconnect();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') beat();
  };
  const timer = setInterval(beat, beatMs);
  window.addEventListener('online', onNetwork);
  window.addEventListener('offline', onNetwork);
  document.addEventListener('visibilitychange', onVisible);
  return {
    ponged: (at) => {
      const askedFor = unanswered.shift();
      if (askedFor === undefined) return;
      const error = (performance.now() - askedFor) / 2;
      onClock(at + error - Date.now(), error);
    },
    stop: () => {
      clearInterval(timer);
      window.removeEventListener('online', onNetwork);
      window.removeEventListener('offline', onNetwork);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}
