/**
 * Puts the parts together behind one HTTP server: the API, the sockets, the built client.
 * Knows nothing of the process: `main.ts` reads settings, opens the store and hears signals.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ECHO_PATH, ECHO_SYNC_PATH } from '../shared/protocol/echo.ts';
import { dayMs } from './clock.ts';
import { publicOrigin } from './config.ts';
import { diskOf } from './disk.ts';
import { createAccess } from './http/access.ts';
import { showAccessibility } from './http/accessibility.ts';
import { type Api, createApi, isApi } from './http/api.ts';
import { createBoard } from './http/boards.ts';
import { createCreation } from './http/creation.ts';
import { door } from './http/door.ts';
import { createEcho, type EchoServer } from './http/echo.ts';
import { createEntrance } from './http/entrance.ts';
import { enterByCode, setEntry } from './http/entry.ts';
import { exportFile } from './http/export.ts';
import { health, live } from './http/health.ts';
import { join } from './http/join.ts';
import { renewLink } from './http/links.ts';
import { createListener } from './http/listener.ts';
import { showMetrics } from './http/metrics.ts';
import { pathOf, send, syncedBoard } from './http/node.ts';
import { createOneByOne } from './http/one-by-one.ts';
import type { HttpParts } from './http/parts.ts';
import { changePerson, removePerson } from './http/people.ts';
import { createPolling, type Polling } from './http/polling.ts';
import { requestOrigin } from './http/request-origin.ts';
import type { Route } from './http/routes.ts';
import { secure } from './http/security.ts';
import { createStatic } from './http/static.ts';
import { createUpgrade } from './http/upgrade.ts';
import type { Metrics } from './observability/metrics.ts';
import { createPurge } from './purge.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { Services } from './services.ts';
import { createVisitors } from './visitors.ts';

export interface AppDeps extends Pick<Services, 'config' | 'store' | 'clock' | 'alarm' | 'log'> {
  readonly rooms: Rooms;
  readonly metrics: Metrics;
  /** Directory of the built client. */
  readonly clientDir: string;
  /** Of this program, as in package.json. */
  readonly version: string;
}

export type App = ReturnType<typeof createApp>;

export function createApp(deps: AppDeps) {
  const { config, store, rooms, metrics, clock, alarm, log } = deps;
  let { port } = config;
  const listened = () => publicOrigin(config, port);
  const wrongTokens = createRateLimit(config.wrongTokensPerMinute, clock);
  const access = createAccess(store, wrongTokens, clock);
  const oneByOne = createOneByOne();
  /** Whether a proxy of ours writes `X-Forwarded-For`, `-Host` and `-Proto`. */
  const trustProxy = config.trustProxy === 'yes';
  const purge = createPurge({ store, rooms, measures: metrics.measures, clock, log });
  const visitors = createVisitors({ store, rooms, oneByOne, clock, alarm, log });
  const rules = { publicUrl: config.publicUrl, trustProxy, listened };
  const origin = (request: Pick<Request, 'headers'>) => requestOrigin(request, rules);
  const echoes = createRateLimit(config.echoesPerMinute, clock);
  const echo = createEcho({ clock, echoes, trustProxy });
  const routes = routesOf(deps, { access, oneByOne, visitors, wrongTokens, origin, echo });
  const answerApi = createApi({ routes, clock, log, trustProxy, publicOrigin: listened });
  const entrance = createEntrance({
    access,
    rooms,
    visitors,
    limits: config,
    openings: createRateLimit(config.socketsPerMinute, clock),
    publicOrigin: listened,
    trustProxy,
    measures: metrics.measures,
    log,
  });
  const upgrade = createUpgrade({ entrance, oneByOne, echo, limits: config });
  const polling = createPolling({ entrance, oneByOne, limits: config });
  const answer = createAnswer({ answerApi, serveStatic: createStatic(deps.clientDir), polling });
  const listener = createListener({ answer, upgrade, log });

  return {
    /**
     * Erases what is due, forgets the visitors of before, then listens where the settings say.
     * @returns the port really taken
     * @throws what the system refuses: EADDRINUSE, EACCES, EADDRNOTAVAIL
     */
    async listen() {
      await purge.start(); // nobody enters a board whose date has passed
      await visitors.start();
      port = await listener.listen(config);
      return port;
    },
    /**
     * Takes nothing new, saves the rooms, lets running answers end, then closes the store.
     * Whoever does not let go within two seconds is cut.
     */
    async stop() {
      await listener.close(async () => {
        await purge.stop();
        await rooms.close();
        polling.close();
      });
      await visitors.stop(); // once every socket has closed
      await store.close();
    },
  };
}

interface Answering {
  readonly answerApi: Api;
  readonly serveStatic: ReturnType<typeof createStatic>;
  readonly polling: Polling;
}
/** Which part answers a request. */
function createAnswer({ answerApi, serveStatic, polling }: Answering) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    secure(outgoing);
    const { method = '' } = incoming;
    const path = pathOf(incoming);
    const reads = method === 'GET' || method === 'HEAD';
    const board = syncedBoard(path);
    const isBoard = board !== undefined && path !== ECHO_SYNC_PATH;
    const polls = isBoard && (method === 'GET' || method === 'POST');
    if (path !== undefined && reads && !isApi(path) && !polls)
      return serveStatic(incoming, outgoing, path);
    outgoing.setHeader('cache-control', 'no-store');
    if (polls) return polling.answer(incoming, outgoing, board);
    await send(await answerApi(incoming, path), outgoing);
  };
}

/** What the sockets use too, and a rate that handlers share. */
interface Doors extends Pick<HttpParts, 'access' | 'oneByOne' | 'visitors' | 'origin'> {
  readonly wrongTokens: RateLimit;
  readonly echo: EchoServer;
}

function routesOf(
  { config, store, rooms, metrics, clock, version }: AppDeps,
  { wrongTokens, echo, ...doors }: Doors,
): readonly Route[] {
  const disk = diskOf(config.dataDirectory);
  const parts: HttpParts = {
    ...doors,
    store,
    rooms,
    clock,
    config,
    creation: createCreation({
      config,
      store,
      disk,
      wrongTokens,
      creations: createRateLimit(config.creationsPerMinute, clock),
      createdBytes: createRateLimit(config.createdBytesPerDay, clock, dayMs),
    }),
    joins: createRateLimit(config.joinsPerMinute, clock),
    codes: createRateLimit(config.codesPerMinute, clock),
    codesOverall: createRateLimit(config.codesPerMinuteOverall, clock),
  };
  return [
    ['GET', '/api/health', health({ store, disk, config, clock, rooms, version })],
    ['GET', '/api/health/live', live(version)],
    ['GET', ECHO_PATH, echo.answer],
    ['POST', ECHO_SYNC_PATH, echo.answerBody],
    ['GET', '/api/metrics', showMetrics({ metrics, rooms, disk, store, config, wrongTokens })],
    ['GET', '/api/accessibility', showAccessibility(config)],
    ['POST', '/api/boards', createBoard(parts)],
    ['GET', '/api/boards/:id', door(parts)],
    ['POST', '/api/boards/:id/join', join(parts)],
    ['GET', '/api/boards/:id/export/:format', exportFile(parts)],
    ['POST', '/api/boards/:id/links/:role', renewLink(parts)],
    ['PATCH', '/api/boards/:id/people/:personId', changePerson(parts)],
    ['DELETE', '/api/boards/:id/people/:personId', removePerson(parts)],
    ['POST', '/api/boards/:id/code', setEntry(parts)],
    ['POST', '/api/enter', enterByCode(parts)],
  ];
}
