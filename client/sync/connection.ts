/**
 * Whether one's work is saved: one union, changed by facts. "Saved" comes from the server's `saved`
 * message and from nothing else (SPEC CO1).
 */
import type { CloseReason } from '../../shared/protocol/close.ts';

export interface Live {
  readonly unsaved: boolean;
  /** Server clock, ms; null until the first `saved` message. */
  readonly savedAt: number | null;
  /** Over plain HTTP: the network lets no WebSocket through. */
  readonly isFallback?: true;
}

export type Connection =
  /** Nothing of the board is known yet. */
  | { readonly state: 'opening' }
  | ({ readonly state: 'live' } & Live)
  | {
      readonly state: 'offline';
      /** What is written meanwhile is stored on this device. */
      readonly kept: boolean;
      readonly since: number;
      /** What the server said; absent when it said nothing. */
      readonly why?: CloseReason;
    }
  /** The server ended it and reconnecting would not help. */
  | { readonly state: 'closed'; readonly reason: CloseReason };

/** What a page counts about its current socket. */
export interface Counts {
  /** Sync frames sent on this socket. */
  readonly sent: number;
  /** Of these, how many survive a power cut. */
  readonly saved: number;
  /** Number of the first frame that answered the server's question; 0 before. */
  readonly complete: number;
}
export const NO_COUNTS: Counts = { sent: 0, saved: 0, complete: 0 };

/** Everything this page holds is on the server: it was asked, it answered, and all is acknowledged. */
export const isSaved = ({ sent, saved, complete }: Counts): boolean =>
  complete > 0 && saved >= sent;
