/** A damaged copy made readable again: fetched for the few that ever are. */
import * as idb from 'lib0/indexeddb';
import * as Y from 'yjs';
import { createDoc } from '../../shared/board/doc.ts';
import { NOTES, UNREADABLE, UPDATES } from './copy-store.ts';

/**
 * Moves updates that cannot be read among the notes, so that the others can be used again.
 * Where the database is not there yet, it is made as the library makes it: an empty one without
 * stores would never be one. @returns whether there were any. Rejects when the database cannot be opened or written.
 */
export async function setAsideUnreadable(name: string): Promise<boolean> {
  const db = await idb.openDB(name, (empty) =>
    idb.createStores(empty, [[UPDATES, { autoIncrement: true }], [NOTES]]),
  );
  try {
    const [updates, notes] = idb.transact(db, [UPDATES, NOTES]);
    if (!updates || !notes) return false;
    const doc = createDoc();
    const rows = await idb.getAllKeysValues(updates);
    const unreadable = rows.filter(({ v }) => !isReadable(doc, v));
    for (const { k, v } of unreadable) {
      await idb.put(notes, v, `${UNREADABLE}${String(k)}`);
      await idb.del(updates, k);
    }
    return unreadable.length > 0;
  } finally {
    db.close();
  }
}

function isReadable(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
}
