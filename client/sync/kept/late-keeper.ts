/**
 * The keeper, fetched when it is first needed. Until it is there nothing is let go: whoever waits
 * for it waits as long as the network takes.
 */
import type { LetGo } from '../let-go.ts';
import type { Peer } from '../peer.ts';
import type { Keeper, KeeperDeps } from './keeper.ts';
import type { KeptActs } from './kept-acts.ts';
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

export function createLateKeeper(deps: KeeperDeps): LateKeeper {
  let coming: Promise<Keeper> | undefined;
  let here: Keeper | undefined;
  let isDestroyed = false;
  const fetchIt = async (): Promise<Keeper> => {
    try {
      const { createKeeper } = await import('./keeper.ts');
      here = createKeeper(deps);
      if (isDestroyed) here.destroy();
      return here;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, retryMs));
      return fetchIt();
    }
  };
  const get = () => {
    coming ??= fetchIt();
    return coming;
  };
  return {
    retire: async (peer, letGo) => (await get()).retire(peer, letGo),
    keepUnsaved: async (why) => {
      const held = deps.held();
      if (held.journal.places().length > 0) await (await get()).keepHeld(held, why);
    },
    settleKept: async () => {
      const role = deps.stores.session.getState()?.role;
      if (role !== undefined && role !== 'observer') await (await get()).settleKept();
    },
    keepUncounted: async (request, problem) => (await get()).keepUncounted(request, problem),
    keep: async (items) => (await get()).keep(items),
    putBack: async (...asked) => (await get()).putBack(...asked),
    discardKept: async (keys) => (await get()).discardKept(keys),
    discardUnreadable: async () => (await get()).discardUnreadable(),
    isKeptLasting: () => here?.isKeptLasting() ?? true,
    allowedNow: (item) => here?.allowedNow(item) ?? false,
    destroy: () => {
      isDestroyed = true;
      here?.destroy();
    },
  };
}
