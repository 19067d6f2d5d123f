/**
 * Makes the SQLite file survive a power cut, on Node's thread pool instead of the event loop.
 *
 * With `synchronous=NORMAL` a commit is written to the `-wal` file and not synced: one fdatasync of
 * that file makes every commit before it durable. Commits already moved into the main file need
 * nothing from us: SQLite syncs the WAL before a checkpoint moves its pages, and the main file
 * before it lets the WAL start over.
 */
import { open } from 'node:fs/promises';
import { faultOf } from './faults.ts';
import type { StoreFault } from './store.ts';

export type WalSync = Awaited<ReturnType<typeof openWalSync>>;

/**
 * Opens the `-wal` file of a database whose connection has already written or read.
 * Only that file: closing any descriptor of the main file would drop SQLite's own locks on it.
 */
export async function openWalSync(walPath: string) {
  const wal = await open(walPath, 'r+');
  const sync = shareRuns(() => wal.datasync());
  return {
    sync,
    async close() {
      await sync().catch(() => undefined); // already told to whoever asked for it
      await wal.close();
    },
  };
}

/** Makes names created in a directory survive a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform !== 'win32') await syncPath(path, 'r'); // directories cannot be opened there
}

export async function syncPath(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * One run at a time: callers that come during a run share the next one, since the running one may
 * have started before their write. After a failure every call fails: the kernel reports a lost
 * page once and then calls it clean, so a later success would prove nothing.
 */
export function shareRuns(work: () => Promise<void>): () => Promise<void> {
  let fault: StoreFault | undefined;
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;

  const run = async () => {
    if (fault) throw fault;
    try {
      await work();
    } catch (error) {
      fault = faultOf(error);
      throw fault;
    } finally {
      running = undefined;
    }
  };
  const start = () => {
    waiting = undefined;
    running = run();
    return running;
  };
  return () => {
    if (waiting !== undefined) return waiting;
    if (running === undefined) return start();
    waiting = running.then(start, start);
    return waiting;
  };
}
