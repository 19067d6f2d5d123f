/** A peer at the other end of a session of long polling: what it is sent waits for its next poll. */
import type { Socket } from 'engine.io';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { closeText, readPieceText } from '../../../shared/protocol/polling.ts';
import type { Peer } from './peer.ts';

export interface PollingPeer extends Peer {
  /** Resolves once the peer may be read, at once unless it is paused. */
  readonly readable: () => Promise<void>;
}

/**
 * From one answer to the next: each poll costs two ends a request, and in a busy room one would come
 * for every letter of everybody. In a quiet one nothing waits.
 */
const gatherMs = 100;

// One session: each part is a line or two over what waits and whether it is read.
export function createPollingPeer(
  socket: Socket,
  inflates: boolean,
  maxMessageBytes: number,
): PollingPeer {
  let waiting = 0;
  const gathered: { readonly message: Uint8Array; readonly done: (() => void) | undefined }[] = [];
  let sentAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let paused: PromiseWithResume | undefined;
  const resume = () => {
    paused?.resume();
    paused = undefined;
  };
  const leave = () => {
    clearTimeout(timer);
    timer = undefined;
    sentAt = Date.now();
    // Called when the answer to a poll has taken it, and never when the session ends before.
    for (const { message, done } of gathered.splice(0))
      socket.send(message as Buffer, {}, () => {
        waiting -= message.length;
        done?.();
      });
  };
  socket.once('close', () => {
    clearTimeout(timer);
    resume(); // what waited to be read is answered, and read by nobody
  });

  return {
    listen: ({ onFrame, onAlive, onClosed }) => {
      const gather = gatherPieces(maxMessageBytes);
      socket.on('message', (data: unknown) => {
        const gathered = gather(data);
        if (gathered === 'too-large') return void socket.close(true);
        if (gathered !== 'more') onFrame(gathered);
      });
      socket.on('heartbeat', onAlive);
      socket.once('close', onClosed);
    },
    inflates,
    send: ({ messages }, done) => {
      for (const [index, message] of messages.entries()) {
        waiting += message.length;
        gathered.push({
          message,
          done: index === messages.length - 1 ? () => done?.() : undefined,
        });
      }
      const waitMs = sentAt + gatherMs - Date.now();
      if (waitMs <= 0) leave();
      else timer ??= setTimeout(leave, waitMs);
    },
    backlog: () => waiting,
    pause: () => {
      paused ??= promiseWithResume();
    },
    resume,
    readable: async () => paused?.promise,
    ping: () => {}, // the session asks by itself, as often
    close: (reason) => {
      leave();
      socket.send(closeText(CLOSE[reason].code));
      socket.close();
    },
    terminate: () => void socket.close(true),
  };
}

/**
 * A frame comes whole, or as texts of base64 and its end.
 * @returns the frame; undefined for what is of no frame; or that there is more of it to come
 */
function gatherPieces(maxBytes: number) {
  let pieces: Uint8Array[] = [];
  let size = 0;
  return (data: unknown): Uint8Array | undefined | 'more' | 'too-large' => {
    const text = typeof data === 'string' ? readPieceText(data) : undefined;
    const piece = text === undefined ? data : Buffer.from(text, 'base64');
    if (!(piece instanceof Uint8Array)) return undefined;
    size += piece.length;
    if (size > maxBytes) return 'too-large';
    if (text === undefined && pieces.length === 0) {
      size = 0;
      return piece;
    }
    pieces.push(piece);
    if (text !== undefined) return 'more';
    const whole = Buffer.concat(pieces);
    pieces = [];
    size = 0;
    return whole;
  };
}

interface PromiseWithResume {
  readonly promise: Promise<void>;
  readonly resume: () => void;
}
function promiseWithResume(): PromiseWithResume {
  let resume = () => {};
  const promise = new Promise<void>((resolve) => {
    resume = resolve;
  });
  return { promise, resume };
}
