/**
 * Rooms that synchronise nothing: boards are read from their log, and what was asked of the rooms is
 * noted. What HTTP does is seen without them.
 */
import type { WebSocket } from 'ws';
import { readStored, readStoredBoard } from '../../server/rooms/board/stored.ts';
import type { Rooms } from '../../server/rooms/rooms.ts';
import type { PersonRow, Store } from '../../server/store/store.ts';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol/close.ts';

interface Entered {
  readonly socket: WebSocket;
  readonly boardId: BoardId;
  readonly person: PersonRow;
  readonly frames: Buffer[];
}
export interface StoredRooms extends Rooms {
  /** Sockets handed over, with whom they belong to and the frames they sent. */
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
    frame: async (boardId) => (await readStored(store, boardId))?.board,
    stored: (boardId) => readStoredBoard(store, boardId),
    connect(socket, boardId, person) {
      const frames: Buffer[] = [];
      socket.on('message', (frame: Buffer) => frames.push(frame));
      socket.on('error', () => undefined); // told by the close that follows
      entered.push({ socket, boardId, person, frames });
    },
    peopleChanged: (boardId) => {
      changed.push(boardId);
      return Promise.resolve();
    },
    disconnect(boardId, which, reason) {
      for (const each of entered)
        if (each.boardId === boardId && which(each.person)) each.socket.close(CLOSE[reason].code);
    },
    stats: () => ({ boards: 3, people: 4, connections: 5, backlogBytes: 6, accepting: true }),
    close: () => {
      for (const { socket } of entered) socket.close(CLOSE.serverStopping.code);
      return Promise.resolve();
    },
  };
}
