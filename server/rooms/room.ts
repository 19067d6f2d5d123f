/**
 * One open board and the people in it. An update goes its way here: judged, applied, gathered with
 * what else this turn of the event loop admitted, kept, and only then shown and acknowledged.
 * While a turn is being kept the room takes no frame, so that what the document holds is always
 * what the log holds, plus the turn being gathered.
 */
import * as Y from 'yjs';
import { type BoardFrame, readFrame } from '../../shared/board/snapshot.ts';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { encodeRefused, encodeSaved, type RefusalReason } from '../../shared/protocol/messages.ts';
import { rulesOf } from '../../shared/session/state.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Log } from '../observability/log.ts';
import type { Measures } from '../observability/measures.ts';
import type { PersonRow, Store } from '../store/store.ts';
import type { Work } from '../work/work.ts';
import type { Decode, DecodedUpdate } from './admit/decode.ts';
import { type Admission, admit } from './admit.ts';
import type { Connection } from './connection.ts';
import { createFolder } from './folder.ts';
import { syncFrame } from './frames.ts';
import type { LoadedBoard } from './load.ts';
import type { Keeper, Persist } from './persist.ts';
import { createPresence } from './presence.ts';
import type { Saver } from './saved.ts';
import { newTurn, type Turn } from './turn.ts';
import { createViews } from './views.ts';

export interface RoomParts {
  readonly id: BoardId;
  readonly board: LoadedBoard;
  readonly store: Store;
  readonly persist: Persist;
  readonly saver: Pick<Saver<Connection>, 'later' | 'forget'>;
  readonly decode: Decode;
  readonly folds: Work;
  readonly config: Config;
  readonly clock: Clock;
  readonly measures: Measures;
  readonly log: Log;
  /** The room cannot go on: its sockets are closed, and the next one opens it anew from the store. */
  readonly onAbandoned: () => void;
}
interface Update {
  readonly bytes: Uint8Array;
  /** Of the update on its connection, from 1. */
  readonly number: number;
  /** It answers our state vector, so it brings all we lack. */
  readonly isAnswer: boolean;
}
export interface Room {
  /** Whether frames may come now. */
  readonly isOpen: () => boolean;
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void;
  readonly receive: (connection: Connection, update: Update) => void;
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
  readonly close: (reason: CloseReason) => void;
}

/** What the room knows of one connection. */
interface Member {
  /** It asked what it lacks and was answered: from here on it follows. */
  follows: boolean;
  /** Something it sent stands on what is still missing: nothing is acknowledged until it came. */
  hasGap: boolean;
  /** State vector of what it was sent, while it is too far behind to be sent more. */
  behindSince: Uint8Array | undefined;
  saved: Uint8Array | undefined;
}

