/**
 * The rooms of this process. A room opens at the first connection, once however many come, and is
 * let go when the last has left and all is kept and folded. Whoever comes meanwhile waits; nobody is
 * ever told of an empty board that is only not loaded yet.
 */
import { setTimeout as pause } from 'node:timers/promises';
import {
  BOARD_MIGRATIONS,
  type BoardMigration,
  versionAfter,
} from '../../shared/board/board-migrations.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Services } from '../services.ts';
import { tasksWith } from '../work/tasks.ts';
import { createWork, patientLimits, promptLimits } from '../work/work.ts';
import { createDecode } from './board/admit/decode.ts';
import { loadBoard } from './board/load.ts';
import { readStoredBoard } from './board/stored.ts';
import { createStoredFrames } from './board/stored-frames.ts';
import { createPersist, type Persist } from './keep/persist.ts';
import { createSaver } from './keep/saver.ts';
import { createRoom, type Room } from './room.ts';
import type { RoomDeps } from './room-parts.ts';
import type { Rooms, RoomsStats } from './rooms.ts';
import { createAllowances } from './socket/allowances.ts';
import { type Connection, type ConnectionDeps, createConnection } from './socket/connection.ts';

export interface RegistryDeps extends Services {
  /** Of boards; those of this program when absent. */
  readonly migrations?: readonly BoardMigration[];
}
type Opened = Result<Room, CloseReason>;

/** A board somebody is in, or is coming into. */
interface Opening {
  readonly arrived: Set<Connection>;
  /** The error is what whoever came is closed with. */
  readonly loaded: Promise<Opened>;
  /** Once it is loaded. */
  room: Room | undefined;
}
type Openings = Map<BoardId, Opening>;

/** A stop waits that long for folds: without one nothing is lost, but the next opening takes longer. */
const longestFoldMs = 8_000;

// All that is asked of rooms, each in a few lines.
export function createRegistry(deps: RegistryDeps): Rooms {
  const { config, store, clock, measures, log } = deps;
  const openings: Openings = new Map();
  /** Why nobody can be let in; undefined while all is well. */
  let shut: CloseReason | undefined;
  const persist = createPersist(store);
  const saver = createSaver({
    store,
    clock,
    intervalMs: config.saveIntervalMs,
    onFault: (err) => {
      // Once a disk has failed to sync it cannot be believed: only a new start reads what is there.
      log.fatal({ err }, 'the disk does not keep what is written');
      shut = 'storageFault';
      closeAll(openings, shut);
    },
  });
  const open = createOpen(deps, openings, { persist, saver });
  const allowances = createAllowances({ ...config, byteBurst: config.maxMessageBytes }, clock);
  const reads = createWork(promptLimits, tasksWith(deps.migrations));
  const storedFrame = createStoredFrames(store, reads);

  return {
    connect: (peer, boardId, person, held) => {
      if (shut) {
        measures.socketClosed(shut);
        return peer.close(shut);
      }
      const opening = openings.get(boardId) ?? open(boardId);
      const onClosed: ConnectionDeps['onClosed'] = (connection, end) => {
        measures.socketClosed(end);
        opening.arrived.delete(connection);
        allowances.giveBack(person.id);
        void letGo(boardId, opening, { openings, persist });
      };
      const connection = createConnection({
        peer,
        person,
        clock,
        limits: config,
        allowance: allowances.take(person.id),
        onClosed,
      });
      opening.arrived.add(connection);
      void opening.loaded.then((loaded) => {
        if (!loaded.ok) connection.close(loaded.error);
        else if (isOfEpoch(held, loaded.value)) connection.attach(loaded.value);
        else connection.close('otherEpoch');
      });
    },
    frame: async (id) => {
      const loaded = await openings.get(id)?.loaded;
      await persist.idle();
      const live = loaded?.ok ? loaded.value.frame() : undefined;
      return live ?? storedFrame(id);
    },
    stored: async (id) => {
      await persist.idle();
      return readStoredBoard(store, id);
    },
    peopleChanged: async (id) => {
      const opening = openings.get(id);
      if (opening?.room) return opening.room.reloadPeople();
      // It may be later than what a loading board has read: read again then, and not waited for.
      const reload = async () => {
        const loaded = await opening?.loaded;
        if (loaded?.ok) await loaded.value.reloadPeople();
      };
      reload().catch((err: unknown) => log.error({ err, board: id }, 'people not read again'));
    },
    disconnect: (id, which, reason) => {
      for (const connection of openings.get(id)?.arrived ?? [])
        if (which(connection.person)) connection.close(reason);
    },
    stats: () => statsOf(openings, shut),
    close: async () => {
      shut ??= 'serverStopping';
      await persist.idle();
      await saver.now();
      const folded = [...openings.values()].map(({ room }) => room?.folded());
      closeAll(openings, shut);
      await Promise.race([Promise.all(folded), pause(longestFoldMs, undefined, { ref: false })]);
    },
  };
}

