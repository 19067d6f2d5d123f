/**
 * The same frames over plain HTTP, for networks that let no WebSocket through: long polling as
 * engine.io speaks it (its protocol 4), at the address of the socket. Each frame is one binary
 * message. What a socket offers as subprotocols stands in a header, in every request: the number of
 * a session, which is in the address and so in the logs of proxies, opens nothing by itself.
 */

/** Holds what a page speaks, its ticket and its epoch, separated by commas. */
export const OFFER_HEADER = 'gommette-offer';

/** The only text message: the code of a close, just before the end of the session. */
export const closeText = (code: number): string => `close ${code}`;

/** @returns undefined for a text that is no close */
export function readCloseText(text: string): number | undefined {
  const digits = /^close (\d{4})$/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
