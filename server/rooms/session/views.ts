/**
 * Tells everybody in a room the session and who is there, each what they may see (SPEC SE1), and of
 * that only what has changed for them since they were last told.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { encodeSession } from '../../../shared/protocol/messages.ts';
import type { Present } from '../../../shared/session/present.ts';
import type { Scene } from '../../../shared/session/scene.ts';
import { viewFor } from '../../../shared/session/view.ts';
import type { Services } from '../../services.ts';
import type { PersonRow } from '../../store/store.ts';
import type { LoadedBoard } from '../board/load.ts';
import type { Connection } from '../socket/connection.ts';
import { createChanges } from './changes.ts';
import type { Announced } from './session-host.ts';

export interface ViewsDeps extends Pick<Services, 'store' | 'clock'> {
  readonly id: BoardId;
  readonly board: Pick<LoadedBoard, 'people' | 'entryCode'>;
  readonly announced: Announced;
  readonly connections: () => Iterable<Connection>;
  readonly clientOf: (connection: Connection) => number | undefined;
}

const intervalMs = 50;
/** Each person hears of each other: in large rooms less often, or this would be all the work. */
const intervalPerPersonMs = 2;

// A list of what people are told of, each in a few lines.
export function createViews(deps: ViewsDeps) {
  const { id, store, announced, connections, clientOf, clock } = deps;
  const changes = createChanges<Connection>();
  let people = byId(deps.board.people);
  let { entryCode } = deps.board;
  /** Who is there, as everybody is told; undefined once it has changed. */
  let everybody: readonly Present[] | undefined;
  let timer: NodeJS.Timeout | undefined;

  const send = (to: Iterable<Connection>) => {
    everybody ??= presentOf(people.values(), clientsOf(connections(), clientOf));
    const scene: Scene = {
      state: announced.session,
      present: everybody,
      entryCode,
      now: clock(),
    };
    for (const connection of to) {
      if (connection.isBehind()) continue; // told once it has drained
      const change = changes.since(connection, viewFor(connection.person, scene));
      if (change) connection.send(encodeSession(change));
    }
  };
  const plan = () => {
    timer ??= setTimeout(
      () => {
        timer = undefined;
        send(connections());
      },
      Math.max(intervalMs, [...connections()].length * intervalPerPersonMs),
    );
  };

  const changed = () => {
    everybody = undefined;
    plan();
  };

  return {
    /** Somebody is here whom the store may not have told of yet. */
    came: (person: PersonRow) => {
      // As they were at the door: whatever was read since is later.
      if (!people.has(person.id)) people.set(person.id, person);
      changed();
    },
    /** Somebody of the board, be it that they left it. */
    person: (one: PersonId) => people.get(one),
    /** Reads again who joined, was renamed or removed, and whether entry is open. */
    reload: async () => {
      people = byId(await store.people(id));
      entryCode = (await store.entryCode(id)) ?? null;
      changed();
    },
    /** Tells a connection all there is, when it comes, or has been too far behind, what it missed. */
    sendTo: (connection: Connection) => send([connection]),
    /** The session has changed: whoever asked for it is told at once, everybody in a moment. */
    announce: (asker: Connection | null) => {
      if (asker) send([asker]);
      plan();
    },
    /** Somebody came, left or was renamed: everybody is told, once for all that changed in a moment. */
    changed,
    close: () => clearTimeout(timer),
  };
}

const byId = (rows: readonly PersonRow[]): Map<PersonId, PersonRow> =>
  new Map(rows.map((row) => [row.id, row]));

/** The client ids of each person who has a page open. */
function clientsOf(
  connections: Iterable<Connection>,
  clientOf: ViewsDeps['clientOf'],
): ReadonlyMap<PersonId, readonly number[]> {
  const clients = new Map<PersonId, number[]>();
  for (const connection of connections) {
    const client = clientOf(connection);
    const own = clients.get(connection.person.id) ?? [];
    if (client !== undefined) clients.set(connection.person.id, [...own, client]);
  }
  return clients;
}

/** Without a ticket they were removed: their work stays, they do not. */
const presentOf = (
  people: Iterable<PersonRow>,
  clients: ReadonlyMap<PersonId, readonly number[]>,
): readonly Present[] =>
  [...people]
    .filter(({ ticketHash }) => ticketHash !== null)
    .map(({ id, role, name, directionId, actorId }) => ({
      id,
      role,
      name,
      directionId,
      actorId,
      clients: clients.get(id) ?? [],
    }));
