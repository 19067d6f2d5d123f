/**
 * Tells everybody in a room the session and who is there, each what they may see (SPEC SE1), and of
 * that only what has changed for them since they were last told.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { encodeSession } from '../../../shared/protocol/messages.ts';
import type { Present } from '../../../shared/session/people/present.ts';
import type { Scene } from '../../../shared/session/scene.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { viewFor } from '../../../shared/session/view.ts';
import type { Clock } from '../../clock.ts';
import type { PersonRow, Store } from '../../store/store.ts';
import type { LoadedBoard } from '../board/load.ts';
import type { Connection } from '../socket/connection.ts';
import { createChanges } from './changes.ts';

export interface Views {
  /** Somebody is here whom the store may not have told of yet. */
  readonly came: (person: PersonRow) => void;
  /** Somebody of the board, be it that they left it. */
  readonly person: (id: PersonId) => PersonRow | undefined;
  /** Reads again who joined, was renamed or removed, and whether entry is open. */
  readonly reload: () => Promise<void>;
  /** Tells a connection all there is, when it comes, or has been too far behind, what it missed. */
  readonly sendTo: (connection: Connection) => void;
  /** The session has changed: whoever asked for it is told at once, everybody in a moment. */
  readonly announce: (asker: Connection | null) => void;
  /** Somebody came, left or was renamed: everybody is told, once for all that changed in a moment. */
  readonly changed: () => void;
  readonly close: () => void;
}
export interface ViewsParts {
  readonly id: BoardId;
  readonly board: Pick<LoadedBoard, 'people' | 'entryCode'>;
  readonly store: Pick<Store, 'people' | 'entryCode'>;
  readonly session: () => SessionState;
  readonly connections: () => Iterable<Connection>;
  readonly clientOf: (connection: Connection) => number | undefined;
  readonly clock: Clock;
}

const intervalMs = 50;
/** Each person hears of each other: in large rooms less often, or this would be all the work. */
const intervalPerPersonMs = 2;

export function createViews(parts: ViewsParts): Views {
  const { id, store, session, connections, clientOf, clock } = parts;
  let people = byId(parts.board.people);
  let { entryCode } = parts.board;
  let timer: NodeJS.Timeout | undefined;
  let everybody: readonly Present[] | undefined;
  const changes = createChanges<Connection>();

  const present = (): readonly Present[] => {
    const clients = new Map<PersonId, number[]>();
    for (const connection of connections()) {
      const client = clientOf(connection);
      const own = clients.get(connection.person.id) ?? [];
      if (client !== undefined) clients.set(connection.person.id, [...own, client]);
    }
    // Without a ticket they were removed: their work stays, they do not.
    return [...people.values()]
      .filter(({ ticketHash }) => ticketHash !== null)
      .map(({ id: person, role, name, directionId, actorId }) => ({
        id: person,
        role,
        name,
        directionId,
        actorId,
        clients: clients.get(person) ?? [],
      }));
  };
  const send = (to: Iterable<Connection>) => {
    everybody ??= present();
    const scene: Scene = { state: session(), present: everybody, entryCode, now: clock() };
    for (const connection of to) {
      if (connection.isBehind()) continue; // told once it has drained
      const change = changes.since(connection, viewFor(connection.person, scene));
      if (change) connection.send(encodeSession(change));
    }
  };

  const plan = () => {
    const count = [...connections()].length;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        send(connections());
      },
      Math.max(intervalMs, count * intervalPerPersonMs),
    );
  };

  const changed = () => {
    everybody = undefined;
    plan();
  };

  return {
    came: (person) => {
      people.set(person.id, person);
      changed();
    },
    person: (one) => people.get(one),
    reload: async () => {
      people = byId(await store.people(id));
      entryCode = (await store.entryCode(id)) ?? null;
      changed();
    },
    sendTo: (connection) => send([connection]),
    announce: (asker) => {
      if (asker) send([asker]);
      plan();
    },
    changed,
    close: () => clearTimeout(timer),
  };
}

const byId = (rows: readonly PersonRow[]): Map<PersonId, PersonRow> =>
  new Map(rows.map((row) => [row.id, row]));
