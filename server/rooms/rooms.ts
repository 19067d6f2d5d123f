/**
 * The rooms of this process: one per board that somebody is in. HTTP knows rooms by this face
 * alone; `registry.ts` makes them.
 */
import type { BoardFrame } from '../../shared/board/snapshot.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { PersonRow } from '../store/store.ts';
import type { StoredBoard } from './board/stored.ts';
import type { Peer } from './socket/peer.ts';

export interface RoomsStats {
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
  /**
   * Takes over a peer whose ticket was checked. Frames that arrive before the board is loaded wait.
   * @param held epoch of what the page holds; undefined when it holds nothing. One of another epoch
   *   is shown out before anything of it is asked or read
   */
  readonly connect: (
    peer: Peer,
    boardId: BoardId,
    person: PersonRow,
    held: string | undefined,
  ) => void;
  /** What surrounds a board's actions, as people see it now; undefined when there is no such board. */
  readonly frame: (boardId: BoardId) => Promise<BoardFrame | undefined>;
  /** The bytes of a board, with all that anybody has seen; undefined when there is no such board. */
  readonly stored: (boardId: BoardId) => Promise<StoredBoard | undefined>;
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
  /** Lets nobody in, saves what has come, closes every socket with `serverStopping`, and lets folds end. */
  readonly close: () => Promise<void>;
}
