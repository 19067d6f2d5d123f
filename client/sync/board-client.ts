/**
 * The open board of this page: stores for the screens, commands for the hands. Behind it stands one
 * peer, replaced whole when the server refused a change; what was refused is kept for its author.
 */
import { assemble, type Board } from '../../shared/board/board.ts';
import type { Outcome } from '../../shared/board/commands/problem.ts';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { openText, type TextHandle, type TextKey } from '../../shared/board/text-handle.ts';
import type { ActionId } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Request } from '../../shared/session/session.ts';
import {
  type BoardStores,
  createBoardStores,
  NO_HISTORY,
  type PresenceState,
} from './board-stores.ts';
import { type CreatePeer, createPeer, type PeerOptions } from './peer.ts';
import { createPeerEvents } from './peer-events.ts';
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

export interface BoardClientDeps {
  readonly createPeer: CreatePeer;
  /** This browser's clock, milliseconds since 1970. */
  readonly now: () => number;
}
const IN_BROWSER: BoardClientDeps = { createPeer, now: Date.now };

export function createBoardClient(
  options: PeerOptions,
  deps: BoardClientDeps = IN_BROWSER,
): BoardClient {
  const stores = createBoardStores(EMPTY_BOARD);
  const questions = createQuestions();
  const rebuild = async () => {
    questions.lost();
    await peer.forget();
    if (destroyed) return;
    peer = deps.createPeer(options, events);
    peer.setPresence(presence);
    stores.epoch.setState(stores.epoch.getState() + 1, true);
    stores.history.setState(NO_HISTORY, true);
  };
  const events = createPeerEvents({
    stores,
    questions,
    now: deps.now,
    rebuild: () => void rebuild(),
  });
  let peer = deps.createPeer(options, events);
  let presence: PresenceState = {};
  let destroyed = false;
  const end = () => {
    destroyed = true;
    questions.lost();
  };

  return {
    stores,
    run: (command, ...args) => peer.history.asOneStep(() => command(peer.doc, ...args)),
    request: (request) => questions.ask(request, peer.ask),
    undo: () => peer.history.undo(),
    redo: () => peer.history.redo(),
    openText: (id, key) => openText(peer.doc, id, key),
    setPresence: (change) => {
      const merged = Object.entries({ ...presence, ...change });
      presence = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
      peer.setPresence(presence);
    },
    dismissRefused: () => stores.refused.setState([], true),
    destroy: () => {
      end();
      return peer.destroy();
    },
    forget: () => {
      end();
      return peer.forget();
    },
  };
}
