/**
 * What a board is now, as its store has it: a snapshot and what came after it, of the document and
 * of the session. `folder.ts` makes the snapshots.
 */
import type { Board } from '../../../shared/board/board.ts';
import type { NewerSchema } from '../../../shared/board/board-migrations.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import type { NewerSession } from '../../../shared/session/stored.ts';
import type { Snapshot, Store } from '../../store/store.ts';
import { boardFrom } from '../../work/fold.ts';
import { type CurrentSession, sessionFrom } from '../../work/session.ts';

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
  readonly session: CurrentSession;
}
export interface BoardReading {
  readonly board: Board;
  readonly session: SessionState;
}
export interface UnknownBoard {
  readonly kind: 'unknown-board';
}
export type BoardReader = Pick<Store, 'board' | 'document' | 'session'>;

/** Empty when there is no such board. @throws StoreFault */
export async function readStoredDocument(
  store: Pick<BoardReader, 'document'>,
  id: BoardId,
): Promise<StoredDocument> {
  const { snapshot, tail: entries } = await store.document(id);
  const tail = entries.map(({ bytes }) => bytes);
  return {
    snapshot,
    tail,
    updates: snapshot ? [snapshot.state, ...tail] : tail,
    seq: entries.at(-1)?.seq ?? snapshot?.seq ?? 0,
  };
}

/** Undefined when there is no such board. @throws StoreFault */
export async function readStoredBoard(
  store: BoardReader,
  id: BoardId,
): Promise<StoredBoard | undefined> {
  if (!(await store.board(id))) return undefined;
  const { updates } = await readStoredDocument(store, id);
  return { updates, session: await store.session(id) };
}

/** The same, read at one go on the event loop: for commands, which serve nobody meanwhile. */
export async function readStored(
  store: BoardReader,
  id: BoardId,
): Promise<Result<BoardReading, UnknownBoard | NewerSchema | NewerSession>> {
  const stored = await readStoredBoard(store, id);
  if (!stored) return err({ kind: 'unknown-board' });
  const board = boardFrom(stored.updates);
  if (!board.ok) return board;
  const session = sessionFrom(stored.session);
  return session.ok ? ok({ board: board.value, session: session.value }) : session;
}
