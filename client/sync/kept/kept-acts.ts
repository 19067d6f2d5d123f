/** What the screens may do with kept work: the part of the board's client that is about it. */
import type { StillKept } from '../../../shared/board/work/put-back.ts';
import type { PriorityId } from '../../../shared/ids.ts';
import type { KeptWork, ToKeep } from './kept-work.ts';

/**
 * Why something stays kept. `text-changed` asks the person which: call again with the answer.
 * `refused`: the session does not take it. `only-copied`: nobody knows what it would become.
 * `another`: something kept later of the same place was put back instead; both can be compared now.
 * `too-large`: no server takes it at once. `interrupted`: the line was cut before its turn.
 */
export type StaysKept =
  | StillKept
  | { readonly kind: 'refused' }
  | { readonly kind: 'only-copied' }
  | { readonly kind: 'another' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'interrupted' };

export interface HowBack {
  /**
   * For texts that others have changed since: the kept text instead of theirs, or behind it. Absent,
   * such a text stays kept, as `text-changed`.
   */
  readonly onChangedText?: 'replace' | 'append' | undefined;
  /** By key: the priority in which a new action goes, where its own is no more. */
  readonly into?: ReadonlyMap<string, PriorityId> | undefined;
  /** How many of them were seen to. */
  readonly onProgress?: ((seen: number, total: number) => void) | undefined;
}

export interface KeptActs {
  /**
   * Keeps what the page's fields and stores held and nobody took. What is kept already is not kept
   * twice. @returns whether it is stored on this device by now
   */
  readonly keep: (items: readonly ToKeep[]) => Promise<boolean>;
  /**
   * Does kept work again, signed by who is here now: all changes of the board are one step of undo.
   * What was done is kept no longer.
   * @returns by key, why something stayed
   */
  readonly putBack: (
    keys: readonly string[],
    how?: HowBack,
  ) => Promise<ReadonlyMap<string, StaysKept>>;
  /** What the board has by now is kept no longer: others may have put it there. */
  readonly settleKept: () => Promise<void>;
  /** Throws kept work away. @returns takes that back, as long as the page is open */
  readonly discardKept: (keys: readonly string[]) => Promise<() => Promise<void>>;
  /** Throws away the bytes of this board's copies that nobody could read. */
  readonly discardUnreadable: () => Promise<void>;
  /**
   * Whether putting it back is allowed to this person by the rules in force. To be asked again
   * whenever the session or the board has changed.
   */
  readonly allowedNow: (item: KeptWork) => boolean;
  /** False while something is kept by this page alone: it goes when the page is closed. */
  readonly isKeptLasting: () => boolean;
}
