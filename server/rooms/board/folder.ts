/** When a board's log is folded into snapshots: while people write and it grows, and when they left. */
import type { Store } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import { sizeOfSession } from '../../work/session.ts';
import type { Work } from '../../work/work.ts';
import { createFolding, type Extent, type FoldingDeps } from './folding.ts';

const kibi = 1_024;
const smallestTailBytes = 256 * kibi;
const longestTailEntries = 5_000;
/**
 * Of events, which are read at one go by whoever opens the board or takes a file of it: some 10 ms.
 * A small session is folded where everybody waits for it, in less.
 */
const eventTail = { smallestBytes: 64 * kibi, longestBytes: 512 * kibi, longestEntries: 2_000 };

interface FolderDeps extends FoldingDeps {
  readonly store: Pick<Store, 'board' | 'document' | 'saveSnapshot'>;
  readonly folds: Work;
  readonly maxStateBytes: number;
}

export function createFolder(extent: Extent, deps: FolderDeps) {
  const { id, store, folds, maxStateBytes } = deps;
  const isLong = ({ snapshotBytes, tailEntries, tailBytes }: Extent) =>
    tailEntries > longestTailEntries ||
    tailBytes > Math.max(smallestTailBytes, snapshotBytes) ||
    (snapshotBytes + tailBytes > maxStateBytes && tailBytes > smallestTailBytes);
  const fold = async (end: number) => {
    if (!(await store.board(id))) return undefined; // purged: there is nothing left to fold
    const { snapshot, tail: entries } = await store.document(id);
    const tail = entries.filter(({ seq }) => seq <= end).map(({ bytes }) => bytes);
    const updates = snapshot ? [snapshot.state, ...tail] : tail;
    const folded = await folds.run('fold', updates, sizeOf(updates));
    await store.saveSnapshot(id, { seq: end, ...folded });
    return folded.state.length;
  };
  return createFolding(extent, { isLong, fold }, deps);
}

interface SessionFolderDeps extends FoldingDeps {
  readonly store: Pick<Store, 'board' | 'session' | 'saveSession'>;
  readonly folds: Work;
}

export function createSessionFolder(extent: Extent, deps: SessionFolderDeps) {
  const { id, store, folds } = deps;
  const { smallestBytes, longestBytes, longestEntries } = eventTail;
  const isLong = ({ snapshotBytes, tailEntries, tailBytes }: Extent) =>
    tailEntries > longestEntries ||
    tailBytes > Math.min(longestBytes, Math.max(smallestBytes, snapshotBytes));
  const fold = async (end: number, forgets: boolean) => {
    if (!(await store.board(id))) return undefined;
    const { snapshot, tail: entries } = await store.session(id);
    const stored = { snapshot, tail: entries.filter(({ seq }) => seq <= end) };
    const folded = await folds.run('foldSession', stored, sizeOfSession(stored));
    if (!folded.ok) throw new Error(`session of schema ${folded.error.version}`);
    await store.saveSession(id, { seq: end, ...folded.value }, forgets);
    return folded.value.bytes.length;
  };
  return createFolding(extent, { isLong, fold }, deps);
}
