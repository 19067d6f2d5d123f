/**
 * One person of the load: a bare socket that speaks a server's frames. No document of its own: what
 * comes is counted and handed on, what goes was written beforehand, so that hundreds fit on a core.
 */
import { type ClientOptions, WebSocket } from 'ws';
import { createPolledSocket } from './polled-socket.ts';
import { type Dialect, type Incoming, type Wire, wireOf } from './wire.ts';

/** Where and as whom somebody sits down; plain data, so that it can go to another process. */
export interface Seat {
  readonly url: string;
  readonly protocols: readonly string[];
  readonly dialect: Dialect;
  readonly board: string;
  /** Who this person is to the server; a name of ours where the server knows nobody. */
  readonly person: string;
  readonly directionId: string | null;
  /** For servers that ask at the door what one may do. */
  readonly token: string;
  /** Whether a newcomer is answered with what the board holds. */
  readonly answers: boolean;
  /** Whether frames travel over plain HTTP; by WebSocket when absent. */
  readonly polls?: boolean;
}

export interface Guest {
  readonly seat: Seat;
  readonly wire: Wire;
  readonly socket: WebSocket;
  /** What the board held when this person came in. */
  readonly state: Uint8Array;
  /** Of Yjs' encoding of it: the second only for whoever offered to inflate. */
  readonly version: 1 | 2;
  /** What came so far: messages, and bytes of their content. */
  readonly traffic: { messages: number; bytes: number };
  /** Sync frames sent so far that the server counts, and how many it has called kept. */
  readonly counts: { sent: number; saved: number };
  /** Why the server refused something, and with which code it closed. */
  readonly ending: { refused: string | undefined; code: number | undefined };
  readonly listen: (listener: (incoming: Incoming, size: number) => void) => void;
  /** Sends an update. @returns its number, as the server counts */
  readonly sendUpdate: (update: Uint8Array) => number;
  /** Sends a frame as it is. */
  readonly send: (frame: Uint8Array) => void;
  /** What the board holds beyond a state vector, once all sent before was taken in. */
  readonly ask: (stateVector?: Uint8Array) => Promise<Uint8Array>;
  readonly leave: () => void;
}

const EMPTY: Uint8Array = Uint8Array.of(0, 0);
const NOTHING_KNOWN: Uint8Array = Uint8Array.of(0);
const answerWithinMs = 20_000;

/** Sits down; resolves once the server said what the board holds. */
export async function enter(seat: Seat): Promise<Guest> {
  const wire = wireOf(seat.dialect, seat.board, seat.token);
  const options: ClientOptions = { perMessageDeflate: false, maxPayload: 2 ** 30 };
  const socket = seat.polls
    ? createPolledSocket(seat.url, seat.protocols)
    : new WebSocket(seat.url, [...seat.protocols], options);
  const traffic = { messages: 0, bytes: 0 };
  const counts = { sent: 0, saved: 0 };
  const ending: Guest['ending'] = { refused: undefined, code: undefined };
  let listener: (incoming: Incoming, size: number) => void = () => {};
  let answered: ((state: Uint8Array) => void) | undefined;
  let version: Guest['version'] = 1;

  const send = (frame: Uint8Array) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  };
  const sendUpdate = (update: Uint8Array, type: 'update' | 'step2' = 'update') => {
    send(wire.sync(type, update));
    return ++counts.sent;
  };
  const ask = (stateVector = NOTHING_KNOWN) =>
    new Promise<Uint8Array>((resolve, reject) => {
      const fail = () => reject(new Error(`${seat.url}: no answer, closed with ${ending.code}`));
      const late = setTimeout(fail, answerWithinMs);
      socket.once('close', fail);
      answered = (state) => {
        clearTimeout(late);
        socket.off('close', fail);
        resolve(state);
      };
      send(wire.sync('step1', stateVector));
    });

  socket.on('message', (data: Buffer) => {
    traffic.messages += 1;
    traffic.bytes += data.length;
    const incoming = wire.read(data);
    if (incoming.kind === 'step1') sendUpdate(EMPTY, 'step2');
    else if (incoming.kind === 'step2') {
      version = incoming.version;
      answered?.(incoming.payload);
    } else if (incoming.kind === 'saved') counts.saved = incoming.updates;
    else if (incoming.kind === 'saved-one') counts.saved += 1;
    else if (incoming.kind === 'refused') ending.refused = incoming.text;
    listener(incoming, data.length);
  });
  socket.on('close', (code) => {
    ending.code = code;
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.on('error', reject); // afterwards without effect: an end is seen by its code
  });
  for (const frame of wire.hello) send(frame);
  const state = seat.answers ? await ask() : EMPTY;
  return {
    seat,
    wire,
    socket,
    traffic,
    counts,
    ending,
    send,
    ask,
    state,
    version,
    sendUpdate: (update) => sendUpdate(update),
    listen: (next) => {
      listener = next;
    },
    leave: () => socket.terminate(),
  };
}

/** Many people, some at a time: a room that fills, not a flood. */
export async function enterAll(seats: readonly Seat[]): Promise<Guest[]> {
  const guests: Guest[] = [];
  const together = 20;
  for (let from = 0; from < seats.length; from += together)
    guests.push(...(await Promise.all(seats.slice(from, from + together).map(enter))));
  return guests;
}
