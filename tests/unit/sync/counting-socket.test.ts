/** The count that `saved` speaks of: frames of a socket that carry changes, from 1. */
import { expect, test, vi } from 'vitest';
import { countingSocket } from '../../../client/sync/counting-socket.ts';
import { MESSAGE, PING, SYNC } from '../../../shared/protocol/messages.ts';
import { createHandSockets } from '../../support/hand-socket.ts';

type Frame = Uint8Array<ArrayBuffer>;

function open() {
  const sockets = createHandSockets();
  const onOpened = vi.fn();
  const onCounted = vi.fn();
  const split = vi.fn((frame: Frame): readonly Frame[] => [frame]);
  const onHeard = vi.fn();
  const Socket = countingSocket(sockets.Socket, { onOpened, onHeard, onCounted, split });
  const socket = new Socket('ws://gommette.test', ['gommette.1']);
  return { Socket, socket, below: sockets.last(), onOpened, onHeard, onCounted, split };
}
const step1 = Uint8Array.of(MESSAGE.sync, SYNC.step1, 0);
const step2 = Uint8Array.of(MESSAGE.sync, SYNC.step2, 0);
const update = Uint8Array.of(MESSAGE.sync, SYNC.update, 0);
const presence = Uint8Array.of(MESSAGE.presence, SYNC.update, 0);

test('[CO1] changes are counted once each, and the answer to the server’s question is told apart', () => {
  const { socket, below, onCounted } = open();
  const frames = [step1, update, PING, step2, presence, update];
  for (const frame of frames) socket.send(frame);
  expect(onCounted.mock.calls).toEqual([
    [1, false],
    [2, true],
    [3, false],
  ]);
  expect(below.sent).toEqual(frames);
});

test('[CO1] a frame is sent before it is counted', () => {
  const { socket, below, onCounted } = open();
  onCounted.mockImplementation(() => expect(below.sent).toEqual([update]));
  socket.send(update);
  expect(onCounted).toHaveBeenCalledOnce();
});

test('[CO1] what is no frame of ours is sent, and not counted', () => {
  const { socket, below, onCounted } = open();
  socket.send('hello');
  expect(below.sent).toEqual(['hello']);
  expect(onCounted).not.toHaveBeenCalled();
});

test('[CO1] each socket counts for itself, and says when it opens', () => {
  const { Socket, socket, below, onOpened, onCounted } = open();
  expect([below.url, below.protocols]).toEqual(['ws://gommette.test', ['gommette.1']]);
  socket.send(update);
  new Socket('ws://gommette.test').send(update);
  expect(onCounted.mock.calls).toEqual([
    [1, false],
    [1, false],
  ]);
  expect(onOpened).not.toHaveBeenCalled();
  below.open();
  expect(onOpened).toHaveBeenCalledOnce();
});

test('[KW30] an update too large for one frame leaves as those that make it up, each counted', () => {
  const { socket, below, onCounted, split } = open();
  const [one, other] = [
    Uint8Array.of(MESSAGE.sync, SYNC.update, 1, 7),
    Uint8Array.of(MESSAGE.sync, SYNC.update, 2, 8, 9),
  ] as const;
  const large = Uint8Array.of(MESSAGE.sync, SYNC.update, 3, 7, 8, 9);
  split.mockReturnValueOnce([one, other]);
  for (const frame of [large, step2, presence]) socket.send(frame);
  expect(split.mock.calls).toEqual([[large], [step2]]);
  expect(below.sent).toEqual([one, other, step2, presence]);
  expect(onCounted.mock.calls).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
});

test('[PO12] the first message of a socket is told, and no other', () => {
  const { below, onHeard } = open();
  expect(onHeard).not.toHaveBeenCalled();
  for (let n = 0; n < 3; n++) below.dispatchEvent(new MessageEvent('message'));
  expect(onHeard).toHaveBeenCalledOnce();
});
