/**
 * Sockets that a test holds by the other end, and a server of one board behind them. Frames are
 * bytes; everything arrives at once, and only when the test lets it.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as sync from 'y-protocols/sync';
import type * as Y from 'yjs';
import {
  type Asked,
  decodeAsked,
  encodeEpoch,
  encodePong,
  encodeSaved,
  MESSAGE,
  SYNC,
} from '../../shared/protocol/messages.ts';

export interface HandSockets {
  /** To be given in the place of the browser's class. */
  readonly Socket: typeof WebSocket;
  /** Every socket so far. */
  readonly all: readonly HandSocket[];
  readonly last: () => HandSocket;
}

export function createHandSockets(): HandSockets {
  const all: HandSocket[] = [];
  class Listed extends HandSocket {
    constructor(url: string, protocols?: string[]) {
      super(url, protocols);
      all.push(this);
    }
  }
  const last = () => {
    const socket = all.at(-1);
    if (!socket) throw new Error('no socket yet');
    return socket;
  };
  // What the provider uses of the class, and no more.
  return { Socket: Listed as unknown as typeof WebSocket, all, last };
}

type Handler = ((event: Event) => void) | null;

class HandSocket extends EventTarget {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readonly sent: Uint8Array[] = [];
  readonly url: string;
  readonly protocols: readonly string[];
  /** Called with each frame of the page, after it is noted. */
  onSent: (frame: Uint8Array) => void = () => {};

  readonly #on: { message: Handler; close: Handler } = { message: null, close: null };

  constructor(url: string, protocols: readonly string[] = []) {
    super();
    this.url = url;
    this.protocols = protocols;
    for (const name of ['message', 'close'] as const)
      this.addEventListener(name, (event) => this.#on[name]?.(event));
  }
  set onmessage(handler: Handler) {
    this.#on.message = handler;
  }
  set onclose(handler: Handler) {
    this.#on.close = handler;
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame);
    this.onSent(frame);
  }
  close(): void {
    this.readyState = 3;
  }
  /** The server has taken it. */
  open(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
    this.onopen?.();
  }
  /** A frame of the server arrives. */
  receive(frame: Uint8Array): void {
    this.dispatchEvent(new MessageEvent('message', { data: frame.slice().buffer }));
  }
  /** The other side, or the network, ends it. */
  shut(code: number): void {
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason: '' }));
  }
}

export interface HandServer {
  /** Everybody's presence as the server knows it, by Yjs client id. */
  readonly presence: Awareness;
  /** Questions in the order in which they came. */
  readonly asked: readonly Asked[];
  /** Sync frames counted on the present socket, as `saved` counts them. */
  readonly counted: () => number;
  /** Takes a socket and serves it: the page has the board when this returns. */
  readonly serve: (socket: HandSocket) => void;
  /** Says that everything counted so far is kept. */
  readonly save: (at: number) => void;
}

/** @param doc the board as the server has it */
export function createHandServer(doc: Y.Doc): HandServer {
  const presence = new Awareness(doc);
  presence.setLocalState(null);
  const asked: Asked[] = [];
  let counted = 0;
  let current: HandSocket | null = null;
  const send = (type: number, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    current?.receive(encoding.toUint8Array(encoder));
  };
  const read = (frame: Uint8Array) => {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.presence)
      applyAwarenessUpdate(presence, decoding.readVarUint8Array(decoder), 'page');
    // Else a page that a busy machine draws slowly would take the line for dead.
    if (type === MESSAGE.ping) current?.receive(encodePong(Date.now()));
    if (type === MESSAGE.request) asked.push(decodeAsked(decoder) ?? { id: -1, request: null });
    if (type !== MESSAGE.sync) return;
    if (frame[1] !== SYNC.step1) counted += 1;
    const answer = encoding.createEncoder();
    sync.readSyncMessage(decoder, answer, doc, 'page');
    const bytes = encoding.toUint8Array(answer);
    if (bytes.length > 0) send(MESSAGE.sync, (encoder) => encoding.writeUint8Array(encoder, bytes));
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'page') send(MESSAGE.sync, (encoder) => sync.writeUpdate(encoder, update));
  });
  return {
    presence,
    asked,
    counted: () => counted,
    serve: (socket) => {
      current = socket;
      counted = 0;
      socket.onSent = read;
      socket.open();
      socket.receive(encodeEpoch('e1'));
      send(MESSAGE.sync, (encoder) => sync.writeSyncStep1(encoder, doc));
    },
    save: (at) => current?.receive(encodeSaved({ updates: counted, at })),
  };
}

/** A presence frame of the server: what others say of themselves. */
export function presenceFrame(presence: Awareness, clients: readonly number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.presence);
  encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(presence, [...clients]));
  return encoding.toUint8Array(encoder);
}
