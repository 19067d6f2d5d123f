/** The database of kept work, opened again whenever it was lost: slow, refused, closed under us. */
import * as idb from 'lib0/indexeddb';
import { within } from '../within.ts';
import { KEPT_NAME } from './kept-name.ts';

export interface KeptDatabase {
  /**
   * Acts on the open database; once more, on one opened anew, when that fails.
   * @returns undefined when it cannot be had now, or does not take it
   */
  readonly act: <Value>(act: (db: IDBDatabase) => Promise<Value>) => Promise<Value | undefined>;
}

export const [ITEMS, UNREADABLE] = ['items', 'unreadable'] as const;
const defaultPatienceMs = 3_000;

export function openKeptDatabase(patienceMs = defaultPatienceMs): KeptDatabase {
  let opening: Promise<IDBDatabase> | undefined;
  const open = () => {
    const mine = idb.openDB(KEPT_NAME, (db) => idb.createStores(db, [[ITEMS], [UNREADABLE]]));
    opening = mine;
    const follow = (db: IDBDatabase) => {
      opening ??= mine; // given up, it came after all
      if (opening !== mine) db.close();
      db.onclose = () => forget(mine);
    };
    void mine.then(follow, () => forget(mine));
    return mine;
  };
  const forget = (gone: Promise<IDBDatabase>) => {
    if (opening === gone) opening = undefined;
  };
  return {
    act: async (act) => {
      if (typeof indexedDB === 'undefined') return undefined;
      for (const attempt of ['as it is', 'opened anew']) {
        const asked = opening ?? open();
        const db = await within(patienceMs, asked);
        if (!db) {
          forget(asked);
          return undefined;
        }
        try {
          return await act(db);
        } catch {
          forget(asked);
          db.close();
          if (attempt === 'opened anew') return undefined;
        }
      }
      return undefined;
    },
  };
}
