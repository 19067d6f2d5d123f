/** What a workshop file says, in the terms of a board. */
import type { BoardContent } from '../board/content.ts';
import type { Phase } from '../session/rules.ts';

export interface Workshop extends BoardContent {
  /** The déroulé, in order. */
  readonly phases: readonly Phase[];
}
