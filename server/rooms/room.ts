/**
 * One open board and the people in it. An update goes its way here: judged, applied, gathered with
 * what else is admitted about then (`turn.ts`), kept (`persist.ts`), and only then shown and
 * acknowledged.
 */
import { type BoardFrame, readFrame } from '../../shared/board/snapshot.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { type Asked, encodeRefused, type RefusalReason } from '../../shared/protocol/messages.ts';
import type { Alarm, Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../observability/log.ts';
import type { Measures } from '../observability/measures.ts';
import type { Store } from '../store/store.ts';
import { sizeOf } from '../work/fold.ts';
import type { Work } from '../work/work.ts';
import type { Decode } from './board/admit/decode.ts';
import { createFolder } from './board/folder.ts';
import { createJudge, type Update } from './board/judge.ts';
import type { LoadedBoard } from './board/load.ts';
import { createTurns } from './keep/batches.ts';
import type { Persist } from './keep/persist.ts';
import type { Saver } from './keep/saver.ts';
import { createMembers } from './members.ts';
import { createBoardFacts } from './session/board-facts.ts';
import { createPresence } from './session/presence.ts';
import { createDesk } from './session/session-host.ts';
import { createViews } from './session/views.ts';
import type { Connection } from './socket/connection.ts';
import { syncFrame } from './socket/frames.ts';
import { frame } from './socket/wire.ts';

export interface RoomParts {
  readonly id: BoardId;
  readonly board: LoadedBoard;
  readonly store: Store;
  readonly persist: Persist;
  readonly saver: Pick<Saver<Connection>, 'later' | 'forget' | 'once'>;
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
export interface Room {
  /** Whether frames may come now. */
  readonly isOpen: () => boolean;
  /** It has frames that came while none may: it is resumed once they may. */
  readonly onWaiting: (connection: Connection) => void;
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void;
  readonly receive: (connection: Connection, update: Update) => void;
  /** Something is asked of the session. */
  readonly take: (connection: Connection, asked: Asked) => void;
  /** @returns false when it is no presence */
  readonly takePresence: (connection: Connection, payload: Uint8Array) => boolean;
  readonly sendPresence: (connection: Connection) => void;
  readonly onBehind: (connection: Connection) => void;
  readonly onDrained: (connection: Connection) => void;
  /** "Saved", after a disk sync. */
  readonly acknowledge: (connection: Connection, updates: number, at: number) => void;
  /** What surrounds the actions; undefined while the document is only its stored bytes. */
  readonly frame: () => BoardFrame | undefined;
  readonly reloadPeople: () => Promise<void>;
  readonly fold: () => Promise<void>;
  /** Resolves when no fold is under way. */
  readonly folded: () => Promise<void>;
  readonly close: (reason: CloseReason) => void;
}

export function createRoom(parts: RoomParts): Room {
  const { id, board, store, persist, saver, decode, config, clock, measures, log } = parts;
  const { document } = board;
  const clients = new Map(board.clients);
  const waiting = new Set<Connection>();

  const members = createMembers(document.stateVector());
  const folder = createFolder(board.extent, {
    id,
    store,
    folds: parts.folds,
    clock,
    log,
    maxStateBytes: config.maxStateBytes,
  });
  const judge = createJudge({ decode, limits: config, size: folder.size });
  const presence = createPresence<Connection>({
    maxBytes: config.maxPresenceBytes,
    intervalMs: config.presenceIntervalMs,
    people: members.count,
    broadcast: (message) => {
      measures.presenceSent(members.count());
      const framed = frame([message]);
      for (const connection of members.connections()) connection.sendPresence(framed);
    },
    // What stands under an id of nobody was written by the server: its id is not to be had.
    mayUse: (person, client) =>
      clients.has(client) ? clients.get(client) === person : !document.holds(client),
    onClients: () => views.changed(),
  });
  const views = createViews({
    id,
    board,
    store,
    clock,
    session: () => desk.announced(),
    connections: members.connections,
    clientOf: presence.clientOf,
  });

  const turns = createTurns({
    id,
    persist,
    onKept: (kept, seq) => {
      members.show(kept);
      for (const [connection, number] of kept.settled)
        if (members.of(connection)?.hasGap === false) saver.later(connection, number);
      const updates = kept.entries.filter(({ kind }) => kind === 'update');
      if (seq !== undefined && updates.length > 0)
        folder.grew(seq, updates.length, sizeOf(updates.map(({ bytes }) => bytes)));
      const resumed = [...waiting];
      waiting.clear();
      for (const connection of resumed) connection.resume();
    },
    onLost: ({ settled }, err) => {
      log.error({ err, board: id }, 'updates not kept');
      for (const [connection, update] of settled) {
        measures.updateRefused('storage');
        connection.send(encodeRefused({ reason: 'storage', update }));
      }
      desk.lose();
      abandon('storageFault');
    },
  });
  const desk = createDesk({
    session: board.session,
    document,
    turns,
    saver,
    clock,
    measures,
    alarm: parts.alarm,
    board: createBoardFacts(document, () => folder.size() > config.maxStateBytes),
    person: views.person,
    onAnnounced: views.announce,
  });
  const abandon = (reason: CloseReason) => {
    if (turns.isClosed()) return;
    close(reason);
    parts.onAbandoned();
  };
  const close = (reason: CloseReason) => {
    turns.close();
    desk.close();
    presence.close();
    views.close();
    for (const connection of members.connections()) connection.close(reason);
    document.destroy();
  };

  const refuse = (connection: Connection, reason: RefusalReason, update: number) => {
    log.info({ board: id, person: connection.person.id, reason }, 'update refused');
    measures.updateRefused(reason);
    connection.send(encodeRefused({ reason, update }));
    connection.close('refused');
  };
  const ask = (connection: Connection) =>
    connection.whenDrained(() => connection.send(syncFrame('step1', document.stateVector())));

  const receive = (connection: Connection, update: Update) => {
    const member = members.of(connection);
    if (!member) return;
    const { person } = connection;
    const admission = judge(update, () => ({
      doc: document.live(),
      clients,
      holderOf: presence.holderOf,
      writer: person,
      rules: desk.rules(),
    }));
    if (admission.kind === 'refused') return refuse(connection, admission.reason, update.number);
    if (admission.kind === 'gap') {
      member.hasGap = true;
      return ask(connection);
    }
    if (update.isAnswer) member.hasGap = false;
    const now = turns.gather();
    now.settled.set(connection, update.number);
    if (!admission.effect) return;
    const { bytes } = update;
    try {
      document.apply(bytes);
    } catch (err) {
      log.error({ err, board: id, person: person.id }, 'the judge admitted what does not apply');
      return abandon('accessChanged');
    }
    measures.updateAdmitted();
    now.entries.push({ kind: 'update', author: person.id, at: clock(), bytes });
    now.broadcasts.push({ message: syncFrame('update', bytes), from: connection });
    for (const [client, end] of admission.ends) now.ends.set(client, end);
    for (const client of admission.claims) {
      clients.set(client, person.id);
      now.claims.set(client, person.id);
    }
  };
  const answer = (connection: Connection, stateVector: Uint8Array) => {
    const member = members.of(connection);
    if (!member) return;
    const isOwed = member.asked !== undefined;
    member.asked = stateVector;
    if (!isOwed) owe(connection);
  };
  /** Asked for several times meanwhile, it is told once. */
  const owe = (connection: Connection) =>
    connection.whenDrained(() =>
      turns.whenKept(() => {
        const member = members.of(connection);
        const stateVector = member?.asked;
        if (!member || !stateVector) return;
        if (connection.isBehind()) return owe(connection);
        member.asked = undefined;
        connection.charge(() => {
          connection.send(syncFrame('step2', document.missingFor(stateVector)));
        });
        members.follow(connection);
      }),
    );
  const sendPresence = (connection: Connection) => {
    const everybody = presence.all();
    if (everybody) connection.sendPresence(everybody);
  };

  return {
    isOpen: turns.isOpen,
    onWaiting: (connection) => void waiting.add(connection),
    enter: (connection) => {
      members.enter(connection);
      views.came(connection.person);
      views.sendTo(connection);
      ask(connection);
      sendPresence(connection);
    },
    leave: (connection) => {
      waiting.delete(connection);
      saver.forget(connection);
      presence.leave(connection);
      members.leave(connection);
      views.changed();
    },
    answer,
    receive,
    take: (connection, asked) => {
      if (members.of(connection)) desk.take(connection, asked);
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
      if (member.saved) connection.send(member.saved);
      turns.whenKept(() => {
        if (connection.isBehind()) return; // again, by what was just sent: made up for after that
        const missed = members.caughtUp(connection);
        if (missed && !turns.isClosed())
          connection.send(syncFrame('update', document.missingFor(missed)));
      });
    },
    acknowledge: members.acknowledge,
    frame: () => (document.isBuilt() ? readFrame(document.live()) : undefined),
    reloadPeople: views.reload,
    fold: folder.foldAll,
    folded: folder.settled,
    close,
  };
}
