/**
 * From admitted to kept: one append per turn of the event loop for all boards that have something,
 * and only then does a board tell anybody. Appends follow one another, never overlap.
 */
import type { BoardId, PersonId } from '../../../shared/ids.ts';
import type { NewEntry, Store } from '../../store/store.ts';

/** What a board admitted since its last append. */
interface Turn {
  readonly entries: readonly NewEntry[];
  /** Client ids used for the first time. */
  readonly claims: ReadonlyMap<number, PersonId>;
}
/** A board that has something to keep. */
export interface Keeper {
  readonly id: BoardId;
  /** Hands over what was admitted. Until `onKept` or `onLost` the board admits nothing more. */
  readonly take: () => Turn;
  /** @param seq of the last entry; undefined when the turn had none */
  readonly onKept: (seq: number | undefined) => void;
  /** Nothing of the turn was kept. */
  readonly onLost: (fault: unknown) => void;
}
export interface Persist {
  /** The board has something: it is asked for it at the end of this turn of the event loop. */
  readonly schedule: (keeper: Keeper) => void;
  /** Resolves when everything scheduled so far was kept or lost. */
  readonly idle: () => Promise<void>;
}

export function createPersist(store: Pick<Store, 'append' | 'claimClients'>): Persist {
  const waiting = new Set<Keeper>();
  let running: Promise<void> | undefined;

  const schedule = (keeper: Keeper) => {
    waiting.add(keeper);
    running ??= run();
  };
  const run = async () => {
    while (waiting.size > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const turns = new Map([...waiting].map((keeper) => [keeper, keeper.take()]));
      waiting.clear();
      await keep(turns);
    }
    running = undefined;
  };

  const keep = async (turns: ReadonlyMap<Keeper, Turn>): Promise<void> => {
    const outcome = await write(turns).catch((fault: unknown) => ({ fault }));
    if (!('fault' in outcome)) {
      for (const keeper of turns.keys()) keeper.onKept(outcome.get(keeper.id));
    } else if (turns.size === 1) {
      for (const keeper of turns.keys()) keeper.onLost(outcome.fault);
    } else {
      // One board that was purged must not take the others of the batch with it.
      for (const turn of turns) await keep(new Map([turn]));
    }
  };
  const write = async (turns: ReadonlyMap<Keeper, Turn>) => {
    // Bound first: content without a person behind its id would be the server's own.
    for (const [{ id }, { claims }] of turns)
      if (claims.size > 0) await store.claimClients(id, claims);
    const batch = new Map([...turns].map(([{ id }, { entries }]) => [id, entries]));
    const some = [...batch.values()].some((entries) => entries.length > 0);
    return some ? store.append(batch) : new Map<BoardId, number>();
  };

  return { schedule, idle: () => running ?? Promise.resolve() };
}
