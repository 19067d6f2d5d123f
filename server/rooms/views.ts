/** Tells everybody in a room the session and who is there, each what they may see (SPEC SE1). */
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { encodeSession } from '../../shared/protocol/messages.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Present, viewFor } from '../../shared/session/view.ts';
import type { PersonRow, Store } from '../store/store.ts';
import type { Connection } from './connection.ts';
import type { LoadedBoard } from './load.ts';

export interface Views {
  /** Somebody is here whom the store may not have told of yet. */
  readonly came: (person: PersonRow) => void;
  /** Reads again who joined, was renamed or removed, and whether entry is open. */
  readonly reload: () => Promise<void>;
  readonly sendTo: (connection: Connection) => void;
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
}

const intervalMs = 50;
/** Each person hears of each other: in large rooms less often, or this would be all the work. */
const intervalPerPersonMs = 2;

export function createViews(parts: ViewsParts): Views {
  const { id, store, session, connections, clientOf } = parts;
  let people = byId(parts.board.people);
  let { entryCode } = parts.board;
  let timer: NodeJS.Timeout | undefined;

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
        ...{ id: person, role, name, directionId, actorId },
        clients: clients.get(person) ?? [],
      }));
  };
  const send = (to: Iterable<Connection>) => {
    const everybody = present();
    for (const connection of to)
      connection.send(
        encodeSession(
          viewFor(connection.person, {
            ...{ state: session(), present: everybody, entryCode, now: Date.now() },
          }),
        ),
      );
  };

  const changed = () => {
    const count = [...connections()].length;
    timer ??= setTimeout(
      () => {
        timer = undefined;
        send(connections());
      },
      Math.max(intervalMs, count * intervalPerPersonMs),
    );
  };

  return {
    came: (person) => void people.set(person.id, person),
    reload: async () => {
      people = byId(await store.people(id));
      entryCode = (await store.entryCode(id)) ?? null;
      changed();
    },
    sendTo: (connection) => send([connection]),
    changed,
    close: () => clearTimeout(timer),
  };
}

const byId = (rows: readonly PersonRow[]): Map<PersonId, PersonRow> =>
  new Map(rows.map((row) => [row.id, row]));
