/**
 * One socket of one person: frames in their order, limits, signs of life. What a frame means to the
 * board is the room's business.
 */
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CLOSE, type CloseReason } from '../../../shared/protocol/close.ts';
import { type Asked, decodeAsked, MESSAGE, PONG, SYNC } from '../../../shared/protocol/messages.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { SocketEnd } from '../../observability/measures.ts';
import type { PersonRow } from '../../store/store.ts';
import { createAllowance } from './allowance.ts';
import { createOutbox, type OutboxEvents, type Outgoing } from './outbox.ts';

type ConnectionLimits = Pick<
  Config,
  | 'maxMessageBytes'
  | 'messagesPerSecond'
  | 'messageBurst'
  | 'bytesPerSecond'
  | 'presenceBacklogBytes'
  | 'maxBacklogBytes'
  | 'drainSeconds'
  | 'pingSeconds'
  | 'silenceSeconds'
>;

/** What a room does with what a connection brings. */
export interface ConnectionEvents extends Omit<OutboxEvents, 'onTooSlow'> {
  /** Whether frames may come now; otherwise they wait until {@link Connection.resume}. */
  readonly isOpen: () => boolean;
  /** Frames came that wait. */
  readonly onWaiting: () => void;
  readonly onStep1: (stateVector: Uint8Array) => void;
  /** @param number of the update on this connection, from 1; @param isAnswer to the server's step1 */
  readonly onUpdate: (update: Uint8Array, number: number, isAnswer: boolean) => void;
  /** @returns false when it is no presence */
  readonly onPresence: (payload: Uint8Array) => boolean;
  readonly onPresenceQuery: () => void;
  readonly onAsked: (asked: Asked) => void;
  readonly onClosed: (end: SocketEnd) => void;
}
export interface Connection {
  readonly person: PersonRow;
  readonly send: (message: Outgoing) => void;
  readonly sendPresence: (message: Outgoing) => void;
  /** Now, or once it has drained: for what nothing would make up for, such as an answer. */
  readonly whenDrained: (act: () => void) => void;
  /** Does at once what it had asked for earlier: the time it takes is of its allowance all the same. */
  readonly charge: (act: () => void) => void;
  readonly isBehind: () => boolean;
  /** Bytes sent that the network has not taken yet. */
  readonly backlog: () => number;
  /** Closes with a reason; frames that come after it count for nothing. */
  readonly close: (reason: CloseReason) => void;
  /** Takes up the frames that waited. */
  readonly resume: () => void;
}
export interface ConnectionParts {
  readonly socket: WebSocket;
  readonly person: PersonRow;
  readonly limits: ConnectionLimits;
  readonly clock: Clock;
  readonly events: ConnectionEvents;
}

/** Somebody who has been sending more than allowed for that long is shown out. */
const patienceMs = 10_000;
const forgivenAfterMs = 1_000;
/** Whoever has held the event loop for that long lets everybody else come in between. */
const turnMs = 20;
/** More clients than any board has: each person has 2,000 at most, and few people have. */
const maxStateVectorEntries = 20_000;

