/**
 * Rooms that synchronise nothing: boards are read from their log, and what was asked of the rooms is
 * noted. What HTTP does is seen without them.
 */
import { readStored, readStoredBoard } from '../../server/rooms/board/stored.ts';
import type { Rooms } from '../../server/rooms/rooms.ts';
import type { Peer } from '../../server/rooms/socket/peer.ts';
import type { PersonRow, Store } from '../../server/store/store.ts';
import type { BoardId } from '../../shared/ids.ts';

interface Entered {
  readonly peer: Peer;
  readonly boardId: BoardId;
  readonly person: PersonRow;
  readonly held: string | undefined;
  readonly frames: Uint8Array[];
  /** Resolves when the peer is gone. */
  readonly gone: Promise<void>;
}
export interface StoredRooms extends Rooms {
  /** Peers handed over, with whom they belong to and the frames they sent. */
  readonly entered: readonly Entered[];
  /** Boards whose people changed. */
  readonly changed: readonly BoardId[];
}

export function storedRooms(store: Store): StoredRooms {
  const entered: Entered[] = [];
  const changed: BoardId[] = [];
  return {
    entered,
    changed,
    frame: async (boardId) => {
      const reading = await readStored(store, boardId);
      return reading.ok ? reading.value.board : undefined;
    },
    stored: (boardId) => readStoredBoard(store, boardId),
    connect(peer, boardId, person, held) {
      const frames: Uint8Array[] = [];
      const gone = new Promise<void>((onClosed) => {
        peer.listen({
          onFrame: (frame) => frame && frames.push(frame),
          onPiece: () => undefined,
          onAlive: () => undefined,
          onClosed,
        });
      });
      entered.push({ peer, boardId, person, held, frames, gone });
    },
    peopleChanged: (boardId) => {
      changed.push(boardId);
      return Promise.resolve();
    },
    disconnect(boardId, which, reason) {
      for (const each of entered)
        if (each.boardId === boardId && which(each.person)) each.peer.close(reason);
    },
    stats: () => ({ boards: 3, people: 4, connections: 5, backlogBytes: 6, accepting: true }),
    close: () => {
      for (const { peer } of entered) peer.close('serverStopping');
      return Promise.resolve();
    },
  };
}
