/**
 * The batches of one board, one after the other. While one is being kept the board admits nothing,
 * so what its document holds is always what the log holds, plus the batch being gathered.
 */
import type { BoardId } from '../../../shared/ids.ts';
import { type Batch, newBatch } from './batch.ts';
import type { BatchedBoard, Persist } from './persist.ts';

export interface BatchesListener {
  /** After its answers were given. @param seq of the last entry; undefined when there was none */
  readonly onKept: (kept: Batch, seq: number | undefined) => void;
  /** Nothing of it was kept. */
  readonly onLost: (lost: Batch, fault: unknown) => void;
}
export type Batches = ReturnType<typeof createBatches>;

export function createBatches(id: BoardId, persist: Pick<Persist, 'schedule'>) {
  let listener: BatchesListener | undefined;
  let phase: 'open' | 'keeping' | 'closed' = 'open';
  let batch: Batch | undefined;
  const board: BatchedBoard = {
    id,
    take: () => {
      if (phase === 'closed') return newBatch();
      phase = 'keeping';
      return batch ?? newBatch();
    },
    onKept: (seq) => {
      const kept = batch;
      batch = undefined;
      if (phase === 'closed' || !kept) return;
      phase = 'open';
      for (const answer of kept.answers) answer();
      listener?.onKept(kept, seq);
    },
    onLost: (fault) => {
      const lost = batch ?? newBatch();
      listener?.onLost(lost, fault);
    },
  };

  return {
    listen: (one: BatchesListener) => {
      listener = one;
    },
    /** Whether something may be admitted now. */
    isOpen: () => phase === 'open',
    isClosed: () => phase === 'closed',
    /** The batch being gathered, begun when there is none. */
    gather: () => {
      if (!batch) persist.schedule(board);
      batch ??= newBatch();
      return batch;
    },
    /** Now, or once what was admitted is kept: nobody is told of it before. */
    whenKept: (answer: () => void) => {
      if (batch) batch.answers.push(answer);
      else answer();
    },
    /** Only if what was admitted is not kept. */
    whenLost: (apology: () => void) => {
      batch?.apologies.push(apology);
    },
    /** Nothing of what is being kept has any further effect. */
    close: () => {
      phase = 'closed';
    },
  };
}
