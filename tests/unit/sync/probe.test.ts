/** WebSockets tried again while frames go over plain HTTP, at a time the test moves. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProbe } from '../../../client/sync/polling/probe.ts';
import { encodePong, PING } from '../../../shared/protocol/messages.ts';
import { createHandSockets } from '../../support/hand-socket.ts';

let stop = () => {};
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function begin(isHopeful: boolean, isQuiet = () => true) {
  const sockets = createHandSockets();
  let proven = 0;
  stop = startProbe({
    Socket: sockets.Socket,
    target: () => ({ url: 'ws://gommette.test/sync/b', protocols: ['gommette.2', 'ticket.t'] }),
    isQuiet,
    isHopeful,
    onProven: () => {
      proven += 1;
    },
  });
  /** The last one opens, and its signs of life are answered from now on. */
  const answer = () => {
    const socket = sockets.last();
    socket.onSent = () => socket.receive(encodePong(0));
    socket.open();
  };
  return { sockets, answer, proven: () => proven };
}
const pass = (seconds: number) => void vi.advanceTimersByTime(seconds * 1_000);

test('[PO15] the first is tried after 20 s, or at once, with the page’s ticket', () => {
  const { sockets } = begin(false);
  pass(19);
  expect(sockets.all).toHaveLength(0);
  pass(1);
  expect(sockets.last().protocols).toEqual(['gommette.2', 'ticket.t']);
  stop();
  const hopeful = begin(true);
  pass(0);
  expect(hopeful.sockets.all).toHaveLength(1);
});

test('[PO15] one is good once it has lived 12 s with an answer to each sign of life', () => {
  const { sockets, answer, proven } = begin(true);
  pass(0);
  answer();
  pass(11.9);
  expect(proven()).toBe(0);
  pass(1);
  expect(proven()).toBe(1);
  expect(sockets.last().sent.every((frame) => frame === PING)).toBe(true);
  expect(sockets.last().readyState).toBe(3);
  pass(600);
  expect(sockets.all).toHaveLength(1);
});

test('[PO15] the change waits until nothing is on its way', () => {
  let isQuiet = false;
  const { answer, proven } = begin(true, () => isQuiet);
  pass(0);
  answer();
  pass(60);
  expect(proven()).toBe(0);
  isQuiet = true;
  pass(1);
  expect(proven()).toBe(1);
});

test('[PO15] one that is refused, does not open, falls silent or is cut is tried again, later each time', () => {
  const { sockets, answer, proven } = begin(false);
  const pauses: number[] = [];
  const failures = [
    () => sockets.last().shut(1006),
    () => pass(4),
    () => {
      sockets.last().open();
      pass(4);
    },
    () => {
      answer();
      pass(5);
      sockets.last().shut(1006);
    },
    () => sockets.last().shut(4429),
    () => sockets.last().shut(1006),
  ];
  for (const [index, fail] of failures.entries()) {
    let waited = 0;
    while (sockets.all.length === index) {
      pass(1);
      waited += 1;
    }
    pauses.push(waited);
    fail();
    expect(sockets.last().readyState).toBe(3);
  }
  // Whole seconds, as this test counts them: a failure that took some has used some of the next.
  expect(pauses.map((seconds) => Math.round(seconds / 10))).toEqual([2, 2, 4, 8, 16, 30]);
  expect(proven()).toBe(0);
});

test('[PO15] stopped, it lets go of the one it tries and tries no other', () => {
  const { sockets, answer, proven } = begin(true);
  pass(0);
  answer();
  stop();
  expect(sockets.last().readyState).toBe(3);
  pass(600);
  expect([sockets.all.length, proven()]).toEqual([1, 0]);
});
