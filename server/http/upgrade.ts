/**
 * The way in for sockets: `/sync/:boardId`, with the subprotocols `gommette.…`, `ticket.…`,
 * `epoch.…` from a page that holds something of the board, and `deflate` from one that can inflate.
 * A browser cannot read why a handshake failed, so whoever may not enter is let in first, then
 * shown out with a close code. Only pages of other sites are refused at the handshake.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { ECHO_SYNC_PATH } from '../../shared/protocol/echo.ts';
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import { createWsPeer } from '../rooms/socket/ws-peer.ts';
import type { EchoServer } from './echo.ts';
import { type Entrance, epochIn, inflates, isProtocol, offers } from './entrance.ts';
import { pathOf, syncedBoard } from './node.ts';
import type { OneByOne } from './one-by-one.ts';

export interface UpgradeDeps {
  readonly entrance: Entrance;
  readonly oneByOne: OneByOne;
  /** For pages that try their network. */
  readonly echo: Pick<EchoServer, 'upgrade'>;
  readonly limits: { readonly maxMessageBytes: number };
}
export type Upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export function createUpgrade({ entrance, oneByOne, echo, limits }: UpgradeDeps): Upgrade {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.maxMessageBytes,
    // Another version is accepted too, or its browser would not get to see the close code.
    handleProtocols: (offered) =>
      offered.has(PROTOCOL) ? PROTOCOL : ([...offered].find(isProtocol) ?? false),
  });

  return async (incoming, stream, head) => {
    const ignore = () => stream.destroy();
    stream.on('error', ignore); // until `ws` listens itself: somebody left during the look-up
    const path = pathOf(incoming);
    const board = syncedBoard(path);
    if (board === undefined) return refuse(stream, 404);
    if (!entrance.isOwnPage(incoming)) return refuse(stream, 403);
    if (path === ECHO_SYNC_PATH) return echo.upgrade(incoming, stream, head);
    const offered = offers(incoming.headers['sec-websocket-protocol']);

    // A revocation between the look-up and the room would find no socket to close.
    await oneByOne(board, async () => {
      const decision = await entrance.decide(incoming, board, offered);
      sockets.handleUpgrade(incoming, stream, head, (socket) => {
        stream.off('error', ignore);
        const peer = createWsPeer(socket, inflates(offered));
        const place = entrance.place(decision);
        if (typeof place === 'string') {
          entrance.shownOut(place);
          return peer.close(place);
        }
        socket.once('close', place.leave);
        place.connect(peer, epochIn(offered));
      });
    });
  };
}

const refuse = (stream: Duplex, status: 403 | 404): void => {
  const reason = status === 403 ? 'Forbidden' : 'Not Found';
  // Nobody reads here any more: a peer that keeps its own half open would keep the descriptor.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};
