/** What a board admitted from one append to the next, and what is to happen once it is kept. */
import type { PersonId } from '../../../shared/ids.ts';
import type { NewEntry } from '../../store/store.ts';
import type { Connection } from '../socket/connection.ts';

export interface Batch {
  readonly entries: NewEntry[];
  /** Client ids used for the first time. */
  readonly claims: Map<number, PersonId>;
  /** Client id → the clock it reaches. */
  readonly ends: Map<number, number>;
  /** `from` is null for what the server wrote itself. */
  readonly broadcasts: { readonly message: Uint8Array; readonly from: Connection | null }[];
  /** Connection → number of its last update that is dealt with. */
  readonly settled: Map<Connection, number>;
  /** Answers that must not tell of anything before it is kept. */
  readonly answers: (() => void)[];
  /** What is told instead when it could not be kept. */
  readonly apologies: (() => void)[];
  /** From now on something of the events before is not to be kept any more. */
  forgets: boolean;
}

export const newBatch = (): Batch => ({
  entries: [],
  claims: new Map(),
  ends: new Map(),
  broadcasts: [],
  settled: new Map(),
  answers: [],
  apologies: [],
  forgets: false,
});
