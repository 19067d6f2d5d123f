/**
 * "Saved": told to authors after a disk sync that began when their updates were in the log already.
 * One sync serves everybody who waits, at most one per interval.
 */
import type { Clock } from '../../clock.ts';
import type { Store } from '../../store/store.ts';

/** Told how many of somebody's updates are saved, and when they were. */
export type Acknowledge = (updates: number, at: number) => void;

export type Saver = ReturnType<typeof createSaver>;
export interface SaverDeps {
  readonly store: Pick<Store, 'sync'>;
  readonly intervalMs: number;
  readonly clock: Clock;
  /** The disk cannot be believed any more: nothing will ever be told again. */
  readonly onFault: (fault: unknown) => void;
}
export function createSaver({ store, intervalMs, clock, onFault }: SaverDeps) {
  let acknowledgements = new Map<Acknowledge, number>();
  let callbacks: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const plan = () => {
    if (acknowledgements.size + callbacks.length > 0) timer ??= setTimeout(start, intervalMs);
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
    const [told, called] = [acknowledgements, callbacks];
    acknowledgements = new Map();
    callbacks = [];
    if (told.size + called.length === 0) return;
    try {
      await store.sync();
    } catch (fault) {
      return onFault(fault);
    }
    // What those who are told throw is a fault of ours, and says nothing of the disk.
    const at = clock();
    for (const [acknowledge, updates] of told) acknowledge(updates, at);
    for (const done of called) done();
  };

  return {
    /** After the next sync it is called once, with the highest number it was given here. */
    acknowledgeAfterSync: (acknowledge: Acknowledge, updates: number) => {
      acknowledgements.set(acknowledge, updates);
      plan();
    },
    forget: (acknowledge: Acknowledge) => void acknowledgements.delete(acknowledge),
    /** Calls back after the next sync, in the order of asking, and never when it fails. */
    afterSync: (done: () => void) => {
      callbacks.push(done);
      plan();
    },
    /** Saves and tells at once whatever waits. */
    now: async () => {
      await running;
      await start();
    },
  };
}
