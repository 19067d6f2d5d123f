import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frame } from '../../../server/rooms/socket/wire.ts';
import { createWsPeer } from '../../../server/rooms/socket/ws-peer.ts';
import { CLOSE } from '../../../shared/protocol/close.ts';

let server: WebSocketServer;
let page: WebSocket;
let socket: WebSocket;
beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 100 });
  await once(server, 'listening');
  const came = once(server, 'connection') as Promise<[WebSocket]>;
  page = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  [socket] = await came;
  await once(page, 'open');
});
afterEach(() => {
  page.terminate();
  return new Promise((closed) => server.close(closed));
});

/** The peer, and what it tells of, each as it comes. */
function listened() {
  const peer = createWsPeer(socket, false);
  const heard: unknown[] = [];
  let tell = () => {};
  const note = (what: unknown) => {
    heard.push(what);
    tell();
  };
  peer.listen({
    onFrame: (bytes) => note(bytes === undefined ? 'no frame' : [...bytes]),
    onPiece: (bytes) => note(`piece of ${bytes}`),
    onAlive: () => note('alive'),
    onClosed: () => note('closed'),
  });
  /** Resolves once so many were told. */
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      tell = () => {
        if (heard.length >= count) resolve();
      };
      tell();
    });
  return { peer, heard, until };
}

test('[RO32] frames of bytes come as they are, and a text is told to be none', async () => {
  const { heard, until } = listened();
  page.send(Uint8Array.of(1, 2));
  page.send('text');
  page.send(Uint8Array.of());
  await until(3);
  expect(heard).toEqual([[1, 2], 'no frame', []]);
});

test('[RO37] a sign of life is asked for and heard', async () => {
  const { peer, heard, until } = listened();
  peer.ping();
  await until(1);
  expect(heard).toEqual(['alive']);
});

test('[RO32] a reason to close goes as its code and its name, behind what was sent', async () => {
  const { peer, heard, until } = listened();
  const messages: number[][] = [];
  page.on('message', (data: Buffer) => messages.push([...data]));
  const closed = once(page, 'close');
  peer.send(frame([Uint8Array.of(7)]));
  peer.close('accessChanged');
  expect((await closed).map(String)).toEqual([String(CLOSE.accessChanged.code), 'accessChanged']);
  await until(1);
  expect([messages, heard, peer.backlog()]).toEqual([[[7]], ['closed'], 0]);
});

test('[RO58] somebody shown out while nothing of theirs is read has gone as soon as they answer', async () => {
  const { peer, heard, until } = listened();
  peer.pause();
  page.send(Uint8Array.of(1));
  peer.close('tooMuch');
  await until(2);
  expect(heard).toEqual([[1], 'closed']); // what a closed connection hears counts no more
});

test('[RO37] a peer that is ended is gone without a word', async () => {
  const { peer, heard, until } = listened();
  const closed = once(page, 'close');
  peer.terminate();
  expect((await closed)[0]).toBe(1006); // nobody said why
  await until(1);
  expect(heard).toEqual(['closed']);
});

test('[RO32] what is wrong with the socket ends it, and is told as a close', async () => {
  const { heard, until } = listened();
  page.send(new Uint8Array(101)); // more than it takes
  await until(1);
  expect(heard).toEqual(['closed']);
});

test('[RO21] nothing is read while it is paused, and all of it afterwards', async () => {
  const { peer, heard, until } = listened();
  peer.pause();
  expect(socket.isPaused).toBe(true);
  page.send(Uint8Array.of(1));
  peer.resume();
  expect(socket.isPaused).toBe(false);
  await until(1);
  expect(heard).toEqual([[1]]);
});
