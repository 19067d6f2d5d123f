/** The database in which y-indexeddb keeps a copy: updates under numbers, and notes of our own. */
import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type { BoardDoc } from '../../shared/board/doc.ts';

export const NOTES = 'custom';
/** Notes under this name are updates that could not be read. */
export const UNREADABLE = 'unreadable ';
export const unreadableIn = (notes: ReadonlyMap<string, unknown>): ReadonlyMap<string, unknown> =>
  new Map([...notes].filter(([key]) => key.startsWith(UNREADABLE)));

/** The library's store of one document, opened again where that is needed, with notes beside it. */
export function openStore(name: string, doc: BoardDoc) {
  /** What this page noted and did not take away. */
  const own = new Map<string, unknown>();
  let isClosed = false;
  let store = new IndexeddbPersistence(name, doc);
  const destroy = () => store.destroy().catch(ignoreGone);
  const write = (value: unknown, key: string) => {
    // The library's types are narrower than what it stores.
    const done = value === undefined ? store.del(key) : store.set(key, value as ArrayBuffer);
    void done.catch(ignoreGone);
  };
  const reopen = () => {
    void destroy();
    store = new IndexeddbPersistence(name, doc);
  };
  /** Another tab deletes the copy: this one writes it again, with all it holds. */
  const outliveDeletion = () => {
    store.db?.addEventListener('versionchange', () => {
      if (isClosed) return;
      reopen();
      own.forEach(write);
      void store.whenSynced.then(outliveDeletion);
    });
  };
  return {
    /** Once the document has all that was stored; never, when something of it cannot be read. */
    loaded: () => store.whenSynced.then(() => store.db),
    reopen,
    outliveDeletion,
    giveUp: () => void destroy(),
    note: (key: string, value: unknown) => {
      if (value === undefined) own.delete(key);
      else own.set(key, value);
      write(value, key);
    },
    isClosed: () => isClosed,
    close: () => {
      isClosed = true;
      return destroy();
    },
  };
}

/** A private window or a full disk refuses IndexedDB: the board lives without a copy, as it says. */
const ignoreGone = (): void => {};

export async function readNotes(db: IDBDatabase): Promise<ReadonlyMap<string, unknown>> {
  const [notes] = idb.transact(db, [NOTES], 'readonly');
  const rows = notes ? await idb.getAllKeysValues(notes) : [];
  return new Map(rows.map(({ k, v }) => [String(k), v as unknown]));
}
