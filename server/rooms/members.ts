/**
 * The connections in one room, and what the room knows of each: whether it follows, how far it was
 * told when it fell behind, and how far what it sent is saved.
 */
import * as Y from 'yjs';
import { encodeSaved } from '../../shared/protocol/messages.ts';
import type { Turn } from './keep/batches.ts';
import type { Connection } from './socket/connection.ts';
import { type Framed, frame } from './socket/wire.ts';

interface Member {
  /** Something it sent stands on what is still missing: nothing is acknowledged until it came. */
  hasGap: boolean;
  /** While it is too far behind to be sent more. */
  behind: Lag | undefined;
  /** The last "saved" it was told. */
  saved: Uint8Array | undefined;
  /** State vector of what it has, while it is still to be told what it lacks. */
  asked: Uint8Array | undefined;
}
interface Lag {
  /** State vector of what it was sent. */
  readonly since: Uint8Array;
  /** How many turns had been shown then. */
  readonly turns: number;
}
export interface Members {
  readonly count: () => number;
  readonly connections: () => Iterable<Connection>;
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  /** Undefined once it has left. */
  readonly of: (connection: Connection) => Member | undefined;
  /** It asked what it lacks and was answered: from here on it is shown what others write. */
  readonly follow: (connection: Connection) => void;
  /** The one place where people see what others wrote: after it was kept. */
  readonly show: (kept: Pick<Turn, 'broadcasts' | 'ends'>) => void;
  /** Again, before it was made up for: what it had the first time counts. */
  readonly fellBehind: (connection: Connection) => void;
  /**
   * It can be sent again.
   * @returns state vector of what it has, when it missed what others wrote meanwhile. Otherwise
   *   nothing: the first sync of a large board is always more than may wait, and to read all of it
   *   again to find nothing would hold every board.
   */
  readonly caughtUp: (connection: Connection) => Uint8Array | undefined;
  /** "Saved", after a disk sync. */
  readonly acknowledge: (connection: Connection, updates: number, at: number) => void;
}

/** @param stateVector of what the board holds, all of it kept */
export function createMembers(stateVector: Uint8Array): Members {
  const members = new Map<Connection, Member>();
  const followers = new Set<Connection>();
  let turns = 0;
  /** Client id → how much of it was shown. */
  const shown = Y.decodeStateVector(stateVector);

  return {
    count: () => members.size,
    connections: () => members.keys(),
    enter: (connection) => {
      const member = { hasGap: false, behind: undefined, saved: undefined, asked: undefined };
      members.set(connection, member);
    },
    leave: (connection) => {
      members.delete(connection);
      followers.delete(connection);
    },
    follow: (connection) => {
      if (members.has(connection)) followers.add(connection);
    },
    of: (connection) => members.get(connection),
    show: ({ broadcasts, ends }) => {
      if (broadcasts.length === 0) return;
      const everything = frame(broadcasts.map(({ message }) => message));
      const authors = new Set(broadcasts.map(({ from }) => from));
      for (const connection of followers) {
        if (!authors.has(connection)) connection.send(everything);
        else if (authors.size > 1) connection.send(byOthers(connection, broadcasts));
      }
      turns += 1;
      for (const [client, end] of ends) shown.set(client, end);
    },
    fellBehind: (connection) => {
      const member = members.get(connection);
      if (member) member.behind ??= { since: Y.encodeStateVector(shown), turns };
    },
    caughtUp: (connection) => {
      const member = members.get(connection);
      const lag = member?.behind;
      if (!member || !lag) return undefined;
      member.behind = undefined;
      return followers.has(connection) && lag.turns < turns ? lag.since : undefined;
    },
    acknowledge: (connection, updates, at) => {
      const member = members.get(connection);
      if (!member) return;
      member.saved = encodeSaved({ updates, at });
      connection.send(member.saved);
    },
  };
}

/** An author has what they wrote. */
const byOthers = (author: Connection, broadcasts: Turn['broadcasts']): Framed =>
  frame(broadcasts.filter(({ from }) => from !== author).map(({ message }) => message));
