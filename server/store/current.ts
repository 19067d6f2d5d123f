/** What a board is now: snapshots and what came after them; and how events become a snapshot. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { BoardId } from '../../shared/ids.ts';
import type { Checkpoints } from './checkpoints.ts';
import { faultOf, settle } from './faults.ts';
import type { Rows } from './rows.ts';
import { type Snapshot, type Store, StoreFault } from './store.ts';

/** A method of the store as a transaction runs it: without a promise. */
export type AtOnce<Name extends keyof Store> = (
  ...call: Parameters<Store[Name]>
) => Awaited<ReturnType<Store[Name]>>;

/** Each row that is removed is written over, in the write-ahead file first. */
const pagesPerPart = 50;

export function currentOver(
  db: Database,
  rows: Rows,
  checkpoints: Pick<Checkpoints, 'wrote' | 'empty'>,
): Pick<Store, 'document' | 'session' | 'latestSnapshot' | 'saveSnapshot' | 'saveSession'> {
  // In transactions, though they only read: a command in another process sees one moment too.
  const document = db.transaction<AtOnce<'document'>>((board) => {
    const snapshot = rows.snapshot(board);
    return { snapshot, tail: rows.entriesAfter(board, snapshot?.seq ?? 0, 'update') };
  });
  const session = db.transaction<AtOnce<'session'>>((board) => {
    const snapshot = rows.session(board);
    return { snapshot, tail: rows.entriesAfter(board, snapshot?.seq ?? 0, 'event') };
  });
  const saveSnapshot = db.transaction<AtOnce<'saveSnapshot'>>((board, snapshot) => {
    putSnapshot(rows, board, snapshot);
    checkpoints.wrote(pagesOf(snapshot.state.length + (snapshot.answer?.length ?? 0)));
  });
  const removePart = (board: BoardId, upTo: number): boolean => {
    checkpoints.wrote(pagesPerPart);
    return rows.removeFolded(board, upTo) > 0;
  };
  const putSession = db.transaction(
    (board: BoardId, snapshot: Parameters<Store['saveSession']>[1]): boolean => {
      requireWithin(rows, board, snapshot);
      checkpoints.wrote(pagesOf(snapshot.bytes.length));
      return rows.putSession(board, snapshot) && removePart(board, snapshot.seq);
    },
  );
  return {
    document: (board) => settle(() => document(board)),
    session: (board) => settle(() => session(board)),
    latestSnapshot: (board) => settle(() => rows.snapshot(board)),
    saveSnapshot: (board, snapshot) => settle(() => saveSnapshot.immediate(board, snapshot)),
    async saveSession(board, snapshot, forgets = false) {
      try {
        // What is left after the first part is read by nobody, and goes with a later fold if not now.
        let isMore = putSession.immediate(board, snapshot);
        while (isMore) {
          await turn();
          isMore = removePart(board, snapshot.seq);
        }
        if (forgets) checkpoints.empty();
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/** What stood there is written over before it is let go of. */
const pagesOf = (bytes: number): number => (2 * bytes) / 4_096;

/** In a transaction of the caller's. */
export function putSnapshot(rows: Rows, board: BoardId, snapshot: Snapshot): void {
  requireWithin(rows, board, snapshot);
  rows.putSnapshot(board, snapshot);
}

/** @throws StoreFault for a snapshot that would hide entries to come */
function requireWithin(rows: Rows, board: BoardId, { seq }: Pick<Snapshot, 'seq'>): void {
  if (seq > rows.lastSeq(board))
    throw new StoreFault('other', `snapshot at ${seq}, beyond the log of ${board}`);
}
