/**
 * One socket of one person: frames in their order, limits, signs of life. What a frame means to the
 * board is the room's business.
 */
import type { CloseReason } from '../../../shared/protocol/close.ts';
import { type Asked, encodePong, MESSAGE, SYNC } from '../../../shared/protocol/messages.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import type { SocketEnd } from '../../observability/measures.ts';
import type { PersonRow } from '../../store/store.ts';
import type { Allowance } from './allowance.ts';
import { type Came, createInbox } from './inbox.ts';
import { type Incoming, readIncoming, type Update } from './incoming.ts';
import { createOutbox, type OutboxLimits, type Outgoing } from './outbox.ts';
import { createPace } from './pace.ts';
import type { Peer } from './peer.ts';
import { createPulse } from './pulse.ts';

type ConnectionLimits = OutboxLimits &
  Pick<Config, 'maxMessageBytes' | 'pingSeconds' | 'silenceSeconds'>;

/** What a room does with its connections. */
export interface ConnectionRoom {
  readonly enter: (connection: Connection) => void;
  readonly leave: (connection: Connection) => void;
  /** Whether frames may come now; otherwise they wait until {@link Connection.resume}. */
  readonly isOpen: () => boolean;
  /** Frames came that wait. */
  readonly onWaiting: (connection: Connection) => void;
  /** It has what the state vector says, and asks for the rest. */
  readonly answer: (connection: Connection, stateVector: Uint8Array) => void;
  readonly receive: (connection: Connection, update: Update) => void;
  /** Something is asked of the session. */
  readonly take: (connection: Connection, asked: Asked) => void;
  /** @returns false when it is no presence */
  readonly takePresence: (connection: Connection, payload: Uint8Array) => boolean;
  readonly sendPresence: (connection: Connection) => void;
  /** From the frame being sent on, nothing leaves any more. */
  readonly onBehind: (connection: Connection) => void;
  /** Everything sent has left: what was held back is to be made up for. */
  readonly onDrained: (connection: Connection) => void;
}
export interface Connection extends Pick<Peer, 'inflates' | 'backlog'> {
  readonly person: PersonRow;
  /** Its board is loaded: the frames that waited are taken up. Nothing once it is closed. */
  readonly attach: (room: ConnectionRoom) => void;
  readonly send: (message: Outgoing) => void;
  /** With the next message, or alone a moment later. It takes the place of the one before. */
  readonly sendWithNext: (message: Uint8Array) => void;
  readonly sendPresence: (message: Outgoing) => void;
  /** Now, or once it has drained: for what nothing would make up for, such as an answer. */
  readonly whenDrained: (act: () => void) => void;
  /** Does at once what it had asked for earlier: the time it takes is of its allowance all the same. */
  readonly charge: (act: () => void) => void;
  readonly isBehind: () => boolean;
  /** Closes with a reason; frames that come after it count for nothing. */
  readonly close: (reason: CloseReason) => void;
  /** Takes up the frames that waited. */
  readonly resume: () => void;
}
export interface ConnectionDeps {
  readonly peer: Peer;
  readonly person: PersonRow;
  readonly limits: ConnectionLimits;
  /** Of the person, shared by all their sockets. */
  readonly allowance: Allowance;
  readonly clock: Clock;
  /** Once, when the peer is gone; its room was told before. */
  readonly onClosed: (connection: Connection, end: SocketEnd) => void;
}

type Phase =
  /** Its board is being loaded. */
  | { readonly kind: 'awaiting' }
  | { readonly kind: 'attached'; readonly room: ConnectionRoom }
  | Closed;
/** Nothing comes or leaves any more; the peer may still have to answer the close. */
interface Closed {
  readonly kind: 'closed';
  readonly end: SocketEnd;
  /** The room it is still known to, until the peer is gone. */
  readonly left: ConnectionRoom | undefined;
}

interface ConnectionState {
  phase: Phase;
  /** How many updates came. */
  updates: number;
  /** Whether the server's first step1 was answered. */
  hasAnswered: boolean;
}

