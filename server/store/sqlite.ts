/**
 * The store of one server on one machine: a SQLite file in write-ahead mode, one connection.
 * Calls run at once on the event loop (tens of microseconds); only `sync` waits for the disk.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { openWalSync, syncDirectory, type WalSync } from './durable.ts';
import { faultOf } from './faults.ts';
import { prepareRows, type Rows } from './rows.ts';
import { migrateTables } from './sql-migrations.ts';
import { type NewEntry, type Snapshot, type Store, StoreFault } from './store.ts';

/** How long a write waits for another process (a backup, a command) before the fault `busy`. */
const busyTimeoutMs = 250;

/**
 * Opens `gommette.db` in a data directory, creating both; `':memory:'` keeps nothing.
 * @throws StoreFault when the file cannot be opened, read, or brought to our schema
 */
export async function openSqlite(dataDirectory: string): Promise<Store> {
  if (dataDirectory === ':memory:') return storeOver(connect(':memory:'), noSync);
  const path = databasePath(dataDirectory);
  try {
    // The file holds people's names: nobody else on the machine reads it.
    const created = await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    const db = connect(path);
    const wal = await openWalSync(`${path}-wal`);
    await syncDirectory(dataDirectory);
    if (created) await syncDirectory(dirname(created));
    return storeOver(db, wal);
  } catch (error) {
    throw faultOf(error);
  }
}

/** The file a data directory keeps everything in. */
export const databasePath = (dataDirectory: string): string => join(dataDirectory, 'gommette.db');

const noSync: WalSync = { sync: () => Promise.resolve(), close: () => Promise.resolve() };

function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: busyTimeoutMs });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    // 16 MB: a page written again and again is moved to the main file, and synced, once for all.
    db.pragma('wal_autocheckpoint = 4000');
    db.pragma('secure_delete = ON'); // an erased name leaves no bytes in freed pages
    migrateTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// The store's methods, most of them one line.
function storeOver(db: Database.Database, wal: WalSync): Store {
  const rows = prepareRows(db);
  const createBoard = db.transaction<Writes['createBoard']>((board, links, entries, snapshot) => {
    rows.addBoard(board);
    for (const link of links) rows.putLink(board.id, link);
    addEntries(rows, board.id, entries);
    if (snapshot) putSnapshot(rows, board.id, snapshot);
  });
  const append = db.transaction<Writes['append']>((batch) => {
    const ends = new Map<BoardId, number>();
    for (const [board, entries] of batch) {
      if (entries.length > 0) ends.set(board, addEntries(rows, board, entries));
    }
    return ends;
  });
  const closeEntry = db.transaction<Writes['closeEntry']>((board) => {
    rows.removeCode(board);
    rows.removePasses(board);
  });
  const replaceLink = db.transaction<Writes['replaceLink']>((board, link, keep) => {
    rows.putLink(board, link);
    rows.dismiss(board, link.role, keep);
    if (link.role === 'participant') closeEntry(board);
  });
  const takePass = db.transaction<Writes['takePass']>((code, pass, now) => {
    rows.removePassesBefore(now);
    const board = rows.boardOfCode(code);
    if (board !== undefined) rows.putPass(board, pass);
    return board;
  });
  const claimClients = db.transaction<Writes['claimClients']>((board, clients) => {
    for (const [client, person] of clients) rows.claimClient(board, client, person);
  });

  return {
    async createBoard(...creation) {
      await settle(() => createBoard.immediate(...creation));
      await wal.sync();
    },
    board: (id) => settle(() => rows.board(id)),
    boards: () => settle(() => rows.boards()),

    append: (batch) => settle(() => append.immediate(batch)),
    readAfter: (board, after, kind) => settle(() => rows.entriesAfter(board, after, kind)),
    sync: () => wal.sync(),

    latestSnapshot: (board) => settle(() => rows.snapshot(board)),
    saveSnapshot: (board, snapshot) => settle(() => putSnapshot(rows, board, snapshot)),

    links: (board) => settle(() => rows.links(board)),
    replaceLink: (board, link, keep) => settle(() => replaceLink.immediate(board, link, keep)),
    isLinkHash: (hash) => settle(() => rows.isLinkHash(hash)),

    people: (board) => settle(() => rows.people(board)),
    savePerson: (board, person) => settle(() => rows.putPerson(board, person)),

    entryCode: (board) => settle(() => rows.code(board)),
    openEntry: (board, code) => settle(() => rows.putCode(board, code)),
    closeEntry: (board) => settle(() => closeEntry.immediate(board)),
    takePass: (code, pass, now) => settle(() => takePass.immediate(code, pass, now)),
    hasPass: (board, hash, now) => settle(() => rows.hasPass(board, hash, now)),

    clients: (board) => settle(() => rows.clients(board)),
    claimClients: (board, clients) => settle(() => claimClients.immediate(board, clients)),

    setPurgeDate: (board, purgeAt) => settle(() => rows.setPurgeDate(board, purgeAt)),
    duePurges: (now) => settle(() => rows.duePurges(now)),
    purge: (board) =>
      settle(() => {
        rows.removeBoard(board);
        // The write-ahead file still holds the removed pages: empty it, which also syncs the main one.
        db.pragma('wal_checkpoint(TRUNCATE)');
      }),
    async close() {
      await wal.close();
      db.close();
    },
  };
}

type Writes = {
  createBoard: (...call: Parameters<Store['createBoard']>) => void;
  append: (...call: Parameters<Store['append']>) => Map<BoardId, number>;
  closeEntry: (board: BoardId) => void;
  replaceLink: (...call: Parameters<Store['replaceLink']>) => void;
  takePass: (...call: Parameters<Store['takePass']>) => BoardId | undefined;
  claimClients: (board: BoardId, clients: ReadonlyMap<number, PersonId>) => void;
};

/** @returns the last seq given; the end of the log as it was when there is nothing to add */
function addEntries(rows: Rows, board: BoardId, entries: readonly NewEntry[]): number {
  let seq = rows.lastSeq(board);
  for (const entry of entries) {
    seq += 1;
    rows.addEntry(board, seq, entry);
  }
  return seq;
}

function putSnapshot(rows: Rows, board: BoardId, snapshot: Snapshot): void {
  if (snapshot.seq > rows.lastSeq(board))
    throw new StoreFault('other', `snapshot at ${snapshot.seq}, beyond the log of ${board}`);
  rows.putSnapshot(board, snapshot);
}

/** Runs SQL now, and answers as the interface does: by a promise, with our own faults. */
function settle<Value>(work: () => Value): Promise<Value> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(faultOf(error));
  }
}
