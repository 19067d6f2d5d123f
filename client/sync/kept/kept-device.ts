/**
 * Where kept work lies on this device: a database of its own, apart from the copies of boards, that
 * every tab reads. What cannot be stored lives as long as the page, which then asks before it is
 * closed, and is stored with the next thing that can be.
 */
import * as idb from 'lib0/indexeddb';
import * as v from 'valibot';
import { ITEMS, openKeptDatabase, UNREADABLE } from './kept-database.ts';
import { KEPT_NAME } from './kept-name.ts';
import { KEPT_WORK, type KeptWork } from './kept-work.ts';
import type { Receipt } from './receipt.ts';

export interface KeptDevice {
  /** Everything, of all boards and people; what another version wrote is left where it is. */
  readonly all: () => Promise<readonly KeptWork[]>;
  /**
   * Changes what is kept, as one: no other tab comes between reading and writing.
   * @param change gives what to write, under its key, and the keys to take away
   * @returns a receipt once it is stored; undefined when this page alone has it
   */
  readonly change: (
    change: (items: readonly KeptWork[]) => KeptChange,
  ) => Promise<Receipt | undefined>;
  /**
   * Keeps bytes of a copy that nobody could read, for whoever may one day; once under each name.
   * @param at this device's clock, milliseconds since 1970
   * @returns whether they are stored
   */
  readonly keepUnreadable: (name: string, bytes: unknown, at: number) => Promise<boolean>;
  /** Those bytes, of all boards. */
  readonly unreadable: () => Promise<readonly Unreadable[]>;
  readonly dropUnreadable: (names: readonly string[]) => Promise<void>;
  /** False while something is kept by this page alone. */
  readonly isLasting: () => boolean;
  /** Another tab has changed what is kept. @returns how to stop */
  readonly onChange: (listener: () => void) => () => void;
}
export interface Unreadable {
  /** Begins with the name of the copy. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** When it was kept; null for what an earlier version kept. */
  readonly at: number | null;
}
export interface KeptChange {
  readonly put: readonly KeptWork[];
  readonly drop: readonly string[];
}

let ofPage: KeptDevice | undefined;
/** The one of this page: what could not be stored is seen by whoever asks next. */
export function keptDevice(): KeptDevice {
  ofPage ??= openKeptDevice();
  return ofPage;
}

export function openKeptDevice(database = openKeptDatabase()): KeptDevice {
  const memory: Memory = { put: new Map(), dropped: new Set() };
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(KEPT_NAME);
  return {
    all: async () => {
      const rows = await database.act((db) => {
        const [items] = idb.transact(db, [ITEMS], 'readonly');
        return items ? idb.getAll(items) : Promise.resolve([]);
      });
      return withMemory(readItems(rows ?? []), memory);
    },
    change: async (change) => {
      const stored = await database.act((db) => store(db, change, memory));
      // Of a change that is none nobody is told: two tabs that compare would answer each other.
      if (stored && stored.count > 0) channel?.postMessage(null);
      if (!stored) remember(memory, change([...memory.put.values()]));
      return stored && RECEIPT;
    },
    keepUnreadable: async (name, bytes, at) => {
      const keep = async (store: IDBObjectStore) => {
        const known: unknown = await idb.get(store, name);
        if (known === undefined) store.put({ bytes, at }, name);
      };
      return (await database.act((db) => written(db, UNREADABLE, keep))) ?? false;
    },
    unreadable: async () => {
      const rows = await database.act(async (db) => {
        const [store] = idb.transact(db, [UNREADABLE], 'readonly');
        return store ? idb.getAllKeysValues(store) : [];
      });
      return (rows ?? []).flatMap(({ k, v }) => readUnreadable(String(k), v));
    },
    dropUnreadable: async (names) => {
      const drop = (store: IDBObjectStore) => {
        for (const name of names) store.delete(name);
      };
      await database.act((db) => written(db, UNREADABLE, drop));
      channel?.postMessage(null);
    },
    isLasting: () => memory.put.size === 0,
    onChange: (listener) => {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}

// The one place that gives any: it stands for what `change` has just done.
const RECEIPT = {} as Receipt;

/** What could not be stored, and what was taken away of what is; of a key in both the first counts. */
interface Memory {
  readonly put: Map<string, KeptWork>;
  readonly dropped: Set<string>;
}

/** @returns once it is on the device, how many things were written or taken away */
async function store(
  db: IDBDatabase,
  change: Parameters<KeptDevice['change']>[0],
  memory: Memory,
): Promise<{ readonly count: number }> {
  const [waiting, gone] = [[...memory.put.values()], [...memory.dropped]];
  let count = waiting.length + gone.length;
  await written(db, ITEMS, async (items) => {
    const rows = readItems(await idb.getAll(items));
    const { put, drop } = change(withMemory(rows, memory));
    count += put.length + drop.length;
    for (const key of gone) items.delete(key);
    for (const item of waiting) items.put(item, item.key);
    for (const key of drop) items.delete(key);
    for (const item of put) items.put(item, item.key);
  });
  // What came meanwhile, and could not be stored, stays.
  for (const item of waiting) if (memory.put.get(item.key) === item) memory.put.delete(item.key);
  for (const key of gone) memory.dropped.delete(key);
  return { count };
}

/** @returns once the disk has it; rejects when it has nothing of it */
async function written(
  db: IDBDatabase,
  name: string,
  write: (store: IDBObjectStore) => Promise<void> | void,
): Promise<true> {
  const transaction = db.transaction([name], 'readwrite', { durability: 'strict' });
  const done = new Promise<true>((resolve, reject) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => reject(transaction.error);
  });
  const writing = Promise.resolve(write(transaction.objectStore(name)));
  // A write that throws leaves nothing half done.
  const [isDone] = await Promise.all([done, writing.catch((error) => abort(transaction, error))]);
  return isDone;
}

function abort(transaction: IDBTransaction, error: unknown): never {
  transaction.abort();
  throw error;
}

function remember({ put, dropped }: Memory, change: KeptChange): void {
  for (const key of change.drop) {
    put.delete(key);
    dropped.add(key);
  }
  for (const item of change.put) put.set(item.key, item);
}

function readUnreadable(name: string, value: unknown): readonly Unreadable[] {
  if (value instanceof Uint8Array) return [{ name, bytes: Uint8Array.from(value), at: null }];
  if (typeof value !== 'object' || value === null || !('bytes' in value)) return [];
  const { bytes, at } = value as { readonly bytes: unknown; readonly at?: unknown };
  const time = typeof at === 'number' ? at : null;
  return readUnreadable(name, bytes).map((one) => ({ ...one, at: time }));
}

const readItems = (rows: readonly unknown[]): readonly KeptWork[] =>
  rows.flatMap((row) => {
    const read = v.safeParse(KEPT_WORK, row);
    return read.success ? [read.output] : [];
  });

const withMemory = (stored: readonly KeptWork[], { put, dropped }: Memory): readonly KeptWork[] => [
  ...stored.filter(({ key }) => !put.has(key) && !dropped.has(key)),
  ...put.values(),
];
