/**
 * The same frames over plain HTTP, for networks that let no WebSocket through: long polling as
 * engine.io speaks it (its protocol 4), at the address of the socket. Each frame is one binary
 * message. What a socket offers as subprotocols stands in a header, in every request: the number of
 * a session, which is in the address and so in the logs of proxies, opens nothing by itself.
 */

/** Holds what a page speaks, its ticket and its epoch, separated by commas. */
export const OFFER_HEADER = 'gommette-offer';

/** The only text message to a page: the code of a close, just before the end of the session. */
export const closeText = (code: number): string => `close ${code}`;

/** @returns undefined for a text that is no close */
export function readCloseText(text: string): number | undefined {
  const digits = /^close (\d{4})$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Characters of a request: where not even that passes, nothing does. */
export const LEAST_BODY = 1_024;

/**
 * The text messages of a page: all of a frame but its end, in base64, where the network refuses larger
 * bodies. What the binary message after them holds is the end of the same frame.
 */
const PIECE = '+';
export const pieceText = (base64: string): string => PIECE + base64;

/** @returns undefined for a text that is no piece */
export const readPieceText = (text: string): string | undefined =>
  text.startsWith(PIECE) ? text.slice(PIECE.length) : undefined;
