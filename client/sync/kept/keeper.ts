/**
 * Keeps what the board has not taken, for one open board: reads it from the document before that is
 * let go, drops what came after all, does the rest again when asked (SPEC KW6). Fetched late: only
 * who may write needs it.
 */
import type { UndoHistory } from '../../../shared/board/undo.ts';
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { Role } from '../../../shared/session/roles.ts';
import type { Request } from '../../../shared/session/session.ts';
import type { BoardStores } from '../board-stores.ts';
import { isCopyOf } from '../copy-name.ts';
import type { LetGo } from '../let-go.ts';
import type { Peer } from '../peer.ts';
import type { RequestProblem } from '../questions.ts';
import { type Held, unsavedWork } from './held-work.ts';
import type { KeptActs } from './kept-acts.ts';
import { type KeptDevice, keptDevice } from './kept-device.ts';
import { adding, settling } from './kept-list.ts';
import type { KeptReason, KeptWork, ToKeep } from './kept-work.ts';
import { retireLeftCopies } from './left-copies.ts';
import { isAllowed, putItemsBack } from './put-items-back.ts';
import { retireCopy } from './retire.ts';
import { type Cast, uncounted } from './uncounted.ts';
import { whereOf } from './where.ts';
import { placedIn } from './work-for.ts';

/** What the keeper reads of a peer. */
interface HeldNow extends Held, Pick<Peer, 'copy' | 'isCopied'> {
  readonly history: Pick<UndoHistory, 'inParts'>;
}

export interface KeeperDeps {
  readonly stores: BoardStores;
  /** This browser's, when absent. */
  readonly device?: KeptDevice | undefined;
  readonly boardId: BoardId;
  readonly personId: PersonId;
  /** As this device knows it, until the session says it. */
  readonly role?: Role | undefined;
  /** This browser's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** The peer of the moment. */
  readonly held: () => HeldNow;
  /** Asks the session; @returns whether it was granted */
  readonly ask: (request: Request) => Promise<boolean>;
}

export interface Keeper extends KeptActs {
  /** Keeps what a peer holds and the server has not acknowledged. */
  readonly keepHeld: (held: Held, why: KeptReason) => Promise<void>;
  /** Of a peer that was let go: deletes its copy, once what the board has not taken of it is kept. */
  readonly retire: (peer: Peer, letGo: LetGo) => Promise<void>;
  /** Dots that were not counted, or may not have been. */
  readonly keepUncounted: (cast: Cast, problem: RequestProblem) => Promise<void>;
  readonly destroy: () => void;
}

// One list and the peer of the moment stand behind all that it can do.
export function createKeeper(deps: KeeperDeps): Keeper {
  const { stores, device = keptDevice() } = deps;
  const list = followList(deps, device);
  let leftCopies: Promise<void> | undefined;
  const inHand = new Set<string>();
  const chosen = (keys: readonly string[]) =>
    stores.kept.getState().filter(({ key }) => keys.includes(key));
  /** What a page holds that leaves says nothing of what the board has. */
  const isFollowed = () =>
    stores.connection.getState().state === 'live' && !inHand.has(deps.held().copy);
  const settle = () => settleIn(deps, list, isFollowed);
  const stopFollowing = device.onChange(() => void list.show().then(settle));
  return {
    keep: async (items) => (await list.add(items, deps.now())) !== undefined,
    keepHeld: async (held, why) => {
      const news = unsavedWork(held).map((work) => ({ work, why }));
      await list.add(news, deps.now());
    },
    keepUncounted: async (cast, problem) => {
      const lost = uncounted(cast, problem);
      if (lost.length > 0) await list.add(lost, deps.now());
    },
    retire: async (peer, letGo) => {
      inHand.add(peer.copy);
      const retiring = { owner: deps, name: peer.copy, letGo, held: peer, at: deps.now() };
      await peer.destroy();
      await retireCopy(retiring, device);
      if (letGo.why === 'other-epoch') stores.isUncompared.setState(true, true);
      await list.show();
      await settle();
    },
    settleKept: async () => {
      const isInHand = (name: string) => inHand.has(name) || name === deps.held().copy;
      leftCopies ??= retireLeftCopies(device, deps.now(), isInHand).then(list.show);
      await leftCopies;
      await settle();
    },
    putBack: async (keys, { onChangedText, into, onProgress } = {}) => {
      const items = chosen(keys).map((item) => placedIn(item, into?.get(item.key)));
      return putItemsBack(deps, items, onChangedText, async (done, seen) => {
        await list.change(() => ({ put: [], drop: done.map(({ key }) => key) }));
        onProgress?.(seen, items.length);
      });
    },
    discardKept: async (keys) => {
      const items = chosen(keys);
      await list.change(() => ({ put: [], drop: keys }));
      return async () => void (await list.change(() => ({ put: items, drop: [] })));
    },
    discardUnreadable: async () => {
      const names = stores.unreadable.getState().map(({ name }) => name);
      await device.dropUnreadable(names);
      await list.show();
    },
    isKeptLasting: device.isLasting,
    allowedNow: ({ work }) => isAllowed(deps, work),
    destroy: () => {
      stopFollowing();
    },
  };
}

async function settleIn(
  { stores, boardId, held }: KeeperDeps,
  { shown, change }: ReturnType<typeof followList>,
  isFollowed: () => boolean,
): Promise<void> {
  await shown;
  if (!isFollowed()) return;
  if (stores.kept.getState().length === 0) return stores.isUncompared.setState(false, true);
  const { doc } = held();
  const session = stores.session.getState();
  const isOurs = (item: KeptWork) => item.boardId === boardId;
  // Another document has taken its place: that one says nothing yet of what the board has.
  await change((items) =>
    isFollowed() && held().doc === doc
      ? settling(items.filter(isOurs), doc, session)
      : { put: [], drop: [] },
  );
  if (isFollowed()) stores.isUncompared.setState(false, true);
}

/** What this device keeps of the board, shown as it is. */
function followList({ stores, boardId, personId }: KeeperDeps, device: KeptDevice) {
  const show = async () => {
    const items = (await device.all()).filter((item) => item.boardId === boardId);
    items.sort((a, b) => a.at - b.at);
    stores.kept.setState(items, true);
    const bytes = (await device.unreadable()).filter(({ name }) => isCopyOf(name, boardId));
    if (bytes.length + stores.unreadable.getState().length > 0)
      stores.unreadable.setState(bytes, true);
  };
  const change: KeptDevice['change'] = async (edit) => {
    const receipt = await device.change(edit);
    await show();
    return receipt;
  };
  return {
    change,
    show,
    add: (news: readonly ToKeep[], at: number) => {
      const board = stores.board.getState();
      const keeping = { boardId, personId, workshop: board.info.title ?? '', at };
      return change((items) => adding(items, news, keeping, (thing) => whereOf(board, thing)));
    },
    /** Once what was kept before is shown. */
    shown: show(),
  };
}
