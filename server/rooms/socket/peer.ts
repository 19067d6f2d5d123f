/**
 * A page at the other end of something that carries frames both ways: all that a room knows of the
 * network. `ws-peer.ts` makes one of a WebSocket.
 */
import type { CloseReason } from '../../../shared/protocol/close.ts';
import type { Framed } from './wire.ts';

export interface Peer {
  /** Called once, before anything comes. */
  readonly listen: (listener: PeerListener) => void;
  /** Whether it reads deflated frames. */
  readonly inflates: boolean;
  /** @param done when all of it was handed to the system, or, with an error, never will be */
  readonly send: (framed: Framed, done?: (error?: Error | null) => void) => void;
  /** Bytes sent that the network has not taken yet. */
  readonly backlog: () => number;
  /** Nothing more is read; what has been read already may still come. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Asks for a sign of life. */
  readonly ping: () => void;
  /** What was sent leaves first, then the reason. */
  readonly close: (reason: CloseReason) => void;
  /** Ends it without a word. */
  readonly terminate: () => void;
}
export interface PeerListener {
  /** @param frame undefined for what is no frame of bytes */
  readonly onFrame: (frame: Uint8Array | undefined) => void;
  /** That many bytes of a frame that is not whole yet, which come again with the frame itself. */
  readonly onPiece: (bytes: number) => void;
  /** It answered a {@link Peer.ping}. */
  readonly onAlive: () => void;
  /** Once, whoever closed. */
  readonly onClosed: () => void;
}
