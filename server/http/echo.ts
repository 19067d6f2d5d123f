/**
 * Answers pages that try their network before a workshop: `shared/protocol/echo.ts`. Anybody may ask
 * and nothing is read of any board, so each thing is small, short, counted, and of no use to others.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE } from '../../shared/protocol/close.ts';
import { ECHO, type Echo } from '../../shared/protocol/echo.ts';
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import type { Clock } from '../clock.ts';
import type { RateLimit } from '../rate-limit.ts';
import { tooOften } from './access.ts';
import { json, problem } from './answers.ts';
import { readText } from './body.ts';
import { addressOf } from './node.ts';
import { createPlaces } from './places.ts';
import type { Handler } from './routes.ts';

export interface EchoDeps {
  readonly clock: Clock;
  /** By address. */
  readonly echoes: RateLimit;
  readonly trustProxy: boolean;
}
export interface EchoServer {
  readonly answer: Handler;
  readonly answerBody: Handler;
  /** @param incoming of a page of this server */
  readonly upgrade: (incoming: IncomingMessage, socket: Duplex, head: Buffer) => void;
}

export function createEcho({ clock, echoes, trustProxy }: EchoDeps): EchoServer {
  /** Bodies that wait and sockets. */
  const places = createPlaces(ECHO.maxOpen, ECHO.maxOpenOfAddress);
  const say = (bytes: number) =>
    json(200, { echo: 'gommette', now: clock(), bytes } satisfies Echo);
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: ECHO.maxMessageBytes,
    handleProtocols: (offered) => offered.has(PROTOCOL) && PROTOCOL,
  });

  return {
    answer: async (_request, { address }) => {
      const wait = echoes(address);
      return wait > 0 ? tooOften(wait) : say(0);
    },
    answerBody: async (request, { address }) => {
      const wait = echoes(address);
      if (wait > 0) return tooOften(wait);
      const leave = places.take(address);
      if (!leave) return problem('busy');
      try {
        const text = await soon(readText(request, ECHO.maxBodyBytes));
        if (!text) return problem('bad-request', undefined, { connection: 'close' });
        if (!text.ok) return problem(text.error === 'too-large' ? 'too-large' : 'bad-request');
        await new Promise((resolve) => setTimeout(resolve, ECHO.waitMs));
        return say(text.value.length);
      } finally {
        leave();
      }
    },
    upgrade: (incoming, stream, head) =>
      sockets.handleUpgrade(incoming, stream, head, (socket) => {
        const address = addressOf(incoming, trustProxy);
        const leave = echoes(address) > 0 ? undefined : places.take(address);
        if (!leave) return close(socket, 'tooMuch');
        socket.once('close', leave);
        speakBack(socket);
      }),
  };
}

/** @returns undefined when it has not come by then: whoever sends byte by byte keeps no place */
async function soon<Value>(coming: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, ECHO.bodyMs, undefined);
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Says back what it hears, for a moment. */
function speakBack(socket: WebSocket): void {
  let heard = 0;
  const timer = setTimeout(() => socket.terminate(), ECHO.socketMs);
  socket.once('close', () => clearTimeout(timer));
  socket.on('error', () => socket.terminate());
  socket.on('message', (data: Buffer) => {
    heard += 1;
    if (heard > ECHO.maxMessages) return close(socket, 'tooMuch');
    socket.send(data, { binary: true });
  });
}

function close(socket: WebSocket, reason: 'tooMuch'): void {
  socket.on('error', () => socket.terminate());
  socket.close(CLOSE[reason].code);
  // A peer that answers no close would hold the socket half a minute longer.
  setTimeout(() => socket.terminate(), 1_000).unref();
}
