/**
 * "Saved": told to authors after a disk sync that began when their updates were in the log already.
 * One sync serves everybody who waits, at most one per interval.
 */
import type { Clock } from '../../clock.ts';
import type { Store } from '../../store/store.ts';

export interface Saver<Key> {
  /** After the next sync, `key` is told that everything up to its highest number is saved. */
  readonly later: (key: Key, number: number) => void;
  readonly forget: (key: Key) => void;
  /** Calls back after the next sync, in the order of asking, and never when it fails. */
  readonly once: (told: () => void) => void;
  /** Saves and tells at once whatever waits. */
  readonly now: () => Promise<void>;
}
export interface SaverParts<Key> {
  readonly store: Pick<Store, 'sync'>;
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly tell: (key: Key, number: number, at: number) => void;
  /** The disk cannot be believed any more: nothing will ever be told again. */
  readonly onFault: (fault: unknown) => void;
}

export function createSaver<Key>(parts: SaverParts<Key>): Saver<Key> {
  const { store, intervalMs, clock, tell, onFault } = parts;
  let due = new Map<Key, number>();
  let asked: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const plan = () => {
    if (due.size + asked.length > 0) timer ??= setTimeout(start, intervalMs);
  };
  const start = () => {
    clearTimeout(timer);
    timer = undefined;
    running ??= save().finally(() => {
      running = undefined;
      plan();
    });
    return running;
  };
  const save = async () => {
    const [saving, telling] = [due, asked];
    due = new Map();
    asked = [];
    if (saving.size + telling.length === 0) return;
    try {
      await store.sync();
      const at = clock();
      for (const [key, number] of saving) tell(key, number, at);
      for (const told of telling) told();
    } catch (fault) {
      onFault(fault);
    }
  };

  return {
    later: (key, number) => {
      due.set(key, number);
      plan();
    },
    forget: (key) => void due.delete(key),
    once: (told) => {
      asked.push(told);
      plan();
    },
    now: async () => {
      await running;
      await start();
    },
  };
}
