/** Tells everybody in a room the session and who is there, each what they may see (SPEC SE1). */
import type { PersonId } from '../../shared/ids.ts';
import { encodeSession } from '../../shared/protocol/messages.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { type Present, viewFor } from '../../shared/session/view.ts';
import type { PersonRow } from '../store/store.ts';
import type { Connection } from './connection.ts';

export interface Views {
  readonly sendTo: (connection: Connection) => void;
  /** Somebody came, left or was renamed: everybody is told, once for all that changed in a moment. */
  readonly changed: () => void;
  readonly close: () => void;
}
export interface ViewsParts {
  readonly session: () => SessionState;
  readonly people: () => Iterable<PersonRow>;
  readonly entryCode: () => string | null;
  readonly connections: () => Iterable<Connection>;
  readonly clientOf: (connection: Connection) => number | undefined;
}

const intervalMs = 50;
/** Each person hears of each other: in large rooms less often, or this would be all the work. */
const intervalPerPersonMs = 2;

export function createViews(parts: ViewsParts): Views {
  const { session, people, entryCode, connections, clientOf } = parts;
  let timer: NodeJS.Timeout | undefined;

  const present = (): readonly Present[] => {
    const clients = new Map<PersonId, number[]>();
    for (const connection of connections()) {
      const client = clientOf(connection);
      const own = clients.get(connection.person.id) ?? [];
      if (client !== undefined) clients.set(connection.person.id, [...own, client]);
    }
    // Without a ticket they were removed: their work stays, they do not.
    return [...people()]
      .filter(({ ticketHash }) => ticketHash !== null)
      .map(({ id, role, name, directionId, actorId }) => ({
        ...{ id, role, name, directionId, actorId },
        clients: clients.get(id) ?? [],
      }));
  };
  const send = (to: Iterable<Connection>) => {
    const everybody = present();
    for (const connection of to)
      connection.send(encodeSession(viewFor(connection.person, session(), everybody, entryCode())));
  };

  return {
    sendTo: (connection) => send([connection]),
    changed: () => {
      const count = [...connections()].length;
      timer ??= setTimeout(
        () => {
          timer = undefined;
          send(connections());
        },
        Math.max(intervalMs, count * intervalPerPersonMs),
      );
    },
    close: () => clearTimeout(timer),
  };
}
