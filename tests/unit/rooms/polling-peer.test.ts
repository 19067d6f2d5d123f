/** What a session of long polling makes of its messages, without a network. */
import { EventEmitter } from 'node:events';
import type { Socket } from 'engine.io';
import { afterEach, expect, test, vi } from 'vitest';
import { put } from '../../../server/growing.ts';
import { createPollingPeer } from '../../../server/rooms/socket/polling-peer.ts';
import { pieceText } from '../../../shared/protocol/polling.ts';

const maxBytes = 1_000;

function listened() {
  const socket = Object.assign(new EventEmitter(), {
    send: () => {},
    // As the engine: at once, or once somebody has come for what was sent.
    close: (isAtOnce?: boolean) => void (isAtOnce && socket.emit('close')),
  });
  const peer = createPollingPeer(socket as unknown as Socket, false, maxBytes);
  const heard: unknown[] = [];
  peer.listen({
    onFrame: (frame) => heard.push(frame ? [...frame] : 'no frame'),
    onPiece: (bytes) => heard.push(bytes),
    onAlive: () => heard.push('alive'),
    onClosed: () => heard.push('closed'),
  });
  const send = (...messages: readonly unknown[]) => {
    for (const message of messages) socket.emit('message', message);
  };
  return { peer, heard, send };
}
const bytes = (count: number, first = 0) =>
  Buffer.from(Array.from({ length: count }, (_, index) => (first + index) % 251));
const piece = (count: number, first = 0) => pieceText(bytes(count, first).toString('base64'));

afterEach(() => void vi.useRealTimers());

test('[RO58] a request that waits to be read is answered once its page is shown out', async () => {
  vi.useFakeTimers();
  const { peer } = listened();
  peer.pause();
  const read = peer.readable();
  peer.close('tooMuch');
  await expect(read).resolves.toBeUndefined();
  peer.terminate();
});

test.each<[what: string, sizes: readonly number[], end: number]>([
  ['one piece', [10], 5],
  ['single bytes', Array<number>(300).fill(1), 1],
  ['long and short ones in turn', Array.from({ length: 20 }, (_, n) => (n % 2 ? 90 : 1)), 3],
  ['one as long as a frame may be, and an end of nothing', [maxBytes], 0],
  ['all that a frame may hold', [1, maxBytes - 2], 1],
])('[PO20] a frame in %s is told piece by piece, then as it was', (_what, sizes, end) => {
  const { heard, send } = listened();
  let at = 0;
  for (const size of sizes) {
    send(piece(size, at));
    at += size;
  }
  send(bytes(end, at));
  expect(heard).toEqual([...sizes, [...bytes(at + end)]]);
  send(bytes(3), piece(2), bytes(1, 2));
  expect(heard.slice(-3)).toEqual([[0, 1, 2], 2, [0, 1, 2]]);
});

test.each([
  ['an empty piece', [pieceText('')]],
  ['an empty piece behind another', [piece(3), pieceText('')]],
  ['a piece of nothing that base64 has', [pieceText('%%%')]],
  ['a text of another kind', ['a']],
])('[PO22] %s is no frame', (_what, messages) => {
  const { heard, send } = listened();
  send(...messages);
  expect(heard.at(-1)).toBe('no frame');
});

test.each<[what: string, messages: readonly unknown[]]>([
  ['a piece', [piece(maxBytes + 1)]],
  ['one byte more', [piece(maxBytes), piece(1)]],
  ['the end of a frame', [piece(maxBytes), bytes(1)]],
  ['a whole frame', [bytes(maxBytes + 1)]],
])(
  '[PO20] %s beyond the limit ends the session, and nothing after it counts',
  (_what, messages) => {
    const { heard, send } = listened();
    send(...messages);
    expect(heard.at(-1)).toBe('closed');
    const { length } = heard;
    send(piece(1), bytes(1), 'a');
    expect(heard).toHaveLength(length);
  },
);

test('[PO22] what is held of a frame takes at most twice its bytes, and never more than one', () => {
  let held = new Uint8Array();
  for (let size = 0; size < maxBytes; size++) {
    held = put(Uint8Array.of(7), held, size, maxBytes);
    expect(held.length).toBeLessThanOrEqual(Math.min(2 * (size + 1), maxBytes));
  }
  expect(held).toEqual(new Uint8Array(maxBytes).fill(7));
});

test('[PO22] nothing is put together for whoever was told to go, and who stays is ended', () => {
  vi.useFakeTimers();
  const { peer, heard, send } = listened();
  send(piece(3));
  peer.close('tooMuch');
  send(piece(3), bytes(1));
  expect(heard).toEqual([3]);
  vi.advanceTimersByTime(59_999);
  expect(heard).toEqual([3]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual([3, 'closed']);
});
