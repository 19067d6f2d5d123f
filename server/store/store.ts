/**
 * What a board needs of a database: one ordered log per board, snapshots of what it comes to, links,
 * people and their client ids. The log holds ids only; names live in `people`: erasing one is one act.
 * Every write survives `kill -9` once its promise resolved, and a power cut after {@link Store.sync}.
 * What the database refuses is thrown as a {@link StoreFault}. Proven by `tests/contracts/store.ts`.
 */
import type { ActorId, BoardId, DirectionId, PersonId } from '../../shared/ids.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { StoredSession } from '../../shared/session/stored.ts';

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
  /** Position in the board's log: 1, 2, 3… never given twice. */
  readonly seq: number;
}

/** What one has in a board's log, of one kind. */
export interface LogShare {
  readonly kind: EntryKind;
  /** Null for the server itself. */
  readonly author: PersonId | null;
  readonly entries: number;
  /** Of the entries together. */
  readonly bytes: number;
}

/** The document folded up to and including entry `seq`; the updates it is made of stay in the log. */
export interface Snapshot {
  readonly seq: number;
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  /** Version of the board's schema it is written in, so that nobody decodes it to know. */
  readonly schema: number;
  /** The frame with all of it for a page that has nothing; absent where it is quickly made, or of another protocol. */
  readonly answer?: Uint8Array;
}

/** The session folded up to and including entry `seq`; the events it is made of leave the log. */
export type SessionSnapshot = StoredSession & Pick<Entry, 'seq'>;

/** What something is now: what it was folded into, and the entries of its kind since, in order. */
export interface Current<Folded> {
  readonly snapshot: Folded | undefined;
  readonly tail: readonly Entry[];
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

/** Lets whoever holds its secret join as a participant, until a time of the server's clock: for a code. */
export interface Pass extends Pick<Link, 'hash'> {
  readonly expiresAt: number;
}

/** In the place of a date: somebody asked for it by name, and no clock has a say in it. */
export const PURGE_NOW = 0;

/** The `dates` of boards, the `disk` that takes a row, a `backup` that was made and verified. */
export type LookedAt = 'dates' | 'disk' | 'backup';

export interface DueBoard extends Pick<BoardRow, 'id' | 'purgeAt'> {
  /** When a server first saw that it is due, by its clock of then; null until one has. */
  readonly dueSince: number | null;
}

export interface BoardRow {
  readonly id: BoardId;
  readonly createdAt: number;
  /** From when on the board is to be erased, milliseconds since 1970; see {@link PURGE_NOW}. */
  readonly purgeAt: number;
  /**
   * Which life of the board this is. Another begins whenever its log stops being the continuation
   * of what pages have seen: they then send nothing of theirs. Empty for a board from before epochs.
   */
  readonly epoch: string;
}

/**
 * Why the database refused: `full` disk, `read-only` disk or file, `corrupt` file, `busy` (another
 * process holds it), `newer` (written by a later version of this program), `other` (our own fault).
 */
export type StoreFaultKind = 'full' | 'read-only' | 'corrupt' | 'busy' | 'newer' | 'other';

/** The database refused: a refused write kept nothing. Rooms tell people by `kind`. */
export class StoreFault extends Error {
  readonly kind: StoreFaultKind;

  constructor(kind: StoreFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreFault';
    this.kind = kind;
  }
}

export interface Store {
  /**
   * Writes the board, its links and first entries in one transaction, durable when it resolves.
   * An id already taken is refused and the board that has it stays as it was.
   * @param snapshot of those entries, for whoever opens the board first
   */
  createBoard(
    board: BoardRow,
    links: readonly Link[],
    entries: readonly NewEntry[],
    snapshot?: Snapshot,
  ): Promise<void>;
  board(id: BoardId): Promise<BoardRow | undefined>;
  boards(): Promise<readonly BoardRow[]>;
  boardCount(): Promise<number>;

  /**
   * Appends what one turn of the event loop admitted, for all boards, in one transaction: all of
   * it or nothing. A board that does not exist (or was purged) makes the whole batch be refused.
   * @param claims client ids to bind, as {@link claimClients} does, in the same transaction
   * @returns the last seq given in each board; boards without entries in the batch are absent
   */
  append(
    batch: ReadonlyMap<BoardId, readonly NewEntry[]>,
    claims?: ReadonlyMap<BoardId, ReadonlyMap<number, PersonId>>,
  ): Promise<ReadonlyMap<BoardId, number>>;
  /** Entries with `seq > after`, in order, of one kind or of both; none for an unknown board. */
  readAfter(board: BoardId, after: number, kind?: EntryKind): Promise<readonly Entry[]>;
  /** Who has how much in the log, counted as it grows: the log itself is not read. */
  logShares(board: BoardId): Promise<readonly LogShare[]>;
  /**
   * Makes everything written so far survive a power cut, without holding the event loop. Once it
   * has failed it keeps failing: a disk that lost pages once cannot be believed again.
   */
  sync(): Promise<void>;

