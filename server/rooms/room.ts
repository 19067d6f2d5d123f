/**
 * One open board and the people in it. An update goes its way here: judged and applied
 * (`board/receive.ts`), gathered with what else is admitted about then (`keep/batches.ts`), kept
 * (`keep/persist.ts`), and only then shown and acknowledged.
 */
import { type BoardFrame, readFrame } from '../../shared/board/snapshot.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { encodeEpoch, encodeRefused, type Refused } from '../../shared/protocol/messages.ts';
import type { Batch } from './keep/batch.ts';
import { makeParts, type RoomDeps, type RoomParts } from './room-parts.ts';
import type { Connection, ConnectionRoom } from './socket/connection.ts';

export interface Room extends ConnectionRoom {
  readonly epoch: string;
  /** What surrounds the actions; undefined while the document is only its stored bytes. */
  readonly frame: () => BoardFrame | undefined;
  readonly reloadPeople: () => Promise<void>;
  readonly fold: () => Promise<void>;
  /** Resolves when no fold is under way. */
  readonly folded: () => Promise<void>;
  readonly close: (reason: CloseReason) => void;
}

// What is asked of a room, each in a few lines, is read here in one place.
export function createRoom(deps: RoomDeps): Room {
  const { board, measures, saver } = deps;
  const parts = makeParts(deps);
  const { members, folders, views, presence, batches, host, receive, catchUp, waiting } = parts;

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
  const told = { ...parts, saver };
  batches.listen({
    onKept: (kept, seq) => tellKept(kept, seq, told),
    onLost: (lost, fault) => {
      tellLost(lost, fault, deps);
      abandon('storageFault');
    },
  });
  host.start();
  folders.begin(board.forgets);

  return {
    epoch: board.epoch,
    isOpen: batches.isOpen,
    onWaiting: (connection) => void waiting.add(connection),
    enter: (connection) => {
      const member = members.enter(connection);
      connection.send(encodeEpoch(board.epoch));
      views.came(connection.person);
      views.sendTo(connection);
      catchUp.ask(member);
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
      // What nobody asked for is an update like any other, however it is called.
      const isAnswer = update.isAnswer && member.questions > 0;
      if (isAnswer) member.questions -= 1;
      const reception = receive(connection, { ...update, isAnswer });
      switch (reception.kind) {
        case 'taken':
          if (isAnswer) member.hasGap = false;
          return;
        case 'gap':
          member.hasGap = true;
          return catchUp.ask(member);
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
    fold: folders.foldAll,
    folded: folders.settled,
    close,
  };
}

/** It is in the log: others are shown it, and its authors are told once the disk has it too. */
function tellKept(
  kept: Batch,
  seq: number | undefined,
  { members, folders, fullness, waiting, saver }: RoomParts & Pick<RoomDeps, 'saver'>,
): void {
  fullness.grew(kept.entries);
  members.show(kept);
  for (const [connection, number] of kept.settled) {
    const member = members.of(connection);
    if (member && !member.hasGap) saver.acknowledgeAfterSync(member.acknowledge, number);
  }
  if (seq !== undefined) folders.grew(kept, seq);
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
