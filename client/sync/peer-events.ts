/** What a peer reports, written into the stores that the screens read. */
import { CLOSE } from '../../shared/protocol/close.ts';
import { viewAfter } from '../../shared/protocol/messages.ts';
import type { BoardStores } from './board-stores.ts';
import type { PeerEvents } from './peer.ts';
import type { Questions } from './questions.ts';
import { lostTexts, type Refusal, refusalOf } from './refused-texts.ts';

export interface PeerEventsDeps {
  readonly stores: BoardStores;
  readonly questions: Pick<Questions, 'answered' | 'lost'>;
  /** This browser's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** The server refused something: another peer must take the place of this one. */
  readonly rebuild: () => void;
}

export function createPeerEvents({ stores, questions, now, rebuild }: PeerEventsDeps): PeerEvents {
  /** Kept until the fresh board can be compared. */
  let refusal: Refusal | null = null;
  return {
    onBoard: (board) => stores.board.setState(board, true),
    onSession: (change) => {
      if (change.now !== undefined) stores.clockOffset.setState(change.now - now(), true);
      stores.session.setState(viewAfter(stores.session.getState(), change), true);
    },
    onPresence: (others) => stores.presence.setState(others, true),
    onHistory: (history) => stores.history.setState(history, true),
    onTouchedByOthers: (actions) => stores.touchedByOthers.setState(actions, true),
    onUnsaved: (actions) => stores.unsaved.setState(actions, true),
    onReady: (board) => {
      stores.board.setState(board, true);
      if (!refusal) return;
      const lost = lostTexts(refusal, board);
      stores.refused.setState(stores.refused.getState().concat(lost), true);
      refusal = null;
    },
    onSaving: (saving) => stores.connection.setState({ state: 'live', ...saving }, true),
    onAnswer: questions.answered,
    onOffline: (kept) => {
      questions.lost();
      const { state } = stores.connection.getState();
      if (state === 'live' || state === 'opening')
        stores.connection.setState({ state: 'offline', kept, since: now() }, true);
    },
    onRefused: ({ reason }) => {
      refusal = refusalOf(reason, stores.board.getState(), stores.unsaved.getState());
    },
    onClosed: (reason) => {
      if (CLOSE[reason].react === 'rebuild-board') rebuild();
      else stores.connection.setState({ state: 'closed', reason }, true);
    },
  };
}
