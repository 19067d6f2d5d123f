/** What a workshop file says, in the terms of a board. */
import type { BoardContent } from '../board/content.ts';
import type { Step } from '../session/agenda/step.ts';
import type { Group } from '../session/groups/group.ts';

export interface Workshop extends BoardContent {
  /** The déroulé, in order. */
  readonly steps: readonly Step[];
  /** Tables and sub-groups, without their people. */
  readonly groups: readonly Group[];
}
