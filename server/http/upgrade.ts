/**
 * The way in for sockets: `/sync/:boardId`, with the subprotocols `gommette.…`, `ticket.…` and,
 * from a page that holds something of the board, `epoch.…`.
 * A browser cannot read why a handshake failed, so whoever may not enter is let in first, then
 * shown out with a close code. Only pages of other sites are refused at the handshake.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { CloseReason } from '../../shared/protocol/close.ts';
import { EPOCH_PREFIX, PROTOCOL, TICKET_PREFIX } from '../../shared/protocol/messages.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Peer } from '../rooms/socket/peer.ts';
import { createWsPeer } from '../rooms/socket/ws-peer.ts';
import type { Services } from '../services.ts';
import { addressOf, pathOf } from './node.ts';
import { createOccupancy, type OccupancyLimits } from './occupancy.ts';
import type { HttpParts } from './parts.ts';

export interface UpgradeDeps
  extends Pick<HttpParts, 'access' | 'rooms' | 'oneByOne'>,
    Pick<Services, 'measures' | 'log'> {
  readonly limits: OccupancyLimits & { readonly maxMessageBytes: number };
  /** How often one person opens a socket. */
  readonly openings: RateLimit;
  /** The origin people open, beside the one the request itself names. */
  readonly publicOrigin: () => string;
  readonly trustProxy: boolean;
}
export type Upgrade = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => Promise<void>;

export function createUpgrade(deps: UpgradeDeps): Upgrade {
  const { access, rooms, limits, openings, publicOrigin, trustProxy } = deps;
  const { oneByOne, measures, log } = deps;
  const occupy = createOccupancy(limits);
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
    const board = /^\/sync\/([^/]+)$/.exec(pathOf(incoming) ?? '')?.[1];
    if (board === undefined) return refuse(stream, 404);
    if (!isOwnPage(incoming, publicOrigin())) return refuse(stream, 403);

    // A revocation between the look-up and the room would find no socket to close.
    await oneByOne(board, async () => {
      const decision = await decide(incoming, board).catch((err: unknown) => {
        log.error({ err }, 'ticket not looked up');
        return 'storageFault' as const;
      });
      sockets.handleUpgrade(incoming, stream, head, (socket) => {
        stream.off('error', ignore);
        const peer = createWsPeer(socket);
        if (typeof decision === 'string') return showOut(peer, decision);
        const { boardId, person } = decision;
        if (openings(`${boardId} ${person.id}`) > 0) return showOut(peer, 'tooMuch');
        const leave = occupy(boardId, person.id);
        if (typeof leave === 'string') return showOut(peer, leave);
        socket.once('close', leave);
        rooms.connect(peer, boardId, person, after(EPOCH_PREFIX, offeredBy(incoming)));
      });
    });
  };

  async function decide(incoming: IncomingMessage, board: string) {
    const offered = offeredBy(incoming);
    // A page older than the server: told to refresh, whatever its ticket.
    if (offered.some(isProtocol) && !offered.includes(PROTOCOL)) return 'badFrame';
    const ticket = after(TICKET_PREFIX, offered);
    if (ticket === undefined) return 'unauthenticated';
    const address = addressOf(incoming, trustProxy);
    const found = await access.byTicket(board, ticket, address);
    if (found.ok) return found.value;
    return found.error === 'too-often' ? 'tooMuch' : 'unauthenticated';
  }

  function showOut(peer: Peer, reason: CloseReason): void {
    log.debug({ reason }, 'socket shown out');
    measures.socketClosed(reason);
    peer.close(reason);
  }
}

const isProtocol = (offered: string): boolean => offered.startsWith('gommette.');
const trimmed = (text: string): string => text.trim();
const offeredBy = ({ headers }: IncomingMessage): readonly string[] =>
  (headers['sec-websocket-protocol'] ?? '').split(',').map(trimmed);
/** What the first that begins so goes on with. */
const after = (prefix: string, offered: readonly string[]): string | undefined =>
  offered.find((each) => each.startsWith(prefix))?.slice(prefix.length);

/** Programs send no origin; a browser always does, and cannot be made to lie about it. */
function isOwnPage({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase();
}

const refuse = (stream: Duplex, status: 403 | 404): void => {
  const reason = status === 403 ? 'Forbidden' : 'Not Found';
  // Nobody reads here any more: a peer that keeps its own half open would keep the descriptor.
  stream.once('finish', () => stream.destroy());
  stream.end(`HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
};
