/**
 * Where kept work lies on this device: a database of its own, apart from the copies of boards, that
 * every tab reads. Where nothing may be stored it lives as long as the page, which then asks before
 * it is closed.
 */
import * as idb from 'lib0/indexeddb';
import * as v from 'valibot';
import { KEPT_WORK, type KeptWork } from './kept-work.ts';
import type { Receipt } from './receipt.ts';

export interface KeptDevice {
  /** Everything, of all boards and people; what another version wrote is left where it is. */
  readonly all: () => Promise<readonly KeptWork[]>;
  /**
   * Changes what is kept, as one: no other tab comes between reading and writing.
   * @param change gives what to write, under its key, and the keys to take away
   */
  readonly change: (change: (items: readonly KeptWork[]) => KeptChange) => Promise<Receipt>;
  /**
   * Keeps bytes of a copy that nobody could read, for whoever may one day; once under each name.
   * @param at this device's clock, milliseconds since 1970
   */
  readonly keepUnreadable: (name: string, bytes: unknown, at: number) => Promise<void>;
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

const NAME = 'gommette-kept';
const [ITEMS, UNREADABLE] = ['items', 'unreadable'];
const patienceMs = 3_000;

let ofPage: KeptDevice | undefined;
/** The one of this page: what could not be stored is seen by whoever asks next. */
export function keptDevice(): KeptDevice {
  ofPage ??= openKeptDevice();
  return ofPage;
}

export function openKeptDevice(): KeptDevice {
  let opening: Promise<IDBDatabase | undefined> | undefined;
  const open = () => {
    opening ??= openDatabase();
    return opening;
  };
  /** What could not be stored, and what was taken away of what is. */
  const memory = new Map<string, KeptWork>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME);
  const all = async () => {
    const db = await open();
    const [store] = db ? idb.transact(db, [ITEMS], 'readonly') : [];
    const rows: readonly unknown[] = store ? await idb.getAll(store).catch(() => []) : [];
    return withMemory(readItems(rows), memory);
  };
  return {
    all,
    change: async (change) => {
      const db = await open();
      const isStored = db !== undefined && (await store(db, change, memory).catch(() => false));
      if (isStored) channel?.postMessage(null);
      else remember(memory, change([...memory.values()]));
      return RECEIPT;
    },
    keepUnreadable: async (name, bytes, at) => {
      const db = await open();
      const [store] = db ? idb.transact(db, [UNREADABLE]) : [];
      const known: unknown = store && (await idb.get(store, name));
      if (!store || known !== undefined) return;
      // The library's types are narrower than what it stores.
      await idb.put(store, { bytes, at } as unknown as ArrayBuffer, name);
    },
    unreadable: async () => {
      const db = await open();
      const [store] = db ? idb.transact(db, [UNREADABLE], 'readonly') : [];
      const rows = store ? await idb.getAllKeysValues(store).catch(() => []) : [];
      return rows.flatMap(({ k, v }) => readUnreadable(String(k), v));
    },
    dropUnreadable: async (names) => {
      const db = await open();
      const [store] = db ? idb.transact(db, [UNREADABLE]) : [];
      for (const name of names) if (store) await idb.del(store, name);
      channel?.postMessage(null);
    },
    isLasting: () => memory.size === 0,
    onChange: (listener) => {
      channel?.addEventListener('message', listener);
      return () => channel?.removeEventListener('message', listener);
    },
  };
}

// The one place that gives any: it stands for what `change` has just done.
const RECEIPT = {} as Receipt;

async function openDatabase(): Promise<IDBDatabase | undefined> {
  if (typeof indexedDB === 'undefined') return undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), patienceMs);
  });
  const opened = idb.openDB(NAME, (db) => idb.createStores(db, [[ITEMS], [UNREADABLE]]));
  const db = await Promise.race([opened.catch(() => undefined), late]);
  clearTimeout(timer);
  return db;
}

/** @returns once it is on the device */
async function store(
  db: IDBDatabase,
  change: Parameters<KeptDevice['change']>[0],
  memory: Map<string, KeptWork>,
): Promise<true> {
  const transaction = db.transaction([ITEMS], 'readwrite', { durability: 'strict' });
  const items = transaction.objectStore(ITEMS);
  const done = new Promise<true>((resolve, reject) => {
    transaction.oncomplete = () => resolve(true);
    transaction.onabort = () => reject(transaction.error);
  });
  const { put, drop } = change(withMemory(readItems(await idb.getAll(items)), memory));
  for (const item of memory.values()) items.put(item, item.key);
  for (const key of drop) items.delete(key);
  for (const item of put) items.put(item, item.key);
  await done;
  memory.clear();
  return true;
}

function remember(memory: Map<string, KeptWork>, { put, drop }: KeptChange): void {
  for (const key of drop) memory.delete(key);
  for (const item of put) memory.set(item.key, item);
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

const withMemory = (
  stored: readonly KeptWork[],
  memory: ReadonlyMap<string, KeptWork>,
): readonly KeptWork[] => [...stored.filter(({ key }) => !memory.has(key)), ...memory.values()];
