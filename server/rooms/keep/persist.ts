/**
 * From admitted to kept: one append per turn of the event loop for all boards that have something,
 * and only then does a board tell anybody. Appends follow one another, never overlap.
 */
import type { BoardId } from '../../../shared/ids.ts';
import type { Store } from '../../store/store.ts';
import type { Batch } from './batch.ts';

/** A board that has something to keep. */
export interface BatchedBoard {
  readonly id: BoardId;
  /** Hands over what was admitted. Until `onKept` or `onLost` the board admits nothing more. */
  readonly take: () => Kept;
  /** @param seq of the last entry; undefined when there was none */
  readonly onKept: (seq: number | undefined) => void;
  /** Nothing of it was kept. */
  readonly onLost: (fault: unknown) => void;
}
type Kept = Pick<Batch, 'entries' | 'claims'>;
export type Persist = ReturnType<typeof createPersist>;

export function createPersist(store: Pick<Store, 'append'>) {
  const waiting = new Set<BatchedBoard>();
  let running: Promise<void> | undefined;

  /** The board has something: it is asked for it at the end of this turn of the event loop. */
  const schedule = (board: BatchedBoard) => {
    waiting.add(board);
    running ??= run();
  };
  const run = async () => {
    while (waiting.size > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const batches = new Map([...waiting].map((board) => [board, board.take()]));
      waiting.clear();
      await keep(batches);
    }
    running = undefined;
  };

  const keep = async (batches: ReadonlyMap<BatchedBoard, Kept>): Promise<void> => {
    const outcome = await write(batches).catch((fault: unknown) => ({ fault }));
    if (!('fault' in outcome)) {
      for (const board of batches.keys()) board.onKept(outcome.get(board.id));
    } else if (batches.size === 1) {
      for (const board of batches.keys()) board.onLost(outcome.fault);
    } else {
      // One board that was purged must not take the others with it.
      for (const one of batches) await keep(new Map([one]));
    }
  };
  const write = async (batches: ReadonlyMap<BatchedBoard, Kept>) => {
    const boards = [...batches];
    const entries = new Map(boards.map(([{ id }, kept]) => [id, kept.entries]));
    // With them: content without a person behind its id would be the server's own.
    const claims = new Map(boards.map(([{ id }, kept]) => [id, kept.claims]));
    const some = boards.some(([, kept]) => kept.entries.length + kept.claims.size > 0);
    return some ? store.append(entries, claims) : new Map<BoardId, number>();
  };

  return {
    schedule,
    /** Resolves when everything scheduled so far was kept or lost. */
    idle: () => running ?? Promise.resolve(),
  };
}
