/**
 * `GET /api/health`: an answer at all says the process is alive; 200 says it is ready, that is,
 * the store keeps what it is given.
 */
import type { Rooms } from '../rooms/rooms.ts';
import type { Store } from '../store/store.ts';
import { json, problem } from './answers.ts';
import type { Handler } from './routes.ts';

export function health(
  store: Pick<Store, 'sync'>,
  rooms: Pick<Rooms, 'stats'>,
  version: string,
): Handler {
  return async () => {
    const kept = await store.sync().then(
      () => true,
      () => false, // why is logged where it happened first
    );
    return kept ? json(200, { status: 'ok', version, ...rooms.stats() }) : problem('storage');
  };
}
