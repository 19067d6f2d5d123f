/** When a board's log is folded into a snapshot: while people write and it grows, and when they left. */
import type { BoardId } from '../../../shared/ids.ts';
import type { Services } from '../../services.ts';
import type { Store } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import type { Work } from '../../work/work.ts';
import type { Extent } from './load.ts';

const smallestTailBytes = 256 * 1_024;
const longestTailEntries = 5_000;
/** A fold that failed is not tried again with each word somebody writes. */
const pauseAfterFaultMs = 60_000;

export interface FolderDeps extends Pick<Services, 'clock' | 'log'> {
  readonly id: BoardId;
  readonly store: Pick<Store, 'board' | 'latestSnapshot' | 'readAfter' | 'saveSnapshot'>;
  readonly folds: Work;
  readonly maxStateBytes: number;
}

export function createFolder(extent: Extent, deps: FolderDeps) {
  const { id, store, folds, maxStateBytes, clock, log } = deps;
  let { snapshotBytes, tailEntries, tailBytes, seq } = extent;
  let running: Promise<void> | undefined;
  let pausedUntil = 0;

  const size = () => snapshotBytes + tailBytes;
  const isLong = () =>
    tailEntries > longestTailEntries ||
    tailBytes > Math.max(smallestTailBytes, snapshotBytes) ||
    (size() > maxStateBytes && tailBytes > smallestTailBytes);

  const run = async () => {
    if (!(await store.board(id))) return; // purged: there is nothing left to fold
    const [end, entriesBefore, bytesBefore] = [seq, tailEntries, tailBytes];
    const snapshot = await store.latestSnapshot(id);
    const tail = (await store.readAfter(id, snapshot?.seq ?? 0, 'update'))
      .filter((entry) => entry.seq <= end)
      .map(({ bytes }) => bytes);
    const updates = snapshot ? [snapshot.state, ...tail] : tail;
    const folded = await folds.run('fold', updates, sizeOf(updates));
    await store.saveSnapshot(id, { seq: end, ...folded });
    snapshotBytes = folded.state.length;
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

  return {
    /** The log has grown by updates up to `seq`; folds it when it has become long. */
    grew: (end: number, entries: number, bytes: number) => {
      seq = end;
      tailEntries += entries;
      tailBytes += bytes;
      if (isLong() && clock() >= pausedUntil) void start();
    },
    /** Folds whatever is not folded yet. */
    foldAll: async () => {
      await running;
      if (tailEntries > 0) await start();
    },
    /** Resolves when no fold is under way. */
    settled: () => running ?? Promise.resolve(),
    /** Bytes the board takes; folding brings it down to what is still there. */
    size,
  };
}
