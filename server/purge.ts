/**
 * Erases boards whose date has come: at start, then looking every minute. Each look is one short
 * question to the store, so that a date is kept to the minute, and a purge asked for by a command
 * beside the running server is done here, by the only one who can close the board's sockets.
 */
import type { BoardId } from '../shared/ids.ts';
import type { Rooms } from './rooms/rooms.ts';
import type { Services } from './services.ts';
import type { Store } from './store/store.ts';

export interface PurgeDeps extends Pick<Services, 'clock' | 'log'> {
  readonly store: Pick<Store, 'duePurges' | 'purge'>;
  readonly rooms: Pick<Rooms, 'disconnect'>;
}

export type Purge = ReturnType<typeof createPurge>;

const lookEveryMs = 60_000;

export function createPurge({ store, rooms, clock, log }: PurgeDeps) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  /** They failed, and may not be due any more: gone from the tables, and not from the files. */
  const unfinished = new Set<BoardId>();

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
  const due = async (): Promise<readonly BoardId[]> => {
    try {
      return await store.duePurges(clock());
    } catch (err) {
      log.error({ err }, 'boards to purge not known');
      return [];
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
