/**
 * One open board and the people in it. An update goes its way here: judged and applied
 * (`board/receive.ts`), gathered with what else is admitted about then (`keep/batches.ts`), kept
 * (`keep/persist.ts`), and only then shown and acknowledged.
 */
import { type BoardFrame, readFrame } from '../../shared/board/snapshot.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { encodeRefused, type Refused } from '../../shared/protocol/messages.ts';
import type { Alarm, Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../observability/log.ts';
import type { Measures } from '../observability/measures.ts';
import type { Store } from '../store/store.ts';
import { sizeOf } from '../work/fold.ts';
import type { Work } from '../work/work.ts';
import type { Decode } from './board/admit/decode.ts';
import { createFolder, type Folder } from './board/folder.ts';
import { createJudge } from './board/judge.ts';
import type { LoadedBoard } from './board/load.ts';
import { createReceive, type Receive } from './board/receive.ts';
import { type CatchUp, createCatchUp } from './catch-up.ts';
import type { Batch } from './keep/batch.ts';
import { type Batches, createBatches } from './keep/batches.ts';
import type { Persist } from './keep/persist.ts';
import type { Saver } from './keep/saver.ts';
import { createMembers, type Members } from './members.ts';
import type { Announced } from './session/announced.ts';
import { createBoardFacts } from './session/board-facts.ts';
import { createPageIds } from './session/page-ids.ts';
import { createPresence, type Presence } from './session/presence.ts';
import { createSessionHost, type SessionHost } from './session/session-host.ts';
import { createViews, type Views } from './session/views.ts';
import type { Connection, ConnectionRoom } from './socket/connection.ts';
import { frame } from './socket/wire.ts';

export interface RoomDeps {
  readonly id: BoardId;
  readonly board: LoadedBoard;
  readonly store: Store;
  readonly persist: Persist;
  readonly saver: Pick<Saver, 'acknowledgeAfterSync' | 'afterSync' | 'forget'>;
  readonly decode: Decode;
  readonly folds: Work;
  readonly config: Config;
  readonly clock: Clock;
  readonly alarm: Alarm;
  readonly measures: Measures;
  readonly log: Log;
  /** The room cannot go on: its sockets are closed, and the next one opens it anew from the store. */
  readonly onAbandoned: () => void;
}
export interface Room extends ConnectionRoom {
  /** What surrounds the actions; undefined while the document is only its stored bytes. */
  readonly frame: () => BoardFrame | undefined;
  readonly reloadPeople: () => Promise<void>;
  readonly fold: () => Promise<void>;
  /** Resolves when no fold is under way. */
  readonly folded: () => Promise<void>;
  readonly close: (reason: CloseReason) => void;
}

/** What a room is made of, each made of those above it. */
interface Parts {
  readonly members: Members;
  readonly folder: Folder;
  readonly views: Views;
  readonly presence: Presence<Connection>;
  readonly batches: Batches;
  readonly host: SessionHost;
  readonly receive: Receive;
  readonly catchUp: CatchUp;
  /** Connections with frames that came while none may: resumed once they may. */
  readonly waiting: Set<Connection>;
}

// What is asked of a room, each in a few lines, is read here in one place.
export function createRoom(deps: RoomDeps): Room {
  const { board, measures, saver } = deps;
  const parts = makeParts(deps);
  const { members, folder, views, presence, batches, host, receive, catchUp, waiting } = parts;

  const close = (reason: CloseReason) => {
    for (const part of [batches, host, presence, views]) part.close();
    for (const connection of members.connections()) connection.close(reason);
    board.document.destroy();
  };
  const abandon = (reason: CloseReason) => {
    if (batches.isClosed()) return;
    close(reason);
    deps.onAbandoned();
  };
  const sendPresence = (connection: Connection) => {
    const everybody = presence.all();
    if (everybody) connection.sendPresence(everybody);
  };
  batches.listen({
    onKept: (kept, seq) => tellKept(kept, seq, { ...parts, saver }),
    onLost: (lost, fault) => {
      tellLost(lost, fault, deps);
      abandon('storageFault');
    },
  });
  host.start();

  return {
    isOpen: batches.isOpen,
    onWaiting: (connection) => void waiting.add(connection),
    enter: (connection) => {
      members.enter(connection);
      views.came(connection.person);
      views.sendTo(connection);
      catchUp.ask(connection);
      sendPresence(connection);
    },
    leave: (connection) => {
      const member = members.of(connection);
      if (member) saver.forget(member.acknowledge);
      waiting.delete(connection);
      presence.leave(connection);
      members.leave(connection);
      views.changed();
    },
    answer: (connection, stateVector) => {
      const member = members.of(connection);
      if (member) catchUp.answer(member, stateVector);
    },
    receive: (connection, update) => {
      const member = members.of(connection);
      if (!member) return;
      const reception = receive(connection, update);
      switch (reception.kind) {
        case 'taken':
          if (update.isAnswer) member.hasGap = false;
          return;
        case 'gap':
          member.hasGap = true;
          return catchUp.ask(connection);
        case 'refused':
          return refuse(connection, { reason: reception.reason, update: update.number }, deps);
        case 'misjudged':
          return abandon('accessChanged');
      }
    },
    take: (connection, asked) => {
      if (members.of(connection)) host.take(connection, asked);
    },
    takePresence: (connection, payload) => {
      measures.presenceCame();
      return presence.take(connection, payload);
    },
    sendPresence,
    onBehind: members.fellBehind,
    onDrained: (connection) => {
      const member = members.of(connection);
      if (!member) return;
      views.sendTo(connection);
      sendPresence(connection);
      if (member.lastSaved) connection.send(member.lastSaved);
      catchUp.makeUp(member);
    },
    frame: () => (board.document.isBuilt() ? readFrame(board.document.live()) : undefined),
    reloadPeople: views.reload,
    fold: folder.foldAll,
    folded: folder.settled,
    close,
  };
}

// A list: each part with what it is made of.
function makeParts(deps: RoomDeps): Parts {
  const { id, board, store, persist, saver, config, clock, measures, log } = deps;
  const { document } = board;
  const clients = new Map(board.clients);
  const announced: Announced = { session: board.session };
  const members = createMembers(document.stateVector());
  const { maxStateBytes } = config;
  const folder = createFolder(board.extent, {
    id,
    store,
    folds: deps.folds,
    clock,
    log,
    maxStateBytes,
  });
  // What stands under an id of nobody was written by the server: nobody may have that id.
  const pages = createPageIds<Connection>((person, client) =>
    clients.has(client) ? clients.get(client) === person : !document.holds(client),
  );
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
    board: createBoardFacts(document, () => folder.size() > maxStateBytes),
    person: views.person,
    onAnnounced: views.announce,
  });
  const receive = createReceive({
    id,
    document,
    judge: createJudge({ decode: deps.decode, limits: config, size: folder.size }),
    batches,
    clients,
    holderOf,
    rules: host.rules,
    clock,
    measures,
    log,
  });
  const catchUp = createCatchUp({ document, members, batches });
  return { members, folder, views, presence, batches, host, receive, catchUp, waiting: new Set() };
}

