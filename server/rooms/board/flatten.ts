/**
 * A board's log is begun anew: one update with what the board holds, and its session as it stands.
 * What was written and taken back, by whom and when, is gone, and who had an idea that was revealed
 * unsigned; so are the client ids. Never for a board that is open: its room would go on from the
 * former log.
 */
import type { NewerSchema } from '../../../shared/board/board-migrations.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NewerSession } from '../../../shared/session/stored.ts';
import type { Store } from '../../store/store.ts';
import { flattenHere } from '../../work/fold.ts';
import { foldSession } from '../../work/session.ts';
import { readStoredDocument, type UnknownBoard } from './stored.ts';

/** How long a log is. */
export interface Length {
  readonly entries: number;
  /** Of the entries, snapshots left out. */
  readonly bytes: number;
}
export interface Flattened {
  readonly before: Length;
  readonly after: Length;
}

/**
 * Durable when it resolves. Brings the board to the schema of this program, too.
 * @param at server clock, milliseconds since 1970
 * @throws StoreFault
 */
export async function flattenStored(
  store: Pick<Store, 'document' | 'session' | 'logShares' | 'replaceLog'>,
  id: BoardId,
  at: number,
): Promise<Result<Flattened, UnknownBoard | NewerSchema | NewerSession>> {
  const before = lengthOf(await store.logShares(id));
  const flat = flattenHere((await readStoredDocument(store, id)).updates);
  if (!flat.ok) return flat;
  const session = foldSession(await store.session(id));
  if (!session.ok) return session;
  const entry = { kind: 'update', author: null, at, bytes: flat.value.state } as const;
  const [snapshot, folded] = [
    { ...flat.value, seq: 1 },
    { ...session.value, seq: 1 },
  ];
  if (!(await store.replaceLog(id, newId<'epoch'>(), [entry], snapshot, folded)))
    return err({ kind: 'unknown-board' });
  return ok({ before, after: lengthOf(await store.logShares(id)) });
}

const lengthOf = (shares: readonly Length[]): Length => ({
  entries: shares.reduce((sum, { entries }) => sum + entries, 0),
  bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
});
