/**
 * One life of the document on this device: document, provider, offline copy, heartbeat. When the
 * server refuses something, the whole peer is thrown away and another takes its place.
 */
import type * as decoding from 'lib0/decoding';
import { WebsocketProvider } from 'y-websocket';
import { type BoardDoc, createDoc } from '../../shared/board/doc.ts';
import { type BoardView, createBoardView } from '../../shared/board/snapshot.ts';
import { touchedActions } from '../../shared/board/touched.ts';
import { createUndoHistory, type UndoHistory } from '../../shared/board/undo.ts';
import type { ActionId, BoardId, PersonId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason, closeReason } from '../../shared/protocol/close.ts';
import {
  type Answer,
  type Asked,
  decodeJson,
  decodeSaved,
  encodeAsked,
  MESSAGE,
  PROTOCOL,
  type Refused,
  type SessionChange,
  TICKET_PREFIX,
} from '../../shared/protocol/messages.ts';
import type { PresenceState } from './board-stores.ts';
import { isSaved, NO_COUNTS } from './connection.ts';
import { countingSocket } from './counting-socket.ts';
import { keepAlive } from './heartbeat.ts';
import { type OfflineCopy, openOfflineCopy } from './offline.ts';
import { createOthers, readPresence } from './presence.ts';
import { createUnsavedActions } from './unsaved.ts';

export interface PeerOptions {
  /** `ws://host` or `wss://host`, without a path. */
  readonly origin: string;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  readonly ticket: string;
}

/** What a peer tells; each call gives the whole new value. */
export interface PeerEvents {
  readonly onBoard: () => void;
  readonly onSession: (change: SessionChange) => void;
  readonly onPresence: (others: ReadonlyMap<number, PresenceState>) => void;
  readonly onHistory: () => void;
  readonly onTouchedByOthers: (actions: ReadonlySet<ActionId>) => void;
  readonly onUnsaved: (actions: ReadonlySet<ActionId>) => void;
  /** The document holds a board: the server's, or the copy of this device. */
  readonly onReady: () => void;
  readonly onSaving: (saving: {
    readonly unsaved: boolean;
    readonly savedAt: number | null;
  }) => void;
  readonly onOffline: (kept: boolean) => void;
  readonly onClosed: (reason: CloseReason) => void;
  readonly onRefused: (refused: Refused) => void;
  readonly onAnswer: (answer: Answer) => void;
}

export interface Peer {
  readonly doc: BoardDoc;
  readonly view: BoardView;
  readonly history: UndoHistory;
  readonly offlineName: string;
  readonly setPresence: (state: PresenceState) => void;
  /** @returns false when there is no connection to send it on */
  readonly ask: (asked: Asked) => boolean;
  readonly destroy: () => Promise<void>;
}

/** Reconnections spread out, so that a room does not come back in the same instant. */
const maxBackoffMs = () => 1_500 + Math.random() * 2_500;

export function createPeer(options: PeerOptions, events: PeerEvents): Peer {
  const doc = createDoc();
  const view = createBoardView(doc);
  const history = createUndoHistory(doc);
  const unsaved = createUnsavedActions();
  const offlineName = `gommette-${options.boardId}-${options.personId}`;
  const copy: OfflineCopy = openOfflineCopy(offlineName, doc);
  let counts = NO_COUNTS;
  let savedAt: number | null = null;
  let live = false;
  let kept = false;
  let destroyed = false;

  const tellSaving = () => {
    events.onUnsaved(unsaved.ids());
    if (live) events.onSaving({ unsaved: !isSaved(counts), savedAt });
  };
  const provider = new WebsocketProvider(`${options.origin}/sync`, options.boardId, doc, {
    connect: false,
    disableBc: true, // tabs that talk to each other would go round the server's checks
    maxBackoffTime: maxBackoffMs(),
    protocols: [PROTOCOL, `${TICKET_PREFIX}${options.ticket}`],
    shouldReconnect: (event) => {
      const reason = closeReason(event.code);
      return reason === undefined || CLOSE[reason].react === 'reconnect';
    },
    WebSocketPolyfill: countingSocket({
      onOpened: () => {
        counts = NO_COUNTS;
      },
      onCounted: (sent, complete) => {
        if (complete) unsaved.resent(sent);
        counts = { ...counts, sent, complete: counts.complete || (complete ? sent : 0) };
        tellSaving();
      },
    }),
  });
  provider.awareness.setLocalState({});
  const others = createOthers();

  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    const saved = decodeSaved(decoder);
    counts = { ...counts, saved: saved.updates };
    savedAt = saved.at;
    unsaved.saved(saved.updates);
    tellSaving();
  };
  provider.messageHandlers[MESSAGE.session] = (_encoder, decoder) =>
    events.onSession(readJson<SessionChange>(decoder));
  provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
    events.onRefused(readJson<Refused>(decoder));
  provider.messageHandlers[MESSAGE.answer] = (_encoder, decoder) =>
    events.onAnswer(readJson<Answer>(decoder));
  provider.messageHandlers[MESSAGE.pong] = () => {};
  provider.messageHandlers[MESSAGE.presence] = (_encoder, decoder) => others.receive(decoder);

  provider.on('status', ({ status }) => {
    // A new count for the same state: the server said that this client had left.
    if (status === 'connected')
      provider.awareness.setLocalState(provider.awareness.getLocalState() ?? {});
  });

  provider.on('sync', (synced) => {
    if (!synced) return;
    live = true;
    events.onReady();
    tellSaving();
  });
  provider.on('connection-close', (event) => {
    live = false;
    others.clear();
    counts = NO_COUNTS;
    unsaved.disconnected();
    const reason = event ? closeReason(event.code) : undefined;
    if (reason && CLOSE[reason].react !== 'reconnect') events.onClosed(reason);
    else events.onOffline(kept);
  });
  // After the provider's own listener: the frame of this update is counted already.
  doc.on('update', (_update, _origin, _doc, transaction) => {
    const touched = touchedActions(doc, transaction);
    if (!transaction.local) return events.onTouchedByOthers(touched);
    unsaved.touch(touched, counts.complete > 0 ? counts.sent : null);
    tellSaving();
  });
  const stopView = view.subscribe(events.onBoard);
  const stopHistory = history.subscribe(events.onHistory);
  others.onChange((states) => events.onPresence(readPresence(states, doc.clientID)));
  const stopHeartbeat = keepAlive(provider);

  void copy.ready.then((ok) => {
    if (destroyed) return;
    kept = ok;
    if (ok && view.get().priorities.length > 0) events.onReady();
    provider.connect();
  });

  return {
    doc,
    view,
    history,
    offlineName,
    setPresence: (state) => provider.awareness.setLocalState({ ...state }),
    ask: (asked) => {
      if (provider.ws?.readyState !== WebSocket.OPEN) return false;
      provider.ws.send(encodeAsked(asked));
      return true;
    },
    destroy: async () => {
      destroyed = true;
      stopHeartbeat();
      stopView();
      stopHistory();
      others.destroy();
      provider.destroy();
      provider.awareness.destroy();
      history.destroy();
      view.destroy();
      await copy.close();
      doc.destroy();
    },
  };
}

const readJson = <Value extends Refused | SessionChange | Answer>(decoder: unknown): Value =>
  // The provider types its decoder loosely; it is lib0's.
  decodeJson<Value>(decoder as decoding.Decoder);
