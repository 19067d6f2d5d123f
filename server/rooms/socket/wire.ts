/**
 * Messages as they travel: framed once, however many people read them, and all that leaves together
 * in one piece. `ws` hands the system two pieces for each reader, the head of a frame and what is in
 * it, and those vectored writes were the largest part of what a busy room cost.
 * So we write to its stream ourselves. It bears that: it too writes whole frames at once, unless it
 * compresses, and it counts what waits by the stream.
 */
import { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';

/** One message or several, with what WebSocket puts before each (RFC 6455, 5.2). */
export interface Framed {
  readonly bytes: Uint8Array;
  readonly messages: readonly Uint8Array[];
}
export type WireSocket = Pick<WebSocket, 'send' | 'bufferedAmount' | 'readyState' | 'extensions'>;
/** Called when all of it was handed to the system, or never will be. */
type Done = (error?: Error | null) => void;

export function frame(messages: readonly Uint8Array[]): Framed {
  const sizes = messages.map(({ length }) => headBytes(length) + length);
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, 0));
  let at = 0;
  for (const message of messages) {
    at = writeHead(bytes, at, message.length);
    bytes.set(message, at);
    at += message.length;
  }
  return { bytes, messages };
}

export function createWire(socket: WireSocket) {
  const stream = streamOf(socket);
  const sendEach = (messages: readonly Uint8Array[], done?: Done) => {
    for (const [index, message] of messages.entries())
      socket.send(message, index === messages.length - 1 ? done : undefined);
  };
  if (!stream)
    return {
      write: ({ messages }: Framed, done?: Done) => sendEach(messages, done),
      /** Bytes written that the network has not taken yet. */
      backlog: () => socket.bufferedAmount,
    };
  return {
    write: ({ bytes, messages }: Framed, done?: Done) => {
      if (socket.readyState === OPEN) stream.write(bytes, done);
      else sendEach(messages, done);
    },
    // What `socket.bufferedAmount` adds to it is what waits to be compressed.
    backlog: () => stream.writableLength,
  };
}

const OPEN = 1;

/** Where frames may be written; undefined when they are only the socket's own business. */
function streamOf(socket: WireSocket): Duplex | undefined {
  const stream: unknown = '_socket' in socket ? socket._socket : undefined;
  return stream instanceof Duplex && socket.extensions === '' ? stream : undefined;
}

const wholeBinary = 0x82;
const shortest = 125;
const twoBytes = 126;
const eightBytes = 127;

const headBytes = (length: number): number => {
  if (length <= shortest) return 2;
  return length <= 0xff_ff ? 4 : 10;
};
function writeHead(into: Buffer, at: number, length: number): number {
  into[at] = wholeBinary;
  if (length <= shortest) into[at + 1] = length;
  else if (length <= 0xff_ff) {
    into[at + 1] = twoBytes;
    into.writeUInt16BE(length, at + 2);
  } else {
    into[at + 1] = eightBytes;
    into.writeUInt32BE(Math.floor(length / 2 ** 32), at + 2);
    into.writeUInt32BE(length % 2 ** 32, at + 6);
  }
  return at + headBytes(length);
}
