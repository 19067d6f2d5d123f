/**
 * Who may enter a board with a connection, whatever carries its frames: one look at what a page
 * offers, one count of what is open, one way to the room.
 */
import type { IncomingMessage } from 'node:http';
import type { BoardId } from '../../shared/ids.ts';
import type { CloseReason } from '../../shared/protocol/close.ts';
import {
  DEFLATE_OFFER,
  EPOCH_PREFIX,
  PROTOCOL,
  TICKET_PREFIX,
} from '../../shared/protocol/offers.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Peer } from '../rooms/socket/peer.ts';
import type { Services } from '../services.ts';
import type { PersonRow } from '../store/store.ts';
import { addressOf } from './node.ts';
import { createOccupancy, type OccupancyLimits } from './occupancy.ts';
import { isOwnPage, type OwnPageRules } from './own-page.ts';
import type { HttpParts } from './parts.ts';

export interface EntranceDeps
  extends Pick<HttpParts, 'access' | 'rooms' | 'visitors'>,
    Pick<Services, 'measures' | 'log'>,
    OwnPageRules {
  readonly limits: OccupancyLimits;
  /** How often one person opens a connection. */
  readonly openings: RateLimit;
}
/** Whose ticket it is, or why nobody enters with it. */
export type Decision = CloseReason | { readonly boardId: BoardId; readonly person: PersonRow };
/** Somebody's place in a board, counted until it is given back. */
export interface Place {
  /** Gives it back, once. */
  readonly leave: () => void;
  /** @param held epoch of what the page holds; undefined when it holds nothing */
  readonly connect: (peer: Peer, held: string | undefined) => void;
}
export type Entrance = ReturnType<typeof createEntrance>;

export function createEntrance(deps: EntranceDeps) {
  const { access, rooms, visitors, openings, publicOrigin, trustProxy, measures, log } = deps;
  const occupy = createOccupancy(deps.limits);

  return {
    isOwnPage: (incoming: IncomingMessage) => isOwnPage(incoming, { publicOrigin, trustProxy }),
    /** @param offered what the page says it speaks, and its ticket */
    async decide(
      incoming: IncomingMessage,
      board: string,
      offered: readonly string[],
    ): Promise<Decision> {
      // A page older than the server: told to refresh, whatever its ticket.
      if (offered.some(isProtocol) && !offered.includes(PROTOCOL)) return 'badFrame';
      const ticket = ticketIn(offered);
      if (ticket === undefined) return 'unauthenticated';
      try {
        const found = await access.byTicket(board, ticket, addressOf(incoming, trustProxy));
        if (found.ok) return found.value;
        return found.error === 'too-often' ? 'tooMuch' : 'unauthenticated';
      } catch (err) {
        log.error({ err }, 'ticket not looked up');
        return 'storageFault';
      }
    },
    /** Takes a place for whom it was decided; or says why there is none. */
    place(decision: Decision): Place | CloseReason {
      if (typeof decision === 'string') return decision;
      const { boardId, person } = decision;
      if (openings(`${boardId} ${person.id}`) > 0) return 'tooMuch';
      const vacate = occupy(boardId, person);
      if (typeof vacate === 'string') return vacate;
      visitors.came({ boardId, person });
      const leave = () => {
        vacate();
        visitors.left({ boardId, person });
      };
      return { leave, connect: (peer, held) => rooms.connect(peer, boardId, person, held) };
    },
    /** Notes that somebody is told why they do not enter. */
    shownOut(reason: CloseReason): void {
      log.debug({ reason }, 'socket shown out');
      measures.socketClosed(reason);
    },
  };
}

export const isProtocol = (offered: string): boolean => offered.startsWith('gommette.');
export const ticketIn = (offered: readonly string[]) => after(TICKET_PREFIX, offered);
export const epochIn = (offered: readonly string[]) => after(EPOCH_PREFIX, offered);
export const inflates = (offered: readonly string[]) => offered.includes(DEFLATE_OFFER);
/** @param list of what a page offers, as one header: separated by commas */
export const offers = (list = ''): readonly string[] => list.split(',').map((each) => each.trim());

/** What the first that begins so goes on with. */
const after = (prefix: string, offered: readonly string[]): string | undefined =>
  offered.find((each) => each.startsWith(prefix))?.slice(prefix.length);