/** It is in the log: others are shown it, and its authors are told once the disk has it too. */
function tellKept(
  kept: Batch,
  seq: number | undefined,
  { members, folder, waiting, saver }: Parts & Pick<RoomDeps, 'saver'>,
): void {
  members.show(kept);
  for (const [connection, number] of kept.settled) {
    const member = members.of(connection);
    if (member && !member.hasGap) saver.acknowledgeAfterSync(member.acknowledge, number);
  }
  const updates = kept.entries.filter(({ kind }) => kind === 'update');
  if (seq !== undefined && updates.length > 0)
    folder.grew(seq, updates.length, sizeOf(updates.map(({ bytes }) => bytes)));
  const resumed = [...waiting];
  waiting.clear();
  for (const connection of resumed) connection.resume();
}

function tellLost({ settled, apologies }: Batch, err: unknown, deps: RoomDeps): void {
  deps.log.error({ err, board: deps.id }, 'updates not kept');
  for (const [connection, update] of settled) {
    deps.measures.updateRefused('storage');
    connection.send(encodeRefused({ reason: 'storage', update }));
  }
  for (const apologize of apologies) apologize();
}

function refuse(connection: Connection, refused: Refused, { id, log, measures }: RoomDeps): void {
  const { reason } = refused;
  log.info({ board: id, person: connection.person.id, reason }, 'update refused');
  measures.updateRefused(reason);
  connection.send(encodeRefused(refused));
  connection.close('refused');
}
