/** What a log comes to, and beside a large one how pages are told it. */
import type { BoardId } from '../../shared/ids.ts';
import { PROTOCOL } from '../../shared/protocol/offers.ts';
import { type Prepare, plain, type Raw } from './question.ts';
import type { Snapshot } from './store.ts';

type Stored = Omit<Snapshot, 'answer'>;

export function snapshotRows(prepare: Prepare) {
  const snapshot = prepare<[BoardId], Raw<Stored>>(
    `SELECT seq, state, state_vector AS stateVector, board_schema AS schema
     FROM snapshots WHERE board = ?`,
  );
  const put = prepare<[Stored & { readonly board: BoardId }]>(
    `INSERT INTO snapshots (board, seq, state, state_vector, board_schema)
     VALUES (@board, @seq, @state, @stateVector, @schema)
     ON CONFLICT (board) DO UPDATE
     SET seq = excluded.seq, state = excluded.state, state_vector = excluded.state_vector,
         board_schema = excluded.board_schema
     WHERE excluded.seq >= snapshots.seq`,
  );
  const answer = prepare<[BoardId, string], Buffer>(
    'SELECT bytes FROM first_answers WHERE board = ? AND protocol = ?',
  ).pluck();
  const putAnswer = prepare<[BoardId, string, Uint8Array]>(
    'INSERT INTO first_answers (board, protocol, bytes) VALUES (?, ?, ?)',
  );
  const removeAnswer = prepare<[BoardId]>('DELETE FROM first_answers WHERE board = ?');

  return {
    snapshot: (id: BoardId): Snapshot | undefined => {
      const row = snapshot.get(id);
      if (!row) return undefined;
      const { state, stateVector, ...rest } = row;
      // Frames of another version of this program are nothing that its pages read.
      const bytes = answer.get(id, PROTOCOL);
      const known = { ...rest, state: plain(state), stateVector: plain(stateVector) };
      return bytes ? { ...known, answer: plain(bytes) } : known;
    },
    /** To be called in a transaction: the answer is always of the snapshot that stands there. */
    putSnapshot: (board: BoardId, { answer, ...stored }: Snapshot): void => {
      if (put.run({ ...stored, board }).changes === 0) return;
      removeAnswer.run(board);
      if (answer) putAnswer.run(board, PROTOCOL, answer);
    },
  };
}
