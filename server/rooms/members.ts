/**
 * The connections in one room, and what the room knows of each: whether it follows, how far it was
 * told when it fell behind, and how far what it sent is saved.
 */
import * as Y from 'yjs';
import { encodeSaved } from '../../shared/protocol/messages.ts';
import type { Connection } from './connection.ts';
import type { Turn } from './turn.ts';

export interface Member {
  /** It asked what it lacks and was answered: from here on it follows. */
  follows: boolean;
  /** Something it sent stands on what is still missing: nothing is acknowledged until it came. */
  hasGap: boolean;
  /** State vector of what it was sent, while it is too far behind to be sent more. */
  behindSince: Uint8Array | undefined;
  /** The last "saved" it was told. */
  saved: Uint8Array | undefined;
}
export interface Members {
  readonly count: () => number;
  readonly connections: () => Iterable<Connection>;
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  /** Undefined once it has left. */
  readonly of: (connection: Connection) => Member | undefined;
  /** The one place where people see what others wrote: after it was kept. */
  readonly show: (kept: Pick<Turn, 'broadcasts' | 'ends'>) => void;
  readonly fellBehind: (connection: Connection) => void;
  /** It can be sent again. @returns what it had been sent before; undefined when it has left */
  readonly caughtUp: (connection: Connection) => Uint8Array | undefined;
  /** "Saved", after a disk sync. */
  readonly acknowledge: (connection: Connection, updates: number, at: number) => void;
}

/** @param stateVector of what the board holds, all of it kept */
export function createMembers(stateVector: Uint8Array): Members {
  const members = new Map<Connection, Member>();
  /** Client id → how much of it was shown. */
  const shown = Y.decodeStateVector(stateVector);

  return {
    count: () => members.size,
    connections: () => members.keys(),
    enter: (connection) => {
      const member = { follows: false, hasGap: false, behindSince: undefined, saved: undefined };
      members.set(connection, member);
    },
    leave: (connection) => void members.delete(connection),
    of: (connection) => members.get(connection),
    show: ({ broadcasts, ends }) => {
      for (const { frame, from } of broadcasts)
        for (const [connection, { follows }] of members)
          if (connection !== from && follows) connection.send(frame);
      for (const [client, end] of ends) shown.set(client, end);
    },
    fellBehind: (connection) => {
      const member = members.get(connection);
      if (member) member.behindSince = Y.encodeStateVector(shown);
    },
    caughtUp: (connection) => {
      const member = members.get(connection);
      const since = member?.behindSince;
      if (member) member.behindSince = undefined;
      return since;
    },
    acknowledge: (connection, updates, at) => {
      const member = members.get(connection);
      if (!member) return;
      member.saved = encodeSaved({ updates, at });
      connection.send(member.saved);
    },
  };
}
