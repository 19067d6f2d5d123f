/**
 * The tables of the SQLite file, as the list of steps that lead to them. `user_version` counts the
 * steps a file has been through. A released step is never edited: add one below it. What stands in
 * the documents of boards has its own migrations: `shared/board/board-migrations.ts`.
 */
import type { Database } from 'better-sqlite3';
import { StoreFault } from './store.ts';

const SQL_MIGRATIONS: readonly string[] = [
  // `people` alone holds names. Every table hangs on `boards`, so a purge is one DELETE.
  `CREATE TABLE boards (
     id TEXT PRIMARY KEY,
     created_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE entries (
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     seq INTEGER NOT NULL,
     kind TEXT NOT NULL CHECK (kind IN ('update', 'event')),
     author TEXT,
     at INTEGER NOT NULL,
     bytes BLOB NOT NULL,
     PRIMARY KEY (board, seq)
   ) STRICT;
   -- A session is told by its few events, among a hundred thousand updates.
   CREATE INDEX session_events ON entries (board, seq) WHERE kind = 'event';
   CREATE TRIGGER entries_without_hole BEFORE INSERT ON entries
   WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries WHERE board = NEW.board)
   BEGIN SELECT RAISE(ABORT, 'entry out of order'); END;
   CREATE TRIGGER entries_append_only BEFORE UPDATE ON entries
   BEGIN SELECT RAISE(ABORT, 'entries never change'); END;

   CREATE TABLE snapshots (
     board TEXT PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
     seq INTEGER NOT NULL,
     state BLOB NOT NULL,
     state_vector BLOB NOT NULL
   ) STRICT;

   CREATE TABLE links (
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     role TEXT NOT NULL,
     hash BLOB NOT NULL CHECK (length(hash) = 32),
     PRIMARY KEY (board, role)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX links_by_hash ON links (hash);

   CREATE TABLE people (
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     id TEXT NOT NULL,
     role TEXT NOT NULL,
     name TEXT NOT NULL,
     direction TEXT,
     actor TEXT,
     ticket_hash BLOB CHECK (length(ticket_hash) = 32),
     joined_at INTEGER NOT NULL,
     PRIMARY KEY (board, id)
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE clients (
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     client INTEGER NOT NULL,
     person TEXT NOT NULL,
     PRIMARY KEY (board, client)
   ) STRICT, WITHOUT ROWID;`,

  // Entry by code: open for as long as the board has a row in `codes`.
  `CREATE TABLE codes (
     board TEXT PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
     code TEXT NOT NULL UNIQUE
   ) STRICT, WITHOUT ROWID;

   CREATE TABLE passes (
     hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     expires_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX passes_by_board ON passes (board);`,

  // Boards made before purges had dates: six months, and never without a month's notice.
  `ALTER TABLE boards ADD COLUMN purge_at INTEGER NOT NULL DEFAULT 0;
   UPDATE boards SET purge_at =
     max(created_at + 183 * 86400000, (unixepoch() + 30 * 86400) * 1000);`,

  // Told beside the state, or a large board would be decoded to know it. Until now there was one.
  `ALTER TABLE snapshots ADD COLUMN board_schema INTEGER NOT NULL DEFAULT 1;`,

  // Empty is the first epoch of boards made before there were any: so do pages of then call it.
  `ALTER TABLE boards ADD COLUMN epoch TEXT NOT NULL DEFAULT '';`,

  // Each socket asks whose its ticket is, among up to thousands of people.
  `CREATE INDEX IF NOT EXISTS people_by_ticket ON people (ticket_hash)
     WHERE ticket_hash IS NOT NULL;`,

  // Counted as the log grows: adding it up at each opening would read all of it. The server is ''.
  `CREATE TABLE IF NOT EXISTS log_shares (
     board TEXT NOT NULL REFERENCES boards (id) ON DELETE CASCADE,
     kind TEXT NOT NULL,
     author TEXT NOT NULL,
     entries INTEGER NOT NULL,
     bytes INTEGER NOT NULL,
     PRIMARY KEY (board, kind, author)
   ) STRICT, WITHOUT ROWID;
   INSERT OR REPLACE INTO log_shares
     SELECT board, kind, coalesce(author, ''), count(*), sum(length(bytes))
     FROM entries GROUP BY board, kind, coalesce(author, '');`,

  // Of large snapshots alone. The protocol says which pages the bytes are a frame for.
  `CREATE TABLE IF NOT EXISTS first_answers (
     board TEXT PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
     protocol TEXT NOT NULL,
     bytes BLOB NOT NULL
   ) STRICT;`,

  // A clock that is wrong erases nothing: a board is seen due twice, a day apart.
  `CREATE TABLE IF NOT EXISTS due_boards (
     board TEXT PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
     since INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE IF NOT EXISTS looks (
     what TEXT PRIMARY KEY,
     at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,

  // Events leave the log when they are folded, and their numbers are never given again.
  `CREATE TABLE IF NOT EXISTS session_snapshots (
     board TEXT PRIMARY KEY REFERENCES boards (id) ON DELETE CASCADE,
     seq INTEGER NOT NULL,
     schema INTEGER NOT NULL,
     bytes BLOB NOT NULL
   ) STRICT;
   DROP TRIGGER entries_without_hole;
   CREATE TRIGGER entries_without_hole BEFORE INSERT ON entries
   WHEN NEW.seq <> 1 + max(
     (SELECT coalesce(max(seq), 0) FROM entries WHERE board = NEW.board),
     (SELECT coalesce(max(seq), 0) FROM session_snapshots WHERE board = NEW.board))
   BEGIN SELECT RAISE(ABORT, 'entry out of order'); END;`,
];

/**
 * Brings the tables to those of this program, each step whole or not at all.
 * @throws StoreFault `newer` when the file has been through steps we do not know
 */
export function migrateTables(db: Database): void {
  const done = requireKnownTables(db);
  SQL_MIGRATIONS.slice(done).forEach((step, index) => {
    db.transaction(() => {
      db.exec(step);
      db.pragma(`user_version = ${done + index + 1}`);
    }).immediate();
  });
}

/**
 * @returns how many steps the file has been through
 * @throws StoreFault `newer` when there are some we do not know
 */
export function requireKnownTables(db: Database): number {
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > SQL_MIGRATIONS.length) {
    throw new StoreFault('newer', `tables ${done}, this program knows ${SQL_MIGRATIONS.length}`);
  }
  return done;
}
