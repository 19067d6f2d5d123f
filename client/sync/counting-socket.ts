/**
 * A WebSocket that counts what it sends: sync frames of sub-type step2 and update, the number the
 * server's `saved` message speaks of. The provider takes it in place of the browser's class.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MESSAGE, SYNC } from '../../shared/protocol/messages.ts';

export interface SocketWatch {
  readonly onOpened: () => void;
  /**
   * The socket has sent its `count`-th counted frame, from 1.
   * @param complete it answers the server's question, so it holds all that the server lacks
   */
  readonly onCounted: (count: number, complete: boolean) => void;
  /** An update as those that make it up, where it is too large for one frame. */
  readonly split: (update: Uint8Array) => readonly Uint8Array[];
}

/** @param Socket the class that it extends: the browser's, or a test's */
export function countingSocket(Socket: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class CountingSocket extends Socket {
    #count = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => watch.onOpened());
    }

    override send(data: Sent): void {
      for (const frame of framesOf(data, watch.split)) {
        super.send(frame);
        if (frame instanceof Uint8Array && isCounted(frame))
          watch.onCounted(++this.#count, frame[1] === SYNC.step2);
      }
    }
  };
}

// Both numbers are below 128, so that each is one byte as a varuint.
const isCounted = (frame: Uint8Array): boolean =>
  frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update);

type Sent = string | Blob | BufferSource;

function framesOf(data: Sent, split: SocketWatch['split']): readonly Sent[] {
  if (!(data instanceof Uint8Array) || data[0] !== MESSAGE.sync || data[1] !== SYNC.update)
    return [data];
  const update = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2)));
  const parts = split(update);
  return parts.length < 2 ? [data] : parts.map(updateFrame);
}

function updateFrame(update: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.update);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
