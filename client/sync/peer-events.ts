/** What a peer reports, written into the stores that the screens read. */
import { CLOSE } from '../../shared/protocol/close.ts';
import { type RefusalReason, viewAfter } from '../../shared/protocol/messages.ts';
import type { BoardStores } from './board-stores.ts';
import type { KeptReason } from './kept/kept-work.ts';
import type { PeerEvents } from './peer.ts';
import type { Questions } from './questions.ts';
import type { SessionMemory } from './session-memory.ts';

export interface PeerEventsDeps {
  readonly stores: BoardStores;
  readonly questions: Pick<Questions, 'answered' | 'lost'>;
  readonly memory: Pick<SessionMemory, 'resume' | 'heard'>;
  /** Something was written here while there is no connection. */
  readonly onWrittenOffline: () => void;
  /** This browser's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** The server refused something: another peer must take the place of this one. */
  readonly rebuild: (why: KeptReason) => void;
  /** Nothing will be sent any more: what waits is kept. */
  readonly keepUnsaved: (why: KeptReason) => void;
  /** The board is there as the server has it. */
  readonly settle: () => void;
}

/** Two clocks that are right may differ so much for a moment. */
const jitterMs = 250;

// One function for each thing that a peer reports.
export function createPeerEvents(deps: PeerEventsDeps): PeerEvents {
  const { stores, questions, now, memory } = deps;
  /** The session was told, by the server and not by this device. */
  let isTold = false;
  /** What the server refused, until it closes for that. */
  let refused: RefusalReason | undefined;
  return {
    onBoard: (board) => stores.board.setState(board, true),
    onSession: (change) => {
      if (change.now !== undefined) stores.clockOffset.setState(change.now - now(), true);
      stores.session.setState(viewAfter(stores.session.getState(), change), true);
      memory.heard();
      const isFirst = !isTold;
      isTold = true;
      if (isFirst && stores.connection.getState().state === 'live') deps.settle();
    },
    onPresence: (others) => stores.presence.setState(others, true),
    onHistory: (history) => stores.history.setState(history, true),
    onTouchedByOthers: (actions) => stores.touchedByOthers.setState(actions, true),
    onUnsaved: (actions) => {
      stores.unsaved.setState(actions, true);
      if (stores.connection.getState().state === 'offline') deps.onWrittenOffline();
    },
    onCopy: memory.resume,
    onCopied: (kept) => {
      stores.copied.setState(kept, true);
      const connection = stores.connection.getState();
      if (connection.state === 'offline') stores.connection.setState({ ...connection, kept }, true);
    },
    onReady: (board) => stores.board.setState(board, true),
    onFollowed: deps.settle,
    onSaving: (saving) => stores.connection.setState({ state: 'live', ...saving }, true),
    onAnswer: questions.answered,
    onOffline: (kept, why) => {
      questions.lost();
      const before = stores.connection.getState();
      if (before.state === 'closed') return;
      const isKnown = before.state === 'offline';
      if (isKnown && before.why === why) return;
      const since = isKnown ? before.since : now();
      stores.connection.setState({ state: 'offline', kept, since, ...(why && { why }) }, true);
    },
    onRefused: ({ reason }) => {
      refused = reason;
    },
    // Only what is surely another clock: a little more or less at each answer would draw it anew.
    onClock: (offset, error) => {
      const known = stores.clockOffset.getState();
      if (Math.abs(offset - known) > error + jitterMs) stores.clockOffset.setState(offset, true);
    },
    onOlderCopy: () => deps.rebuild('older-copy'),
    onClosed: (reason) => {
      const { react } = CLOSE[reason];
      if (react === 'rebuild-board') {
        stores.connection.setState({ state: 'opening' }, true);
        return deps.rebuild(reason === 'otherEpoch' ? 'other-epoch' : (refused ?? 'schema'));
      }
      stores.connection.setState({ state: 'closed', reason }, true);
      deps.keepUnsaved(react === 'join-again' ? 'access-ended' : 'closed');
    },
  };
}