export function createConnection(parts: ConnectionParts): Connection {
  const { socket, person, limits, clock, events } = parts;
  const { spend, work } = createAllowance({ ...limits, byteBurst: limits.maxMessageBytes }, clock);
  const outbox = createOutbox(socket, limits, { ...events, onTooSlow: () => close('tooSlow') });
  const waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  let heardAt = clock();
  let slowedSince = 0;
  let slowedAt = 0;
  let rest: NodeJS.Timeout | undefined;
  let heldMs = 0;
  let charging = false;
  let updates = 0;
  let answered = false;
  let closed = false;
  let end: SocketEnd = 'left';

  const close = (reason: CloseReason) => {
    if (closed) return;
    stop();
    end = reason;
    socket.close(CLOSE[reason].code, reason);
  };
  const stop = () => {
    closed = true;
    waiting.length = 0;
    clearTimeout(rest);
    clearInterval(pulse);
    outbox.close();
  };
  const pulse = setInterval(() => {
    if (clock() - heardAt <= limits.silenceSeconds * 1_000) return socket.ping();
    end = 'silent';
    socket.terminate();
  }, limits.pingSeconds * 1_000);

  const resume = () => {
    while (waiting.length > 0 && !closed && rest === undefined) {
      if (!events.isOpen()) return events.onWaiting();
      const frame = waiting.shift();
      if (!frame) return;
      waitingBytes -= frame.length;
      slowDown(spend(isFirstAnswer(frame) ? 0 : frame.length));
      charge(() => read(frame));
    }
  };
  const charge = (act: () => void) => {
    if (charging) return act();
    charging = true;
    const began = performance.now();
    act();
    const took = performance.now() - began;
    charging = false;
    heldMs += took;
    slowDown(work(took));
    if (heldMs > turnMs && rest === undefined && !closed) restFor(0);
  };
  /** A page that was offline may answer with much at once: that is no abuse, once. */
  const isFirstAnswer = (frame: Uint8Array): boolean => {
    const isFirst = !answered && frame[0] === MESSAGE.sync && frame[1] === SYNC.step2;
    answered ||= isFirst;
    return isFirst;
  };
  const slowDown = (waitMs: number) => {
    if (waitMs === 0 || closed) return;
    const now = clock();
    if (now - slowedAt > forgivenAfterMs) slowedSince = now;
    slowedAt = now;
    if (now - slowedSince > patienceMs) return close('tooMuch');
    restFor(waitMs);
  };
  const restFor = (waitMs: number) => {
    socket.pause();
    clearTimeout(rest);
    rest = setTimeout(() => {
      rest = undefined;
      heldMs = 0;
      socket.resume();
      resume();
    }, waitMs);
  };

  const read = (frame: Uint8Array) => {
    if (closed) return;
    const act = parse(frame);
    if (act) act();
    else close('badFrame');
  };
  /** What a frame asks for; undefined when it is cut off, of no known type, or no frame at all. */
  const parse = (frame: Uint8Array): (() => void) | undefined => {
    try {
      const decoder = decoding.createDecoder(frame);
      return READERS[decoding.readVarUint(decoder)]?.(decoder);
    } catch {
      return undefined;
    }
  };
  const READERS: Readonly<Record<number, (decoder: decoding.Decoder) => (() => void) | undefined>> =
    {
      [MESSAGE.sync]: (decoder) => {
        const subType = decoding.readVarUint(decoder);
        const payload = decoding.readVarUint8Array(decoder);
        if (subType === SYNC.step1) {
          const entries = decoding.readVarUint(decoding.createDecoder(payload));
          if (entries > maxStateVectorEntries) return undefined;
          Y.decodeStateVector(payload); // throws on what is none
          return () => events.onStep1(payload);
        }
        const isAnswer = subType === SYNC.step2;
        if (!isAnswer && subType !== SYNC.update) return undefined;
        return () => events.onUpdate(payload, ++updates, isAnswer);
      },
      [MESSAGE.presence]: (decoder) => {
        const payload = decoding.readVarUint8Array(decoder);
        return () => {
          if (!events.onPresence(payload)) close('badFrame');
        };
      },
      [MESSAGE.queryPresence]: () => events.onPresenceQuery,
      [MESSAGE.request]: (decoder) => {
        const asked = decodeAsked(decoder);
        return asked && (() => events.onAsked(asked));
      },
      [MESSAGE.ping]: () => () => outbox.send(PONG),
    };

  socket.on('message', (data, isBinary) => {
    heardAt = clock();
    if (closed) return;
    if (!isBinary || !(data instanceof Uint8Array)) return close('badFrame');
    // Answered before what waits for the board: a page must not take a slow disk for a dead network.
    if (data[0] === MESSAGE.ping && rest === undefined) {
      slowDown(spend(data.length));
      return outbox.send(PONG);
    }
    waiting.push(data);
    waitingBytes += data.length;
    // What waits is bounded: the socket was paused, only what had already been read still comes.
    if (waitingBytes > 2 * limits.maxMessageBytes) return close('tooMuch');
    resume();
  });
  socket.on('pong', () => {
    heardAt = clock();
  });
  socket.on('error', () => socket.terminate());
  socket.once('close', () => {
    stop();
    events.onClosed(end);
  });

  return {
    person,
    send: (message) => {
      if (!closed) outbox.send(message);
    },
    sendPresence: (message) => {
      if (!closed) outbox.sendPresence(message);
    },
    whenDrained: (act) => {
      if (!closed) outbox.whenDrained(act);
    },
    charge,
    isBehind: outbox.isBehind,
    backlog: outbox.backlog,
    close,
    resume,
  };
}
