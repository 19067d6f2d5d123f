/** A peer at the other end of a session of long polling: what it is sent waits for its next poll. */
import type { Socket } from 'engine.io';
import { CLOSE } from '../../../shared/protocol/close.ts';
import { closeText, readPieceText } from '../../../shared/protocol/polling.ts';
import { put } from '../../growing.ts';
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
/** Whoever does not come for the reason of a close by then has left. */
const goodbyeMs = 60_000;

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
  let goodbye: NodeJS.Timeout | undefined;
  let stopHearing = () => {};
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
  const terminate = () => {
    stopHearing();
    socket.close(true);
  };
  socket.once('close', () => {
    clearTimeout(timer);
    clearTimeout(goodbye);
    resume(); // what waited to be read is answered, and read by nobody
  });

  return {
    listen: ({ onFrame, onPiece, onAlive, onClosed }) => {
      const gather = gatherPieces(maxMessageBytes);
      const hear = (data: unknown) => {
        const gathered = gather(data);
        if (gathered === 'too-large') return terminate();
        if (typeof gathered === 'number') onPiece(gathered);
        else onFrame(gathered);
      };
      socket.on('message', hear);
      // What was begun is let go with it, and what a last request still brings is not put together.
      stopHearing = () => void socket.off('message', hear);
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
      stopHearing();
      resume(); // a request that waits to be read holds one of its page's connections
      leave();
      goodbye ??= setTimeout(terminate, goodbyeMs);
      socket.send(closeText(CLOSE[reason].code));
      socket.close();
    },
    terminate,
  };
}

/**
 * A frame comes whole, or as texts of base64 and its end. What is held of one takes at most twice its
 * bytes, however it was cut.
 * @returns the frame; undefined for what is of no frame, such as an empty piece; or the bytes of a
 *   piece, when there is more of its frame to come
 */
function gatherPieces(maxBytes: number) {
  let held = new Uint8Array();
  let size = 0;
  return (data: unknown): Uint8Array | undefined | number | 'too-large' => {
    const text = typeof data === 'string' ? readPieceText(data) : undefined;
    const part = text === undefined ? data : Buffer.from(text, 'base64');
    if (!(part instanceof Uint8Array)) return undefined;
    if (text !== undefined && part.length === 0) return undefined;
    if (size + part.length > maxBytes) return 'too-large';
    if (text === undefined && size === 0) return part;
    held = put(part, held, size, maxBytes);
    size += part.length;
    if (text !== undefined) return part.length;
    const whole = held.slice(0, size);
    held = new Uint8Array();
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
