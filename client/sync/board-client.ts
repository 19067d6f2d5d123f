/**
 * The open board of this page: stores for the screens, commands for the hands. Behind it stands one
 * peer, replaced whole when the server refused a change; what was refused is kept for its author.
 */

import { assemble, type Board } from '../../shared/board/board.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { openText, type TextHandle, type TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId } from '../../shared/ids.ts';
import { CLOSE, type CloseReason } from '../../shared/protocol/close.ts';
import { type RefusalReason, viewAfter } from '../../shared/protocol/messages.ts';
import type { Result } from '../../shared/result.ts';
import type { Request } from '../../shared/session/session.ts';
import {
  type BoardStores,
  createBoardStores,
  type PresenceState,
  type RefusedText,
} from './board-stores.ts';
import { forgetOfflineCopy } from './offline.ts';
import { createPeer, type Peer, type PeerEvents, type PeerOptions } from './peer.ts';
import { createQuestions, type RequestProblem } from './questions.ts';

export type Command<Args extends readonly unknown[], Value> = (
  doc: BoardDoc,
  ...args: Args
) => Outcome<Value>;

export interface BoardClient {
  readonly stores: BoardStores;
  /** Runs a command as one step of undo. */
  readonly run: <Args extends readonly unknown[], Value>(
    command: Command<Args, Value>,
    ...args: Args
  ) => Outcome<Value>;
  /** Asks something of the session; resolves once it is granted and durable, or refused. */
  readonly request: (request: Request) => Promise<Result<void, RequestProblem>>;
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly openText: (id: ActionId, key: TextKey) => TextHandle | undefined;
  /** Merges into what this page says of itself; `undefined` takes a key back. */
  readonly setPresence: (
    change: { readonly [K in keyof PresenceState]?: PresenceState[K] | undefined },
  ) => void;
  readonly dismissRefused: () => void;
  /** Ends it; what this device kept of the board stays, for the next time. */
  readonly destroy: () => Promise<void>;
  /** Ends it and removes what this device kept of the board. */
  readonly forget: () => Promise<void>;
}

const EMPTY_BOARD: Board = assemble({
  info: {},
  priorities: new Map(),
  directions: new Map(),
  actors: new Map(),
  policies: new Map(),
  actions: new Map(),
  comments: new Map(),
});

export function createBoardClient(options: PeerOptions): BoardClient {
  const stores = createBoardStores(EMPTY_BOARD);
  let presence: PresenceState = {};
  let destroyed = false;
  const questions = createQuestions((asked) => peer.ask(asked));
  /** What waited for the server when it refused: kept until the fresh board can be compared. */
  let pending: { readonly reason: RefusalReason; readonly actions: readonly PendingText[] } | null =
    null;

  const events: PeerEvents = {
    onBoard: () => stores.board.setState(peer.view.get(), true),
    onSession: (change) => {
      if (change.now !== undefined) stores.clockOffset.setState(change.now - Date.now(), true);
      stores.session.setState(viewAfter(stores.session.getState(), change), true);
    },
    onPresence: (others) => stores.presence.setState(others, true),
    onHistory: () =>
      stores.history.setState({
        canUndo: peer.history.canUndo(),
        canRedo: peer.history.canRedo(),
      }),
    onTouchedByOthers: (actions) => stores.touchedByOthers.setState(actions, true),
    onUnsaved: (actions) => {
      if (stores.unsaved.getState() !== actions) stores.unsaved.setState(actions, true);
    },
    onReady: () => {
      stores.board.setState(peer.view.get(), true);
      keepRefused();
    },
    onSaving: ({ unsaved, savedAt }) =>
      stores.connection.setState({ state: 'live', unsaved, savedAt }, true),
    onAnswer: questions.answered,
    onOffline: (kept) => {
      questions.lost();
      const { state } = stores.connection.getState();
      if (state === 'live' || state === 'opening')
        stores.connection.setState({ state: 'offline', kept, since: Date.now() }, true);
    },
    onRefused: ({ reason }) => {
      const board = peer.view.get();
      const actions = [...stores.unsaved.getState()].flatMap((id) => {
        const action = board.actions.get(id);
        return action ? [{ id, title: action.title, description: action.description }] : [];
      });
      pending = { reason, actions };
    },
    onClosed: (reason) => close(reason),
  };
  let peer: Peer = createPeer(options, events);

  const close = (reason: CloseReason) => {
    if (CLOSE[reason].react === 'rebuild-board') void rebuild();
    else stores.connection.setState({ state: 'closed', reason }, true);
  };
  const rebuild = async () => {
    const old = peer;
    questions.lost();
    await old.destroy();
    await forgetOfflineCopy(old.offlineName);
    if (destroyed) return;
    peer = createPeer(options, events);
    peer.setPresence(presence);
    stores.epoch.setState(stores.epoch.getState() + 1, true);
    events.onHistory();
  };
  const keepRefused = () => {
    if (!pending) return;
    const { reason, actions } = pending;
    const board = peer.view.get();
    const lost: RefusedText[] = actions
      .filter(({ id, title, description }) => {
        const now = board.actions.get(id);
        return now?.title !== title || now.description !== description;
      })
      .map(({ title, description }) => ({ reason, title, description }));
    const told = lost.length > 0 ? lost : [{ reason, title: '', description: '' }];
    stores.refused.setState([...stores.refused.getState(), ...told], true);
    pending = null;
  };

  let ended: Promise<void> | undefined;
  const destroy = () => {
    destroyed = true;
    questions.lost();
    ended ??= peer.destroy();
    return ended;
  };

  return {
    stores,
    run: (command, ...args) => peer.history.asOneStep(() => command(peer.doc, ...args)),
    request: questions.ask,
    undo: () => peer.history.undo(),
    redo: () => peer.history.redo(),
    openText: (id, key) => openText(peer.doc, id, key),
    setPresence: (change) => {
      const merged = Object.entries({ ...presence, ...change });
      presence = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
      peer.setPresence(presence);
    },
    dismissRefused: () => stores.refused.setState([], true),
    destroy,
    forget: async () => {
      await destroy();
      await forgetOfflineCopy(peer.offlineName);
    },
  };
}

interface PendingText {
  readonly id: ActionId;
  readonly title: string;
  readonly description: string;
}
