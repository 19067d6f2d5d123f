/**
 * What waits to leave by one socket. A reader who is behind gets no presence; far behind, nothing
 * at all until the socket has drained, then the room makes up for it with one difference and what
 * they asked for is answered. So a slow reader costs a bounded memory, and nobody else anything.
 */
import { createWire, type Framed, frame, type WireSocket } from './wire.ts';

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
/** A message for one reader, or what was framed once for many. */
export type Outgoing = Uint8Array | Framed;

export interface Outbox {
  readonly send: (message: Outgoing) => void;
  /** Presence is soon replaced by newer: it is the first to be left out. */
  readonly sendPresence: (message: Outgoing) => void;
  /** Now, or once it has drained: for what nothing would make up for, such as an answer. */
  readonly whenDrained: (act: () => void) => void;
  readonly isBehind: () => boolean;
  /** Bytes sent that the network has not taken yet. */
  readonly backlog: () => number;
  readonly close: () => void;
}

export function createOutbox(
  socket: WireSocket,
  limits: OutboxLimits,
  events: OutboxEvents,
): Outbox {
  const { write, backlog } = createWire(socket);
  let behind = false;
  let deadline: NodeJS.Timeout | undefined;
  /** As many at most as the reader may ask for before they are given up. */
  const owed: (() => void)[] = [];

  const send = (message: Outgoing) => {
    if (behind) return;
    const framed = message instanceof Uint8Array ? frame([message]) : message;
    if (backlog() + framed.bytes.length <= limits.maxBacklogBytes) return write(framed);
    behind = true;
    deadline = setTimeout(events.onTooSlow, limits.drainSeconds * 1_000);
    events.onBehind();
    // Called when this, and so all before it, was handed to the system.
    write(framed, (error) => {
      clearTimeout(deadline);
      behind = false;
      if (error) return;
      events.onDrained();
      payOwed();
    });
  };
  const payOwed = () => {
    while (!behind) {
      const act = owed.shift();
      if (!act) return;
      act();
    }
  };

  return {
    send,
    sendPresence: (message) => {
      if (backlog() <= limits.presenceBacklogBytes) send(message);
    },
    whenDrained: (act) => {
      owed.push(act);
      payOwed();
    },
    isBehind: () => behind,
    backlog,
    close: () => {
      clearTimeout(deadline);
      owed.length = 0;
    },
  };
}
