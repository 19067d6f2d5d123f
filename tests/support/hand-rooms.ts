/**
 * The rooms of a server without network or time: pages send and read when a test says so, the store
 * can be held back or made to fail, and what was measured is noted.
 */
import { setImmediate as turn } from 'node:timers/promises';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { readConfig } from '../../server/config.ts';
import type { Measures } from '../../server/observability/measures.ts';
import { createRegistry } from '../../server/rooms/registry.ts';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { PersonRow } from '../../server/store/store.ts';
import { type BoardDoc, createDoc, encodeDoc } from '../../shared/board/doc.ts';
import { type BoardId, newId, type PersonId } from '../../shared/ids.ts';
import {
  type Answer,
  decodeJson,
  decodeSaved,
  encodeAsked,
  MESSAGE,
  type Refused,
  type Saved,
  type SessionChange,
  SYNC,
  viewAfter,
} from '../../shared/protocol/messages.ts';
import type { Role } from '../../shared/session/roles.ts';
import type { SessionView } from '../../shared/session/view.ts';
import { gatedStore } from './gated-store.ts';
import { createHandClock } from './hand-clock.ts';
import { memoryLog } from './log.ts';
import { type NotedPeer, notedPeer } from './noted-peer.ts';
import { smallWorkshop } from './small-workshop.ts';
import { syncFrame } from './sync-client.ts';

/**
 * What `vi.useFakeTimers` is to take over: the time a slow machine takes too, which counts against
 * whoever was served meanwhile; and never the turns of the event loop that `settle` waits for.
 */
export const HAND_TIMERS = [
  'setTimeout',
  'clearTimeout',
  'setInterval',
  'clearInterval',
  'performance',
] as const;

/** Of every board that is made here. */
const EPOCH = 'an epoch';

export interface HandPage {
  readonly person: PersonRow;
  readonly peer: NotedPeer;
  readonly doc: BoardDoc;
  /** Reads what was sent since it last did, and answers nothing. */
  readonly read: () => Told;
  /** Asks what it lacks, and says what it has, as a page does that has just come. */
  readonly sync: () => void;
  /** Changes its document and sends what that changed. */
  readonly write: (change: (doc: BoardDoc) => void) => void;
  readonly send: (subType: keyof typeof SYNC, payload: Uint8Array) => void;
  readonly ask: (id: number, request: unknown) => void;
}
/** All that a page was told, oldest first. */
interface Told {
  /** By their sub-types. */
  readonly syncs: readonly string[];
  readonly saved: readonly Saved[];
  readonly refused: readonly Refused[];
  readonly answers: readonly Answer[];
  /** Each time with all that had changed. */
  readonly sessions: readonly SessionView[];
  readonly presences: number;
}

export async function openRooms(environment: Readonly<Record<string, string>> = {}) {
  const gates = gatedStore(await openSqlite(':memory:'));
  const time = createHandClock();
  const log = memoryLog('debug');
  const measured: string[] = [];
  const rooms = createRegistry({
    config: readConfig(environment),
    store: gates.store,
    clock: time.clock,
    alarm: time.alarm,
    measures: notedMeasures(measured),
    log: log.log,
  });

  /**
   * Connects a page, whose board may still be loading.
   * @param held the epoch of what it holds of the board
   */
  const come = (
    boardId: BoardId,
    name: string,
    role: Role = 'facilitator',
    held?: string,
  ): HandPage => {
    const page = handPage(personOf(name, role));
    rooms.connect(page.peer, boardId, page.person, held);
    return page;
  };

  return {
    rooms,
    gates,
    store: gates.store,
    time,
    log,
    measured,
    makeBoard: async (doc = smallWorkshop()): Promise<BoardId> => {
      const id = newId<'board'>();
      const first = { kind: 'update', author: null, at: 0, bytes: encodeDoc(doc) } as const;
      await gates.store.createBoard({ id, createdAt: 0, purgeAt: 1, epoch: EPOCH }, [], [first]);
      return id;
    },
    come,
    /** Connects a page, and gives it once both have what the other has. */
    enter: async (boardId: BoardId, name: string, role?: Role): Promise<HandPage> => {
      const page = come(boardId, name, role);
      await settle();
      page.sync();
      await settle();
      page.peer.drain(); // a whole board may be more than may wait
      await settle();
      page.read();
      return page;
    },
  };
}

/** Lets everything that waits for nothing but its turn be done. */
export async function settle(): Promise<void> {
  for (let left = 20; left > 0; left--) await turn();
}

const personOf = (name: string, role: Role): PersonRow => ({
  id: name as PersonId,
  role,
  name,
  directionId: null,
  actorId: null,
  ticketHash: new Uint8Array(32),
  joinedAt: 0,
});

function handPage(person: PersonRow): HandPage {
  const peer = notedPeer();
  const doc = createDoc();
  const told = {
    syncs: [] as string[],
    saved: [] as Saved[],
    refused: [] as Refused[],
    answers: [] as Answer[],
    sessions: [] as SessionView[],
    presences: 0,
  };
  let readUntil = 0;
  const send: HandPage['send'] = (subType, payload) => peer.receive(syncFrame(subType, payload));
  const hear: Readonly<Record<number, (decoder: decoding.Decoder) => void>> = {
    [MESSAGE.sync]: (decoder) => {
      const subType = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      const names = Object.keys(SYNC) as (keyof typeof SYNC)[];
      told.syncs.push(names.find((name) => SYNC[name] === subType) ?? '');
      if (subType !== SYNC.step1) Y.applyUpdate(doc, payload);
    },
    [MESSAGE.saved]: (decoder) => told.saved.push(decodeSaved(decoder)),
    [MESSAGE.refused]: (decoder) => told.refused.push(decodeJson<Refused>(decoder)),
    [MESSAGE.answer]: (decoder) => told.answers.push(decodeJson<Answer>(decoder)),
    [MESSAGE.session]: (decoder) =>
      told.sessions.push(
        viewAfter(told.sessions.at(-1) ?? null, decodeJson<SessionChange>(decoder)),
      ),
    [MESSAGE.presence]: () => {
      told.presences += 1;
    },
  };
  return {
    person,
    peer,
    doc,
    read: () => {
      for (const frame of peer.sent.slice(readUntil)) {
        const decoder = decoding.createDecoder(frame);
        hear[decoding.readVarUint(decoder)]?.(decoder);
      }
      readUntil = peer.sent.length;
      return told;
    },
    sync: () => {
      send('step1', Y.encodeStateVector(doc));
      send('step2', Y.encodeStateAsUpdate(doc));
    },
    write: (change) => {
      const before = Y.encodeStateVector(doc);
      doc.transact(() => change(doc));
      send('update', Y.encodeStateAsUpdate(doc, before));
    },
    send,
    ask: (id, request) => peer.receive(encodeAsked({ id, request })),
  };
}

/** Everything but how long something took. */
function notedMeasures(noted: string[]): Measures {
  const note =
    (what: string) =>
    (value: string | number = '') =>
      void noted.push(`${what} ${value}`.trim());
  return {
    updateAdmitted: note('admitted'),
    updateRefused: note('refused'),
    requestGranted: note('granted'),
    requestRefused: note('denied'),
    appendTook: () => undefined,
    syncTook: () => undefined,
    presenceCame: note('presence in'),
    presenceSent: note('presence out'),
    purgesHeld: (are) => note('held')(Number(are)),
    socketClosed: note('closed'),
  };
}
