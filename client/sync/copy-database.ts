/**
 * The updates of one document in a database of this device. Its layout is that of y-indexeddb 9, which
 * wrote the copies of earlier versions: updates under growing numbers, and notes of our own beside them.
 * A device may refuse, be full, or hold what cannot be read at any moment: that is told, never thrown.
 */
import * as idb from 'lib0/indexeddb';
import * as Y from 'yjs';

export const [UPDATES, NOTES] = ['updates', 'custom'] as const;
/** As many are made one. */
const mostUpdates = 500;
/** Until they are, after the last of them, milliseconds. */
const quietMs = 1_000;

export interface CopyDatabase {
  /** Rejects where the device refuses it. */
  readonly opened: Promise<IDBDatabase>;
  /** Once it is open. */
  readonly now: () => IDBDatabase | undefined;
  /** Once the document has all that was stored, and the database what the document had; never, where that fails. */
  readonly whole: Promise<IDBDatabase>;
  /** Takes over what other tabs have stored meanwhile; rejects when something of it cannot be read. */
  readonly catchUp: (db: IDBDatabase) => Promise<void>;
  /** Puts what was stored in the document, without storing it again; throws on what cannot be read. */
  readonly apply: (updates: readonly Uint8Array[]) => void;
  /** Ends it; resolves once it is closed, at once where it never opened. */
  readonly close: () => Promise<void>;
}

/** @param onStored told of each update whether the device took it */
// One database behind the same functions: what is read and what is stored count the same updates.
export function openCopyDatabase(
  name: string,
  doc: Y.Doc,
  onStored: (isTaken: boolean) => void,
): CopyDatabase {
  const origin = { name };
  let [open, isClosed]: [IDBDatabase | undefined, boolean] = [undefined, false];
  /** The number after the last update read, and how many there are. */
  let [next, count] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const opened = openDatabase(name);
  const apply = (updates: readonly Uint8Array[]) => {
    const all = () => {
      for (const update of updates) Y.applyUpdate(doc, update);
    };
    Y.transact(doc, all, origin, false);
  };
  const read = async (db: IDBDatabase, before?: (updates: IDBObjectStore) => void) => {
    const updates = updatesOf(db);
    const stored: Uint8Array[] = await idb.getAll(updates, above(next));
    if (isClosed) return updates;
    before?.(updates);
    apply(stored);
    next = Number(await idb.getLastKey(updates)) + 1;
    count = await idb.count(updates);
    return updates;
  };
  const begin = async (resolve: (db: IDBDatabase) => void) => {
    const db = await opened;
    if (!isClosed) open = db;
    await read(db, (updates) => {
      add(updates, Y.encodeStateAsUpdate(doc)).catch(untold);
    });
    if (!isClosed) resolve(db);
  };
  const whole = new Promise<IDBDatabase>((resolve) => {
    begin(resolve).catch(untold);
  });
  /** Nobody waits for what is stored: that it was not is told. */
  const refused = () => onStored(false);
  const fold = async (db: IDBDatabase) => {
    const updates = await read(db);
    if (isClosed || count < mostUpdates) return;
    await add(updates, Y.encodeStateAsUpdate(doc));
    await idb.del(updates, IDBKeyRange.upperBound(next, true));
    count = await idb.count(updates);
  };
  const store = async (db: IDBDatabase, update: Uint8Array) => {
    await add(updatesOf(db), update);
    onStored(true);
  };
  const onUpdate = (update: Uint8Array, from: unknown) => {
    const db = open;
    if (!db || from === origin) return;
    store(db, update).catch(refused);
    count += 1;
    if (count < mostUpdates) return;
    clearTimeout(timer);
    timer = setTimeout(() => fold(db).catch(refused), quietMs);
  };
  doc.on('update', onUpdate);
  return {
    opened,
    now: () => open,
    whole,
    apply,
    catchUp: async (db) => void (await read(db)),
    close: async () => {
      isClosed = true;
      clearTimeout(timer);
      doc.off('update', onUpdate);
      (await opened.catch(() => undefined))?.close();
    },
  };
}

/** Made with its two places where it is not there yet: one without them would never be one. */
export const openDatabase = async (name: string): Promise<IDBDatabase> =>
  idb.openDB(name, (empty) =>
    idb.createStores(empty, [[UPDATES, { autoIncrement: true }], [NOTES]]),
  );

/** Throws where the database is closed or has no such place. */
function updatesOf(db: IDBDatabase): IDBObjectStore {
  const [updates] = idb.transact(db, [UPDATES]);
  if (!updates) throw new Error(`no ${UPDATES}`);
  return updates;
}

const add = (updates: IDBObjectStore, update: Uint8Array): Promise<unknown> =>
  idb.addAutoKey(updates, update as unknown as ArrayBuffer); // stores any value

/** Whoever waits for the whole, and not for ever, finds it out. */
const untold = (): void => {};

const above = (number: number): IDBKeyRange => IDBKeyRange.lowerBound(number, false);
