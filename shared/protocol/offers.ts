/** What a page offers as subprotocols of its socket, in this order. Read by what runs before the page, too. */
import { SCHEMA_VERSION } from '../board/schema-version.ts';

/**
 * Versions the two sides, frames first, then the schema of boards: a page older than the server is
 * told to refresh, before it writes anything in fields that are no more.
 */
export const PROTOCOL = `gommette.2.${SCHEMA_VERSION}`;
/** Prefix of the subprotocol that carries the ticket: it never enters an address that is logged. */
export const TICKET_PREFIX = 'ticket.';
/**
 * Prefix of the subprotocol that carries the epoch of what a page holds already; a page that holds
 * nothing offers none. What follows is empty for what was stored before there were epochs.
 */
export const EPOCH_PREFIX = 'epoch.';
/** Offered by a page that can read deflated frames; no other is sent any. */
export const DEFLATE_OFFER = 'deflate';

/** @param held epoch of what the page holds; undefined when it holds nothing */
export const offersOf = (
  ticket: string,
  held: string | undefined,
  inflates: boolean,
): readonly string[] => [
  PROTOCOL,
  `${TICKET_PREFIX}${ticket}`,
  ...(held === undefined ? [] : [`${EPOCH_PREFIX}${held}`]),
  ...(inflates ? [DEFLATE_OFFER] : []),
];
