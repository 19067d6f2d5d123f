/**
 * A network flushed by hand: people's documents around a relay, each behind a line of two queues.
 * Messages are bytes, copied, and arrive one by one when a test says so; a line that drops loses
 * what was on the way, and one that comes back is caught up by state vectors.
 */
import * as Y from 'yjs';
import type { Author } from '../../shared/board/commands/actions.ts';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import { type BoardView, createBoardView } from '../../shared/board/snapshot.ts';
import { createUndoHistory, type UndoHistory } from '../../shared/board/undo.ts';
import type { DirectionId, PersonId } from '../../shared/ids.ts';

/** Somebody with a page open. */
export interface Peer {
  readonly name: string;
  readonly author: Author;
  readonly doc: BoardDoc;
  readonly view: BoardView;
  readonly history: UndoHistory;
}

export interface Network {
  readonly peers: readonly Peer[];
  /** The document of the relay, where everything that arrived is. */
  readonly relay: BoardDoc;
  /** Delivers the first message of one of the queues; false when all are empty. */
  readonly deliver: (choice?: number) => boolean;
  readonly deliverAll: () => void;
  readonly isOnline: (peer: Peer) => boolean;
  readonly drop: (peer: Peer) => void;
  readonly reconnect: (peer: Peer) => void;
  /** Brings everybody back and delivers everything. */
  readonly settle: () => void;
}

/** `vector` asks for what the sender lacks; `update` brings it. */
interface Message {
  readonly kind: 'vector' | 'update';
  readonly bytes: Uint8Array;
}
interface Line {
  readonly peer: Peer;
  readonly toRelay: Message[];
  readonly toPeer: Message[];
  online: boolean;
}

/**
 * Judges what arrives at the relay before it is applied; false asks its sender for what is missing.
 * It throws on what must not happen in the test that gives it.
 */
export type Gate = (peer: Peer, update: Uint8Array, relay: BoardDoc) => boolean;

/**
 * @param prepare fills the document everybody starts from
 * @param gate lets everything in by default
 */
export function createNetwork(
  names: readonly string[],
  prepare: (doc: BoardDoc) => void = () => {},
  gate: Gate = () => true,
): Network {
  const relay = createDoc();
  relay.clientID = 1; // fixed: client ids decide which of two changes at once wins
  prepare(relay);
  const lines = names.map((name, i): Line => {
    const peer = createPeer(name, 2 + i, relay);
    return { peer, toRelay: [], toPeer: [], online: true };
  });
  for (const line of lines)
    line.peer.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== relay && line.online) send(line.toRelay, 'update', update);
    });
  relay.on('update', (update: Uint8Array, origin: unknown) => {
    for (const line of lines)
      if (line !== origin && line.online) send(line.toPeer, 'update', update);
  });

  const receive = (line: Line, queue: Message[]): void => {
    const message = queue.shift();
    if (!message) return;
    const atRelay = queue === line.toRelay;
    const doc = atRelay ? relay : line.peer.doc;
    if (message.kind === 'update' && atRelay && !gate(line.peer, message.bytes, relay))
      send(line.toPeer, 'vector', Y.encodeStateVector(relay));
    else if (message.kind === 'update') Y.applyUpdate(doc, message.bytes, atRelay ? line : relay);
    else {
      const missing = Y.encodeStateAsUpdate(doc, message.bytes);
      send(atRelay ? line.toPeer : line.toRelay, 'update', missing);
    }
  };
  const deliver = (choice = 0): boolean => {
    const waiting = lines.flatMap((line) =>
      [line.toRelay, line.toPeer]
        .filter((queue) => queue.length > 0)
        .map((queue) => ({ line, queue })),
    );
    const next = waiting[choice % Math.max(1, waiting.length)];
    if (next) receive(next.line, next.queue);
    return next !== undefined;
  };
  const deliverAll = () => {
    while (deliver());
  };
  const lineOf = (peer: Peer): Line => {
    const line = lines.find((candidate) => candidate.peer === peer);
    if (!line) throw new Error(`${peer.name} is not of this network`);
    return line;
  };
  const reconnect = (peer: Peer) => {
    const line = lineOf(peer);
    if (line.online) return;
    line.online = true;
    send(line.toRelay, 'vector', Y.encodeStateVector(peer.doc));
    send(line.toPeer, 'vector', Y.encodeStateVector(relay));
  };

  return {
    peers: lines.map((line) => line.peer),
    relay,
    deliver,
    deliverAll,
    isOnline: (peer) => lineOf(peer).online,
    drop: (peer) => {
      const line = lineOf(peer);
      line.online = false;
      line.toRelay.length = 0;
      line.toPeer.length = 0;
    },
    reconnect,
    settle: () => {
      for (const { peer } of lines) reconnect(peer);
      deliverAll();
    },
  };
}

/** A second document with the same content, as somebody who joins now would have it. */
export function joinNow(doc: BoardDoc): BoardDoc {
  const copy = createDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** How far each client's changes are known, as plain data. */
export const stateOf = (doc: BoardDoc): readonly (readonly [client: number, clock: number])[] =>
  [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b);

function createPeer(name: string, clientId: number, relay: BoardDoc): Peer {
  const doc = createDoc();
  doc.clientID = clientId;
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(relay));
  return {
    name,
    author: {
      personId: `person-${name}` as PersonId,
      directionId: `direction-${name}` as DirectionId,
      actorId: null,
    },
    doc,
    view: createBoardView(doc),
    history: createUndoHistory(doc),
  };
}

/** Copied: an array shared by sender and receiver could hide that one of them changes it. */
const send = (queue: Message[], kind: Message['kind'], bytes: Uint8Array): void => {
  queue.push({ kind, bytes: bytes.slice() });
};
