/** A network as the page tries it, in the place of `fetch` and of `WebSocket`: each way meets what a test says. */
import { vi } from 'vitest';
import { CLOSE } from '../../shared/protocol/close.ts';
import { ECHO_PATH, ECHO_SYNC_PATH } from '../../shared/protocol/echo.ts';

/** What a request meets: our server, our server when it is too busy, a page with a status, or nothing. */
type Request = 'ours' | 'busy' | 'often' | number | 'silence';
export interface TriedNetwork {
  http: Request;
  polling: Request;
  socket: 'ours' | 'busy' | 'closed' | 'silence';
  isOnline: boolean;
  /** By how much the server's clock is behind this device's, milliseconds. */
  aheadMs: number;
}
/** Taken away by `vi.unstubAllGlobals`. */
export function stubNetwork(change: Partial<TriedNetwork> = {}): TriedNetwork {
  const network: TriedNetwork = {
    http: 'ours',
    polling: 'ours',
    socket: 'ours',
    isOnline: true,
    aheadMs: 0,
    ...change,
  };
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => network.isOnline);
  vi.stubGlobal('CSS', { supports: () => true });
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path !== ECHO_PATH && path !== ECHO_SYNC_PATH)
      throw new Error(`nobody asks for ${path} here`);
    const met = path === ECHO_SYNC_PATH ? network.polling : network.http;
    if (met === 'silence') throw new TypeError('Failed to fetch');
    if (met === 'ours') {
      const bytes = String(init.body ?? '').length;
      return Response.json({ echo: 'gommette', now: Date.now() - network.aheadMs, bytes });
    }
    if (met === 'busy') return Response.json({ code: 'busy', message: '' }, { status: 503 });
    if (met === 'often') return Response.json({ code: 'too-often', message: '' }, { status: 429 });
    return new Response('<h1>', { status: met, headers: { 'content-type': 'text/html' } });
  });
  vi.stubGlobal('WebSocket', socketOf(network));
  return network;
}

const socketOf = (network: TriedNetwork) =>
  class {
    onopen: (() => void) | null = null;
    onmessage: (() => void) | null = null;
    onclose: ((event: { readonly code: number }) => void) | null = null;
    constructor() {
      if (network.socket === 'silence') return;
      queueMicrotask(() =>
        network.socket === 'closed' ? this.onclose?.({ code: 1006 }) : this.onopen?.(),
      );
    }
    send(): void {
      queueMicrotask(() =>
        network.socket === 'busy'
          ? this.onclose?.({ code: CLOSE.tooMuch.code })
          : this.onmessage?.(),
      );
    }
    close(): void {}
  };
