/** A stored board is brought to the schema of this program before it is opened, and stays so. */
import type { BoardId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Clock } from '../../clock.ts';
import type { Snapshot, Store } from '../../store/store.ts';
import { sizeOf } from '../../work/fold.ts';
import type { Work } from '../../work/work.ts';
import type { StoredDocument } from './stored.ts';

export interface UpgradeDeps {
  readonly store: Pick<Store, 'append' | 'sync' | 'saveSnapshot'>;
  /** Somebody waits for it: nothing but openings is done before. */
  readonly loads: Work;
  /** The version its tasks lead to. */
  readonly schema: number;
  readonly clock: Clock;
}
/** As the store has it now, and what all of that comes to. */
export interface CurrentDocument extends StoredDocument {
  readonly folded: Omit<Snapshot, 'seq'>;
}

/**
 * The migration becomes an entry of the log, of the server itself, which is on disk when this
 * resolves: nobody has seen a board that a power cut could take back.
 * @throws StoreFault; WorkFault when it cannot be folded
 */
export async function upgradeStored(
  id: BoardId,
  stored: StoredDocument,
  { store, loads, schema, clock }: UpgradeDeps,
): Promise<Result<CurrentDocument, 'newerBoard'>> {
  const { snapshot, tail, updates } = stored;
  if (snapshot && tail.length === 0 && snapshot.schema === schema)
    return ok({ ...stored, folded: snapshot });
  const upgraded = await loads.run('upgrade', updates, sizeOf(updates));
  if (!upgraded.ok) return err('newerBoard');
  const { migration, ...folded } = upgraded.value;
  if (!migration) return ok({ ...stored, folded });

  const entry = { kind: 'update', author: null, at: clock(), bytes: migration } as const;
  const seq = (await store.append(new Map([[id, [entry]]]))).get(id) ?? stored.seq;
  await store.sync();
  const current = { seq, ...folded };
  await store.saveSnapshot(id, current);
  return ok({ snapshot: current, tail: [], updates: [folded.state], seq, folded });
}
