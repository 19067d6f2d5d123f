/**
 * Moves what was written from the write-ahead file to the main one, in a thread. SQLite does it by
 * itself within the write that made that file long, and waits for the disk meanwhile: at a thousand
 * edits a second all boards stood still for 16 to 100 ms, every other second.
 * Without the thread that is how it is again, {@link ownCheckpointPages} apart.
 * What was removed stays readable in the write-ahead file until that is empty. Only whoever writes may
 * empty it, or a write of ours would be refused meanwhile: little is left to do once the thread is done.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * Pages, of 4 kB, from which SQLite does it by itself: where writing never pauses for as long as a
 * disk takes, the thread leaves it little to do, and this often.
 */
export const ownCheckpointPages = 16_000;
/** Of what waits, about: a page written again and again is moved once for all. */
const worthwhilePages = 4_000;

/** Somebody else reads, such as a backup: tried again until it is done. */
const betweenTriesMs = 1_000;

export type Checkpoints = ReturnType<typeof createCheckpoints>;
/** A thread that moves once whenever it is told, then calls back. */
export interface CheckpointThread {
  readonly move: () => void;
  /** Once it is over, and holds the file no more. */
  readonly end: () => Promise<unknown>;
}
type StartThread = (path: string, onMoved: () => void) => CheckpointThread;

/**
 * @param path of the main file
 * @param isEmptied empties the write-ahead file; false when somebody reads there
 */
export function createCheckpoints(
  path: string,
  isEmptied: () => boolean,
  startThread: StartThread = startCheckpointThread,
) {
  let thread: CheckpointThread | undefined;
  let isMoving = false;
  let waitingPages = 0;
  let isToBeEmpty = false;
  let nextTry: NodeJS.Timeout | undefined;

  const moveOn = () => {
    if (isMoving || (waitingPages < worthwhilePages && !isToBeEmpty)) return;
    isMoving = true;
    waitingPages = 0;
    thread ??= startThread(path, onMoved);
    thread.move();
  };
  const empty = () => {
    isToBeEmpty = true;
    moveOn();
  };
  const onMoved = () => {
    isMoving = false;
    if (isToBeEmpty && !hasEmptied()) nextTry = setTimeout(empty, betweenTriesMs).unref();
    isToBeEmpty = false;
    moveOn();
  };
  const hasEmptied = () => {
    try {
      return isEmptied();
    } catch {
      return false; // a full disk, say: whoever writes is told by their own write
    }
  };
  return {
    /** What was removed until now leaves the write-ahead file, in a moment. */
    empty,
    /** So many pages more, about, are in the write-ahead file. */
    wrote: (pages: number): void => {
      waitingPages += pages;
      moveOn();
    },
    /** Nothing may be written after. */
    close: async (): Promise<void> => {
      waitingPages = 0;
      clearTimeout(nextTry);
      await thread?.end();
    },
  };
}

/** As text, so that it is the same built and as sources: it knows nothing but the driver. */
const PROGRAM = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.driver);
  const db = new Database(workerData.path, { fileMustExist: true });
  db.pragma('synchronous = NORMAL');
  parentPort.on('message', (message) => {
    if (message === 'end') {
      db.close();
      return parentPort.close();
    }
    try {
      db.pragma('wal_checkpoint(PASSIVE)');
    } catch {
      // A full disk, say: nothing was lost, and whoever writes is told by their own write.
    }
    parentPort.postMessage('moved');
  });
`;

function startCheckpointThread(path: string, onMoved: (isDone: boolean) => void): CheckpointThread {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const worker = new Worker(PROGRAM, { eval: true, workerData: { driver, path } });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.on('message', onMoved);
  worker.on('error', () => {}); // it moves nothing any more: SQLite does
  worker.unref();
  return {
    move: () => worker.postMessage('move'),
    end: () => {
      worker.ref();
      worker.postMessage('end');
      return ended;
    },
  };
}
