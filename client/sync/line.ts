/**
 * The line of one document to the server: the provider, by whichever way the network lets through,
 * watched, and changed for the other way when that one is good.
 */
import type { Decoder } from 'lib0/decoding';
import type { WebsocketProvider } from 'y-websocket';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { type Asked, decodePong, encodeAsked, MESSAGE } from '../../shared/protocol/messages.ts';
import { keepAlive } from './heartbeat.ts';
import { createProvider, type ProviderOptions } from './provider.ts';
import type { Saving } from './saving.ts';
import { createWay, type WayDeps } from './way.ts';

export interface LineDeps extends WayDeps {
  readonly doc: BoardDoc;
  /** The longest it waits between two attempts. */
  readonly maxBackoffMs: number;
  /** Epoch of what the document holds; undefined when it holds nothing. */
  readonly heldEpoch: () => string | undefined;
  /** Of what was sent, what the server has acknowledged. */
  readonly saving: Pick<Saving, 'isSaved' | 'waitingBytes'>;
}
export interface LineEvents {
  /** The server has sent all that this page lacked. */
  readonly onFollowed: () => void;
  /** The connection is given up for a better one, and nothing was on its way. */
  readonly onMoved: () => void;
  /**
   * @param code of the close; undefined when this page gave it up
   * @param isTurning another way is about to be tried: nothing is known of the network yet
   */
  readonly onLost: (code: number | undefined, isTurning: boolean) => void;
  /** How far the server's clock is ahead of this device's, and by how much that may be wrong; ms. */
  readonly onClock: (offset: number, error: number) => void;
}
export interface Line {
  readonly provider: WebsocketProvider;
  /** @returns false when there is no connection to send it on */
  readonly ask: (asked: Asked) => boolean;
  readonly answered: (id: number) => void;
  readonly destroy: () => void;
}

// The provider, its sockets and the way they take know one another.
export function createLine(options: ProviderOptions, deps: LineDeps, events: LineEvents): Line {
  const { doc, Socket, saving } = deps;
  /** Numbers of what was asked and not answered; while the line is moved, what is asked waits. */
  const asked = new Set<number>();
  const held: Asked[] = [];
  let moving: 'no' | 'leaving' | 'coming' = 'no';
  const way = createWay(deps);
  const provider = createProvider(options, doc, way.Socket, deps);
  const reconnect = () => {
    provider.disconnect();
    provider.connect();
  };
  way.listen({
    target: () => ({ url: provider.url, protocols: provider.protocols }),
    isQuiet: () => saving.isSaved() && asked.size === 0,
    onTurn: reconnect,
    onReturn: () => {
      moving = 'leaving';
      reconnect();
    },
  });
  const send = (one: Asked): boolean => {
    if (provider.ws?.readyState !== Socket.OPEN) return false;
    asked.add(one.id);
    provider.ws.send(encodeAsked(one));
    return true;
  };
  provider.on('sync', (synced) => {
    if (!synced) return;
    moving = 'no';
    way.followed();
    events.onFollowed();
    for (const one of held.splice(0)) send(one);
  });
  provider.on('connection-close', (event) => {
    asked.clear();
    way.lost(event?.code);
    if (moving === 'leaving') {
      moving = 'coming';
      return events.onMoved();
    }
    moving = 'no';
    held.length = 0;
    events.onLost(event?.code, way.isTurning());
  });
  const beat = keepAlive(provider, way.now, events.onClock, saving.waitingBytes);
  provider.messageHandlers[MESSAGE.pong] = (_encoder, decoder) =>
    beat.ponged(decodePong(decoder as Decoder));

  return {
    provider,
    ask: (one) => {
      if (moving === 'no') return send(one);
      held.push(one);
      return true;
    },
    answered: (id) => void asked.delete(id),
    destroy: () => {
      beat.stop();
      way.destroy();
      provider.destroy();
    },
  };
}
