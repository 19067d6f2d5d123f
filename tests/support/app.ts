/** The whole HTTP server on a free port of this machine, over a store in memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { type App, type AppDeps, createApp } from '../../server/app.ts';
import { createAlarm } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { createMetrics } from '../../server/observability/metrics.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/http.ts';
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import type { Role } from '../../shared/session/roles.ts';
import { tokenOf } from './http.ts';
import { type MemoryLog, memoryLog } from './log.ts';
import { type StoredRooms, storedRooms } from './stored-rooms.ts';

export interface RunningApp {
  readonly app: App;
  readonly store: Store;
  readonly rooms: StoredRooms;
  readonly log: MemoryLog;
  /** Empty at first: what is built goes here. */
  readonly clientDir: string;
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly create: (body?: unknown) => Promise<BoardCreated>;
  readonly join: (created: BoardCreated, role?: Role) => Promise<Joined>;
  /** Opens a socket; by default as our page does. */
  readonly open: (board: string, ticket: string, options?: OpenOptions) => WebSocket;
  readonly close: () => Promise<void>;
}
export interface OpenOptions {
  readonly protocols?: string[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** Every rate of the settings, times a minute. */
export const unhurried = (rate: string) => ({
  CREATIONS_PER_MINUTE: rate,
  JOINS_PER_MINUTE: rate,
  SOCKETS_PER_MINUTE: rate,
  WRONG_TOKENS_PER_MINUTE: rate,
  CODES_PER_MINUTE: rate,
  CODES_PER_MINUTE_OVERALL: rate,
  ECHOES_PER_MINUTE: rate,
});

/** @param change of the parts that `createApp` gets, the settings by their variables */
export async function openApp(
  environment: Readonly<Record<string, string>> = {},
  change: (parts: AppDeps) => Partial<AppDeps> = () => ({}),
): Promise<RunningApp> {
  const clientDir = await mkdtemp(join(tmpdir(), 'gommette-client-'));
  const store = await openSqlite(':memory:');
  const rooms = storedRooms(store);
  const log = memoryLog('debug');
  const parts: AppDeps = {
    config: readConfig({ PORT: '0', DATA_DIR: clientDir, ...unhurried('100'), ...environment }),
    store,
    rooms,
    metrics: createMetrics(),
    clock: Date.now,
    alarm: createAlarm(Date.now),
    log: log.log,
    clientDir,
    version: '9.8.7',
  };
  const app = createApp({ ...parts, ...change(parts) });
  const port = await app.listen();
  const origin = `http://127.0.0.1:${port}`;
  const post = async <Answer>(path: string, body: unknown, token = ''): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    return (await (await fetch(origin + path, init)).json()) as Answer;
  };
  return {
    app,
    store,
    rooms,
    log,
    clientDir,
    origin,
    fetch: (path, init) => fetch(origin + path, init),
    create: (body = { title: 'Atelier secret' }) => post('/api/boards', body),
    join: (created, role = 'facilitator') =>
      post(`/api/boards/${created.boardId}/join`, { name: 'Ana Secrète' }, tokenOf(created, role)),
    open: (board, ticket, { protocols, headers } = {}) =>
      new WebSocket(
        `ws://127.0.0.1:${port}/sync/${board}`,
        protocols ?? [PROTOCOL, `ticket.${ticket}`],
        { ...(headers && { headers }) },
      ),
    async close() {
      await app.stop();
      await rm(clientDir, { recursive: true });
    },
  };
}
