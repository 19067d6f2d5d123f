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
import { createStay } from '../browser/persist.ts';
import {
  type BoardStores,
  createBoardStores,
  NO_HISTORY,
  type PresenceState,
} from './board-stores.ts';
import { beginCopyAfter } from './copy-name.ts';
import type { KeptActs } from './kept/kept-acts.ts';
import type { KeptDevice } from './kept/kept-device.ts';
import type { KeptReason } from './kept/kept-work.ts';
import { createLateKeeper } from './kept/late-keeper.ts';
import { type CreatePeer, createPeer, type PeerOptions } from './peer.ts';
import { createPeerEvents } from './peer-events.ts';
import { createQuestions, type RequestProblem } from './questions.ts';
import { createSessionMemory } from './session-memory.ts';

export type Command<Args extends readonly unknown[], Value> = (
  doc: BoardDoc,
  ...args: Args
) => Outcome<Value>;

export interface BoardClient extends KeptActs {
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
  /** Ends it; what this device kept of the board stays, for the next time. */
  readonly destroy: () => Promise<void>;
  /** Ends it and removes the copy of this device; what the board has not taken is kept before. */
  readonly forget: (why: KeptReason) => Promise<void>;
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
  /** Where kept work lies; this browser's database when absent. */
  readonly keptDevice?: KeptDevice;
}
const IN_BROWSER: BoardClientDeps = { createPeer, now: Date.now };

// One client: the peer of the moment stands behind all that it can do.
export function createBoardClient(
  options: PeerOptions,
  deps: BoardClientDeps = IN_BROWSER,
): BoardClient {
  const { now } = deps;
  const stores = createBoardStores(EMPTY_BOARD);
  const questions = createQuestions();
  const held = () => peer;
  const ask = (request: Request) => questions.ask(request, held().ask);
  const keeper = createLateKeeper({
    stores,
    now,
    boardId: options.boardId,
    personId: options.personId,
    role: options.role,
    device: deps.keptDevice,
    held,
    ask: async (request) => (await ask(request)).ok,
  });
  /** What the board has not taken is kept, then the copy goes: whatever that takes, nothing waits. */
  const letGo = (why: KeptReason): Promise<void> => {
    questions.lost();
    beginCopyAfter(options, peer.copy);
    const role = stores.session.getState()?.role ?? options.role;
    const mark = { why, leads: role === 'facilitator' };
    void peer.destroy(mark);
    return keeper.retire(peer, mark);
  };
  /** At once: no letter is ever written in a document that nobody keeps. */
  const rebuild = (why: KeptReason) => {
    if (destroyed) return;
    void letGo(why);
    peer = deps.createPeer(options, events);
    peer.setPresence(presence);
    stores.epoch.setState(stores.epoch.getState() + 1, true);
    stores.history.setState(NO_HISTORY, true);
  };
  const memory = createSessionMemory(stores, options.personId, now, (key, value) =>
    held().note(key, value),
  );
  const events = createPeerEvents({
    stores,
    questions,
    memory,
    onWrittenOffline: createStay(),
    now,
    rebuild,
    keepUnsaved: (why) => void keeper.keepUnsaved(why),
    settle: () => void keeper.settleKept(),
  });
  let peer = deps.createPeer(options, events);
  let presence: PresenceState = {};
  let destroyed = false;
  const end = () => {
    destroyed = true;
    questions.lost();
    keeper.destroy();
    memory.destroy();
  };

  return {
    stores,
    run: (command, ...args) => peer.history.asOneStep(() => command(peer.doc, ...args)),
    request: async (request) => {
      const answer = await ask(request);
      if (request.type === 'vote-cast' && !answer.ok)
        void keeper.keepUncounted(request, answer.error);
      return answer;
    },
    undo: () => peer.history.undo(),
    redo: () => peer.history.redo(),
    openText: (id, key) => openText(peer.doc, id, key),
    setPresence: (change) => {
      const merged = Object.entries({ ...presence, ...change });
      presence = Object.fromEntries(merged.filter(([, value]) => value !== undefined));
      peer.setPresence(presence);
    },
    keep: keeper.keep,
    putBack: keeper.putBack,
    discardKept: keeper.discardKept,
    settleKept: keeper.settleKept,
    discardUnreadable: keeper.discardUnreadable,
    allowedNow: keeper.allowedNow,
    isKeptLasting: keeper.isKeptLasting,
    destroy: () => {
      end();
      return peer.destroy();
    },
    forget: (why) => {
      end();
      return letGo(why);
    },
  };
}
