/**
 * The rooms of this process: one per board that somebody is in. HTTP knows rooms by this face
 * alone; `registry.ts` makes them.
 */
import type { WebSocket } from 'ws';
import type { Board } from '../../shared/board/board.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { PersonRow } from '../store/store.ts';

/** A board as it is now, for doors and exports. */
export interface BoardReading {
  readonly board: Board;
  readonly session: SessionState;
}

interface RoomsStats {
  /** Boards somebody is in. */
  readonly boards: number;
  readonly people: number;
  readonly connections: number;
  /** Sent and not yet taken by the network, all connections together. */
  readonly backlogBytes: number;
  /** Whether people are let in; no more after a fault of the disk, or while stopping. */
  readonly accepting: boolean;
}

export interface Rooms {
  /** Takes over a socket whose ticket was checked. Frames that arrive before the board is loaded wait. */
  readonly connect: (socket: WebSocket, boardId: BoardId, person: PersonRow) => void;
  /** Reads a board, from its room when it is open, else from the store; undefined when there is none. */
  readonly read: (boardId: BoardId) => Promise<BoardReading | undefined>;
  /** Tells everybody in the room again who is there: somebody joined, was renamed or removed, or entry opened or closed. */
  readonly peopleChanged: (boardId: BoardId) => Promise<void>;
  /** Closes sockets, so that the ordinary way in decides again. */
  readonly disconnect: (
    boardId: BoardId,
    which: (person: PersonRow) => boolean,
    reason: CloseReason,
  ) => void;
  /** What is there now. */
  readonly stats: () => RoomsStats;
  /** Stops taking frames, saves, and closes every socket with `serverStopping`. */
  readonly close: () => Promise<void>;
}
