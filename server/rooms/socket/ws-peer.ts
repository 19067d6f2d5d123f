/** A peer at the other end of a WebSocket. */
import type { WebSocket } from 'ws';
import { CLOSE } from '../../../shared/protocol/close.ts';
import type { Peer } from './peer.ts';
import { createWire } from './wire.ts';

/** From here on what goes wrong with the socket ends it, and is told as a close. */
export function createWsPeer(socket: WebSocket, inflates: boolean): Peer {
  const { write, backlog } = createWire(socket);
  socket.on('error', () => socket.terminate());
  return {
    listen: ({ onFrame, onAlive, onClosed }) => {
      socket.on('message', (data, isBinary) =>
        onFrame(isBinary && data instanceof Uint8Array ? data : undefined),
      );
      socket.on('pong', onAlive);
      socket.once('close', onClosed);
    },
    inflates,
    send: write,
    backlog,
    pause: () => socket.pause(),
    resume: () => socket.resume(),
    ping: () => socket.ping(),
    close: (reason) => {
      socket.resume(); // the end is over once the other side's answer to it has been read
      socket.close(CLOSE[reason].code, reason);
    },
    terminate: () => socket.terminate(),
  };
}
