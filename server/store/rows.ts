/**
 * The SQL of the SQLite store: one prepared statement per question, and the shapes of the rows.
 * Nothing here opens a transaction; nothing elsewhere writes SQL.
 */
import type { Database } from 'better-sqlite3';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { Role } from '../../shared/session/roles.ts';
import type {
  BoardRow,
  Entry,
  EntryKind,
  Link,
  NewEntry,
  Pass,
  PersonRow,
  Snapshot,
} from './store.ts';

/** The boards, and when each is to be erased. */
interface BoardRows {
  addBoard(board: BoardRow): void;
  board(id: BoardId): BoardRow | undefined;
  boards(): readonly BoardRow[];
  setPurgeDate(id: BoardId, purgeAt: number): boolean;
  duePurges(now: number): readonly BoardId[];
  removeBoard(id: BoardId): void;
}
/** What boards are made of: log, snapshots, and who wrote under which client id. */
interface LogRows {
  /** 0 while the log is empty. */
  lastSeq(board: BoardId): number;
  addEntry(board: BoardId, seq: number, entry: NewEntry): void;
  entriesAfter(board: BoardId, after: number, kind?: EntryKind): readonly Entry[];
  snapshot(board: BoardId): Snapshot | undefined;
  putSnapshot(board: BoardId, snapshot: Snapshot): void;
  clients(board: BoardId): ReadonlyMap<number, PersonId>;
  claimClient(board: BoardId, client: number, person: PersonId): void;
}
/** Who comes in by which link, and who is there. */
interface PeopleRows {
  links(board: BoardId): readonly Link[];
  putLink(board: BoardId, link: Link): void;
  isLinkHash(hash: Uint8Array): boolean;
  people(board: BoardId): readonly PersonRow[];
  putPerson(board: BoardId, person: PersonRow): void;
  /** Takes ticket and name from everybody of a role but one. */
  dismiss(board: BoardId, role: Role, keep: PersonId | undefined): void;
}
/** Codes, and the passes they are exchanged for. */
interface CodeRows {
  code(board: BoardId): string | undefined;
  /** Whether it could be: a code is one board's. */
  putCode(board: BoardId, code: string): boolean;
  boardOfCode(code: string): BoardId | undefined;
  removeCode(board: BoardId): void;
  putPass(board: BoardId, pass: Pass): void;
  hasPass(board: BoardId, hash: Uint8Array, now: number): boolean;
  removePasses(board: BoardId): void;
  removePassesBefore(now: number): void;
}
export type Rows = BoardRows & LogRows & PeopleRows & CodeRows;

/** What the driver hands out: blobs are Node buffers. Statements alias columns to our names. */
type Raw<Row> = {
  [Key in keyof Row]: Row[Key] extends Uint8Array
    ? Buffer
    : Row[Key] extends Uint8Array | null
      ? Buffer | null
      : Row[Key];
};

export const prepareRows = (db: Database): Rows => ({
  ...boardRows(db),
  ...logRows(db),
  ...peopleRows(db),
  ...codeRows(db),
});

function boardRows(db: Database): BoardRows {
  const addBoard = db.prepare<BoardRow>(
    'INSERT INTO boards (id, created_at, purge_at) VALUES (@id, @createdAt, @purgeAt)',
  );
  const selectBoards = 'SELECT id, created_at AS createdAt, purge_at AS purgeAt FROM boards';
  const boards = db.prepare<[], BoardRow>(`${selectBoards} ORDER BY created_at, id`);
  const board = db.prepare<[string], BoardRow>(`${selectBoards} WHERE id = ?`);
  const setPurgeDate = db.prepare<[number, string]>('UPDATE boards SET purge_at = ? WHERE id = ?');
  const duePurges = db
    .prepare<[number], BoardId>('SELECT id FROM boards WHERE purge_at <= ? ORDER BY purge_at, id')
    .pluck();
  const removeBoard = db.prepare<[string]>('DELETE FROM boards WHERE id = ?');

  return {
    addBoard: (row) => void addBoard.run(row),
    board: (id) => board.get(id),
    boards: () => boards.all(),
    setPurgeDate: (id, purgeAt) => setPurgeDate.run(purgeAt, id).changes > 0,
    duePurges: (now) => duePurges.all(now),
    removeBoard: (id) => void removeBoard.run(id),
  };
}

