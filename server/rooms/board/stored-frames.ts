/**
 * Frames of boards that nobody writes in. A whole room comes to the door of a large board within a
 * minute: it is read once for all of them, in a thread, and again only when its log has grown.
 */
import type { BoardFrame } from '../../../shared/board/snapshot.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { type Store, StoreFault } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import { threadFromBytes, type Work } from '../../work/work.ts';
import { readStoredDocument } from './stored.ts';

interface Reading {
  /** Of the last update it was read with. */
  readonly seq: number;
  readonly frame: BoardFrame;
}

/** Of large boards, how many frames stay at hand. */
const maxKnown = 100;

export function createStoredFrames(
  store: Pick<Store, 'board' | 'document' | 'readAfter'>,
  reads: Work,
) {
  const known = new Map<BoardId, Reading>();
  const running = new Map<BoardId, Promise<BoardFrame | undefined>>();

  const read = async (id: BoardId) => {
    const last = known.get(id);
    known.delete(id);
    if (!(await store.board(id))) return undefined;
    const isFresh = last && (await store.readAfter(id, last.seq, 'update')).length === 0;
    if (isFresh) return keep(id, last);
    const { updates, seq } = await readStoredDocument(store, id);
    const bytes = sizeOf(updates);
    const read = await reads.run('readFrame', updates, bytes);
    if (!read.ok) throw new StoreFault('newer', `board ${id}: schema ${read.error.version}`);
    const frame = read.value;
    return bytes < threadFromBytes ? frame : keep(id, { seq, frame });
  };
  const keep = (id: BoardId, reading: Reading) => {
    known.set(id, reading);
    const [oldest] = known.keys();
    if (known.size > maxKnown && oldest !== undefined) known.delete(oldest);
    return reading.frame;
  };
  /** @throws StoreFault `newer` when the board is of a later schema */
  return (id: BoardId): Promise<BoardFrame | undefined> => {
    const run = running.get(id) ?? read(id).finally(() => running.delete(id));
    running.set(id, run);
    return run;
  };
}
