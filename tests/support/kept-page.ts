/**
 * A page as a browser would run it, its copy and its kept work in a real IndexedDB in memory, and a
 * server whose answers a test gives by hand: it takes changes, or refuses them.
 */
import { onTestFinished } from 'vitest';
import * as Y from 'yjs';
import { type BoardClient, createBoardClient } from '../../client/sync/board-client.ts';
import { copyName } from '../../client/sync/copy-name.ts';
import { openKeptDatabase } from '../../client/sync/kept/kept-database.ts';
import { openKeptDevice } from '../../client/sync/kept/kept-device.ts';
import { KEPT_NAME } from '../../client/sync/kept/kept-name.ts';
import { type OfflineCopy, openOfflineCopy } from '../../client/sync/offline.ts';
import { type CreatePeer, createPeer, type Peer } from '../../client/sync/peer.ts';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason } from '../../shared/protocol/close.ts';
import {
  encodeRefused,
  encodeSession,
  type RefusalReason,
} from '../../shared/protocol/messages.ts';
import { HAND_OPTIONS } from './hand-peer.ts';
import { createHandServer, createHandSockets } from './hand-socket.ts';
import { sessionView } from './session-view.ts';
import { until } from './until.ts';

const me = {
  id: HAND_OPTIONS.personId as PersonId,
  role: 'facilitator',
  name: 'Camille',
  directionId: null,
  actorId: null,
  clients: [1],
} as const;

export interface KeptPage {
  readonly client: BoardClient;
  /** The present document. */
  readonly doc: () => BoardDoc;
  /** The network is there, and the server takes what comes. */
  readonly online: () => Promise<void>;
  readonly cut: () => void;
  /** The network is there, and the server refuses what comes. */
  readonly refuse: (reason: RefusalReason) => Promise<void>;
  /** The network is there, and the server lets the page in no more. */
  readonly close: (reason: CloseReason) => Promise<void>;
  /** It writes nothing any more, as after a crash. */
  readonly kill: () => Promise<void>;
}

export interface KeptPageOptions {
  /** A board of its own, for a test whose pages may outlive it. */
  readonly boardId?: BoardId;
  /** How long it waits for the database of kept work. */
  readonly patienceMs?: number;
}

/** @param serverDoc the board as the server has it, and as `online` changes it */
export async function openKeptPage(
  serverDoc: BoardDoc,
  { boardId = HAND_OPTIONS.boardId, patienceMs }: KeptPageOptions = {},
): Promise<KeptPage> {
  const sockets = createHandSockets();
  const peers: Peer[] = [];
  const copies: OfflineCopy[] = [];
  const create: CreatePeer = (options, events) => {
    const peer = createPeer(options, events, {
      Socket: sockets.Socket,
      openCopy: (name, doc) => {
        const copy = openOfflineCopy(name, doc);
        copies.push(copy);
        return copy;
      },
      random: () => 0,
    });
    peers.push(peer);
    return peer;
  };
  const deps = {
    createPeer: create,
    now: Date.now,
    keptDevice: openKeptDevice(openKeptDatabase(patienceMs)),
  };
  const client = createBoardClient({ ...HAND_OPTIONS, boardId }, deps);
  onTestFinished(() => client.destroy());
  /** The socket with which the page tries to come in. */
  const trying = () =>
    until(() => {
      const socket = sockets.last();
      if (socket.readyState !== 0) throw new Error('the page does not try');
      return socket;
    });
  await copies.at(-1)?.ready;
  return {
    client,
    doc: () => peers.at(-1)?.doc ?? createDoc(),
    online: async () => {
      const socket = await trying();
      const server = createHandServer(serverDoc);
      server.serve(socket);
      socket.receive(encodeSession(sessionView(me)));
      server.save(Date.now());
    },
    cut: () => sockets.last().shut(1006),
    refuse: async (reason) => {
      const socket = await trying();
      const aside = createDoc(); // what it receives never reaches the board
      Y.applyUpdate(aside, Y.encodeStateAsUpdate(serverDoc));
      createHandServer(aside).serve(socket);
      socket.receive(encodeRefused({ reason, update: 1 }));
      socket.shut(CLOSE.refused.code);
    },
    close: async (reason) => (await trying()).shut(CLOSE[reason].code),
    kill: async () => void (await copies.at(-1)?.close()),
  };
}

/** Nothing of what was let go is there any more: else its deletion would meet the next test's copy. */
export const copiesGone = () =>
  until(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const left = names.filter((name) => name !== copyName(HAND_OPTIONS) && name !== KEPT_NAME);
    if (left.length > 0) throw new Error(`${left.join()} is still there`);
  });