// Its functions call one another over one state, and each is a few lines.
export function createConnection(deps: ConnectionDeps): Connection {
  const { peer, person, limits, allowance, clock, onClosed } = deps;
  const state = justCome();
  const isClosed = () => state.phase.kind === 'closed';
  const pace = createPace({ peer, allowance, clock });
  const { listen, flush, close: stopSending, ...outgoing } = createOutbox(peer, limits);
  const inbox = createInbox(2 * limits.maxMessageBytes);
  const pulse = createPulse(peer, limits, clock);
  const connection: Connection = {
    ...outgoing,
    person,
    inflates: peer.inflates,
    attach: (room) => {
      if (isClosed()) return;
      state.phase = { kind: 'attached', room };
      room.enter(connection);
      resume();
    },
    charge: pace.charge,
    close,
    resume,
  };
  listen({
    onBehind: () => roomOf(state.phase)?.onBehind(connection),
    onDrained: () => roomOf(state.phase)?.onDrained(connection),
    onTooSlow: () => close('tooSlow'),
  });
  pace.listen({ onRested: resume, onTooMuch: () => close('tooMuch') });
  peer.listen({
    onFrame,
    onPiece,
    onAlive: pulse.hear,
    onClosed: () => {
      const { end, left } = shut('left');
      left?.leave(connection);
      onClosed(connection, end);
    },
  });
  pulse.start(() => {
    shut('silent');
    peer.terminate();
  });
  return connection;

  /** The first end counts. */
  function shut(end: SocketEnd): Closed {
    if (state.phase.kind === 'closed') return state.phase;
    const closed: Closed = { kind: 'closed', end, left: roomOf(state.phase) };
    state.phase = closed;
    inbox.clear();
    pulse.stop();
    pace.stop();
    stopSending();
    return closed;
  }
  function close(reason: CloseReason): void {
    if (isClosed()) return;
    flush();
    shut(reason);
    peer.close(reason);
  }
  function onFrame(frame: Uint8Array | undefined) {
    pulse.hear();
    if (isClosed()) return;
    if (!frame) return close('badFrame');
    const came = inbox.end(frame);
    // Answered before what waits for the board: a page must not take a slow disk for a dead network.
    if (frame[0] === MESSAGE.ping && !pace.isResting()) {
      pace.spend(came.unpaidBytes);
      return outgoing.send(encodePong(clock()));
    }
    if (!inbox.keep(came)) return close('tooMuch');
    resume();
  }
  function onPiece(bytes: number) {
    pulse.hear(); // a page answers no ping while it writes a frame, which may take minutes
    if (isClosed()) return;
    if (inbox.begin(bytes)) pace.spendOnPiece(bytes);
    else close('tooMuch');
  }
  function resume() {
    while (state.phase.kind === 'attached' && !inbox.isEmpty() && !pace.isResting()) {
      const { room } = state.phase;
      if (!room.isOpen()) return room.onWaiting(connection);
      const came = inbox.take();
      if (!came) return;
      pace.spend(isFirstAnswer(state, came) ? 0 : came.unpaidBytes);
      pace.charge(() => read(came.frame));
    }
  }
  function read(frame: Uint8Array): void {
    if (isClosed()) return;
    const incoming = readIncoming(frame);
    if (incoming?.kind === 'ping') outgoing.send(encodePong(clock()));
    else if (!incoming || !hand(incoming, connection, state)) close('badFrame');
  }
}

const justCome = (): ConnectionState => ({
  phase: { kind: 'awaiting' },
  updates: 0,
  hasAnswered: false,
});

const roomOf = (phase: Phase): ConnectionRoom | undefined => {
  switch (phase.kind) {
    case 'awaiting':
      return undefined;
    case 'attached':
      return phase.room;
    case 'closed':
      return phase.left;
  }
};

/** A page that was offline may answer with much at once: that is no abuse, once. */
function isFirstAnswer(state: ConnectionState, { frame }: Came): boolean {
  const isFirst = !state.hasAnswered && frame[0] === MESSAGE.sync && frame[1] === SYNC.step2;
  state.hasAnswered ||= isFirst;
  return isFirst;
}

/** To the room it is attached to. @returns false when it is not what it says it is */
function hand(
  incoming: Exclude<Incoming, { kind: 'ping' }>,
  connection: Connection,
  state: ConnectionState,
): boolean {
  const room = roomOf(state.phase);
  if (!room) return true;
  switch (incoming.kind) {
    case 'step1':
      room.answer(connection, incoming.stateVector);
      return true;
    case 'update': {
      const { bytes, isAnswer } = incoming;
      state.updates += 1;
      room.receive(connection, { bytes, isAnswer, number: state.updates });
      return true;
    }
    case 'presence':
      return room.takePresence(connection, incoming.payload);
    case 'presence-query':
      room.sendPresence(connection);
      return true;
    case 'request':
      room.take(connection, incoming.asked);
      return true;
  }
}
