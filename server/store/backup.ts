/**
 * Copies of a database: made while a server writes to it, one file that needs no other, and counted
 * only once it was opened and found whole.
 */
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { newId } from '../../shared/ids.ts';
import { syncDirectory, syncPath } from './durable.ts';
import { faultOf } from './faults.ts';
import { ownOnly } from './own-only.ts';
import { migrateTables, requireKnownTables } from './sql-migrations.ts';
import { databasePath } from './sqlite.ts';
import { type LookedAt, StoreFault } from './store.ts';

/** For a server's short writes; a copy is in no hurry. */
const busyTimeoutMs = 10_000;
const everyPage = 2 ** 31 - 1;

/**
 * Copies the database of one directory into another, which may be absent, and syncs it to disk.
 * @returns how many boards the copy holds
 * @throws StoreFault `corrupt` when the copy is not whole; nothing of it is left then
 */
export const copyDatabase = (from: string, to: string): Promise<number> => copy(from, to, asItIs);

/**
 * Notes beside the boards when a verified copy was made, for whoever watches over the server. Nothing is
 * brought to the tables of this program: an older server may be running, and go on with the file.
 * @param at milliseconds since 1970
 * @returns false where there is no place for it, or it cannot be written: the copy is as good
 */
export function noteBackup(from: string, at: number): boolean {
  const what: LookedAt = 'backup';
  try {
    const db = new Database(databasePath(from), { fileMustExist: true, timeout: busyTimeoutMs });
    try {
      db.prepare('INSERT OR REPLACE INTO looks VALUES (?, ?)').run(what, at);
    } finally {
      db.close();
    }
    return true;
  } catch {
    return false; // said by whoever asked
  }
}

/**
 * The same, to be served: every board of the copy begins another epoch, because pages may have seen
 * what it does not hold. Nobody enters it by a code that was closed since.
 */
export const restoreDatabase = (from: string, to: string): Promise<number> =>
  copy(from, to, beginEpochs);

type Change = (db: Database.Database) => void;
const asItIs: Change = () => {};
const beginEpochs: Change = (db) => {
  migrateTables(db);
  const setEpoch = db.prepare<[string, string]>('UPDATE boards SET epoch = ? WHERE id = ?');
  const ids = db.prepare<[], string>('SELECT id FROM boards').pluck().all();
  db.transaction(() => {
    for (const id of ids) setEpoch.run(newId<'epoch'>(), id);
    db.exec('DELETE FROM codes; DELETE FROM passes');
  })();
};

async function copy(from: string, to: string, change: Change): Promise<number> {
  const target = databasePath(to);
  const part = `${target}.part`;
  if (existsSync(target)) throw new StoreFault('other', `${target} exists`);
  try {
    await mkdir(to, { recursive: true, mode: 0o700 });
    const source = new Database(databasePath(from), {
      fileMustExist: true,
      timeout: busyTimeoutMs,
    });
    // All at once: a copy in several steps begins anew whenever a server writes between two.
    await source.backup(part, { progress: () => everyPage }).finally(() => source.close());
    await ownOnly(part);
    const boards = verify(part, change);
    await syncPath(part, 'r+');
    await rename(part, target);
    await syncDirectory(to);
    return boards;
  } catch (error) {
    await rm(part, { force: true });
    throw faultOf(error);
  }
}

function verify(path: string, change: Change): number {
  const db = new Database(path);
  try {
    db.pragma('journal_mode = DELETE'); // the copy is one file, without companions
    requireKnownTables(db);
    const found = db.pragma('integrity_check', { simple: true });
    const orphans: unknown = db.pragma('foreign_key_check');
    if (found !== 'ok' || !Array.isArray(orphans) || orphans.length > 0) {
      throw new StoreFault('corrupt', 'the copy does not pass the integrity check');
    }
    change(db);
    return db.prepare<[], number>('SELECT count(*) FROM boards').pluck().get() ?? 0;
  } finally {
    db.close();
  }
}
