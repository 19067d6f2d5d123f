/**
 * Keeps the session as it was last heard beside the copy of the board, and has the screens read it
 * until the server is heard: see `last-session.ts`, which is fetched late.
 */
import type { PersonId } from '../../shared/ids.ts';
import { late } from '../browser/late.ts';
import type { BoardStores } from './board-stores.ts';
import type { Note } from './journal.ts';

const fetchLastSession = late(() => import('./last-session.ts'));

/** Beside the copy. */
const SESSION = 'session';
/** How long it may change before it is noted, milliseconds: a room that comes in changes it often. */
const quietMs = 1_000;
/** The first time: what it takes is fetched after the board is there, and nobody waits for it. */
const firstMs = 4_000;

export interface SessionMemory {
  /** What was noted beside the copy: it holds until the server is heard. */
  readonly resume: (notes: ReadonlyMap<string, unknown>) => void;
  /** The server has told the session. */
  readonly heard: () => void;
  readonly destroy: () => void;
}

/** @param note beside the copy of the moment */
export function createSessionMemory(
  stores: BoardStores,
  me: PersonId,
  now: () => number,
  note: Note,
): SessionMemory {
  let [isHeard, isNoted] = [false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = async () => {
    [timer, isNoted] = [undefined, true];
    const { noteOf } = await fetchLastSession();
    const view = stores.session.getState();
    const offset = stores.clockOffset.getState();
    if (view && isHeard) note(SESSION, noteOf({ view, offset, heardAt: now() }));
  };
  return {
    resume: async (notes) => {
      const noted = notes.get(SESSION);
      if (noted === undefined || isHeard) return;
      const { readNote } = await fetchLastSession();
      const last = readNote(noted, me);
      if (!last || isHeard) return;
      stores.clockOffset.setState(last.offset, true);
      stores.session.setState(last.view, true);
      stores.lastHeard.setState(last.heardAt, true);
    },
    heard: () => {
      isHeard = true;
      stores.lastHeard.setState(null, true);
      const waitMs = isNoted ? quietMs : firstMs;
      timer ??= setTimeout(() => void write().catch(() => undefined), waitMs);
    },
    destroy: () => clearTimeout(timer),
  };
}
