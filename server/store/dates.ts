/** When boards are to be erased, since when a server saw that, and when it last looked. */
import type { Database } from 'better-sqlite3';
import type { BoardId } from '../../shared/ids.ts';
import { settle } from './faults.ts';
import type { Rows } from './rows.ts';
import type { Store } from './store.ts';

type Dates = Pick<Store, 'setPurgeDate' | 'duePurges' | 'setDueSince' | 'lastLook' | 'setLastLook'>;

export function datesOver(db: Database, rows: Rows): Dates {
  const setPurgeDate = db.transaction((board: BoardId, purgeAt: number): boolean => {
    rows.unsetDueSince.run(board);
    return rows.setPurgeDate.run(purgeAt, board).changes > 0;
  });
  return {
    setPurgeDate: (board, purgeAt) => settle(() => setPurgeDate.immediate(board, purgeAt)),
    duePurges: (now) => settle(() => rows.duePurges.all(now)),
    setDueSince: (board, at) => settle(() => void rows.setDueSince.run(board, at)),
    lastLook: (what) => settle(() => rows.lastLook.get(what)),
    setLastLook: (what, at) => settle(() => void rows.setLastLook.run(what, at)),
  };
}
