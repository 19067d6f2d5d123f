/** Reads what a board is made of from the store. */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { SessionEvent } from '../../../shared/session/session.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Entry, PersonRow, Snapshot, Store } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import { threadFromBytes, type Work } from '../../work/work.ts';
import { type BoardDocument, openDocument } from './document.ts';

export interface LoadedBoard {
  readonly document: BoardDocument;
  readonly session: SessionState;
  readonly people: readonly PersonRow[];
  readonly clients: ReadonlyMap<number, PersonId>;
  /** Null while nobody may enter by a code. */
  readonly entryCode: string | null;
  readonly extent: Extent;
}
/** How long the log is, and how much of it comes after the snapshot. */
export interface Extent {
  readonly snapshotBytes: number;
  readonly tailEntries: number;
  readonly tailBytes: number;
  /** Of the last entry known here. */
  readonly seq: number;
}

const buildAfterMs = 1_000;

/** Undefined when there is no such board. @throws StoreFault; WorkFault when it cannot be folded */
export async function loadBoard(
  store: Store,
  id: BoardId,
  folds: Work,
): Promise<LoadedBoard | undefined> {
  if (!(await store.board(id))) return undefined;
  const snapshot = await store.latestSnapshot(id);
  const tail = await store.readAfter(id, snapshot?.seq ?? 0);
  const updates = tail.filter(({ kind }) => kind === 'update').map(({ bytes }) => bytes);
  return {
    document: await openFrom(snapshot, updates, folds),
    session: await readSession(store, id),
    people: await store.people(id),
    clients: await store.clients(id),
    entryCode: (await store.entryCode(id)) ?? null,
    extent: {
      snapshotBytes: snapshot?.state.length ?? 0,
      tailEntries: updates.length,
      tailBytes: sizeOf(updates),
      seq: tail.at(-1)?.seq ?? snapshot?.seq ?? 0,
    },
  };
}

export const readSession = async (
  store: Pick<Store, 'readAfter'>,
  id: BoardId,
): Promise<SessionState> => replay((await store.readAfter(id, 0, 'event')).map(eventOf));

/** A large board with updates after its snapshot, or without any, is folded first, away from here. */
async function openFrom(
  snapshot: Snapshot | undefined,
  tail: readonly Uint8Array[],
  folds: Work,
): Promise<BoardDocument> {
  const updates = snapshot ? [snapshot.state, ...tail] : tail;
  const bytes = sizeOf(updates);
  if (bytes < threadFromBytes) return openDocument(snapshot, tail);
  const isFolded = snapshot && tail.length === 0;
  const folded = isFolded ? snapshot : await folds.run('fold', updates, bytes);
  const document = openDocument(folded, []);
  buildSoon(document, folded, folds);
  return document;
}

/** So that whoever writes first does not make every board wait, nor those who come in now. */
function buildSoon(document: BoardDocument, { state }: Pick<Snapshot, 'state'>, folds: Work): void {
  const build = async () => document.buildFrom(await folds.run('cut', state, state.length));
  const ahead = setTimeout(() => void build().catch(() => undefined), buildAfterMs);
  ahead.unref(); // without it the document is built when it is first written
}

/** Events were written by this server, so they are trusted as their type. */
const eventOf = ({ bytes }: Entry): SessionEvent =>
  JSON.parse(new TextDecoder().decode(bytes)) as SessionEvent;
