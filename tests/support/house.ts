/** The server with its real rooms on a free port of this machine, and people who come in. */
import { tmpdir } from 'node:os';
import { createApp } from '../../server/app.ts';
import { type Alarm, type Clock, createAlarm } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import { createMetrics } from '../../server/observability/metrics.ts';
import { createRegistry } from '../../server/rooms/registry.ts';
import type { Rooms } from '../../server/rooms/rooms.ts';
import { measured } from '../../server/store/measured.ts';
import { openServed } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import type { BoardMigration } from '../../shared/board/board-migrations.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardCreated, Joined } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { unhurried } from './app.ts';
import { type MemoryLog, memoryLog } from './log.ts';
import { pollingSocket } from './polling.ts';
import { createSyncClient, type SyncClient, type SyncClientOptions } from './sync-client.ts';

export interface Guest {
  readonly joined: Joined;
  /** Opens one more page of this person. */
  readonly open: (
    doc?: BoardDoc,
    onFrame?: (frame: Uint8Array) => void,
    held?: string,
  ) => SyncClient;
  /** One more page of this person, whose frames travel over plain HTTP. */
  readonly poll: () => SyncClient;
}
export interface House {
  readonly origin: string;
  readonly store: Store;
  readonly rooms: Rooms;
  readonly log: MemoryLog;
  readonly create: (body?: unknown) => Promise<BoardCreated & { readonly boardId: BoardId }>;
  /** Lets somebody join, without a page yet. */
  readonly guest: (
    board: BoardCreated,
    role: Role,
    name?: string,
    directionId?: string,
  ) => Promise<Guest>;
  /** Lets somebody join and waits until their page has the board. */
  readonly enter: (board: BoardCreated, role: Role, name?: string) => Promise<SyncClient>;
  readonly close: () => Promise<void>;
}
export interface HouseOptions {
  /** Of a store that lasts; one in memory when absent. */
  readonly dataDirectory?: string;
  /** Settings by their variables. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Stands in front of the real store. */
  readonly wrap?: (store: Store) => Store;
  readonly clock?: Clock;
  readonly alarm?: Alarm;
  /** Of boards; those of this program when absent. */
  readonly migrations?: readonly BoardMigration[];
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const real = await openServed(options.dataDirectory ?? ':memory:');
  const metrics = createMetrics();
  const { measures } = metrics;
  const store = measured(options.wrap?.(real) ?? real, measures);
  const DATA_DIR = options.dataDirectory ?? tmpdir();
  const config = readConfig({ PORT: '0', DATA_DIR, ...unhurried('1000'), ...options.environment });
  const log = memoryLog('debug');
  const clock = options.clock ?? Date.now;
  const alarm = options.alarm ?? createAlarm(clock);
  const rooms = createRegistry({
    config,
    store,
    clock,
    measures,
    log: log.log,
    alarm,
    ...(options.migrations && { migrations: options.migrations }),
  });
  const app = createApp({
    config,
    store,
    rooms,
    metrics,
    clock,
    alarm,
    log: log.log,
    clientDir: tmpdir(),
    version: '0.0.0',
  });
  const origin = `http://127.0.0.1:${await app.listen()}`;
  const clients = new Set<SyncClient>();

  const visits = createVisits(origin, clients);
  return {
    origin,
    store,
    rooms,
    log,
    ...visits,
    close: async () => {
      for (const client of clients) client.destroy();
      await app.stop();
    },
  };
}

/** What people do with a server at an address; pages they open are noted in `clients`. */
export function createVisits(origin: string, clients: Set<SyncClient>) {
  const post = async <Answer>(path: string, body: unknown, token = ''): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(origin + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const guest: House['guest'] = async ({ boardId, links }, role, name = role, directionId) => {
    const joined = await post<Joined>(
      `/api/boards/${boardId}/join`,
      { name, ...(directionId && { directionId }) },
      new URL(links[role]).hash.slice(1),
    );
    const opened = (options: Partial<SyncClientOptions>) => {
      const client = createSyncClient({ origin, boardId, ticket: joined.ticket, ...options });
      clients.add(client);
      return client;
    };
    const open: Guest['open'] = (doc, onFrame, held) =>
      opened({
        ...(doc && { doc }),
        ...(onFrame && { onFrame }),
        ...(held !== undefined && { held }),
      });
    return { joined, open, poll: () => opened({ Socket: pollingSocket }) };
  };
  return {
    create: (body: unknown = { title: 'Atelier' }) => post<BoardCreated>('/api/boards', body),
    guest,
    enter: async (board: BoardCreated, role: Role, name?: string) => {
      const client = (await guest(board, role, name)).open();
      await client.until(() => client.provider.synced);
      return client;
    },
  };
}
