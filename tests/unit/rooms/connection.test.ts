import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { readConfig } from '../../../server/config.ts';
import {
  type ConnectionEvents,
  createConnection,
} from '../../../server/rooms/socket/connection.ts';
import type { PersonRow } from '../../../server/store/store.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { MESSAGE, PING, PONG } from '../../../shared/protocol/messages.ts';
import { syncFrame } from '../../support/sync-client.ts';

const person = { id: 'ana' } as PersonRow;
const QUERY = Uint8Array.of(MESSAGE.queryPresence);

/** A socket with nobody at the other end: what would be done to it is noted. */
class NotedSocket extends EventEmitter {
  readonly did: string[] = [];
  readonly sent: Uint8Array[] = [];
  readonly bufferedAmount = 0;
  send(frame: Uint8Array): void {
    this.sent.push(frame);
  }
  pause(): void {
    this.did.push('pause');
  }
  resume(): void {
    this.did.push('resume');
  }
  ping(): void {
    this.did.push('ping');
  }
  terminate(): void {
    this.did.push('terminate');
    this.emit('close');
  }
  close(code: number): void {
    this.did.push(`close ${code}`);
  }
  receive(frame: Uint8Array, times = 1): void {
    for (let i = 0; i < times; i++) this.emit('message', Buffer.from(frame), true);
  }
}

function opened(environment: Record<string, string> = {}) {
  const socket = new NotedSocket();
  const heard: string[] = [];
  const state = { open: true, takesMs: 0, clockMs: 0 };
  const note = (what: string) => () => void heard.push(what);
  const events: ConnectionEvents = {
    isOpen: () => state.open,
    onWaiting: note('waiting'),
    onStep1: note('step1'),
    onUpdate: (bytes, number, isAnswer) =>
      heard.push(`${isAnswer ? 'answer' : 'update'} ${number} of ${bytes.length}`),
    onPresence: () => true,
    onPresenceQuery: () => {
      heard.push('query');
      state.clockMs += state.takesMs;
    },
    onAsked: ({ id }) => heard.push(`asked ${id}`),
    onBehind: note('behind'),
    onDrained: note('drained'),
    onClosed: note('closed'),
  };
  const connection = createConnection({
    person,
    events,
    clock: Date.now,
    limits: readConfig(environment),
    socket: socket as unknown as WebSocket, // as much of one as a connection uses
  });
  return { socket, heard, connection, state };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('[RO8] frames wait for the board, in their order, and a ping does not', () => {
  const { socket, heard, connection, state } = opened();
  state.open = false;
  socket.receive(syncFrame('step2', Uint8Array.of(0, 0)));
  socket.receive(syncFrame('update', Uint8Array.of(1)));
  socket.receive(PING);
  expect([heard, socket.sent]).toEqual([['waiting', 'waiting'], [PONG]]);
  state.open = true;
  connection.resume();
  expect(heard).toEqual(['waiting', 'waiting', 'answer 1 of 2', 'update 2 of 1']);
});

test('[RO21] beyond its burst a connection is read at its rate, and nothing is lost', () => {
  const { socket, heard } = opened({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '20' });
  socket.receive(QUERY, 25);
  expect([heard.length, socket.did]).toEqual([21, ['pause']]);
  vi.advanceTimersByTime(99);
  expect(heard).toHaveLength(21);
  vi.advanceTimersByTime(401);
  expect(heard).toHaveLength(25);
  expect(socket.did.some((what) => what.startsWith('close'))).toBe(false);
});

test('[RO36] whoever does not stop flooding is shown out; who pauses is forgiven', () => {
  const flood = opened({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  const bursts = opened({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  for (let tenth = 0; tenth < 120; tenth++) {
    flood.socket.receive(QUERY, 2);
    if (tenth % 40 === 0) bursts.socket.receive(QUERY, 15);
    vi.advanceTimersByTime(100);
  }
  expect(flood.socket.did).toContain(`close ${CLOSE.tooMuch.code}`);
  expect(bursts.heard).toHaveLength(45);
  expect(bursts.socket.did).not.toContain(`close ${CLOSE.tooMuch.code}`);
});

test('[RO36] what waits for the board is bounded', () => {
  const { socket, state } = opened({
    MAX_MESSAGE_BYTES: '1000',
    MAX_UPDATE_BYTES: '1000',
    MAX_PRESENCE_BYTES: '100',
  });
  state.open = false;
  socket.receive(new Uint8Array(900), 2);
  expect(socket.did).toEqual([]);
  socket.receive(new Uint8Array(900));
  expect(socket.did).toEqual([`close ${CLOSE.tooMuch.code}`]);
});

test('[RO21] the first answer of a page that was offline is not counted in bytes', () => {
  const { socket, heard } = opened({ BYTES_PER_SECOND: '1000' });
  socket.receive(syncFrame('step2', new Uint8Array(1_000_000)));
  socket.receive(syncFrame('update', new Uint8Array(200_000)));
  expect([heard.length, socket.did]).toEqual([2, []]);
  socket.receive(syncFrame('step2', new Uint8Array(1_000_000)));
  expect(socket.did).toEqual(['pause']);
});

test('[RO48] whoever holds the event loop lets the others come in between, and loses nothing', () => {
  const { socket, heard, state } = opened();
  vi.spyOn(performance, 'now').mockImplementation(() => state.clockMs);
  state.takesMs = 15;
  socket.receive(QUERY, 5);
  expect([heard.length, socket.did]).toEqual([2, ['pause']]);
  vi.advanceTimersToNextTimer();
  expect(heard).toHaveLength(4);
  vi.advanceTimersToNextTimer();
  expect(heard).toHaveLength(5);
});

test('[RO47] what is done later for what it asked earlier is of its allowance', () => {
  const { socket, heard, connection } = opened();
  connection.charge(() => vi.advanceTimersByTime(1_400));
  expect(socket.did).toEqual(['pause']);
  socket.receive(QUERY);
  vi.advanceTimersByTime(1_900); // 400 ms too many, at a fifth of the event loop
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(['query']);
});

test('[RO49] a state vector of more clients than any board has is no frame', () => {
  const { socket, heard } = opened();
  const vectorOf = (clients: number) =>
    Y.encodeStateVector(new Map(Array.from({ length: clients }, (_, client) => [client, 1])));
  socket.receive(syncFrame('step1', vectorOf(20_000)));
  expect(heard).toEqual(['step1']);
  vi.advanceTimersByTime(1_000);
  socket.receive(syncFrame('step1', vectorOf(20_001)));
  expect([heard, socket.did.at(-1)]).toEqual([['step1'], `close ${CLOSE.badFrame.code}`]);
});

test('[RO37] a sign of life is asked for, and a socket that gives none is ended', () => {
  const { socket, heard } = opened({ PING_SECONDS: '20', SILENCE_SECONDS: '45' });
  vi.advanceTimersByTime(40_000);
  expect(socket.did).toEqual(['ping', 'ping']);
  socket.emit('pong');
  vi.advanceTimersByTime(40_000);
  expect(socket.did).toEqual(['ping', 'ping', 'ping', 'ping']);
  vi.advanceTimersByTime(20_000);
  expect(socket.did.at(-1)).toBe('terminate');
  expect(heard).toEqual(['closed']);
});

test('[RO37] nothing that comes after a close counts', () => {
  const { socket, heard, connection } = opened();
  connection.close('accessChanged');
  socket.receive(QUERY);
  connection.send(PONG);
  connection.close('tooMuch');
  expect([heard, socket.sent, socket.did]).toEqual([[], [], [`close ${CLOSE.accessChanged.code}`]]);
});
