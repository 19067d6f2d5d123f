/**
 * "Saved": told to authors after a disk sync that began when their updates were in the log already.
 * One sync serves everybody who waits, at most one per interval.
 */
import type { Clock } from '../../clock.ts';
import type { Store } from '../../store/store.ts';

/** Told how many of somebody's updates are saved, and when they were. */
export type Acknowledge = (updates: number, at: number) => void;

export interface Saver {
  /** After the next sync it is called once, with the highest number it was given here. */
  readonly acknowledgeAfterSync: (acknowledge: Acknowledge, updates: number) => void;
  readonly forget: (acknowledge: Acknowledge) => void;
  /** Calls back after the next sync, in the order of asking, and never when it fails. */
  readonly afterSync: (done: () => void) => void;
  /** Saves and tells at once whatever waits. */
  readonly now: () => Promise<void>;
}
export interface SaverDeps {
  readonly store: Pick<Store, 'sync'>;
  readonly intervalMs: number;
  readonly clock: Clock;
  /** The disk cannot be believed any more: nothing will ever be told again. */
  readonly onFault: (fault: unknown) => void;
}
interface SaverState {
  acknowledgements: Map<Acknowledge, number>;
  callbacks: (() => void)[];
  timer: NodeJS.Timeout | undefined;
  running: Promise<void> | undefined;
}

export function createSaver({ store, intervalMs, clock, onFault }: SaverDeps): Saver {
  const state: SaverState = {
    acknowledgements: new Map(),
    callbacks: [],
    timer: undefined,
    running: undefined,
  };

  const plan = () => {
    if (state.acknowledgements.size + state.callbacks.length > 0)
      state.timer ??= setTimeout(start, intervalMs);
  };
  const start = () => {
    clearTimeout(state.timer);
    state.timer = undefined;
    state.running ??= save().finally(() => {
      state.running = undefined;
      plan();
    });
    return state.running;
  };
  const save = async () => {
    const { acknowledgements, callbacks } = state;
    state.acknowledgements = new Map();
    state.callbacks = [];
    if (acknowledgements.size + callbacks.length === 0) return;
    try {
      await store.sync();
      const at = clock();
      for (const [acknowledge, updates] of acknowledgements) acknowledge(updates, at);
      for (const done of callbacks) done();
    } catch (fault) {
      onFault(fault);
    }
  };

  return {
    acknowledgeAfterSync: (acknowledge, updates) => {
      state.acknowledgements.set(acknowledge, updates);
      plan();
    },
    forget: (acknowledge) => void state.acknowledgements.delete(acknowledge),
    afterSync: (done) => {
      state.callbacks.push(done);
      plan();
    },
    now: async () => {
      await state.running;
      await start();
    },
  };
}
