/** One fold after the other of what has grown, the document or the session of a board. */
import type { BoardId } from '../../../shared/ids.ts';
import type { Services } from '../../services.ts';

/** How long a log is, of one kind of entry: what was folded, and what came after. */
export interface Extent {
  readonly snapshotBytes: number;
  readonly tailEntries: number;
  readonly tailBytes: number;
  /** Of the last entry known here. */
  readonly seq: number;
}
export interface FoldingDeps extends Pick<Services, 'clock' | 'log'> {
  readonly id: BoardId;
}
interface Folded {
  /** Whether the tail is longer than it should be. */
  readonly isLong: (extent: Extent) => boolean;
  /**
   * Folds up to and including an entry.
   * @param forgets something in them is nobody's to know any more
   * @returns bytes of the snapshot; undefined when there is nothing left to fold
   */
  readonly fold: (end: number, forgets: boolean) => Promise<number | undefined>;
}

/** A fold that failed is not tried again with each word somebody writes. */
const pauseAfterFaultMs = 60_000;

// One extent, and the fold that is under way: what is asked of them, each in a few lines.
export function createFolding(
  { snapshotBytes, tailEntries, tailBytes, seq }: Extent,
  { isLong, fold }: Folded,
  { id, clock, log }: FoldingDeps,
) {
  let running: Promise<void> | undefined;
  let pausedUntil = 0;
  /** Something in the tail is to go, however short that is. */
  let isOwed = false;

  const run = async () => {
    const [end, entriesBefore, bytesBefore] = [seq, tailEntries, tailBytes];
    const forgets = isOwed;
    isOwed = false;
    const bytes = await fold(end, forgets).catch((fault: unknown) => {
      isOwed ||= forgets;
      throw fault;
    });
    if (bytes === undefined) return;
    snapshotBytes = bytes;
    tailEntries -= entriesBefore;
    tailBytes -= bytesBefore;
  };
  const start = () => {
    running ??= run()
      .catch((err: unknown) => {
        pausedUntil = clock() + pauseAfterFaultMs;
        log.warn({ err, board: id }, 'log not folded');
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  const foldIfLong = () => {
    const extent = { snapshotBytes, tailEntries, tailBytes, seq };
    if ((isOwed || isLong(extent)) && clock() >= pausedUntil) void start();
  };
  const foldAll = async () => {
    await running;
    // A fold that was under way when something was to be forgotten knew nothing of it.
    if (tailEntries > 0 || isOwed) await start();
  };

  return {
    /** The log has grown by entries up to `end`; folds it when it has become long. */
    grew: (end: number, entries: number, bytes: number) => {
      seq = end;
      tailEntries += entries;
      tailBytes += bytes;
      foldIfLong();
    },
    foldIfLong,
    /** Folds whatever is not folded yet. */
    foldAll,
    /** The same, and until it is done with whatever comes: something in the tail is not to be kept. */
    forget: () => {
      isOwed = true;
      void foldAll();
    },
    /** Resolves when no fold is under way. */
    settled: () => running ?? Promise.resolve(),
    /** Bytes it takes; folding brings it down to what is still there. */
    size: () => snapshotBytes + tailBytes,
  };
}
