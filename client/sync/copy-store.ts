/** The copy of a board in a database of this device, opened again where that is needed, with notes beside it. */
import * as idb from 'lib0/indexeddb';
import type { BoardDoc } from '../../shared/board/doc.ts';
import { NOTES, openCopyDatabase, UPDATES } from './copy-database.ts';

/** A note that is taken away as soon as it was taken. */
const PROBE = 'probe';
/** Notes under this name are updates that could not be read. */
export const UNREADABLE = 'unreadable ';
export const unreadableIn = (notes: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map([...notes].filter(([key]) => key.startsWith(UNREADABLE)));

/**
 * @param onTaking told when the device begins or ceases to take what is stored
 */
// One database, opened, given up and opened again behind the same functions.
export function openStore(name: string, doc: BoardDoc, onTaking: (isTaking: boolean) => void) {
  /** What stands beside the copy as far as this page knows. */
  const noted = new Map<string, unknown>();
  let isClosed = false;
  /** Whether the device took the last note: it takes updates and notes alike, or neither. */
  let isTaking = true;
  const took = (is: boolean) => {
    const isNews = isTaking !== is;
    isTaking = is;
    if (isNews) onTaking(is);
  };
  let store = openCopyDatabase(name, doc, took);
  /** At once where the database is open: before the update is stored that it stands for. */
  const write = (value: unknown, key: string, was?: unknown) => {
    const act = (db: IDBDatabase) => writeNote(db, key, value, was);
    const open = store.now();
    const done = open ? act(open) : store.opened.then(act);
    void done.then(
      () => took(true),
      () => took(false),
    );
  };
  const reopen = () => {
    void store.close();
    store = openCopyDatabase(name, doc, took);
  };
  /** Another tab, or the browser, deletes the copy: this page writes it again, with all it holds. */
  const outliveDeletion = () => {
    const db = store.now();
    const again = () => {
      if (isClosed || store.now() !== db) return;
      reopen();
      for (const [key, value] of noted) write(value, key);
      void store.whole.then(outliveDeletion);
    };
    for (const event of ['versionchange', 'close']) db?.addEventListener(event, again);
  };
  return {
    /** The database, once it is open. */
    opened: () => store.opened,
    /** Once the open database has taken something and given it back; rejects when it takes nothing. */
    tried: async (db: IDBDatabase): Promise<boolean> => {
      await writeNote(db, PROBE, 1, undefined);
      await writeNote(db, PROBE, undefined, undefined);
      return true;
    },
    /** What is stored, put in the document though nothing more can be: @returns the notes beside it. */
    read: async (db: IDBDatabase): Promise<ReadonlyMap<string, unknown>> => {
      const [updates] = idb.transact(db, [UPDATES], 'readonly');
      store.apply(updates ? await idb.getAll(updates) : []);
      return readNotes(db);
    },
    /** Once the document has all that was stored; never, when something of it cannot be read. */
    loaded: () => store.whole,
    /** All notes beside it, and the updates that were stored while these were read. */
    notes: async (db: IDBDatabase): Promise<ReadonlyMap<string, unknown>> => {
      const read = await readNotes(db);
      await store.catchUp(db);
      for (const [key, value] of read) if (!noted.has(key)) noted.set(key, value);
      return read;
    },
    reopen,
    outliveDeletion,
    giveUp: () => void store.close(),
    note: (key: string, value: unknown, was?: unknown) => {
      if (value === undefined) noted.delete(key);
      else noted.set(key, value);
      write(value, key, was);
    },
    isTaking: () => isTaking,
    isClosed: () => isClosed,
    close: () => {
      isClosed = true;
      return store.close();
    },
  };
}

async function writeNote(db: IDBDatabase, key: string, value: unknown, was: unknown) {
  const [notes] = idb.transact(db, [NOTES]);
  if (!notes) return;
  if (value !== undefined)
    await idb.put(notes, value as ArrayBuffer, key); // stores any value
  else if (was === undefined || isSame(await idb.get(notes, key), was)) await idb.del(notes, key);
}
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

async function readNotes(db: IDBDatabase): Promise<ReadonlyMap<string, unknown>> {
  const [notes] = idb.transact(db, [NOTES], 'readonly');
  const rows = notes ? await idb.getAllKeysValues(notes) : [];
  return new Map(rows.map(({ k, v }) => [String(k), v as unknown]));
}
