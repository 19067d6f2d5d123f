/**
 * The way in for pages whose network lets no WebSocket through: long polling at the address of the
 * socket, `/sync/:boardId`, through the same entrance. Nothing is kept for somebody who may not
 * enter: why is answered at once, in the form of a session that has already ended.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server } from 'engine.io';
import { CLOSE, type CloseReason } from '../../shared/protocol/close.ts';
import { closeText, OFFER_HEADER } from '../../shared/protocol/polling.ts';
import type { Config } from '../config.ts';
import { type Entrance, offers } from './entrance.ts';
import type { OneByOne } from './one-by-one.ts';
import { type Asked, createPollingSessions, SEPARATOR } from './polling-sessions.ts';

export interface PollingDeps {
  readonly entrance: Entrance;
  readonly oneByOne: OneByOne;
  readonly limits: Pick<Config, 'maxMessageBytes' | 'messageBurst' | 'pingSeconds'>;
}
export interface Polling {
  /** @param board named in the path; the method is GET or POST */
  readonly answer: (
    incoming: IncomingMessage,
    outgoing: ServerResponse,
    board: string,
  ) => Promise<void>;
  /** Ends every session at once: whoever was told why has had the time to be. */
  readonly close: () => void;
}

/** A page goes on at once; a slow line needs a few seconds. */
const firstPollMs = 15_000;
/** From there on an answer is compressed: the first sight of a board, and little else. */
const compressedFrom = 8 * 1_024;
/**
 * The connection itself gives up whoever is silent, and its peer whoever was told so. The engine hears
 * only answers to its own question, which a page gives once the frame it is writing has left: the
 * longest frame in the smallest pieces, each a second or two on its way.
 */
const answerMs = 3_600_000;
/** Frames are binary, and travel as base64. */
const bodyBytes = (frameBytes: number): number => Math.ceil(frameBytes / 3) * 4 + 64;

export function createPolling({ entrance, oneByOne, limits }: PollingDeps): Polling {
  const engine = new Server({
    transports: ['polling'],
    allowUpgrades: false,
    maxHttpBufferSize: bodyBytes(limits.maxMessageBytes),
    pingInterval: limits.pingSeconds * 1_000,
    pingTimeout: answerMs,
    httpCompression: { threshold: compressedFrom },
  });
  const sessions = createPollingSessions({
    engine,
    firstPollMs,
    maxMessages: limits.messageBurst,
    maxMessageBytes: limits.maxMessageBytes,
  });

  /** A revocation between the look-up and the room would find no session to close. */
  const begin = (asked: Asked) =>
    oneByOne(asked.board, async () => {
      const { incoming, outgoing, board, offered } = asked;
      const place = entrance.place(await entrance.decide(incoming, board, offered));
      if (typeof place !== 'string') return sessions.begin(asked, place);
      entrance.shownOut(place);
      outgoing.setHeader('content-type', 'text/plain; charset=UTF-8');
      outgoing.end(endedSession(place));
    });

  return {
    answer: async (incoming, outgoing, board) => {
      if (!entrance.isOwnPage(incoming)) return refuse(outgoing, 403);
      const query = new URLSearchParams(/\?.*/.exec(incoming.url ?? '')?.[0]);
      const offered = offers([incoming.headers[OFFER_HEADER] ?? ''].flat().join());
      const asked = { incoming, outgoing, board, offered };
      const id = query.get('sid');
      if (id !== null) {
        // As after the end of a session: an error would stand in the console of every page that left.
        if (!(await sessions.goOn(id, asked))) outgoing.setHeader('connection', 'close').end('1');
        return;
      }
      if (incoming.method !== 'GET' || query.get('EIO') !== '4') return refuse(outgoing, 400);
      await begin(asked);
    },
    close: () => void engine.close(),
  };
}

/** The payload of a session that begins, says why it ends, and has ended: nothing of it is kept. */
const endedSession = (reason: CloseReason): string => {
  const opening = { sid: 'none', upgrades: [], pingInterval: 1, pingTimeout: 1, maxPayload: 1 };
  const packets = [`0${JSON.stringify(opening)}`, `4${closeText(CLOSE[reason].code)}`, '1'];
  return packets.join(String.fromCharCode(SEPARATOR));
};

const refuse = (outgoing: ServerResponse, status: 400 | 403): void => {
  outgoing.writeHead(status, { connection: 'close' }).end();
};
