/**
 * The store of one server on one machine: a SQLite file in write-ahead mode, one connection.
 * Calls run at once on the event loop (tens of microseconds); only `sync` waits for the disk.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { BoardId } from '../../shared/ids.ts';
import { type Checkpoints, createCheckpoints, ownCheckpointPages } from './checkpoints.ts';
import { type AtOnce, currentOver, putSnapshot } from './current.ts';
import { datesOver } from './dates.ts';
import { openWalSync, syncDirectory, type WalSync } from './durable.ts';
import { erase, isEmptied, scrub } from './erase.ts';
import { faultOf, settle } from './faults.ts';
import { lockDirectory } from './lock.ts';
import { ownOnly } from './own-only.ts';
import { prepareRows, type Rows } from './rows.ts';
import { migrateTables } from './sql-migrations.ts';
import type { LogShare, NewEntry, Store } from './store.ts';

/** How long a write waits for another process (a backup, a command) before the fault `busy`. */
const busyTimeoutMs = 250;

/**
 * Opens `gommette.db` in a data directory, creating both; `':memory:'` keeps nothing.
 * @throws StoreFault when the file cannot be opened, read, or brought to our schema
 */
export async function openSqlite(dataDirectory: string): Promise<Store> {
  if (dataDirectory === ':memory:') return storeOver(connect(':memory:'), noSync, NO_CHECKPOINTS);
  const path = databasePath(dataDirectory);
  try {
    await createDirectory(dataDirectory);
    const db = connect(path);
    await ownOnly(path, `${path}-wal`, `${path}-shm`);
    const wal = await openWalSync(`${path}-wal`);
    await syncDirectory(dataDirectory);
    return storeOver(
      db,
      wal,
      createCheckpoints(path, () => isEmptied(db)),
    );
  } catch (error) {
    throw faultOf(error);
  }
}

/**
 * The same, for a server: nobody else serves the directory until the store is closed.
 * @throws StoreFault `busy` when somebody does, before anything of it is touched
 */
export async function openServed(dataDirectory: string): Promise<Store> {
  if (dataDirectory === ':memory:') return openSqlite(dataDirectory);
  await createDirectory(dataDirectory);
  const letGo = lockDirectory(dataDirectory);
  try {
    const store = await openSqlite(dataDirectory);
    return { ...store, close: () => store.close().finally(letGo) };
  } catch (error) {
    letGo();
    throw error;
  }
}

/** The file holds people's names: nobody else on the machine reads it. */
async function createDirectory(dataDirectory: string): Promise<void> {
  try {
    const created = await mkdir(dataDirectory, { recursive: true, mode: 0o700 });
    if (created) await syncDirectory(dirname(created));
  } catch (error) {
    throw faultOf(error);
  }
}

/** The file a data directory keeps everything in. */
export const databasePath = (dataDirectory: string): string => join(dataDirectory, 'gommette.db');

const NO_CHECKPOINTS: Checkpoints = {
  wrote: () => {},
  empty: () => {},
  close: () => Promise.resolve(),
};
const noSync: WalSync = { sync: () => Promise.resolve(), close: () => Promise.resolve() };

function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: busyTimeoutMs });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL');
    db.pragma('foreign_keys = ON');
    db.pragma(`wal_autocheckpoint = ${ownCheckpointPages}`);
    db.pragma('secure_delete = ON'); // an erased name leaves no bytes in freed pages
    migrateTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

