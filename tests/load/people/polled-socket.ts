/** The page's long polling as a guest of the load uses a socket: by the events of Node. */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import { PollingSocket } from '../../../client/sync/polling/polling-socket.ts';

export function createPolledSocket(url: string, protocols: readonly string[]): WebSocket {
  const events = new EventEmitter();
  const socket = new PollingSocket(url, protocols);
  socket.onopen = () => void events.emit('open');
  socket.addEventListener('message', (event) => {
    if (event instanceof MessageEvent) events.emit('message', Buffer.from(event.data));
  });
  socket.addEventListener('close', (event) => {
    if ('code' in event) events.emit('close', event.code);
  });
  const like = Object.assign(events, {
    send: (frame: Uint8Array<ArrayBuffer>) => socket.send(frame),
    terminate: () => socket.close(),
  });
  Object.defineProperty(like, 'readyState', { get: () => socket.readyState });
  // What a guest uses of the class, and no more.
  return like as unknown as WebSocket;
}
