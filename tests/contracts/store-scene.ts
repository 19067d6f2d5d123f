/** What the contract of the stores is tried with: places, a board of each kind of thing, and all of it read. */
import { afterEach, beforeEach } from 'vitest';
import type {
  BoardRow,
  Entry,
  NewEntry,
  PersonRow,
  SessionSnapshot,
  Snapshot,
  Store,
} from '../../server/store/store.ts';
import { type BoardId, newId, type PersonId } from '../../shared/ids.ts';
import { CODE_ALPHABET } from '../../shared/session/entry-code.ts';
import type { Role } from '../../shared/session/roles.ts';
import { update } from './store-entries.ts';

/** One place to keep boards in, empty at first. */
export interface StorePlace {
  /** Opens the place; a place that lasts may be opened again after a close. */
  open(): Promise<Store>;
  /** Removes the place, its stores being closed. */
  remove(): Promise<void>;
}

export interface LastingPlace extends StorePlace {
  /**
   * Runs `tests/support/append-forever.ts` on this place in a process of its own and kills it with
   * SIGKILL after that many acknowledged batches.
   * @returns what the process had acknowledged: the last seq per board
   */
  killWhileAppending(
    batches: number,
    what?: 'updates' | 'folded',
  ): Promise<ReadonlyMap<BoardId, number>>;
}
export type MakePlace = () => Promise<StorePlace>;

/**
 * A store of its own for each test of the block that it is called in.
 * @returns what makes a board in it
 */
export function eachOpens(makePlace: MakePlace, onOpened: (store: Store) => void) {
  let place: StorePlace;
  let store: Store;
  beforeEach(async () => {
    place = await makePlace();
    store = await place.open();
    onOpened(store);
  });
  afterEach(async () => {
    await store.close();
    await place.remove();
  });
  return async (entries: readonly NewEntry[] = []): Promise<BoardId> => {
    const id = newId<'board'>();
    await store.createBoard(row(id), links, entries);
    return id;
  };
}

export const row = (id: BoardId): BoardRow => ({
  id,
  createdAt: 1_700_000_000_000,
  purgeAt: 1_800_000_000_000,
  epoch: 'e1',
});
export const author = 'ana00000000000' as PersonId;
export const event = (type: string): NewEntry => ({
  kind: 'event',
  author,
  at: 1_700_000_000_500,
  bytes: new TextEncoder().encode(JSON.stringify({ type })),
});

export const hash = (byte: number) => new Uint8Array(32).fill(byte);
export const links = [
  { role: 'facilitator', hash: hash(1) },
  { role: 'participant', hash: hash(2) },
  { role: 'observer', hash: hash(3) },
] as const;

export const snapshot = (seq: number): Snapshot => ({
  seq,
  state: Uint8Array.of(1, 2, seq),
  stateVector: Uint8Array.of(9, seq),
  schema: 3,
});

export const session = (seq: number): SessionSnapshot => ({
  seq,
  schema: 1,
  bytes: Uint8Array.of(7, seq),
});

export const person = (name: string, role: Role = 'participant'): PersonRow => ({
  id: newId<'person'>(),
  role,
  name,
  directionId: newId<'direction'>(),
  actorId: null,
  ticketHash: hash(8),
  joinedAt: 1_700_000_000_001,
});

export const batch = (...boards: readonly (readonly [BoardId, readonly NewEntry[]])[]) =>
  new Map(boards);
export const seqs = (entries: readonly Entry[]) => entries.map((entry) => entry.seq);

/** Puts something of each kind into a board. */
export async function fill(store: Store, id: BoardId): Promise<void> {
  const ana = person('Ana');
  await store.append(batch([id, [update(1), event('y')]]));
  await store.saveSnapshot(id, snapshot(1));
  await store.replaceLink(id, { role: 'observer', hash: hash(4) });
  await store.savePerson(id, ana);
  await store.claimClients(id, new Map([[7, ana.id]]));
  const code = [...id.slice(0, 6)].map((one) => CODE_ALPHABET.charAt(one.charCodeAt(0) % 24));
  await store.openEntry(id, code.join(''));
}

export const nothing = {
  entries: [],
  snapshot: undefined,
  session: { snapshot: undefined, tail: [] },
  links: [],
  people: [],
  clients: new Map(),
  code: undefined,
};
export const everythingOf = async (store: Store, id: BoardId) => ({
  entries: await store.readAfter(id, 0),
  snapshot: await store.latestSnapshot(id),
  session: await store.session(id),
  links: await store.links(id),
  people: await store.people(id),
  clients: await store.clients(id),
  code: await store.entryCode(id),
});
