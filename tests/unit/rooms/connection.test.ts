import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { readConfig } from '../../../server/config.ts';
import { createAllowance } from '../../../server/rooms/socket/allowance.ts';
import { type ConnectionRoom, createConnection } from '../../../server/rooms/socket/connection.ts';
import type { PersonRow } from '../../../server/store/store.ts';
import { encodePong, MESSAGE, PING } from '../../../shared/protocol/messages.ts';
import { notedPeer } from '../../support/noted-peer.ts';
import { syncFrame } from '../../support/sync-client.ts';

const person = { id: 'ana' } as PersonRow;
const QUERY = Uint8Array.of(MESSAGE.queryPresence);

function opened(environment: Record<string, string> = {}) {
  const peer = notedPeer();
  const heard: string[] = [];
  const state = { open: true, takesMs: 0, clockMs: 0, isPresence: true };
  const note = (what: string) => () => void heard.push(what);
  const room: ConnectionRoom = {
    enter: note('entered'),
    leave: note('left'),
    isOpen: () => state.open,
    onWaiting: note('waiting'),
    answer: note('step1'),
    receive: (_, { bytes, number, isAnswer }) =>
      heard.push(`${isAnswer ? 'answer' : 'update'} ${number} of ${bytes.length}`),
    takePresence: () => state.isPresence,
    sendPresence: () => {
      heard.push('query');
      state.clockMs += state.takesMs;
    },
    take: (_, { id }) => heard.push(`asked ${id}`),
    onBehind: note('behind'),
    onDrained: note('drained'),
  };
  const limits = readConfig(environment);
  const connection = createConnection({
    peer,
    person,
    clock: Date.now,
    limits,
    allowance: createAllowance({ ...limits, byteBurst: limits.maxMessageBytes }, Date.now),
    onClosed: (_, end) => heard.push(`closed ${end}`),
  });
  const attach = () => {
    connection.attach(room);
    heard.length = 0;
  };
  return { peer, heard, room, connection, state, attach };
}
/** The same, its board loaded. */
function attached(environment: Record<string, string> = {}) {
  const one = opened(environment);
  one.attach();
  return one;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

test('[RO8] frames wait for the board, in their order, and a ping does not', () => {
  const { peer, heard, connection, state } = attached();
  state.open = false;
  peer.receive(syncFrame('step2', Uint8Array.of(0, 0)));
  peer.receive(syncFrame('update', Uint8Array.of(1)));
  peer.receive(PING);
  expect([heard, peer.sent]).toEqual([['waiting', 'waiting'], [encodePong(Date.now())]]);
  state.open = true;
  connection.resume();
  expect(heard).toEqual(['waiting', 'waiting', 'answer 1 of 2', 'update 2 of 1']);
});

test('[RO21] beyond its burst a connection is read at its rate, and nothing is lost', () => {
  const { peer, heard } = attached({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '20' });
  peer.receive(QUERY, 25);
  expect([heard.length, peer.did]).toEqual([21, ['pause']]);
  vi.advanceTimersByTime(99);
  expect(heard).toHaveLength(21);
  vi.advanceTimersByTime(401);
  expect(heard).toHaveLength(25);
  expect(peer.did.some((what) => what.startsWith('close'))).toBe(false);
});

test('[RO36] whoever does not stop flooding is shown out; who pauses is forgiven', () => {
  const flood = attached({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  const bursts = attached({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  for (let tenth = 0; tenth < 120; tenth++) {
    flood.peer.receive(QUERY, 2);
    if (tenth % 40 === 0) bursts.peer.receive(QUERY, 15);
    vi.advanceTimersByTime(100);
  }
  expect(flood.peer.did).toContain('close tooMuch');
  expect(bursts.heard).toHaveLength(45);
  expect(bursts.peer.did).not.toContain('close tooMuch');
});

test('[RO36] what waits for the board is bounded', () => {
  const { peer, state } = attached({
    MAX_MESSAGE_BYTES: '1000',
    MAX_UPDATE_BYTES: '1000',
    MAX_PRESENCE_BYTES: '100',
  });
  state.open = false;
  peer.receive(new Uint8Array(936), 2);
  expect(peer.did).toEqual([]);
  peer.receive(new Uint8Array(1));
  expect(peer.did).toEqual(['close tooMuch']);
});

test.each([
  { what: 'frames of nothing', frame: new Uint8Array(), most: 31 },
  { what: 'questions', frame: QUERY, most: 30 },
])('[RO36] so are $what that come while the board is loading', ({ frame, most }) => {
  const limits = { MAX_MESSAGE_BYTES: '1000', MAX_UPDATE_BYTES: '1000', MAX_PRESENCE_BYTES: '100' };
  const { peer } = opened(limits);
  peer.receive(frame, most);
  expect(peer.did).toEqual([]);
  peer.receive(frame);
  expect(peer.did).toEqual(['close tooMuch']);
});

test('[RO36] what was read no longer waits', () => {
  const limits = { MAX_MESSAGE_BYTES: '1000', MAX_UPDATE_BYTES: '1000', MAX_PRESENCE_BYTES: '100' };
  const { peer, heard, state, connection } = attached(limits);
  for (let turn = 0; turn < 10; turn++) {
    state.open = false;
    peer.receive(QUERY, 30);
    state.open = true;
    connection.resume();
  }
  expect([heard.filter((each) => each === 'query').length, peer.did]).toEqual([300, []]);
});

test('[RO21] the first answer of a page that was offline is not counted in bytes', () => {
  const { peer, heard } = attached({ BYTES_PER_SECOND: '1000' });
  peer.receive(syncFrame('step2', new Uint8Array(1_000_000)));
  peer.receive(syncFrame('update', new Uint8Array(200_000)));
  expect([heard.length, peer.did]).toEqual([2, []]);
  peer.receive(syncFrame('step2', new Uint8Array(1_000_000)));
  expect(peer.did).toEqual(['pause']);
});

test('[RO48] whoever holds the event loop lets the others come in between, and loses nothing', () => {
  const { peer, heard, state } = attached();
  vi.spyOn(performance, 'now').mockImplementation(() => state.clockMs);
  state.takesMs = 15;
  peer.receive(QUERY, 5);
  expect([heard.length, peer.did]).toEqual([2, ['pause']]);
  vi.advanceTimersToNextTimer();
  expect(heard).toHaveLength(4);
  vi.advanceTimersToNextTimer();
  expect(heard).toHaveLength(5);
});

test('[RO47] what is done later for what it asked earlier is of its allowance', () => {
  const { peer, heard, connection } = attached();
  connection.charge(() => vi.advanceTimersByTime(1_400));
  expect(peer.did).toEqual(['pause']);
  peer.receive(QUERY);
  vi.advanceTimersByTime(1_900); // 400 ms too many, at a fifth of the event loop
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(heard).toEqual(['query']);
});

test('[RO49] a state vector of more clients than any board has is no frame', () => {
  const { peer, heard } = attached();
  const vectorOf = (clients: number) =>
    Y.encodeStateVector(new Map(Array.from({ length: clients }, (_, client) => [client, 1])));
  peer.receive(syncFrame('step1', vectorOf(20_000)));
  expect(heard).toEqual(['step1']);
  vi.advanceTimersByTime(1_000);
  peer.receive(syncFrame('step1', vectorOf(20_001)));
  expect([heard, peer.did.at(-1)]).toEqual([['step1'], 'close badFrame']);
});

test('[RO37] a sign of life is asked for, and a socket that gives none is ended', () => {
  const { peer, heard } = attached({ PING_SECONDS: '20', SILENCE_SECONDS: '45' });
  vi.advanceTimersByTime(40_000);
  expect(peer.did).toEqual(['ping', 'ping']);
  peer.isAlive();
  vi.advanceTimersByTime(40_000);
  expect(peer.did).toEqual(['ping', 'ping', 'ping', 'ping']);
  vi.advanceTimersByTime(20_000);
  expect(peer.did.at(-1)).toBe('terminate');
  expect(heard).toEqual(['left', 'closed silent']);
});

test('[RO37] nothing that comes after a close counts', () => {
  const { peer, heard, connection } = attached();
  connection.close('accessChanged');
  peer.receive(QUERY);
  connection.send(PING);
  connection.close('tooMuch');
  expect([heard, peer.sent, peer.did]).toEqual([[], [], ['close accessChanged']]);
});

test('[RO8] frames that come before the board is loaded are read once it is, after the entry', () => {
  const { peer, heard, room, connection } = opened();
  peer.receive(QUERY);
  expect(heard).toEqual([]);
  connection.attach(room);
  expect(heard).toEqual(['entered', 'query']);
});

test('[RO50] a connection that was closed meanwhile does not enter its board', () => {
  const [closed, gone] = [opened(), opened()];
  closed.connection.close('accessChanged');
  gone.peer.leave();
  for (const { connection, room } of [closed, gone]) connection.attach(room);
  closed.peer.leave();
  expect([closed.heard, gone.heard]).toEqual([['closed accessChanged'], ['closed left']]);
});

test('[RO37] the first reason to close is the one that counts, and the room is told once', () => {
  const { peer, heard, connection } = attached();
  connection.close('accessChanged');
  connection.close('tooMuch');
  peer.leave();
  peer.leave();
  expect(peer.did).toEqual(['close accessChanged']);
  expect(heard.slice(0, 2)).toEqual(['left', 'closed accessChanged']);
});

test.each([
  { what: 'no frame at all', frame: undefined },
  { what: 'an empty frame', frame: new Uint8Array() },
  { what: 'a type nobody knows', frame: Uint8Array.of(99) },
  { what: 'a kind of sync nobody knows', frame: Uint8Array.of(MESSAGE.sync, 7, 0) },
  { what: 'an update that is cut off', frame: Uint8Array.of(MESSAGE.sync, 2, 9, 1) },
  { what: 'a state vector that is none', frame: Uint8Array.of(MESSAGE.sync, 0, 1, 255) },
])('[RO32] $what closes with badFrame, and what came behind it is not read', ({ frame }) => {
  const { peer, heard, state, connection } = attached();
  state.open = false;
  peer.receive(frame);
  peer.receive(QUERY);
  state.open = true;
  connection.resume();
  expect([peer.did, heard.filter((each) => each !== 'waiting')]).toEqual([['close badFrame'], []]);
});

test('[RO32] a presence that is none closes with badFrame', () => {
  const { peer, state } = attached();
  peer.receive(Uint8Array.of(MESSAGE.presence, 1, 0));
  expect(peer.did).toEqual([]);
  state.isPresence = false;
  peer.receive(Uint8Array.of(MESSAGE.presence, 1, 0));
  expect(peer.did).toEqual(['close badFrame']);
});

test('[RO37] any frame is a sign of life, and silence is counted to the second', () => {
  const { peer } = attached({ PING_SECONDS: '20', SILENCE_SECONDS: '40' });
  vi.advanceTimersByTime(1_000);
  peer.receive(PING);
  vi.advanceTimersByTime(39_000);
  expect(peer.did).toEqual(['ping', 'ping']);
  vi.advanceTimersByTime(20_000);
  expect(peer.did.at(-1)).toBe('terminate');
  vi.advanceTimersByTime(100_000);
  expect(peer.did).toHaveLength(3);
});

test('[RO21] a ping is paid for, and waits for the rest to be over like anything else', () => {
  const { peer } = attached({ MESSAGES_PER_SECOND: '10', MESSAGE_BURST: '10' });
  peer.receive(PING, 12);
  expect([peer.sent.length, peer.did]).toEqual([11, ['pause']]);
  vi.advanceTimersByTime(200);
  expect(peer.sent).toHaveLength(12);
});

test('[RO20] a reader who is behind for too long is closed', () => {
  const limits = { PRESENCE_BACKLOG_BYTES: '1000', MAX_BACKLOG_BYTES: '1000', DRAIN_SECONDS: '10' };
  const [slow, drained] = [attached(limits), attached(limits)];
  for (const { peer, connection } of [slow, drained]) {
    peer.block();
    connection.send(new Uint8Array(1_001));
    expect(connection.isBehind()).toBe(true);
  }
  vi.advanceTimersByTime(9_999);
  drained.peer.drain();
  vi.advanceTimersByTime(1);
  expect([slow.heard, slow.peer.did]).toEqual([['behind'], ['close tooSlow']]);
  expect([drained.heard, drained.peer.did]).toEqual([['behind', 'drained'], []]);
});
