/**
 * What the server tells of its work, as named events with numbers: never a board, a name or a
 * secret. `metrics.ts` counts them.
 */
import type { CloseReason } from '../../shared/protocol/close.ts';
import type { RefusalReason } from '../../shared/protocol/messages.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';

/** How a socket ended: closed by us, left by its page or network, or silent for too long. */
export type SocketEnd = CloseReason | 'left' | 'silent';

export interface Measures {
  /** An update that changed a board was let in. */
  readonly updateAdmitted: () => void;
  readonly updateRefused: (reason: RefusalReason) => void;
  /** Something was asked of the session and granted. */
  readonly requestGranted: () => void;
  readonly requestRefused: (reason: RequestRefusal) => void;
  /** One batch was appended to the log, for all boards. */
  readonly appendTook: (milliseconds: number) => void;
  /** The disk has everything written before; the wait for a sync already running counts. */
  readonly syncTook: (milliseconds: number) => void;
  readonly presenceCame: () => void;
  /** @param receivers of one frame */
  readonly presenceSent: (receivers: number) => void;
  /** Whether boards that are due stay, because the clock is in doubt. */
  readonly purgesHeld: (are: boolean) => void;
  readonly socketClosed: (end: SocketEnd) => void;
}
