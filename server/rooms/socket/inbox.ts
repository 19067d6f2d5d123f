/**
 * What came from a peer and was not read yet: whole frames in their order, and how much of the next
 * one has come in pieces. It is bounded: while a board is loading nobody pauses the peer, which may
 * send frames of no bytes for as long as that takes.
 */

export interface Came {
  readonly frame: Uint8Array;
  /** Of its bytes, those that no piece has paid for. */
  readonly unpaidBytes: number;
}

/** In memory: a frame has a header of ours however little is in it. */
const bytesTaken = ({ frame }: Came): number => frame.length + 64;

export function createInbox(maxBytes: number) {
  const waiting: Came[] = [];
  let waitingBytes = 0;
  let begunBytes = 0;
  const fits = () => waitingBytes + begunBytes <= maxBytes;
  return {
    /** So many more bytes of the next frame. @returns false when that is too much */
    begin: (bytes: number): boolean => {
      begunBytes += bytes;
      return fits();
    },
    /** The next frame is whole. */
    end: (frame: Uint8Array): Came => {
      const unpaidBytes = Math.max(0, frame.length - begunBytes);
      begunBytes = 0;
      return { frame, unpaidBytes };
    },
    /** @returns false when that is too much */
    keep: (came: Came): boolean => {
      waiting.push(came);
      waitingBytes += bytesTaken(came);
      return fits();
    },
    take: (): Came | undefined => {
      const came = waiting.shift();
      if (came) waitingBytes -= bytesTaken(came);
      return came;
    },
    isEmpty: () => waiting.length === 0,
    clear: (): void => {
      waiting.length = 0;
      waitingBytes = 0;
      begunBytes = 0;
    },
  };
}
