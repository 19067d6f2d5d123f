/**
 * Why the server closes a socket, and what the client does about it. The client
 * reconnects only where `react` says so, and after any code that is not ours (network, proxy).
 */
export type Reaction = 'reconnect' | 'rebuild-board' | 'join-again' | 'leave' | 'refresh-page';

export const CLOSE = {
  /** Access changed: the ordinary way in decides again. */
  accessChanged: { code: 4205, react: 'reconnect' },
  serverStopping: { code: 4503, react: 'reconnect' },
  tooSlow: { code: 4508, react: 'reconnect' },
  /** The storage cannot keep what is written: nothing is accepted until it can. */
  storageFault: { code: 4507, react: 'reconnect' },
  badFrame: { code: 4400, react: 'refresh-page' },
  unauthenticated: { code: 4401, react: 'join-again' },
  unknownBoard: { code: 4404, react: 'leave' },
  /** Something in an update was not allowed; a `refused` message said what. */
  refused: { code: 4409, react: 'rebuild-board' },
  /**
   * The page holds the board as it was in another epoch: it is to take the board as it is, and none of
   * its history is read.
   */
  otherEpoch: { code: 4410, react: 'rebuild-board' },
  tooMuch: { code: 4429, react: 'reconnect' },
  /** The same person has as many connections to the board as one may: one of them is to go first. */
  openElsewhere: { code: 4452, react: 'reconnect' },
  /** The board was written by a later version of the server, which alone can open it. */
  newerBoard: { code: 4426, react: 'leave' },
  boardFull: { code: 4453, react: 'leave' },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly react: Reaction }>>;

export type CloseReason = keyof typeof CLOSE;

/** The reason behind a close code; undefined for none, or one that is not ours (network, proxy). */
export const closeReason = (code: number | undefined): CloseReason | undefined =>
  (Object.keys(CLOSE) as CloseReason[]).find((reason) => CLOSE[reason].code === code);
