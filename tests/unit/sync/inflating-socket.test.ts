/** Deflated frames arrive as what they were, and nothing overtakes them. */
import { deflateSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { canInflate } from '../../../client/browser/can-inflate.ts';
import { inflatingSocket } from '../../../client/sync/inflating-socket.ts';
import { MESSAGE } from '../../../shared/protocol/messages.ts';
import { createHandSockets } from '../../support/hand-socket.ts';
import { until } from '../../support/until.ts';

const deflated = (frame: Uint8Array) => Uint8Array.from([MESSAGE.deflated, ...deflateSync(frame)]);
const plain = Uint8Array.of(MESSAGE.pong);
const large = new Uint8Array(300_000).fill(7);

/** A socket, the other end of it, and what it tells in the order in which it does. */
function open() {
  const sockets = createHandSockets();
  const Socket = inflatingSocket(sockets.Socket);
  const socket = new Socket('ws://gommette.test', ['gommette.1']);
  const told: unknown[] = [];
  socket.onmessage = ({ data }) =>
    told.push(data.byteLength === large.length ? 'large' : data.byteLength);
  socket.onclose = ({ code }) => told.push(code);
  const untilTold = (length: number) => until(() => expect(told).toHaveLength(length));
  return { socket, below: sockets.last(), told, untilTold };
}

test('[CO19] a frame that is not deflated arrives at once, with nothing asked of the browser', () => {
  const { below, told } = open();
  below.receive(plain);
  below.shut(4503);
  expect(told).toEqual([1, 4503]);
});

test('[CO19] a deflated frame arrives whole, byte for byte', async () => {
  const { socket, below } = open();
  const frame = Uint8Array.from({ length: 50_000 }, (_, index) => (index * index) % 251);
  const came = new Promise<ArrayBuffer>((resolve) => {
    socket.onmessage = ({ data }) => resolve(data);
  });
  below.receive(deflated(frame));
  expect(new Uint8Array(await came)).toEqual(frame);
});

test('[CO19] what comes while it is inflated waits for it, the close too; later frames wait for nothing', async () => {
  const { below, told, untilTold } = open();
  below.receive(plain);
  below.receive(deflated(large));
  below.receive(plain);
  below.receive(deflated(plain));
  below.receive(plain);
  expect(told).toEqual([1]);
  await untilTold(5);
  expect(told).toEqual([1, 'large', 1, 1, 1]);
  below.receive(plain);
  expect(told).toHaveLength(6);
  below.receive(deflated(large));
  below.shut(4409);
  expect(told).toHaveLength(6);
  await untilTold(8);
  expect(told.slice(6)).toEqual(['large', 4409]);
});

test('[CO19] whoever listens no more is told nothing of what was being inflated', async () => {
  const { socket, below, told } = open();
  below.receive(deflated(large));
  const onlyThen = vi.fn();
  socket.onmessage = null;
  socket.onclose = onlyThen;
  below.shut(1006);
  await until(() => expect(onlyThen).toHaveBeenCalledOnce());
  expect(told).toEqual([]);
});

test.each([
  ['cut', deflated(large).slice(0, 200)],
  ['no zlib stream', Uint8Array.of(MESSAGE.deflated, 1, 2, 3)],
  ['empty', Uint8Array.of(MESSAGE.deflated)],
])(
  '[CO19] one that is %s ends the connection, and is not taken for a frame',
  async (_kind, frame) => {
    const { socket, below, told } = open();
    below.receive(frame);
    await until(() => expect(socket.readyState).toBe(3));
    expect(told).toEqual([]);
  },
);

test('[CO19] a browser that cannot inflate says so', () => {
  expect(canInflate()).toBe(true);
  vi.stubGlobal('DecompressionStream', undefined);
  expect(canInflate()).toBe(false);
  vi.unstubAllGlobals();
});

test('[CO19] a listener that throws is reported, and stops nothing that comes after', async () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const { socket, below, told, untilTold } = open();
  const broken = new Error('ours');
  socket.onmessage = ({ data }) => {
    if (data.byteLength === large.length) throw broken;
    told.push(data.byteLength);
  };
  below.receive(deflated(large));
  below.receive(plain);
  below.shut(4503);
  await untilTold(2);
  expect(told).toEqual([1, 4503]);
  expect(report.mock.calls).toEqual([[broken]]);
  vi.unstubAllGlobals();
});
