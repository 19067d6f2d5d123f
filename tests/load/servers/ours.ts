/**
 * Our own server as people run it: built, checks, log and acknowledgements on, limits at their
 * defaults. People come in by links and tickets. Where a limit counts addresses, groups of people
 * come from an address each, as offices do: Linux lets loopback have as many as one likes.
 */
import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { BoardCreated, BoardDoor, Joined } from '../../../shared/protocol/http.ts';
import { PROTOCOL, TICKET_PREFIX } from '../../../shared/protocol/offers.ts';
import type { Role } from '../../../shared/session/roles.ts';
import { administer } from '../../support/pages/admin.ts';
import type { Flavour, LoadServer, Place } from './flavour.ts';
import { launch, type ServerProcess } from './process.ts';

const builtServer = join(import.meta.dirname, '../../../dist/server/main.js');

/** @param program the built server */
export function ours(program = builtServer): Flavour {
  const flavour: Flavour = { name: 'gommette', answers: true, keeps: true, start };
  return flavour;

  async function start({
    settings = {},
    nodeArguments = [],
  }: Parameters<Flavour['start']>[0]): Promise<LoadServer> {
    const running = await launch({
      program,
      nodeArguments,
      environment: (directory, port) => ({
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: directory,
        LOG_LEVEL: 'warn',
        ...settings,
      }),
    });
    const address = addresses();
    return {
      flavour,
      pid: running.pid,
      keptBytes: () => bytesIn(running.directory),
      open: (workshop) => open(running, workshop, address),
      kill: () => running.end('SIGKILL'),
      stop: () => running.end('SIGTERM'),
      restart: running.start,
      dispose: running.dispose,
    };
  }
}

async function open(
  server: Pick<ServerProcess, 'port' | 'directory'>,
  workshop: string,
  address: () => string,
): Promise<Place> {
  const { port, directory } = server;
  const { boardId, links } = await post<BoardCreated>(port, '/api/boards', address(), workshop);
  const token = (role: Role) => links[role].split('#')[1] ?? '';
  const path = `/api/boards/${boardId}`;
  const door = await call<BoardDoor>({
    port,
    path,
    method: 'GET',
    address: address(),
    token: token('participant'),
  });
  let seated = 0;
  let office = address();
  return {
    state: undefined,
    seat: async (role = 'participant') => {
      if (seated++ % peoplePerAddress === 0) office = address();
      const directionId = door.directions[seated % Math.max(1, door.directions.length)]?.id ?? null;
      const body = JSON.stringify({
        name: `Personne ${seated}`,
        ...(directionId && { directionId }),
      });
      const joined = await post<Joined>(port, `${path}/join`, office, body, token(role));
      return {
        url: `ws://127.0.0.1:${port}/sync/${boardId}`,
        protocols: [PROTOCOL, `${TICKET_PREFIX}${joined.ticket}`],
        dialect: 'ours',
        board: boardId,
        person: joined.personId,
        directionId: joined.directionId,
        token: '',
        answers: true,
      };
    },
    renewed: async () => {
      const file = await call<object>({
        port,
        path: `${path}/export/json`,
        method: 'GET',
        address: address(),
        token: token('participant'),
      });
      return open(server, JSON.stringify(file), address);
    },
    exported: () =>
      call<string>({
        port,
        path: `${path}/export/csv`,
        method: 'GET',
        address: address(),
        token: token('observer'),
        read: (text) => text,
      }),
    flatten: () => void administer(directory, ['flatten', boardId]),
  };
}

const bytesIn = (directory: string): number =>
  readdirSync(directory).reduce((sum, file) => sum + statSync(join(directory, file)).size, 0);

const peoplePerAddress = 40;

/** Addresses of this machine that nobody has come from yet. */
function addresses(): () => string {
  let next = 1;
  return () => {
    next += 1;
    return `127.1.${next >> 8}.${next & 255}`;
  };
}

interface Call {
  readonly port: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly address: string;
  readonly token?: string;
  readonly body?: string;
  /** What is made of the answer; JSON when absent. */
  readonly read?: (text: string) => unknown;
}

const post = <Answer>(port: number, path: string, address: string, body: string, token = '') =>
  call<Answer>({ port, method: 'POST', path, address, token, body });

/** `fetch` cannot choose the address it comes from. */
function call<Answer>({
  port,
  method,
  path,
  address,
  token,
  body,
  read = JSON.parse,
}: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      localAddress: address,
      headers,
      agent: false,
    } as const;
    const asked = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
      });
      response.on('end', () => {
        if (response.statusCode === 200 || response.statusCode === 201)
          resolve(read(text) as Answer);
        else reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}
