/** What the screens may do with kept work: the part of the board's client that is about it. */
import type { StillKept } from '../../../shared/board/work/put-back.ts';
import type { KeptWork, ToKeep } from './kept-work.ts';

/**
 * Why something stays kept. `text-changed` asks the person which: call again with the answer.
 * `refused`: the session does not take it. `only-copied`: nobody knows what it would become.
 */
export type StaysKept =
  | StillKept
  | { readonly kind: 'refused' }
  | { readonly kind: 'only-copied' }
  | { readonly kind: 'not-loaded' };

export interface KeptActs {
  /** Keeps what the page's fields and stores held and nobody took. What is kept already is not kept twice. */
  readonly keep: (items: readonly ToKeep[]) => Promise<void>;
  /**
   * Does kept work again, signed by who is here now: all changes of the board are one step of undo.
   * What was done is kept no longer.
   * @param onChangedText for texts that others have changed since: kept text instead of theirs, or
   *   behind it; without it such a text stays kept, as `text-changed`
   * @returns by key, why something stayed
   */
  readonly putBack: (
    keys: readonly string[],
    onChangedText?: 'replace' | 'append',
  ) => Promise<ReadonlyMap<string, StaysKept>>;
  /** Throws kept work away. @returns takes that back, as long as the page is open */
  readonly discardKept: (keys: readonly string[]) => Promise<() => Promise<void>>;
  /**
   * Whether putting it back is allowed to this person by the rules in force. To be asked again
   * whenever the session or the board has changed.
   */
  readonly allowedNow: (item: KeptWork) => boolean;
  /** False while something is kept by this page alone: it goes when the page is closed. */
  readonly isKeptLasting: () => boolean;
}
