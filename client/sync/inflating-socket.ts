/**
 * A WebSocket whose deflated frames arrive as the frames that were deflated. Inflating takes a
 * moment: what comes meanwhile, the close too, waits, so that everything arrives in its order.
 */
import { MESSAGE } from '../../shared/protocol/messages.ts';

/** @param Socket the class that it extends: the browser's, or one that tells by events as that does */
export function inflatingSocket(Socket: typeof WebSocket): typeof WebSocket {
  return class InflatingSocket extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const inTurn = createTurns();
      const give = {
        message: handOver(this, 'message'),
        close: handOver(this, 'close'),
      };
      const inflateThenGive = async (deflated: Uint8Array<ArrayBuffer>) => {
        const data = await inflate(deflated).catch(() => undefined);
        if (data) give.message(new MessageEvent('message', { data }));
        else this.close(); // damaged on its way: another connection brings it anew
      };
      this.addEventListener('message', (event) => {
        const frame = new Uint8Array(event.data);
        if (frame[0] === MESSAGE.deflated) inTurn.wait(() => inflateThenGive(frame.subarray(1)));
        else inTurn.act(() => give.message(event));
      });
      this.addEventListener('close', (event) => inTurn.act(() => give.close(event)));
    }
  };
}

/** Things done one after the other: at once, unless something before them is not done yet. */
function createTurns() {
  let last: Promise<void> | undefined;
  const wait = (act: () => Promise<void> | void) => {
    const mine = (last ?? Promise.resolve())
      .then(act)
      .catch(reportAside)
      .then(() => {
        if (last === mine) last = undefined;
      });
    last = mine;
  };
  return {
    wait,
    act: (act: () => void) => {
      if (last) wait(act);
      else act();
    },
  };
}

/** What we broke is seen as such, and what comes after it is handed over all the same. */
function reportAside(error: unknown): void {
  if (typeof reportError === 'undefined') setTimeout(() => Promise.reject(error));
  else reportError(error);
}

/**
 * Takes the place of the class's own `on…`, which would be called before its turn.
 * @returns calls what is set there by then
 */
function handOver(socket: WebSocket, name: 'message' | 'close'): (event: Event) => void {
  let handler: ((event: Event) => unknown) | null = null;
  Object.defineProperty(socket, `on${name}`, {
    get: () => handler,
    set: (given: typeof handler) => {
      handler = given;
    },
  });
  return (event) => void handler?.(event);
}

/** @returns the frame; rejects on bytes that are no whole zlib stream */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  const [whole] = await Promise.all([
    new Response(readable).arrayBuffer(),
    writer.write(bytes),
    writer.close(),
  ]);
  return whole;
}
