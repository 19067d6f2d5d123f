/**
 * The SQL of the SQLite store: one prepared statement per question, and the shapes of the rows.
 * Nothing here opens a transaction; nothing elsewhere writes SQL.
 */
import type { Database } from 'better-sqlite3';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { Role } from '../../shared/session/roles.ts';
import { type Prepare, plain, type Raw } from './question.ts';
import { sessionRows } from './session-rows.ts';
import { snapshotRows } from './snapshot-rows.ts';
import type {
  BoardRow,
  DueBoard,
  Entry,
  EntryKind,
  Link,
  LogShare,
  LookedAt,
  Pass,
  PersonRow,
} from './store.ts';

export type Rows = ReturnType<typeof prepareRows>;
export function prepareRows(db: Database) {
  const prepare: Prepare = (sql) => db.prepare(sql);
  return {
    ...boardRows(prepare),
    ...logRows(prepare),
    ...snapshotRows(prepare),
    ...sessionRows(prepare),
    ...shareRows(prepare),
    ...peopleRows(prepare),
    ...codeRows(prepare),
    ...eraseRows(prepare),
  };
}

/** The boards, and when each is to be erased. */
function boardRows(prepare: Prepare) {
  const select = 'SELECT id, created_at AS createdAt, purge_at AS purgeAt, epoch FROM boards';
  return {
    addBoard: prepare<[BoardRow]>(
      `INSERT INTO boards (id, created_at, purge_at, epoch)
       VALUES (@id, @createdAt, @purgeAt, @epoch)`,
    ),
    boards: prepare<[], BoardRow>(`${select} ORDER BY created_at, id`),
    boardCount: prepare<[], number>('SELECT count(*) FROM boards').pluck(),
    board: prepare<[BoardId], BoardRow>(`${select} WHERE id = ?`),
    setPurgeDate: prepare<[number, BoardId]>('UPDATE boards SET purge_at = ? WHERE id = ?'),
    duePurges: prepare<[number], DueBoard>(
      `SELECT id, purge_at AS purgeAt, since AS dueSince
       FROM boards LEFT JOIN due_boards ON board = id WHERE purge_at <= ? ORDER BY purge_at, id`,
    ),
    setDueSince: prepare<[BoardId, number]>('INSERT OR REPLACE INTO due_boards VALUES (?, ?)'),
    unsetDueSince: prepare<[BoardId]>('DELETE FROM due_boards WHERE board = ?'),
    lastLook: prepare<[LookedAt], number>('SELECT at FROM looks WHERE what = ?').pluck(),
    setLastLook: prepare<[LookedAt, number]>('INSERT OR REPLACE INTO looks VALUES (?, ?)'),
    setEpoch: prepare<[string, BoardId]>('UPDATE boards SET epoch = ? WHERE id = ?'),
    removeBoard: prepare<[BoardId]>('DELETE FROM boards WHERE id = ?'),
  };
}