export function createRoom(parts: RoomParts): Room {
  const { id, board, store, persist, saver, decode, config, clock, measures, log } = parts;
  const { document, session } = board;
  const clients = new Map(board.clients);
  let { entryCode } = board;
  let people = byId(board.people);
  const members = new Map<Connection, Member>();
  const shown = Y.decodeStateVector(document.stateVector());
  let turn: Turn | undefined;
  let phase: 'open' | 'keeping' | 'closed' = 'open';

  const folder = createFolder(board.extent, {
    ...{ id, store, folds: parts.folds, clock, log },
    maxStateBytes: config.maxStateBytes,
  });
  const presence = createPresence<Connection>({
    maxBytes: config.maxPresenceBytes,
    intervalMs: config.presenceIntervalMs,
    people: () => members.size,
    broadcast: (frame) => {
      measures.presenceSent(members.size);
      for (const connection of members.keys()) connection.sendPresence(frame);
    },
    mayUse: (person, client) => (clients.get(client) ?? person) === person,
    onClients: () => views.changed(),
  });
  const views = createViews({
    session: () => session,
    people: () => people.values(),
    entryCode: () => entryCode,
    connections: () => members.keys(),
    clientOf: presence.clientOf,
  });

  const gather = (): Turn => {
    if (!turn) persist.schedule(keeper);
    turn ??= newTurn();
    return turn;
  };
  const keeper: Keeper = {
    id,
    take: () => {
      if (phase === 'closed') return newTurn();
      phase = 'keeping';
      return turn ?? newTurn();
    },
    onKept: (seq) => {
      const kept = turn;
      turn = undefined;
      if (phase === 'closed' || !kept) return;
      phase = 'open';
      for (const answer of kept.answers) answer();
      show(kept);
      for (const [connection, number] of kept.settled) settle(connection, number);
      if (seq !== undefined) folder.grew(seq, kept.entries.length, bytesOf(kept));
      for (const connection of [...members.keys()]) connection.resume();
    },
    onLost: (err) => {
      log.error({ err, board: id }, 'updates not kept');
      for (const [connection, update] of turn?.settled ?? []) {
        measures.updateRefused('storage');
        connection.send(encodeRefused({ reason: 'storage', update }));
      }
      abandon('storageFault');
    },
  };

  /** The one place where people see what others wrote: after it was kept. */
  const show = ({ broadcasts, ends }: Turn) => {
    for (const { frame, from } of broadcasts)
      for (const [connection, { follows }] of members)
        if (connection !== from && follows) connection.send(frame);
    for (const [client, end] of ends) shown.set(client, end);
  };
  const settle = (connection: Connection, number: number) => {
    if (members.get(connection)?.hasGap === false) saver.later(connection, number);
  };
  const abandon = (reason: CloseReason) => {
    if (phase === 'closed') return;
    close(reason);
    parts.onAbandoned();
  };
  const close = (reason: CloseReason) => {
    phase = 'closed';
    presence.close();
    views.close();
    for (const connection of members.keys()) connection.close(reason);
    document.destroy();
  };
  /** Now, or once what this turn admitted is kept: nobody is told of it before. */
  const whenKept = (answer: () => void) => {
    if (turn) turn.answers.push(answer);
    else answer();
  };
  const refuse = (connection: Connection, reason: RefusalReason, update: number) => {
    log.info({ board: id, person: connection.person.id, reason }, 'update refused');
    measures.updateRefused(reason);
    connection.send(encodeRefused({ reason, update }));
    connection.close('refused');
  };
  const ask = (connection: Connection) =>
    connection.send(syncFrame('step1', document.stateVector()));

  const receive = (connection: Connection, { bytes, number, isAnswer }: Update) => {
    const member = members.get(connection);
    if (!member) return;
    if (!isAnswer && bytes.length > config.maxUpdateBytes)
      return refuse(connection, 'too-large', number);
    const update = decode(bytes);
    if (!update.ok)
      return refuse(connection, update.error === 'too-many' ? 'too-large' : 'schema', number);

    const { person } = connection;
    const admission = isNothing(update.value)
      ? NOTHING
      : admit(update.value, {
          ...{ doc: document.live(), clients, holderOf: presence.holderOf },
          ...{ writer: person, rules: rulesOf(session) },
        });
    if (admission.kind === 'refused') return refuse(connection, admission.reason, number);
    if (admission.kind === 'gap') {
      // An answer brings all its page has: what it lacks then will never come.
      if (isAnswer) return refuse(connection, 'schema', number);
      member.hasGap = true;
      return ask(connection);
    }
    if (admission.effect && folder.size() > config.maxStateBytes)
      return refuse(connection, 'too-large', number);
    if (isAnswer) member.hasGap = false;
    const now = gather();
    now.settled.set(connection, number);
    if (!admission.effect) return;
    try {
      document.apply(bytes);
    } catch (err) {
      log.error({ err, board: id, person: person.id }, 'the judge admitted what does not apply');
      return abandon('accessChanged');
    }
    measures.updateAdmitted();
    now.entries.push({ kind: 'update', author: person.id, at: clock(), bytes });
    now.broadcasts.push({ frame: syncFrame('update', bytes), from: connection });
    for (const [client, end] of admission.ends) now.ends.set(client, end);
    for (const client of admission.claims) {
      clients.set(client, person.id);
      now.claims.set(client, person.id);
    }
  };
  return {
    isOpen: () => phase === 'open',
    enter: (connection) => {
      const member = { follows: false, hasGap: false, behindSince: undefined, saved: undefined };
      members.set(connection, member);
      people.set(connection.person.id, connection.person);
      views.sendTo(connection);
      views.changed();
      ask(connection);
      const everybody = presence.all();
      if (everybody) connection.send(everybody);
    },
    leave: (connection) => {
      saver.forget(connection);
      presence.leave(connection);
      members.delete(connection);
      views.changed();
    },
    answer: (connection, stateVector) =>
      whenKept(() => {
        const member = members.get(connection);
        if (!member) return;
        connection.send(syncFrame('step2', document.missingFor(stateVector)));
        member.follows = true;
      }),
    receive,
    takePresence: (connection, payload) => {
      measures.presenceCame();
      return presence.take(connection, payload);
    },
    sendPresence: (connection) => {
      const everybody = presence.all();
      if (everybody) connection.sendPresence(everybody);
    },
    onBehind: (connection) => {
      const member = members.get(connection);
      if (member) member.behindSince = Y.encodeStateVector(shown);
    },
    onDrained: (connection) =>
      whenKept(() => {
        const member = members.get(connection);
        const since = member?.behindSince;
        if (!member || !since || phase === 'closed') return;
        member.behindSince = undefined;
        connection.send(syncFrame('update', document.missingFor(since)));
        views.sendTo(connection);
        const everybody = presence.all();
        if (everybody) connection.sendPresence(everybody);
        if (member.saved) connection.send(member.saved);
      }),
    acknowledge: (connection, updates, at) => {
      const member = members.get(connection);
      if (!member) return;
      member.saved = encodeSaved({ updates, at });
      connection.send(member.saved);
    },
    frame: () => (document.isBuilt() ? readFrame(document.live()) : undefined),
    reloadPeople: async () => {
      people = byId(await store.people(id));
      entryCode = (await store.entryCode(id)) ?? null;
      views.changed();
    },
    fold: folder.foldAll,
    close,
  };
}

/** What a newcomer answers: building a large document to judge it would hold every board. */
const isNothing = ({ structs, deletes }: DecodedUpdate): boolean =>
  structs.length === 0 && deletes.length === 0;
const NOTHING: Admission = { kind: 'admitted', effect: false, claims: [], ends: new Map() };

const byId = (rows: readonly PersonRow[]): Map<PersonId, PersonRow> =>
  new Map(rows.map((row) => [row.id, row]));

const bytesOf = ({ entries }: Turn): number =>
  entries.reduce((sum, { bytes }) => sum + bytes.length, 0);