  /** Both of one moment, here as below, whoever folds meanwhile; empty for an unknown board. */
  document(board: BoardId): Promise<Current<Snapshot>>;
  session(board: BoardId): Promise<Current<SessionSnapshot>>;
  latestSnapshot(board: BoardId): Promise<Snapshot | undefined>;
  /**
   * Replaces the board's snapshot; an older `seq` than the stored one changes nothing, one beyond
   * the log is refused (it would hide the entries to come).
   */
  saveSnapshot(board: BoardId, snapshot: Snapshot): Promise<void>;
  /**
   * The same for the session, in the place of the events it is made of: whatever stops it, a board has
   * the one or the others. Where they are many they leave the log a part at a time.
   * @param forgets something in them is nobody's to know any more: they leave the files too, soon
   */
  saveSession(board: BoardId, snapshot: SessionSnapshot, forgets?: boolean): Promise<void>;
  /**
   * Puts another log in the place of a board's, which begins an epoch: the former log, snapshot and
   * client ids are gone, from the files too. In one transaction, durable when it resolves.
   * @param snapshot of those entries, as is `session`
   * @returns false when there is no such board
   */
  replaceLog(
    board: BoardId,
    epoch: string,
    entries: readonly NewEntry[],
    snapshot: Snapshot,
    session?: SessionSnapshot,
  ): Promise<boolean>;

  links(board: BoardId): Promise<readonly Link[]>;
  /**
   * Replaces the link of that role, and with the former token goes what it gave: everybody of that
   * role loses ticket and name, and the participants' link takes the entry by code with it. In one
   * transaction.
   * @param keep somebody of that role who stays
   */
  replaceLink(board: BoardId, link: Link, keep?: PersonId): Promise<void>;
  /** Whether a link of some board has this hash: its holder is no stranger here. */
  isLinkHash(hash: Uint8Array): Promise<boolean>;

  people(board: BoardId): Promise<readonly PersonRow[]>;
  /** The person of that board whose ticket has that hash. */
  personByTicket(board: BoardId, hash: Uint8Array): Promise<PersonRow | undefined>;
  /** Adds a person, or replaces the row with the same id. */
  savePerson(board: BoardId, person: PersonRow): Promise<void>;
  /**
   * Deletes a person who leaves no trace: an observer with a ticket, and without a name, a direction,
   * an actor or an entry in the log. Whoever was removed stays: their page is to be told so.
   * @returns false when there is no such person, or they are somebody
   */
  forgetVisitor(board: BoardId, person: PersonId): Promise<boolean>;
  /** The same, for all of them in all boards. */
  forgetVisitors(): Promise<void>;

  /**
   * The code by which people may enter now; undefined while entry is closed. Kept as it is: screens
   * must show it again after a restart, and behind a hash its 190 million would be tried in a second.
   */
  entryCode(board: BoardId): Promise<string | undefined>;
  /** Opens the entry with a code, or changes it. @returns false when another board has that code */
  openEntry(board: BoardId, code: string): Promise<boolean>;
  /** Closes the entry; passes not used yet open nothing any more. */
  closeEntry(board: BoardId): Promise<void>;
  /**
   * Exchanges a code for a pass, and forgets those that are over.
   * @param now server clock, milliseconds since 1970
   * @returns the board whose code it is; undefined when it is nobody's, and no pass was kept
   */
  takePass(code: string, pass: Pass, now: number): Promise<BoardId | undefined>;
  /** Whether that hash is of a pass of the board that is not over. */
  hasPass(board: BoardId, hash: Uint8Array, now: number): Promise<boolean>;

  /** Yjs client id → the person who first used it. */
  clients(board: BoardId): Promise<ReadonlyMap<number, PersonId>>;
  /** Binds client ids that are not bound yet; one already bound stays with its first person. */
  claimClients(board: BoardId, clients: ReadonlyMap<number, PersonId>): Promise<void>;

  /** Changes when the board is to be erased: it is not seen due yet. @returns false when there is none */
  setPurgeDate(board: BoardId, purgeAt: number): Promise<boolean>;
  /** Boards to be erased at that time or before, the longest due first. */
  duePurges(now: number): Promise<readonly DueBoard[]>;
  setDueSince(board: BoardId, at: number): Promise<void>;
  /** By the clock of then; undefined before the first time. */
  lastLook(what: LookedAt): Promise<number | undefined>;
  setLastLook(what: LookedAt, at: number): Promise<void>;
  /**
   * Removes everything of the board, from the files too; durable when it resolves. From the start
   * nothing opens it; the log goes a part at a time, and what a fault or a kill left of it goes with
   * the next purge of that board, as does what is in the files alone.
   */
  purge(board: BoardId): Promise<void>;
  /** Waits for a running {@link sync}, then lets the database go. Nothing may be called after. */
  close(): Promise<void>;
}
