/**
 * What a page in jsdom talks to: the server's own handlers over a store in memory, in the place of
 * `fetch`. Only the network is missing; a test may cut it.
 */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, vi } from 'vitest';
import { deviceStore } from '../../client/state/device.ts';
import { tooOften } from '../../server/http/access.ts';
import { HandRequest } from './hand-request.ts';
import { type Api, openApi } from './http.ts';

export interface PageServer {
  readonly api: Api;
  /** `POST /api/boards` and so on, in order. */
  readonly asked: string[];
  /** While true, every request fails as it does without a network. */
  isCut: boolean;
  /** How many of the next requests are refused because too many ask at once; each says one second. */
  tooOften: number;
  /** Requests wait for this, or for being given up. */
  held: Promise<void> | null;
}

/** Called at the top of a test file: each test begins at `/`, with an empty device and server. */
export function servePages(...unusual: Parameters<typeof openApi>): PageServer {
  const server = { asked: [] as string[], isCut: false, tooOften: 0, held: null } as {
    -readonly [K in keyof PageServer]: PageServer[K];
  };
  beforeEach(async () => {
    server.api = await openApi(...unusual);
    server.asked = [];
    server.isCut = false;
    server.tooOften = 0;
    server.held = null;
    localStorage.clear();
    sessionStorage.clear();
    deviceStore.setState([], true);
    history.replaceState(null, '', '/');
    HandRequest.half = null;
    vi.stubGlobal('XMLHttpRequest', HandRequest);
    vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
      const method = init.method ?? 'GET';
      if (path.endsWith('atelier-cotentin.json'))
        return new Response(readFileSync('shared/demo/atelier-cotentin.json'));
      server.asked.push(`${method} ${path}`);
      if (server.isCut) throw new TypeError('Failed to fetch');
      if (server.tooOften > 0 && server.tooOften--) return tooOften(1);
      if (server.held) await Promise.race([server.held, givenUp(init.signal)]);
      const secret = new Headers(init.headers).get('authorization')?.replace('Bearer ', '');
      return server.api.ask(method, path, secret, init.body as string | undefined);
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  return server;
}

/** Rejects as a request does when its page gives it up. */
const givenUp = (signal: AbortSignal | null | undefined): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason));
  });
