/**
 * The keeper, fetched when it is first needed. Until it is there nothing is let go: whoever waits
 * for it waits as long as the network takes, and closing the page asks.
 */
import { late } from '../../browser/late.ts';
import type { LetGo } from '../let-go.ts';
import type { Peer } from '../peer.ts';
import { askBeforeClosing } from './closing.ts';
import type { Keeper, KeeperDeps } from './keeper.ts';
import type { KeptActs } from './kept-acts.ts';
import { KEPT_NAME } from './kept-name.ts';
import type { KeptReason } from './kept-work.ts';

export interface LateKeeper extends KeptActs {
  /** Of a peer that was let go: deletes its copy, once what the board has not taken of it is kept. */
  readonly retire: (peer: Peer, letGo: LetGo) => Promise<void>;
  /** Nothing will be sent any more: what waits is kept. Its copy stays. */
  readonly keepUnsaved: (why: KeptReason) => Promise<void>;
  /** Dots that were not counted, or may not have been. */
  readonly keepUncounted: Keeper['keepUncounted'];
  readonly destroy: () => void;
}

/** How long until the fetching that failed is tried again, milliseconds. */
const retryMs = 2_000;

type CreateKeeper = (deps: KeeperDeps) => Keeper;
const fetchKeeper = late(
  (): Promise<CreateKeeper> => import('./keeper.ts').then(({ createKeeper }) => createKeeper),
);

/** @param fetch gives the keeper's code; fails while there is no network */
// One keeper, here or on its way, stands behind all that is asked of it.
export function createLateKeeper(deps: KeeperDeps, fetch = fetchKeeper): LateKeeper {
  let coming: Promise<Keeper> | undefined;
  let here: Keeper | undefined;
  let isDestroyed = false;
  /** Who waits for it with something to keep, and whether only this page has that. */
  const waiting = new Set<{ readonly isOnlyHere: boolean }>();

  const isLasting = () =>
    ![...waiting].some(({ isOnlyHere }) => isOnlyHere) && (here?.isKeptLasting() ?? true);
  const stopAsking = askBeforeClosing(deps.held, { isLasting });
  const isOver = () => isDestroyed && waiting.size === 0;
  const fetchIt = async (): Promise<Keeper> => {
    while (!isOver()) {
      try {
        const create = await fetch();
        here = create(deps);
        if (isDestroyed) here.destroy();
        return here;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    coming = undefined;
    return new Promise(() => {}); // nobody reads what was asked before the end
  };
  const get = () => {
    coming ??= fetchIt();
    return coming;
  };
  /** @param isOnlyHere what is to be kept would be lost with the page */
  const getFor = async (isOnlyHere: boolean): Promise<Keeper> => {
    const one = { isOnlyHere };
    waiting.add(one);
    const keeper = here ?? (await get());
    waiting.delete(one);
    if (isOver()) stopAsking();
    return keeper;
  };
  return {
    retire: async (peer, letGo) => (await getFor(!peer.isCopied())).retire(peer, letGo),
    keepUnsaved: async (why) => {
      const held = deps.held();
      if (held.journal.places().length > 0)
        await (await getFor(!held.isCopied())).keepHeld(held, why);
    },
    settleKept: async () => {
      const role = deps.stores.session.getState()?.role;
      if (role === undefined || (role === 'observer' && !(await mayHoldKept()))) return;
      await (await get()).settleKept();
    },
    keepUncounted: async (request, problem) => (await getFor(true)).keepUncounted(request, problem),
    keep: async (items) => (await getFor(true)).keep(items),
    putBack: async (...asked) => (await get()).putBack(...asked),
    discardKept: async (keys) => (await get()).discardKept(keys),
    discardUnreadable: async () => (await get()).discardUnreadable(),
    isKeptLasting: isLasting,
    allowedNow: (item) => here?.allowedNow(item) ?? false,
    destroy: () => {
      isDestroyed = true;
      here?.destroy();
      if (isOver()) stopAsking();
    },
  };
}

/** Who only ever read on this device keeps nothing, and need not fetch what would say so. */
async function mayHoldKept(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === KEPT_NAME);
  } catch {
    return true; // an older browser tells nobody of its databases
  }
}
