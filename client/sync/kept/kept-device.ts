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
  /** Keeps bytes of a copy that nobody could read, for whoever may one day. */
  readonly keepUnreadable: (name: string, bytes: unknown) => Promise<void>;
  /** False while something is kept by this page alone. */
  readonly isLasting: () => boolean;
  /** Another tab has changed what is kept. @returns how to stop */
  readonly onChange: (listener: () => void) => () => void;
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
    keepUnreadable: async (name, bytes) => {
      const db = await open();
      const [store] = db ? idb.transact(db, [UNREADABLE]) : [];
      if (store) await idb.put(store, bytes as ArrayBuffer, name);
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

const readItems = (rows: readonly unknown[]): readonly KeptWork[] =>
  rows.flatMap((row) => {
    const read = v.safeParse(KEPT_WORK, row);
    return read.success ? [read.output] : [];
  });

const withMemory = (
  stored: readonly KeptWork[],
  memory: ReadonlyMap<string, KeptWork>,
): readonly KeptWork[] => [...stored.filter(({ key }) => !memory.has(key)), ...memory.values()];
