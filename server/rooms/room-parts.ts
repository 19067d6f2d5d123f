import type { BoardId } from '../../shared/ids.ts';
import type { Services } from '../services.ts';
import type { Work } from '../work/work.ts';
import type { Decode } from './board/admit/decode.ts';
import { createClientIds } from './board/client-ids.ts';
import { createFolder, createSessionFolder } from './board/folder.ts';
import { createFolders } from './board/folders.ts';
import { createFullness } from './board/fullness.ts';
import { createJudge } from './board/judge.ts';
import type { LoadedBoard } from './board/load.ts';
import { createReceive } from './board/receive.ts';
import { createCatchUp } from './catch-up.ts';
import { createBatches } from './keep/batches.ts';
import type { Persist } from './keep/persist.ts';
import type { Saver } from './keep/saver.ts';
import { createMembers } from './members.ts';
import { createAnnouncements } from './session/announcements.ts';
import { createBoardFacts } from './session/board-facts.ts';
import { createPageIds } from './session/page-ids.ts';
import { createPresence } from './session/presence.ts';
import { type Announced, createSessionHost } from './session/session-host.ts';
import { createViews } from './session/views.ts';
import type { Connection } from './socket/connection.ts';
import { frame } from './socket/wire.ts';

export type RoomParts = ReturnType<typeof makeParts>;
export interface RoomDeps extends Services {
  readonly id: BoardId;
  readonly board: LoadedBoard;
  readonly persist: Persist;
  readonly saver: Pick<Saver, 'acknowledgeAfterSync' | 'afterSync' | 'forget'>;
  readonly decode: Decode;
  readonly folds: Work;
  /** The room cannot go on: its sockets are closed, and the next one opens it anew from the store. */
  readonly onAbandoned: () => void;
}

/** What a room is made of, each made of those above it. */
// A list: each part with what it is made of.
export function makeParts(deps: RoomDeps) {
  const { id, board, store, persist, saver, config, clock, measures, log } = deps;
  const { document } = board;
  const clients = createClientIds(board.clients);
  const announced: Announced = { session: board.session };
  const members = createMembers(document.stateVector());
  const { maxStateBytes } = config;
  const folding = { id, store, folds: deps.folds, clock, log };
  const folder = createFolder(board.extent, { ...folding, maxStateBytes });
  const sessionFolder = createSessionFolder(board.sessionExtent, folding);
  const { shares } = board;
  const sessionSize = sessionFolder.size;
  const size = () => folder.size() + sessionSize();
  const fullness = createFullness({ shares, size, sessionSize, limits: config });
  const { keep } = createAnnouncements({ id, store, document, clients, log });
  const pages = createPageIds<Connection>(keep);
  const { connections } = members;
  const { clientOf, holderOf } = pages;
  const views = createViews({ id, board, store, clock, announced, connections, clientOf });
  const presence = createPresence<Connection>({
    pages,
    maxBytes: config.maxPresenceBytes,
    intervalMs: config.presenceIntervalMs,
    people: members.count,
    broadcast: (message) => {
      measures.presenceSent(members.count());
      const framed = frame([message]);
      for (const connection of connections()) connection.sendPresence(framed);
    },
    onClients: views.changed,
  });
  const batches = createBatches(id, persist);
  const host = createSessionHost({
    announced,
    document,
    batches,
    saver,
    clock,
    measures,
    alarm: deps.alarm,
    board: createBoardFacts(document, fullness.isFull),
    fullness,
    person: views.person,
    onAnnounced: views.announce,
  });
  const receive = createReceive({
    id,
    document,
    judge: createJudge({ decode: deps.decode, limits: config, fullness }),
    batches,
    clients,
    holderOf,
    rules: host.rules,
    clock,
    measures,
    log,
  });
  const catchUp = createCatchUp({ document, members, batches });
  /** Connections with frames that came while none may: resumed once they may. */
  const waiting = new Set<Connection>();
  return {
    members,
    folders: createFolders(folder, sessionFolder),
    fullness,
    views,
    presence,
    batches,
    host,
    receive,
    catchUp,
    waiting,
  };
}
