/** What can be done with kept work from where it is shown: an open board, or a page without one. */
import type { Board } from '../../../shared/board/board.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { useBoardClient, useUnreadable } from '../../state/hooks.ts';
import type { KeptItem } from '../../state/kept-shown.ts';
import type { Reading } from './reading.ts';

type PutBack = ReturnType<typeof useBoardClient>['putBack'];
export type How = NonNullable<Parameters<PutBack>[1]>;
export type Stays = Awaited<ReturnType<PutBack>>;
export type Stay = Stays extends ReadonlyMap<string, infer Why> ? Why : never;
/** Why something cannot be put back from here or now. */
export type Later = keyof Reading['t']['later'];

export interface Hands {
  /** Oldest first; without what is lacking. */
  readonly items: readonly KeptItem[];
  /** For who leads: what another epoch left here, to be compared with the board. */
  readonly lacking: readonly KeptItem[];
  /** Bytes of a damaged copy that could not be read. */
  readonly unreadable: ReturnType<typeof useUnreadable>;
  readonly discardUnreadable: () => Promise<void>;
  /** Null where none is open. */
  readonly board: Board | null;
  readonly workshop: string;
  /** Who is here now; null where nobody has entered. */
  readonly me: PersonId | null;
  readonly nameOf: (id: PersonId) => string | undefined;
  /** Nothing of it would outlive the page. */
  readonly isOnlyHere: boolean;
  /** Null for what can be put back now. */
  readonly laterOf: (item: KeptItem) => Later | null;
  readonly putBack: (items: readonly KeptItem[], how?: How) => Promise<Outcome>;
  /** @returns takes it back */
  readonly discard: (items: readonly KeptItem[]) => Promise<() => Promise<void>>;
}
export interface Outcome {
  readonly stays: Stays;
  /** How many are done. */
  readonly done: number;
  /**
   * Undoes it and keeps it again; resolves to false when something else was done since. Null when
   * it is none of what one undoes, such as a vote.
   */
  readonly takeBack: (() => Promise<boolean>) | null;
}
