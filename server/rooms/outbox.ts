/**
 * What waits to leave by one socket. A reader who is behind gets no presence; far behind, nothing
 * at all until the socket has drained, then the room makes up for it with one difference. So a slow
 * reader costs a bounded memory, and nobody else anything.
 */
import type { WebSocket } from 'ws';

export interface OutboxLimits {
  readonly presenceBacklogBytes: number;
  readonly maxBacklogBytes: number;
  readonly drainSeconds: number;
}
export interface OutboxEvents {
  /** From the frame being sent on, nothing leaves any more. */
  readonly onBehind: () => void;
  /** Everything sent has left: what was held back is to be made up for. */
  readonly onDrained: () => void;
  readonly onTooSlow: () => void;
}
export interface Outbox {
  readonly send: (frame: Uint8Array) => void;
  /** Presence is soon replaced by newer: it is the first to be left out. */
  readonly sendPresence: (frame: Uint8Array) => void;
  readonly isBehind: () => boolean;
  readonly close: () => void;
}

export function createOutbox(
  socket: Pick<WebSocket, 'send' | 'bufferedAmount'>,
  limits: OutboxLimits,
  events: OutboxEvents,
): Outbox {
  let behind = false;
  let deadline: NodeJS.Timeout | undefined;

  const send = (frame: Uint8Array) => {
    if (behind) return;
    if (socket.bufferedAmount + frame.length <= limits.maxBacklogBytes) {
      socket.send(frame);
      return;
    }
    behind = true;
    deadline = setTimeout(events.onTooSlow, limits.drainSeconds * 1_000);
    events.onBehind();
    // Called when this frame, and so all before it, was handed to the system.
    socket.send(frame, (error) => {
      clearTimeout(deadline);
      behind = false;
      if (!error) events.onDrained();
    });
  };

  return {
    send,
    sendPresence: (frame) => {
      if (socket.bufferedAmount <= limits.presenceBacklogBytes) send(frame);
    },
    isBehind: () => behind,
    close: () => clearTimeout(deadline),
  };
}
