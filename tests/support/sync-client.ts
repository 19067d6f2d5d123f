/**
 * A page without a screen: the provider people's browsers use, over a socket of Node, and what the
 * server told it. Tests wait for facts, never for time.
 */
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import { type CloseReason, closeReason } from '../../shared/protocol/close.ts';
import {
  type Answer,
  decodeEpoch,
  decodeJson,
  decodeSaved,
  encodeAsked,
  MESSAGE,
  PING,
  type Refused,
  type Saved,
  type SessionChange,
  SYNC,
  viewAfter,
} from '../../shared/protocol/messages.ts';
import { EPOCH_PREFIX, PROTOCOL, TICKET_PREFIX } from '../../shared/protocol/offers.ts';
import type { RequestRefusal } from '../../shared/session/refusals.ts';
import type { Request } from '../../shared/session/session.ts';
import type { SessionView } from '../../shared/session/view.ts';

// Each provider listens for the end of the process, and many people share one here.
process.setMaxListeners(0);

export interface SyncClient {
  readonly doc: BoardDoc;
  readonly provider: WebsocketProvider;
  /** What the server told so far, oldest first: each time the session with all that had changed. */
  readonly sessions: readonly SessionView[];
  readonly saved: readonly Saved[];
  readonly epochs: readonly string[];
  /** Every frame that came, as it came. */
  readonly frames: readonly Uint8Array[];
  /** Asks something of the session; resolves with why it was refused, or with nothing. */
  readonly ask: (request: Request) => Promise<RequestRefusal | undefined>;
  readonly refusals: readonly Refused[];
  readonly closes: readonly (CloseReason | number)[];
  /** Updates sent on the connection that is open now, as the server counts them. */
  readonly sent: () => number;
  /** Resolves once the fact holds; looked at again whenever something arrives or leaves. */
  readonly until: (fact: () => boolean) => Promise<void>;
  /** Resolves when the server has read this far and all it had sent by then has arrived. */
  readonly roundTrip: () => Promise<void>;
  /** The socket that is open now. */
  readonly socket: () => WebSocket;
  /** Sends bytes as they are. */
  readonly sendRaw: (frame: Uint8Array | string) => void;
  readonly destroy: () => void;
}
export interface SyncClientOptions {
  /** `http://127.0.0.1:port`. */
  readonly origin: string;
  readonly boardId: string;
  readonly ticket: string;
  /** What the page has already; an empty document when absent. */
  readonly doc?: BoardDoc;
  /** Epoch of what it has; it says none when absent. */
  readonly held?: string;
  /** Told of each frame before anything is made of it. */
  readonly onFrame?: (frame: Uint8Array) => void;
  /** Whether it connects at once; so by default. */
  readonly connect?: boolean;
  /** The class of its sockets; Node's when absent. */
  readonly Socket?: typeof globalThis.WebSocket;
}

export function createSyncClient(options: SyncClientOptions): SyncClient {
  const doc = options.doc ?? createDoc();
  const sessions: SessionView[] = [];
  const frames: Uint8Array[] = [];
  const answers = new Map<number, Answer>();
  const saved: Saved[] = [];
  const epochs: string[] = [];
  const refusals: Refused[] = [];
  const closes: (CloseReason | number)[] = [];
  const watchers = new Set<() => void>();
  let sent = 0;
  let pongs = 0;
  let asked = 0;

  const look = () => {
    for (const watcher of [...watchers]) watcher();
  };
  const heard = (frame: Uint8Array) => {
    frames.push(frame);
    options.onFrame?.(frame);
  };
  // The class of `ws` does all that the provider asks of a browser's, and is typed differently.
  const Socket = options.Socket ?? (WebSocket as unknown as typeof globalThis.WebSocket);
  class CountingSocket extends Socket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sent = 0;
      this.addEventListener('message', ({ data }) => {
        if (data instanceof ArrayBuffer) heard(new Uint8Array(data));
        setImmediate(look);
      });
    }
    override send(data: Uint8Array<ArrayBuffer>): void {
      super.send(data);
      if (data[0] === MESSAGE.sync && data[1] !== SYNC.step1) sent += 1;
      look();
    }
  }
  const provider = new WebsocketProvider(
    `${options.origin.replace('http', 'ws')}/sync`,
    options.boardId,
    doc,
    {
      connect: options.connect ?? true,
      disableBc: true,
      protocols: [
        PROTOCOL,
        TICKET_PREFIX + options.ticket,
        ...(options.held === undefined ? [] : [EPOCH_PREFIX + options.held]),
      ],
      maxBackoffTime: 100,
      WebSocketPolyfill: CountingSocket,
    },
  );
  const { messageHandlers } = provider;
  messageHandlers[MESSAGE.session] = (_encoder, decoder) => {
    sessions.push(viewAfter(sessions.at(-1) ?? null, decodeJson<SessionChange>(decoder)));
  };
  messageHandlers[MESSAGE.answer] = (_encoder, decoder) => {
    const answer = decodeJson<Answer>(decoder);
    answers.set(answer.id, answer);
  };
  messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
    void refusals.push(decodeJson<Refused>(decoder));
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => void saved.push(decodeSaved(decoder));
  messageHandlers[MESSAGE.epoch] = (_encoder, decoder) => void epochs.push(decodeEpoch(decoder));
  messageHandlers[MESSAGE.pong] = () => {
    pongs += 1;
  };
  provider.on('connection-close', (event) => {
    if (event) closes.push(closeReason(event.code) ?? event.code);
    look();
  });
  provider.on('sync', look);
  provider.on('status', look);
  doc.on('update', look);
  provider.awareness.on('change', look);

  const until: SyncClient['until'] = (fact) =>
    new Promise((resolve) => {
      const watcher = () => {
        if (!fact()) return;
        watchers.delete(watcher);
        resolve();
      };
      watchers.add(watcher);
      watcher();
    });
  const socket = () => provider.ws as unknown as WebSocket; // one of the class above
  const sendRaw: SyncClient['sendRaw'] = (frame) => socket().send(frame as Uint8Array);
  return {
    doc,
    provider,
    sessions,
    saved,
    epochs,
    refusals,
    closes,
    until,
    socket,
    sendRaw,
    frames,
    ask: async (request) => {
      const id = ++asked;
      sendRaw(encodeAsked({ id, request }));
      await until(() => answers.has(id));
      return answers.get(id)?.refused;
    },
    sent: () => sent,
    roundTrip: () => {
      const expected = pongs + 1;
      sendRaw(PING);
      return until(() => pongs >= expected);
    },
    destroy: () => {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

/** A sync frame as the provider would send it, with whatever payload. */
export const syncFrame = (subType: keyof typeof SYNC, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, SYNC[subType]);
    encoding.writeVarUint8Array(encoder, payload);
  });
