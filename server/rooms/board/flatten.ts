/**
 * A board's log is begun anew: one update with what the board holds, then the events of its session
 * as they were, and of hidden ideas those that are still hidden. What was written and taken back, by
 * whom and when, is gone, and who had an idea that was revealed unsigned; so are the client ids.
 * Never for a board that is open: its room would go on from the former log.
 */
import type { NewerSchema } from '../../../shared/board/board-migrations.ts';
import { type ActionId, type BoardId, newId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { replay } from '../../../shared/session/evolve.ts';
import type { Entry, NewEntry, Store } from '../../store/store.ts';
import { flattenHere } from '../../work/fold.ts';
import { eventOf, readStoredDocument, type UnknownBoard } from './stored.ts';

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
  store: Pick<Store, 'latestSnapshot' | 'readAfter' | 'logShares' | 'replaceLog'>,
  id: BoardId,
  at: number,
): Promise<Result<Flattened, UnknownBoard | NewerSchema>> {
  const before = lengthOf(await store.logShares(id));
  const flat = flattenHere((await readStoredDocument(store, id)).updates);
  if (!flat.ok) return flat;
  const { state } = flat.value;
  const entries: readonly NewEntry[] = [
    { kind: 'update', author: null, at, bytes: state },
    ...withoutPastIdeas(await store.readAfter(id, 0, 'event')),
  ];
  const snapshot = { ...flat.value, seq: entries.length };
  if (!(await store.replaceLog(id, newId<'epoch'>(), entries, snapshot)))
    return err({ kind: 'unknown-board' });
  return ok({ before, after: lengthOf(await store.logShares(id)) });
}

/** Events that come to the same session: nothing but the present ideas depends on what ideas were. */
function withoutPastIdeas(former: readonly Entry[]): readonly Entry[] {
  const lastOf = new Map<ActionId, Entry>();
  const others: Entry[] = [];
  for (const entry of former) {
    const event = eventOf(entry);
    if (event.type === 'draft-written') lastOf.set(event.draft.id, entry);
    else if (event.type !== 'draft-removed') others.push(entry);
  }
  const hidden = [...replay(former.map(eventOf)).ideas.keys()];
  return [...others, ...hidden.flatMap((id) => lastOf.get(id) ?? [])];
}

const lengthOf = (shares: readonly Length[]): Length => ({
  entries: shares.reduce((sum, { entries }) => sum + entries, 0),
  bytes: shares.reduce((sum, { bytes }) => sum + bytes, 0),
});