function logRows(db: Database): LogRows {
  const lastSeq = db
    .prepare<[string], number>('SELECT coalesce(max(seq), 0) FROM entries WHERE board = ?')
    .pluck();
  const addEntry = db.prepare<[string, number, string, string | null, number, Uint8Array]>(
    'INSERT INTO entries (board, seq, kind, author, at, bytes) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectEntries = 'SELECT seq, kind, author, at, bytes FROM entries WHERE';
  const entriesAfter = db.prepare<[string, number], Raw<Entry>>(
    `${selectEntries} board = ? AND seq > ? ORDER BY seq`,
  );
  const entriesOfKind = {
    update: db.prepare<[string, number], Raw<Entry>>(
      `${selectEntries} board = ? AND seq > ? AND kind = 'update' ORDER BY seq`,
    ),
    event: db.prepare<[string, number], Raw<Entry>>(
      `${selectEntries} board = ? AND seq > ? AND kind = 'event' ORDER BY seq`,
    ),
  };

  const snapshot = db.prepare<[string], Raw<Snapshot>>(
    `SELECT seq, state, state_vector AS stateVector, board_schema AS schema
     FROM snapshots WHERE board = ?`,
  );
  const putSnapshot = db.prepare<[string, number, Uint8Array, Uint8Array, number]>(
    `INSERT INTO snapshots (board, seq, state, state_vector, board_schema) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (board) DO UPDATE
     SET seq = excluded.seq, state = excluded.state, state_vector = excluded.state_vector,
         board_schema = excluded.board_schema
     WHERE excluded.seq >= snapshots.seq`,
  );

  const clients = db
    .prepare<[string], [number, PersonId]>('SELECT client, person FROM clients WHERE board = ?')
    .raw();
  const claimClient = db.prepare<[string, number, string]>(
    `INSERT INTO clients (board, client, person) VALUES (?, ?, ?)
     ON CONFLICT (board, client) DO NOTHING`,
  );

  return {
    lastSeq: (id) => lastSeq.get(id) ?? 0,
    addEntry: (id, seq, entry) =>
      void addEntry.run(id, seq, entry.kind, entry.author, entry.at, entry.bytes),
    entriesAfter: (id, after, kind) =>
      (kind ? entriesOfKind[kind] : entriesAfter)
        .all(id, after)
        .map((row) => ({ ...row, bytes: plain(row.bytes) })),
    snapshot: (id) => {
      const row = snapshot.get(id);
      return row && { ...row, state: plain(row.state), stateVector: plain(row.stateVector) };
    },
    putSnapshot: (id, { seq, state, stateVector, schema }) =>
      void putSnapshot.run(id, seq, state, stateVector, schema),
    clients: (id) => new Map(clients.all(id)),
    claimClient: (id, client, person) => void claimClient.run(id, client, person),
  };
}

function peopleRows(db: Database): PeopleRows {
  const links = db.prepare<[string], Raw<Link>>(
    'SELECT role, hash FROM links WHERE board = ? ORDER BY role',
  );
  const putLink = db.prepare<[string, string, Uint8Array]>(
    `INSERT INTO links (board, role, hash) VALUES (?, ?, ?)
     ON CONFLICT (board, role) DO UPDATE SET hash = excluded.hash`,
  );

  const linkHash = db.prepare<[Uint8Array]>('SELECT 1 FROM links WHERE hash = ?');

  const people = db.prepare<[string], Raw<PersonRow>>(
    `SELECT id, role, name, direction AS directionId, actor AS actorId,
       ticket_hash AS ticketHash, joined_at AS joinedAt
     FROM people WHERE board = ? ORDER BY joined_at, id`,
  );
  const putPerson = db.prepare<PersonRow & { readonly board: BoardId }>(
    `INSERT INTO people (board, id, role, name, direction, actor, ticket_hash, joined_at)
     VALUES (@board, @id, @role, @name, @directionId, @actorId, @ticketHash, @joinedAt)
     ON CONFLICT (board, id) DO UPDATE
     SET role = excluded.role, name = excluded.name, direction = excluded.direction,
       actor = excluded.actor, ticket_hash = excluded.ticket_hash, joined_at = excluded.joined_at`,
  );

  const dismiss = db.prepare<[string, string, string | null]>(
    "UPDATE people SET ticket_hash = NULL, name = '' WHERE board = ? AND role = ? AND id IS NOT ?",
  );

  return {
    links: (id) => links.all(id).map((row) => ({ ...row, hash: plain(row.hash) })),
    putLink: (id, { role, hash }) => void putLink.run(id, role, hash),
    isLinkHash: (hash) => linkHash.get(hash) !== undefined,
    people: (id) =>
      people
        .all(id)
        .map((row) => ({ ...row, ticketHash: row.ticketHash && plain(row.ticketHash) })),
    putPerson: (id, person) => void putPerson.run({ ...person, board: id }),
    dismiss: (id, role, keep) => void dismiss.run(id, role, keep ?? null),
  };
}

function codeRows(db: Database): CodeRows {
  const code = db.prepare<[string], string>('SELECT code FROM codes WHERE board = ?').pluck();
  const boardOfCode = db
    .prepare<[string], BoardId>('SELECT board FROM codes WHERE code = ?')
    .pluck();
  const putCode = db.prepare<{ readonly board: BoardId; readonly code: string }>(
    `INSERT INTO codes (board, code) SELECT @board, @code
     WHERE NOT EXISTS (SELECT 1 FROM codes WHERE code = @code AND board <> @board)
     ON CONFLICT (board) DO UPDATE SET code = excluded.code`,
  );
  const removeCode = db.prepare<[string]>('DELETE FROM codes WHERE board = ?');
  const putPass = db.prepare<[Uint8Array, string, number]>(
    'INSERT INTO passes (hash, board, expires_at) VALUES (?, ?, ?)',
  );
  const pass = db.prepare<[Uint8Array, string, number]>(
    'SELECT 1 FROM passes WHERE hash = ? AND board = ? AND expires_at > ?',
  );
  const removePasses = db.prepare<[string]>('DELETE FROM passes WHERE board = ?');
  const removePassesBefore = db.prepare<[number]>('DELETE FROM passes WHERE expires_at <= ?');

  return {
    code: (id) => code.get(id),
    putCode: (id, given) => putCode.run({ board: id, code: given }).changes > 0,
    boardOfCode: (given) => boardOfCode.get(given),
    removeCode: (id) => void removeCode.run(id),
    putPass: (id, { hash, expiresAt }) => void putPass.run(hash, id, expiresAt),
    hasPass: (id, hash, now) => pass.get(hash, id, now) !== undefined,
    removePasses: (id) => void removePasses.run(id),
    removePassesBefore: (now) => void removePassesBefore.run(now),
  };
}

/** A plain view of a driver's buffer: `slice` of a Node buffer shares memory, `Uint8Array`'s copies. */
const plain = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
