import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox, type OutboxLimits } from '../../../server/rooms/socket/outbox.ts';

const limits: OutboxLimits = {
  presenceBacklogBytes: 100,
  maxBacklogBytes: 1_000,
  drainSeconds: 60,
};

/** A socket whose reader reads when told to. */
function slowSocket() {
  const sent: number[] = [];
  const callbacks: (() => void)[] = [];
  const socket = {
    bufferedAmount: 0,
    send: (frame: Uint8Array, callback?: () => void) => {
      sent.push(frame.length);
      socket.bufferedAmount += frame.length;
      if (callback) callbacks.push(callback);
    },
  };
  const drain = () => {
    socket.bufferedAmount = 0;
    for (const callback of callbacks.splice(0)) callback();
  };
  return { socket: socket as unknown as Parameters<typeof createOutbox>[0], sent, drain };
}
function opened() {
  const events: string[] = [];
  const slow = slowSocket();
  const outbox = createOutbox(slow.socket, limits, {
    onBehind: () => events.push('behind'),
    onDrained: () => events.push('drained'),
    onTooSlow: () => events.push('too slow'),
  });
  return { ...slow, outbox, events };
}
const bytes = (length: number) => new Uint8Array(length);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[RO19] a reader who is behind gets no presence, and still gets what people write', () => {
  const { outbox, sent } = opened();
  outbox.send(bytes(101));
  outbox.sendPresence(bytes(10));
  outbox.send(bytes(20));
  expect(sent).toEqual([101, 20]);
});

test('[RO19] a reader far behind gets nothing until the socket has drained, then it is told once', () => {
  const { outbox, sent, events, drain } = opened();
  outbox.send(bytes(900));
  outbox.send(bytes(200)); // the one that goes beyond still leaves
  outbox.send(bytes(1));
  expect([sent, events, outbox.isBehind()]).toEqual([[900, 200], ['behind'], true]);
  drain();
  expect([events, outbox.isBehind()]).toEqual([['behind', 'drained'], false]);
  outbox.send(bytes(2));
  expect(sent).toEqual([900, 200, 2]);
});

test('[RO46] what a reader far behind asked for waits for the drain, in order, and again if need be', () => {
  const { outbox, events, sent, drain } = opened();
  const owe = (name: string, length: number) =>
    outbox.whenDrained(() => {
      events.push(name);
      outbox.send(bytes(length));
    });
  owe('at once', 1);
  outbox.send(bytes(2_000));
  owe('board', 1_500);
  owe('answer', 3);
  drain();
  expect(events).toEqual(['at once', 'behind', 'drained', 'board', 'behind']);
  drain();
  expect(events.slice(5)).toEqual(['drained', 'answer']);
  expect(sent).toEqual([1, 2_000, 1_500, 3]);
});

test('[RO20] a reader who does not drain in time is given up', () => {
  const { outbox, events } = opened();
  outbox.send(bytes(2_000));
  vi.advanceTimersByTime(59_999);
  expect(events).toEqual(['behind']);
  vi.advanceTimersByTime(1);
  expect(events).toEqual(['behind', 'too slow']);
});

test('[RO20] one that drains is not, and a closed one neither', () => {
  const [drained, closed] = [opened(), opened()];
  for (const { outbox } of [drained, closed]) outbox.send(bytes(2_000));
  drained.drain();
  closed.outbox.close();
  vi.advanceTimersByTime(120_000);
  expect([drained.events, closed.events]).toEqual([['behind', 'drained'], ['behind']]);
});