const isOfEpoch = (held: string | undefined, { epoch }: Pick<Room, 'epoch'>): boolean =>
  held === undefined || held === epoch;

/** Opens boards: the first who comes makes it be loaded, for all who come meanwhile. */
function createOpen(
  deps: RegistryDeps,
  openings: Openings,
  keeping: Pick<RoomDeps, 'persist' | 'saver'>,
): (id: BoardId) => Opening {
  const { store, config, log, clock, migrations = BOARD_MIGRATIONS } = deps;
  const decode = createDecode(config.maxUpdateStructs);
  const folds = createWork(patientLimits, tasksWith(migrations));
  // A line of its own: whoever comes in does not wait for what others’ boards are being folded into.
  const loads = createWork(patientLimits, tasksWith(migrations));
  const schema = versionAfter(migrations);

  const load = async (id: BoardId, onAbandoned: () => void): Promise<Opened> => {
    try {
      const board = await loadBoard(id, { store, loads, folds, schema, clock });
      if (!board.ok) return board;
      const room = { ...deps, ...keeping, id, board: board.value, decode, folds, onAbandoned };
      return ok(createRoom(room));
    } catch (fault) {
      log.error({ err: fault, board: id }, 'board not loaded');
      return err('storageFault');
    }
  };
  return (id) => {
    const arrived = new Set<Connection>();
    const forget = () => {
      if (openings.get(id)?.arrived === arrived) openings.delete(id);
    };
    const opening: Opening = { arrived, loaded: load(id, forget), room: undefined };
    openings.set(id, opening);
    void opening.loaded.then((loaded) => {
      if (loaded.ok) opening.room = loaded.value;
      else forget();
    });
    return opening;
  };
}

/** Closes a room nobody is in, once everything is kept and folded. */
async function letGo(
  id: BoardId,
  opening: Opening,
  { openings, persist }: { readonly openings: Openings; readonly persist: Persist },
): Promise<void> {
  const isDeserted = () => opening.arrived.size === 0 && openings.get(id) === opening;
  const loaded = await opening.loaded;
  await persist.idle();
  if (!isDeserted() || !loaded.ok) return;
  await loaded.value.fold();
  await persist.idle();
  if (!isDeserted()) return;
  openings.delete(id);
  loaded.value.close('serverStopping');
}

function closeAll(openings: Openings, reason: CloseReason): void {
  for (const { arrived, room } of openings.values()) {
    room?.close(reason);
    for (const connection of arrived) connection.close(reason);
  }
  openings.clear();
}

function statsOf(openings: Openings, shut: CloseReason | undefined): RoomsStats {
  const connections = [...openings.values()].flatMap(({ arrived }) => [...arrived]);
  return {
    boards: openings.size,
    people: new Set(connections.map(({ person }) => person.id)).size,
    connections: connections.length,
    backlogBytes: connections.reduce((sum, { backlog }) => sum + backlog(), 0),
    accepting: shut === undefined,
  };
}
