/**
 * What waits to leave by one socket. A reader who is behind gets no presence; far behind, nothing
 * at all until the socket has drained, then the room makes up for it with one difference and what
 * they asked for is answered. So a slow reader costs a bounded memory, and nobody else anything.
 */
import type { Config } from '../../config.ts';
import type { Peer } from './peer.ts';
import { type Framed, frame } from './wire.ts';

export type OutboxLimits = Pick<
  Config,
  'presenceBacklogBytes' | 'maxBacklogBytes' | 'drainSeconds'
>;
interface OutboxListener {
  /** From the frame being sent on, nothing leaves any more. */
  readonly onBehind: () => void;
  /** Everything sent has left: what was held back is to be made up for. */
  readonly onDrained: () => void;
  readonly onTooSlow: () => void;
}
/** A message for one reader, or what was framed once for many. */
export type Outgoing = Uint8Array | Framed;

/** A write of its own costs as much as what it tells: that may come so much later. */
const ridesWithinMs = 250;

// What may leave hangs on one deadline: sending, waiting and draining are read together.
export function createOutbox(
  { send: write, backlog }: Pick<Peer, 'send' | 'backlog'>,
  limits: OutboxLimits,
) {
  let isClosed = false;
  let listener: OutboxListener | undefined;
  /** While it is far behind, when it is given up. */
  let deadline: NodeJS.Timeout | undefined;
  /** To be done once it has drained: as many at most as the reader may ask for before. */
  const owed: (() => void)[] = [];
  const isBehind = () => deadline !== undefined;
  /** What leaves with the next message, and when it leaves alone. */
  let rider: Uint8Array | undefined;
  let alone: NodeJS.Timeout | undefined;

  const payOwed = () => {
    while (!isBehind()) {
      const act = owed.shift();
      if (!act) return;
      act();
    }
  };
  const stopWaiting = () => {
    clearTimeout(deadline);
    deadline = undefined;
  };
  const takeRider = () => {
    const taken = rider;
    rider = undefined;
    clearTimeout(alone);
    alone = undefined;
    return taken;
  };
  const sendRider = () => {
    const taken = takeRider();
    if (taken) send(taken);
  };
  const send = (message: Outgoing) => {
    if (isClosed || isBehind()) return;
    const framed = carrying(message, takeRider());
    if (backlog() + framed.bytes.length <= limits.maxBacklogBytes) return write(framed);
    const tooSlow = () => listener?.onTooSlow();
    deadline = setTimeout(tooSlow, limits.drainSeconds * 1_000);
    listener?.onBehind();
    // Called when this, and so all before it, was handed to the system.
    write(framed, (error) => {
      stopWaiting();
      if (error) return;
      listener?.onDrained();
      payOwed();
    });
  };

  return {
    listen: (one: OutboxListener) => {
      listener = one;
    },
    send,
    /**
     * Leaves with the next message, or alone within {@link ridesWithinMs}. It takes the place of the
     * one before: the last is all there is to tell.
     */
    sendWithNext: (message: Uint8Array) => {
      if (isClosed || isBehind()) return;
      rider = message;
      alone ??= setTimeout(sendRider, ridesWithinMs);
    },
    /** Whatever waits for a next message leaves now. */
    flush: sendRider,
    /** Presence is soon replaced by newer: it is the first to be left out. */
    sendPresence: (message: Outgoing) => {
      if (backlog() <= limits.presenceBacklogBytes) send(message);
    },
    /** Now, or once it has drained: for what nothing would make up for, such as an answer. */
    whenDrained: (act: () => void) => {
      if (isClosed) return;
      owed.push(act);
      payOwed();
    },
    isBehind,
    /** Bytes sent that the network has not taken yet. */
    backlog,
    /** Nothing is sent any more, and nothing done that waits. */
    close: () => {
      isClosed = true;
      clearTimeout(deadline);
      takeRider();
      owed.length = 0;
    },
  };
}

function carrying(message: Outgoing, rider: Uint8Array | undefined): Framed {
  const messages = message instanceof Uint8Array ? [message] : message.messages;
  if (!rider) return message instanceof Uint8Array ? frame(messages) : message;
  return frame([rider, ...messages]);
}
