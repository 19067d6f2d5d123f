/** What a board admitted in one turn of the event loop, and what is to happen once it is kept. */
import type { PersonId } from '../../shared/ids.ts';
import type { NewEntry } from '../store/store.ts';
import type { Connection } from './connection.ts';

export interface Turn {
  readonly entries: NewEntry[];
  readonly claims: Map<number, PersonId>;
  /** Client id → the clock it reaches. */
  readonly ends: Map<number, number>;
  readonly broadcasts: { readonly frame: Uint8Array; readonly from: Connection }[];
  /** Connection → number of its last update that is dealt with. */
  readonly settled: Map<Connection, number>;
  /** Answers that must not tell of anything before it is kept. */
  readonly answers: (() => void)[];
}

export const newTurn = (): Turn => ({
  entries: [],
  claims: new Map(),
  ends: new Map(),
  broadcasts: [],
  settled: new Map(),
  answers: [],
});
