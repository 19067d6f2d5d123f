/**
 * Alive and ready, for whoever watches over the server. `GET /api/health/live`: the process answers,
 * restarting it is no use. `GET /api/health`: 200 when a workshop can go on, else 503 with the parts
 * that stand in the way.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Disk } from '../disk.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Store } from '../store/store.ts';
import { json, problem } from './answers.ts';
import type { Handler } from './routes.ts';

export interface HealthDeps {
  readonly store: Pick<Store, 'board' | 'sync' | 'setLastLook'>;
  readonly disk: Pick<Disk, 'free'>;
  readonly config: Pick<Config, 'minFreeBytes'>;
  readonly clock: Clock;
  readonly rooms: Pick<Rooms, 'stats'>;
  readonly version: string;
  /** A part that says nothing for that long is not ready. */
  readonly patienceMs?: number;
}

export const live =
  (version: string): Handler =>
  async () =>
    json(200, { status: 'alive', version });

/** Whoever asks more often is given the same look: each writes a row, and anybody may ask. */
const sameLookMs = 1_000;

export function health(deps: HealthDeps): Handler {
  const { store, disk, config, clock, rooms, version, patienceMs = 2_000 } = deps;
  let looked: { readonly at: number; readonly look: Promise<void> } | undefined;
  const lookAtDisk = async () => {
    if ((await disk.free()) < config.minFreeBytes) throw new Error('too little is left');
    await store.setLastLook('disk', clock()); // a sync alone succeeds on a disk that is full
    await store.sync();
  };
  const parts = {
    /** It can be read. */
    database: () => store.board('' as BoardId),
    /** It keeps what it is given, and has room for a day of work. */
    disk: () => {
      const at = clock();
      if (!looked || Math.abs(at - looked.at) >= sameLookMs) looked = { at, look: lookAtDisk() };
      return looked.look;
    },
    /** People are let in. */
    rooms: async () => {
      if (!rooms.stats().accepting) throw new Error('rooms are shut');
    },
  } as const;

  return async () => {
    const looks = Object.entries(parts).map(async ([part, look]) => {
      const isReady = await within(patienceMs, look()).then(
        () => true,
        () => false, // why is logged where it happened first
      );
      return [part, isReady] as const;
    });
    const failing = (await Promise.all(looks)).filter(([, isReady]) => !isReady);
    if (failing.length > 0) return notReady(failing.map(([part]) => part));
    const { boards, people, connections } = rooms.stats();
    return json(200, { status: 'ok', version, boards, people, connections });
  };
}

async function notReady(parts: readonly string[]): Promise<Response> {
  const refusal = problem('storage');
  return json(refusal.status, { ...Object(await refusal.json()), parts });
}

/** Rejects when the work takes longer; a disk may hang without ever failing. */
function within(limitMs: number, work: Promise<unknown>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), limitMs);
  });
  return Promise.race([work, tooLong]).finally(() => clearTimeout(timer));
}
