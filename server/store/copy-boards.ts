/**
 * Boards brought from one database into a new one, each whole or not at all: what is damaged stays
 * behind in the former file, which is only read.
 */
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import type { BoardId } from '../../shared/ids.ts';
import { faultOf } from './faults.ts';
import { databasePath, openSqlite } from './sqlite.ts';
import { StoreFault } from './store.ts';

/**
 * @param from a data directory whose tables are those of this program, and that nobody serves
 * @param to an empty or absent directory
 * @param wanted which boards, in the order they are to be copied
 * @returns those that the database could not give
 * @throws StoreFault when the new file cannot be written, or is not whole
 */
export async function copyBoards(
  from: string,
  to: string,
  wanted: readonly BoardId[],
): Promise<readonly BoardId[]> {
  await (await openSqlite(to)).close(); // its tables
  const db = new Database(databasePath(to));
  try {
    db.prepare('ATTACH ? AS former').run(databasePath(from));
    const copyBoard = boardCopier(db);
    const left = withHoles(db, () => wanted.filter((id) => !isCopied(() => copyBoard(id))));
    db.exec('DETACH former');
    if (db.pragma('integrity_check', { simple: true }) !== 'ok')
      throw new StoreFault('corrupt', 'the new database does not pass the integrity check');
    db.close();
    return left;
  } catch (error) {
    db.close();
    await rm(databasePath(to)); // half a copy would be taken for one
    throw faultOf(error);
  }
}

/** A log is copied as it is: without the events that were folded, whose numbers nobody else has. */
function withHoles<Value>(db: Database.Database, copy: () => Value): Value {
  const trigger = db
    .prepare<[], string>("SELECT sql FROM main.sqlite_schema WHERE name = 'entries_without_hole'")
    .pluck()
    .get();
  db.exec('DROP TRIGGER entries_without_hole');
  const value = copy();
  db.exec(trigger ?? '');
  return value;
}

/** In one transaction: a board that is damaged halfway leaves nothing. */
function boardCopier(db: Database.Database): (id: BoardId) => void {
  const tables = db
    .prepare<[], string>(
      `SELECT m.name FROM main.sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name = 'board' ORDER BY m.rowid`,
    )
    .pluck()
    .all();
  const copies = [['boards', 'id'], ...tables.map((table) => [table, 'board'])].map(
    ([table, key]) =>
      // A log takes its entries in their order alone: its board, then their numbers.
      db.prepare<[BoardId]>(
        `INSERT INTO main.${table} SELECT * FROM former.${table} WHERE ${key} = ? ORDER BY 1, 2`,
      ),
  );
  return db.transaction((id: BoardId) => {
    for (const copy of copies) copy.run(id);
  });
}

/** @throws whatever is not the damage of what is read */
function isCopied(copy: () => void): boolean {
  try {
    copy();
    return true;
  } catch (error) {
    if (faultOf(error).kind === 'corrupt') return false;
    throw error;
  }
}