/** What boards are made of: the log, and who wrote under which client id. */
function logRows(prepare: Prepare) {
  const lastSeq = prepare<[BoardId, BoardId], number>(
    `SELECT max((SELECT coalesce(max(seq), 0) FROM entries WHERE board = ?),
       (SELECT coalesce(max(seq), 0) FROM session_snapshots WHERE board = ?))`,
  ).pluck();
  const entriesWhere = (condition: string) =>
    prepare<[BoardId, number], Raw<Entry>>(
      `SELECT seq, kind, author, at, bytes FROM entries
       WHERE board = ? AND seq > ? ${condition} ORDER BY seq`,
    );
  const entries = entriesWhere('');
  const entriesOfKind: Readonly<Record<EntryKind, typeof entries>> = {
    update: entriesWhere("AND kind = 'update'"),
    event: entriesWhere("AND kind = 'event'"),
  };
  const clients = prepare<[BoardId], { readonly client: number; readonly person: PersonId }>(
    'SELECT client, person FROM clients WHERE board = ?',
  );
  const removals = [
    'entries',
    'snapshots',
    'first_answers',
    'session_snapshots',
    'clients',
    'log_shares',
  ].map((table) => prepare<[BoardId]>(`DELETE FROM ${table} WHERE board = ?`));

  return {
    /** 0 while the log is empty. */
    lastSeq: (id: BoardId): number => lastSeq.get(id, id) ?? 0,
    addEntry: prepare<[BoardId, number, EntryKind, PersonId | null, number, Uint8Array]>(
      'INSERT INTO entries (board, seq, kind, author, at, bytes) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    entriesAfter: (id: BoardId, after: number, kind?: EntryKind): readonly Entry[] =>
      (kind ? entriesOfKind[kind] : entries)
        .all(id, after)
        .map((row) => ({ ...row, bytes: plain(row.bytes) })),
    clients: (id: BoardId) =>
      new Map(clients.all(id).map(({ client, person }) => [client, person])),
    claimClient: prepare<[BoardId, number, PersonId]>(
      `INSERT INTO clients (board, client, person) VALUES (?, ?, ?)
       ON CONFLICT (board, client) DO NOTHING`,
    ),
    /** Takes away entries, snapshots and client ids: the next entry is the first again. */
    removeLog: (id: BoardId): void => {
      for (const removal of removals) removal.run(id);
    },
  };
}

/** Who has how much in which log; the server itself is ''. */
function shareRows(prepare: Prepare) {
  const shares = prepare<[BoardId], LogShare>(
    `SELECT kind, nullif(author, '') AS author, entries, bytes FROM log_shares WHERE board = ?`,
  );
  return {
    shares: (id: BoardId): readonly LogShare[] => shares.all(id),
    addShare: prepare<[LogShare & { readonly board: BoardId }]>(
      `INSERT INTO log_shares (board, kind, author, entries, bytes)
       VALUES (@board, @kind, coalesce(@author, ''), @entries, @bytes)
       ON CONFLICT (board, kind, author) DO UPDATE
       SET entries = entries + excluded.entries, bytes = bytes + excluded.bytes`,
    ),
  };
}

/** Who comes in by which link, and who is there. */
function peopleRows(prepare: Prepare) {
  const links = prepare<[BoardId], Raw<Link>>(
    'SELECT role, hash FROM links WHERE board = ? ORDER BY role',
  );
  const select = `SELECT id, role, name, direction AS directionId, actor AS actorId,
    ticket_hash AS ticketHash, joined_at AS joinedAt FROM people`;
  const people = prepare<[BoardId], Raw<PersonRow>>(
    `${select} WHERE board = ? ORDER BY joined_at, id`,
  );
  const byTicket = prepare<[Uint8Array, BoardId], Raw<PersonRow>>(
    `${select} WHERE ticket_hash = ? AND board = ?`,
  );
  // Each kind is named, so that a share is found by its key.
  const removeVisitors = `DELETE FROM people
    WHERE role = 'observer' AND name = '' AND direction IS NULL AND actor IS NULL
    AND ticket_hash IS NOT NULL AND NOT EXISTS (SELECT 1 FROM log_shares AS share
      WHERE share.board = people.board AND share.kind IN ('update', 'event')
      AND share.author = people.id)`;
  const person = (row: Raw<PersonRow>): PersonRow => ({
    ...row,
    ticketHash: row.ticketHash && plain(row.ticketHash),
  });

  return {
    links: (id: BoardId): readonly Link[] =>
      links.all(id).map((row) => ({ ...row, hash: plain(row.hash) })),
    putLink: prepare<[Link & { readonly board: BoardId }]>(
      `INSERT INTO links (board, role, hash) VALUES (@board, @role, @hash)
       ON CONFLICT (board, role) DO UPDATE SET hash = excluded.hash`,
    ),
    linkWithHash: prepare<[Uint8Array]>('SELECT 1 FROM links WHERE hash = ?'),
    people: (id: BoardId): readonly PersonRow[] => people.all(id).map(person),
    personByTicket: (id: BoardId, hash: Uint8Array): PersonRow | undefined => {
      const row = byTicket.get(hash, id);
      return row && person(row);
    },
    putPerson: prepare<[PersonRow & { readonly board: BoardId }]>(
      `INSERT INTO people (board, id, role, name, direction, actor, ticket_hash, joined_at)
       VALUES (@board, @id, @role, @name, @directionId, @actorId, @ticketHash, @joinedAt)
       ON CONFLICT (board, id) DO UPDATE
       SET role = excluded.role, name = excluded.name, direction = excluded.direction,
         actor = excluded.actor, ticket_hash = excluded.ticket_hash, joined_at = excluded.joined_at`,
    ),
    removeVisitor: prepare<[BoardId, PersonId]>(`${removeVisitors} AND board = ? AND id = ?`),
    removeVisitors: prepare<[]>(removeVisitors),
    /** Takes ticket and name from everybody of a role but one. */
    dismiss: prepare<[BoardId, Role, PersonId | null]>(
      "UPDATE people SET ticket_hash = NULL, name = '' WHERE board = ? AND role = ? AND id IS NOT ?",
    ),
  };
}

/** How a board is taken away, whole in the end. */
function eraseRows(prepare: Prepare) {
  const removeLast = prepare<[BoardId, BoardId]>(
    `DELETE FROM entries WHERE board = ?
     AND seq > (SELECT max(seq) - 500 FROM entries WHERE board = ?)`,
  );
  const removals = ['people', 'links', 'codes', 'passes'].map((table) =>
    prepare<[BoardId]>(`DELETE FROM ${table} WHERE board = ?`),
  );
  return {
    /** The last entries of a log, some hundreds. @returns how many */
    removeLastEntries: (id: BoardId): number => removeLast.run(id, id).changes,
    /** Whatever opens a board: nobody enters it, or reads it at its door. */
    shut: (id: BoardId): void => {
      for (const removal of removals) removal.run(id);
    },
  };
}

/** Codes, and the passes they are exchanged for. */
const codeRows = (prepare: Prepare) => ({
  code: prepare<[BoardId], string>('SELECT code FROM codes WHERE board = ?').pluck(),
  /** Changes nothing when the code is another board's. */
  putCode: prepare<[{ readonly board: BoardId; readonly code: string }]>(
    `INSERT INTO codes (board, code) SELECT @board, @code
     WHERE NOT EXISTS (SELECT 1 FROM codes WHERE code = @code AND board <> @board)
     ON CONFLICT (board) DO UPDATE SET code = excluded.code`,
  ),
  boardOfCode: prepare<[string], BoardId>('SELECT board FROM codes WHERE code = ?').pluck(),
  removeCode: prepare<[BoardId]>('DELETE FROM codes WHERE board = ?'),
  putPass: prepare<[Pass & { readonly board: BoardId }]>(
    'INSERT INTO passes (hash, board, expires_at) VALUES (@hash, @board, @expiresAt)',
  ),
  pass: prepare<[Uint8Array, BoardId, number]>(
    'SELECT 1 FROM passes WHERE hash = ? AND board = ? AND expires_at > ?',
  ),
  removePasses: prepare<[BoardId]>('DELETE FROM passes WHERE board = ?'),
  removePassesBefore: prepare<[number]>('DELETE FROM passes WHERE expires_at <= ?'),
});
