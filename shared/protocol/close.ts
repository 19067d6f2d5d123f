/**
 * Why the server closes a socket, and what the client does about it. Codes 4400 to 4499 end the
 * provider's reconnecting (y-websocket); the others are tried again.
 */
export type Reaction = 'reconnect' | 'rebuild-board' | 'join-again' | 'leave' | 'refresh-page';

export const CLOSE = {
  /** Access changed: the ordinary way in decides again. */
  accessChanged: { code: 4205, then: 'reconnect' },
  serverStopping: { code: 4503, then: 'reconnect' },
  tooSlow: { code: 4508, then: 'reconnect' },
  /** The storage cannot keep what is written: nothing is accepted until it can. */
  storageFault: { code: 4507, then: 'reconnect' },
  badFrame: { code: 4400, then: 'refresh-page' },
  unauthenticated: { code: 4401, then: 'join-again' },
  unknownBoard: { code: 4404, then: 'leave' },
  /** Something in an update was not allowed; a `refused` message said what. */
  refused: { code: 4409, then: 'rebuild-board' },
  tooMuch: { code: 4429, then: 'reconnect' },
  boardFull: { code: 4453, then: 'leave' },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly then: Reaction }>>;

export type CloseReason = keyof typeof CLOSE;

/** The reason behind a close code; undefined for one that is not ours (network, proxy). */
export const closeReason = (code: number): CloseReason | undefined =>
  (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason].code === code);
