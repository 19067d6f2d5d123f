/**
 * What a board needs of a database: one ordered, append-only log per board, snapshots that shorten
 * its reading, links, people and their client ids. Two kinds of facts are kept apart on purpose:
 * the log holds ids only; names live in `people`, so erasing one is one act.
 * Every implementation passes `tests/contracts/store.ts`.
 */
import type { ActorId, BoardId, DirectionId, PersonId } from '../../shared/ids.ts';
import type { Role } from '../../shared/session/roles.ts';

/** `update`: bytes of a Yjs update (V1). `event`: UTF-8 JSON of a session event. */
export type EntryKind = 'update' | 'event';

export interface NewEntry {
  readonly kind: EntryKind;
  /** Who caused it; null for the server itself (a fold, an import before anybody joined). */
  readonly author: PersonId | null;
  /** Server clock, milliseconds since 1970. */
  readonly at: number;
  readonly bytes: Uint8Array;
}
export interface Entry extends NewEntry {
  /** Position in the board's log: 1, 2, 3… without a hole. */
  readonly seq: number;
}

/** The document folded up to and including entry `seq`. Session events are never folded. */
export interface Snapshot {
  readonly seq: number;
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** A capability to enter a board with a role. Only the hash of its token is kept. */
export interface Link {
  readonly role: Role;
  /** SHA-256 of the token, 32 bytes. */
  readonly hash: Uint8Array;
}

export interface PersonRow {
  readonly id: PersonId;
  readonly role: Role;
  readonly name: string;
  readonly directionId: DirectionId | null;
  readonly actorId: ActorId | null;
  /** SHA-256 of the ticket that opens this person's sockets; null once removed. */
  readonly ticketHash: Uint8Array | null;
  readonly joinedAt: number;
}

export interface BoardRow {
  readonly id: BoardId;
  readonly createdAt: number;
}

export interface Store {
  /** Writes the board, its links and first entries in one transaction, durable when it resolves. */
  createBoard(board: BoardRow, links: readonly Link[], entries: readonly NewEntry[]): Promise<void>;
  board(id: BoardId): Promise<BoardRow | undefined>;
  boards(): Promise<readonly BoardRow[]>;

  /**
   * Appends what one turn of the event loop admitted, for all boards, in one transaction: all of
   * it or nothing. Once resolved it survives `kill -9`; it survives a power cut after {@link sync}.
   * @returns the last seq given in each board
   */
  append(batch: ReadonlyMap<BoardId, readonly NewEntry[]>): Promise<ReadonlyMap<BoardId, number>>;
  /** Entries with `seq > after`, in order. */
  readAfter(board: BoardId, after: number): Promise<readonly Entry[]>;
  /** Makes everything appended so far survive a power cut, without holding the event loop. */
  sync(): Promise<void>;

  latestSnapshot(board: BoardId): Promise<Snapshot | undefined>;
  /** Replaces the board's snapshot; an older `seq` than the stored one changes nothing. */
  saveSnapshot(board: BoardId, snapshot: Snapshot): Promise<void>;

  links(board: BoardId): Promise<readonly Link[]>;
  /** Replaces the link of that role: the former token opens nothing from here on. */
  replaceLink(board: BoardId, link: Link): Promise<void>;

  people(board: BoardId): Promise<readonly PersonRow[]>;
  /** Adds a person, or replaces the row with the same id. */
  savePerson(board: BoardId, person: PersonRow): Promise<void>;

  /** Yjs client id → the person who first used it. */
  clients(board: BoardId): Promise<ReadonlyMap<number, PersonId>>;
  /** Binds client ids that are not bound yet; durable with the next {@link append}. */
  claimClients(board: BoardId, clients: ReadonlyMap<number, PersonId>): Promise<void>;

  /** Removes everything of the board. */
  purge(board: BoardId): Promise<void>;
  close(): Promise<void>;
}
