/** The HTTP handlers over a store in memory, asked as a client would, without a socket. */
import { dayMs } from '../../server/clock.ts';
import { type Config, readConfig } from '../../server/config.ts';
import { createAccess } from '../../server/http/access.ts';
import { createBoard } from '../../server/http/boards.ts';
import { type CreationRules, createCreation } from '../../server/http/creation.ts';
import { door } from '../../server/http/door.ts';
import { enterByCode, setEntry } from '../../server/http/entry.ts';
import { exportFile } from '../../server/http/export.ts';
import { join } from '../../server/http/join.ts';
import { renewLink } from '../../server/http/links.ts';
import { createOneByOne } from '../../server/http/one-by-one.ts';
import { changePerson, removePerson } from '../../server/http/people.ts';
import { matchRoute, type Route } from '../../server/http/routes.ts';
import { createRateLimit } from '../../server/rate-limit.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { Store } from '../../server/store/store.ts';
import { createVisitors } from '../../server/visitors.ts';
import type { BoardCreated, Joined, JoinRequest } from '../../shared/protocol/http.ts';
import type { Role } from '../../shared/session/roles.ts';
import { createHandClock } from './hand-clock.ts';
import { memoryLog } from './log.ts';
import { type StoredRooms, storedRooms } from './stored-rooms.ts';

export interface Api {
  readonly store: Store;
  readonly rooms: StoredRooms;
  /** @param secret goes into the Authorization header */
  readonly ask: (
    method: string,
    path: string,
    secret?: string,
    body?: string,
    address?: string,
  ) => Promise<Response>;
  /** Lets milliseconds go by on the server's clock. */
  readonly pass: (ms: number) => void;
  readonly create: (body: unknown) => Promise<BoardCreated>;
  readonly join: (
    created: BoardCreated,
    role: Role,
    who: Partial<Record<keyof JoinRequest, unknown>>,
  ) => Promise<Response>;
}

export const origin = 'https://atelier.example';
export const now = 1_790_000_000_000;

interface Unusual {
  readonly codesOverall?: number;
  /** Who may create, and how much. */
  readonly creating?: Partial<CreationRules['config'] & Pick<Config, 'createdBytesPerDay'>>;
}

/** @param perMinute every rate, but for those named apart */
export async function openApi(
  perMinute = 1_000,
  { codesOverall = perMinute, creating = {} }: Unusual = {},
): Promise<Api> {
  const { clock, alarm, pass } = createHandClock(now);
  const store = await openSqlite(':memory:');
  const rooms = storedRooms(store);
  const rate = (times = perMinute) => createRateLimit(times, clock);
  const access = createAccess(store, rate(), clock);
  const oneByOne = createOneByOne();
  const visitors = createVisitors({ store, rooms, oneByOne, clock, alarm, log: memoryLog().log });
  const leading = { access, store, rooms, oneByOne };
  const config = { maxImportBytes: 200_000, purgeAfterDays: 183, maxJoinedPerBoard: 10 };
  const rules = { ...readConfig({}), ...creating };
  const wrongTokens = rate();
  const creation = createCreation({
    config: rules,
    store,
    disk: { free: async () => 2 ** 40 },
    wrongTokens,
    creations: rate(),
    createdBytes: createRateLimit(rules.createdBytesPerDay, clock, dayMs),
  });
  const created = { store, clock, origin: () => origin, creation, config };
  const routes: readonly Route[] = [
    ['POST', '/api/boards', createBoard(created)],
    ['GET', '/api/boards/:id', door({ access, store, rooms })],
    ['POST', '/api/boards/:id/join', join({ ...leading, visitors, joins: rate(), clock, config })],
    ['GET', '/api/boards/:id/export/:format', exportFile({ access, store, rooms, clock })],
    ['POST', '/api/boards/:id/links/:role', renewLink({ ...leading, origin: () => origin })],
    ['PATCH', '/api/boards/:id/people/:personId', changePerson(leading)],
    ['DELETE', '/api/boards/:id/people/:personId', removePerson(leading)],
    ['POST', '/api/boards/:id/code', setEntry(leading)],
    [
      'POST',
      '/api/enter',
      enterByCode({ store, clock, codes: rate(), codesOverall: rate(codesOverall) }),
    ],
  ];

  const ask: Api['ask'] = (method, path, secret, body, address = '192.0.2.1') => {
    const match = matchRoute(routes, method, path.replace(/\?.*/, ''));
    if (match.kind !== 'found') throw new Error(`no route for ${method} ${path}`);
    const request = new Request(`http://test${path}`, {
      method,
      headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
      ...(body !== undefined && { body }),
    });
    return match.route[2](request, { params: match.params, address, isLocal: false });
  };
  return {
    store,
    rooms,
    ask,
    pass,
    async create(body) {
      const answer = await ask('POST', '/api/boards', undefined, JSON.stringify(body));
      return (await answer.json()) as BoardCreated;
    },
    join: (created, role, who) =>
      ask(
        'POST',
        `/api/boards/${created.boardId}/join`,
        tokenOf(created, role),
        JSON.stringify(who),
      ),
  };
}

export const tokenOf = ({ links }: BoardCreated, role: Role): string =>
  new URL(links[role]).hash.slice(1);

export const joined = async (answer: Response): Promise<Joined> => (await answer.json()) as Joined;
