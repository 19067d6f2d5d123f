import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createWire, frame } from '../../../server/rooms/socket/wire.ts';

let server: WebSocketServer;
afterEach(() => new Promise((closed) => server.close(closed)));

/** A server's socket and the page at its other end, which keeps what it hears. */
async function pair(compresses = false) {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: compresses });
  await once(server, 'listening');
  const came = once(server, 'connection') as Promise<[WebSocket]>;
  const { port } = server.address() as AddressInfo;
  const page = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: compresses });
  const heard: Buffer[] = [];
  page.on('message', (data: Buffer) => heard.push(data));
  const [socket] = await came;
  const ended = once(page, 'close');
  return { socket, heard, ended };
}
const filled = (length: number, index: number) => Buffer.alloc(length, index + 1);

test.each([
  { name: 'straight to the stream', compresses: false },
  { name: 'through a socket that compresses', compresses: true },
])('[RO40] messages of any size that leave together come apart in order, $name', async (how) => {
  const { socket, heard, ended } = await pair(how.compresses);
  // Both sides of every border between two ways to write a length.
  const messages = [0, 1, 125, 126, 0xff_ff, 0x1_00_00, 300_000, 2].map(filled);
  const { write } = createWire(socket);
  socket.send(filled(3, 90));
  const handedOver = new Promise<unknown>((done) => write(frame(messages), done));
  socket.send(filled(3, 91));
  socket.ping();
  write(frame([filled(4, 92)]));
  expect((await handedOver) ?? undefined).toBeUndefined();
  socket.close(4_000, 'fin');
  expect((await ended).map(String)).toEqual(['4000', 'fin']);
  const sent = [filled(3, 90), ...messages, filled(3, 91), filled(4, 92)];
  expect(heard.map(({ length }) => length)).toEqual(sent.map(({ length }) => length));
  expect(heard.every((message, index) => message.equals(sent[index] ?? Buffer.of(0)))).toBe(true);
});

test('[RO40] many readers are given the same bytes, and none are copied for each', async () => {
  const { socket, heard, ended } = await pair();
  const given: unknown[] = [];
  const stream = Reflect.get(socket, '_socket') as { write: (bytes: unknown) => boolean };
  const write = stream.write.bind(stream);
  stream.write = (bytes) => {
    given.push(bytes);
    return write(bytes);
  };
  const framed = frame([Buffer.from('un'), Buffer.from('deux')]);
  createWire(socket).write(framed);
  expect(given).toEqual([framed.bytes]);
  expect(given[0]).toBe(framed.bytes);
  socket.close();
  await ended;
  expect(heard.map(String)).toEqual(['un', 'deux']);
});

test('[RO40] after a close nothing more leaves, and whoever sends is told', async () => {
  const { socket, heard, ended } = await pair();
  const { write } = createWire(socket);
  socket.close(4_000);
  const told = new Promise<unknown>((done) => write(frame([Buffer.from('trop tard')]), done));
  expect(await told).toBeInstanceOf(Error);
  await ended;
  expect(heard).toEqual([]);
});
