/** A damaged copy made readable again: fetched for the few that ever are. */
import * as idb from 'lib0/indexeddb';
import * as Y from 'yjs';
import { createDoc } from '../../shared/board/doc.ts';
import { NOTES, openDatabase, UPDATES } from './copy-database.ts';
import { UNREADABLE } from './copy-store.ts';

/**
 * Moves updates that cannot be read among the notes, so that the others can be used again.
 * @returns whether there were any. Rejects when the database cannot be opened or written.
 */
export async function setAsideUnreadable(name: string): Promise<boolean> {
  const db = await openDatabase(name);
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
