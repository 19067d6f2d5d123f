/**
 * One server for each data directory, and no command that must be alone beside it. The lock is the
 * system's, on a file of its own: whoever ends, in whatever way, lets go of it.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { faultOf } from './faults.ts';
import { StoreFault } from './store.ts';

/**
 * @returns what lets go of it
 * @throws StoreFault `busy` while another process has it
 */
export function lockDirectory(dataDirectory: string): () => void {
  let db: Database.Database | undefined;
  try {
    db = new Database(join(dataDirectory, 'gommette.lock'), { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return () => held.close();
  } catch (error) {
    db?.close();
    throw faultOf(error);
  }
}

/** Does something while nobody else has the lock. @returns undefined, and nothing was done, when somebody has */
export async function whileAlone<Value>(
  dataDirectory: string,
  work: () => Promise<Value>,
): Promise<Value | undefined> {
  const letGo = lockUnlessBusy(dataDirectory);
  if (!letGo) return undefined;
  try {
    return await work();
  } finally {
    letGo();
  }
}

/** Whether a server, or a command that must be alone, has the lock now. */
export function isLocked(dataDirectory: string): boolean {
  const letGo = lockUnlessBusy(dataDirectory);
  letGo?.();
  return letGo === undefined;
}

function lockUnlessBusy(dataDirectory: string): (() => void) | undefined {
  try {
    return lockDirectory(dataDirectory);
  } catch (error) {
    if (error instanceof StoreFault && error.kind === 'busy') return undefined;
    throw error;
  }
}
