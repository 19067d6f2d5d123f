/** A WebSocket that goes on with the one that was opened ahead of the page, where there is one. */
import { takeSocket } from '../browser/ahead.ts';

/** @param Socket the browser's class */
export function begunSocket(Socket: typeof WebSocket): typeof WebSocket {
  /** What a socket has asked already, in the page's stead. */
  const asked = new WeakMap<WebSocket, Uint8Array>();
  const Begun = new Proxy(Socket, {
    construct: (_class, address: ConstructorParameters<typeof WebSocket>, target) => {
      const begun = takeSocket(...address);
      if (!begun) return Reflect.construct(Socket, address, target);
      const { socket, heard } = begun;
      asked.set(socket, begun.asked);
      if (socket.readyState === socket.OPEN) queueMicrotask(() => tellAgain(socket, heard));
      // The classes that extend this one take what is returned here for their own.
      return Object.setPrototypeOf(socket, target.prototype);
    },
  });
  return class extends Begun {
    override send(data: string | Blob | BufferSource): void {
      const already = asked.get(this);
      if (already && data instanceof Uint8Array && isSame(already, data)) asked.delete(this);
      else super.send(data);
    }
  };
}

/** As if it all came now, once whoever made the socket listens. */
function tellAgain(socket: WebSocket, heard: readonly MessageEvent[]): void {
  socket.dispatchEvent(new Event('open'));
  for (const { data } of heard) socket.dispatchEvent(new MessageEvent('message', { data }));
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);
