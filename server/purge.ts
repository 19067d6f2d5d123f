/**
 * Erases boards whose date has come, a day after that was first seen: at start, then looking every
 * minute. Each look is one short question to the store, so that a purge asked for by a command beside
 * the running server is done here at once, by the only one who can close the board's sockets.
 */
import type { BoardId } from '../shared/ids.ts';
import type { Measures } from './observability/measures.ts';
import { judgeDates } from './purge-dates.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { Services } from './services.ts';
import type { Store } from './store/store.ts';

export interface PurgeDeps extends Pick<Services, 'clock' | 'log'> {
  readonly store: Pick<Store, 'duePurges' | 'setDueSince' | 'lastLook' | 'setLastLook' | 'purge'>;
  readonly measures: Pick<Measures, 'purgesHeld'>;
  readonly rooms: Pick<Rooms, 'disconnect'>;
}

export type Purge = ReturnType<typeof createPurge>;

const lookEveryMs = 60_000;

export function createPurge({ store, rooms, measures, clock, log }: PurgeDeps) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** They failed, and may not be due any more: gone from the tables, and not from the files. */
  const unfinished = new Set<BoardId>();
  const due = createDates({ store, measures, clock, log });

  const look = () => {
    running ??= purgeDue().finally(() => {
      running = undefined;
    });
    return running;
  };
  const purgeDue = async () => {
    for (const board of new Set([...(await due()), ...unfinished])) {
      unfinished.add(board);
      try {
        await purge(board);
        unfinished.delete(board);
      } catch (err) {
        log.error({ err, board }, 'board not purged');
      }
    }
  };
  const purge = async (board: BoardId) => {
    const showOut = () => rooms.disconnect(board, () => true, 'unknownBoard');
    showOut();
    await store.purge(board);
    showOut(); // whoever came in between; from here on no ticket opens it
    log.info({ board }, 'board purged');
  };

  return {
    /** Erases what is due now, then goes on looking. Never fails: a fault is logged and tried again. */
    start: () => {
      timer = setInterval(() => void look(), lookEveryMs);
      return look();
    },
    /** Resolves when no purge is under way any more, nor will be. */
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}

/** What is to be erased now. Never fails: what it cannot know is logged, and asked again. */
function createDates({ store, measures, clock, log }: Omit<PurgeDeps, 'rooms'>) {
  let isHeld = false;
  const hold = (isInDoubt: boolean, when: object) => {
    if (isInDoubt && !isHeld)
      log.warn(when, 'nothing is erased: the clock is far ahead of the last look');
    isHeld = isInDoubt;
    measures.purgesHeld(isHeld);
  };
  return async (): Promise<readonly BoardId[]> => {
    try {
      const now = clock();
      const last = await store.lastLook('dates');
      const { erase, seen, isInDoubt } = judgeDates({ now, last, due: await store.duePurges(now) });
      hold(isInDoubt, { now, last });
      for (const board of seen) await store.setDueSince(board, now);
      if (!isInDoubt) await store.setLastLook('dates', now);
      return erase;
    } catch (err) {
      log.error({ err }, 'boards to purge not known');
      return [];
    }
  };
}
