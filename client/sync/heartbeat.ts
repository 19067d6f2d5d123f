/**
 * Notices a network that is cut without a word, and gets back as soon as it returns. The provider
 * alone would wait 30 s.
 */
import type { WebsocketProvider } from 'y-websocket';
import { PING } from '../../shared/protocol/messages.ts';

const pingEveryMs = 1_500;
/** Silence after which a connection is given up; pings make sure that a living one speaks. */
const silenceMs = 4_000;

/** Watches a provider's connection until the returned function is called. */
export function keepAlive(provider: WebsocketProvider): () => void {
  let connectingSince: number | null = null;
  const reconnect = () => {
    connectingSince = null;
    provider.disconnect();
    provider.connect();
  };
  const beat = () => {
    const now = Date.now();
    if (provider.wsconnected && provider.ws) {
      connectingSince = null;
      if (now - provider.wsLastMessageReceived > silenceMs) reconnect();
      else if (provider.ws.readyState === WebSocket.OPEN) provider.ws.send(PING);
    } else if (provider.wsconnecting) {
      connectingSince ??= now;
      if (now - connectingSince > silenceMs) reconnect();
    }
  };
  const onOnline = () => {
    if (provider.shouldConnect) reconnect();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') beat();
  };
  const timer = setInterval(beat, pingEveryMs);
  window.addEventListener('online', onOnline);
  document.addEventListener('visibilitychange', onVisible);
  return () => {
    clearInterval(timer);
    window.removeEventListener('online', onOnline);
    document.removeEventListener('visibilitychange', onVisible);
  };
}
