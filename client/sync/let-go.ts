/** A copy that is not gone on with: noted beside it, so that what ends it may be cut short anywhere. */
import type { KeptReason } from './kept/kept-work.ts';

export interface LetGo {
  readonly why: KeptReason;
  /** Its person leads the workshop: of another epoch, all that it holds is theirs to bring back. */
  readonly leads: boolean;
}

export const LET_GO = 'let go';
