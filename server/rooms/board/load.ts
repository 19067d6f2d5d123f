/** Opens a board from what the store says it is now. */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { CloseReason } from '../../../shared/protocol/close.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { LogShare, PersonRow, Snapshot, Store } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import { type CurrentSession, mayForget, sessionFrom } from '../../work/session.ts';
import { threadFromBytes, type Work } from '../../work/work.ts';
import { type BoardDocument, openDocument } from './document.ts';
import type { Extent } from './folding.ts';
import { readStoredDocument, type StoredDocument } from './stored.ts';
import { type CurrentDocument, type UpgradeDeps, upgradeStored } from './upgrade.ts';

export interface LoadedBoard {
  readonly epoch: string;
  readonly document: BoardDocument;
  readonly session: SessionState;
  readonly people: readonly PersonRow[];
  readonly clients: ReadonlyMap<number, PersonId>;
  /** Null while nobody may enter by a code. */
  readonly entryCode: string | null;
  /** Of the document, and of the session. */
  readonly extent: Extent;
  readonly sessionExtent: Extent;
  /** Something in the events of the log may have to be forgotten. */
  readonly forgets: boolean;
  /** Who has how much in the log. */
  readonly shares: readonly LogShare[];
}

export interface LoadDeps extends UpgradeDeps {
  readonly store: Store;
  /** For what nobody waits for. */
  readonly folds: Work;
}

const buildAfterMs = 1_000;
/** Of events that are read here: more of them, as a log from before sessions were folded has, in a thread. */
const replayedBytes = 768 * 1_024;

/**
 * The error is what its visitors are closed with.
 * @throws StoreFault; WorkFault when it cannot be folded
 */
export async function loadBoard(
  id: BoardId,
  deps: LoadDeps,
): Promise<Result<LoadedBoard, CloseReason>> {
  const { store, folds } = deps;
  const board = await store.board(id);
  if (!board) return err('unknownBoard');
  const stored = await upgradeStored(id, await readStoredDocument(store, id), deps);
  if (!stored.ok) return stored;
  const kept = await store.session(id);
  const session = await openSession(kept, deps);
  if (!session.ok) return session;
  return ok({
    epoch: board.epoch,
    document: openCurrent(stored.value, folds),
    session: session.value,
    people: await store.people(id),
    clients: await store.clients(id),
    entryCode: (await store.entryCode(id)) ?? null,
    extent: extentOf(stored.value),
    sessionExtent: {
      snapshotBytes: kept.snapshot?.bytes.length ?? 0,
      tailEntries: kept.tail.length,
      tailBytes: sizeOf(kept.tail.map(({ bytes }) => bytes)),
      seq: kept.tail.at(-1)?.seq ?? kept.snapshot?.seq ?? 0,
    },
    forgets: mayForget(kept.tail),
    shares: await store.logShares(id),
  });
}

async function openSession(
  stored: CurrentSession,
  { loads }: Pick<LoadDeps, 'loads'>,
): Promise<Result<SessionState, 'newerBoard'>> {
  const bytes = sizeOf(stored.tail.map((entry) => entry.bytes));
  if (bytes <= replayedBytes) return orNewer(sessionFrom(stored));
  const folded = await loads.run('foldSession', stored, bytes);
  return folded.ok ? orNewer(sessionFrom({ snapshot: folded.value, tail: [] })) : err('newerBoard');
}

const orNewer = (read: ReturnType<typeof sessionFrom>): Result<SessionState, 'newerBoard'> =>
  read.ok ? read : err('newerBoard');

function openCurrent({ folded }: CurrentDocument, folds: Work): BoardDocument {
  const document = openDocument(folded);
  if (folded.state.length >= threadFromBytes) buildSoon(document, folded, folds);
  return document;
}

/** So that whoever writes first does not make every board wait, nor those who come in now. */
function buildSoon(document: BoardDocument, { state }: Pick<Snapshot, 'state'>, folds: Work): void {
  const build = async () => {
    if (document.isDestroyed()) return; // everybody left within the second
    document.buildFrom(await folds.run('cut', state, state.length));
  };
  const ahead = setTimeout(() => void build().catch(() => undefined), buildAfterMs);
  ahead.unref(); // without it the document is built when it is first written
}

const extentOf = ({ snapshot, tail, seq }: StoredDocument): Extent => ({
  snapshotBytes: snapshot?.state.length ?? 0,
  tailEntries: tail.length,
  tailBytes: sizeOf(tail),
  seq,
});
