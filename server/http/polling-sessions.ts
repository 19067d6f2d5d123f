/**
 * Sessions of long polling, by the number in their address: begun with the place of whoever entered,
 * which is given back at their end, and gone on with by whoever bears their ticket.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket as EngineSocket, Server } from 'engine.io';
import { createPollingPeer, type PollingPeer } from '../rooms/socket/polling-peer.ts';
import { epochIn, inflates, type Place, ticketIn } from './entrance.ts';
import { hashSecret, sameHash } from './secrets.ts';

export interface SessionsDeps {
  readonly engine: Server;
  /** A session that nobody goes on with ends after so long. */
  readonly firstPollMs: number;
  /** Messages in one request. */
  readonly maxMessages: number;
  /** Of a frame, in however many pieces it comes. */
  readonly maxMessageBytes: number;
}
/** A request, and what its page says of itself. */
export interface Asked {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly board: string;
  readonly offered: readonly string[];
}
interface Session {
  readonly board: string;
  readonly ticketHash: Uint8Array;
  readonly peer: PollingPeer;
  /** Ends it when nobody goes on with it. */
  readonly unused: NodeJS.Timeout;
  /** A POST waits until the peer may be read. */
  isHeld: boolean;
}
export const SEPARATOR = 0x1e;

export function createPollingSessions({
  engine,
  firstPollMs,
  maxMessages,
  maxMessageBytes,
}: SessionsDeps) {
  const sessions = new Map<string, Session>();
  const arrivals = new WeakMap<IncomingMessage, (socket: EngineSocket) => void>();
  engine.on('connection', (socket: EngineSocket) => arrivals.get(socket.request)?.(socket));

  return {
    /** Resolves once it has begun, or its page has left. */
    begin: ({ incoming, outgoing, board, offered }: Asked, place: Place) =>
      new Promise<void>((resolve) => {
        const left = () => {
          place.leave();
          resolve();
        };
        outgoing.once('close', left);
        arrivals.set(incoming, (socket) => {
          outgoing.off('close', left);
          const id = socket.transport.sid;
          const peer = createPollingPeer(socket, inflates(offered), maxMessageBytes);
          const ticketHash = hashOf(offered);
          const unused = setTimeout(peer.terminate, firstPollMs);
          sessions.set(id, { board, ticketHash, peer, unused, isHeld: false });
          socket.once('close', () => {
            clearTimeout(unused);
            sessions.delete(id);
            place.leave();
          });
          place.connect(peer, epochIn(offered));
          resolve();
        });
        hand(engine, incoming, outgoing);
      }),
    /**
     * A poll, or frames of its page: these wait, unread, while the connection is paused.
     * @returns false when there is no such session for whoever asks, or it cannot take more
     */
    goOn: async (id: string, { incoming, outgoing, board, offered }: Asked): Promise<boolean> => {
      const session = sessions.get(id);
      if (session?.board !== board || !sameHash(hashOf(offered), session.ticketHash)) return false;
      clearTimeout(session.unused);
      if (incoming.method === 'POST') {
        if (session.isHeld) return false; // an honest page sends one after the other
        session.isHeld = true;
        await session.peer.readable();
        session.isHeld = false;
        limitMessages(incoming, maxMessages);
      }
      hand(engine, incoming, outgoing, id);
      return true;
    },
  };
}

const hashOf = (offered: readonly string[]) => hashSecret(ticketIn(offered) ?? '');

/** Each message is unpacked before any is judged: a body of nothing but separators has a million. */
function limitMessages(incoming: IncomingMessage, most: number): void {
  let separators = 0;
  incoming.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === SEPARATOR) separators += 1;
    if (separators >= most) incoming.destroy();
  });
}

/** The engine reads of the address what was checked here, and nothing else. */
function hand(
  engine: Server,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  id?: string,
): void {
  const query = { EIO: '4', transport: 'polling', ...(id !== undefined && { sid: id }) };
  engine.handleRequest(Object.assign(incoming, { _query: query }), outgoing);
}