// The store's methods, most of them one line.
function storeOver(db: Database.Database, wal: WalSync, checkpoints: Checkpoints): Store {
  const rows = prepareRows(db);
  const createBoard = db.transaction<AtOnce<'createBoard'>>((board, links, entries, snapshot) => {
    rows.addBoard.run(board);
    for (const link of links) rows.putLink.run({ ...link, board: board.id });
    addEntries(rows, board.id, entries);
    if (snapshot) putSnapshot(rows, board.id, snapshot);
  });
  const claimClients = db.transaction<AtOnce<'claimClients'>>((board, clients) => {
    for (const [client, person] of clients) rows.claimClient.run(board, client, person);
  });
  const append = db.transaction<AtOnce<'append'>>((batch, claims) => {
    const ends = new Map<BoardId, number>();
    for (const [board, clients] of claims ?? []) if (clients.size > 0) claimClients(board, clients);
    for (const [board, entries] of batch) {
      if (entries.length > 0) ends.set(board, addEntries(rows, board, entries));
    }
    checkpoints.wrote(pagesOf(batch));
    return ends;
  });
  const replaceLog = db.transaction<AtOnce<'replaceLog'>>(
    (board, epoch, entries, snapshot, session) => {
      if (rows.setEpoch.run(epoch, board).changes === 0) return false;
      rows.removeLog(board);
      addEntries(rows, board, entries);
      putSnapshot(rows, board, snapshot);
      if (session) rows.putSession(board, session);
      return true;
    },
  );
  const closeEntry = db.transaction<AtOnce<'closeEntry'>>((board) => {
    rows.removeCode.run(board);
    rows.removePasses.run(board);
  });
  const replaceLink = db.transaction<AtOnce<'replaceLink'>>((board, link, keep) => {
    rows.putLink.run({ ...link, board });
    rows.dismiss.run(board, link.role, keep ?? null);
    if (link.role === 'participant') closeEntry(board);
  });
  const takePass = db.transaction<AtOnce<'takePass'>>((code, pass, now) => {
    rows.removePassesBefore.run(now);
    const board = rows.boardOfCode.get(code);
    if (board !== undefined) rows.putPass.run({ ...pass, board });
    return board;
  });

  return {
    async createBoard(...creation) {
      await settle(() => createBoard.immediate(...creation));
      await wal.sync();
    },
    board: (id) => settle(() => rows.board.get(id)),
    boards: () => settle(() => rows.boards.all()),
    boardCount: () => settle(() => rows.boardCount.get() ?? 0),

    append: (...kept) => settle(() => append.immediate(...kept)),
    readAfter: (board, after, kind) => settle(() => rows.entriesAfter(board, after, kind)),
    logShares: (board) => settle(() => rows.shares(board)),
    sync: wal.sync,

    ...currentOver(db, rows, checkpoints),
    async replaceLog(...log) {
      const isThere = await settle(() => replaceLog.immediate(...log));
      await scrub(db);
      return isThere;
    },

    links: (board) => settle(() => rows.links(board)),
    replaceLink: (board, link, keep) => settle(() => replaceLink.immediate(board, link, keep)),
    isLinkHash: (hash) => settle(() => rows.linkWithHash.get(hash) !== undefined),

    people: (board) => settle(() => rows.people(board)),
    personByTicket: (board, hash) => settle(() => rows.personByTicket(board, hash)),
    savePerson: (board, person) => settle(() => void rows.putPerson.run({ ...person, board })),
    forgetVisitor: (board, person) =>
      settle(() => rows.removeVisitor.run(board, person).changes > 0),
    forgetVisitors: () => settle(() => void rows.removeVisitors.run()),

    entryCode: (board) => settle(() => rows.code.get(board)),
    openEntry: (board, code) => settle(() => rows.putCode.run({ board, code }).changes > 0),
    closeEntry: (board) => settle(() => closeEntry.immediate(board)),
    takePass: (code, pass, now) => settle(() => takePass.immediate(code, pass, now)),
    hasPass: (board, hash, now) => settle(() => rows.pass.get(hash, board, now) !== undefined),

    clients: (board) => settle(() => rows.clients(board)),
    claimClients: (board, clients) => settle(() => claimClients.immediate(board, clients)),

    ...datesOver(db, rows),
    purge: (board) => erase(db, rows, board),
    async close() {
      await checkpoints.close();
      await wal.close();
      db.close();
    },
  };
}

/** @returns the last seq given; the end of the log as it was when there is nothing to add */
function addEntries(rows: Rows, board: BoardId, entries: readonly NewEntry[]): number {
  let seq = rows.lastSeq(board);
  for (const entry of entries) {
    seq += 1;
    rows.addEntry.run(board, seq, entry.kind, entry.author, entry.at, entry.bytes);
  }
  for (const share of sharesOf(entries)) rows.addShare.run({ ...share, board });
  return seq;
}

/** Of an append, about: an index and the shares of each board, and where the rows end. */
function pagesOf(batch: ReadonlyMap<BoardId, readonly NewEntry[]>): number {
  const entries = [...batch.values()].flat();
  return 2 + 2 * batch.size + entries.reduce((sum, { bytes }) => sum + bytes.length, 0) / 4_096;
}

function sharesOf(entries: readonly NewEntry[]): Iterable<LogShare> {
  const shares = new Map<string, LogShare>();
  for (const { kind, author, bytes } of entries) {
    const key = `${kind} ${author ?? ''}`;
    const before = shares.get(key) ?? { kind, author, entries: 0, bytes: 0 };
    const after = { entries: before.entries + 1, bytes: before.bytes + bytes.length };
    shares.set(key, { ...before, ...after });
  }
  return shares.values();
}
