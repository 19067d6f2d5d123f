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
export interface Batches {
  readonly listen: (listener: BatchesListener) => void;
  /** Whether something may be admitted now. */
  readonly isOpen: () => boolean;
  readonly isClosed: () => boolean;
  /** The batch being gathered, begun when there is none. */
  readonly gather: () => Batch;
  /** Now, or once what was admitted is kept: nobody is told of it before. */
  readonly whenKept: (answer: () => void) => void;
  /** Only if what was admitted is not kept. */
  readonly whenLost: (apology: () => void) => void;
  /** Nothing of what is being kept has any further effect. */
  readonly close: () => void;
}

interface BatchesState {
  listener: BatchesListener | undefined;
  phase: 'open' | 'keeping' | 'closed';
  batch: Batch | undefined;
}

export function createBatches(id: BoardId, persist: Pick<Persist, 'schedule'>): Batches {
  const state: BatchesState = { listener: undefined, phase: 'open', batch: undefined };
  const board: BatchedBoard = {
    id,
    take: () => {
      if (state.phase === 'closed') return newBatch();
      state.phase = 'keeping';
      return state.batch ?? newBatch();
    },
    onKept: (seq) => {
      const kept = state.batch;
      state.batch = undefined;
      if (state.phase === 'closed' || !kept) return;
      state.phase = 'open';
      for (const answer of kept.answers) answer();
      state.listener?.onKept(kept, seq);
    },
    onLost: (fault) => {
      const lost = state.batch ?? newBatch();
      state.listener?.onLost(lost, fault);
    },
  };

  return {
    listen: (listener) => {
      state.listener = listener;
    },
    isOpen: () => state.phase === 'open',
    isClosed: () => state.phase === 'closed',
    gather: () => {
      if (!state.batch) persist.schedule(board);
      state.batch ??= newBatch();
      return state.batch;
    },
    whenKept: (answer) => {
      if (state.batch) state.batch.answers.push(answer);
      else answer();
    },
    whenLost: (apology) => {
      state.batch?.apologies.push(apology);
    },
    close: () => {
      state.phase = 'closed';
    },
  };
}
