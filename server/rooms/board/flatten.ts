/**
 * A board's log is begun anew: one update with what the board holds, then the events of its session
 * as they were. What was written and taken back, by whom and when, is gone; so are the client ids.
 * Never for a board that is open: its room would go on from the former log.
 */
import type { NewerSchema } from '../../../shared/board/board-migrations.ts';
import { type BoardId, newId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { NewEntry, Store } from '../../store/store.ts';
import { flattenHere, sizeOf } from '../../work/fold.ts';
import { readStoredDocument, type UnknownBoard } from './stored.ts';

/** How long a log is. */
export interface Length {
  readonly entries: number;
  /** Of the entries, snapshot left out. */
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
  store: Pick<Store, 'latestSnapshot' | 'readAfter' | 'replaceLog' | 'sync'>,
  id: BoardId,
  at: number,
): Promise<Result<Flattened, UnknownBoard | NewerSchema>> {
  const former = await store.readAfter(id, 0);
  const flat = flattenHere((await readStoredDocument(store, id)).updates);
  if (!flat.ok) return flat;
  const { state } = flat.value;
  const entries: readonly NewEntry[] = [
    { kind: 'update', author: null, at, bytes: state },
    ...former.filter(({ kind }) => kind === 'event'),
  ];
  const snapshot = { ...flat.value, seq: entries.length };
  if (!(await store.replaceLog(id, newId<'epoch'>(), entries, snapshot)))
    return err({ kind: 'unknown-board' });
  await store.sync();
  return ok({ before: lengthOf(former), after: lengthOf(entries) });
}

const lengthOf = (entries: readonly NewEntry[]): Length => ({
  entries: entries.length,
  bytes: sizeOf(entries.map(({ bytes }) => bytes)),
});
