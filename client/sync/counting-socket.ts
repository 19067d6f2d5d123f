/**
 * A WebSocket that counts what it sends: sync frames of sub-type step2 and update, the number the
 * server's `saved` message speaks of. The provider takes it in place of the browser's class.
 */
import { MESSAGE, SYNC } from '../../shared/protocol/messages.ts';

export interface SocketWatch {
  readonly onOpened: () => void;
  /** The first message has come. */
  readonly onHeard: () => void;
  /**
   * The socket has sent its `count`-th counted frame, from 1.
   * @param complete it answers the server's question: with it and those before it the server has all
   */
  readonly onCounted: (count: number, complete: boolean) => void;
  /** A frame as several, where what it carries is too large for one. */
  readonly split: (frame: Frame) => readonly Frame[];
}
type Frame = Uint8Array<ArrayBuffer>;

/** @param Socket the class that it extends: the browser's, or a test's */
export function countingSocket(Socket: typeof WebSocket, watch: SocketWatch): typeof WebSocket {
  return class CountingSocket extends Socket {
    #count = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', () => watch.onOpened());
      this.addEventListener('message', () => watch.onHeard(), { once: true });
    }

    override send(data: string | Blob | BufferSource): void {
      if (!(data instanceof Uint8Array && isCounted(data))) {
        super.send(data);
        return;
      }
      for (const frame of watch.split(data as Frame)) {
        super.send(frame);
        watch.onCounted(++this.#count, frame[1] === SYNC.step2);
      }
    }
  };
}

// Both numbers are below 128, so that each is one byte as a varuint.
const isCounted = (frame: Uint8Array): boolean =>
  frame[0] === MESSAGE.sync && (frame[1] === SYNC.step2 || frame[1] === SYNC.update);
