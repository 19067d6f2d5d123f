/** The line to the server: y-websocket's provider, with our frames beside its own. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { BoardDoc } from '../../shared/board/doc.ts';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason, closeReason } from '../../shared/protocol/close.ts';
import {
  type Answer,
  decodeEpoch,
  decodeJson,
  decodeSaved,
  MESSAGE,
  type Refused,
  type Saved,
  type SessionChange,
  SYNC,
} from '../../shared/protocol/messages.ts';
import { offersOf } from '../../shared/protocol/offers.ts';
import { canInflate } from '../browser/can-inflate.ts';

export interface ProviderOptions {
  /** `ws://host` or `wss://host`, without a path. */
  readonly origin: string;
  readonly boardId: BoardId;
  readonly ticket: string;
}

/** What the server sends beside the document. */
export interface Received {
  readonly onSaved: (saved: Saved) => void;
  readonly onSession: (change: SessionChange) => void;
  readonly onRefused: (refused: Refused) => void;
  readonly onAnswer: (answer: Answer) => void;
  readonly onEpoch: (epoch: string) => void;
  /** Whether a server that has this much may be told what it lacks. */
  readonly mayAnswer: (stateVector: Uint8Array) => boolean;
  /** What is to be waited for before it is told; undefined when nothing is. */
  readonly beforeAnswer: (stateVector: Uint8Array) => Promise<void> | undefined;
  /** It was not: the connection is given up. */
  readonly onUnanswered: () => void;
  /** The rest of a presence frame, which only `presence.ts` reads. */
  readonly onPresence: (decoder: unknown) => void;
}

export interface Reconnecting {
  /** The longest it waits between two attempts. */
  readonly maxBackoffMs: number;
  /** Epoch of what the document holds; undefined when it holds nothing. */
  readonly heldEpoch: () => string | undefined;
}

/**
 * A provider that waits for `connect()`.
 * @param Socket the class of its sockets
 */
export function createProvider(
  { origin, boardId, ticket }: ProviderOptions,
  doc: BoardDoc,
  Socket: typeof WebSocket,
  { maxBackoffMs, heldEpoch }: Reconnecting,
): WebsocketProvider {
  const provider = new WebsocketProvider(`${origin}/sync`, boardId, doc, {
    connect: false,
    disableBc: true, // tabs that talk to each other would go round the server's checks
    maxBackoffTime: maxBackoffMs,
    shouldReconnect: ({ code }) => endOf(code) === undefined,
    WebSocketPolyfill: Socket,
  });
  // Read for each socket: what the page holds is another by then.
  Object.defineProperty(provider, 'protocols', {
    get: () => offersOf(ticket, heldEpoch(), canInflate()),
  });
  provider.awareness.setLocalState({});
  provider.on('status', ({ status }) => {
    // A new count for the same state: the server said that this client had left.
    if (status === 'connected')
      provider.awareness.setLocalState(provider.awareness.getLocalState() ?? {});
  });
  return provider;
}

/** The reason of a close after which reconnecting would not help; undefined for any other. */
export function endOf(code: number | undefined): CloseReason | undefined {
  const reason = code === undefined ? undefined : closeReason(code);
  return reason !== undefined && CLOSE[reason].react !== 'reconnect' ? reason : undefined;
}

/** Passes on what the server sends beside the document. */
export function receive(provider: WebsocketProvider, received: Received): void {
  const { messageHandlers } = provider;
  const sync = messageHandlers[MESSAGE.sync];
  /** The last question: what answers it answers those before it. */
  let question: Uint8Array | undefined;
  messageHandlers[MESSAGE.sync] = (...frame) => {
    // The provider types its decoder loosely; it is lib0's.
    const board = answerInV2(frame[1] as decoding.Decoder);
    if (board) {
      Y.applyUpdateV2(provider.doc, board, provider);
      provider.synced = true;
      return;
    }
    const asked = stateVectorIn(frame[1] as decoding.Decoder);
    question = asked ?? question;
    if (!asked || received.mayAnswer(asked)) {
      const waits = asked && received.beforeAnswer(asked);
      if (!asked || !waits) return sync?.(...frame);
      const { ws } = provider;
      return void waits.then(() => {
        if (ws === provider.ws && asked === question) ws?.send(answerTo(provider.doc, asked));
      });
    }
    provider.disconnect();
    received.onUnanswered();
  };
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => received.onSaved(decodeSaved(decoder));
  messageHandlers[MESSAGE.session] = (_encoder, decoder) =>
    received.onSession(readJson<SessionChange>(decoder));
  messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
    received.onRefused(readJson<Refused>(decoder));
  messageHandlers[MESSAGE.answer] = (_encoder, decoder) =>
    received.onAnswer(readJson<Answer>(decoder));
  messageHandlers[MESSAGE.presence] = (_encoder, decoder) => received.onPresence(decoder);
  messageHandlers[MESSAGE.epoch] = (_encoder, decoder) =>
    received.onEpoch(decodeEpoch(decoder as decoding.Decoder));
}

function answerTo(doc: Y.Doc, stateVector: Uint8Array): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, SYNC.step2);
  encoding.writeVarUint8Array(encoder, Y.encodeStateAsUpdate(doc, stateVector));
  return encoding.toUint8Array(encoder);
}

/** What this page lacked, in the second version of Yjs' encoding, which the provider does not read. */
const answerInV2 = (frame: decoding.Decoder) => payloadOf('step2V2', frame);
/** Of a question for what the server lacks; undefined for any other sync frame. Reads a copy, as above. */
const stateVectorIn = (frame: decoding.Decoder) => payloadOf('step1', frame);

function payloadOf(subType: keyof typeof SYNC, frame: decoding.Decoder): Uint8Array | undefined {
  const decoder = decoding.clone(frame);
  return decoding.readVarUint(decoder) === SYNC[subType]
    ? decoding.readVarUint8Array(decoder)
    : undefined;
}

const readJson = <Value extends Refused | SessionChange | Answer>(decoder: unknown): Value =>
  // The provider types its decoder loosely; it is lib0's.
  decodeJson<Value>(decoder as decoding.Decoder);
