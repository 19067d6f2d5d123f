/**
 * The rooms of this process. A room opens at the first connection, once however many come, and is
 * let go when the last has left and all is kept and folded. Whoever comes meanwhile waits; nobody is
 * ever told of an empty board that is only not loaded yet.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason } from '../../shared/protocol/close.ts';
import type { Alarm, Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../observability/log.ts';
import type { Measures } from '../observability/measures.ts';
import type { Store } from '../store/store.ts';
import { createWork, patientLimits } from '../work/work.ts';
import { createDecode } from './board/admit/decode.ts';
import { loadBoard } from './board/load.ts';
import { readStoredBoard } from './board/stored.ts';
import { createStoredFrames } from './board/stored-frames.ts';
import { createPersist } from './keep/persist.ts';
import { createSaver } from './keep/saver.ts';
import { createRoom, type Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import { type Connection, createConnection } from './socket/connection.ts';

export interface RegistryParts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly measures: Measures;
  readonly log: Log;
}
/** A board somebody is in, or is coming into. */
interface Opening {
  readonly arrived: Set<Connection>;
  readonly loaded: Promise<Room | CloseReason>;
  room: Room | undefined;
}

/** A stop waits that long for folds: without one nothing is lost, but the next opening takes longer. */
const longestFoldMs = 8_000;

export function createRegistry(parts: RegistryParts): Rooms {
  const { config, store, clock, measures, log } = parts;
  const openings = new Map<BoardId, Opening>();
  const rooms = new Map<Connection, Room>();
  const decode = createDecode(config.maxUpdateStructs);
  const persist = createPersist(store);
  const folds = createWork(patientLimits);
  const storedFrame = createStoredFrames(store, createWork());
  /** Why nobody can be let in; undefined while all is well. */
  let shut: CloseReason | undefined;
  const saver = createSaver<Connection>({
    store,
    clock,
    intervalMs: config.saveIntervalMs,
    tell: (connection, number, at) => rooms.get(connection)?.acknowledge(connection, number, at),
    onFault: (err) => {
      // Once a disk has failed to sync it cannot be believed: only a new start reads what is there.
      log.fatal({ err }, 'the disk does not keep what is written');
      shut = 'storageFault';
      closeAll(shut);
    },
  });
  const closeAll = (reason: CloseReason) => {
    for (const { arrived, room } of openings.values()) {
      room?.close(reason);
      for (const connection of arrived) connection.close(reason);
    }
    openings.clear();
  };

  const open = (id: BoardId): Opening => {
    const opening: Opening = {
      arrived: new Set(),
      room: undefined,
      loaded: load(id, () => {
        if (openings.get(id) === opening) openings.delete(id);
      }),
    };
    openings.set(id, opening);
    void opening.loaded.then((loaded) => {
      if (typeof loaded !== 'string') opening.room = loaded;
      else if (openings.get(id) === opening) openings.delete(id);
    });
    return opening;
  };
  const load = async (id: BoardId, onAbandoned: () => void): Promise<Room | CloseReason> => {
    try {
      const board = await loadBoard(store, id, folds);
      if (!board.ok) return board.error;
      return createRoom({
        ...parts,
        id,
        board: board.value,
        persist,
        saver,
        decode,
        folds,
        onAbandoned,
      });
    } catch (err) {
      log.error({ err, board: id }, 'board not loaded');
      return 'storageFault';
    }
  };

  const connect: Rooms['connect'] = (socket, boardId, person) => {
    if (shut) {
      measures.socketClosed(shut);
      return showOut(socket, shut);
    }
    const opening = openings.get(boardId) ?? open(boardId);
    let room: Room | undefined;
    const connection = createConnection({
      socket,
      person,
      clock,
      limits: config,
      events: {
        isOpen: () => room?.isOpen() ?? false,
        onWaiting: () => room?.onWaiting(connection),
        onStep1: (stateVector) => room?.answer(connection, stateVector),
        onUpdate: (bytes, number, isAnswer) =>
          room?.receive(connection, { bytes, number, isAnswer }),
        onAsked: (asked) => room?.take(connection, asked),
        onPresence: (payload) => room?.takePresence(connection, payload) ?? true,
        onPresenceQuery: () => room?.sendPresence(connection),
        onBehind: () => room?.onBehind(connection),
        onDrained: () => room?.onDrained(connection),
        onClosed: (end) => {
          measures.socketClosed(end);
          opening.arrived.delete(connection);
          rooms.delete(connection);
          room?.leave(connection);
          void letGo(boardId, opening);
        },
      },
    });
    opening.arrived.add(connection);
    void opening.loaded.then((loaded) => {
      // Left before the board was there, or was shown out: their close may not have been answered yet.
      if (!opening.arrived.has(connection) || socket.readyState !== socket.OPEN) return;
      if (typeof loaded === 'string') return connection.close(loaded);
      room = loaded;
      rooms.set(connection, loaded);
      loaded.enter(connection);
      connection.resume();
    });
  };

  /** Closes a room nobody is in, once everything is kept and folded. */
  const letGo = async (id: BoardId, opening: Opening) => {
    const isDeserted = () => opening.arrived.size === 0 && openings.get(id) === opening;
    const room = await opening.loaded;
    await persist.idle();
    if (!isDeserted() || typeof room === 'string') return;
    await room.fold();
    await persist.idle();
    if (!isDeserted()) return;
    openings.delete(id);
    room.close('serverStopping');
  };

  const frame: Rooms['frame'] = async (id) => {
    const room = await openings.get(id)?.loaded;
    await persist.idle();
    const live = room !== undefined && typeof room !== 'string' ? room.frame() : undefined;
    return live ?? storedFrame(id);
  };
  const stored: Rooms['stored'] = async (id) => {
    await persist.idle();
    return readStoredBoard(store, id);
  };

  return {
    connect,
    frame,
    stored,
    peopleChanged: async (id) => {
      await openings.get(id)?.room?.reloadPeople();
    },
    disconnect: (id, which, reason) => {
      for (const connection of openings.get(id)?.arrived ?? [])
        if (which(connection.person)) connection.close(reason);
    },
    stats: () => {
      const connections = [...openings.values()].flatMap(({ arrived }) => [...arrived]);
      return {
        boards: openings.size,
        people: new Set(connections.map(({ person }) => person.id)).size,
        connections: connections.length,
        backlogBytes: connections.reduce((sum, { backlog }) => sum + backlog(), 0),
        accepting: shut === undefined,
      };
    },
    close: async () => {
      shut ??= 'serverStopping';
      await persist.idle();
      await saver.now();
      const folded = [...openings.values()].map(({ room }) => room?.folded());
      closeAll(shut);
      await Promise.race([Promise.all(folded), pause(longestFoldMs, undefined, { ref: false })]);
    },
  };
}

function showOut(socket: WebSocket, reason: CloseReason): void {
  socket.on('error', () => socket.terminate());
  socket.close(CLOSE[reason].code, reason);
}
