/** What a workshop file says, in the terms of a board. */
import type { BoardContent } from '../board/content.ts';
import type { Step } from '../session/agenda/step.ts';

export interface Workshop extends BoardContent {
  /** The déroulé, in order. */
  readonly steps: readonly Step[];
}
