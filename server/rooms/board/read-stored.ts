/** Boards read from the store alone: their bytes, and what they come to. */
import type { Board } from '../../../shared/board/board.ts';
import type { BoardFrame } from '../../../shared/board/snapshot.ts';
import type { BoardId } from '../../../shared/ids.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Store } from '../../store/store.ts';
import { boardFrom, sizeOf } from '../../work/fold.ts';
import { threadFromBytes, type Work } from '../../work/work.ts';
import { readSession } from './load.ts';

/** A board as its log holds it. */
export interface StoredBoard {
  /** The last state and all updates after it, in order. */
  readonly updates: readonly Uint8Array[];
  readonly session: SessionState;
}

export interface BoardReading {
  readonly board: Board;
  readonly session: SessionState;
}

type Reader = Pick<Store, 'board' | 'latestSnapshot' | 'readAfter'>;

/** Undefined when there is no such board. @throws StoreFault */
export async function storedBoard(store: Reader, id: BoardId): Promise<StoredBoard | undefined> {
  if (!(await store.board(id))) return undefined;
  const { updates } = await storedUpdates(store, id);
  return { updates, session: await readSession(store, id) };
}

/** The same, read at one go on the event loop: for commands, which serve nobody meanwhile. */
export async function readStored(store: Reader, id: BoardId): Promise<BoardReading | undefined> {
  const stored = await storedBoard(store, id);
  return stored && { board: boardFrom(stored.updates), session: stored.session };
}

/** Of large boards, how many frames stay at hand. */
const maxKnown = 100;

/**
 * Frames of boards that nobody writes in. A whole room comes to the door of a large board within a
 * minute: it is read once for all of them, in a thread, and again only when its log has grown.
 */
export function createStoredFrames(store: Reader, reads: Work) {
  const known = new Map<BoardId, { readonly seq: number; readonly frame: BoardFrame }>();
  const running = new Map<BoardId, Promise<BoardFrame | undefined>>();

  const read = async (id: BoardId) => {
    const last = known.get(id);
    known.delete(id);
    if (!(await store.board(id))) return undefined;
    const isFresh = last && (await store.readAfter(id, last.seq, 'update')).length === 0;
    if (isFresh) return keep(id, last);
    const { updates, seq } = await storedUpdates(store, id);
    const bytes = sizeOf(updates);
    const frame = await reads.run('readFrame', updates, bytes);
    return bytes < threadFromBytes ? frame : keep(id, { seq, frame });
  };
  const keep = (id: BoardId, reading: { readonly seq: number; readonly frame: BoardFrame }) => {
    known.set(id, reading);
    const [oldest] = known.keys();
    if (known.size > maxKnown && oldest !== undefined) known.delete(oldest);
    return reading.frame;
  };
  return (id: BoardId): Promise<BoardFrame | undefined> => {
    const run = running.get(id) ?? read(id).finally(() => running.delete(id));
    running.set(id, run);
    return run;
  };
}

async function storedUpdates(store: Reader, id: BoardId) {
  const snapshot = await store.latestSnapshot(id);
  const tail = await store.readAfter(id, snapshot?.seq ?? 0, 'update');
  const updates = tail.map(({ bytes }) => bytes);
  return {
    updates: snapshot ? [snapshot.state, ...updates] : updates,
    seq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
  };
}
