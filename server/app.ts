/**
 * Puts the parts together behind one HTTP server: the API, the sockets, the built client.
 * Knows nothing of the process: `main.ts` reads settings, opens the store and hears signals.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Clock } from './clock.ts';
import { type Config, publicOrigin } from './config.ts';
import { createAccess } from './http/access.ts';
import { problem } from './http/answers.ts';
import { createBoard } from './http/boards.ts';
import { door } from './http/door.ts';
import { enterByCode, setEntry } from './http/entry.ts';
import { exportFile } from './http/export.ts';
import { health, live } from './http/health.ts';
import { join } from './http/join.ts';
import { renewLink } from './http/links.ts';
import { showMetrics } from './http/metrics.ts';
import { addressOf, isLocal, pathOf, send, toRequest } from './http/node.ts';
import { createOneByOne } from './http/one-by-one.ts';
import { changePerson, removePerson } from './http/people.ts';
import { createRateLimit, type Rates } from './http/rate-limit.ts';
import { matchRoute, type Route } from './http/routes.ts';
import { secure } from './http/security.ts';
import { createStatic } from './http/static.ts';
import { createUpgrade } from './http/upgrade.ts';
import type { Log } from './observability/log.ts';
import type { Metrics } from './observability/metrics.ts';
import { createPurge } from './purge.ts';
import type { Rooms } from './rooms/rooms.ts';
import { type Store, StoreFault } from './store/store.ts';
import { WorkFault } from './work/thread.ts';

export interface AppDeps {
  readonly config: Config;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly log: Log;
  /** Directory of the built client. */
  readonly clientDir: string;
  /** Of this program, as in package.json. */
  readonly version: string;
  readonly rates: Rates;
  /** Whether a proxy of ours writes `X-Forwarded-For`. */
  readonly trustProxy: boolean;
}

export interface App {
  /**
   * Erases the boards that are due, then starts listening where the settings say.
   * @returns the port really taken
   * @throws what the system refuses: EADDRINUSE, EACCES, EADDRNOTAVAIL
   */
  readonly listen: () => Promise<number>;
  /**
   * Takes nothing new, saves the rooms, lets running answers end, then closes the store.
   * Whoever does not let go within two seconds is cut.
   */
  readonly stop: () => Promise<void>;
}

const graceMs = 2_000;
const idleCheckMs = 25;
/** Time for a whole request to arrive: 10 MB over a slow office line, and no slower. */
const requestTimeoutMs = 180_000;

export function createApp(deps: AppDeps): App {
  const { config, store, rooms, metrics, clock, log, rates, trustProxy } = deps;
  const wrongTokens = createRateLimit(rates.wrongTokensPerMinute, clock);
  const access = createAccess(store, wrongTokens, clock);
  const creations = createRateLimit(rates.creationsPerMinute, clock);
  const joins = createRateLimit(rates.joinsPerMinute, clock);
  const codes = createRateLimit(rates.codesPerMinute, clock);
  const codesOverall = createRateLimit(rates.codesPerMinuteOverall, clock);
  const oneByOne = createOneByOne();
  const purge = createPurge({ store, rooms, clock, log });
  const origin = () => publicOrigin(config, port);
  let port = config.port;

  const leading = { access, store, rooms, oneByOne };
  const routes: readonly Route[] = [
    ['GET', '/api/health', health({ store, rooms, version: deps.version })],
    ['GET', '/api/health/live', live(deps.version)],
    ['GET', '/api/metrics', showMetrics({ metrics, rooms, config, wrongTokens })],
    ['POST', '/api/boards', createBoard({ store, clock, origin, creations, config })],
    ['GET', '/api/boards/:id', door(access, store, rooms)],
    ['POST', '/api/boards/:id/join', join({ ...leading, joins, clock, config })],
    ['GET', '/api/boards/:id/export/:format', exportFile({ access, store, rooms, clock })],
    ['POST', '/api/boards/:id/links/:role', renewLink({ ...leading, origin })],
    ['PATCH', '/api/boards/:id/people/:personId', changePerson(leading)],
    ['DELETE', '/api/boards/:id/people/:personId', removePerson(leading)],
    ['POST', '/api/boards/:id/code', setEntry(leading)],
    ['POST', '/api/enter', enterByCode({ store, clock, codes, codesOverall })],
  ];
  const serveStatic = createStatic(deps.clientDir);
  const upgrade = createUpgrade({
    access,
    rooms,
    limits: config,
    publicOrigin: origin,
    trustProxy,
    oneByOne,
    measures: metrics.measures,
    log,
  });

  const server = createServer({ requestTimeout: requestTimeoutMs }, (incoming, outgoing) => {
    answer(incoming, outgoing).catch((err: unknown) => {
      log.error({ err }, 'answer not sent');
      outgoing.destroy();
    });
  });
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    upgrade(incoming, socket, head).catch((err: unknown) => {
      log.error({ err }, 'socket not taken');
      socket.destroy();
    });
  });

  return {
    async listen() {
      await purge.start(); // nobody enters a board whose date has passed
      port = await listening(server, config);
      return port;
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      await purge.stop();
      await rooms.close();
      // A connection is idle only once its last answer has left: Node looks at that moment only once.
      const idle = setInterval(() => server.closeIdleConnections(), idleCheckMs);
      const cut = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of upgraded) socket.destroy();
      }, graceMs);
      await closed;
      clearInterval(idle);
      clearTimeout(cut);
      await store.close();
    },
  };

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    secure(outgoing);
    const path = pathOf(incoming);
    const reads = incoming.method === 'GET' || incoming.method === 'HEAD';
    if (path !== undefined && reads && !isApi(path)) {
      serveStatic(incoming, outgoing, path);
      return;
    }
    outgoing.setHeader('cache-control', 'no-store');
    await send(await answerApi(incoming, path), outgoing);
  }

  async function answerApi(incoming: IncomingMessage, path = ''): Promise<Response> {
    const method = incoming.method ?? '';
    const match = matchRoute(routes, method, path);
    if (match.kind === 'unknown')
      return problem(isApi(path) ? 'unknown-route' : 'method-not-allowed');
    if (match.kind === 'wrong-method') {
      return problem('method-not-allowed', undefined, { allow: match.allowed.join(', ') });
    }
    const startedAt = clock();
    const [, route, handle] = match.route;
    const visit = {
      params: match.params,
      address: addressOf(incoming, trustProxy),
      isLocal: isLocal(incoming),
    };
    const response = await handle(toRequest(incoming), visit).catch((err: unknown) =>
      failure(err, route, incoming),
    );
    // The pattern, not the path; and never a header: what opens a door stays out of the log.
    log.debug({ method, route, status: response.status, ms: clock() - startedAt }, 'answered');
    return response;
  }

  function failure(err: unknown, route: string, { complete }: IncomingMessage): Response {
    if (!complete) return problem('bad-request'); // they left before the end: nobody reads this
    log.error({ err, route }, 'request failed');
    if (err instanceof WorkFault && err.kind === 'busy') return problem('busy');
    return problem(err instanceof StoreFault ? 'storage' : 'unexpected');
  }
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

function listening(server: Server, { port, host }: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port); // a TCP server, so never a pipe's name
    });
  });
}
