import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createOutbox, type OutboxLimits } from '../../../server/rooms/socket/outbox.ts';
import { frame } from '../../../server/rooms/socket/wire.ts';
import { notedPeer } from '../../support/noted-peer.ts';

const limits: OutboxLimits = {
  presenceBacklogBytes: 100,
  maxBacklogBytes: 1_000,
  drainSeconds: 60,
};

/** An outbox to a reader who reads when told to. */
function opened() {
  const events: string[] = [];
  const peer = notedPeer();
  peer.block();
  let writes = 0;
  const send: typeof peer.send = (framed, done) => {
    writes += 1;
    peer.send(framed, done);
  };
  const outbox = createOutbox({ send, backlog: peer.backlog }, limits);
  outbox.listen({
    onBehind: () => events.push('behind'),
    onDrained: () => events.push('drained'),
    onTooSlow: () => events.push('too slow'),
  });
  return {
    outbox,
    events,
    drain: peer.drain,
    sent: () => peer.sent.map(({ length }) => length),
    writes: () => writes,
  };
}
const bytes = (length: number) => new Uint8Array(length);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('[RO19] a reader who is behind gets no presence, and still gets what people write', () => {
  const { outbox, sent } = opened();
  outbox.send(bytes(101));
  outbox.sendPresence(bytes(10));
  outbox.send(bytes(20));
  expect(sent()).toEqual([101, 20]);
});

test('[RO19] a reader far behind gets nothing until the socket has drained, then it is told once', () => {
  const { outbox, sent, events, drain } = opened();
  outbox.send(bytes(900));
  outbox.send(bytes(200)); // the one that goes beyond still leaves
  outbox.send(bytes(1));
  expect([sent(), events, outbox.isBehind()]).toEqual([[900, 200], ['behind'], true]);
  drain();
  expect([events, outbox.isBehind()]).toEqual([['behind', 'drained'], false]);
  outbox.send(bytes(2));
  expect(sent()).toEqual([900, 200, 2]);
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
  expect(sent()).toEqual([1, 2_000, 1_500, 3]);
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

test('[RO19] up to its limit, the head of the frame counted, a reader is not behind', () => {
  const { outbox, events, sent } = opened();
  outbox.send(bytes(996)); // and 4 of its head
  expect(events).toEqual([]);
  outbox.send(bytes(0));
  expect([events, sent()]).toEqual([['behind'], [996, 0]]);
});

test('[RO19] presence is sent up to its own limit', () => {
  const { outbox, sent } = opened();
  outbox.send(bytes(98)); // and 2 of its head
  outbox.sendPresence(bytes(1));
  outbox.sendPresence(bytes(2));
  expect(sent()).toEqual([98, 1]);
});

test('[RO20] a socket that failed while it was behind makes up for nothing', () => {
  const { outbox, events, drain } = opened();
  outbox.send(bytes(2_000));
  outbox.whenDrained(() => events.push('owed'));
  drain(new Error('gone'));
  vi.advanceTimersByTime(120_000);
  expect([events, outbox.isBehind()]).toEqual([['behind'], false]);
});

test('[RO46] what a closed reader asked for is not done', () => {
  const { outbox, events, drain } = opened();
  outbox.send(bytes(2_000));
  outbox.whenDrained(() => events.push('owed'));
  outbox.close();
  drain();
  expect(events).not.toContain('owed');
});

test('[RO57] what may wait leaves in one write with the next message, before it', () => {
  const { outbox, sent, writes } = opened();
  outbox.sendWithNext(bytes(3));
  expect(sent()).toEqual([]);
  outbox.send(bytes(20));
  expect([sent(), writes()]).toEqual([[3, 20], 1]);
  vi.advanceTimersByTime(1_000);
  outbox.send(bytes(21));
  expect(sent()).toEqual([3, 20, 21]);
  outbox.sendWithNext(bytes(4));
  outbox.send(frame([bytes(22), bytes(23)])); // framed once for many
  expect([sent().slice(3), writes()]).toEqual([[4, 22, 23], 3]);
});

test('[RO57] it leaves alone a quarter of a second later, the last of several, and once', () => {
  const { outbox, sent } = opened();
  outbox.sendWithNext(bytes(3));
  vi.advanceTimersByTime(249);
  outbox.sendWithNext(bytes(4));
  expect(sent()).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent()).toEqual([4]);
  vi.advanceTimersByTime(1_000);
  expect(sent()).toEqual([4]);
});

test('[RO57] it leaves before a close, and not after one; to a reader far behind it is told otherwise', () => {
  const { outbox, sent, drain } = opened();
  outbox.sendWithNext(bytes(3));
  outbox.flush();
  outbox.flush();
  expect(sent()).toEqual([3]);
  outbox.send(bytes(2_000));
  outbox.sendWithNext(bytes(4));
  drain();
  vi.advanceTimersByTime(250);
  outbox.sendWithNext(bytes(5));
  outbox.close();
  outbox.sendWithNext(bytes(6));
  vi.advanceTimersByTime(1_000);
  expect(sent()).toEqual([3, 2_000]);
});
