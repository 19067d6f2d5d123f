/** What is removed leaves the files too, and holds nobody up while it goes. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { BoardId } from '../../shared/ids.ts';
import { faultOf } from './faults.ts';
import type { Rows } from './rows.ts';
import { StoreFault } from './store.ts';

/** Five seconds for whoever reads, as a backup does, before the fault `busy`. */
const scrubTries = 20;
const betweenScrubsMs = 250;

/**
 * Removes a board: from the start nothing opens it, and a long log is overwritten a part at a time.
 * Begun again after a kill, or once it is gone from the tables, it does what is left to do.
 * @throws StoreFault
 */
export async function erase(db: Database, rows: Rows, board: BoardId): Promise<void> {
  try {
    db.transaction(rows.shut).immediate(board);
    while (rows.removeLastEntries(board) > 0) await turn();
    rows.removeBoard.run(board);
  } catch (error) {
    throw faultOf(error);
  }
  await scrub(db);
}

/**
 * The write-ahead file still holds removed pages: empties it, which also syncs the main one.
 * Whoever reads meanwhile is waited for.
 * @throws StoreFault `busy` when they go on: what was removed is still in the files
 */
export async function scrub(db: Database): Promise<void> {
  for (let left = scrubTries; left > 0; left--) {
    if (isEmptied(db)) return;
    await new Promise((resolve) => setTimeout(resolve, betweenScrubsMs));
  }
  throw new StoreFault('busy', 'what was removed is still in the write-ahead file');
}

/** Empties the write-ahead file at once, without the patience of other writes. @throws StoreFault */
export function isEmptied(db: Database): boolean {
  const patienceMs = Number(db.pragma('busy_timeout', { simple: true }));
  try {
    db.pragma('busy_timeout = 0');
    const row: unknown = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    return Object(row).busy === 0;
  } catch (error) {
    throw faultOf(error);
  } finally {
    db.pragma(`busy_timeout = ${patienceMs}`);
  }
}
