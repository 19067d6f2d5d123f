/**
 * What a board is now, as its store has it. The only file of the rooms that knows a board is kept as
 * a log with snapshots, but for the one that folds it (`folder.ts`).
 */
import type { Board } from '../../../shared/board/board.ts';
import type { NewerSchema } from '../../../shared/board/board-migrations.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { SessionEvent } from '../../../shared/session/session.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { Entry, Snapshot, Store } from '../../store/store.ts';
import { boardFrom } from '../../work/fold.ts';

export interface StoredDocument {
  /** Undefined until the board was folded once. */
  readonly snapshot: Snapshot | undefined;
  /** The updates after the snapshot, in order. */
  readonly tail: readonly Uint8Array[];
  /** All it is made of, in order: the snapshot's state and the tail. */
  readonly updates: readonly Uint8Array[];
  /** Of the last update; 0 when there is none. */
  readonly seq: number;
}
export interface StoredBoard {
  /** All its document is made of, in order. */
  readonly updates: readonly Uint8Array[];
  readonly session: SessionState;
}
export interface BoardReading {
  readonly board: Board;
  readonly session: SessionState;
}
export interface UnknownBoard {
  readonly kind: 'unknown-board';
}
export type BoardReader = Pick<Store, 'board' | 'latestSnapshot' | 'readAfter'>;

/** Empty when there is no such board. @throws StoreFault */
export async function readStoredDocument(
  store: Pick<BoardReader, 'latestSnapshot' | 'readAfter'>,
  id: BoardId,
): Promise<StoredDocument> {
  const snapshot = await store.latestSnapshot(id);
  const entries = await store.readAfter(id, snapshot?.seq ?? 0, 'update');
  const tail = entries.map(({ bytes }) => bytes);
  return {
    snapshot,
    tail,
    updates: snapshot ? [snapshot.state, ...tail] : tail,
    seq: entries.at(-1)?.seq ?? snapshot?.seq ?? 0,
  };
}

/** Empty when there is no such board. @throws StoreFault */
export const readSession = async (
  store: Pick<BoardReader, 'readAfter'>,
  id: BoardId,
): Promise<SessionState> => replay((await store.readAfter(id, 0, 'event')).map(eventOf));

/** Undefined when there is no such board. @throws StoreFault */
export async function readStoredBoard(
  store: BoardReader,
  id: BoardId,
): Promise<StoredBoard | undefined> {
  if (!(await store.board(id))) return undefined;
  const { updates } = await readStoredDocument(store, id);
  return { updates, session: await readSession(store, id) };
}

/** The same, read at one go on the event loop: for commands, which serve nobody meanwhile. */
export async function readStored(
  store: BoardReader,
  id: BoardId,
): Promise<Result<BoardReading, UnknownBoard | NewerSchema>> {
  const stored = await readStoredBoard(store, id);
  if (!stored) return err({ kind: 'unknown-board' });
  const board = boardFrom(stored.updates);
  return board.ok ? ok({ board: board.value, session: stored.session }) : board;
}

/** Events were written by this server, so they are trusted as their type. */
export const eventOf = ({ bytes }: Entry): SessionEvent =>
  JSON.parse(new TextDecoder().decode(bytes)) as SessionEvent;
