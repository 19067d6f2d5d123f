/** What the events of a board come to, in their place. */
import type { BoardId } from '../../shared/ids.ts';
import { type Prepare, plain, type Raw } from './question.ts';
import type { SessionSnapshot } from './store.ts';

export function sessionRows(prepare: Prepare) {
  const session = prepare<[BoardId], Raw<SessionSnapshot>>(
    'SELECT seq, schema, bytes FROM session_snapshots WHERE board = ?',
  );
  const put = prepare<[SessionSnapshot & { readonly board: BoardId }]>(
    `INSERT INTO session_snapshots (board, seq, schema, bytes) VALUES (@board, @seq, @schema, @bytes)
     ON CONFLICT (board) DO UPDATE
     SET seq = excluded.seq, schema = excluded.schema, bytes = excluded.bytes
     WHERE excluded.seq >= session_snapshots.seq`,
  );
  const removeFolded = prepare<[BoardId, BoardId, number]>(
    `DELETE FROM entries WHERE board = ? AND seq IN (
       SELECT seq FROM entries WHERE board = ? AND kind = 'event' AND seq <= ? LIMIT 200)`,
  );
  const removeShares = prepare<[BoardId]>(
    "DELETE FROM log_shares WHERE board = ? AND kind = 'event'",
  );
  const countShares = prepare<[BoardId, number]>(
    `INSERT INTO log_shares (board, kind, author, entries, bytes)
     SELECT board, kind, coalesce(author, ''), count(*), sum(length(bytes)) FROM entries
     WHERE board = ? AND kind = 'event' AND seq > ? GROUP BY author`,
  );

  return {
    session: (id: BoardId): SessionSnapshot | undefined => {
      const row = session.get(id);
      return row && { ...row, bytes: plain(row.bytes) };
    },
    /** @returns false when a later one stands there */
    putSession: (board: BoardId, snapshot: SessionSnapshot): boolean => {
      if (put.run({ ...snapshot, board }).changes === 0) return false;
      removeShares.run(board);
      countShares.run(board, snapshot.seq);
      return true;
    },
    /** Events up to a number, some hundreds. @returns how many */
    removeFolded: (id: BoardId, upTo: number): number => removeFolded.run(id, id, upTo).changes,
  };
}
