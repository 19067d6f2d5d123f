/**
 * The connections in one room, and what the room knows of each: whether it is shown what others
 * write, what it is still to be told, and how far what it sent is saved.
 */
import * as Y from 'yjs';
import { encodeSaved } from '../../shared/protocol/messages.ts';
import type { Batch } from './keep/batch.ts';
import type { Acknowledge } from './keep/saver.ts';
import type { Connection } from './socket/connection.ts';
import { type Framed, frame } from './socket/wire.ts';

export interface Member {
  readonly connection: Connection;
  /** "Saved", after a disk sync. */
  readonly acknowledge: Acknowledge;
  reading: Reading;
  /** Something it sent stands on what is still missing: nothing is acknowledged until it came. */
  hasGap: boolean;
  /** How often it was asked for what the server lacks, and has not answered. */
  questions: number;
  /** State vector of what it has, while it is still to be told what it lacks. */
  asked: Uint8Array | undefined;
  /** The last "saved" it was told. */
  lastSaved: Uint8Array | undefined;
}
type Reading =
  /** It was not told yet what it lacks, so it is shown nothing. */
  | { readonly kind: 'joining' }
  /** It is shown whatever others write. */
  | { readonly kind: 'following' }
  /** The network does not take what it is sent. */
  | {
      readonly kind: 'behind';
      /** State vector of what it was sent. */
      readonly since: Uint8Array;
      /** How many batches had been shown then. */
      readonly batches: number;
    };

export type Members = ReturnType<typeof createMembers>;

const JOINING: Reading = { kind: 'joining' };
const FOLLOWING: Reading = { kind: 'following' };

/** @param stateVector of what the board holds, all of it kept */
export function createMembers(stateVector: Uint8Array) {
  const members = new Map<Connection, Member>();
  /** Client id → how much of it was shown. */
  const shown = Y.decodeStateVector(stateVector);
  let batches = 0;

  return {
    count: () => members.size,
    connections: () => members.keys(),
    enter: (connection: Connection) => {
      const member = newMember(connection);
      members.set(connection, member);
      return member;
    },
    leave: (connection: Connection) => void members.delete(connection),
    /** Undefined once it has left. */
    of: (connection: Connection) => members.get(connection),
    /** It is told what it lacks: from here on it is shown what others write. */
    follow: (member: Member) => {
      if (member.reading.kind === 'joining') member.reading = FOLLOWING;
    },
    /** The one place where people see what others wrote: after it was kept. */
    show: ({ broadcasts, ends }: Pick<Batch, 'broadcasts' | 'ends'>) => {
      if (broadcasts.length === 0) return;
      const everything = frame(broadcasts.map(({ message }) => message));
      const authors = new Set(broadcasts.map(({ from }) => from));
      for (const { connection, reading } of members.values()) {
        if (reading.kind !== 'following') continue;
        if (!authors.has(connection)) connection.send(everything);
        else if (authors.size > 1) connection.send(byOthers(connection, broadcasts));
      }
      batches += 1;
      for (const [client, end] of ends) shown.set(client, end);
    },
    /** Again, before it was made up for: what it had the first time counts. */
    fellBehind: (connection: Connection) => {
      const member = members.get(connection);
      if (member?.reading.kind === 'following')
        member.reading = { kind: 'behind', since: Y.encodeStateVector(shown), batches };
    },
    /**
     * It can be sent again.
     * @returns state vector of what it has, when it missed what others wrote meanwhile. Otherwise
     *   nothing: the first sync of a large board is always more than may wait, and to read all of it
     *   again to find nothing would hold every board.
     */
    caughtUp: (member: Member) => {
      const { reading } = member;
      if (reading.kind !== 'behind') return undefined;
      member.reading = FOLLOWING;
      return reading.batches < batches ? reading.since : undefined;
    },
  };
}

function newMember(connection: Connection): Member {
  const member: Member = {
    connection,
    acknowledge: (updates, at) => {
      member.lastSaved = encodeSaved({ updates, at });
      connection.sendWithNext(member.lastSaved);
    },
    reading: JOINING,
    hasGap: false,
    questions: 0,
    asked: undefined,
    lastSaved: undefined,
  };
  return member;
}

/** An author has what they wrote. */
const byOthers = (author: Connection, broadcasts: Batch['broadcasts']): Framed =>
  frame(broadcasts.filter(({ from }) => from !== author).map(({ message }) => message));
