/** The line to the server: y-websocket's provider, with our frames beside its own. */
import type * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import type { BoardDoc } from '../../shared/board/doc.ts';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason, closeReason } from '../../shared/protocol/close.ts';
import {
  type Answer,
  decodeJson,
  decodeSaved,
  MESSAGE,
  PROTOCOL,
  type Refused,
  type Saved,
  type SessionChange,
  TICKET_PREFIX,
} from '../../shared/protocol/messages.ts';

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
  /** The rest of a presence frame, which only `presence.ts` reads. */
  readonly onPresence: (decoder: unknown) => void;
}

/**
 * A provider that waits for `connect()`.
 * @param Socket the class of its sockets
 * @param maxBackoffMs the longest it waits between two attempts
 */
export function createProvider(
  { origin, boardId, ticket }: ProviderOptions,
  doc: BoardDoc,
  Socket: typeof WebSocket,
  maxBackoffMs: number,
): WebsocketProvider {
  const provider = new WebsocketProvider(`${origin}/sync`, boardId, doc, {
    connect: false,
    disableBc: true, // tabs that talk to each other would go round the server's checks
    maxBackoffTime: maxBackoffMs,
    protocols: [PROTOCOL, `${TICKET_PREFIX}${ticket}`],
    shouldReconnect: ({ code }) => endOf(code) === undefined,
    WebSocketPolyfill: Socket,
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
export function receive({ messageHandlers }: WebsocketProvider, received: Received): void {
  messageHandlers[MESSAGE.saved] = (_encoder, decoder) => received.onSaved(decodeSaved(decoder));
  messageHandlers[MESSAGE.session] = (_encoder, decoder) =>
    received.onSession(readJson<SessionChange>(decoder));
  messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
    received.onRefused(readJson<Refused>(decoder));
  messageHandlers[MESSAGE.answer] = (_encoder, decoder) =>
    received.onAnswer(readJson<Answer>(decoder));
  messageHandlers[MESSAGE.presence] = (_encoder, decoder) => received.onPresence(decoder);
  for (const type of [MESSAGE.pong, MESSAGE.epoch]) messageHandlers[type] = () => {};
}

const readJson = <Value extends Refused | SessionChange | Answer>(decoder: unknown): Value =>
  // The provider types its decoder loosely; it is lib0's.
  decodeJson<Value>(decoder as decoding.Decoder);
